from __future__ import annotations

import json

import pytest

from tests.commands.run_argmap import argmap

ESSAY = """---
id: tea
---

# 차 {on=heat}

[Tea cools]{#cools .claim .thesis}, for [cups lose heat]{#loses .premise supports=cools}, as [it
was measured]{#measured .evidence supports=loses source="A thermometer"}.

A paragraph without a mark.

[Not so]{#not .rebuttal by="an aunt" attacks=loses}. [So]{#so .rebuttal attacks=not}.
"""


@pytest.fixture(autouse=True)
def _in_a_folder_with_an_essay(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tea.md").write_text(ESSAY, "utf-8")


def test_counts_as_data(capsys):
    found = json.loads(argmap(capsys, "stats", "--format", "json").out)["total"]
    assert found["statements"] == 5
    assert found["kinds"] == {"claim": 1, "premise": 1, "evidence": 1, "rebuttal": 2}
    assert found["links"] == {"supports": 2, "attacks": 2}
    assert found["attacks"] == {"rebut": 1, "undermine": 1}
    assert found["sections"] == {"차": 5}
    assert found["questions"] == {"heat": 5}
    assert found["sources"] == {"A thermometer": 1}
    assert (found["reported"], found["evidenced"], found["unbacked"]) == (1, 2, 0)
    assert (found["paragraphs"], found["covered"], found["coverage"]) == (3, 2, 0.6667)


def test_counts_as_a_table_aligned_by_cells(capsys):
    lines = argmap(capsys, "stats").out.splitlines()
    assert lines[0].split() == ["tea@en"]
    from argmap.render.plain_text import cells

    numbered = [line for line in lines if line.rstrip()[-1:].isdigit()]
    assert len({cells(line) for line in numbered}) == 1


def test_several_essays_have_a_total(tmp_path, capsys):
    (tmp_path / "milk.md").write_text("[Milk cools]{#cools .claim .thesis .assumed}\n", "utf-8")
    lines = argmap(capsys, "stats").out.splitlines()
    assert lines[0].split() == ["milk@en", "tea@en", "all"]
    assert lines[1].split() == ["statements", "1", "5", "6"]
