"""Maps read back: an SVG as the boxes and lines that it shows."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"


@dataclass(frozen=True)
class Shown:
    """A node or a line: its id, its classes, its tooltip, its text, its link and its frame."""

    id: str
    classes: tuple[str, ...]
    tooltip: str
    lines: tuple[str, ...]
    href: str | None
    left: float
    top: float
    right: float
    bottom: float

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def shown(svg: bytes, kind: str = "node") -> list[Shown]:
    """Return what an SVG shows: all of its ``node`` or ``edge`` groups, in their order."""
    return [
        _shown(group)
        for group in ET.fromstring(svg).iter(f"{SVG}g")
        if group.get("class", "").split()[:1] == [kind]
    ]


def by_id(svg: bytes) -> dict[str, Shown]:
    """Return the boxes of a map by the last part of their id."""
    return {each.id.rpartition(":")[2]: each for each in shown(svg)}


def tags(svg: bytes) -> set[str]:
    return {element.tag.removeprefix(SVG) for element in ET.fromstring(svg).iter()}


def all_text(svg: bytes) -> str:
    return " ".join(element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text"))


def _shown(group: ET.Element) -> Shown:
    title = group.find(f"{SVG}title")
    link = next(group.iter(f"{SVG}a"), None)
    points = [
        float(number)
        for shape in group.iter()
        for number in re.findall(r"-?[\d.]+", shape.get("points") or shape.get("d") or "")
    ]
    xs, ys = points[::2] or [0.0], points[1::2] or [0.0]
    return Shown(
        id=group.get("id", ""),
        classes=tuple(group.get("class", "").split()[1:]),
        tooltip=(title.text if title is not None else None) or "",
        lines=tuple(text.text or "" for text in group.iter(f"{SVG}text")),
        href=link.get(HREF) if link is not None else None,
        left=min(xs),
        top=min(ys),
        right=max(xs),
        bottom=max(ys),
    )
