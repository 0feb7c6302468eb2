"""Sets of arguments as clauses: variable k + 1 says that argument k is in the set.

After Besnard and Doutre, "Checking the acceptability of a set of arguments" (2004), whose clauses
need no further variables and so are the quickest to solve, but grow with the square of the attacks
on and by an argument. Where that is much, a variable of its own says that an argument is attacked,
as in the labellings of Cerutti, Giacomin and Vallati, "ArgSemSAT" (2014). So all stays linear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_MUCH = 16
"""How many times the clauses with a further variable those without may take."""


def admissible(attackers: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Yield the clauses of admissible sets, free of conflict and defended against all attackers.

    ``attackers`` are those of each argument.
    """
    attacks = [0] * len(attackers)
    for target, those in enumerate(attackers):
        for each in those:
            yield [-(target + 1), -(each + 1)]
            attacks[each] += 1
    answers = [[each + 1 for each in those] for those in attackers]
    further = len(attackers)
    for number, (those, count) in enumerate(zip(attackers, attacks, strict=True)):
        if count * len(those) > _MUCH * (count + len(those)):
            further += 1
            yield [-further, *answers[number]]
            answers[number] = [further]
    for target, those in enumerate(attackers):
        for each in those:
            yield [-(target + 1), *answers[each]]


def stable(attackers: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Yield the clauses of stable extensions, free of conflict and attacking all else."""
    for target, those in enumerate(attackers):
        yield [target + 1, *(each + 1 for each in those)]
        for each in those:
            yield [-(target + 1), -(each + 1)]
