"""Where on a finished SVG a reader of the PDF can click: links to sources, and to other sheets."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.rendering.safe_text import safe_url
from argmap.rendering.text_width import BOLD, text_width

__all__ = ["Box", "Jump", "links", "references"]

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in the picture's own points."""

_PAIR = re.compile(r"(-?\d+(?:\.\d+)?)[ ,](-?\d+(?:\.\d+)?)")
_MOVE = re.compile(r"translate\((-?[\d.]+)[ ,]+(-?[\d.]+)\)")
_NUMBER = re.compile(r"\d+")
_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_ARROW = "→"
_AROUND = 2.0
"""About a number, so that it can be hit."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A box that leads to another page, counted from 1."""

    page: int
    box: Box


def links(svg: bytes) -> Iterator[tuple[str, Box]]:
    """Yield each link of a picture, and the box that it covers; linear."""
    for element, right, down in _walk(svg, f"{_SVG}a"):
        url = safe_url(element.get(_HREF, ""))
        points = [
            (float(x) + right, float(y) + down)
            for shape in element.iter()
            for x, y in _PAIR.findall(shape.get("points", "") + " " + shape.get("d", ""))
        ]
        if url is not None and points:
            xs, ys = zip(*points, strict=True)
            yield url, (min(xs), min(ys), max(xs), max(ys))


def references(svg: bytes, others: Mapping[str, Sequence[int]]) -> tuple[Jump, ...]:
    """Return where ``→ also on sheets 2, 5`` stands on the boxes of some statements; linear.

    ``others`` has the numbers of the sheets by key. A single number makes a link of its line.
    """
    found: list[Jump] = []
    for element, right, down in _walk(svg, f"{_SVG}g"):
        numbers = others.get(element.get("id", ""))
        if not numbers or not element.get("class", "").startswith("node"):
            continue
        lines = list(element.iter(f"{_SVG}text"))
        starts = [at for at, each in enumerate(lines) if (each.text or "").startswith(_ARROW)]
        for line in lines[starts[-1] :] if starts else ():
            found += _jumps(line, right, down, numbers)
    return tuple(found)


def _jumps(line: ET.Element, right: float, down: float, numbers: Sequence[int]) -> Iterator[Jump]:
    text, size = line.text or "", float(line.get("font-size", "9"))
    x, y = float(line.get("x", "0")) + right, float(line.get("y", "0")) + down
    top, bottom = y - size, y + size * 0.3
    for match in _NUMBER.finditer(text):
        if int(match[0]) not in numbers:
            continue
        start, end = 0, len(text)
        if len(numbers) > 1:
            start, end = match.span()
        left, width = (text_width(part, size) * BOLD for part in (text[:start], text[start:end]))
        yield Jump(int(match[0]), (x + left - _AROUND, top, x + left + width + _AROUND, bottom))


def _walk(svg: bytes, tag: str) -> Iterator[tuple[ET.Element, float, float]]:
    """Yield the elements of a name, each with how far it is moved."""
    waiting: list[tuple[ET.Element, float, float]] = [(ET.fromstring(svg), 0.0, 0.0)]
    while waiting:
        element, right, down = waiting.pop()
        move = _MOVE.search(element.get("transform", ""))
        if move:
            right, down = right + float(move[1]), down + float(move[2])
        if element.tag == tag:
            yield element, right, down
        waiting += [(child, right, down) for child in reversed(element)]
