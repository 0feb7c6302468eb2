"""A text made ready to be read, each character of it with its place in the original.

Full-width forms become ASCII, decomposed letters (Vietnamese and Korean as some systems store
them) are composed, and what is no prose (addresses, telephone numbers) is blanked out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20,
    0xFFE5: 0xA5,
    0xFFE1: 0xA3,
    0xFFE6: 0x20A9,
    0x2212: 0x2D,
    0x301C: 0x7E,
    0x2010: 0x2D,
    0x2011: 0x2D,
    0x66A: 0x25,
    0x00A0: 0x20,
    0x202F: 0x20,
    0x2009: 0x20,
}
_NO_PROSE = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”」]{1,2000}"
    r"|(?<![\w.])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
    r"|(?<![\w-])(?!(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d(?!\d))\d{1,9}(?:-\d{1,9}){2,9}"
    r"|\d{31,}"
)
_LONGEST_CLUSTER = 16


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` to read, and for each of its characters, and its end, the original's offset."""

    text: str
    places: tuple[int, ...] | None  # None where text and original go in step

    def original(self, offset: int) -> int:
        """Return the original's offset of an offset in ``text``."""
        return offset if self.places is None else self.places[offset]


def fold(text: str) -> Folded:
    """Make a text ready to be read, in time linear in its length."""
    places: tuple[int, ...] | None = None
    if not unicodedata.is_normalized("NFC", text):
        text, places = _composed(text)
    text = text.translate(_WIDE)
    return Folded(_NO_PROSE.sub(lambda match: "\n" * len(match[0]), text), places)


def _composed(text: str) -> tuple[str, tuple[int, ...]]:
    parts: list[str] = []
    places: list[int] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and at - start < _LONGEST_CLUSTER and _joins(text[at]):
            continue
        part = unicodedata.normalize("NFC", text[start:at])
        parts.append(part)
        places.extend([start] * len(part))
        start = at
    return "".join(parts), (*places, len(text))


def _joins(char: str) -> bool:
    """Tell whether a character may be composed with the one before it."""
    return unicodedata.combining(char) != 0 or "\u1160" <= char <= "\u11ff"
