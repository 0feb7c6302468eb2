"""Annotations that have lines of their own: fences, comment marks, implicit statements, directives.

Such a line goes whole, and with it a blank line where two would be left. Where it kept two blocks
apart, a blank line takes its place; where that is not enough (two lists would become one), or too
much (it would loosen a list), an empty comment does, as CommonMark advises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from argmap.strip.edits import TextEdit
from argmap.strip.said import NOTHING
from argmap.syntax.block_marks import COMMENT, DIRECTIVE
from argmap.syntax.fences import BLOCK, MARK, BlockMark
from argmap.syntax.marks import Document
from argmap.syntax.place_map import LINES
from argmap.syntax.places import SourceText

_INTERRUPTS = re.compile(r"[-+*][ \t]+\S|1[.)][ \t]+\S|>|#{1,6}[ \t]|```|~~~")
"""Lines that end a paragraph without a blank line before them."""
_CONTAINERS = ("blockquote_close", "list_item_close", "bullet_list_close", "ordered_list_close")
_LIST_CLOSINGS = ("bullet_list_close", "ordered_list_close", "footnote_reference_close")


@dataclass(frozen=True, slots=True)
class _Removal:
    """Lines to take out, ``first`` to ``last`` from 1; ``start`` is where their content begins.

    ``token`` is the index of their token, ``depth`` how many list items stand around it.
    """

    first: int
    last: int
    start: int
    token: int
    depth: int


@dataclass(slots=True)
class _Frame:
    """A block that is open: its token, how many removals came before it, and what is in it.

    ``closing`` is the line of the fence that closes one of our blocks, 0 where none does, None for
    every other block. ``stays`` tells whether anything in it does.
    """

    token: int
    removals: int
    closing: int | None = None
    stays: bool = False


def line_edits(tokens: Sequence[Token], document: Document) -> Iterator[TextEdit]:
    """Find the lines to take out, and what is left in their place; linear."""
    survey = _Survey(tokens, document)
    group: list[_Removal] = []
    for removal in sorted(survey.removals, key=lambda each: (each.first, each.token)):
        if group and not survey.continues(group, removal):
            yield from _Group(group, survey).edits()
            group = []
        group.append(removal)
    if group:
        yield from _Group(group, survey).edits()


class _Survey:
    """One walk over the tokens: the lines to take out, and the tokens that go with them."""

    def __init__(self, tokens: Sequence[Token], document: Document) -> None:
        self.tokens = tokens
        self.source = document.source
        self.removals: list[_Removal] = []
        self.vanishing: set[int] = set()
        faults = (fault for fault in document.faults if fault.rule == "unclosed-block")
        self._unclosed = {self.source.offset(fault.range.start) for fault in faults}
        self._marking = {token.meta[COMMENT].start for token in tokens if COMMENT in token.meta}
        self._depth = 0
        self._frames = [_Frame(-1, 0)]
        for index, token in enumerate(tokens):
            if token.nesting > 0:
                self._open(index, token)
            elif token.nesting < 0:
                self._close(index, token)
            elif token.type == "html_block" and token.map and self._is_annotation(token):
                start = token.meta[LINES][0]
                self._remove(index, token.map[0] + 1, token.map[1], start)
            else:
                self._frames[-1].stays = True

    def continues(self, group: list[_Removal], removal: _Removal) -> bool:
        """Tell whether a removal belongs to the group before it."""
        if opens_item(removal.start, self.source):
            return False
        between = range(max(each.last for each in group) + 1, removal.first)
        if not all(blank(self.source.line(number)) for number in between):
            return False
        # What a list item begins with goes together only with what else stands in that item.
        inside = range(group[-1].token + 1, removal.token)
        return not opens_item(group[0].start, self.source) or self.vanishing.issuperset(inside)

    def _remove(self, index: int, first: int, last: int, start: int) -> None:
        self.vanishing.add(index)
        self.removals.append(_Removal(first, last, start, index, self._depth))

    def _open(self, index: int, token: Token) -> None:
        frame = _Frame(index, len(self.removals))
        mark = token.meta.get(MARK) if token.type == f"{BLOCK}_open" else None
        if isinstance(mark, BlockMark) and token.map and self._is_bare(mark):
            self._remove(index, token.map[0] + 1, token.map[0] + 1, mark.start)
            frame.closing = 0 if mark.start in self._unclosed else token.map[1]
        self._depth += token.type == "list_item_open"
        self._frames.append(frame)

    def _is_bare(self, mark: BlockMark) -> bool:
        """Tell whether a fence holds nothing but its attributes: no words that would be lost."""
        found = mark.attributes
        line_end = self.source.text.find("\n", mark.start)
        line = self.source.text[found.start : line_end if line_end >= 0 else None]
        if line.startswith("{"):
            return found.closed and not line[found.end - found.start :].strip(" \t:")
        behind = line[found.items[0].end - found.start :].strip()  # a kind without its braces
        return not behind or (behind.startswith("{") and behind.endswith("}"))

    def _close(self, index: int, token: Token) -> None:
        frame = self._frames.pop()
        self._depth -= token.type == "list_item_close"
        if frame.closing is not None:
            self.vanishing.add(index)
            if frame.closing:
                line = self.source.line(frame.closing)
                start = self.source.line_start(frame.closing) + line.find(":::")
                self._remove(index, frame.closing, frame.closing, start)
        elif frame.stays or not self._leave_empty(frame, token):
            frame.stays = True
        else:
            self.vanishing |= {frame.token, index}
        self._frames[-1].stays |= frame.stays

    def _leave_empty(self, frame: _Frame, token: Token) -> bool:
        """Give up a quotation, an item or a list that held nothing but what goes, if it may go.

        An item that is counted may not.
        """
        if token.type not in _CONTAINERS or frame.removals == len(self.removals):
            return False
        first = self.removals[frame.removals]
        start = first.start
        if token.type in ("list_item_close", "blockquote_close"):
            sign = len(self.source.text[:start].rstrip()) - 1
            if self.source.text[sign] in "-+*>" and sign >= self.source.line_start(first.first):
                start = sign
            elif token.type == "list_item_close":
                return False
        for number in range(frame.removals, len(self.removals)):
            each = self.removals[number]
            self.removals[number] = replace(
                each, start=start if each is first else each.start, depth=self._depth
            )
        return True

    def _is_annotation(self, token: Token) -> bool:
        if DIRECTIVE in token.meta or MARK in token.meta:
            return True
        return bool(token.meta.get(LINES)) and token.meta[LINES][0] in self._marking


class _Group:
    """Lines to take out that have nothing but blank lines between them.

    ``head`` and ``tail`` are the first and the last of them. Of the tokens that stay, ``before``
    and ``behind`` are the indexes of the nearest to the whole group, ``last`` that of the last
    before ``behind``: it closes a list that ends within the group.
    """

    def __init__(self, removals: list[_Removal], survey: _Survey) -> None:
        self.source = survey.source
        self.tokens = survey.tokens
        self.removals = removals
        self.head, self.tail = removals[0], removals[-1]
        self.lines = {n for each in removals for n in range(each.first, each.last + 1)}
        self.before, self.behind = self.head.token, self.tail.token
        while self.before in survey.vanishing:
            self.before -= 1
        while self.behind in survey.vanishing:
            self.behind += 1
        self.last = self.behind - 1
        while self.last in survey.vanishing:
            self.last -= 1

    def _type(self, index: int) -> str:
        return self.tokens[index].type if 0 <= index < len(self.tokens) else ""

    def edits(self) -> list[TextEdit]:
        """Return the edits that take the lines out."""
        if opens_item(self.head.start, self.source):
            return self._joined()
        count = self.source.line_count
        top, bottom = self.head.first, max(self.lines)
        while top > 1 and blank(self.source.line(top - 1)):
            top -= 1
        while bottom < count and blank(self.source.line(bottom + 1)):
            bottom += 1
        if top == 1 or bottom == count:
            return self._gone(range(self.head.first if top == 1 else top, bottom + 1))
        if self._would_merge(bottom + 1):
            return self._replaced(NOTHING, self.tail)
        least = min(self.removals, key=lambda each: self._prefix(each).count(">"))
        blanks, others = self._blank_lines(top, bottom)
        if blanks and self._quotes(blanks) <= self._prefix(least).count(">"):
            return self._gone(sorted({*self.lines, *others}))
        if blanks:  # they are in a quotation that ends here
            return [*self._replaced("", least), *self._gone([*blanks, *others])]
        apart = self._kept_apart(bottom + 1)
        if apart is None:
            return self._gone(sorted(self.lines))
        return self._replaced(apart, self.tail if apart else least)

    def _blank_lines(self, top: int, bottom: int) -> tuple[list[int], list[int]]:
        """Return the stretch of blank lines that may stay, and the others.

        It is the one outside of most quotations, for it may end some; of these the longest.
        """
        stretches: list[list[int]] = []
        for number in range(top, bottom + 1):
            if number in self.lines:
                continue
            if not stretches or number - 1 in self.lines:
                stretches.append([])
            stretches[-1].append(number)
        best = min(stretches, key=lambda each: (self._quotes(each), -len(each)), default=[])
        return best, [number for each in stretches if each is not best for number in each]

    def _quotes(self, numbers: Sequence[int]) -> int:
        """Return in how many quotations, at the least, some blank lines stand."""
        return min(self.source.line(number).count(">") for number in numbers)

    def _gone(self, numbers: Sequence[int]) -> list[TextEdit]:
        """Take whole lines out, their line ends too."""
        edits: list[TextEdit] = []
        for number in numbers:
            start = self.source.line_start(number)
            if number < self.source.line_count:
                edits.append(TextEdit(start, self.source.line_start(number + 1)))
            elif start < len(self.source.text):
                edits.append(TextEdit(start, len(self.source.text)))
        return edits

    def _replaced(self, text: str, removal: _Removal) -> list[TextEdit]:
        """Put ``text`` in the place of one removal's content; all other lines go."""
        start = removal.start
        line_start = self.source.line_start(removal.first)
        if not text:
            start = line_start + len(self.source.text[line_start:start].rstrip())
        end = line_start + len(self.source.line(removal.first))
        rest = sorted(self.lines - {removal.first})
        return [TextEdit(start, end, text), *self._gone(rest)]

    def _joined(self) -> list[TextEdit]:
        """Put what follows a comment, or a fence, that a list item begins with in its place."""
        following = max(self.lines) + 1
        ends = self.behind == len(self.tokens) or self.tokens[self.behind].nesting < 0
        code = self._type(self.behind) == "code_block"
        if ends or code or blank(self.source.line(following)):
            return self._replaced(NOTHING, self.head)  # without it the item would be another
        return [TextEdit(self.head.start, self._content_start(following))]

    def _content_start(self, number: int) -> int:
        """Return where the content of a line begins, in the container that the group stands in."""
        marks = r"[ \t]*>" * self._prefix(self.tail).count(">")
        match = re.match(rf"{marks}[ \t]*", self.source.line(number))
        return self.source.line_start(number) + (match.end() if match else 0)

    def _prefix(self, removal: _Removal) -> str:
        return self.source.text[self.source.line_start(removal.first) : removal.start]

    def _would_merge(self, following: int) -> bool:
        """Tell whether what stands before and behind would be one block even with a blank line."""
        before, behind = self._type(self.last), self._type(self.behind)
        if not behind or self.tokens[self.behind].nesting < 0:
            return False
        if before == "code_block":
            return behind == "code_block"
        if before not in _LIST_CLOSINGS:
            return False
        if before.removesuffix("close") == behind.removesuffix("open"):
            return self.tokens[self.last].markup == self.tokens[self.behind].markup
        own = self._column(self.tail.first, self.tail.start)
        return self._column(following, self._content_start(following)) > own

    def _column(self, number: int, offset: int) -> int:
        line_start = self.source.line_start(number)
        return len(self.source.text[line_start:offset].expandtabs(4))

    def _kept_apart(self, following: int) -> str | None:
        """Return what has to stand in the place of a line between two blocks, None for nothing.

        Outside of lists that is a blank line. In a list one would put every item into a paragraph
        of its own.
        """
        depth = self.tail.depth
        if not depth:
            return ""
        if self._type(self.before) == "list_item_open":
            return None
        for token in self.tokens[self.behind :]:
            if token.nesting >= 0:
                if token.type == "list_item_open":
                    return None
                content = self.source.text[self._content_start(following) :]
                if depth == self.tail.depth and _INTERRUPTS.match(content):
                    return None
                return NOTHING if depth else ""
            depth -= token.type == "list_item_close"
        return ""


def opens_item(start: int, source: SourceText) -> bool:
    """Tell whether a list marker stands before ``start`` on its line."""
    line_start = source.text.rfind("\n", 0, start) + 1
    return bool(source.text[line_start:start].strip(" \t>"))


def blank(line: str) -> bool:
    """Tell whether a line is empty, or so but for quotation marks."""
    return not line.strip(" \t>")
