"""Take any one support out of a good essay, and the check says where it is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rule_examples import findings_of

from argmap.essay import read_essay

ESSAY = (Path(__file__).parent / "cases" / "essay.txt").read_text(encoding="utf-8")
SUPPORTS = list(re.finditer(r"\s+supports=(?:\"[^\"]*\"|\S+?)(?=[\s}])", ESSAY))


def test_the_essay_is_clean() -> None:
    assert findings_of(ESSAY) == []
    assert len(SUPPORTS) >= 7


@pytest.mark.parametrize("support", SUPPORTS, ids=lambda match: match.group().strip())
def test_removal_is_found_at_one_of_its_ends(support: re.Match[str]) -> None:
    """At the statement that no longer supports anything, or at one that nothing supports now."""
    shorter = ESSAY[: support.start()] + ESSAY[support.end() :]
    found = findings_of(shorter)
    targets = re.findall(r"[\w-]+", support.group().partition("=")[2])
    source = re.findall(r"#([\w-]+)", ESSAY[: support.start()])[-1]
    places = {s.id: s.range for s in read_essay(shorter, "essay.md").statements}
    ends = [places[key] for key in (source, *targets)]
    assert any(end.start <= f.range.start and f.range.end <= end.end for f in found for end in ends)
