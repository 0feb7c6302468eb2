from __future__ import annotations

import json

import pytest

from argmap.rendering.plain_text import cells
from tests.commands.run_argmap import argmap

TEA = """---
id: tea
lang: en
title: Of *tea*
---

[Tea cools]{#cools .claim .thesis}, for [cups lose heat]{#heat .premise supports=cools}, as [it was
measured]{#measured .evidence supports=heat source="A  thermometer"}. [It is nice]{#nice .claim .thesis}.

[Not under a cosy]{#cosy .rebuttal by="an aunt" attacks=cools weight=0.2}. [A cosy | is rare]{#rare
.claim}.
"""


@pytest.fixture(autouse=True)
def _in_a_folder_with_an_essay(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tea.md").write_text(TEA, "utf-8")


def test_what_it_says(capsys):
    assert argmap(capsys, "weigh").out == (
        "tea@en: Of *tea*\n"
        "  2 stand, 1 is contested, 3 are open\n"
        "\n"
        "Main statements\n"
        "  contested 0.78 cools: Tea cools\n"
        "      → it is supported by heat, which stands; cosy attacks it, and nothing answers that\n"
        "  open 0.50 nice: It is nice\n"
        "      → nothing supports it\n"
        "\n"
        "Open\n"
        "  open 0.50 rare: A cosy | is rare\n"
        "      → nothing supports it\n"
        "\n"
        "1 more is open, a premise or an answer without grounds: --all lists it.\n"
        "\n"
        "This is what the annotations imply. It does not say who is right. Strength, from 0 to 1, is by\n"
        "df-quad.\n"
    )


def test_all_of_it(capsys):
    out = argmap(capsys, "weigh", "--all", "--semantics", "h-categorizer").out
    assert "\nStand\n  stands 0.50 heat: cups lose heat\n" in out
    assert "--all lists" not in out
    assert "is by\nh-categorizer.\n" in out


def test_what_it_leans_on(capsys):
    out = argmap(capsys, "weigh", "--keystones").out
    assert (
        "Statements that the main statements lean on\n"
        "  - heat: cools from contested to open, 0.78 to 0.40\n"
        "  - measured: cools from contested to open, 0.78 to 0.65\n"
        "  - cosy: cools from contested to stands, 0.78 to 0.88\n"
        "\n"
        "Sources that the case leans on\n"
        "  - A thermometer: without it, 1 of 2 main statements change (cools from contested to open, 0.78 to\n"
        "    0.65)\n"
    ) in out


def test_what_would_change(capsys):
    out = argmap(capsys, "weigh", "--without", "source:a thermometer", "--assume", "tea:nice").out
    assert (
        "What changes without a thermometer (1 statement) and assuming tea:nice\n"
        "         before           after\n"
        "  cools  contested  0.78  open    0.65\n"
        "  nice   open       0.50  stands  1.00\n"
        "  heat   stands     0.75  open    0.50\n"
    ) in out
    out = argmap(capsys, "weigh", "--without", "rare").out
    assert "  cools  contested  0.78  the same  0.78\n" in out
    assert "  No standing changes.\n" in out


def test_markdown_is_escaped(capsys, tmp_path):
    ran = argmap(capsys, "weigh", "-o", "weigh.md", "--keystones", "--without", "heat")
    assert (ran.status, ran.out) == (0, "")
    page = (tmp_path / "weigh.md").read_text("utf-8")
    assert "\n## Of \\*tea\\*\n" in page
    assert "| A cosy \\| is rare (`rare`) | open | 0.50 | nothing supports it |" in page
    assert "\n- **heat**: cools from contested to open, 0.78 to 0.40\n" in page
    assert "\n## What changes without heat\n" in page


def test_json(capsys):
    options = ("--keystones", "--without", "heat", "-f", "json")
    found = json.loads(argmap(capsys, "weigh", *options).out)
    assert found["argmap"] == 1
    assert found["semantics"] == "df-quad"
    (essay,) = found["essays"]
    assert essay["counts"] == {"stands": 2, "falls": 0, "contested": 1, "open": 3}
    assert essay["theses"] == ["tea@en:cools", "tea@en:nice"]
    assert found["statements"][1] == {
        "id": "tea@en:heat",
        "standing": "stands",
        "strength": 0.75,
        "reason": "stands: it is supported by measured, which stands",
    }
    assert [link["standing"] for link in found["links"]] == ["stands", "stands", "contested"]
    assert found["unsettled"] == []
    first = found["keystones"]["statements"][0]
    assert (first["name"], first["changed"]) == ("tea@en:heat", 1)
    assert found["changes"]["theses"][0]["after"] == {"standing": "open", "strength": 0.4}
    plain = json.loads(argmap(capsys, "weigh", "-f", "json").out)
    assert (plain["keystones"], plain["changes"]) == (None, None)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--without", "haet"], "nothing has the id 'haet'; did you mean heat?"),
        (["--assume", "a:b:c"], "is no id"),
        (["--without", "source:thermometer"], "did you mean source:A thermometer?"),
        (["--without", "source:"], "no statement has the source ''"),
        (["--semantics", "quad"], "use df-quad, quadratic-energy, euler-based, h-categorizer"),
        (["-o", "x.svg"], "argmap weigh does not write .svg: use .txt, .md, .json"),
        (["--lang", "ko"], "no edition here is in 'ko'; there are en"),
        (["nowhere"], "nowhere"),
        (["f.apx"], "f.apx is a framework: say what to ask of it, as --task SE-PR"),
    ],
)
def test_what_cannot_be_done(capsys, options, said):
    ran = argmap(capsys, "weigh", *options)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "options",
    [["--arg", "a"], ["--timeout", "3"], ["a", "--task", "SE-GR", "--all"], ["--task", "SE-GR"]],
)
def test_what_does_not_go_together(capsys, options):
    ran = argmap(capsys, "weigh", *options)
    assert (ran.status, ran.out) == (2, "")
    assert "Error: " in ran.err


def test_a_framework(capsys, tmp_path):
    (tmp_path / "f.apx").write_text("arg(a).\narg(b).\natt(a,b).\n")
    assert argmap(capsys, "weigh", "f.apx", "--task", "DS-GR", "--arg", "a").out == "YES\n"
    assert argmap(capsys, "weigh", "f.apx", "--task", "SE-GR").status == 0
    assert argmap(capsys, "weigh", "f.apx", "--task", "DS-GR").status == 2


def test_one_edition_of_each_work(capsys, tmp_path):
    korean = TEA.replace("lang: en", "lang: ko").replace("Tea cools", "차는 " + "식" * 120)
    (tmp_path / "ko.md").write_text(korean, "utf-8")
    ran = argmap(capsys, "weigh")
    assert ran.out.startswith("tea@en: ")
    assert "tea@ko" not in ran.out
    assert "argmap: 1 edition of another language is left out" in ran.err
    ran = argmap(capsys, "weigh", "--lang", "ko")
    assert ran.out.startswith("tea@ko: ")
    assert ran.err == ""
    assert max(map(cells, ran.out.splitlines())) in (99, 100)
    assert argmap(capsys, "weigh", "ko.md").out.startswith("tea@ko: ")


def test_nothing_to_weigh(capsys, tmp_path):
    (tmp_path / "empty.md").write_text("Nothing.\n")
    ran = argmap(capsys, "weigh", "empty.md")
    assert ran.status == 2
    assert "there is no statement to weigh here" in ran.err


def test_circles_that_do_not_settle_are_told(capsys, tmp_path):
    (tmp_path / "odd.md").write_text(
        "[a]{#a .claim weight=1 attacks=b} [b]{#b .claim weight=1 attacks=c} "
        "[c]{#c .claim weight=1 attacks=a}\n"
    )
    out = " ".join(argmap(capsys, "weigh", "odd.md").out.split())
    assert "the strengths of 3 statements had not settled after 1000 rounds (odd@en:a" in out


def test_what_could_not_be_read_is_told(capsys, tmp_path):
    (tmp_path / "bad.md").write_text(
        "[a]{#a .claim .assumed weight=7} [b]{#b .claim weight=-1} [c]{#c .claim supports=nothing}\n"
    )
    ran = argmap(capsys, "weigh", "bad.md")
    assert ran.status == 1
    assert "stands 0.50 a: a\n" in ran.out
    assert ran.err == (
        "argmap: bad.md:1:31: the weight '7' is not a number from 0 to 1; 0.5 is taken instead\n"
        "argmap: bad.md:1:55: the weight '-1' is not a number from 0 to 1; 0.5 is taken instead\n"
        "argmap: bad.md: 1 reference leads nowhere, so links are missing; see argmap check\n"
    )


def test_nothing_of_an_essay_reaches_the_terminal_raw(capsys, tmp_path):
    (tmp_path / "bad.md").write_text(
        '---\ntitle: "\\x1b[31m"\n---\n[\x1b(0\x07 \u202ex]{#bad .claim by="\x9b2J"} '
        '[y]{.evidence supports=bad source="\x9b2J"}\n',
        "utf-8",
    )
    for format_ in ("text", "md", "json"):
        ran = argmap(capsys, "weigh", "bad.md", "--keystones", "--all", "--format", format_)
        assert ran.status == 0
        assert not set(ran.out) & {"\x1b", "\x07", "\u202e", "\x9b"}
