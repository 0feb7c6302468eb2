r"""Annotations inside paragraphs, headings and table cells, taken out of their words.

The offsets here count into the content of one inline token; its :class:`PlaceMap` turns them into
offsets into the document, past indents, ``>`` and the backslash of ``\|``. Every content that is
changed is parsed again, alone: when it no longer is the one block it was, or says something
else, escapes are tried until it does, the mildest first and none that is not needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import chain, compress
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from argmap.strip.edits import TextEdit
from argmap.strip.said import NOTHING, said
from argmap.syntax.fences import MARK, BlockMark
from argmap.syntax.marks import Form
from argmap.syntax.place_map import PlaceMap, place_map
from argmap.syntax.places import SourceText
from argmap.syntax.scan import InlineMark, Scan, scan

_SPACE = "&#32;"
"""A space that is no white space to Markdown; at the beginning of a line nobody sees it."""

_ORDERED = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")
_LABEL = re.compile(r"\[(?:\\.|[^\[\]\\])*\](?=:)")
_CLOSING_HASHES = re.compile(r"(?:^|(?<=[ \t]))#+$")
_RULE = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*(?:\n|\Z)")
_MANY = 40
"""Beyond so many places to mend in one block, those that are not needed are not looked for."""
_LONG = 50_000
"""Nor in a block of more characters: every attempt parses it again."""

_Insertions = tuple[tuple[int, str], ...]
"""Texts to put before offsets into the content."""


class _Form(Enum):
    PARAGRAPH = auto()
    ATX = auto()
    SETEXT = auto()
    CELL = auto()
    FIRST_CELL = auto()
    """A cell with no pipe before it, whose words begin the line."""


def word_edits(
    md: MarkdownIt, tokens: Sequence[Token], source: SourceText, env: Mapping[str, Any]
) -> Iterator[TextEdit]:
    """Find what to take out of all inline texts; linear in them.

    ``md`` is the reader, and ``env`` what it left: the link definitions and notes of the document.
    """
    notes = env.get("footnotes", {})
    own = {"references": env.get("references", {}), "footnotes": {"refs": notes.get("refs", {})}}
    for index, token in enumerate(tokens):
        place = place_map(token) if token.type == "inline" else None
        if place is None:
            continue
        opening = tokens[index - 1]
        content = token.content
        marked = "{" in content or "<!--" in content
        found = scan(content, own["references"]) if marked else Scan(content)
        heading = opening.meta.get(MARK) if opening.type == "heading_open" else None
        form = _form(opening, place, source)
        if found.marks or found.directives or (heading is not None and content):
            yield from _Words(md, content, found, place, source, form, own).edits()
        if isinstance(heading, BlockMark) and (content or form is _Form.ATX):
            attributes = heading.attributes
            end = heading.placer.offsets(attributes.start, attributes.end)[1]
            start = place(len(content) - 1) + 1 if content else heading.start
            yield TextEdit(start, end)


def _form(opening: Token, place: PlaceMap, source: SourceText) -> _Form:
    if opening.type == "heading_open":
        return _Form.ATX if opening.markup.startswith("#") else _Form.SETEXT
    if opening.type in ("td_open", "th_open"):
        start = source.text.rfind("\n", 0, place(0)) + 1
        return _Form.CELL if "|" in source.text[start : place(0)] else _Form.FIRST_CELL
    return _Form.PARAGRAPH


def _cuts(found: Scan) -> Iterator[tuple[int, int]]:
    """Yield what the annotations of a text cover, but for the words they mark."""
    text = found.text
    for mark in filter(_whole, found.marks):
        yield mark.start, mark.text_start
        yield mark.text_end, mark.end
    for _, start, end in found.directives:
        if text[end : end + 1] in ("", " ", "\n"):
            start = len(text[:start].rstrip(" "))
        yield start, end


def _whole(mark: InlineMark) -> bool:
    """Tell whether a mark ends where it seems to: an open list may hold words of the text."""
    return mark.attributes.closed or mark.form is Form.COMMENT_SPAN


class _Words:
    """The content of one inline token, and which of its characters are kept."""

    def __init__(
        self,
        md: MarkdownIt,
        content: str,
        found: Scan,
        place: PlaceMap,
        source: SourceText,
        form: _Form,
        env: Mapping[str, Any],
    ) -> None:
        self.md = md
        self.content = content
        self.found = found
        self.place = place
        self.source = source
        self.form = form
        self.env = env
        self.said = self._said(content)
        self.kept = bytearray(b"\1" * len(content))

    def edits(self) -> list[TextEdit]:
        """Return the edits that take the annotations out; none where that cannot be done unseen."""
        for start, end in _cuts(self.found):
            self._cut(start, end)
        if 0 in self.kept:
            self._tidy_lines()
        if self.form is _Form.PARAGRAPH:
            kept = self.kept[:]
            moved = self._moved_breaks()
            if moved and self._says_the_same(moved):
                return self._as_edits(moved)
            self.kept = kept
        insertions = self._mended()
        return [] if insertions is None else self._as_edits(insertions)

    def _cut(self, start: int, end: int) -> None:
        self.kept[start:end] = bytes(end - start)

    # White space

    def _tidy_lines(self) -> None:
        """Leave no line that is empty, or begins or ends with white space, where something went."""
        content, kept = self.content, self.kept
        start = 0
        while start <= len(content):
            end = start
            while (end := content.find("\n", end)) >= 0 and not kept[end]:
                end += 1
            end = len(content) if end < 0 else end
            if 0 in kept[start:end]:
                self._tidy_line(start, end)
            start = end + 1
        first = next((i for i, keep in enumerate(kept) if keep and not content[i].isspace()), 0)
        self._cut(0, first)

    def _tidy_line(self, start: int, end: int) -> None:
        content, kept = self.content, self.kept
        words = [i for i in range(start, end) if kept[i] and not content[i].isspace()]
        if not words:  # its line break goes too: an empty line would end the paragraph
            self._cut(max(start - 1, 0), end)
            return
        # The indent of a line is none of ours: places begin behind it.
        indent = next(i for i in range(start, end) if not content[i].isspace())
        self._cut(min(indent, words[0]), words[0])
        last = words[-1] + 1
        behind = kept.rfind(0, last, end) + 1
        if behind:
            hard_break = end < len(content) and content[behind:end].endswith("  ")
            self._cut(last, behind if hard_break else end)

    def _moved_breaks(self) -> _Insertions:
        """Move each line break that went with its attributes to the next space before a word.

        So lines stay about as long as their author made them.
        """
        content, kept = self.content, self.kept
        moved: list[tuple[int, str]] = []
        for start, end in self._runs():
            line_break = content.rfind("\n", start, end)
            if line_break < 0 or end == len(content):
                continue
            space = end
            while space < len(content) and kept[space] and content[space] not in " \n":
                space += 1
            word = space
            while word < len(content) and (content[word] == " " or not kept[word]):
                word += 1
            if content[space : space + 1] != " " or not content[word : word + 1].isalpha():
                continue
            behind = line_break + 1
            while content[behind].isspace():
                behind += 1
            moved.append((space, self.source.text[self.place(line_break) : self.place(behind)]))
            self._cut(space, word)
        return tuple(moved)

    def _runs(self) -> list[tuple[int, int]]:
        return [match.span() for match in re.finditer(rb"\0+", self.kept)]

    # What is left

    def _result(self, insertions: _Insertions) -> str:
        parts: list[str] = []
        done = 0
        for at, text in sorted(_by_place(insertions).items()):
            # A line break comes with the prefix that its line has in the source.
            parts += (self._left(done, at), "\n" if text.startswith("\n") else text)
            done = at
        parts.append(self._left(done, len(self.content)))
        return "".join(parts).strip()

    def _left(self, start: int, end: int) -> str:
        """Return what is kept between two offsets."""
        return "".join(compress(self.content[start:end], self.kept[start:end]))

    def _says_the_same(self, insertions: _Insertions) -> bool:
        """Tell whether what is left is the same block still, says the same, and marks nothing."""
        left = self._result(insertions)
        if not left:
            return True
        if self.form is not _Form.CELL and not self._is_one_block(left):
            return False
        found = scan(left, self.env["references"])
        same_spans = len(found.foreign) == len(self.found.foreign)
        marks = any(map(_whole, found.marks))
        return same_spans and not marks and self._said(left) == self.said

    def _said(self, text: str) -> list[tuple[str, ...]]:
        children: list[Token] = []
        self.md.inline.parse(text, self.md, self._own_env(), children)
        return said(children)

    def _own_env(self) -> dict[str, Any]:
        """Return the definitions for one parse, which counts the notes where they are defined."""
        return {
            "references": dict(self.env["references"]),
            "footnotes": {"refs": dict(self.env["footnotes"]["refs"])},
        }

    def _is_one_block(self, left: str) -> bool:
        first = self.place(0)
        before = self.source.text[self.source.text.rfind("\n", 0, first) + 1 : first]
        if _RULE.match(f"{before.replace('>', ' ')}{left}"):  # list markers count, too
            return False
        written, number, count = left, 1, 3
        if self.form is _Form.ATX:
            written = f"# {left}"
        elif self.form is _Form.SETEXT:
            written = f"{left}\n==="
        elif self.form is _Form.FIRST_CELL:
            row = left.replace("|", "\\|")
            written, number, count = f"| x | x |\n|---|---|\n{row} | x |", -7, 26
        tokens: list[Token] = []
        # As though in a fenced block, where a bare fence would end the paragraph.
        self.md.block.parse(f"::: x\n{written}", self.md, self._own_env(), tokens)
        del tokens[:1]
        return len(tokens) == count and _lines(tokens[number].content) == _lines(left)

    # Mending

    def _mended(self) -> _Insertions | None:
        """Find the escapes without which the words would turn into something else, or None."""
        if self._says_the_same(()):
            return ()
        escapes = self._block_escapes()
        lone = self._lone()[:_MANY] if len(self.content) <= _LONG else []
        apart = (*escapes, *self._junctions())
        spaced = (*self._block_escapes(spaced=True), *self._junctions())
        attempts = chain(
            (escapes,),
            ((*escapes, *each) for each in lone if self.content[each[0][0]] != "]"),
            (apart, spaced),
            ((*apart, *each) for each in lone),
        )
        for attempt in attempts:
            if self._says_the_same(attempt):
                return self._needed(attempt)
        return None

    def _needed(self, insertions: _Insertions) -> _Insertions:
        """Leave out, one after another, what is not needed."""
        needed = insertions
        few = len(insertions) <= _MANY and len(self.content) <= _LONG
        for each in insertions if few else ():
            fewer = tuple(other for other in needed if other is not each)
            if self._says_the_same(fewer):
                needed = fewer
        return needed

    def _block_escapes(self, *, spaced: bool = False) -> _Insertions:
        """Escapes for every line that would begin a block of another kind.

        ``spaced`` puts a space before it instead, for marks that a backslash would put out.
        """
        left = list(compress(range(len(self.content)), self.kept))
        text = self._left(0, len(self.content))
        found: list[tuple[int, str]] = []
        start = 0
        for line in text.split("\n"):
            indent = len(line) - len(line.lstrip())
            escape = _escape(line[indent:])
            if escape is not None:
                at, inserted = (0, _SPACE) if spaced else escape
                found.append((left[start + indent + at], inserted))
            start += len(line) + 1
        closing = _CLOSING_HASHES.search(text) if self.form is _Form.ATX else None
        if closing:
            found.append((left[closing.start()], "\\"))
        return tuple(found)

    def _junctions(self) -> _Insertions:
        """What keeps apart the characters that meet where something was taken out."""
        content = self.content
        found: list[tuple[int, str]] = []
        for start, end in self._runs():
            before, after = content[start - 1 : start], content[end : end + 1]
            if not before.strip() or not after.strip():
                continue
            if before == "]" and after in "({:":
                found.append((end, "\\"))
            elif before == "!" and after == "[":
                found.append((start - 1, "\\"))
            else:
                found.append((end, NOTHING))
        return tuple(found)

    def _lone(self) -> list[_Insertions]:
        """Escapes for each run of emphasis marks or backticks, and each closing bracket.

        Such a one, alone before, may find a partner in words that were marked apart from it.
        """
        found = re.finditer(r"\*+|_+|`+|\]", self.content)
        runs = (range(*run.span()) for run in found if self.kept[run.start()])
        return [tuple((at, "\\") for at in run) for run in runs]

    def _as_edits(self, insertions: _Insertions) -> list[TextEdit]:
        inserted = _by_place(insertions)
        edits: list[TextEdit] = []
        for start, end in self._runs():
            text = "".join(inserted.pop(at, "") for at in range(start, end + 1))
            stop = self.place(end - 1) + 1
            if self.content[start:end].rstrip(" \t").endswith("\n") and end < len(self.content):
                stop = self.place(end)  # behind the next line's indent and quotation marks
            edits.append(TextEdit(self.place(start), stop, text))
        edits += [TextEdit(self.place(at), self.place(at), text) for at, text in inserted.items()]
        return edits


def _escape(line: str) -> tuple[int, str] | None:
    """Return what keeps a line from beginning a block other than a paragraph, and where."""
    ordered = _ORDERED.match(line)
    if ordered:
        return ordered.end(), "\\"
    label = _LABEL.match(line)
    if label:
        return label.end(), "\\"
    if line.startswith("<"):
        return 0, _SPACE
    return (0, "\\") if line and line[0] in "#>-+*=~`_:|" else None


def _by_place(insertions: _Insertions) -> dict[int, str]:
    """Join what goes to the same place: an escape once, and right before what it escapes."""
    texts: dict[int, list[str]] = {}
    for at, text in insertions:
        texts.setdefault(at, []).append(text)
    return {at: "".join(sorted(set(found))) for at, found in texts.items()}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n")]
