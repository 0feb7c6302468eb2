"""Gradual semantics: the oracle, the principles that each is known for, circles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.weigh.semantics import (
    SEMANTICS,
    dfquad,
    euler_based,
    h_categorizer,
    quadratic_energy,
)
from argmap.weigh.standing import weigh
from argmap.weigh.strength import ROUNDS, strengths
from tests.weigh.essays import ORACLE, any_graph, graph
from tests.weigh.test_standing import chain

SCORE = st.floats(0, 1)
SOME = st.lists(SCORE, max_size=4)
CHEAP = settings(max_examples=25, deadline=None)
BIPOLAR = [dfquad, quadratic_energy, euler_based]
ALL = list(SEMANTICS.values())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("df-quad", (0.08, 0.862, 0.85)),
        ("quadratic-energy", (0.1859, 0.7199, 0.6644)),
        ("euler-based", (0.3399, 0.6894, 0.6263)),
        ("h-categorizer", (0.5 / 2.3, 0.5, 0.5 / 1.2)),
    ],
)
def test_the_oracle(name, expected):
    values = strengths(graph(ORACLE), name).values
    found = [values[f"w@en:{key}"] for key in ("P2", "A1", "A2")]
    assert found == pytest.approx(expected, abs=5e-5)


@CHEAP
@given(SCORE, SOME)
def test_balance(base, some):
    for semantics in BIPOLAR:
        assert semantics(base, some, list(reversed(some))) == pytest.approx(base)
    for semantics in ALL:
        assert semantics(base, [], []) == pytest.approx(base)


@CHEAP
@given(SCORE, SOME, SOME, SCORE, SCORE)
def test_monotony(base, attackers, supporters, one, other):
    weak, strong = sorted((one, other))
    for semantics in ALL:
        value = semantics(base, attackers, supporters)
        assert 0 <= value <= 1
        slack = 1e-9
        assert semantics(base, [*attackers, one], supporters) <= value + slack
        assert semantics(base, attackers, [*supporters, one]) >= value - slack
        more = semantics(base, [*attackers, strong], supporters)
        assert more <= semantics(base, [*attackers, weak], supporters) + slack
        lower, upper = sorted((base, one))
        low, high = (semantics(each, attackers, supporters) for each in (lower, upper))
        assert low <= high + slack


@CHEAP
@given(SCORE, SOME, SOME)
def test_duality(base, some, others):
    """Attack does to a base what support does to its opposite; not so by Euler."""
    for semantics in (dfquad, quadratic_energy):
        value = semantics(1 - base, others, some)
        assert semantics(base, some, others) == pytest.approx(1 - value)
    assert euler_based(0.5, [1], []) != pytest.approx(1 - euler_based(0.5, [], [1]))


def test_extremes():
    assert euler_based(0.5, [], [1.0] * 5000) == pytest.approx(1)
    assert euler_based(0, [], [1.0] * 5000) == 0
    assert h_categorizer(1, [1, 1], [1]) == pytest.approx(1 / 3)
    assert dfquad(0.4, [1], []) == 0
    assert quadratic_energy(0.5, [0.2], [0.2]) == 0.5


def test_links_on_links():
    made = graph(
        "[a]{#a .claim} [p]{#p .premise weight=0.4 supports=a via=s} "
        "[q]{#q .premise weight=0.8 supports=a via=s} [u]{#u .rebuttal weight=0.5 attacks=s} "
        "[b]{#b .premise weight=0.2 supports=s} [c]{#c .claim} [d]{#d .premise weight=1 supports=c via=t} "
        "[e]{#e .premise weight=1 supports=t}"
    )
    values = strengths(made).values
    # The weakest premise, less what the undercut takes and the backing makes up for.
    assert values["w@en:s"] == pytest.approx(0.4 - 0.4 * (0.5 - 0.2))
    assert values["w@en:a"] == pytest.approx(0.5 + 0.5 * values["w@en:s"])
    assert values["w@en:t"] == 1
    assert strengths(made, without=["w@en:d"]).values["w@en:t"] == 0
    # Backing never carries a step above its weakest premise.
    backed = "[a]{#a .claim} [p]{#p .premise weight=0.4 supports=a via=s} [u]{#u .rebuttal weight=0.1 attacks=s} [b]{#b .premise weight=1 supports=s}"
    assert strengths(graph(backed)).values["w@en:s"] == 0.4


def test_circles_settle_or_say_that_they_do_not():
    two = graph("[a]{#a .claim contradicts=b} [b]{#b .claim}")
    found = strengths(two)
    # x = 0.5 - 0.5 x
    assert [found.values[f"w@en:{key}"] for key in "ab"] == pytest.approx([1 / 3, 1 / 3])
    assert found.unsettled == ()
    assert 0 < found.rounds < 60
    odd = graph(
        "[a]{#a .claim weight=1 attacks=b} [b]{#b .claim weight=1 attacks=c} "
        "[c]{#c .claim weight=1 attacks=a} [d]{#d .claim}"
    )
    restless = strengths(odd)
    assert restless.unsettled[:3] == ("w@en:a", "w@en:b", "w@en:c")
    assert "w@en:d" not in restless.unsettled
    assert restless.rounds == ROUNDS
    assert strengths(odd, "h-categorizer").unsettled == ()


def test_restating_adds_nothing():
    values = strengths(graph("[a]{#a .claim restates=b} [b]{#b .claim}")).values
    assert values["w@en:a"] == values["w@en:b"] == 0.5


@pytest.mark.parametrize("seed", range(8))
def test_all_that_has_a_standing_has_a_strength(seed):
    made = any_graph(seed, 8)
    for name in SEMANTICS:
        found = strengths(made, name).values
        assert found.keys() == weigh(made).standings.keys()
        assert all(0 <= value <= 1 for value in found.values())


def test_depth_and_unknown_names():
    assert strengths(chain(5000)).values["w@en:s0"] > 0.5
    with pytest.raises(ArgmapError, match="there is no semantics 'x': use df-quad, quadratic"):
        strengths(graph(ORACLE), "x")
