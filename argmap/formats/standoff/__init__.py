"""Texts that are annotated from outside: which stretches of them are statements.

In brat and in Web Annotation the text stands in a file of its own, and what is said about it points
into it by offsets. An essay that was read so keeps its text in ``extra["standoff"]["text"]``, and
each statement its *spans*, pairs of offsets, in ``extra["standoff"]["spans"]``: so the text goes
from one such format into the other unchanged, and back into Markdown where it stands. Offsets count
code points from 0, a line end of two characters as two; the end of a span is exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.foreign import foreign
from argmap.formats.interface import Losses
from argmap.model import Essay, Flag, Position, Statement

__all__ = [
    "MADE",
    "STANDOFF",
    "Finder",
    "Layout",
    "Span",
    "count_prose",
    "laid_out",
    "merged",
    "plain",
    "said",
    "text_of_essay",
]

STANDOFF = "standoff"
"""The key of ``extra`` under which a text and the places of statements in it are kept."""
MADE = "made"
"""The key beside a text that argmap made of Markdown, to which what is unstated may be added."""

Span = tuple[int, int]

_PUNCTUATION = 3
_LINE_END = re.compile(r"\r\n?")
_LINE = re.compile(r"[^\r\n]+")
_MOST_SEARCHED = 500_000_000
"""Characters that may be looked through in all, for quotes that are not where they should be."""


def said(text: str, spans: Sequence[Span]) -> str:
    r"""Return the words of spans, line ends as ``\n``.

    Between two spans stands a space, or the line end where only white space lies between them, as
    brat parts a span at each.
    """
    parts: list[str] = []
    before = 0
    for number, (start, end) in enumerate(spans):
        if number:
            gap = text[before:start]
            parts.append(gap if not gap.strip() and ("\n" in gap or "\r" in gap) else " ")
        parts.append(text[start:end])
        before = end
    return _LINE_END.sub("\n", "".join(parts))


def merged(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Put spans together between which only the end of a line stands."""
    found: list[Span] = []
    for start, end in spans:
        gap = text[found[-1][1] : start] if found else ""
        if gap and not gap.strip() and ("\n" in gap or "\r" in gap):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def plain(text: str) -> str:
    """Return a text for comparing: stretches of white space are one space each."""
    return " ".join(text.split())


class Finder:
    """Looks for quotes in one text; at some point it gives up, so that the cost stays in bounds."""

    def __init__(self, text: str) -> None:
        self.flat = text.replace("\n", " ").replace("\r", " ")
        self._left = max(_MOST_SEARCHED, 10 * len(text))

    def find(self, quote: str, prefix: str = "", suffix: str = "") -> Span | None:
        """Return where a quote stands, if that is one place; what is around it may decide which."""
        quote, prefix, suffix = (part.replace("\n", " ") for part in (quote, prefix, suffix))
        found = self._only(quote)
        if found is None and (prefix or suffix):
            whole = self._only(f"{prefix}{quote}{suffix}")
            found = None if whole is None else whole + len(prefix)
        return None if found is None else (found, found + len(quote))

    def _only(self, words: str) -> int | None:
        if not words.strip() or self._left < 0:
            return None
        first = self._search(words, 0)
        if first < 0 or self._search(words, first + 1) >= 0:
            return None
        return first

    def _search(self, words: str, start: int) -> int:
        found = self.flat.find(words, start)
        self._left -= (len(self.flat) if found < 0 else found) - start
        return found


@dataclass(frozen=True, slots=True)
class Layout:
    """A text and where in it statements stand, by key; one that is not there is not in the text.

    ``composed`` says that the text was made of the statements, as none was kept.
    """

    text: str
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    composed: bool = False


def text_of_essay(essay: Essay) -> str | None:
    """Return the text that is kept of an essay, or None."""
    text = foreign(essay.extra, STANDOFF).get("text")
    return text if isinstance(text, str) and text.strip() else None


def laid_out(essay: Essay, *, implicit: bool = True) -> Layout:
    """Lay an essay out as a text: the one that is kept of it, else its titles and statements.

    ``implicit`` says whether statements that are so stand in a text that is made.

    Of a kept text nothing changes, but that what is unstated goes behind one made of Markdown. A
    statement whose words are not where they were is looked for, and left out where they stand
    nowhere or in several places. Linear, but for that.
    """
    text = text_of_essay(essay)
    if text is None:
        return _composed(essay, implicit)
    spans: dict[str, tuple[Span, ...]] = {}
    finder = Finder(text)
    for statement in essay.statements:
        kept = checked(foreign(statement.extra, STANDOFF).get("spans"), len(text))
        words = plain(statement.text)
        if kept and plain(said(text, kept)) == words:
            spans[statement.key] = kept
        elif words and (found := finder.find(statement.text)) is not None:
            spans[statement.key] = (found,)
    if implicit and foreign(essay.extra, STANDOFF).get(MADE) is True:
        text = _with_unstated(essay, text, spans)
    return Layout(text, spans)


def _with_unstated(essay: Essay, text: str, spans: dict[str, tuple[Span, ...]]) -> str:
    """Put behind a text what it leaves unstated, and note in ``spans`` where that stands."""
    parts = [text]
    at = len(text)
    for statement in essay.statements:
        if Flag.IMPLICIT in statement.flags and statement.key not in spans:
            words = plain(statement.text)
            parts.append(f"\n{words}\n")
            if words:
                spans[statement.key] = ((at + 1, at + 1 + len(words)),)
            at += len(words) + 2
    return "".join(parts)


def checked(spans: Any, length: int) -> tuple[Span, ...]:
    """Return spans that were kept if they are spans of a text of a length, else none."""
    if not isinstance(spans, list | tuple):
        return ()
    found: list[Span] = []
    for span in spans:
        if not isinstance(span, list | tuple) or len(span) != 2:
            return ()
        start, end = span
        if type(start) is not int or type(end) is not int or not 0 <= start < end <= length:
            return ()
        found.append((start, end))
    return tuple(found)


def count_prose(essay: Essay, losses: Losses) -> None:
    """Count the paragraphs whose words a text made of the statements has not, or not all; linear.

    An essay that was read from Markdown knows where its paragraphs and marks stand, not the words
    between: up to three characters between two marks are taken to be white space and punctuation.
    """
    statements = sorted(each.range for each in essay.statements)
    at = 0
    end = Position(1, 1)
    for paragraph in sorted(each.range for each in essay.paragraphs):
        end = max(end, paragraph.start)
        found = False
        while at < len(statements) and statements[at].start < paragraph.end:
            mark = statements[at]
            at += 1
            found = found or (mark.end > end and _apart(end, mark.start))
            end = max(end, mark.end)
        if found or _apart(end, paragraph.end):
            where = f"line {paragraph.start.line} of {essay.path}"
            losses.add("paragraphs with words outside statements", where)


def _apart(end: Position, start: Position) -> bool:
    """Tell whether words stand between two places."""
    if start <= end:
        return False
    if start.line == end.line:
        return start.column - end.column > _PUNCTUATION
    return start.line > end.line + 1 or start.column > _PUNCTUATION


def _composed(essay: Essay, implicit: bool) -> Layout:
    """Make a text of an essay: its headings and statements, in order, an empty line between."""
    parts: list[str] = []
    spans: dict[str, tuple[Span, ...]] = {}
    at = 0
    for key, block in _blocks(essay, implicit):
        if key is not None:
            lines = tuple((at + found.start(), at + found.end()) for found in _LINE.finditer(block))
            if lines and block.strip():
                spans[key] = lines
        parts.append(f"{block}\n\n")
        at += len(block) + 2
    return Layout("".join(parts).removesuffix("\n"), spans, composed=True)


def _blocks(essay: Essay, implicit: bool) -> Iterator[tuple[str | None, str]]:
    if essay.title:
        yield None, essay.title
    before: tuple[str, ...] = ()
    for statement in _in_order(essay.statements):
        if Flag.IMPLICIT in statement.flags and not implicit:
            continue
        if statement.section != before:
            for level, title in enumerate(statement.section):
                if statement.section[: level + 1] != before[: level + 1] and title.strip():
                    yield None, _LINE_END.sub("\n", title)
            before = statement.section
        yield statement.key, _LINE_END.sub("\n", statement.text)


def _in_order(statements: Iterable[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda each: (each.range.start, each.range.end))
