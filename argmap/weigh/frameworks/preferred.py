"""Preferred extensions, the maximal admissible sets, by calls of a solver.

One is found by growing: an admissible set is asked for a larger one until there is none, as in
CEGARTIX (Dvořák, Järvisalo, Wallner and Woltran, "Complexity-sensitive decision procedures for
abstract argumentation", 2014).

Whether all of them hold an argument is asked by counterexample and refinement, as CEGARTIX and
mu-toksia (Niskanen and Järvisalo 2020) do. What a refined search may leave out follows Thimm,
Cerutti and Vallati, "Skeptical reasoning with preferred semantics in abstract argumentation without
computing preferred extensions" (2021): only a set that attacks the known defences is of use.

The oracle holds the clauses of :func:`~argmap.weigh.frameworks.encoding.admissible`.
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap.weigh.frameworks.oracle import Oracle
from argmap.weigh.frameworks.rest import Rest


def grown(oracle: Oracle, rest: Rest, held: Sequence[int] = ()) -> Sequence[int]:
    """Return a preferred extension that contains an admissible set; both by number.

    Each call of the solver adds at least one argument, so there are no more calls than arguments.
    """
    attackers = rest.attackers
    while True:
        inside = set(held)
        joining = [
            number + 1
            for number, those in enumerate(attackers)
            if number not in inside and inside.isdisjoint(those)
        ]
        if not joining:
            return held
        switch = oracle.variable()
        oracle.add([-switch, *joining])
        larger = oracle.model([*(number + 1 for number in held), switch])
        oracle.add([-switch])
        if larger is None:
            return held
        held = rest.held(larger)
        # The first is found sooner without; from there on, large sets save calls.
        oracle.prefer(range(1, len(attackers) + 1))


def counterexample(oracle: Oracle, rest: Rest, asked: int) -> Sequence[int] | None:
    """Return an admissible set that no preferred extension with ``asked`` contains, or None.

    None says that all preferred extensions hold ``asked``. What :func:`grown` makes of the set
    returned is a preferred extension without it. The oracle keeps clauses that hold for such sets.
    """
    goal = asked + 1
    defence = oracle.model([goal])
    if defence is None:
        return ()
    while defence is not None:
        # A set that does not attack this core of the defence can be joined with it, and then holds
        # ``asked``: only one that attacks it is, or is part of, a counterexample. What contains
        # such a set attacks it too, so the clause may stay for good.
        core = _core(rest, set(rest.held(defence)), asked)
        oracle.add(sorted({each + 1 for number in core for each in rest.attackers[number]}))
        candidate = oracle.model([-goal])
        if candidate is None:
            return None
        held = rest.held(candidate)
        defence = oracle.model([*(number + 1 for number in held), goal])
    return held


def _core(rest: Rest, held: set[int], asked: int) -> list[int]:
    """Return a small admissible part, with ``asked``, of the admissible ``held``; linear."""
    core = {asked: None}
    due = [asked]
    answered: set[int] = set()
    while due:
        for attacker in rest.attackers[due.pop()]:
            if attacker in answered:
                continue
            answered.add(attacker)
            defenders = [each for each in rest.attackers[attacker] if each in held]
            if core.keys().isdisjoint(defenders):
                core[defenders[0]] = None
                due.append(defenders[0])
    return list(core)
