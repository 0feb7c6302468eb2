"""A quotation looked for in the text that it is taken from.

Both are *squeezed* first: compatibility forms made one, case folded, spaces, quotation marks and
the marks of Markdown dropped, dashes made one. What is left must stand in the text, letter by
letter. An ellipsis, or anything in square brackets, parts a quotation into pieces that must follow
each other in the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

__all__ = ["Missing", "QuotedText"]

_GAP = re.compile(r"\[[^\[\]]{0,200}\]|\(\s*(?:…|\.{3,})\s*\)|…+|\.{3,}|⋯+")
_MARKUP = re.compile(
    r"^[ \t]*(?:>[ \t]?)+"  # a quotation
    r"|^[ \t]{0,3}#{1,6}[ \t]"  # a heading
    r"|</?[a-zA-Z][^<>]*>"  # HTML
    r"|\[\^[^\[\]\s]*\]"  # a footnote
    r"|(?<=\])\([^()\s]*(?:\s\"[^\"\n]*\")?\)"  # where a link leads
    r"|(?<=\])\{[^{}]*\}",  # attributes
    re.MULTILINE,
)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_DROPPED = dict.fromkeys(
    map(
        ord,
        "'\"`´‘’‚‛“”„‟′″‹›«»「」『』《》〈〉〝〞〟＇＂*_[]!\\\u00ad\u200b\u200c\u200d\u2060\ufeff",
    ),
    "",
)
_TABLE = {**_DASHES, **_DROPPED}
_EDGES = "-.,;:!?()、。，．；：？！…"
_DASH_RUN = re.compile("-{2,}")
_LEAST = 8
"""Squeezed letters that must agree before a passage is called near."""
_SHOWN = 40
_CHUNK = 400
_LONGEST_WORD = 30
_UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uabff\uf900-\uffff]")


class Missing(NamedTuple):
    """What a quotation says that its text does not: the first words that differ, and the place.

    ``instead`` is what the text has there, where the words before it do stand in the text.
    ``misplaced`` tells that the words do stand in the text, but before what they should follow.
    """

    words: str
    instead: str | None = None
    misplaced: bool = False


class QuotedText:
    """A text, squeezed once, in which any number of quotations may be looked for."""

    def __init__(self, text: str) -> None:
        self._text = _MARKUP.sub(_as_long, _without_comments(text))
        self._squeezed = _squeeze(self._text)

    @cached_property
    def _chunks(self) -> list[int]:
        """How many squeezed letters stand before the end of each chunk of the text."""
        starts = range(0, len(self._text), _CHUNK)
        return list(accumulate(len(_squeeze(self._text[at : at + _CHUNK])) for at in starts))

    def _place(self, squeezed: int) -> int:
        """Return about where in the text a number of squeezed letters ends."""
        number = bisect_left(self._chunks, squeezed)
        if number:
            squeezed -= self._chunks[number - 1]
        start = number * _CHUNK
        return start + _offset(self._text[start : start + _CHUNK], squeezed)

    def missing(self, quotation: str) -> Missing | None:
        """Return the first part of a quotation that is not in the text, or None.

        Linear in the text for each piece, but for a piece that is missing: a few dozen times that.
        """
        at = 0
        for piece in _GAP.split(quotation):
            letters = _squeeze(piece).strip(_EDGES)
            if not letters:
                continue
            found = self._squeezed.find(letters, at)
            if found < 0:
                return self._what_differs(piece, letters, at)
            at = found + len(letters)
        return None

    def _what_differs(self, piece: str, letters: str, at: int) -> Missing:
        if letters in self._squeezed:
            return Missing(_short(piece), misplaced=True)
        same = _longest(letters, self._squeezed)
        if same < _LEAST:
            return Missing(_short(piece))
        before = len(_squeeze(piece)) - len(_squeeze(piece).lstrip(_EDGES))
        words = _short(piece[_word_start(piece, _offset(piece, before + same)) :])
        found = self._squeezed.find(letters[:same], at)
        found = self._squeezed.find(letters[:same]) if found < 0 else found
        place = _word_start(self._text, self._place(found + same))
        return Missing(words, _short(self._text[place : place + 4 * _SHOWN]) or None)


def _without_comments(text: str) -> str:
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[at:start])
        at = end + 3
    return "".join([*parts, text[at:]])


def _squeeze(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(_TABLE).casefold()
    return _DASH_RUN.sub("-", "".join(text.split()))


def _as_long(match: re.Match[str]) -> str:
    """Blank what is dropped, but for what may stand inside a word."""
    return " " if match.group()[0] in " \t>#" else ""


def _longest(letters: str, text: str) -> int:
    """Return how many first letters stand together somewhere in the text; log(letters) searches."""
    return bisect_left(range(len(letters)), True, key=lambda n: letters[: n + 1] not in text)


def _offset(text: str, squeezed: int) -> int:
    """Return where in a text the given number of squeezed letters ends; log(text) squeezings."""
    return bisect_left(range(len(text)), squeezed, key=lambda n: len(_squeeze(text[:n])))


def _word_start(text: str, at: int) -> int:
    """Go to where a word begins: past spaces, or back, in scripts that part words by spaces."""
    while at < len(text) and text[at].isspace():
        at += 1
    for start in range(at, max(at - _LONGEST_WORD, -1), -1):
        if start == 0 or text[start - 1].isspace() or _UNPARTED.match(text[start - 1]):
            return start
    return at


def _short(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _SHOWN:
        return words
    cut = words[:_SHOWN].rpartition(" ")[0]
    return f"{cut if len(cut) > _SHOWN // 2 else words[:_SHOWN]}…"
