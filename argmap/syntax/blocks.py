"""The block rules: ``:::`` fences, and the places of every inline text.

A fence line becomes one flat token; fences are paired afterwards, over the finished tokens
(:mod:`argmap.syntax.fences`). So nothing looks ahead, nothing recurses, code and quotes end where
CommonMark says, and a bare fence closes the innermost block, as in Pandoc.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from argmap.syntax.attributes import parse_attributes
from argmap.syntax.place_map import LINES, PLACE, PlaceMap, Row, indent
from argmap.syntax.vocabulary import CLASSES, near_class

BlockRule = Callable[[StateBlock, int, int, bool], bool]

FENCE = "argmap_fence"
_ANY_MARK = re.compile(
    r"(?:\]|<!--[ \t]*)\{[^{}]*(?:\.(?:claim|premise|evidence|rebuttal|question|thesis|assumed"
    r"|conceded|implicit)\b|\b(?:supports|attacks|contradicts|restates)=)"
)
"""A span or comment with a kind, a flag or a link of ours; a list holds no brace of its own."""
ACTIVE = "argmap_fences"
"""In env: whether fences are read at all."""
_OPEN = "argmap_open_fences"

_WORD = re.compile(r"[\w-]+")
_COLONS = re.compile(r":::+[ \t]*")
_INTERRUPTED = (
    *("paragraph_close", "bullet_list_close", "ordered_list_close", "blockquote_close"),
    "footnote_reference_close",
)
_ANY_OPENING = re.compile(r"^[ \t>*+\-0-9.)]*:::+[ \t]*(?=[^\s:])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FenceLine:
    """A line that begins with ``:::``: the offsets of its colons, of what follows, and its end.

    ``interrupts`` tells that it stands right below a paragraph.
    """

    start: int
    rest: int
    end: int
    interrupts: bool


def has_fences_of_ours(text: str) -> bool:
    """Tell whether a text with ``:::`` opens any block of ours, or holds another mark of ours.

    Else ``:::`` is left to other plugins. In an annotated text it is Pandoc's, whatever its class,
    as it is to the reader. Linear.
    """
    if ":::" not in text:
        return False
    if _ANY_MARK.search(text):
        return True
    return any(_looks_ours(text, match.end()) for match in _ANY_OPENING.finditer(text))


def _looks_ours(text: str, start: int) -> bool:
    """Tell whether what stands behind the colons is a kind, or a list of ours."""
    if text.startswith("{", start):
        end = text.find("\n", start)
        return parse_attributes(text, start, end if end >= 0 else None, anchored=True).ours
    word = _WORD.match(text, start)
    return word is not None and (word.group() in CLASSES or near_class(word.group()) is not None)


def fence(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read a line that begins with three colons or more as a fence."""
    del end_line
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith(":::", start) or not state.env.get(ACTIVE, True):
        return False
    match = _COLONS.match(state.src, start, state.eMarks[start_line])
    if match is None or state.is_code_block(start_line):
        return False
    rest = match.end()
    end = state.skipSpacesBack(state.eMarks[start_line], rest)
    bare = rest >= end
    open_fences: int = state.env.get(_OPEN, 0)
    if silent:
        # A bare fence ends a paragraph where a block is open. An opening one should stand behind a
        # blank line; where it is one of ours it is read all the same, and reported.
        return open_fences > 0 if bare else _looks_ours(state.src, rest)
    state.env[_OPEN] = max(0, open_fences - 1) if bare else open_fences + 1
    interrupts = (
        bool(state.tokens)
        and state.tokens[-1].type in _INTERRUPTED
        and not state.isEmpty(start_line - 1)
    )
    token = state.push(FENCE, "", 0)
    token.map = [start_line, start_line + 1]
    token.markup = ":::"
    token.meta["argmap"] = FenceLine(start, rest, end, interrupts)
    state.line = start_line + 1
    return True


def record_places(ruler: Ruler[BlockRule]) -> None:
    """Have the rules that make inline texts and raw HTML record where their lines begin."""
    wrap_rules(ruler, ("paragraph", "heading", "lheading", "html_block", "fence"), _with_lines)
    wrap_rules(ruler, ("table",), _with_cells)


def wrap_rules(
    ruler: Ruler[BlockRule], names: tuple[str, ...], wrap: Callable[[BlockRule], BlockRule]
) -> None:
    """Put other functions in place of block rules, wherever they are listed."""
    for rule in ruler.__rules__:
        if rule.name in names:
            rule.fn = wrap(rule.fn)
    ruler.__cache__ = None


def _with_lines(rule: BlockRule) -> BlockRule:
    def recording(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        before = len(state.tokens)
        if not rule(state, start_line, end_line, silent):
            return False
        if not silent:
            for token in state.tokens[before:]:
                if token.type == "inline" and token.map:
                    _record(state, token, state.tokens[before].markup)
                elif token.type in ("html_block", "fence") and token.map:
                    token.meta[LINES] = _line_starts(state, *token.map)
        return True

    return recording


def _line_starts(state: StateBlock, first: int, last: int) -> list[int]:
    return [state.bMarks[line] + state.tShift[line] for line in range(first, last)]


def _record(state: StateBlock, token: Token, markup: str) -> None:
    """Record the place of a paragraph's or heading's content, which CommonMark has trimmed."""
    first, last = token.map or (0, 0)
    starts = _line_starts(state, first, last)
    if markup.startswith("#"):
        begin = starts[0] + len(markup)
        begin += indent(state.src[begin : state.eMarks[first]])
        token.meta[PLACE] = PlaceMap([0], [begin])
        return
    # A first line may begin with white space that is no indent (U+3000, say), or hold nothing else.
    while True:
        line = state.src[starts[0] : state.eMarks[first]]
        lead = indent(line)
        if lead < len(line) or len(starts) == 1:
            starts[0] += lead
            break
        starts.pop(0)
        first += 1
    token.meta[LINES] = starts


def _with_cells(rule: BlockRule) -> BlockRule:
    def recording(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        before = len(state.tokens)
        if not rule(state, start_line, end_line, silent):
            return False
        if not silent:
            number = -1
            row = Row("", 0)
            column = 0
            for token in state.tokens[before:]:
                if token.type != "inline" or token.map is None:
                    continue
                if token.map[0] != number:
                    number, column = token.map[0], 0
                    start = state.bMarks[number] + state.tShift[number]
                    row = Row(state.src[start : state.eMarks[number]], start)
                token.meta[PLACE] = (row, column)
                column += 1
        return True

    return recording
