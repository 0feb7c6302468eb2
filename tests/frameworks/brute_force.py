"""Extensions by the letter of their definitions: every set of arguments is looked at.

A set is the bits of a number. ``Attacks`` has for each argument the bits of its attackers.
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap.weigh.frameworks import Framework, Problem, Semantics, Task

Attacks = Sequence[int]


def attacks_of(framework: Framework) -> list[int]:
    attackers = [0] * len(framework.arguments)
    for attacker, target in framework.attacks:
        attackers[target] |= 1 << attacker
    return attackers


def extensions(attackers: Attacks) -> dict[Semantics, list[int]]:
    """All extensions of each semantics, after Dung 1995."""
    arguments = range(len(attackers))
    everything = (1 << len(attackers)) - 1
    complete, stable = [], []
    for chosen in range(everything + 1):
        attacked = sum(1 << a for a in arguments if attackers[a] & chosen)
        if attacked & chosen:
            continue
        if chosen == sum(1 << a for a in arguments if not attackers[a] & ~attacked):
            complete.append(chosen)
            if attacked | chosen == everything:
                stable.append(chosen)
    least = [s for s in complete if all(s & other == s for other in complete)]
    largest = [s for s in complete if not any(s & o == s and s != o for o in complete)]
    return {
        Semantics.GROUNDED: least,
        Semantics.COMPLETE: complete,
        Semantics.PREFERRED: largest,
        Semantics.STABLE: stable,
    }


def accepted(task: Task, asked: int, all_: list[int]) -> bool:
    holding = [bool(extension >> asked & 1) for extension in all_]
    return any(holding) if task.problem is Problem.CREDULOUS else all(holding)


def bits(framework: Framework, names: Sequence[str]) -> int:
    return sum(1 << framework.arguments.index(name) for name in names)
