"""Sheets of paper: which there are, and how a finished picture is set on one.

A picture is set by its root element alone: the sheet's width and height in millimetres, and a
viewBox that is the sheet in the picture's own points. So everything in it stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from argmap.errors import ArgmapError
from argmap.rendering import theme
from argmap.rendering.themes import now

__all__ = [
    "LEAST_TEXT",
    "PAPERS",
    "Paper",
    "Setting",
    "find_paper",
    "large_enough",
    "place",
    "setting",
]

LEAST_TEXT = 7.0
"""Size of type, in points, below which print is hard to read in the hand."""

MARGIN = 10.0
"""About the picture, in millimetres: what printers leave white, with room for a pin."""

_POINTS = 72 / 25.4
_LARGEST_SCALE = 2.0
"""A map of three boxes need not fill a wall."""

PAPERS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "a5": (148.0, 210.0),
        "a4": (210.0, 297.0),
        "a3": (297.0, 420.0),
        "a2": (420.0, 594.0),
        "a1": (594.0, 841.0),
        "a0": (841.0, 1189.0),
        "letter": (215.9, 279.4),
        "legal": (215.9, 355.6),
        "tabloid": (279.4, 431.8),
    }
)
"""Width and height upright, in millimetres: ISO 216, and ANSI and its kin."""

_ROOT = re.compile(
    rb'width="[\d.]+pt" height="[\d.]+pt" '
    rb'viewBox="(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+)"[^>]*>\n<title>[^<]*</title>'
)
_SIZES = re.compile(rb'width="[^"]*" height="[^"]*" viewBox="[^"]*"')


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, its sides in millimetres upright; ``landscape`` is None where either way will do."""

    name: str
    short: float
    long: float
    landscape: bool | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """How a picture stands on a sheet: the sheet's sides in millimetres, and the scale."""

    paper: Paper
    width: float
    height: float
    scale: float

    @property
    def text(self) -> float:
        """The size in which statements are printed, in points; the small print is 9/11 of it."""
        return theme.BODY_SIZE * self.scale

    @property
    def words(self) -> str:
        """The sheet and which way it lies, for messages."""
        return f"{self.paper.name} {'landscape' if self.width > self.height else 'portrait'}"


def find_paper(name: str) -> Paper:
    """Return the paper of a name, as ``a3`` or ``a3-landscape``; raises :class:`ArgmapError`."""
    size, _, way = name.strip().lower().partition("-")
    if size not in PAPERS or way not in ("", "portrait", "landscape"):
        raise ArgmapError(
            f"there is no paper {name!r}: use {', '.join(PAPERS)}, alone or with -portrait or "
            "-landscape after it"
        )
    return Paper(size, *PAPERS[size], None if not way else way == "landscape")


def setting(size: tuple[float, float], paper: Paper) -> Setting:
    """Set a picture of a width and height in points on a sheet, the way that makes it larger."""
    ways = (False, True) if paper.landscape is None else (paper.landscape,)
    settings = []
    for landscape in ways:
        sides = (paper.long, paper.short) if landscape else (paper.short, paper.long)
        room = [(side - 2 * MARGIN) * _POINTS for side in sides]
        scale = min(room[0] / max(size[0], 1.0), room[1] / max(size[1], 1.0), _LARGEST_SCALE)
        settings.append(Setting(paper, *sides, scale))
    return max(settings, key=lambda each: each.scale)


def large_enough(size: tuple[float, float]) -> str | None:
    """Return the smallest A paper on which a picture can be read, its size in points; or None."""
    for name in ("a5", "a4", "a3", "a2", "a1", "a0"):
        if setting(size, find_paper(name)).text >= LEAST_TEXT:
            return name
    return None


def place(svg: bytes, sheet: Setting) -> bytes:
    """Return a finished SVG as one that is a sheet of paper, the picture in its middle.

    It must come from :func:`argmap.rendering.svg.finish`; raises :class:`ArgmapError` otherwise.
    """
    found = _ROOT.search(svg, 0, 4096)
    if found is None:
        raise ArgmapError("only a picture that argmap has drawn can be set on paper")
    left, top, width, height = map(float, found.groups())
    wide, high = (side * _POINTS / sheet.scale for side in (sheet.width, sheet.height))
    left -= (wide - width) / 2
    top -= (high - height) / 2
    start, end = found.span()
    root = _SIZES.sub(
        f'width="{sheet.width:g}mm" height="{sheet.height:g}mm" '
        f'viewBox="{left:.2f} {top:.2f} {wide:.2f} {high:.2f}"'.encode(),
        svg[start:end],
        count=1,
    )
    right, bottom = left + wide, top + high
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    points = " ".join(f"{x:.2f},{y:.2f}" for x, y in corners)
    ground = f'\n<polygon fill="{now().paper}" stroke="none" points="{points}"/>'
    return svg[:start] + root + ground.encode() + svg[end:]
