r"""Where the content of an inline token stands in the document.

The content is the document but for what the block structure took out: indents, ``>``, the
backslash of ``\|`` in a table. So a map is a row of breakpoints with even stretches between them.
"""

from __future__ import annotations

from bisect import bisect_right

from markdown_it.common.utils import mdTrim
from markdown_it.token import Token

LINES = "argmap_lines"
"""In a token's meta: the offset at which the content of each of its lines begins."""
PLACE = "argmap_place"
"""In a token's meta: its map."""


class PlaceMap:
    """From offsets into some content, ``content[i]``, to those into the document, ``source[i]``."""

    __slots__ = ("content", "source")

    def __init__(self, content: list[int], source: list[int]) -> None:
        self.content = content
        self.source = source

    @property
    def shift(self) -> int | None:
        """How far all of the content is shifted, where it stands in the document as it is."""
        return self.source[0] - self.content[0] if len(self.content) == 1 else None

    def __call__(self, offset: int) -> int:
        """Return the document's offset for ``offset``; O(log lines)."""
        i = bisect_right(self.content, offset) - 1
        if i < 0:
            return self.source[0]
        return self.source[i] + offset - self.content[i]


class Row:
    r"""A table row, split as GFM does where a mark needs it: ``\|`` parts nothing."""

    __slots__ = ("_cells", "start", "text")

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self._cells: list[PlaceMap] | None = None

    def cell(self, column: int) -> PlaceMap | None:
        """Return the map of a cell's trimmed content, or None for a cell that is not written."""
        if self._cells is None:
            self._cells = split_row(self.text, self.start)
        return self._cells[column] if column < len(self._cells) else None


def place_map(token: Token) -> PlaceMap | None:
    """Return the map of an inline or raw HTML token, or None where another plugin made it."""
    recorded = token.meta.get(PLACE)
    if isinstance(recorded, PlaceMap):
        return recorded
    if isinstance(recorded, tuple):
        row, column = recorded
        found: PlaceMap | None = row.cell(column)
        return found
    starts = token.meta.get(LINES)
    if not isinstance(starts, list) or not starts:
        return None
    at: list[int] = []
    offset = 0
    for line, _ in zip(token.content.split("\n"), starts, strict=False):
        at.append(offset + len(line) - len(line.lstrip(" \t")))
        offset += len(line) + 1
    made = token.meta[PLACE] = PlaceMap(at, starts[: len(at)])
    return made


def split_row(row: str, start: int) -> list[PlaceMap]:
    """Return the map of each cell of a row that begins at ``start``."""
    lead = indent(row)
    row, start = mdTrim(row), start + lead
    cells: list[tuple[str, list[int], list[int]]] = []
    pieces: list[str] = []
    length = 0
    content: list[int] = [0]
    source: list[int] = [0]
    piece = 0
    pipe = row.find("|")
    while pipe >= 0:
        if pipe > piece and row[pipe - 1] == "\\":
            pieces.append(row[piece : pipe - 1])
            length += pipe - 1 - piece
            content.append(length)
            source.append(pipe)
            piece = pipe
        else:
            cells.append(("".join([*pieces, row[piece:pipe]]), content, source))
            piece = pipe + 1
            pieces, length, content, source = [], 0, [0], [piece]
        pipe = row.find("|", pipe + 1)
    cells.append(("".join([*pieces, row[piece:]]), content, source))
    if not cells[0][0]:
        cells.pop(0)
    if cells and not cells[-1][0]:
        cells.pop()
    maps = []
    for text, content, source in cells:
        lead = indent(text)
        maps.append(PlaceMap([at - lead for at in content], [start + at for at in source]))
    return maps


def indent(text: str) -> int:
    """Return the length of the white space that CommonMark trims at the beginning of ``text``."""
    return len(text) + 1 - len(mdTrim(text + "."))
