"""The picture in tiles, so that a browser lays out only what is near what is in sight.

Text is what a browser needs most of its time for, and of a large map little is in sight at once.
Boxes and lines that lie together therefore go into a nested ``<svg class="tile">``, which the
page's script shows when it comes near. (Of a ``<g>`` that is not displayed, Chromium lays out the
text all the same.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

__all__ = ["tiled"]

_TAG = re.compile(r'<g\b(?: data-[a-z]="[^"]*")*(?: class="(?P<kind>node|edge)\b)?|</g>')
_POINTS = re.compile(r' (?:d|points)="([^"]*)"| x="([-\d.]+)" y="([-\d.]+)"')
_NUMBER = re.compile(r"-?[\d.]+")
_WIDE, _HIGH = 400, 300
"""The cells of the grid, in units of the picture: a box is some 260 by 80."""
_LONG = 8
"""A line over more cells than these, in either direction, is always shown: it has no text."""

Frame = tuple[float, float, float, float]


def tiled(body: str) -> str:
    """Gather boxes and lines into tiles; linear in the length.

    ``body`` is what the root of a picture for the page holds. A tile has ``data-at``, its left,
    top, right and bottom in the units of the group that it stands in. Within one, the order stays.
    """
    parts: list[str] = []
    items: list[tuple[str, str]] = []
    kind = ""
    done = depth = 0
    for tag in _TAG.finditer(body):
        if depth:
            depth += -1 if tag[0] == "</g>" else 1
            if not depth:
                items.append((kind, body[done : tag.end()]))
                done = tag.end()
            continue
        # What stands among the items, and the end of their group.
        if not tag["kind"]:
            parts.extend(_tiles(items))
            items = []
        parts.append(body[done : tag.start()])
        done = tag.start()
        kind = tag["kind"] or ""
        depth = 1 if kind else 0
    parts.append(body[done:])
    return "".join(parts)


def _tiles(items: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Write items by the cells that their middles lie in: long ones first, and lines before boxes.

    Lines have tiles of their own, as they would make those of the boxes larger than they need be.
    """
    cells: dict[tuple[str, int, int], list[tuple[Frame, str]]] = {}
    for kind, item in items:
        frame = _frame(item)
        left, top, right, bottom = frame
        if right - left > _LONG * _WIDE or bottom - top > _LONG * _HIGH:
            yield item
            continue
        cell = kind, int((left + right) / 2 // _WIDE), int((top + bottom) / 2 // _HIGH)
        cells.setdefault(cell, []).append((frame, item))
    for members in (cells[cell] for cell in sorted(cells)):
        lefts, tops, rights, bottoms = zip(*(frame for frame, _ in members), strict=True)
        at = min(lefts), min(tops), max(rights), max(bottoms)
        yield f'<svg class="tile" data-at="{" ".join(f"{side:.0f}" for side in at)}">'
        yield from (item for _, item in members)
        yield "</svg>"


def _frame(item: str) -> Frame:
    """Return how far the shapes and the beginnings of text go; no way where there is neither."""
    xs: list[float] = []
    ys: list[float] = []
    for points, x, y in _POINTS.findall(item):
        numbers = [float(each) for each in _NUMBER.findall(points)] or [float(x), float(y)]
        xs.extend(numbers[::2])
        ys.extend(numbers[1::2])
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (0, 0, 0, 0)
