"""Setting pictures of many sizes on one sheet, in their order, with little left white.

Each is set as high up as it goes on what was set before, and there as far to the left (the
skyline of Burke, Kendall and Whitwell's best-fit heuristic for strip packing, Operations Research
52(4), 2004, but in the given order, which is that of reading). How wide the sheet is to be is
tried: the widths near that which would give it the proportions of upright paper.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Setting", "set_out"]

UPRIGHT = 2**0.5
"""Height over width that a sheet comes near to."""
_WIDTHS = (1.0, 1.06, 0.94, 1.12, 0.88, 1.2, 0.8)
"""Widths that are tried, as shares of that of a sheet without gaps; the first few where many."""
_WIDER = (*_WIDTHS, 0.7, *(1.3 + 0.1 * step for step in range(10)))
"""Those for a few pictures, which may be of sizes that fit each other badly."""
_FEW, _MANY = 60, 1_000
_STEP = 48.0
"""Widths are rounded up to steps, in points, so that pictures begin below each other more often."""

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the upper left corner of each picture is, and how large the whole is, in points."""

    places: tuple[tuple[float, float], ...]
    width: float
    height: float


def set_out(sizes: Sequence[Size], gap: float) -> Setting:
    """Set pictures, their widths and heights in points, at least ``gap`` apart.

    Pictures are taken in their order, save for the places that this leaves. O(n times the pictures
    that stand beside each other) for each width that is tried. The same sizes give the same places.
    """
    if not sizes:
        return Setting((), 0.0, 0.0)
    padded = [(-(-(width + gap) // _STEP) * _STEP, height + gap) for width, height in sizes]
    ideal = (sum(width * height for width, height in padded) / UPRIGHT) ** 0.5
    widest = max(width for width, _ in padded)
    shares = _WIDER if len(sizes) <= _FEW else _WIDTHS[: 7 if len(sizes) <= _MANY else 3]
    tried = [_set(padded, width) for width in dict.fromkeys(max(widest, ideal * s) for s in shares)]
    best = min(tried, key=_waste)
    return Setting(best.places, best.width - gap, best.height - gap)


def _waste(setting: Setting) -> float:
    """Weigh the size of a sheet, and how far it is from the proportions of paper."""
    proportion = setting.height / max(setting.width, 1.0)
    off = max(proportion / UPRIGHT, UPRIGHT / proportion)
    return setting.width * setting.height * math.sqrt(off)


def _set(sizes: Sequence[Size], most: float) -> Setting:
    """Set pictures below each other in a strip that is ``most`` wide."""
    # The skyline: stretches from left to right, each as (left, depth); the last only ends it.
    line: list[tuple[float, float]] = [(0.0, 0.0), (most, float("inf"))]
    places = []
    for width, height in sizes:
        first, last, depth = _highest(line, width, most)
        left = line[first][0]
        places.append((left, depth))
        right = left + width
        rest = [] if line[last][0] - right < _HAIR else [(right, line[last - 1][1])]
        line[first:last] = [(left, depth + height), *rest]
    right = max(x + width for (x, _), (width, _) in zip(places, sizes, strict=True))
    bottom = max(y + height for (_, y), (_, height) in zip(places, sizes, strict=True))
    return Setting(tuple(places), right, bottom)


_HAIR = 0.01
"""Points by which sums of widths may miss each other."""


def _highest(
    line: Sequence[tuple[float, float]], width: float, most: float
) -> tuple[int, int, float]:
    """Return the stretches from ``first`` up to ``last`` above which there is room, and how deep.

    Of the places where a picture so wide can stand, it is the highest, and there the leftmost.
    """
    best = (0, len(line) - 1, float("inf"))
    for first in range(len(line) - 1):
        left = line[first][0]
        if left + width > most + _HAIR:
            break
        depth, last = line[first][1], first + 1
        while line[last][0] < left + width - _HAIR:
            depth = max(depth, line[last][1])
            last += 1
        if depth < best[2] - _HAIR:
            best = (first, last, depth)
    return best
