"""Breaking a text into lines of a given display width.

Latin, Cyrillic, Vietnamese and Korean break at spaces; Chinese and Japanese anywhere, save before
closing and after opening punctuation (the core of the kinsoku rules of JIS X 4051); a word too
long for a line is cut.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from argmap.rendering.safe_text import one_line
from argmap.rendering.text_width import is_joined, running_widths, text_width

__all__ = ["wrap", "wrap_all"]

_ELLIPSIS = "…"
_JOINER = "\u200d"
_ROUNDING = 1e-6
"""What the sum of many advances may be off by, in ems."""

_IDEOGRAPH = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u30fa\u30fd-\u30ff\u3100-\u312f\u3190-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9d"
    "\U00020000-\U0003ffff"
)
# Not at the start of a line: closing brackets, stops, small kana, the long-vowel mark.
_CLOSING = (
    "、。〉》」』】〕〗〙〛〞〟・ーゝゞヽヾ々！％），．：；？］｝～｡｣､･ー"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ…‥"
)
_OPENING = "〈《「『【〔〖〘〚〝（［｛｢"
_LATIN_CLOSING = r"""!"%'),.:;?\]}’”»—–"""
_LATIN_OPENING = r"(\[{‘“«$£€"

_BREAKABLE = re.compile(f"[{_IDEOGRAPH}{_CLOSING}{_OPENING}—]")
_UNIT = re.compile(
    f"[{_OPENING}{_LATIN_OPENING}]*"
    f"(?:(?![{_CLOSING}])[{_IDEOGRAPH}][\u0300-\u036f\u3099\u309a\ufe00-\ufe0f]*"
    f"[{_CLOSING}{_LATIN_CLOSING}]*"
    f"|[^{_IDEOGRAPH}{_CLOSING}{_OPENING}—]+[{_CLOSING}—]*)"
    f"|[{_OPENING}]+|[{_CLOSING}—]+"
)


def wrap(text: str, width: float, size: float, *, max_lines: int = 0) -> list[str]:
    """Break one line of text (see :func:`~argmap.rendering.safe_text.one_line`) into lines.

    No line is wider than ``width`` points in type of ``size`` points, unless a single character
    is. With ``max_lines``, what does not fit is left out and an ellipsis ends the last line.
    Linear in the length of the text; at least one line comes back.

    Examples:
        >>> wrap("a cheaper warehouse", 60, 10)
        ['a cheaper', 'warehouse']
        >>> wrap("他說：「沒有。」", 40, 10)
        ['他說：', '「沒', '有。」']

    """
    room = width / size
    if not text.isascii() and _BREAKABLE.search(text):
        lines = _wrap_units(text, room, max_lines)
    else:
        lines = _wrap_words(text, room, max_lines)
    if max_lines and len(lines) > max_lines:
        return _cut(lines, max_lines, room)
    return lines


def wrap_all(text: str, width: float, size: float, *, max_lines: int = 0) -> list[str]:
    r"""Break a text as :func:`wrap` does, and begin a line wherever the text does.

    The lines of a text are its paragraphs, the items of a list or the rows of a table.

    Examples:
        >>> wrap_all("red: 2\nblue: 3", 60, 10)
        ['red: 2', 'blue: 3']

    """
    lines: list[str] = []
    for part in text.split("\n"):
        if max_lines and len(lines) > max_lines:
            break
        line = one_line(part)
        if line:
            lines += wrap(line, width, size, max_lines=max_lines + 1 if max_lines else 0)
    if max_lines and len(lines) > max_lines:
        return _cut(lines, max_lines, width / size)
    return lines or [""]


def _wrap_words(text: str, room: float, max_lines: int) -> list[str]:
    """Break at spaces. One pass adds the advances up; each line is then found by bisection."""
    reach = running_widths(text)
    lines = []
    start = 0
    while True:
        done = reach[start - 1] if start else 0.0
        end = bisect_right(reach, done + room + _ROUNDING, start)
        if end >= len(text):
            lines.append(text[start:])
            return lines
        cut = end if text[end] == " " else text.rfind(" ", start, end)
        if cut <= start:
            after = text.find(" ", end)
            after = after if after >= 0 else len(text)
            *whole, rest = _chop(text[start:after], room, max_lines)
            if not whole or text_width(rest, 1) > room:  # one character, wider than the line
                whole.append(rest)
                rest = ""
                after += 1
            lines += whole
            start = after - len(rest)
            if start > len(text):
                return lines
        else:
            lines.append(text[start:cut])
            start = cut + 1
        if max_lines and len(lines) > max_lines:
            return lines


def _wrap_units(text: str, room: float, max_lines: int) -> list[str]:
    """Break between the units of Chinese and Japanese as well as at spaces."""
    lines: list[str] = []
    line = ""
    used = 0.0
    space = text_width(" ", 1)
    for word in text.split(" "):
        glue = " " if line else ""
        for unit in _UNIT.findall(word):
            advance = text_width(unit, 1)
            wanted = used + advance + (space if glue else 0.0)
            if wanted <= room:
                line += glue + unit
                used = wanted
            else:
                if line:
                    lines.append(line)
                if max_lines and len(lines) > max_lines:
                    return lines
                if advance > room:
                    *whole, unit = _chop(unit, room, max_lines)
                    lines += whole
                    advance = text_width(unit, 1)
                line = unit
                used = advance
            glue = ""
    if line or not lines:
        lines.append(line)
    return lines


def _chop(word: str, room: float, max_lines: int) -> list[str]:
    """Cut a word into pieces that fit, never before a combining mark or within a joined emoji."""
    pieces: list[str] = []
    start = 0
    used = 0.0
    for at, char in enumerate(word):
        advance = text_width(char, 1)
        joined = is_joined(char) or (at > 0 and word[at - 1] == _JOINER)
        if used + advance > room and at > start and not joined:
            pieces.append(word[start:at])
            if max_lines and len(pieces) > max_lines:
                return pieces
            start = at
            used = 0.0
        used += advance
    pieces.append(word[start:])
    return pieces


def _cut(lines: list[str], count: int, room: float) -> list[str]:
    """Keep ``count`` lines and end the last one with an ellipsis that still fits."""
    last = lines[count - 1].rstrip(".,;: ")
    while last and text_width(last, 1) + text_width(_ELLIPSIS, 1) > room:
        last = last[:-1]
    return [*lines[: count - 1], last + _ELLIPSIS]
