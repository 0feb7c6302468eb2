"""A finished SVG taken apart: its boxes, lines, frames and words, and where each is drawn.

It reads what :func:`argmap.rendering.svg.finish` lets pass and nothing else, so that regular
expressions will do. Lengths are in the picture's own points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from math import ceil

from argmap.errors import ArgmapError
from argmap.rendering.text_width import BOLD, text_width

__all__ = ["Box", "Mark", "Piece", "extent", "hull", "meet", "pieces"]

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""
Point = tuple[float, float]

_TOKEN = re.compile(
    rb"<(?P<open>g|a)\b[^>]*>\n?|</(?P<close>g|a)>\n?|<title>[^<]*</title>\n?|"
    rb"<(?P<text>text)\b[^>]*>(?P<words>[^<]*)</text>\n?|"
    rb"<(?P<shape>polygon|polyline|path|ellipse)\b[^>]*/>\n?"
)
_ATTRIBUTE = re.compile(rb'([\w-]+)="([^"]*)"')
_PAIR = re.compile(r"(-?\d+(?:\.\d+)?)[ ,](-?\d+(?:\.\d+)?)")
_MOVE = re.compile(r"translate\((-?[\d.]+)[ ,]+(-?[\d.]+)\)")
_VIEW = re.compile(rb'\bviewBox="(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+)"')
_GROUND = 0.98
"""Part of the breadth and height of a picture from which a loose shape is its ground."""
_STRIDE = 60.0
"""Along a curve, in points: what it bulges between is less than the white about it."""
_UNITS = ("node", "edge", "cluster")
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
_BELOW, _ABOVE = 0.25, 0.95
"""How far letters reach below and above their line, in their size."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One element of a piece; ``box`` is None for what is not drawn, a title say."""

    markup: bytes
    box: Box | None
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A box, line or frame of a map with all that is in it, or a shape that is in none of them.

    ``inside`` are the opening tags of the groups about it. ``traces`` cover what is drawn of it: of
    a line each bend, of a frame each side, for neither fills the rectangle that it spans.
    """

    kind: str
    inside: tuple[bytes, ...]
    marks: tuple[Mark, ...]
    traces: tuple[Box, ...]

    @property
    def box(self) -> Box:
        """What it spans."""
        return hull(mark.box for mark in self.marks if mark.box is not None)


def pieces(svg: bytes) -> tuple[Piece, ...]:
    """Take a finished SVG apart, in the order in which it is drawn; linear in its length.

    The ground, which fills all of it, is left out, and so is what draws nothing.
    """
    whole = extent(svg)
    found: list[Piece] = []
    inside: list[tuple[bytes, float, float]] = []
    unit: tuple[str, int, list[Mark], list[Box]] | None = None
    start = svg.find(b"</title>") + len(b"</title>")
    for token in _TOKEN.finditer(svg, start):
        markup = token[0]
        right, down = inside[-1][1:] if inside else (0.0, 0.0)
        if token["open"]:
            given = _attributes(markup)
            move = _MOVE.search(given.get("transform", ""))
            if move:
                right, down = right + float(move[1]), down + float(move[2])
            inside.append((markup, right, down))
            kind = given.get("class", "").partition(" ")[0]
            if unit is None and kind in _UNITS:
                unit = kind, len(inside), [Mark(markup, None)], []
                continue
        elif token["close"]:
            ends = unit is not None and len(inside) == unit[1]
            if inside:
                inside.pop()
            if unit is not None and ends:
                unit[2].append(Mark(markup, None))
                if unit[3]:
                    outer = tuple(each[0] for each in inside)
                    found.append(Piece(unit[0], outer, tuple(unit[2]), tuple(unit[3])))
                unit = None
                continue
        traces = tuple(_traces(token, right, down))
        mark = Mark(markup, hull(traces) if traces else None, token["text"] is not None)
        if unit is not None:
            unit[2].append(mark)
            unit[3].extend(traces if unit[0] != "node" or mark.box is None else [mark.box])
        elif mark.box is not None and not _is_ground(mark.box, whole):
            outer = tuple(each[0] for each in inside)
            found.append(Piece("", outer, (mark,), (mark.box,)))
    return tuple(found)


def extent(svg: bytes) -> Box:
    """Return what a picture spans; raises :class:`ArgmapError` where it does not say."""
    found = _VIEW.search(svg, 0, 4096)
    if found is None:
        raise ArgmapError("only a picture that argmap has drawn can be taken apart")
    left, top, wide, high = map(float, found.groups())
    return left, top, left + wide, top + high


def hull(boxes: Iterable[Box]) -> Box:
    """Return the smallest box about some, of which there must be one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes share anything."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _attributes(markup: bytes) -> dict[str, str]:
    head = markup[: markup.index(b">")]
    return {name.decode(): value.decode() for name, value in _ATTRIBUTE.findall(head)}


def _is_ground(box: Box, whole: Box) -> bool:
    """Tell whether a loose shape is the paper."""
    return all(
        box[side + 2] - box[side] >= _GROUND * (whole[side + 2] - whole[side]) for side in (0, 1)
    )


def _traces(token: re.Match[bytes], right: float, down: float) -> Iterator[Box]:
    """Yield boxes that cover what an element draws."""
    if token["text"]:
        yield _of_text(token, right, down)
        return
    if not token["shape"]:
        return
    given = _attributes(token[0])
    if token["shape"] == b"ellipse":
        x, y, wide, high = (float(given.get(name, "0")) for name in ("cx", "cy", "rx", "ry"))
        yield x - wide + right, y - high + down, x + wide + right, y + high + down
        return
    points = [
        (float(x) + right, float(y) + down)
        for x, y in _PAIR.findall(given.get("points") or given.get("d", ""))
    ]
    if "d" in given:  # one point, and three for each bend that follows it
        along = [
            point
            for at in range(0, len(points) - 3, 3)
            for point in _bend(points[at : at + 4])[at > 0 :]
        ]
    else:
        along = points
    for (x, y), (to_x, to_y) in pairwise(along):
        yield min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)


def _bend(control: Sequence[Point]) -> list[Point]:
    """Return points along a cubic Bézier curve, near enough to each other to be joined straight."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = control
    reach = sum(abs(x - to_x) + abs(y - to_y) for (x, y), (to_x, to_y) in pairwise(control))
    steps = max(1, ceil(reach / _STRIDE))
    points = []
    for step in range(steps + 1):
        t = step / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
        points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return points


def _of_text(token: re.Match[bytes], right: float, down: float) -> Box:
    given = _attributes(token[0])
    size = float(given.get("font-size", "14"))
    width = text_width(unescape(token["words"].decode("utf-8")), size)
    if given.get("font-weight") == "bold":
        width *= BOLD
    left = float(given.get("x", "0")) + right
    left -= width * _ANCHORS.get(given.get("text-anchor", "start"), 0.0)
    line = float(given.get("y", "0")) + down
    return left, line - size * _ABOVE, left + width, line + size * _BELOW
