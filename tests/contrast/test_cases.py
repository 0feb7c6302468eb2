"""The questions of a contrast, weighed, in words and as JSON."""

from __future__ import annotations

import json

import pytest

from argmap.compare.contrast import contrast
from argmap.compare.contrast_cases import cases_of
from argmap.errors import ArgmapError
from argmap.essay import read_essay
from argmap.formats.documents.contrast import dumps
from argmap.graph import ArgumentGraph
from argmap.rendering.contrast_words import markdown, text
from argmap.weigh.crux import Outcome

LEFT = """---
id: left
author: A. Left
---

[Tea is done for]{#done .claim .thesis on=debate:pays}, as [it lost money]{#lost .evidence supports=done
source=Ledger}. [Nobody drinks it]{#nobody .claim on=debate:drunk}.
"""
RIGHT = """---
id: right
author: B. Right
---

[Tea has its best years ahead]{#ahead .claim .thesis on=debate:pays}, as [sales doubled]{#sales .evidence
supports=ahead source=Board}. [Everybody drinks it]{#all .claim on=debate:drunk}, for [cups are
out]{#cups .evidence supports=all source=Board}.
"""
DEBATE = """---
id: debate
---

[Does it pay?]{#pays .question} [Is it drunk?]{#drunk .question}

[One or the other.]{from=left:done contradicts=right:ahead}
"""


def made(*texts: str):
    essays = [read_essay(each, f"{number}.md") for number, each in enumerate(texts)]
    graph = ArgumentGraph.build(essays)
    return graph, contrast(graph, "left", "right")


def test_each_question_comes_out_as_its_statements_stand():
    graph, found = made(LEFT, RIGHT, DEBATE)
    cases = cases_of(graph, found)
    assert [case.outcome for case in cases.cases] == [Outcome.CONTESTED, Outcome.CARRIED]
    pays, drunk = cases.cases
    assert [move.key for move in pays.crux] == ["left@en:lost"]
    assert drunk.carried_by == 1
    assert cases.rows(Outcome.CARRIED, 1) == (1,)
    assert cases.rows(Outcome.CARRIED, 0) == ()


def test_words_say_it_and_never_who_is_right():
    graph, found = made(LEFT, RIGHT, DEBATE)
    cases = cases_of(graph, found)
    plain = " ".join(text(graph, found, 100, cases).split())
    assert "~ A. Left: done is contested" in plain
    assert "~ the crux: it would be settled if lost fell" in plain
    assert "~ B. Right: all stands; on cups" in plain
    assert "carried by B. Right: 1, drunk" in plain
    written = markdown(graph, found, cases)
    assert "| carried by B. Right | 1 | [drunk](#drunk) |" in written
    for words in (plain, written):
        assert "does not say which author is right" in words
    assert "crux" not in text(graph, found)


def test_json_has_the_case_of_each_question():
    graph, found = made(LEFT, RIGHT, DEBATE)
    document = json.loads(dumps(graph, found, cases_of(graph, found)))
    pays, drunk = (question["case"] for question in document["questions"])
    assert pays["crux"] == [{"statement": "left@en:lost", "before": "stands", "after": "falls"}]
    assert drunk["carried_by"] == "right"
    assert drunk["right"] == {
        "stand": ["right@en:all"],
        "contested": [],
        "leans_on": ["right@en:cups"],
    }
    assert "right@en:cups" in document["statements"]
    assert "case" not in json.loads(dumps(graph, found))["questions"][0]


def test_an_author_cannot_write_markup_into_the_closing_table():
    graph, found = made(LEFT.replace("A. Left", "'A | <b>'"), RIGHT, DEBATE)
    assert "<b>" not in markdown(graph, found, cases_of(graph, found)).replace("\\<", "")


def test_other_editions_have_no_say():
    other = LEFT.replace("id: left", "id: left\nlang: ko").replace("supports=done", "attacks=done")
    with_other = cases_of(*made(LEFT, RIGHT, DEBATE, other))
    assert with_other.cases == cases_of(*made(LEFT, RIGHT, DEBATE)).cases


def test_a_size_that_cannot_be_searched_is_refused():
    with pytest.raises(ArgmapError, match="up to a size of 3"):
        cases_of(*made(LEFT, RIGHT, DEBATE), size=4)
