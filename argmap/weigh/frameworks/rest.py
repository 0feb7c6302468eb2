"""What the grounded labelling leaves open, numbered anew for the solver."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.weigh.frameworks.framework import Framework, neighbours
from argmap.weigh.frameworks.grounded import Grounded, grounded


@dataclass(frozen=True, slots=True)
class Rest:
    """The undecided arguments of a framework, numbered from 0, and who of them attacks whom.

    ``number`` gives their numbers by position. In every complete, preferred and stable extension of
    the framework stand the accepted arguments and such an extension of the rest; so the rest is all
    there is to decide.
    """

    settled: Grounded
    number: dict[int, int]
    attackers: list[list[int]]

    @classmethod
    def of(cls, framework: Framework) -> Rest:
        """Settle what can be settled; linear."""
        links = neighbours(framework)
        settled = grounded(framework, links)
        number = {argument: index for index, argument in enumerate(settled.undecided)}
        # Who attacks an undecided argument is undecided or rejected, and the rejected do no harm.
        attackers = [
            [number[each] for each in links.attackers[argument] if each in number]
            for argument in settled.undecided
        ]
        return cls(settled, number, attackers)

    def held(self, model: Sequence[int]) -> list[int]:
        """Return the numbers that a model of the solver holds."""
        return [each - 1 for each in model[: len(self.attackers)] if each > 0]

    def whole(self, held: Iterable[int]) -> list[int]:
        """Return the positions of the framework's extension that one of the rest stands for."""
        return [*self.settled.accepted, *(self.settled.undecided[each] for each in held)]


def completed(rest: Rest, held: Sequence[int]) -> Sequence[int]:
    """Return the least complete extension of the rest that contains an admissible set; linear."""
    if not held:
        return held
    # With the attackers of the set gone, nothing attacks it, and what the grounded extension has
    # beside it is what it defends, step by step.
    gone = {each for number in held for each in rest.attackers[number]}
    attacks = tuple(
        (each, target)
        for target, those in enumerate(rest.attackers)
        for each in those
        if each not in gone
    )
    names = tuple(map(str, range(len(rest.attackers))))
    # What was gone is attacked by the set, and so is rejected.
    return grounded(Framework(names, attacks)).accepted
