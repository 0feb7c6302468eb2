"""docs/syntax.md: every example is read as it is meant, and every near miss as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rules.registry import BY_NAME
from argmap.rules.run import check
from argmap.syntax.vocabulary import ATTRIBUTES, CLASSES

PAGE = (Path(__file__).parents[1] / "docs" / "syntax.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```markdown\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
MISSES = re.findall(r"^\| `(.+?)` \| (AM\d+) ([\w-]+) \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("text", EXAMPLES, ids=lambda text: text.strip().split("\n")[0][:40])
def test_every_example_passes(text):
    graph = ArgumentGraph.build([read_essay(text, "example.md")])
    assert [f"{f.range}: {f.code} {f.message}" for f in check(graph)] == []


@pytest.mark.parametrize(("text", "code", "name"), MISSES, ids=[name for _, _, name in MISSES])
def test_every_near_miss_is_what_the_table_says(text, code, name):
    assert BY_NAME[name].code == code
    assert [fault.rule for fault in read_essay(text, "example.md").faults] == [name]


def test_every_word_of_the_syntax_is_on_the_page():
    for word in CLASSES:
        assert f"`.{word}`" in PAGE
    for word in ATTRIBUTES:
        assert f"`{word}`" in PAGE or f"`{word}=" in PAGE, word
