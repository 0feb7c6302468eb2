"""A piece of source with what is meant underlined, to the cell, in a given width."""

from __future__ import annotations

from typing import NamedTuple

from argmap.report.cells import Cluster, clusters
from argmap.syntax.places import Range, SourceText

_CUT = "..."  # in ASCII: a terminal set to Chinese or Korean may draw the ellipsis two cells wide
_MOST_LINES = 4
_LEAST_CELLS = 20


class Row(NamedTuple):
    """One row of a frame: a line number (None where lines were left out), its text, its underline.

    ``carets`` is empty for a line that is there for context.
    """

    number: int | None
    text: str
    carets: str = ""


def frame(source: SourceText, place: Range, width: int) -> list[Row]:
    """The lines of ``place`` with what it covers underlined, and a line of context on each side.

    Lines are trimmed to ``width`` cells around what is underlined; of a range over many lines the
    middle is left out. Costs time in step with the width, not with the lines' length. Empty where
    the range lies outside the source, as when a file changed in between.
    """
    width = max(width, _LEAST_CELLS)
    first = place.start.line
    last = place.end.line
    if last > first and place.end.column == 1:  # it ends with the line end before
        last -= 1
    if not 1 <= first <= last <= source.line_count:
        return []
    rows = _context(source, first - 1, width)
    for number in _numbers(first, last):
        if number is None:
            rows.append(Row(None, _CUT))
            continue
        line = source.line(number)
        start = place.start.column - 1 if number == first else len(line) - len(line.lstrip())
        end = place.end.column - 1 if number == place.end.line else len(line.rstrip())
        start, end = min(start, len(line)), min(end, len(line))
        if number != first and end <= start:  # blank, or covered up to its indentation only
            rows.append(_plain(number, line, width))
        else:
            rows.append(_underlined(number, line, start, end, width))
    return rows + _context(source, last + 1, width)


def _numbers(first: int, last: int) -> list[int | None]:
    if last - first < _MOST_LINES:
        return list(range(first, last + 1))
    return [first, first + 1, None, last]


def _context(source: SourceText, number: int, width: int) -> list[Row]:
    if not 1 <= number <= source.line_count:
        return []
    line = source.line(number)
    return [_plain(number, line, width)] if line.strip() else []


def _plain(number: int, line: str, width: int) -> Row:
    laid = _Laid(line[: 2 * width])
    text, _ = _window(laid, 0, 0, width, (False, len(line) > 2 * width))
    return Row(number, text.rstrip())


def _underlined(number: int, line: str, start: int, end: int, width: int) -> Row:
    # A line may be as long as a book: lay out no more of it than can be seen.
    cut_left = max(0, start - width)
    cut_right = min(len(line), start + 2 * width)
    laid = _Laid(line[cut_left:cut_right])
    left = laid.begin(start - cut_left)
    right = laid.end(end - cut_left) if end > start else left
    right = max(right, left + 1)
    more = (cut_left > 0, cut_right < len(line))
    text, shift = _window(laid, left, right, width, more)
    left = max(left + shift, 0)
    right = max(min(right + shift, width), left + 1)
    return Row(number, text.rstrip(), " " * left + "^" * (right - left))


class _Laid:
    """A piece of a line in its cells; in ASCII, which most lines are, each letter is one."""

    __slots__ = ("_clusters", "_text", "cells")

    def __init__(self, text: str) -> None:
        self._text = text
        self._clusters: list[Cluster] | None = None
        self.cells = len(text)
        if not (text.isascii() and text.isprintable()):
            self._clusters = clusters(text)
            self.cells = self._clusters[-1].right if self._clusters else 0

    def begin(self, point: int) -> int:
        """The cell where the cluster with code point ``point`` begins."""
        if self._clusters is None:
            return min(point, self.cells)
        return next((c.left for c in self._clusters if point < c.end), self.cells)

    def end(self, point: int) -> int:
        """The cell where the cluster with the code point before ``point`` ends."""
        if self._clusters is None:
            return min(point, self.cells)
        return next((c.right for c in self._clusters if point <= c.end), self.cells)

    def between(self, begin: int, stop: int) -> str:
        """The text that lies whole between two cells."""
        if self._clusters is None:
            return self._text[begin:stop]
        seen = [c for c in self._clusters if begin <= c.left and c.right <= stop]
        # A wide letter across the cut is left out; a space keeps what follows in its cell.
        gap = " " * (seen[0].left - begin) if seen else ""
        return gap + "".join(c.text for c in seen)


def _window(
    laid: _Laid, left: int, right: int, width: int, more: tuple[bool, bool]
) -> tuple[str, int]:
    """Cut a line to ``width`` cells that show ``left`` to ``right``, or as much of it as fits.

    ``more`` tells whether the line goes on to the left and right of ``laid``. Returns the text
    and how many cells it moved.
    """
    total = laid.cells
    more_left, more_right = more
    if total <= width and not more_left and not more_right:
        return laid.between(0, total), 0
    room = width - 2 * len(_CUT)
    begin = max(left - max(room - (right - left), 0) // 2, 0)
    if not more_right and total - begin < room:
        begin = max(total - room, 0)
    if begin <= len(_CUT) and not more_left:
        begin = 0
    head = _CUT if begin > 0 or more_left else ""
    stop = begin + width - len(head)
    if more_right or total > stop:
        stop -= len(_CUT)
        tail = _CUT
    else:
        tail = ""
    return head + laid.between(begin, stop) + tail, len(head) - begin
