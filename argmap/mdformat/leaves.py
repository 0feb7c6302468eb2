"""Blocks that are written as they stand: fences, comments, front matter, tables, notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

from argmap.syntax.block_marks import COMMENT, DIRECTIVE
from argmap.syntax.blocks import FENCE, FenceLine
from argmap.syntax.comments import directive_in
from argmap.syntax.fences import BLOCK, MARK, BlockMark
from argmap.syntax.inline import DIRECTIVE_TOKEN, SPAN
from argmap.syntax.place_map import PLACE, Row

LEAF = "argmap_leaf"
"""A block that is written as its content says."""
NOTE, NOTE_REF = "argmap_note", "argmap_note_ref"
LABELS = "argmap_labels"
"""In the meta of a leaf: the labels of the definitions that its links use."""
BEFORE, AFTER = "argmap_glue_before", "argmap_glue_after"
"""In the meta of a leaf: it touches its neighbour, with no blank line between."""
CONTENT = "argmap_content"
"""In the meta of a heading: its whole content, and where its attributes begin in it, if any do."""

_OPENED_HEAD = re.compile(r"---[ \t]*\n\s*\w+:")
_PREFIX = " \t>"
_SPEAKS = (f"{SPAN}_open", DIRECTIVE_TOKEN)


def note_headings(tokens: Sequence[Token]) -> None:
    """Note the whole content of headings, before their attributes are taken from it."""
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            token.meta[CONTENT] = (following.content, None)


def keep_lines(tokens: Sequence[Token], unpaired: Sequence[Token], text: str) -> list[Token]:
    """Make leaves of fences and of comments that are ours; note the attributes of headings.

    ``unpaired`` are the tokens with their fences as they were met.
    """
    lines = text.split("\n")
    fences = _fences(tokens, unpaired)
    made: list[Token] = []
    for index, token in enumerate(tokens):
        goes_on = index + 1 < len(tokens) and tokens[index + 1].nesting >= 0
        if token.type in (f"{BLOCK}_open", f"{BLOCK}_close"):
            fence = next(fences)
            if fence is None:  # the end of a block that is not closed
                continue
            line: FenceLine = fence.meta["argmap"]
            leaf = _leaf(text[line.start : line.end], token)
            first, last = fence.map or (0, 1)
            leaf.meta[BEFORE] = token.nesting < 0 and not _blank(lines, first - 1)
            opens = token.nesting > 0 and index + 1 < len(tokens)
            goes_on = goes_on or (opens and tokens[index + 1].type == f"{BLOCK}_close")
            leaf.meta[AFTER] = opens and goes_on and not _blank(lines, last)
            made.append(leaf)
        elif token.type == "html_block" and _is_ours(token.content):
            leaf = _leaf(token.content.strip(), token)
            leaf.meta[AFTER] = goes_on and not _blank(lines, token.map[1] if token.map else 0)
            made.append(leaf)
        else:
            mark = token.meta.get(MARK)
            if token.type == "heading_open" and isinstance(mark, BlockMark):
                token.meta[CONTENT] = (token.meta[CONTENT][0], mark.attributes.start)
            made.append(token)
    return made


def keep_blocks_of_others(
    tokens: Sequence[Token], text: str, written: Collection[str]
) -> list[Token]:
    """Make leaves of front matter and tables where no other plugin writes them.

    Front matter of a text that is annotated becomes a leaf in any case.
    """
    lines = text.split("\n")
    made: list[Token] = []
    table: list[Token] | None = None
    ours = annotated(tokens)
    for token in tokens:
        if table is not None:
            table.append(token)
            if token.type == "table_close":
                made.append(_table(table, lines))
                table = None
        elif token.type == "table_open" and "table" not in written:
            table = [token]
        elif token.type == "front_matter" and (
            ours or "front_matter" not in written or not token.content.strip()
        ):
            made.append(_leaf("\n".join(lines[: token.map[1] if token.map else 0]), token))
        elif token.type == "hr" and token.map == [0, 1] and _OPENED_HEAD.match(text):
            # Front matter that is not closed; as a line of underscores nobody would see why.
            made.append(_leaf("---", token))
        else:
            made.append(token)
    return made


def keep_notes(tokens: Sequence[Token]) -> None:
    """Rename notes and what refers to them, so that no other plugin moves or drops them."""
    for token in tokens:
        if token.type.startswith("footnote_reference_"):
            token.type = token.type.replace("footnote_reference", NOTE)
        _rename_references(token)


def annotated(tokens: Sequence[Token]) -> bool:
    """Tell whether a text holds anything that speaks to argmap."""
    signs = (MARK, COMMENT, DIRECTIVE)
    return any(any(sign in token.meta for sign in signs) or _has_marks(token) for token in tokens)


def _fences(tokens: Sequence[Token], unpaired: Sequence[Token]) -> Iterator[Token | None]:
    """Yield, for the opening and closing tokens in turn, the fence that each was made of."""
    at = 0
    prose: Token | None = None  # the paragraph made of a fence that closes nothing
    for token in tokens:
        before = unpaired[at] if at < len(unpaired) else None
        if token is before:
            at += 1
        elif token.type in (f"{BLOCK}_open", f"{BLOCK}_close"):
            if before is not None and before.type == FENCE:
                at += 1
                yield before
            else:
                yield None
        elif token.type == "paragraph_open":
            prose = token
        elif token.type == "paragraph_close" and prose is not None:
            prose = None
            at += 1


def _leaf(content: str, token: Token) -> Token:
    made = Token(LEAF, "", 0, map=token.map, level=token.level, content=content, block=True)
    made.meta = {sign: token.meta[sign] for sign in (MARK, DIRECTIVE) if sign in token.meta}
    return made


def _blank(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line, counted from 0, is blank or not there at all."""
    return not 0 <= number < len(lines) or not lines[number].strip(_PREFIX)


def _is_ours(html: str) -> bool:
    html = html.strip()
    if not html.startswith("<!--"):
        return False
    words = html[4:].lstrip()
    return words.startswith("{") or directive_in(words) is not None


def _has_marks(token: Token) -> bool:
    return any(child.type in _SPEAKS for child in token.children or ())


def _table(tokens: Sequence[Token], lines: Sequence[str]) -> Token:
    """Make one leaf of a table: its rows as they stand, without what contains them."""
    rows: dict[int, str] = {}
    labels: list[str] = []
    for token in tokens:
        place = token.meta.get(PLACE)
        if isinstance(place, tuple) and isinstance(place[0], Row) and token.map:
            rows[token.map[0]] = place[0].text.rstrip()
        _labels(token, labels)
    first, last = tokens[0].map or (0, 0)
    written = (rows.get(n, lines[n].strip(_PREFIX)) for n in range(first, last))
    leaf = _leaf("\n".join(written).rstrip(), tokens[0])
    leaf.meta[LABELS] = labels
    return leaf


def _labels(token: Token, found: list[str]) -> None:
    if token.type in ("link_open", "image") and token.meta.get("label"):
        found.append(token.meta["label"])
    for child in token.children or ():
        _labels(child, found)


def _rename_references(token: Token) -> None:
    for child in token.children or ():
        if child.type == "footnote_ref":
            child.type = NOTE_REF
        _rename_references(child)
