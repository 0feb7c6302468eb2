from __future__ import annotations

import json

import pytest

from argmap.rendering.plain_text import cells
from tests.commands.run_argmap import argmap

ESSAY = """---
id: tea
---

## Heat {on=cold}

[Tea cools]{#cools .claim .thesis}, for [cups lose heat]{#heat .premise supports=cools via=law} and
[air takes it]{#air .premise supports=cools via=law}, as [it was measured]{#measured .evidence
supports=heat source="열역학 노트" url="https://example.org/a" at=p2}.

[Not under a cosy]{#cosy .rebuttal by="an aunt" attacks=law}. [It does, but slower]{#slower .rebuttal
attacks=cosy}.

[Tea is cold already]{#cold-tea .rebuttal by="an uncle" attacks=cools}. So [drink it
soon]{#soon .claim .thesis supports=after}, and [be glad]{#after .claim}.

[Will it be cold?]{#cold .question on=""}

[Who measures, knows]{from=measured supports=air}
"""


@pytest.fixture(autouse=True)
def _in_a_folder_with_an_essay(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tea.md").write_text(ESSAY, "utf-8")


def test_a_statement_with_its_whole_case(capsys):
    assert argmap(capsys, "show", "cools").out == (
        "claim, thesis  tea@en:cools\n"
        "  Tea cools\n"
        "\n"
        "  standing   contested: it is supported by heat and air, which stand; cold-tea attacks it, and\n"
        "             nothing answers that\n"
        "  strength   0.53 (by df-quad)\n"
        "  place      tea.md:7:1\n"
        "  section    Heat\n"
        "  speaks to  cold: Will it be cold?\n"
        "  rests on   evidence\n"
        "\n"
        "Grounds:\n"
        "  - because, by the step law (stands), with premises that act together:\n"
        "    - premise heat (stands): cups lose heat\n"
        "      - because evidence measured (stands): it was measured [열역학 노트]\n"
        "    - premise air (stands): air takes it\n"
        "      - because evidence measured (stands): it was measured [열역학 노트]\n"
        "        (Who measures, knows)\n"
        "    - against this step:\n"
        "      - but rebuttal cosy, said by an aunt (open): Not under a cosy\n"
        "        - but rebuttal slower (open): It does, but slower\n"
        "\n"
        "Attacks:\n"
        "  - but rebuttal cold-tea, said by an uncle (open): Tea is cold already (nothing answers it)\n"
    )


def test_evidence_and_what_it_helps_to_uphold(capsys):
    assert argmap(capsys, "show", "measured").out == (
        "evidence  tea@en:measured\n"
        "  it was measured\n"
        "\n"
        "  standing   stands: it is evidence\n"
        "  strength   0.50 (by df-quad)\n"
        "  place      tea.md:8:58\n"
        "  section    Heat\n"
        "  speaks to  cold: Will it be cold?\n"
        "  source     열역학 노트\n"
        "  url        https://example.org/a\n"
        "  at         p2\n"
        "\n"
        "Consequences:\n"
        "  - supports premise heat: cups lose heat\n"
        "  - supports premise air: air takes it\n"
        "    (Who measures, knows)\n"
        "  - and by way of these: cools\n"
    )


def test_a_question_and_who_speaks_to_it(capsys):
    out = argmap(capsys, "show", "cold").out
    assert "\nWho speaks to it:\n  - claim, thesis cools: Tea cools\n  - premise heat" in out
    assert "rests on" not in out


def test_what_rests_on_nothing(capsys):
    assert "  rests on   nothing shown or assumed\n" in argmap(capsys, "show", "soon").out


@pytest.mark.parametrize("name", ["heat", "tea:heat", "tea@en:heat"])
def test_the_ways_to_name_it(capsys, name):
    found = json.loads(argmap(capsys, "show", name, "--format", "json").out)
    assert found["statement"]["id"] == "tea@en:heat"
    assert [step["from"][0]["id"] for step in found["grounds"]] == ["tea@en:measured"]
    assert found["consequences"] == ["tea@en:cools"]
    assert [link["id"] for link in found["links"]] == ["tea@en:law"]


def test_the_case_as_data(capsys):
    found = json.loads(argmap(capsys, "show", "cools", "--depth", "2", "--format", "json").out)
    (step,) = found["grounds"]
    assert step["link"]["from"] == ["tea@en:heat", "tea@en:air"]
    assert [branch["id"] for branch in step["from"]] == ["tea@en:heat", "tea@en:air"]
    (undercut,) = step["attacks"]
    assert (undercut["link"]["subtype"], undercut["from"][0]["below"]) == ("undercut", 1)
    assert found["statement"]["section"] == ["Heat"]
    assert found["statement"]["on"] == ["tea@en:cold"]


def test_a_named_link(capsys):
    out = argmap(capsys, "show", "law").out
    assert out.startswith("supports link  tea@en:law\n  heat and air support cools\n")
    assert "\nFrom:\n  - premise heat: cups lose heat\n  - premise air: air takes it\n" in out
    assert "\nTo:\n  - claim, thesis cools: Tea cools\n" in out
    assert "\nAttacks:\n  - but rebuttal cosy, said by an aunt (open): Not under a cosy\n" in out
    found = json.loads(argmap(capsys, "show", "law", "--format", "json").out)
    assert found["link"]["from"] == ["tea@en:heat", "tea@en:air"]


def test_a_statement_without_an_id(tmp_path, capsys):
    (tmp_path / "milk.md").write_text("[Milk]{.claim} [cools]{.claim}\n", "utf-8")
    assert argmap(capsys, "show", "milk:~2").out.startswith("claim  milk@en:~2\n  cools\n")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("haet", "did you mean heat?"),
        ("a:b:c", "is no id"),
        ("", "is no id"),
        ("tee:heat", "did you mean tea:heat?"),
        ("coffee:heat", "nothing has the id 'coffee:heat'; the works are tea"),
        ("tea@ko:heat", "tea is there in en"),
        ("\x1b[31m", "nothing has the id"),
    ],
)
def test_what_is_not_there(capsys, name, said):
    ran = argmap(capsys, "show", name)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err


def test_an_id_in_several_works(tmp_path, capsys):
    (tmp_path / "milk.md").write_text("[Milk cools]{#cools .claim .thesis .assumed}\n", "utf-8")
    ran = argmap(capsys, "show", "cools")
    assert ran.status == 2
    assert "say which, milk:cools, tea:cools" in ran.err
    assert argmap(capsys, "show", "milk:cools").status == 0
    assert "did you mean tea:heat?" in argmap(capsys, "show", "haet").err


def test_an_id_in_several_works_is_looked_for_in_what_is_named(tmp_path, capsys):
    (tmp_path / "argmap.toml").write_text('essays = ["."]\n')
    (tmp_path / "milk.md").write_text(
        "[Milk cools]{#cools .claim}, [so]{.evidence supports=cools source=x}\n"
        "[Tea]{from=tea:measured supports=cools}\n",
        "utf-8",
    )
    ran = argmap(capsys, "show", "cools", "milk.md")
    assert ran.out.startswith("claim  milk@en:cools\n")
    assert "because evidence tea:measured (stands): it was measured" in ran.out


def test_an_id_that_only_others_have_must_still_say_whose(tmp_path, capsys):
    (tmp_path / "argmap.toml").write_text('essays = ["."]\n')
    (tmp_path / "milk.md").write_text("[Milk cools]{#cools .claim}\n", "utf-8")
    (tmp_path / "beer.md").write_text("[Beer is cold]{#cold-beer .claim}\n", "utf-8")
    ran = argmap(capsys, "show", "cools", "beer.md")
    assert (ran.status, ran.out) == (2, "")
    assert "say which, milk:cools, tea:cools" in ran.err


def test_the_edition_in_the_default_language_is_meant(tmp_path, capsys):
    for lang in ("ko", "de"):
        (tmp_path / f"{lang}.md").write_text(
            f"---\nid: milk\nlang: {lang}\n---\n[{lang}]{{#cools .claim}}\n", "utf-8"
        )
    assert argmap(capsys, "show", "milk:cools").out.startswith("claim  milk@de:cools\n")
    (tmp_path / "argmap.toml").write_text('default-lang = "ko"\nessays = ["."]\n')
    assert argmap(capsys, "show", "milk:cools").out.startswith("claim  milk@ko:cools\n")
    assert argmap(capsys, "show", "milk@de:cools").out.startswith("claim  milk@de:cools\n")


def test_depth_is_bounded_and_said(capsys):
    out = argmap(capsys, "show", "cools", "--depth", "1").out
    assert (
        "- premise heat (stands): cups lose heat\n      … 1 more statement bears on it: see --depth"
        in out
    )
    assert argmap(capsys, "show", "cools", "--depth", "0").status == 2


def test_circles_end(tmp_path, capsys):
    (tmp_path / "round.md").write_text(
        "[A]{#a .claim supports=b} [B]{#b .claim supports=c} [C]{#c .claim supports=a}\n", "utf-8"
    )
    out = argmap(capsys, "show", "round:a", "--depth", "50").out
    assert "      - because claim a (open) (its own case stands elsewhere in this tree)\n" in out
    assert "and by way of these: c\n" in out


def test_a_long_chain_is_no_trouble(tmp_path, capsys):
    marks = [f"[s{n}]{{#s{n} .claim supports=s{n + 1}}}" for n in range(1200)]
    (tmp_path / "long.md").write_text("\n\n".join([*marks, "[x]{#s1200 .claim}"]), "utf-8")
    ran = argmap(capsys, "show", "s1200", "--depth", "50")
    assert ran.status == 0
    assert "… 1150 more bear on it: see --depth" in ran.out
    assert argmap(capsys, "show", "s1200", "--format", "json").status == 0
    whole = argmap(capsys, "show", "s1200").out
    assert "- (1200 deep) because claim s0 (open): s0\n" in whole
    assert len(whole) < 120_000


def test_lines_are_wrapped_by_cells(tmp_path, capsys):
    words = "차가 식는다는 것은 누구나 안다 " * 12
    (tmp_path / "ko.md").write_text(
        f"---\nlang: ko\n---\n[{words}]{{#ko .claim}} [茶{'涼' * 90}]{{.premise supports=ko}}\n",
        "utf-8",
    )
    lines = argmap(capsys, "show", "ko").out.splitlines()
    assert max(map(cells, lines)) in (99, 100)


def test_nothing_of_an_essay_reaches_the_terminal_raw(tmp_path, capsys):
    (tmp_path / "bad.md").write_text(
        '# \x1b[31mred\n\n[\x1b(0\x07 \u202ex]{#bad .claim by="\x9b2J" on="q"}\n', "utf-8"
    )
    for format_ in ("text", "json"):
        ran = argmap(capsys, "show", "bad", "--format", format_)
        assert ran.status == 0
        assert not set(ran.out) & {"\x1b", "\x07", "\u202e", "\x9b"}
