"""Which questions are raised and answered: cases in Markdown, and what must hold for any essay.

A line of what is expected holds the statements that name the scheme, the question, ``? raisers``
and ``= answers``.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.essay import read_essay
from argmap.formats.documents.graph import dumps, loads
from argmap.graph import ArgumentGraph
from argmap.rules.run import check
from argmap.schemes.asking import SchemeUses, faced

_CASE = re.compile(
    r"^(?P<title>[^\n.][^\n]*)\n\.\n(?P<essay>.*?)^\.\n(?P<asked>.*?)^\.$", re.DOTALL | re.MULTILINE
)
_NEXT = re.compile(r"^=== (\S+)\n", re.MULTILINE)
CASES = _CASE.findall((Path(__file__).parent / "cases" / "asking.md").read_text("utf-8"))


def graph_of(text):
    parts = _NEXT.split(text)
    files = zip(parts[1::2], parts[2::2], strict=True) if len(parts) > 1 else [("essay.md", text)]
    return ArgumentGraph.build([read_essay(body, path) for path, body in files])


def described(graph):
    lines = []
    for asked in SchemeUses(graph).asked():
        home = min(essay.key for essay in graph.essays)

        def names(keys, home=home):
            short = (key.removeprefix(f"{home}:").replace("@en:", ":") for key in keys)
            return " ".join(short)

        words = f"{names(asked.use.keys).replace(' ', '+')} {asked.question.id}"
        words += f" ? {names(asked.raised)}" if asked.raised else ""
        words += f" = {names(asked.answers)}" if asked.answers else ""
        lines.append(words + "\n")
    return "".join(lines)


@pytest.mark.parametrize(("title", "essay", "asked"), CASES, ids=[case[0] for case in CASES])
def test_case(title, essay, asked):
    assert described(graph_of(essay)) == asked


def test_no_case_is_lost():
    assert len(CASES) == 16


WORDS = st.sampled_from(
    [
        "a",
        "b",
        "c",
        "step",
        "a.respect",
        "b.respect",
        "b.difference",
        "step.both",
        "x.y",
        "a.",
        ".a",
        "essay:b.respect",
        "essay@en:c.origin",
        "b.c.d",
        "나.respect",
        "b.réspect",
        "other:a.b",
    ]
)
SCHEMES = st.sampled_from(["", "analogy", "rumour", "alternatives", "anology", "유추", "a.b"])
LINKS = st.sampled_from(["", "supports=a", "attacks=b", "contradicts=c", "supports=a via=step"])


@st.composite
def essays(draw):
    parts = []
    for name in "abc":
        kind = draw(st.sampled_from(["claim .thesis", "premise .assumed", "rebuttal", "question"]))
        scheme = draw(SCHEMES)
        words = " ".join(draw(st.lists(WORDS, max_size=3)))
        parts.append(
            f"[{name}]{{#{name} .{kind} {draw(LINKS)}"
            + (f' scheme="{scheme}"' if scheme else "")
            + (f' answers="{words}"' if words else "")
            + "}"
        )
    return " ".join(parts) + "\n"


@given(essays())
@settings(max_examples=25, deadline=None)
def test_any_essay_is_read_asked_and_written(text):
    """Nothing raises, places lie in the text, raisers and answers are there, JSON keeps it all."""
    graph = graph_of(text)
    width = len(text)
    for finding in check(graph):
        assert finding.range.start.line == finding.range.end.line == 1
        assert 1 <= finding.range.start.column <= finding.range.end.column <= width
    found = faced(graph, {"essay.md"})
    for asked in (each for one in found for each in one.asked):
        assert {*asked.raised, *asked.answers} <= graph.statements.keys()
        assert asked.open is not bool(asked.answers)
    written = dumps(graph)
    assert dumps(loads(written)) == written
    again = faced(loads(written), {"essay.md"})
    assert [each.asked for each in again] == [each.asked for each in found]


def test_an_answer_keeps_its_question_in_the_document():
    text = (
        "[A]{#a .claim .thesis}, [b]{#b .premise .assumed supports=a scheme=sign answers=b.seen}."
    )
    assert '"essay@en:b.seen"' in dumps(graph_of(text))


def test_a_long_chain_is_no_deeper_than_a_short_one():
    links = "".join(
        f"[s{n}]{{#s{n} .premise supports=s{n - 1} scheme=rumour}} " for n in range(1, 3000)
    )
    graph = graph_of(f"[s0]{{#s0 .claim .thesis}} {links}")
    assert len(list(SchemeUses(graph).asked())) == 2999 * 5
