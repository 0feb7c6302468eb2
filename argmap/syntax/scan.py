"""One pass over an inline text: the marks in it, the directives, and what is not well formed.

The scan decides what is a mark; markdown-it's own inline rules are asked only for the words of a
mark that holds more than plain text. It keeps a stack of open brackets and of open comments,
and steps over what binds tighter, so it costs time in step with the text, however deeply that
nests. (markdown-it's ``parseLinkLabel`` runs all inline rules again for every bracket.)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from markdown_it.common.utils import normalizeReference

from argmap.syntax.attributes import AttributeList, parse_attributes
from argmap.syntax.comments import directive_in
from argmap.syntax.leaves import Leaves
from argmap.syntax.marks import Form
from argmap.syntax.slips import Slip

MAX_NESTING = 60
"""How deep marks, and blocks, may nest: far above what a reader could follow."""

_STOP = re.compile(r"[\\`<\[\]{]")
_LIST_BEGINS = re.compile(r"\{\s*+(?:[#.]|[\w-]++\s*+=)")
_COMMAND = re.compile(r"\\[A-Za-z]+\*?(?:\[[^\]\n]*\])?\Z")
_NEAR = 120
"""How far before a ``{`` a LaTeX command is looked for."""


class InlineMark(NamedTuple):
    """A mark inside a line: its form, offsets of the whole and of its text, and its attributes."""

    form: Form
    start: int
    end: int
    text_start: int
    text_end: int
    attributes: AttributeList


@dataclass(slots=True)
class Scan:
    """What the scan of one text found; ``foreign`` are the spans of Pandoc's own attributes."""

    text: str
    marks: list[InlineMark] = field(default_factory=list)
    foreign: list[InlineMark] = field(default_factory=list)
    directives: list[tuple[str, int, int]] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    _starts: dict[int, InlineMark] | None = None
    _foreign_starts: dict[int, InlineMark] = field(default_factory=dict)
    _text_ends: dict[int, InlineMark] = field(default_factory=dict)
    _directive_starts: dict[int, tuple[str, int, int]] = field(default_factory=dict)

    def beginning(self, at: int, *, foreign: bool = False) -> InlineMark | None:
        """Return the mark that begins at an offset."""
        starts = self._index()
        return (self._foreign_starts if foreign else starts).get(at)

    def ending(self, at: int) -> InlineMark | None:
        """Return the mark, ours or foreign, whose text ends at an offset."""
        self._index()
        return self._text_ends.get(at)

    def directive(self, at: int) -> tuple[str, int, int] | None:
        """Return the directive that begins at an offset."""
        self._index()
        return self._directive_starts.get(at)

    def _index(self) -> dict[int, InlineMark]:
        if self._starts is None:
            self._starts = {mark.start: mark for mark in self.marks}
            self._foreign_starts = {mark.start: mark for mark in self.foreign}
            self._directive_starts = {found[1]: found for found in self.directives}
            self._text_ends = {mark.text_end: mark for mark in (*self.foreign, *self.marks)}
        return self._starts


@dataclass(slots=True, eq=False)
class _Comment:
    """A comment that opens a mark; ``open`` until its ``<!--/-->`` is met."""

    start: int
    end: int
    attributes: AttributeList
    open: bool = True


def scan(
    text: str, references: Mapping[str, object] | None = None, *, half: str | None = None
) -> Scan:
    """Find the marks in ``text``.

    ``references`` are the labels of the document's link definitions. ``half`` says that the comment
    which should open or close a mark in this text was reported elsewhere.
    """
    scanner = _Scanner(text, references or {})
    scanner.orphans = int(half == "open")
    scanner.run()
    for comment in scanner.comments[: -1 if half == "close" else None]:
        scanner.report_unclosed(comment, "a comment opens a mark and none closes it")
    return scanner.found


class _Scanner:
    """One pass over one text; the fields are the state of that pass."""

    def __init__(self, text: str, references: Mapping[str, object]) -> None:
        self.text = text
        self.references = references
        self.found = Scan(text)
        self.leaves = Leaves(text)
        self.brackets: list[tuple[int, _Comment | None]] = []
        self.comments: list[_Comment] = []
        self.escaped: list[int] = []  # offsets of the backslashes of \[
        self.orphans = 0  # <!--/--> still to come whose openings were reported
        self.given_up: set[int] = set()
        self.closed = (-1, -1)  # the last pair of brackets
        self.linked = -1  # the end of the last link or image

    def run(self) -> None:
        """Go through the text, from one character that may begin something to the next."""
        text = self.text
        pos = 0
        while match := _STOP.search(text, pos):
            at = match.start()
            char = text[at]
            if char == "[":
                self.brackets.append((at, self.comments[-1] if self.comments else None))
                pos = at + 1
            elif char == "]":
                pos = self._bracket(at)
            elif char == "{":
                pos = self._loose(at)
            elif char == "`":
                pos = self.leaves.code(at)
            elif char == "\\":
                pos = self._escape(at)
            elif text.startswith("<!--", at):
                pos = self._comment(at)
            else:
                pos = self.leaves.tag(at)
        self._order()

    def _order(self) -> None:
        """Put the marks in reading order and leave out those that nest too deep."""
        marks = self.found.marks
        marks.sort(key=lambda mark: mark.start)
        if len(marks) <= MAX_NESTING:
            return
        kept: list[InlineMark] = []
        around: list[int] = []
        reported = False
        for mark in marks:
            while around and around[-1] <= mark.start:
                around.pop()
            around.append(mark.end)
            if len(around) <= MAX_NESTING:
                kept.append(mark)
            elif not reported:
                reported = True
                message = f"marks nest deeper than {MAX_NESTING} levels; those inside are not read"
                slip = Slip(
                    "nested-too-deep", mark.start, mark.text_start, message, "nest them less"
                )
                self.found.slips.append(slip)
        self.found.marks = kept

    def _slip(self, rule: str, start: int, end: int, message: str, hint: str) -> None:
        self.found.slips.append(Slip(rule, start, end, message, hint))

    # Brackets

    def _bracket(self, at: int) -> int:
        """Read a ``]`` and what stands behind it."""
        opening = self.brackets.pop() if self.brackets else None
        before = self.closed
        self.closed = (opening[0] if opening else -1, at)
        following = self.text[at + 1 : at + 3]
        if following.startswith("{"):
            return self._attributes(at, opening, before)
        if following == "\\{":
            return self._escaped_list(at, at + 2, opening[0] if opening else None)
        if following.startswith("(") and opening:
            end = self.leaves.destination(at + 1)
            if end is not None:
                self.linked = end
                return end
        return at + 1

    def _attributes(
        self, at: int, opening: tuple[int, _Comment | None] | None, before: tuple[int, int]
    ) -> int:
        start = opening[0] if opening else at
        glued = self.text[start - 1 : start].isalnum()  # \cmd[optional]{argument}
        found = parse_attributes(self.text, at + 1, anchored=not glued, given_up=self.given_up)
        if not (found.ours or found.foreign):
            return at + 2
        if opening is None:
            if found.ours:
                self._unopened(at, at + 1, found)
            return found.end
        mark = InlineMark(Form.SPAN, start, found.end, start + 1, at, found)
        if self._refers(start, at, before):
            self.linked = at + 1
            if found.ours:
                self._misplaced(found)
        elif not found.ours:
            self.found.foreign.append(mark)
        elif opening[1] is not None and not opening[1].open:
            message = "a mark runs across the end of the comment's mark around it"
            self._slip("unclosed-comment-span", start, found.end, message, _CROSSING)
        else:
            while self.comments and self.comments[-1].start > start:
                message = "a comment's mark runs across the end of another mark"
                self.report_unclosed(self.comments.pop(), message, _CROSSING)
                self.orphans += 1
            self.found.marks.append(mark)
            self.found.slips.extend(found.slips)
        return found.end

    def _refers(self, start: int, at: int, before: tuple[int, int]) -> bool:
        """Tell whether ``[label]`` is the second half of a link ``[words][label]``."""
        if not self.references or start == 0 or before[1] != start - 1 or before[0] < 0:
            return False
        label = self.text[start + 1 : at] or self.text[before[0] + 1 : before[1]]
        return normalizeReference(label) in self.references

    def _escape(self, at: int) -> int:
        r"""Step over a backslash and what it escapes; ``\]{…}`` was a span before a formatter."""
        following = self.text[at + 1 : at + 2]
        if following == "[":
            self.escaped.append(at)
        elif following == "]":
            behind = self.text[at + 2 : at + 4]
            if behind.startswith("{"):
                return self._escaped_list(at, at + 2, None)
            if behind == "\\{":
                return self._escaped_list(at, at + 3, None)
            if self.escaped:
                self.escaped.pop()
        return at + 2

    def _escaped_list(self, at: int, brace: int, opening: int | None) -> int:
        """Read a list behind brackets of which one, or its own brace, is escaped."""
        found = parse_attributes(self.text, brace, anchored=True, given_up=self.given_up)
        if not found.ours:
            if self.text[at] == "\\" and self.escaped:
                self.escaped.pop()
            return at + 2
        if opening is None:
            self._unopened(at, brace, found)
        else:
            self._escaped_span(opening, ((brace - 1, brace, ""),), found)
        return found.end

    def _unopened(self, at: int, brace: int, found: AttributeList) -> None:
        """Report a list of ours behind a ``]`` that is escaped, or that no ``[`` opens."""
        edits: list[tuple[int, int, str]] = []
        opening = -1
        if self.escaped:
            opening = self.escaped.pop()
            edits.append((opening, opening + 1, ""))
        elif self.brackets:
            opening = self.brackets.pop()[0]
        if self.text[at] == "\\":
            edits.append((at, at + 1, ""))
        if self.text[brace - 1] == "\\":
            edits.append((brace - 1, brace, ""))
        if opening >= 0 and edits:
            self._escaped_span(opening, tuple(edits), found)
        else:
            self._misplaced(found)

    def _escaped_span(
        self, opening: int, edits: tuple[tuple[int, int, str], ...], found: AttributeList
    ) -> None:
        if all(slip.fix and slip.safe for slip in found.slips):
            edits += tuple(edit for slip in found.slips for edit in slip.fix)
        self.found.slips.append(
            Slip(
                "escaped-span",
                opening,
                found.end,
                "the brackets of this mark are escaped",
                "take the backslashes out (a formatter may have put them there)",
                edits,
                "Take the backslashes out",
            )
        )

    # Attributes that mark nothing

    def _loose(self, at: int) -> int:
        text = self.text
        if text[at - 1 : at] == "{" or not _LIST_BEGINS.match(text, at):
            return at + 1
        found = parse_attributes(text, at, given_up=self.given_up)
        if not found.unmistakable or _COMMAND.search(text, max(0, at - _NEAR), at):
            return at + 1
        if found.closed:
            self._misplaced(found)
        self.found.slips.extend(found.slips)
        return found.end

    def _misplaced(self, found: AttributeList) -> None:
        text, start = self.text, found.start
        before = text[start - 1] if start else ""
        message = "these attributes mark nothing"
        hint = "put the words they mark in brackets right before them: [words]{…}"
        fix: tuple[tuple[int, int, str], ...] = ()
        if self.linked == start:
            message = "attributes stand on a link or an image"
            hint = "wrap it in a span: [[…](…)]{…}"
        elif before == "`":
            message, hint = "attributes stand on code", "wrap it in a span: [`…`]{…}"
        elif before in ("*", "_"):
            message, hint = "attributes stand on emphasis", "wrap it in a span: [*…*]{…}"
        elif before in (" ", "\n"):
            gap = start - 1
            while gap and text[gap - 1] in " \n":
                gap -= 1
            if gap and self.closed == (self.closed[0], gap - 1) and self.closed[0] >= 0:
                hint = "take the space before { away"
                fix = ((gap, start, ""),)
        title = "Take the space away" if fix else ""
        slip = Slip("misplaced-attributes", start, found.end, message, hint, fix, title)
        self.found.slips.append(slip)

    # Comments

    def _comment(self, at: int) -> int:
        text = self.text
        ends = self.leaves.comment(at)
        if ends is None:
            return at + 1
        last, end = ends
        words = text[at + 4 : last].strip()
        if words.startswith("{"):
            brace = text.index("{", at)
            found = parse_attributes(text, brace, last, anchored=True)
            if found.ours:
                self.found.slips.extend(found.slips)
                if found.closed and text[found.end : last].strip():
                    self._slip("malformed-attribute", found.end, last, _BEHIND_LIST, _ONLY_LIST)
                self.comments.append(_Comment(at, end, found))
        elif words == "/":
            self._close(at, end)
        elif (directive := directive_in(words)) is not None:
            self.found.directives.append((directive, at, end))
        return end

    def _close(self, at: int, end: int) -> None:
        if self.comments:
            comment = self.comments.pop()
            comment.open = False
            mark = InlineMark(
                Form.COMMENT_SPAN, comment.start, end, comment.end, at, comment.attributes
            )
            self.found.marks.append(mark)
        elif self.orphans:
            self.orphans -= 1
        else:
            hint = "open a mark before it with <!--{…}-->, or take it out"
            self._slip("unclosed-comment-span", at, end, "<!--/--> closes nothing", hint)

    def report_unclosed(self, comment: _Comment, message: str, hint: str = "") -> None:
        """Report a comment that opens a mark which does not close where it should."""
        hint = hint or "put <!--/--> behind the marked words, in the same paragraph"
        self._slip("unclosed-comment-span", comment.start, comment.end, message, hint)


_CROSSING = "close the inner one first"
_BEHIND_LIST = "something stands between the attributes and the end of their comment"
_ONLY_LIST = "a comment mark holds nothing but its attributes: <!--{…}-->"
