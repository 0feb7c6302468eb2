"""Pictures laid out one by one, and set in columns on one sheet.

The engine puts every frame of a graph in one column, or, tied together, in columns with gaps
wherever two frames beside each other are not of one height. Here each is a graph of its own, and
all go through the engine at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.rendering.engine import Children, Engine, layout
from argmap.rendering.svg import SvgError
from argmap.rendering.themes import now

__all__ = ["Placed", "columns", "compose", "document", "lay_out"]

GAP = 2.0
"""Between two pictures, in points; the engine leaves 8 about each frame."""
MARGIN = 24.0
_STRETCH = 12.0
"""How much wider a gap may become, in points, for columns to end together."""
_AHEAD = 40
"""How many frames are looked at for one that fills the foot of a column."""
BEST_PROPORTION = 2**0.5
"""Length over breadth that a sheet comes near to: A paper, whichever way it lies."""

_SVG = re.compile(rb'<svg width="([\d.]+)pt" height="([\d.]+)pt"[^>]*>(.*?)</svg>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Placed:
    """A laid-out picture, as the elements below its root; its size in points."""

    body: bytes
    width: float
    height: float


def lay_out(
    dots: Sequence[str], *, engine: Engine, timeout: float, children: Children | None = None
) -> list[Placed]:
    """Lay out several graphs in one run of the engine. Raises as ``layout`` does."""
    written = layout("\n".join(dots), "svg", engine=engine, timeout=timeout, children=children)
    found = [
        Placed(body, float(width), float(height)) for width, height, body in _SVG.findall(written)
    ]
    if len(found) != len(dots):
        raise SvgError(f"the layout engine wrote {len(found)} pictures of {len(dots)}")
    return found


def columns(heights: Sequence[float], width: float, head: float = 0.0) -> list[list[int]]:
    """Deal frames of one width out to columns, so that the whole is like a sheet of paper.

    They stand in their order, save that a later one may fill the foot of a column. ``head`` is the
    height of what stands above all columns. For each number of columns the tallest is as low as it
    can be; of these, the number that comes nearest to A paper, upright or not, is taken. Numbers
    are tried up to twice that which would make a square, so it is O(n c log h).
    """
    best: list[list[int]] = [list(range(len(heights)))]
    distance = float("inf")
    square = (sum(heights) / max(width, 1.0)) ** 0.5
    for count in range(1, min(len(heights), round(2 * square) + 1) + 1):
        dealt = _dealt(heights, count)
        tallest = max(sum(heights[n] + GAP for n in column) for column in dealt)
        proportion = (tallest + head) / (len(dealt) * (width + GAP))
        if proportion < 1:
            proportion = 1 / proportion
        off = max(proportion / BEST_PROPORTION, BEST_PROPORTION / proportion)
        if off < distance:
            best, distance = dealt, off
    return best


def _dealt(heights: Sequence[float], count: int) -> list[list[int]]:
    """Cut a row of frames into at most ``count`` columns, the tallest as low as it can be."""
    # One point more than they need, or rounding might leave out the last.
    low, high = max(heights, default=0.0) + GAP, sum(heights) + GAP * len(heights) + 1
    while high - low > 1:
        middle = (low + high) / 2
        if len(_filled(heights, middle)) <= count:
            high = middle
        else:
            low = middle
    return _filled(heights, high)


def _filled(heights: Sequence[float], most: float) -> list[list[int]]:
    """Fill columns of one height in order; a later frame may fill the foot of a column."""
    dealt: list[list[int]] = []
    rest = list(range(len(heights)))
    while rest:
        room = most
        column: list[int] = []
        while rest and (not column or heights[rest[0]] + GAP <= room):
            column.append(rest.pop(0))
            room -= heights[column[-1]] + GAP
        while fitting := [n for n in rest[:_AHEAD] if heights[n] + GAP <= room]:
            column.append(max(fitting, key=lambda n: heights[n]))
            rest.remove(column[-1])
            room -= heights[column[-1]] + GAP
        dealt.append(column)
    return dealt


def compose(head: Placed, frames: Sequence[Placed]) -> bytes:
    """Set a heading and, below it, frames in columns: one SVG, as the engine might have written it.

    It is not yet fit to publish: see :func:`argmap.rendering.svg.finish`.
    """
    width = max((frame.width for frame in frames), default=0.0)
    dealt = columns([frame.height for frame in frames], width, head.height + MARGIN)
    filled = [sum(frames[n].height for n in c) + GAP * (len(c) - 1) for c in dealt]
    tallest = max(filled, default=0.0)
    top = MARGIN + head.height + GAP
    parts = [_moved(head, MARGIN, MARGIN)]
    for place, (column, high) in enumerate(zip(dealt, filled, strict=True)):
        gap = GAP
        if len(column) > 1:
            gap += min(_STRETCH, (tallest - high) / (len(column) - 1))
        down = top
        for number in column:
            parts.append(_moved(frames[number], MARGIN + place * (width + GAP), down))
            down += frames[number].height + gap
    wide = max(head.width, len(dealt) * (width + GAP) - GAP) + 2 * MARGIN
    return document(Placed(b"".join(parts), wide, top + tallest + MARGIN))


def document(sheet: Placed) -> bytes:
    """Return one SVG of all that stands on a sheet, margins and all, as the engine writes it."""
    size = f"{sheet.width:.2f}", f"{sheet.height:.2f}"
    root = (
        f'<svg width="{size[0]}pt" height="{size[1]}pt" viewBox="0 0 {size[0]} {size[1]}" '
        'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n'
        f'<polygon fill="{now().paper}" stroke="none" '
        f'points="0,0 {size[0]},0 {size[0]},{size[1]} 0,{size[1]}"/>\n'
    )
    return root.encode() + sheet.body + b"</svg>\n"


def _moved(placed: Placed, right: float, down: float) -> bytes:
    start = f'<g id="at{right:.0f}-{down:.0f}" transform="translate({right:.2f} {down:.2f})">'
    return start.encode() + placed.body.strip() + b"\n</g>\n"
