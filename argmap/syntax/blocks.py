"""The block rules: ``:::`` fences, and the places of every inline text.

A fence line becomes one flat token; fences are paired afterwards, over the finished tokens
(:mod:`argmap.syntax.fences`). So nothing looks ahead, nothing recurses, code and quotes end where
CommonMark says, and a bare fence closes the innermost block, as in Pandoc.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from markdown_it.common.utils import mdTrim
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from argmap.syntax.vocabulary import CLASSES

BlockRule = Callable[[StateBlock, int, int, bool], bool]

FENCE = "argmap_fence"

_WORD = re.compile(r"[\w-]+")
_INTERRUPTED = {"paragraph_close", "bullet_list_close", "ordered_list_close", "blockquote_close"}
_FENCE_LINE = re.compile(r":::+[ \t]*(?P<rest>.*?)[ \t]*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FenceLine:
    """A line that begins with ``:::``: the offsets of its colons, of what follows, and its end."""

    start: int
    rest: int
    end: int
    interrupts: bool


class PlaceMap:
    """From offsets into the content of an inline token to offsets into the document.

    The content is the document but for what the block structure took out (indents, ``>``, the
    backslash of ``\\|``), so the map is a row of breakpoints, ``content[i]`` to ``source[i]``,
    and runs even between them.
    """

    __slots__ = ("content", "source")

    def __init__(self, content: list[int], source: list[int]) -> None:
        self.content = content
        self.source = source

    def __call__(self, offset: int) -> int:
        """Return the document's offset for ``offset``; O(log lines)."""
        i = bisect_right(self.content, offset) - 1
        if i < 0:
            return self.source[0]
        return self.source[i] + offset - self.content[i]


def fence(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read a line that begins with three colons or more as a fence."""
    del end_line
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith(":::", start) or state.is_code_block(start_line):
        if not silent and state.level >= state.md.options["maxNesting"] - 2:
            state.env.setdefault("argmap_deep", start)
        return False
    match = _FENCE_LINE.match(state.src, start, state.eMarks[start_line])
    if match is None:
        return False
    bare = not match["rest"]
    open_fences: int = state.env.get("argmap_open_fences", 0)
    if silent:
        # A bare fence ends a paragraph where a block is open. An opening one should stand
        # behind a blank line; where it looks like one it is read all the same, and reported.
        return open_fences > 0 if bare else _looks_meant(match["rest"])
    state.env["argmap_open_fences"] = max(0, open_fences - 1) if bare else open_fences + 1
    interrupts = (
        bool(state.tokens)
        and state.tokens[-1].type in _INTERRUPTED
        and not state.isEmpty(start_line - 1)
    )
    token = state.push(FENCE, "", 0)
    token.map = [start_line, start_line + 1]
    token.markup = ":::"
    rest, end = match.span("rest")
    token.meta["argmap"] = FenceLine(start, rest, end, interrupts)
    state.line = start_line + 1
    return True


def _looks_meant(rest: str) -> bool:
    word = _WORD.match(rest)
    return rest.startswith("{") or (word is not None and word.group() in CLASSES)


def record_places(ruler: Ruler[BlockRule]) -> None:
    """Have the rules that make inline texts and raw HTML record where their lines begin."""
    for rule in ruler.__rules__:
        if rule.name in ("paragraph", "heading", "lheading", "html_block", "fence"):
            rule.fn = _with_line_starts(rule.fn)
        elif rule.name == "table":
            rule.fn = _with_cells(rule.fn)
    ruler.__cache__ = None


def _with_line_starts(rule: BlockRule) -> BlockRule:
    def recording(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        before = len(state.tokens)
        if not rule(state, start_line, end_line, silent):
            return False
        if not silent:
            for token in state.tokens[before:]:
                if token.type == "inline" and token.map:
                    _record(state, token, state.tokens[before].markup)
                elif token.type in ("html_block", "fence") and token.map:
                    token.meta["argmap_lines"] = _line_starts(state, *token.map)
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
        begin += _indent(state.src[begin : state.eMarks[first]])
        token.meta["argmap_place"] = PlaceMap([0], [begin])
        return
    # A first line may begin with white space that is no indent (U+3000, say), or hold nothing else.
    while True:
        line = state.src[starts[0] : state.eMarks[first]]
        indent = _indent(line)
        if indent < len(line) or len(starts) == 1:
            starts[0] += indent
            break
        starts.pop(0)
        first += 1
    token.meta["argmap_lines"] = starts


def _indent(text: str) -> int:
    """Return the length of the white space that CommonMark trims at the beginning of ``text``."""
    return len(text) + 1 - len(mdTrim(text + "."))


def _with_cells(rule: BlockRule) -> BlockRule:
    def recording(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        before = len(state.tokens)
        if not rule(state, start_line, end_line, silent):
            return False
        if not silent:
            row = -1
            cells: list[PlaceMap] = []
            column = 0
            for token in state.tokens[before:]:
                if token.type != "inline" or token.map is None:
                    continue
                if token.map[0] != row:
                    row, column = token.map[0], 0
                    start = state.bMarks[row] + state.tShift[row]
                    cells = split_row(state.src[start : state.eMarks[row]], start)
                if column < len(cells):
                    token.meta["argmap_place"] = cells[column]
                column += 1
        return True

    return recording


def split_row(row: str, start: int) -> list[PlaceMap]:
    """Split a table row as GFM does, keeping the place of each cell's trimmed content.

    A pipe splits unless a backslash stands before it, which is then taken out.
    """
    lead = _indent(row)
    row, start = mdTrim(row), start + lead
    cells: list[tuple[str, list[int], list[int]]] = []
    content: list[int] = [0]
    source: list[int] = [0]
    text = ""
    piece = 0
    escaped = False
    for at, char in enumerate(row):
        if char == "|":
            if escaped:
                text += row[piece : at - 1]
                content.append(len(text))
                source.append(at)
                piece = at
            else:
                cells.append((text + row[piece:at], content, source))
                text, piece = "", at + 1
                content, source = [0], [at + 1]
        escaped = char == "\\"
    cells.append((text + row[piece:], content, source))
    if cells and not cells[0][0]:
        cells.pop(0)
    if cells and not cells[-1][0]:
        cells.pop()
    maps = []
    for text, content, source in cells:
        indent = _indent(text)
        maps.append(PlaceMap([at - indent for at in content], [start + at for at in source]))
    return maps


def place_map(token: Token) -> PlaceMap | None:
    """Return the map of an inline or raw HTML token, or None where another plugin made it."""
    recorded = token.meta.get("argmap_place")
    if isinstance(recorded, PlaceMap):
        return recorded
    starts = token.meta.get("argmap_lines")
    if not isinstance(starts, list) or not starts:
        return None
    at: list[int] = []
    offset = 0
    for line, _ in zip(token.content.split("\n"), starts, strict=False):
        at.append(offset + len(line) - len(line.lstrip(" \t")))
        offset += len(line) + 1
    made = token.meta["argmap_place"] = PlaceMap(at, starts[: len(at)])
    return made
