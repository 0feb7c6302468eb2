r"""Places in a text: positions, ranges, and the way from offsets to them.

Lines and columns count from 1, in Unicode code points; the end of a range is exclusive. A line
ends at ``\n``, ``\r\n`` or ``\r`` and at nothing else (``str.splitlines`` also breaks at form
feeds and U+2028, which editors do not). A byte order mark is not part of the first line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A place between two characters; ``line`` and ``column`` count from 1, in code points."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


class Range(NamedTuple):
    """A stretch of text from ``start`` up to, not including, ``end``."""

    start: Position
    end: Position

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"

    def touches_lines(self, first: int, last: int) -> bool:
        """Tell whether any part of the range lies on the lines ``first`` to ``last``."""
        return self.start.line <= last and self.end.line >= first


START = Range(Position(1, 1), Position(1, 1))
"""The empty range at the very beginning, for findings about a file as a whole."""


class SourceText:
    r"""A text with its line starts, to turn offsets into positions and back.

    ``text`` has every line end as ``\n``, NUL as U+FFFD (as CommonMark asks) and no byte order
    mark; each of these keeps the line and column of every other character, so a position in
    ``text`` is the position in the file.
    """

    __slots__ = ("_last", "_starts", "text")

    def __init__(self, source: str) -> None:
        text = source.removeprefix("\ufeff").replace("\0", "\ufffd")
        self.text = _LINE_END.sub("\n", text) if "\r" in text else text
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        self._starts = starts
        # The line asked for last: number, start and end. One tuple, so that threads may share it.
        self._last = (1, 0, starts[1] if len(starts) > 1 else len(self.text) + 1)

    @property
    def line_count(self) -> int:
        """The number of lines, an empty last one included."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Turn an offset into ``text`` into a position; O(log lines), O(1) on the line before."""
        line, start, end = self._last
        if not start <= offset < end:
            line, start, _ = self._find_line(offset)
        return Position(line, offset - start + 1)

    def range(self, start: int, end: int) -> Range:
        """Turn two offsets into a range."""
        line, line_start, line_end = self._last
        if not line_start <= start < line_end:
            line, line_start, line_end = self._find_line(start)
        first = Position(line, start - line_start + 1)
        if line_start <= end < line_end:
            return Range(first, Position(line, end - line_start + 1))
        return Range(first, self.position(end))

    def _find_line(self, offset: int) -> tuple[int, int, int]:
        line = bisect_right(self._starts, offset)
        end = self._starts[line] if line < len(self._starts) else len(self.text) + 1
        self._last = found = (line, self._starts[line - 1], end)
        return found

    def offset(self, position: Position) -> int:
        """Turn a position into an offset into ``text``; the inverse of :meth:`position`."""
        return self._starts[position.line - 1] + position.column - 1

    def between(self, place: Range) -> str | None:
        """Return the text of a range; None where it lies outside, as in a file that has changed."""
        start, end = place
        lines = self.line_count
        if not (1 <= start.line <= lines and 1 <= end.line <= lines):
            return None
        return self.text[self.offset(start) : self.offset(end)]

    def line_start(self, number: int) -> int:
        """Return the offset at which line ``number`` begins."""
        return self._starts[number - 1]

    def line_range(self, number: int) -> Range:
        """Return the range of a whole line."""
        return Range(Position(number, 1), Position(number, len(self.line(number)) + 1))

    def line(self, number: int) -> str:
        """Return line ``number`` (from 1) without its line end."""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[start:end]
