"""A map larger than any sheet, cut into sheets that are taped together.

Sheets overlap by a strip. Cuts are laid where few boxes are cut: between two columns of boxes as a
rule. A box that is cut all the same stands on both sheets, and every line of its text whole on one
of them at least, as the strip is higher than a line. Sheets on which nothing would be are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor

from argmap.errors import ArgmapError
from argmap.rendering import theme
from argmap.rendering.paper import Paper, Setting
from argmap.rendering.pdf_links import Jump
from argmap.rendering.svg_pieces import Box, Piece, extent, hull, meet, pieces
from argmap.rendering.tile_marks import FOOT, MARGIN, Place, around, rectangle
from argmap.words import speaking

__all__ = ["MOST_TILES", "OVERLAP", "TEXT", "Tile", "Tiling", "cuts", "tiles"]

TEXT = 9.0
"""Size of type in points, unless another is asked for."""

OVERLAP = 10.0
"""What two sheets beside each other have in common, in millimetres."""

MOST_TILES = 400
"""More than anyone tapes together."""

_POINTS = 72 / 25.4
_BACK = (0.4, 0.15)
"""How much of a sheet's breadth, and of its height, may stay white for a better cut."""
_AIR = 3.0
"""Left about all, and about a box that is not cut, in the picture's own points."""
_HEAD = re.compile(
    rb'\A(<\?xml[^>]*\?>\n<svg [^>]*?)width="[^"]*" height="[^"]*" viewBox="[^"]*" '
    rb'role="img" aria-label="([^"]*)"([^>]*>)\n<title>[^<]*</title>'
)


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet: its name (``B2``: the second column, the second row), and what is on it.

    ``jumps`` lead to its neighbours, by their places in the tiling.
    """

    name: str
    content: bytes
    jumps: tuple[Jump, ...]


@dataclass(frozen=True, slots=True)
class Tiling:
    """The sheets of one picture, in rows, and how all stand on their paper."""

    tiles: tuple[Tile, ...]
    setting: Setting
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where sheets begin, in the picture's own points, and which hold anything."""

    setting: Setting
    lefts: tuple[float, ...]
    tops: tuple[float, ...]
    end: tuple[float, float]
    overlap: float
    taken: tuple[tuple[int, int], ...]
    cost: float

    def window(self, column: int, row: int) -> Box:
        """What a sheet shows."""
        return (
            self.lefts[column],
            self.tops[row],
            self.lefts[column + 1] + self.overlap if column + 1 < len(self.lefts) else self.end[0],
            self.tops[row + 1] + self.overlap if row + 1 < len(self.tops) else self.end[1],
        )


def tiles(
    svg: bytes, paper: Paper, *, text: float = TEXT, overlap: float = OVERLAP, lang: str = ""
) -> Tiling:
    """Cut a finished SVG into sheets, with statements in type of ``text`` points.

    ``overlap`` is in millimetres; what stands in the margins is in ``lang``. The paper lies the way
    that takes fewer sheets. Each sheet is an SVG of its own, which holds what meets it, and no
    words that do not. Raises :class:`ArgmapError` for a picture that argmap has not finished, or
    that takes more than :data:`MOST_TILES`. Linear in the picture, and in what the sheets hold.
    """
    head = _HEAD.match(svg)
    if head is None:
        raise ArgmapError("only a picture that argmap has drawn can be cut into sheets")
    scale = text / theme.BODY_SIZE
    found = pieces(svg)
    whole = _with_air(hull(piece.box for piece in found)) if found else extent(svg)
    ways = (False, True) if paper.landscape is None else (paper.landscape,)
    grids = [_grid(found, whole, paper, way, scale, overlap) for way in ways]
    grid = min(grids, key=lambda each: (len(each.taken), each.cost))
    on: dict[tuple[int, int], list[Piece]] = {cell: [] for cell in grid.taken}
    for piece in found:
        for column, row in _cells(grid, piece.box):
            window = grid.window(column, row)
            # A line counts bend by bend, but within a frame there is its colour.
            boxes = piece.traces if piece.kind == "edge" else (piece.box,)
            if (column, row) in on and any(meet(box, window) for box in boxes):
                on[column, row].append(piece)
    names = {cell: _name(*cell) for cell in grid.taken}
    with speaking(lang):
        made = [_tile(head, grid, cell, names, on[cell]) for cell in grid.taken]
    return Tiling(tuple(made), grid.setting, len(grid.lefts), len(grid.tops))


# --- where to cut --------------------------------------------------------------------------------


def cuts(
    spans: Iterable[tuple[float, float, float]],
    extent: tuple[float, float],
    room: float,
    overlap: float,
    back: float,
) -> tuple[list[float], float]:
    """Return where sheets begin along one side, and what these cuts cost.

    ``spans`` are the boxes, from where to where and what it costs to cut each; ``room`` is what a
    sheet shows. A cut is moved back, by no more than ``back`` of a sheet, to where it costs least;
    of places as good the last is taken. Linear in the spans and the length.
    """
    start, end = extent
    # Cost of a next sheet that begins at each point: of boxes whole on neither of the two.
    length = ceil(end - start) + 2
    change = [0.0] * (length + 1)
    for low, high, price in spans:
        first, last = floor(low - start) + 1, ceil(high - overlap - start)
        if 0 <= first < last:
            change[min(first, length)] += price
            change[min(last, length)] -= price
    costs, total = [], 0.0
    for each in change:
        total += each
        costs.append(total)
    starts, paid = [start], 0.0
    step = int(room - overlap)
    while starts[-1] + room < end:
        at = int(starts[-1] - start)
        tried = range(at + step, at + max(1, int(step * (1 - back))) - 1, -1)
        best = min(tried, key=lambda each: round(costs[each], 3))
        paid += costs[best]
        starts.append(start + best)
    return starts, paid


def _grid(
    found: Sequence[Piece], whole: Box, paper: Paper, landscape: bool, scale: float, overlap: float
) -> _Grid:
    sides = (paper.long, paper.short) if landscape else (paper.short, paper.long)
    unit = _POINTS / scale  # a millimetre of the sheet
    strip = overlap * unit
    room = (sides[0] - 2 * MARGIN) * unit, (sides[1] - MARGIN - FOOT) * unit
    area = (whole[2] - whole[0]) * (whole[3] - whole[1])
    if area > MOST_TILES * 2 * room[0] * room[1] or min(room) < 3 * strip:
        raise ArgmapError(
            f"this would be more than {MOST_TILES} sheets of {paper.name}: take larger paper or "
            "smaller type (--text-size), or draw part of it (--spine, --question)"
        )
    boxes = [piece.box for piece in found if piece.kind == "node"]
    (lefts, across), (tops, down) = (
        cuts(
            ((b[way] - _AIR, b[way + 2] + _AIR, b[3 - way] - b[1 - way]) for b in boxes),
            (whole[way], whole[way + 2]),
            room[way],
            strip,
            _BACK[way],
        )
        for way in (0, 1)
    )
    grid = _Grid(
        Setting(paper, *sides, scale),
        tuple(lefts),
        tuple(tops),
        (whole[2], whole[3]),
        strip,
        (),
        across + down,
    )
    taken = {
        cell for piece in found for trace in piece.traces for cell in _cells(grid, trace, strip=0.0)
    }
    if len(taken) > MOST_TILES:
        raise ArgmapError(
            f"this would be {len(taken)} sheets of {paper.name}: take larger paper or smaller "
            "type (--text-size), or draw part of it (--spine, --question)"
        )
    in_rows = tuple(sorted(taken, key=lambda cell: (cell[1], cell[0])))
    return _Grid(grid.setting, grid.lefts, grid.tops, grid.end, strip, in_rows, grid.cost)


def _with_air(box: Box) -> Box:
    return box[0] - _AIR, box[1] - _AIR, box[2] + _AIR, box[3] + _AIR


def _cells(grid: _Grid, box: Box, strip: float | None = None) -> list[tuple[int, int]]:
    """Return the sheets that a box meets, or with no strip those that it is not left out of."""
    strip = grid.overlap if strip is None else strip
    columns, rows = (
        [
            number
            for number, start in enumerate(starts)
            if start <= high and (number + 1 == len(starts) or low < starts[number + 1] + strip)
        ]
        for starts, low, high in ((grid.lefts, box[0], box[2]), (grid.tops, box[1], box[3]))
    )
    return [(column, row) for row in rows for column in columns]


def _name(column: int, row: int) -> str:
    """Name a sheet as spreadsheets name a cell: ``A1``, and ``AA1`` after ``Z1``."""
    letters = ""
    while column >= 0:
        column, last = divmod(column, 26)
        letters = chr(ord("A") + last) + letters
        column -= 1
    return f"{letters}{row + 1}"


# --- one sheet -----------------------------------------------------------------------------------


def _tile(
    head: re.Match[bytes],
    grid: _Grid,
    cell: tuple[int, int],
    names: Mapping[tuple[int, int], str],
    held: Sequence[Piece],
) -> Tile:
    window = grid.window(*cell)
    numbers = {other: at for at, other in enumerate(grid.taken, 1)}
    place = Place(
        title=head[2].decode("utf-8"),
        names=names,
        numbers=numbers,
        cell=cell,
        size=(len(grid.lefts), len(grid.tops)),
        window=window,
        overlap=grid.overlap,
        setting=grid.setting,
    )
    over, jumps = around(place)
    left, top, right, bottom = place.sheet
    ground = rectangle(place.sheet, place.paper)
    called = b"%s: %s" % (names[cell].encode(), head[2])
    root = (
        f'width="{grid.setting.width:g}mm" height="{grid.setting.height:g}mm" '
        f'viewBox="{left:.2f} {top:.2f} {right - left:.2f} {bottom - top:.2f}" role="img" '
    ).encode()
    parts = [
        head[1],
        root,
        b'aria-label="%s"%s\n<title>%s</title>\n' % (called, head[3], called),
        ground.encode(),
    ]
    for inside, group in groupby(held, key=lambda piece: piece.inside):
        parts += inside
        for piece in group:
            parts += [
                mark.markup
                for mark in piece.marks
                if not mark.is_text or mark.box is None or meet(mark.box, window)
            ]
        parts += [b"</g>\n" if each.startswith(b"<g") else b"</a>\n" for each in reversed(inside)]
    parts += [over.encode(), b"</svg>\n"]
    return Tile(names[cell], b"".join(parts), jumps)
