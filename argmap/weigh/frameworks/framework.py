"""Dung's abstract argumentation frameworks: arguments, and which attacks which.

After Phan Minh Dung, "On the acceptability of arguments and its fundamental role in nonmonotonic
reasoning, logic programming and n-person games", Artificial Intelligence 77 (1995).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.errors import ArgmapError


@dataclass(frozen=True, slots=True)
class Framework:
    """Arguments in the order they were stated, and attacks between them.

    ``attacks`` holds pairs of positions in ``arguments`` (from 0): the attacker, then what it
    attacks. Names are distinct and kept as they were written; no attack stands twice. An argument
    may attack itself.
    """

    arguments: tuple[str, ...]
    attacks: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, arguments: Iterable[str], attacks: Iterable[tuple[str, str]] = ()) -> Framework:
        """Make a framework of names; linear. A repeated attack counts once.

        Raises :class:`ArgmapError` for an argument stated twice, and for an attack from or on one
        that is not stated.
        """
        position: dict[str, int] = {}
        for name in arguments:
            if name in position:
                raise ArgmapError(f"the argument {shown(name)} is there twice: keep one")
            position[name] = len(position)
        pairs: dict[tuple[int, int], None] = {}
        for pair in attacks:
            for name in pair:
                if name not in position:
                    raise ArgmapError(f"no argument is called {shown(name)}: add it, or the attack")
            pairs[position[pair[0]], position[pair[1]]] = None
        return cls(tuple(position), tuple(pairs))

    def position(self, name: str) -> int:
        """Return the position of an argument. Raises :class:`ArgmapError` where there is none."""
        try:
            return self.arguments.index(name)
        except ValueError:
            from argmap.nearest import nearest

            # Nothing is near enough among so many to be worth the seconds it takes.
            near = nearest(name, self.arguments) if len(self.arguments) <= 10_000 else None
            hint = f"; did you mean {shown(near)}?" if near else ": name one of its arguments"
            raise ArgmapError(f"the framework has no argument {shown(name)}{hint}") from None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Who attacks whom, both ways, each by position and in the order of the attacks."""

    attackers: list[list[int]]
    attacked: list[list[int]]


def neighbours(framework: Framework) -> Neighbours:
    """List the attackers of each argument, and what it attacks; linear."""
    attackers: list[list[int]] = [[] for _ in framework.arguments]
    attacked: list[list[int]] = [[] for _ in framework.arguments]
    for attacker, target in framework.attacks:
        attackers[target].append(attacker)
        attacked[attacker].append(target)
    return Neighbours(attackers, attacked)


def shown(text: str) -> str:
    """Show a name from outside in a message: on one line, harmless, and not too long."""
    written = repr(text[:60])
    return written if len(written) <= 60 else f"{written[:57]}..."
