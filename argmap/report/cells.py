"""Text as a terminal shows it: cells, and characters that must not reach it raw.

A cell is the width of a Latin letter. A Hangul, Han or kana letter takes two, a combining mark
none, and an emoji of several code points two in all. Widths are those of wcwidth (Unicode's
East Asian Width with the terminal's zero-width characters), which is loaded only for text that
is not ASCII.
"""

from __future__ import annotations

from dataclasses import dataclass

TAB_STOP = 4
"""Tabs advance to the next multiple of this many cells, as in CommonMark."""

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


@dataclass(frozen=True, slots=True)
class Cluster:
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
    found: list[Cluster] = []
    left = 0
    start = 0
    for end in _ends(line):
        raw = line[start:end]
        text = " " * (TAB_STOP - left % TAB_STOP) if raw == "\t" else visible(raw)
        right = left + width(text)
        found.append(Cluster(text, start, end, left, right))
        start, left = end, right
    return found


def width(text: str) -> int:
    """The cells that ``text``, made visible, takes."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def _ends(line: str) -> list[int]:
    """Where each cluster ends."""
    if line.isascii():
        return list(range(1, len(line) + 1))
    from wcwidth import wcwidth

    ends: list[int] = []
    flags = 0
    for at, char in enumerate(line):
        flag = "\U0001f1e6" <= char <= "\U0001f1ff"
        tone = "\U0001f3fb" <= char <= "\U0001f3ff"
        joined = at > 0 and (
            (char >= "\u0300" and wcwidth(char) == 0 and visible(char) == char)
            or (line[at - 1] == _ZWJ and wcwidth(char) == 2)
            or (flag and flags % 2 == 1)
            or (tone and wcwidth(line[at - 1]) == 2)
        )
        flags = flags + 1 if flag else 0
        if joined:
            ends[-1] = at + 1
        else:
            ends.append(at + 1)
    return ends
