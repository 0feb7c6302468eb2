"""docs/annotating.md: its examples pass a check, and the rules that it names are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rules.registry import find_rule
from argmap.rules.run import check, fails

PAGE = (Path(__file__).parents[1] / "docs" / "annotating.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```markdown\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("text", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_example_passes(text):
    findings = check(ArgumentGraph.build([read_essay(text, "example.md")]))
    assert not fails(findings), [f"{f.range}: {f.code} {f.message}" for f in findings]


def test_the_rules_that_it_names_are_there():
    assert all(find_rule(code) for code in re.findall(r"AM\d+", PAGE))
