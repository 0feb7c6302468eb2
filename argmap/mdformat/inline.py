"""Inline text as mdformat writes it: marks with their attributes, and the places to break lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.syntax.attributes import parse_attributes
from argmap.syntax.placing import join_lines
from argmap.syntax.scan import Scan, scan
from argmap.syntax.spoken import unspaced

if TYPE_CHECKING:
    from mdformat.renderer import RenderTreeNode

WRAP_POINT = "\0"
"""mdformat's mark for a place at which a line may be broken."""

_ITEM_OR_SPACE = re.compile(r'"[^"]*"|[ \t\n]+')
_BEGINS_BLOCK = re.compile(
    r"#{1,6}(?:\s|$)|>|[-*+](?:\s|$)|[0-9]{1,9}[.)](?:\s|$)|[=_*-][=_*\s-]*$|[|:-][|:\s-]*$|<|`{3}|~{3}"
)
_HARD_BREAK = re.compile(r" {2,}\Z")


# Attributes


def attributes(raw: str, *, wraps: bool) -> str:
    """Write what stands around a list: as it is, or with places to break it between two items.

    In a value, a line break is a space. One stays as long as what follows it cannot be taken for
    the beginning of a block, which mdformat would escape.
    """
    brace = raw.find("{")
    if brace < 0:
        return raw
    found = parse_attributes(raw, brace, anchored=True)
    if not found.closed or not found.ours or found.slips:
        return raw
    inside = raw[brace + 1 : found.end - 1]
    if wraps:
        inside = _ITEM_OR_SPACE.sub(_wrapped, inside.strip())
    elif "\n" in inside:
        inside = _ITEM_OR_SPACE.sub(_kept, inside)
    return f"{raw[: brace + 1]}{inside}{raw[found.end - 1 :]}"


def _wrapped(match: re.Match[str]) -> str:
    found = match.group()
    return join_lines(found) if found.startswith('"') else WRAP_POINT


def _kept(match: re.Match[str]) -> str:
    found = match.group()
    if not found.startswith('"'):
        return "\n" if "\n" in found else found
    first, *others = found.split("\n")
    written = first.rstrip(" \t") if others else first
    for line in others:
        line = line.strip(" \t")
        written += f"{' ' if _BEGINS_BLOCK.match(line) else chr(10)}{line}"
    return written


# What is read


def reads_the_same(before: str, after: str, references: dict[str, object]) -> bool:
    """Tell whether the same marks, directives and slips are found in two texts."""
    if before == after or not any("{" in text or "<!--" in text for text in (before, after)):
        return True
    return _found(scan(before, references)) == _found(scan(after, references))


def _found(found: Scan) -> list[object]:
    marks = [
        (mark.form, [(item.name, join_lines(item.value)) for item in mark.attributes.items])
        for mark in (*found.marks, *found.foreign)
    ]
    slips = [(slip.rule, slip.message) for slip in found.slips]
    return [marks, slips, [" ".join(words.split()) for words, _, _ in found.directives]]


def has_directives(text: str) -> bool:
    """Tell whether a comment in ``text`` speaks of the line that it stands on."""
    return "<!--" in text and bool(scan(text).directives)


def as_written(content: str) -> str:
    """Return the lines of a paragraph as they stand, indented no more than they need to be."""
    first, *others = content.split("\n")
    written = [_line(first.lstrip(" \t"), last=not others)]
    for number, line in enumerate(others, 1):
        bare = line.lstrip(" \t")
        indent = len(line.expandtabs(4)) - len(bare.expandtabs(4))
        deep = indent >= 4 or _BEGINS_BLOCK.match(bare)
        written.append("    " * bool(deep) + _line(bare, last=number == len(others)))
    return "\n".join(written)


def _line(line: str, *, last: bool) -> str:
    bare = line.rstrip(" \t")
    return f"{bare}  " if not last and _HARD_BREAK.search(line) else bare


# Where lines are broken


def in_paragraph(node: RenderTreeNode) -> bool:
    """Tell whether a node stands in a paragraph, whose lines may be broken."""
    around = node.parent
    while around is not None and around.type != "paragraph":
        around = around.parent
    return around is not None


def is_comment(node: RenderTreeNode | None) -> bool:
    """Tell whether a node is a mark that begins with a comment."""
    return (
        node is not None
        and node.nester_tokens is not None
        and node.nester_tokens.opening.markup.startswith("<!--")
    )


def soft_break(node: RenderTreeNode) -> str:
    """Return what a line break may become where lines are broken anew.

    It stays between two Chinese or Japanese characters, where a space would be read as one, and
    around ``:::``, which is a fence at the beginning of a line alone.
    """
    before, after = node.previous_sibling, node.next_sibling
    if is_comment(after):
        return " "
    for beside in (before, after):
        if beside is not None and beside.type == "text" and beside.content.startswith(":::"):
            return "\n"
    if unspaced(_char_beside(node, -1)) and unspaced(_char_beside(node, 1)):
        return "\n"
    return WRAP_POINT


def breaks_kept(text: str, node: RenderTreeNode) -> str:
    """Take out those places at which a line break would be read otherwise than the space is."""
    if WRAP_POINT not in text:
        return text
    pieces = text.split(WRAP_POINT)
    written = pieces[:1]
    last_char = pieces[0][-1:]
    last = len(pieces) - 1
    for number, piece in enumerate(pieces[1:], 1):
        glued = piece.startswith(":::") or (
            unspaced(last_char or _char_beside(node, -1))
            and unspaced(piece[:1] or _char_beside(node, 1))
        )
        if number == last and not piece:
            following = node.next_sibling
            closes = following is None and is_comment(node.parent)
            glued = glued or closes or is_comment(following)
        written += (" " if glued else WRAP_POINT, piece)
        last_char = piece[-1:] or " "
    return "".join(written)


def _char_beside(node: RenderTreeNode, step: int) -> str:
    """Return the character that a reader sees before (-1) or after (1) a node."""
    here: RenderTreeNode | None = node
    while here is not None and here.type != "inline":
        siblings = here.siblings
        at = siblings.index(here) + step
        while 0 <= at < len(siblings):
            words = _words(siblings[at])
            if words:
                return words[-1] if step < 0 else words[0]
            at += step
        here = here.parent
    return ""


def _words(node: RenderTreeNode) -> str:
    if node.children:
        return "".join(_words(child) for child in node.children)
    return node.content if node.type in ("text", "code_inline") else ""
