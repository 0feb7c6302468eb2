"""The words of a whole essay as its reader sees them, and where in them the marks stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from argmap.syntax.block_marks import COMMENT, HALF
from argmap.syntax.blocks import ACTIVE
from argmap.syntax.fences import MARK, BlockMark
from argmap.syntax.marks import Document
from argmap.syntax.places import Range
from argmap.syntax.placing import Placer
from argmap.syntax.plugin import ENV
from argmap.syntax.reader import reader
from argmap.syntax.scan import scan
from argmap.syntax.spoken import spoken_places

__all__ = ["WholeText", "whole_text"]

_COMMENT = "<!--"


@dataclass(frozen=True, slots=True)
class WholeText:
    """A text of lines, a paragraph each, and the places of marks in it.

    ``places`` has, by the range of a mark in the essay, the offsets of its words, in code points,
    from the first to behind the last: a pair for each line that it goes over. A mark without words
    in the text, as an implicit statement, has none.
    """

    text: str
    places: Mapping[Range, tuple[tuple[int, int], ...]]


def whole_text(source: str) -> WholeText:
    """Take the markup and the marks out of an essay, and remember where they stood; linear.

    A paragraph, a heading, an item and a row of a table is a line; what stands in one block that is
    marked has no empty line within. Comments and front matter are left out.
    """
    env: dict[str, Any] = {ACTIVE: True}
    tokens = reader().parse(source, env)
    return _Walk(env[ENV], env).walk(tokens)


class _Walk:
    """One walk over block tokens, which meets the marks in the order of the document."""

    def __init__(self, document: Document, env: Mapping[str, Any]) -> None:
        labels = dict.fromkeys(env.get("footnotes", {}).get("refs", {}), -1)
        self.env = {"references": env.get("references", {}), "footnotes": {"refs": labels}}
        self.document = document
        self.parts: list[str] = []
        self.at = 0
        self.marks = 0  # that have been met
        self.open: list[int | None] = []  # the marks, if any, of the blocks around
        self.around: set[int] = set()  # the marks around the last piece of text
        self.found: dict[int, list[tuple[int, int]]] = {}
        self.cells = 0  # that have words, in the row of a table

    def walk(self, tokens: Sequence[Token]) -> WholeText:
        for before, token in zip([None, *tokens], tokens, strict=False):
            if token.type == "inline":
                self._inline(token, before)
            elif token.nesting > 0:
                self.cells = 0 if token.type == "tr_open" else self.cells
                self.open.append(self._mark(token))
            elif token.nesting < 0:
                self.open.pop()
            elif token.type in ("fence", "code_block") or (
                token.type == "html_block"
                and self._mark(token) is None
                and not token.content.lstrip().startswith(_COMMENT)
            ):
                self._add(token.content.rstrip("\n"))
        text = "".join(self.parts)
        marks = self.document.marks
        places = {marks[index].range: tuple(found) for index, found in self.found.items()}
        return WholeText(f"{text}\n" if text else "", places)

    def _mark(self, token: Token) -> int | None:
        """Count the mark of a block, if it has one."""
        if not isinstance(token.meta.get(COMMENT) or token.meta.get(MARK), BlockMark):
            return None
        self.marks += 1
        return self.marks - 1

    def _inline(self, token: Token, opening: Token | None) -> None:
        content = token.content
        if not content or Placer.of(token, self.document.source) is None:
            return
        found = scan(content, self.env["references"], half=token.meta.get(HALF))
        words, places = spoken_places(reader(), self.env, found)
        glue = ""
        if opening is not None and opening.type in ("td_open", "th_open"):
            glue = ("", ": ")[self.cells] if self.cells < 2 else " · "
            self.cells += 1
        start = self._add(words, glue)
        for mark in self.around if words else ():
            held = self.found.setdefault(mark, [])
            # The cells of a row make one line.
            first = held.pop()[0] if glue and held else start
            held.append((first, self.at))
        for index, (first, last) in enumerate(places, self.marks):
            if first < last:
                self.found[index] = [(start + first, start + last)]
        self.marks += len(found.marks)

    def _add(self, words: str, glue: str = "") -> int:
        """Add a piece of text, if it has any, and return where it begins."""
        if not words:
            return self.at
        around = {mark for mark in self.open if mark is not None}
        if self.parts:
            glue = glue or ("\n" if around & self.around else "\n\n")
            self.parts.append(glue)
            self.at += len(glue)
        self.around = around
        self.parts.append(words)
        self.at += len(words)
        return self.at - len(words)
