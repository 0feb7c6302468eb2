"""Which brackets and which comments belong together, in one pass over an inline text.

CommonMark reads a paragraph from left to right, and code spans, autolinks, raw HTML and
backslash escapes bind tighter than brackets. This scan steps over those once, so that finding
the ``]`` of a ``[`` (and the ``<!--/-->`` of a ``<!--{…}-->``) is a look-up: linear in the text,
however deeply it nests. markdown-it-py's own ``parseLinkLabel`` runs the inline rules again for
every bracket and gives up at ``maxNesting``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from markdown_it.common.html_re import HTML_TAG_RE

from argmap.syntax.attributes import AttributeList, parse_attributes

_STOP = re.compile(r"[\\`<\[\]]")
_BACKTICKS = re.compile(r"`+")
_AUTOLINK = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\x00-\x20]*|[^\s<>@]+@[^\s<>@]+)>")
_COMMENT_OPEN = re.compile(r"<!--\s*(?=\{)")
_COMMENT_OPEN_END = re.compile(r"\s*-->")
_COMMENT_CLOSE = re.compile(r"<!--\s*/\s*-->")
_DESTINATION = re.compile(r"\(\s*(?:<[^<>\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)")


@dataclass(frozen=True, slots=True)
class CommentMark:
    """An opening ``<!--{…}-->``: where it ends, its attributes, and its ``<!--/-->`` if it has one."""

    end: int
    attributes: AttributeList


@dataclass(slots=True)
class Pairs:
    """What the scan found, by offset: ``]`` of each ``[``, lists of attributes, comment marks."""

    text: str
    closing: dict[int, int] = field(default_factory=dict)
    attributes: dict[int, AttributeList] = field(default_factory=dict)
    comments: dict[int, CommentMark] = field(default_factory=dict)
    comment_closing: dict[int, tuple[int, int]] = field(default_factory=dict)
    stray_comment_ends: dict[int, int] = field(default_factory=dict)


def pair(text: str) -> Pairs:
    """Scan ``text``; O(len(text))."""
    pairs = Pairs(text)
    brackets: list[int] = []
    comments: list[int] = []
    ticks = _TickRuns(text)
    last_angle = text.rfind(">")
    pos = 0
    while match := _STOP.search(text, pos):
        at = match.start()
        char = text[at]
        if char == "\\":
            pos = at + 2
        elif char == "`":
            pos = ticks.skip(at)
        elif char == "[":
            brackets.append(at)
            pos = at + 1
        elif char == "]":
            pos = at + 1
            if brackets:
                pairs.closing[brackets.pop()] = at
                pos = _behind_bracket(pairs, pos)
        else:
            pos = _angle(pairs, comments, at, last_angle)
    return pairs


def _behind_bracket(pairs: Pairs, pos: int) -> int:
    """Step over ``{…}`` or a link's destination behind a ``]``, for quotes in it may hold brackets."""
    text = pairs.text
    if text.startswith("{", pos):
        found = parse_attributes(text, pos)
        pairs.attributes[pos] = found
        if found.ours or found.foreign:
            return found.end
    elif text.startswith("(", pos):
        match = _DESTINATION.match(text, pos)
        return match.end() if match else pos
    return pos


def _angle(pairs: Pairs, comments: list[int], at: int, last_angle: int) -> int:
    """Step over what begins with ``<``: a comment, ours or not, an autolink, or an HTML tag."""
    text = pairs.text
    if last_angle < at:
        return at + 1
    if text.startswith("<!--", at):
        if closing := _COMMENT_CLOSE.match(text, at):
            if comments:
                pairs.comment_closing[comments.pop()] = closing.span()
            else:
                pairs.stray_comment_ends[at] = closing.end()
            return closing.end()
        if opening := _COMMENT_OPEN.match(text, at):
            found = parse_attributes(text, opening.end())
            end = _COMMENT_OPEN_END.match(text, found.end)
            if found.ours and found.closed and end:
                pairs.comments[at] = CommentMark(end.end(), found)
                comments.append(at)
                return end.end()
            pairs.attributes[opening.end()] = found
        end_of_comment = text.find("-->", at + 4)
        return end_of_comment + 3 if end_of_comment >= 0 else at + 1
    match = _AUTOLINK.match(text, at)
    if match is None and text[at + 1 : at + 2] not in "!?":
        match = HTML_TAG_RE.match(text, at)
    return match.end() if match else at + 1


class _TickRuns:
    """The runs of backticks in a text, found once, when the first one is met."""

    __slots__ = ("_runs", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._runs: dict[int, list[int]] | None = None

    def skip(self, at: int) -> int:
        """Return the end of the code span that opens at ``at``, or of the run if none closes it."""
        if self._runs is None:
            self._runs = {}
            for match in _BACKTICKS.finditer(self._text):
                self._runs.setdefault(len(match.group()), []).append(match.start())
        opening = _BACKTICKS.match(self._text, at)
        length = len(opening.group()) if opening else 1
        starts = self._runs.get(length, [])
        index = bisect_left(starts, at + length)
        return starts[index] + length if index < len(starts) else at + length
