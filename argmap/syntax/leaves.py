"""What binds tighter than brackets in a line: code spans, comments, tags, autolinks, destinations.

CommonMark reads a paragraph from left to right, and within any of these a bracket is no bracket.
Each is stepped over once; what has no end is remembered, so that a row of openings costs no more
than its length.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from markdown_it.common.html_re import close_tag, open_tag
from markdown_it.helpers import parseLinkDestination, parseLinkTitle

_TICKS = re.compile(r"`+")
_TAG = re.compile(f"{open_tag}|{close_tag}")
_AUTOLINK = re.compile(r"<[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\x00-\x20]*>|<[^\s<>@]++@[^\s<>@]++>")
_DECLARATION = re.compile(r"<![A-Za-z]")
_SPACE = re.compile(r"[ \t\n]*")


class Leaves:
    """Finds the ends of such constructs in one inline text."""

    __slots__ = ("_last", "_ticks", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._last: dict[str, int] = {}
        self._ticks: dict[int, list[int]] | None = None

    def find(self, what: str, start: int) -> int:
        """Find the next ``what`` from ``start`` on, or -1, at once where there is none any more."""
        last = self._last.get(what)
        if last is None:
            last = self._last[what] = self.text.rfind(what)
        return self.text.find(what, start) if last >= start else -1

    def code(self, at: int) -> int:
        """Return the end of the code span that opens at ``at``, or of its backticks alone."""
        if self._ticks is None:
            self._ticks = {}
            for match in _TICKS.finditer(self.text):
                self._ticks.setdefault(len(match.group()), []).append(match.start())
        opening = _TICKS.match(self.text, at)
        length = len(opening.group()) if opening else 1
        starts = self._ticks.get(length, [])
        index = bisect_left(starts, at + length)
        return starts[index] + length if index < len(starts) else at + length

    def comment(self, at: int) -> tuple[int, int] | None:
        """Return the end of the words of the comment at ``at``, and its own, or None."""
        for empty in ("<!-->", "<!--->"):
            if self.text.startswith(empty, at):
                return at + 4, at + len(empty)
        end = self.find("-->", at + 4)
        return (end, end + 3) if end >= 0 else None

    def tag(self, at: int) -> int:
        """Return the end of the tag, autolink or declaration at ``at``, or the next offset."""
        text = self.text
        if self.find(">", at) < 0:
            return at + 1
        closing = ""
        if text.startswith("<?", at):
            closing = "?>"
        elif text.startswith("<![CDATA[", at):
            closing = "]]>"
        elif _DECLARATION.match(text, at):
            closing = ">"
        if closing:
            end = self.find(closing, at + 2)
            return end + len(closing) if end >= 0 else at + 1
        match = _AUTOLINK.match(text, at) or _TAG.match(text, at)
        return match.end() if match else at + 1

    def destination(self, at: int) -> int | None:
        """Return the end of a link's ``(destination "title")`` that begins at ``at``, or None."""
        text = self.text
        end = len(text)
        pos = self._space(at + 1)
        found = parseLinkDestination(text, pos, end)
        if found.ok:
            pos = found.pos
            after = self._space(pos)
            if after > pos:
                title = parseLinkTitle(text, after, end)
                if title.ok:
                    after = self._space(title.pos)
            pos = after
        return pos + 1 if text.startswith(")", pos) else None

    def _space(self, at: int) -> int:
        match = _SPACE.match(self.text, at)
        return match.end() if match else at
