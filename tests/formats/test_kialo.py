"""Kialo's exports, old and new: what is read, and that what is written reads as it was."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap.formats.differing import lost_between
from argmap.formats.interface import CERTAIN, LIKELY, NO, Head, Reading, Source, Unreadable
from argmap.formats.kialo import FORMAT, read, write
from argmap.graph import ArgumentGraph
from argmap.model import LinkType
from tests.formats.graphs import holdable_graphs, sample

SAMPLES = Path(__file__).parent / "samples" / "kialo"


def reading(text: str | bytes) -> Reading:
    return read(Source("x.txt", text if isinstance(text, bytes) else text.encode()))


def told(made: Reading) -> list[str]:
    """Each statement and link in a line, then each fault."""
    graph = made.graph()
    lines = []
    for statement in graph.statements.values():
        flags = "".join(f" .{flag}" for flag in sorted(statement.flags))
        on = "".join(f" on {each}" for each in statement.on)
        text = statement.text.replace("\n", " / ")
        lines.append(f"{statement.id} .{statement.kind}{flags}{on}: {text}")
    for link in graph.links.values():
        lines.append(
            f"{graph.statements[link.sources[0]].name} {link.type} {link.target.rpartition(':')[2]}"
        )
    return [*lines, *(f"{fault.rule} {fault.range.start}" for fault in made.faults)]


OLD = "Discussion Title: On tea\n\n"
NEW = "Discussion Name:\nOn tea\n\n"
CASES = {
    "the old form": (
        f"{OLD}1. Tea is good.\n1.1. Pro: It warms.\n1.1.1. Con: So does soup.\n1.2. Con: It stains.\n",
        [
            *("tea-good .claim .thesis: Tea is good.", "warms .premise: It warms."),
            *("soup .rebuttal: So does soup.", "stains .rebuttal: It stains."),
            *("warms supports tea-good", "soup attacks warms", "stains attacks tea-good"),
        ],
    ),
    "the new form": (
        f"{NEW}1. Thesis:\nTea is good.\n\n  1.1. Pro:\n  It warms.\n\n    1.1.1. Con:\n    So does soup.\n",
        [
            *("tea-good .claim .thesis: Tea is good.", "warms .premise: It warms."),
            *("soup .rebuttal: So does soup.", "warms supports tea-good", "soup attacks warms"),
        ],
    ),
    "a claim in two places": (
        f"{OLD}1. Tea is good.\n1.1. Pro: It warms.\n1.2. Con: It stains.\n1.2.1. Con: -> See 1.1.\n",
        [
            *("tea-good .claim .thesis: Tea is good.", "warms .premise: It warms."),
            *("stains .rebuttal: It stains.", "warms supports tea-good", "stains attacks tea-good"),
            "warms attacks stains",
        ],
    ),
    "text on several lines, and a year at the start of one": (
        f"{OLD}1. Tea came in\n1657. That was long\nago.\n1.1. Pro: It is bitter.\n",
        [
            "tea-1657-long-ago .claim .thesis: Tea came in / 1657. That was long / ago.",
            "bitter .premise: It is bitter.",
            "bitter supports tea-1657-long-ago",
        ],
    ),
    "several theses under a question": (
        f"{OLD}1. When is tea?\n1.1. At four.\n1.1.1. Pro: It is late.\n1.2. At five.\n",
        [
            *("question .question: When is tea?", "four .claim .thesis on question: At four."),
            *("late .premise: It is late.", "five .claim .thesis on question: At five."),
            "late supports four",
        ],
    ),
    "several theses under the title": (
        f"{OLD}1. On tea\n1.1. At four.\n1.2. At five.\n",
        ["four .claim .thesis: At four.", "five .claim .thesis: At five."],
    ),
    "brackets behind backslashes": (
        f"{OLD}1. Tea \\(hot\\) is [good](https://example.org) \\[1\\].\n",
        ["tea-hot-good .claim .thesis: Tea (hot) is good [1]."],
    ),
    "a parent that is not there, and a reference to nothing": (
        f"{OLD}1. Tea is good.\n1.2.1. Pro: It warms.\n1.3. Con: -> See 1.7.\n",
        [
            *("tea-good .claim .thesis: Tea is good.", "warms .claim: It warms."),
            *("unknown-id 4:1", "unknown-id 5:1"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_an_export_is_read(text: str, expected: list[str]) -> None:
    assert told(reading(text)) == expected
    assert told(reading(text.replace("\n", "\r\n"))) == expected
    assert reading(text).essays[0].title == "On tea"


def test_sources_are_read_and_written_again() -> None:
    made = reading((SAMPLES / "new.txt").read_bytes())
    (_, longer, *_) = made.essays[0].statements
    assert longer.text == "Pupils sleep longer than before."
    assert longer.url == "https://example.org/sleep"
    assert longer.quote == "Pupils slept for an hour more. [...] No pupil slept less."
    written = write(made.graph())
    assert written.losses == ()
    original = (SAMPLES / "new.txt").read_text("utf-8")
    assert written.files[0].data.decode() == original.replace(
        "[3] https://example.org/unused\n", ""
    )


@pytest.mark.parametrize("name", ["old.txt", "several.txt"])
def test_an_export_in_the_old_form_is_written_as_it_was(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    written = write(reading(data).graph())
    assert written.files[0].data == data
    assert written.losses == ()


def test_what_a_tree_cannot_hold_is_said() -> None:
    written = write(sample())
    counts = {loss.kind: loss.count for loss in written.losses}
    assert counts["linked premises"] == 2
    assert counts["links on links"] == 1
    assert counts["contradictions"] == counts["restatements"] == 1
    assert counts["names of links"] == 2
    text = written.files[0].data.decode()
    assert "    1.1.1. Pro:\n    cups lose heat\n" in text
    assert "      1.1.1.1. Con:\n      Not in a flask.\n      It keeps warm for hours.\n" in text
    assert text.endswith("\nSources:\n[1] https://example.org/a?b=1&c=2\n")


def numbered(graph: ArgumentGraph) -> ArgumentGraph:
    """Give each text a number at its end, to find it by."""
    essays = []
    for essay in graph.essays:
        statements = [
            replace(each, text=f"{each.text} No. {n} {essay.key.replace('@', ' ')}")
            for n, each in enumerate(essay.statements)
        ]
        essays.append(replace(essay, statements=tuple(statements)))
    return ArgumentGraph.build(essays)


def number(text: str) -> str:
    return re.findall(r"No\. \d+ \w+ \w+$", text)[0]


@settings(max_examples=25, deadline=None)
@given(holdable_graphs().map(numbered))
def test_nothing_is_lost_but_what_is_said(graph: ArgumentGraph) -> None:
    written = write(graph)
    if not graph.statements:
        return
    after = reading(written.files[0].data).graph()
    there = {number(each.text): key for key, each in after.statements.items()}
    keys = {key: there[number(each.text)] for key, each in graph.statements.items()}
    lost = {loss.kind: loss.count for loss in lost_between(graph, after, keys)}
    said = {loss.kind: loss.count for loss in written.losses}
    for kind in ("kinds", "flags", "texts", "urls", "quotes", "names in by", "sources", "weights"):
        assert lost.get(kind) == said.get(kind), kind
    simple = [
        link
        for link in graph.links.values()
        if len(link.sources) == 1 and link.target in graph.statements
        if link.type in (LinkType.SUPPORTS, LinkType.ATTACKS)
    ]
    made = {(each.type, each.sources, each.target) for each in after.links.values()}
    for link in simple:
        assert (link.type, (keys[link.sources[0]],), keys[link.target]) in made
    kinds = ("linked premises", "links on links", "contradictions", "restatements")
    assert len(graph.links) - len(simple) == sum(said.get(kind, 0) for kind in kinds)
    again = write(after)
    assert reading(again.files[0].data).graph().links.keys() == after.links.keys()


def test_circles_and_depth_end() -> None:
    chain = "".join(f"{'1.' * (n + 1)} Pro: level {n} x{n}x\n" for n in range(1, 300))
    deep = reading(f"{OLD}1. root\n{chain}").graph()
    assert len(deep.links) == 299
    written = write(deep)
    assert [(loss.kind, loss.count) for loss in written.losses] == [
        ("claims more than 200 deep", 100)
    ]
    circle = reading(f"{OLD}1. a b\n1.1. Pro: c d\n1.1.1. Pro: -> See 1.\n").graph()
    text = write(circle).files[0].data.decode()
    assert text.endswith("1. a b\n1.1. Pro: c d\n1.1.1. Pro: -> See 1.\n")


@pytest.mark.parametrize(
    "text", ["", "Discussion Title: Tea\n", "words\n", "\n\n", "Sources:\n[1] x\n"]
)
def test_what_is_no_export_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        reading(text)


RECOGNISED = {
    "old": (OLD, CERTAIN),
    "new": (NEW, CERTAIN),
    "without a name": ("1. Tea\n1.1. Pro: warm\n", LIKELY),
    "a numbered list": ("1. Tea\n2. Soup\n", NO),
}


@pytest.mark.parametrize(("text", "sure"), RECOGNISED.values(), ids=RECOGNISED)
def test_an_export_is_recognised(text: str, sure: int) -> None:
    assert FORMAT.sniff is not None
    assert FORMAT.sniff(Head(text.encode(), ".txt")) == sure
