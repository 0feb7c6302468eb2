"""The grounded labelling: what is settled without taking any side."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from argmap.weigh.frameworks.framework import Framework, Neighbours, neighbours

_OPEN, _IN, _OUT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Grounded:
    """The grounded labelling, each part by position and in the framework's order.

    ``accepted`` is the grounded extension, the least complete one; ``rejected`` is what it attacks;
    ``undecided`` is the rest.
    """

    accepted: tuple[int, ...]
    rejected: tuple[int, ...]
    undecided: tuple[int, ...]


def grounded(framework: Framework, links: Neighbours | None = None) -> Grounded:
    """Label a framework; linear in its arguments and attacks, and no recursion.

    Accepted is an argument whose attackers are all rejected, rejected one that an accepted argument
    attacks, to the least fixed point (Dung 1995; as labels, Caminada 2006). ``links`` are the
    framework's neighbours, where they are known already.
    """
    links = links or neighbours(framework)
    label = bytearray(len(framework.arguments))
    standing = [len(attackers) for attackers in links.attackers]  # attackers not yet rejected
    due = deque(argument for argument, count in enumerate(standing) if not count)
    while due:
        argument = due.popleft()
        label[argument] = _IN
        for target in links.attacked[argument]:
            if label[target] == _OUT:
                continue
            label[target] = _OUT
            for defended in links.attacked[target]:
                standing[defended] -= 1
                if not standing[defended] and label[defended] == _OPEN:
                    due.append(defended)
    return Grounded(
        *(tuple(i for i, each in enumerate(label) if each == kind) for kind in (_IN, _OUT, _OPEN))
    )
