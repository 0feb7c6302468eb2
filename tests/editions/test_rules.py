"""The rules about editions: their examples, and where their findings stand."""

from __future__ import annotations

import re

import pytest

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rules.editions import (
    edition_figure_differs,
    edition_lacks_rebuttal,
    edition_sense_reversed,
)
from tests.editions.works import edition, graph_of, without

RULES = (edition_lacks_rebuttal, edition_figure_differs, edition_sense_reversed)


def example(rule, heading: str) -> ArgumentGraph:
    part = re.search(rf"^## {heading}$(.*?)(?=^## |\Z)", rule.__doc__, re.DOTALL | re.MULTILINE)
    files = re.findall(r"^```markdown (\S+)\n(.*?)^```$", part[1], re.DOTALL | re.MULTILINE)
    return ArgumentGraph.build(read_essay(text, name) for name, text in files)


@pytest.mark.parametrize("rule", RULES)
def test_the_examples(rule):
    (breach,) = rule.check(example(rule, "Bad"))
    assert breach.path in ("ko.md", "vi.md")
    assert not list(rule.check(example(rule, "Good")))
    for other in RULES:
        if other is not rule:
            assert not list(other.check(example(rule, "Bad")))


def test_a_lost_rebuttal_is_reported_at_what_it_answered():
    graph = graph_of(edition("en"), without("ko", "cheaper"))
    (breach,) = edition_lacks_rebuttal.check(graph)
    (coffee,) = (s for s in graph.statements.values() if s.key == "tea@ko:coffee")
    assert (breach.path, breach.range) == ("essay-1.md", coffee.text_range)
    assert breach.message == (
        "ko lacks the rebuttal 'cheaper' of en, so that nothing answers 'coffee'"
    )


def test_an_edition_that_is_empty_ends_early():
    graph = graph_of(edition("en"), edition("ko", body="차.\n"))
    (breach,) = edition_lacks_rebuttal.check(graph)
    assert breach.message == "ko ends early: the last 6 statements of en are not there"


def test_one_language_is_no_breach():
    for rule in RULES:
        assert not list(rule.check(graph_of(edition("en"))))
