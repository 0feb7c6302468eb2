"""AM306 dead-link: from verdicts to breaches, without a network."""

from __future__ import annotations

import pytest

import argmap.rules.evidence.dead_link as rule
from argmap.essay import read_essay_bytes
from argmap.graph import ArgumentGraph
from argmap.online import Status, Verdict
from argmap.rules.run import check

DEAD = Verdict(Status.DEAD, "404 Not Found", "https://example.org/gone")
ESSAY = """[C]{#c .claim .thesis}, for [a]{#a .evidence supports=c
url="https://example.org/gone"}, [b]{#b .evidence supports=c url="https://example.org/there"},
[d]{#d .evidence supports=c url="https://example.org/gone"} and [e]{#e .evidence
supports=c url="www.example.org"}.
"""


def graph_of(text: str, path: str = "essay.md") -> ArgumentGraph:
    return ArgumentGraph.build([read_essay_bytes(text.encode(), path)])


def test_links_are_listed_with_their_places_in_order() -> None:
    links = rule.urls_of(graph_of(ESSAY))
    assert list(links) == ["https://example.org/gone", "https://example.org/there"]
    assert [place.statement.id for place in links["https://example.org/gone"]] == ["a", "d"]


def test_every_place_of_a_dead_link_is_found_at_its_value() -> None:
    breaches = list(rule.check_links(graph_of(ESSAY), {"https://example.org/gone": DEAD}))
    lines = ESSAY.splitlines()
    for breach, name in zip(breaches, "ad", strict=True):
        start, end = breach.range.start, breach.range.end
        assert (
            "https://example.org/gone" in lines[start.line - 1][start.column - 1 : end.column - 1]
        )
        assert breach.message == f"the link of the evidence '{name}' is dead: 404 Not Found"
        assert "archive" in breach.hint


def test_nothing_but_dead_links_is_reported() -> None:
    graph = graph_of(ESSAY)
    for status in set(Status) - {Status.DEAD}:
        assert list(rule.check_links(graph, {"https://example.org/gone": Verdict(status)})) == []
    assert list(rule.check_links(graph, {})) == []


def test_missing_part_has_a_way_out_of_its_own() -> None:
    url = "https://example.org/gone"
    here = Verdict(Status.DEAD, "there is no part #x on the page", url, part="x")
    moved = Verdict(Status.DEAD, here.reason, "https://new.example.org/", moved=True, part="x")
    hints = [next(rule.check_links(graph_of(ESSAY), {url: one})).hint for one in (here, moved)]
    assert "without it" in hints[0]
    assert "https://new.example.org/" in hints[1]


@pytest.mark.parametrize(("title", "dead"), [("Bad", 1), ("Good", 0)])
def test_examples_of_the_explanation_do_what_they_say(title: str, dead: int) -> None:
    """In them, pages at ``/gone`` are gone and all others are there."""
    section = (rule.__doc__ or "").partition(f"## {title}\n")[2]
    graph = graph_of(section.split("```markdown\n")[1].partition("```")[0])
    urls = rule.urls_of(graph)
    assert len(urls) == 1
    verdicts = {url: DEAD if url.endswith("/gone") else Verdict(Status.OK) for url in urls}
    assert len(list(rule.check_links(graph, verdicts))) == dead
    assert check(graph) == []


def test_messages_stay_short() -> None:
    verdict = Verdict(Status.DEAD, "x" * 9000, "https://a.example/" + "y" * 9000, True, "x")
    (breach, _) = rule.check_links(graph_of(ESSAY), {"https://example.org/gone": verdict})
    assert len(breach.message) < 300
    assert len(breach.hint) < 300
