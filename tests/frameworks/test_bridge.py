"""Where an essay has nothing but attacks, its weighing is Dung's grounded labelling."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.weigh.frameworks import Framework, grounded

sys.path.insert(0, str(Path(__file__).parent.parent / "graph"))
from handmade import graph

standing = pytest.importorskip("argmap.weigh.standing", reason="argmap weigh is not there yet")

NAMES = "abcdef"
pairs = st.sets(st.sampled_from([(a, b) for a in NAMES for b in NAMES if a != b]), max_size=12)


@settings(max_examples=25)
@given(pairs, pairs)
@example({("a", "b"), ("b", "c"), ("c", "a")}, set())
@example({("a", "b"), ("b", "c")}, {("c", "d")})
def test_the_grounded_labelling_and_standings_agree(attacks, contradictions):
    contradictions = {pair for pair in contradictions if pair[0] < pair[1]}
    essay = []
    for name in NAMES:
        # Each is granted unless attacked, as an argument of a framework is.
        words = [name, "claim.assumed"]
        for word, links in (("attacks", attacks), ("contradicts", contradictions)):
            if targets := sorted(target for source, target in links if source == name):
                words.append(f"{word}={','.join(targets)}")
        essay.append(" ".join(words))
    weighed = standing.weigh(graph("\n".join(essay))).standings
    both_ways = [*contradictions, *(pair[::-1] for pair in contradictions)]
    settled = grounded(Framework.of(NAMES, [*attacks, *both_ways]))
    expected = {NAMES[position]: "stands" for position in settled.accepted}
    expected.update({NAMES[position]: "falls" for position in settled.rejected})
    expected.update({NAMES[position]: "contested" for position in settled.undecided})
    assert {name: weighed[f"w@en:{name}"] for name in NAMES} == expected
