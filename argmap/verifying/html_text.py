"""The text of an HTML page, block by block, in one pass and without a tree.

What parts paragraphs is where blocks begin and end; which stand in which makes no difference. So a
page is only cut into tags and text, as the HTML standard cuts it, and a hostile page (tags that
nest a million deep, comments and attributes without an end) costs no more than its length. The
parser of the standard library takes the square of that, as do parsers that build the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

__all__ = ["html_blocks"]

_BLOCK_NAMES = """
    address article aside blockquote body button caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main
    menu nav ol optgroup option p pre search section select summary table tbody td tfoot th thead
    tr ul
"""
_UNSEEN_NAMES = "iframe noembed noframes noscript object script style template textarea title"
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
"""What a reader does not see: all up to the end tag is left out."""
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_BREAK = "\0"
"""Stands for a line break; no such character is in a page."""
_BREAKS = re.compile(rf"{_BREAK}(?: ?{_BREAK})+")


def html_blocks(page: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the text of each block that holds any. Linear in the page's length.

    Two line breaks in a row part blocks; one is a space.
    """
    start = 0
    parts: list[str] = []
    for at, kind, text in _pieces(page.replace(_BREAK, " ")):
        if kind == "text":
            if not parts:
                start = at + len(text) - len(text.lstrip())
            if parts or text.strip():
                parts.append(unescape(text).replace(_BREAK, " "))
        elif kind == "br":
            if parts:
                parts.append(_BREAK)
        elif kind in _BLOCKS and parts:
            yield from _paragraphs(start, parts)
            parts = []
    yield from _paragraphs(start, parts)


def _paragraphs(start: int, parts: list[str]) -> Iterator[tuple[int, str]]:
    for piece in _BREAKS.split(" ".join("".join(parts).split())):
        text = " ".join(piece.replace(_BREAK, " ").split())
        if text:
            yield start, text


def _pieces(page: str) -> Iterator[tuple[int, str, str]]:
    """Cut a page into texts and tags: the offset, ``text`` or the tag's name, and the text."""
    at = 0
    while at < len(page):
        opening = page.find("<", at)
        if opening < 0:
            yield at, "text", page[at:]
            return
        if opening > at:
            yield at, "text", page[at:opening]
        if page.startswith("<!--", opening):
            at = _behind(page, "-->", opening + 2)
        elif page.startswith(("<!", "<?"), opening):
            at = _behind(page, ">", opening)
        elif match := _NAME.match(page, opening):
            at = _tag_end(page, match.end())
            name = match[1].lower()
            yield opening, name, ""
            if name in _UNSEEN and page[opening + 1] != "/":
                at = _after_unseen(page, name, at)
        else:
            yield opening, "text", "<"
            at = opening + 1


def _behind(page: str, mark: str, at: int) -> int:
    end = page.find(mark, at)
    return len(page) if end < 0 else end + len(mark)


_ATTRIBUTES = re.compile(r"""[^>"'=]*+(?:=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?|["'])?""")


def _tag_end(page: str, at: int) -> int:
    """Return where a tag ends: behind the first ``>`` that stands in no quoted value."""
    while at < len(page) and page[at] != ">":
        match = _ATTRIBUTES.match(page, at)
        at = match.end() if match is not None and match.end() > at else at + 1
    return min(at + 1, len(page))


def _after_unseen(page: str, name: str, at: int) -> int:
    match = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(page, at)
    return len(page) if match is None else match.start()
