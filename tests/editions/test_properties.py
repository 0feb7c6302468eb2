"""What holds for any two editions."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from argmap.compare.editions import Difference, compare_editions
from argmap.essay import read_essay
from argmap.formats.documents.editions import dumps
from argmap.graph import ArgumentGraph
from argmap.rendering.editions_words import markdown, text

IDS = ("a", "b", "c", "d", "e", "f", "g", "h")
WORDS = ("$5 billion", "50억 달러", "at most 3%", "2024", "OpenAI", "每個token", "$", "\0", "`<b>`")


@st.composite
def bodies(draw) -> str:
    parts = []
    for id_ in draw(st.lists(st.sampled_from(IDS), unique=True)):
        kind = draw(st.sampled_from(("claim", "premise", "evidence", "rebuttal", "claim .thesis")))
        link = draw(st.sampled_from(("", "supports", "attacks", "contradicts")))
        target = draw(st.sampled_from((*IDS, "step")))
        more = draw(st.sampled_from(("", "by=x", "source=y", "sense=reversed", "sense=garbled")))
        via = " via=step" if link in ("supports", "attacks") and draw(st.booleans()) else ""
        words = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=3)))
        linked = f" {link}={target}{via}" if link else ""
        parts.append(f"[It is {words}]{{#{id_} .{kind}{linked} {more}}}.\n")
    return "\n".join(parts)


def graph_of(*editions: tuple[str, str]) -> ArgumentGraph:
    return ArgumentGraph.build(
        read_essay(f"---\nid: w\nlang: {lang}\n---\n\n{body}", f"{lang}.md")
        for lang, body in editions
    )


def mirrored(difference: Difference) -> tuple[object, ...]:
    """Return what a difference says whichever edition is the base."""
    changes = Counter((c.rank, c.what, frozenset((c.base, c.edition))) for c in difference.changes)
    return (
        difference.id,
        frozenset((difference.base, difference.edition)),
        frozenset(changes.items()),
        frozenset(difference.effects),
        difference.ids,
    )


@given(body=bodies())
def test_an_edition_differs_in_nothing_from_itself(body: str) -> None:
    graph = graph_of(("en", body), ("fr", body))
    assert compare_editions(graph, "w", "en").drifts[0].differences == ()


@given(one=bodies(), two=bodies())
@example(one="[It is 2024 $]{#b .claim}.\n", two="[It is $5 billion, $5 billion]{#b .claim}.\n")
@example(one="[It is 2024 $]{#b .claim}.\n", two="[It is $5 billion, $6 billion]{#b .claim}.\n")
def test_either_may_be_the_base(one: str, two: str) -> None:
    graph = graph_of(("en", one), ("fr", two))
    here = compare_editions(graph, "w", "en").drifts[0]
    there = compare_editions(graph, "w", "fr").drifts[0]
    assert here.shared == there.shared
    assert here.counts() == there.counts()
    assert Counter(map(mirrored, here.differences)) == Counter(map(mirrored, there.differences))


@given(one=bodies(), two=bodies(), lang=st.sampled_from(("ko", "zh-Hant", "vi")))
def test_all_can_be_written_and_the_gravest_comes_first(one: str, two: str, lang: str) -> None:
    graph = graph_of(("en", one), (lang, two))
    found = compare_editions(graph, "w")
    ranks = [difference.rank for difference in found.drifts[0].differences]
    assert ranks == sorted(ranks)
    ids = [d.id for d in found.drifts[0].differences if d.base or d.edition]
    assert len(ids) == len(set(ids))
    for write in (text, markdown, dumps):
        assert write(graph, found) == write(graph, replace(found))
        assert write(graph, found).endswith("\n")


@given(one=st.text(), two=st.text())
def test_any_essay_is_compared(one: str, two: str) -> None:
    essays = [
        replace(read_essay(body, f"{lang}.md"), id="w", lang=lang)
        for lang, body in (("en", one), ("ko", two))
    ]
    graph = ArgumentGraph.build(essays)
    assert text(graph, compare_editions(graph, "w"))
