"""Where in the source text a stretch of a statement's plain text stands, or a key of the head."""

from __future__ import annotations

import re

from argmap.model import Range, Statement
from argmap.syntax.places import START, SourceText

__all__ = ["head_place", "value_place", "word_place"]

_UNSPOKEN = re.compile(r"\{[^{}]*\}|<!--.*?-->|\]\([^()\s]*\)", re.DOTALL)
"""Attributes, comments, and where a link leads: text of the source that nobody reads."""
_HEAD = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)


def word_place(source: SourceText, statement: Statement, start: int, end: int) -> Range:
    """Return where the characters from ``start`` to ``end`` of a statement's text are written.

    Where they cannot be told from the source for certain, that is the whole text.
    """
    whole = statement.places.get("text", statement.text_range)
    return _place(source, whole, statement.text, start, end)


def value_place(source: SourceText, whole: Range, value: str, start: int, end: int) -> Range:
    """Return where the characters from ``start`` to ``end`` of an attribute's value are written."""
    return _place(source, whole, value, start, end)


def _place(source: SourceText, whole: Range, text: str, start: int, end: int) -> Range:
    written = source.between(whole)
    words = text[start:end].split()
    if written is None or not words:
        return whole
    written = _UNSPOKEN.sub(lambda match: "\0" * len(match.group()), written)
    pattern = re.compile(r"[\s>*_]+".join(map(re.escape, words)))
    found = list(pattern.finditer(written))
    before = [match.start() for match in pattern.finditer(text)]
    if start not in before or len(found) != len(before):
        if len(found) != 1:
            return whole
        match = found[0]
    else:
        match = found[before.index(start)]
    offset = source.offset(whole.start)
    return source.range(offset + match.start(), offset + match.end())


def head_place(source: SourceText, *keys: str) -> Range:
    """Return the line of the front matter that holds the last of nested keys that is written."""
    head = _HEAD.match(source.text)
    if head is None:
        return START
    place = START
    at, end = head.span(1)
    for key in keys:
        pattern = re.compile(rf"(?:^|[\s{{,]){re.escape(key)}\s*:[^\n]*", re.MULTILINE)
        match = pattern.search(source.text, at, end)
        if match is None:
            break
        stretch = match.group()
        begin = match.start() + len(stretch) - len(stretch.lstrip(" \t\n{,"))
        place = source.range(begin, match.start() + len(stretch.rstrip()))
        at = begin + len(key)
    return place
