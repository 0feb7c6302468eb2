"""docs/schemes.md: its examples pass, its output is what is printed, its table is the table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rendering.questions_words import text
from argmap.rules.registry import find_rule
from argmap.rules.run import check
from argmap.schemes import SCHEMES, Role
from argmap.schemes.asking import faced

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "schemes.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```markdown\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def graph_of(example):
    return ArgumentGraph.build([read_essay(example, "essay.md")])


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_example_passes(example):
    assert [f"{f.range}: {f.code} {f.message}" for f in check(graph_of(example))] == []


def test_the_output_is_what_is_printed():
    (shown,) = re.findall(r"^```text\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    graph = graph_of(EXAMPLES[0])
    assert text(graph, faced(graph, {"essay.md"})) == shown


def test_answers_and_raisers_are_as_told():
    answered, raised = (
        {
            asked.question.id: asked
            for each in faced(graph_of(example), {"essay.md"})
            for asked in each.asked
        }
        for example in EXAMPLES[1:]
    )
    assert [name for name, asked in answered.items() if not asked.open] == ["respect", "relevance"]
    assert raised["respect"].raised == ("essay@en:alike",)
    assert raised["respect"].answers == ("essay@en:tired",)
    assert raised["difference"].raised == ("essay@en:open-late",)
    assert raised["difference"].answers == ("essay@en:longer-day",)


def test_the_table_is_the_table():
    rows = re.findall(r"^\| `([a-z][a-z-]*)` \| (.+) \|$", PAGE, re.MULTILINE)
    assert rows == [
        (
            scheme.id,
            ", ".join(f"*{q.id}*" if q.role is Role.EXCEPTION else q.id for q in scheme.questions),
        )
        for scheme in SCHEMES.values()
    ]


def test_the_rules_and_pages_that_it_names_are_there():
    assert all(find_rule(code) for code in re.findall(r"AM\d+", PAGE))
    assert all((DOCS / page).is_file() for page in re.findall(r"\]\((rules/[^)]+)\)", PAGE))
