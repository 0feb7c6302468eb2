"""What stands about the picture on a sheet of several: marks to cut and tape by, and where it goes.

At the left and at the top, where a sheet is laid over its neighbour, solid marks say where to cut
it. Where it is itself covered, at the right and below, a grey bar shows how far: the neighbour's
edge goes to the bar's beginning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape

from argmap.rendering.paper import Setting
from argmap.rendering.pdf_links import Jump
from argmap.rendering.svg_pieces import Box
from argmap.rendering.text_width import BOLD, text_width
from argmap.rendering.themes import now
from argmap.rendering.wrapping import wrap
from argmap.words import say

__all__ = ["FOOT", "MARGIN", "Place", "around", "rectangle"]

MARGIN = 10.0
"""At the left, at the right and above, in millimetres."""

FOOT = 17.0
"""Below, where it is said which sheet this is."""

_POINTS = 72 / 25.4
_NEAR, _FAR = 1.0, 4.5
"""Where marks begin and end, in millimetres from the picture."""
_BAR, _BLEED = 1.2, 3.0
_NAME, _WORDS = 16.0, 7.0
"""Sizes of type, in points."""
_LINES = (9.2, 5.8)
"""Lines of the foot, in millimetres above the edge of the sheet."""
_PLAN = (36.0, 7.5)
"""How wide and high the plan of all sheets may be, in millimetres."""
_CELL = 5.0
"""How large one sheet may be in it."""
_NEIGHBOURS = (("←", -1, 0), ("→", 1, 0), ("↑", 0, -1), ("↓", 0, 1))

_TAPING = "cut at the solid marks, lay over the grey bars, tape"


@dataclass(frozen=True, slots=True)
class Place:
    """One sheet among others, its ``window`` and ``overlap`` in the picture's own points.

    ``title`` is that of the picture, as it is written in markup; ``names`` and ``numbers`` are
    those of all sheets, by column and row; ``size`` counts columns and rows.
    """

    title: str
    names: Mapping[tuple[int, int], str]
    numbers: Mapping[tuple[int, int], int]
    cell: tuple[int, int]
    size: tuple[int, int]
    window: Box
    overlap: float
    setting: Setting

    @property
    def unit(self) -> float:
        """A millimetre of the sheet, in the picture's own points."""
        return _POINTS / self.setting.scale

    @property
    def paper(self) -> str:
        """The colour of the ground."""
        return now().paper

    @property
    def sheet(self) -> Box:
        """The whole sheet."""
        left, top = (edge - MARGIN * self.unit for edge in self.window[:2])
        return (
            left,
            top,
            left + self.setting.width * self.unit,
            top + self.setting.height * self.unit,
        )

    def beside(self, right: int, down: int) -> tuple[int, int] | None:
        """Return the sheet next to this one, where there is one."""
        other = self.cell[0] + right, self.cell[1] + down
        return other if other in self.names else None


def around(place: Place) -> tuple[str, tuple[Jump, ...]]:
    """Return what covers the margins of a sheet, as markup, and what of it leads to other sheets.

    It hides what reaches beyond the window, and is drawn last.
    """
    words, jumps = _foot(place)
    return "".join((*_cover(place), *_marks(place), *words, *_plan(place))), tuple(jumps)


def rectangle(box: Box, fill: str, stroke: str = "none", width: float = 0.0) -> str:
    """Return a rectangle as markup."""
    left, top, right, bottom = box
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    points = " ".join(f"{x:.2f},{y:.2f}" for x, y in corners)
    line = f' stroke-width="{width:.2f}"' if width else ""
    return f'<polygon fill="{fill}" stroke="{stroke}"{line} points="{points}"/>\n'


def _cover(place: Place) -> Iterator[str]:
    # A little beyond the edges, where a screen would show part of a pixel.
    bleed = _BLEED * place.unit
    left, top = (edge - bleed for edge in place.sheet[:2])
    right, bottom = (edge + bleed for edge in place.sheet[2:])
    x0, y0, x1, y1 = place.window
    for box in (
        (left, top, x0, bottom),
        (x1, top, right, bottom),
        (left, top, right, y0),
        (left, y1, right, bottom),
    ):
        yield rectangle(box, place.paper)


def _marks(place: Place) -> Iterator[str]:
    x0, y0, x1, y1 = place.window
    unit = place.unit
    near, far, strip = _NEAR * unit, _FAR * unit, place.overlap

    def line(box: Box) -> str:
        x, y, to_x, to_y = box
        return (
            f'<polyline fill="none" stroke="{now().ink}" stroke-width="{0.2 * unit:.2f}" '
            f'points="{x:.2f},{y:.2f} {to_x:.2f},{to_y:.2f}"/>\n'
        )

    if place.beside(-1, 0):
        yield line((x0, y0 - near, x0, y0 - far))
        yield line((x0, y1 + near, x0, y1 + far))
    if place.beside(0, -1):
        yield line((x0 - near, y0, x0 - far, y0))
        yield line((x1 + near, y0, x1 + far, y0))
    bar, grey = _BAR * unit, now().muted
    if place.beside(1, 0):
        for y in (y0 - near - bar, y1 + near):
            yield rectangle((x1 - strip, y, x1, y + bar), grey)
    if place.beside(0, 1):
        for x in (x0 - near - bar, x1 + near):
            yield rectangle((x, y1 - strip, x + bar, y1), grey)


def _foot(place: Place) -> tuple[list[str], list[Jump]]:
    """Write the name of the sheet, that of the picture, and which sheets lie beside this one."""
    left, _, right, bottom = place.sheet
    unit = place.unit
    name = place.names[place.cell]
    small, large = (size / _POINTS * unit for size in (_WORDS, _NAME))
    x = left + MARGIN * unit
    first, second = (bottom - up * unit for up in _LINES)
    said = [_text(name, x, second, large, now().ink, bold=True)]
    x += text_width(name, large) * BOLD + 3 * unit
    room = right - (MARGIN + _PLAN[0] + 3) * unit - x
    count = say("sheet {} of {}", place.numbers[place.cell], len(place.names))
    title = unescape(place.title)
    title = wrap(title, room - text_width(f"{count} · ", small), small, max_lines=1)[0]
    said.append(_text(f"{count} · {title}", x, first, small, now().ink))
    jumps = []
    for arrow, to_right, down in _NEIGHBOURS:
        other = place.beside(to_right, down)
        if other is None:
            continue
        words = f"{arrow} {place.names[other]}"
        wide = text_width(words, small) * BOLD
        said.append(_text(words, x, second, small, now().ink, bold=True))
        box = (x - unit, second - small * 1.1, x + wide + unit, second + small * 0.4)
        jumps.append(Jump(place.numbers[other], box))
        x += wide + 3 * unit
    if len(place.names) > 1:
        room = right - (MARGIN + _PLAN[0] + 3) * unit - x
        told = wrap(say(_TAPING), room, small, max_lines=1)[0]
        said.append(_text(told, x, second, small, now().muted))
    return said, jumps


def _text(words: str, x: float, y: float, size: float, fill: str, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text text-anchor="start" x="{x:.2f}" y="{y:.2f}"{weight} font-size="{size:.2f}" '
        f'fill="{fill}">{escape(words)}</text>\n'
    )


def _plan(place: Place) -> Iterator[str]:
    """Draw all sheets small, this one filled."""
    if len(place.names) < 2:
        return
    _, _, right, bottom = place.sheet
    unit = place.unit
    columns, rows = place.size
    wide, high = place.setting.width, place.setting.height
    scale = min(_PLAN[0] / (columns * wide), _PLAN[1] / (rows * high), _CELL / max(wide, high))
    wide, high = wide * scale * unit, high * scale * unit
    left = right - MARGIN * unit - columns * wide
    top = bottom - (_LINES[1] - 0.6) * unit - rows * high
    for column, row in place.names:
        box = (
            left + column * wide,
            top + row * high,
            left + (column + 1) * wide,
            top + (row + 1) * high,
        )
        fill = now().ink if (column, row) == place.cell else place.paper
        yield rectangle(box, fill, now().muted, 0.12 * unit)
