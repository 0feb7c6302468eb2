"""Where a comment that silences a finding may stand: before a block, or at the end of a line.

The comment goes right before the innermost block that holds the finding, on a line of its own,
inside of the same quotations and list items. Where a paragraph is the first thing in a list item,
or stands right below a heading, the end of the line comes first: there a comment parts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from argmap.model import Finding
from argmap.syntax.blocks import ACTIVE
from argmap.syntax.places import SourceText
from argmap.syntax.reader import reader

__all__ = ["Place", "places_for", "tokens_of"]

_MARKER = re.compile(r"[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]]*\]:)")
_SPACE = re.compile(r"[ \t]*")
_MARKED = ("blockquote_open", "list_item_open", "footnote_reference_open")
"""Blocks that begin with a sign of their own on their first line."""
_BEFORE = (
    *("paragraph_open", "heading_open", "table_open", "html_block", "argmap_block_open"),
    *("blockquote_open", "bullet_list_open", "ordered_list_open", "fence"),
)
"""Blocks that a comment can stand before."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """An offset at which a comment may be put in, and what stands around it there."""

    offset: int
    before: str
    behind: str


def tokens_of(text: str) -> list[Token]:
    """Parse a text as the reader does."""
    env: dict[str, Any] = {ACTIVE: True}
    return reader().parse(text, env)


def places_for(finding: Finding, tokens: Sequence[Token], source: SourceText) -> Iterator[Place]:
    """Yield the places where a comment may silence a finding, the best first; none is certain.

    None where the finding lies in the front matter. Linear in the tokens.
    """
    start, end = finding.range
    last = end.line - (end.column == 1 and end.line > start.line)
    around: list[Token] = []
    whole: list[Place] = []
    part: list[Place] = []
    better_behind = False
    for token in tokens:
        if token.nesting < 0:
            around.pop()
        elif token.map and token.map[0] < start.line <= max(token.map[1], token.map[0] + 1):
            if token.type == "front_matter":
                return
            place = _before(token, around, source) if token.type in _BEFORE else None
            if place is not None:
                holds_all = last <= max(token.map[1], token.map[0] + 1)
                (whole if holds_all else part).insert(0, place)
                if holds_all:
                    better_behind = token.type == "paragraph_open" and (
                        _is_first(place, source) or _is_close(place, source)
                    )
        if token.nesting > 0:
            around.append(token)
    at_end = _at_end(last, source)
    yield from (at_end, *whole) if better_behind else (*whole, at_end)
    yield from part


def _before(token: Token, around: Sequence[Token], source: SourceText) -> Place | None:
    """Find where the block begins on its first line, behind the signs of those around it."""
    first = token.map[0] if token.map else 0
    signs = 0
    for each in around:
        begins_here = each.map is not None and each.map[0] == first
        signs += each.type in _MARKED and (begins_here or each.type == "blockquote_open")
    line = source.line(first + 1)
    at = 0
    for _ in range(signs):
        match = _MARKER.match(line, at)
        if match is None:
            return None
        at = match.end()
    space = _SPACE.match(line, at)
    at = space.end() if space else at
    prefix = "".join(c if c in ">\t" else " " for c in line[:at])
    return Place(source.line_start(first + 1) + at, "", f"\n{prefix}")


def _is_first(place: Place, source: SourceText) -> bool:
    """Tell whether the sign of a list item, or of a note, stands before a place on its line."""
    position = source.position(place.offset)
    return bool(source.line(position.line)[: position.column - 1].strip(" \t>"))


def _is_close(place: Place, source: SourceText) -> bool:
    """Tell whether another block ends right above: a comment between would leave a blank line."""
    number = source.position(place.offset).line
    above = source.line(number - 1).rstrip() if number > 1 else ""
    words = above.strip(" \t>")
    return bool(words) and not above.endswith("-->") and not words.startswith(":::")


def _at_end(line: int, source: SourceText) -> Place:
    words = source.line(line).rstrip()
    return Place(source.line_start(line) + len(words), " ", "")
