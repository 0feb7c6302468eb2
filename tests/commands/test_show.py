from __future__ import annotations

import json

import pytest

from tests.commands.run_argmap import argmap

ESSAY = """---
id: tea
---

[Tea cools]{#cools .claim .thesis}, for [cups lose heat]{#heat .premise supports=cools via=law}, as
[it was measured]{#measured .evidence supports=heat source="열역학 노트"}.

[Not under a cosy]{#cosy .rebuttal by="an aunt" attacks=law}. [It does, but slower]{#slower .rebuttal
attacks=cosy}.
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
        "  place     tea.md:5:1\n"
        "  rests on  evidence\n"
        "\n"
        "grounds and answers:\n"
        "  - because premise heat: cups lose heat\n"
        "    - because evidence measured: it was measured (열역학 노트)\n"
        "    - but not by the step law: rebuttal cosy, said by an aunt: Not under a cosy\n"
        "      - but rebuttal slower: It does, but slower\n"
        "\n"
        "it bears on nothing\n"
    )


@pytest.mark.parametrize("name", ["heat", "tea:heat", "tea@en:heat"])
def test_the_ways_to_name_it(capsys, name):
    found = json.loads(argmap(capsys, "show", name, "--format", "json").out)
    assert found["id"] == "tea@en:heat"
    assert found["grounds"] == ["tea@en:measured"]
    assert found["consequences"] == ["tea@en:cools"]


def test_a_named_link(capsys):
    out = argmap(capsys, "show", "law").out
    assert out.startswith("link  tea@en:law\n  heat supports cools\n")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("haet", "did you mean heat?"),
        ("a:b:c", "is no id"),
        ("coffee:heat", "nothing has the id 'coffee:heat'"),
    ],
)
def test_what_is_not_there(capsys, name, said):
    ran = argmap(capsys, "show", name)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_an_id_in_several_works(tmp_path, capsys):
    (tmp_path / "milk.md").write_text("[Milk cools]{#cools .claim .thesis .assumed}\n", "utf-8")
    ran = argmap(capsys, "show", "cools")
    assert "say which, milk:cools, tea:cools" in ran.err
    assert argmap(capsys, "show", "milk:cools").status == 0


def test_depth_is_bounded_and_said(capsys):
    assert "… and 1 more below (--depth)" in argmap(capsys, "show", "cools", "--depth", "1").out
