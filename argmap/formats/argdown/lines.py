"""The lines of an Argdown file, its comments taken out and its metadata set apart.

A comment or ``{…}`` may go over several lines, and neither begins inside a title, a link or behind
a backslash. The order in which they are looked for is that of Argdown's own lexer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["MARK", "Line", "front_matter", "lines_of"]

MARK = "\0"
"""What stands in a line for metadata; decoding leaves no NUL in a text."""
_COMMENT = "\0\0"
_OPEN = re.compile(r"\\.|<!--|/\*|//|[\[<{]")
_ENDS = {"<!--": "-->", "/*": "*/", "//": "\n"}
_BRACE = re.compile(r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*(?:"|$)|[{}]', re.MULTILINE)
_MOST_FAILURES = 10
"""Braces that close nowhere, before no more are tried: each may cost a walk to the file's end."""
_LINK_END = re.compile(r"\([^)\n\[]+\)")
_FRONT = re.compile(r"\s*={3,}")


class Line(NamedTuple):
    """A line: its number, its text with :data:`MARK` for each metadata, and these in their order.

    Each metadata has the number of the line on which it begins.
    """

    number: int
    text: str
    data: tuple[tuple[int, str], ...] = ()


def front_matter(text: str) -> tuple[str, str, int]:
    """Part the YAML between ``===`` and ``===`` from the rest; with it, the rest's first line."""
    start = _FRONT.match(text)
    end = text.find("===", start.end()) if start else -1
    if start is None or end < 0:
        return "", text, 1
    rest = end
    while text.startswith("=", rest):
        rest += 1
    return text[start.end() : end], text[rest:], text.count("\n", 0, rest) + 1


class _Finder:
    """Finds the next of something, going forward only, so that all finds together are linear."""

    def __init__(self, text: str, what: str) -> None:
        self._text, self._what, self._at = text, what, -2

    def after(self, start: int) -> int:
        """Return where it stands next, or -1."""
        if self._at == -1:
            return -1
        if self._at < start:
            self._at = self._text.find(self._what, start)
        return self._at


def lines_of(text: str, first: int = 1) -> Iterator[Line]:
    r"""Yield the lines of a text whose line ends are ``\n``; linear.

    Lines that hold nothing but a comment are left out: they part nothing.
    """
    parts: list[str] = []
    data: list[tuple[int, str]] = []
    number = started = first
    for piece, kind in _pieces(text):
        if kind == "text":
            head, *more = piece.split("\n")
            parts.append(head)
            for segment in more:
                yield from _line(started, parts, data)
                number += 1
                started, parts, data = number, [segment], []
            continue
        if kind == "data":
            data.append((number, piece))
        parts.append(MARK if kind == "data" else _COMMENT)
        number += piece.count("\n")
    yield from _line(started, parts, data)


def _line(number: int, parts: list[str], data: list[tuple[int, str]]) -> Iterator[Line]:
    line = "".join(parts)
    if _COMMENT in line:
        line = line.replace(_COMMENT, "")
        if not line.strip(" \t"):
            return
    yield Line(number, line, tuple(data))


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    finders = {what: _Finder(text, what) for what in ("-->", "*/", "\n", "]", ">")}
    failures = 0
    done = at = 0
    while (found := _OPEN.search(text, at)) is not None:
        start, opened = found.start(), found.group()
        at = found.end()
        if opened in _ENDS:
            closing = _ENDS[opened]
            end = finders[closing].after(at)
            if end < 0 and opened == "//":
                end = len(text)
            if end < 0:
                continue
            kind, end = "comment", end if opened == "//" else end + len(closing)
        elif opened == "{" and failures < _MOST_FAILURES:
            kind, end = "data", _data_end(text, start)
            if end < 0:
                failures += 1
                continue
        else:
            if opened in ("[", "<"):
                at = _title_end(text, start, finders)
            continue
        yield text[done:start], "text"
        yield text[start:end], kind
        done = at = end
    yield text[done:], "text"


def _data_end(text: str, start: int) -> int:
    depth = 0
    for found in _BRACE.finditer(text, start):
        if found.group() == "{":
            depth += 1
        elif found.group() == "}":
            depth -= 1
            if depth == 0:
                return found.end()
    return -1


def _title_end(text: str, start: int, finders: dict[str, _Finder]) -> int:
    """Return the end of a title or link that begins here, or of its bracket where none does."""
    opened = text[start]
    end = finders["]" if opened == "[" else ">"].after(start)
    line_end = finders["\n"].after(start)
    if end < 0 or 0 <= line_end < end or text[start + 1 : start + 2] in "-+_":
        return start + 1
    link = _LINK_END.match(text, end + 1) if opened == "[" else None
    return link.end() if link else end + 1
