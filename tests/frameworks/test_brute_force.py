"""Every answer on small frameworks is the one that the definitions give.

A run asks everything of all frameworks of up to three arguments, and of one in ten of the 3,044
kinds of those of four (two are of one kind where only the names differ). With
ARGMAP_ALL_FRAMEWORKS set it is all 65,536 of four, self-attacks and all, which takes minutes.
"""

from __future__ import annotations

import os
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.weigh.frameworks import (
    Framework,
    Problem,
    Semantics,
    Task,
    grounded,
    solve,
)
from argmap.weigh.frameworks.deciding import decide
from argmap.weigh.frameworks.stopping import Stop
from tests.frameworks.brute_force import accepted, attacks_of, bits, extensions

pytest.importorskip("pysat", reason="python-sat, the extra argmap[sat], is not installed")

TASKS = [Task(problem, semantics) for problem in Problem for semantics in Semantics]
ABOUT = [task for task in TASKS if task.about_argument]


def framework(count: int, attacks: int) -> Framework:
    pairs = product(range(count), repeat=2)
    return Framework(
        tuple("abcdefgh"[:count]),
        tuple(pair for bit, pair in enumerate(pairs) if attacks >> bit & 1),
    )


def one_of_each_kind(count: int) -> list[int]:
    """The frameworks that no renaming makes of an earlier one."""
    moves = []
    for order in permutations(range(count)):
        moves.append([order[i] * count + order[j] for i, j in product(range(count), repeat=2)])
    kept, seen = [], bytearray(1 << count * count)
    for attacks in range(1 << count * count):
        if seen[attacks]:
            continue
        kept.append(attacks)
        on = [bit for bit in range(count * count) if attacks >> bit & 1]
        for move in moves:
            seen[sum(1 << move[bit] for bit in on)] = 1
    return kept


def agrees(asked: Framework, arguments: str, *, witness: bool = True) -> None:
    """Without the thread that ``solve`` waits for, since there are thousands to ask."""
    known = extensions(attacks_of(asked))
    for task in TASKS:
        all_ = known[task.semantics]
        if task.problem is Problem.SOME_EXTENSION:
            found = decide(asked, task, None, witness, Stop()).extension
            assert (found is None and not all_) or bits(asked, found or ()) in all_, (asked, task)
    for task, name in product(ABOUT, arguments):
        all_ = known[task.semantics]
        number = asked.arguments.index(name)
        answer = decide(asked, task, number, witness, Stop())
        assert answer.accepted is accepted(task, number, all_), (asked, task, name)
        credulous = task.problem is Problem.CREDULOUS
        if answer.accepted is credulous and witness:
            assert answer.extension is not None
            shown = bits(asked, answer.extension)
            assert shown in all_, (asked, task, name)
            assert bool(shown >> number & 1) is credulous
        else:
            assert answer.extension is None


@pytest.mark.parametrize("count", [0, 1, 2])
def test_all_of_up_to_two_arguments(count):
    for attacks in range(1 << count * count):
        agrees(framework(count, attacks), "ab"[:count])
        agrees(framework(count, attacks), "ab"[:count], witness=False)


def test_all_of_three_arguments():
    for attacks in range(1 << 9):
        agrees(framework(3, attacks), "abc", witness=attacks % 4 > 0)


def test_with_variables_for_what_is_attacked(monkeypatch):
    monkeypatch.setattr("argmap.weigh.frameworks.encoding._MUCH", 0)
    for attacks in range(1, 1 << 16, 401):
        agrees(framework(4, attacks), "abcd")


def test_four_arguments():
    everything = bool(os.environ.get("ARGMAP_ALL_FRAMEWORKS"))
    kinds = range(1 << 16) if everything else one_of_each_kind(4)
    assert len(kinds) in (3044, 65536)
    for attacks in kinds if everything else kinds[::10]:
        asked = framework(4, attacks)
        (least,) = extensions(attacks_of(asked))[Semantics.GROUNDED]
        settled = grounded(asked)
        assert sum(1 << position for position in settled.accepted) == least
        assert sorted([*settled.accepted, *settled.rejected, *settled.undecided]) == [0, 1, 2, 3]
        agrees(asked, "abcd")


sizes = st.integers(5, 8)
random_frameworks = sizes.flatmap(
    lambda count: st.builds(
        lambda pairs: Framework(tuple("abcdefgh"[:count]), tuple(sorted(pairs))),
        st.sets(st.tuples(*[st.integers(0, count - 1)] * 2), max_size=3 * count),
    )
)


def test_the_answer_is_the_same_by_way_of_the_thread():
    asked = framework(4, 0b0100_1010_0101_0010)
    for task, name in product(ABOUT, "abcd"):
        direct = decide(asked, task, "abcd".index(name), True, Stop())
        assert solve(asked, task, name, timeout=60) == direct


@settings(max_examples=20)
@given(random_frameworks, st.booleans())
def test_random_ones_of_up_to_eight(asked, witness):
    agrees(asked, "abcde", witness=witness)
