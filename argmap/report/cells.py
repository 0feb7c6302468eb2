"""Text as a terminal shows it: cells, and characters that must not reach it raw.

A cell is the width of a Latin letter. A Hangul, Han or kana letter takes two, a combining mark
none, and an emoji of several code points two in all. Widths are those of wcwidth (Unicode's
East Asian Width with the terminal's zero-width characters), which is loaded only for text that
is not ASCII.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

TAB_STOP = 4
"""Tabs advance to the next multiple of this many cells, as in CommonMark."""

_SPACES = " " * TAB_STOP
_REPLACEMENT = "\ufffd"
_ZWJ = "\u200d"

_PICTURES: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT),  # C1: an 8-bit terminal obeys them
    0x61C: _REPLACEMENT,
    **dict.fromkeys(range(0x200E, 0x2010), _REPLACEMENT),  # these reorder the line on the screen
    **dict.fromkeys(range(0x2028, 0x202F), _REPLACEMENT),
    **dict.fromkeys(range(0x2066, 0x2070), _REPLACEMENT),
    **dict.fromkeys(range(0xFFF9, 0xFFFC), _REPLACEMENT),
    **dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT),  # lone surrogates cannot be encoded
}


def visible(text: str) -> str:
    """Show what a terminal would obey as a picture of it (ESC as ``␛``), one for one.

    Line ends and tabs are shown too, so the result stands on one line. Characters that reorder
    the line (the bidirectional controls), C1 controls and lone surrogates become U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_PICTURES)


def inert(text: str) -> str:
    """Break, one for one, what a CI runner reads as a command in the midst of a line: ``##[``.

    GitHub's runner obeys ``##[add-mask]…`` wherever a line of output holds it (``ActionCommand``),
    and a line of an essay that is shown may hold anything.
    """
    return text.replace("##[", f"#{_REPLACEMENT}[")


class Cluster(NamedTuple):
    """What a terminal draws as one: its text, and where its code points and cells begin and end.

    ``start`` and ``end`` count code points of the line, ``left`` and ``right`` cells.
    """

    text: str
    start: int
    end: int
    left: int
    right: int


def clusters(line: str) -> list[Cluster]:
    """Cut a line (without its line end) into what a terminal draws; tabs become spaces."""
    if line.isascii() and line.isprintable():
        return [Cluster(char, at, at + 1, at, at + 1) for at, char in enumerate(line)]
    found: list[Cluster] = []
    left = 0
    start = 0
    for end in _ends(line):
        raw = line[start:end]
        if raw == "\t":
            text, cells = _SPACES[left % TAB_STOP :], TAB_STOP - left % TAB_STOP
        else:
            text, cells = _shown(raw)
        right = left + cells
        found.append(Cluster(text, start, end, left, right))
        start, left = end, right
    return found


@lru_cache(maxsize=4096)
def _shown(cluster: str) -> tuple[str, int]:
    text = visible(cluster)
    return text, width(text)


def width(text: str) -> int:
    """The cells that ``text``, made visible, takes."""
    return len(text) if text.isascii() else _measured(text)


@lru_cache(maxsize=4096)
def _measured(text: str) -> int:
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


@lru_cache(maxsize=4096)
def _hangs_on(char: str) -> bool:
    """Whether a character takes no cell of its own."""
    from wcwidth import wcwidth

    return char >= "\u0300" and wcwidth(char) == 0 and visible(char) == char


def _ends(line: str) -> list[int]:
    """Where each cluster ends."""
    if line.isascii():
        return list(range(1, len(line) + 1))
    ends: list[int] = []
    flags = 0
    for at, char in enumerate(line):
        if char < "\u0300":
            flags = 0
            ends.append(at + 1)
            continue
        flag = "\U0001f1e6" <= char <= "\U0001f1ff"
        tone = "\U0001f3fb" <= char <= "\U0001f3ff"
        joined = at > 0 and (
            _hangs_on(char)
            or (line[at - 1] == _ZWJ and width(char) == 2)
            or (flag and flags % 2 == 1)
            or (tone and width(line[at - 1]) == 2)
        )
        flags = flags + 1 if flag else 0
        if joined:
            ends[-1] = at + 1
        else:
            ends.append(at + 1)
    return ends
