"""The original of a digest, read to paragraphs: plain text, Markdown or HTML.

In plain text every line that is not empty is a paragraph. In Markdown it is every paragraph,
heading, item, table row and block of code; in HTML, every block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.reading import decode
from argmap.syntax.places import SourceText

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["LARGEST", "Original", "Passage", "read_original"]

LARGEST = 5_000_000
"""The most bytes that an original may have: many times what anyone has written by hand."""

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".qmd": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of an original, and the line, from 1, on which it begins in its file."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Original:
    """A text that is digested: what it is called, its paragraphs, and the hash of its bytes."""

    name: str
    passages: tuple[Passage, ...]
    sha256: str


def read_original(content: bytes, name: str) -> Original:
    """Read an original from the bytes of its file; what it is tells ``name``, else its beginning.

    Raises :class:`ArgmapError`, one line, for what is no text in UTF-8, or far too long. Linear in
    the length of a plain text or HTML page.
    """
    if len(content) > LARGEST:
        raise ArgmapError(
            f"{name} is longer than {LARGEST // 1_000_000} MB: save the article alone, as text"
        )
    text = SourceText(decode(content, name))
    if b"\0" in content:
        line = content.count(b"\n", 0, content.find(0)) + 1
        raise ArgmapError(f"{name} is no text (line {line} holds a NUL byte): save it as text")
    kind = _SUFFIXES.get(PurePath(name).suffix.lower())
    if kind is None and _HTML.match(text.text[:4000]):
        kind = "html"
    if kind == "markdown":
        passages = _markdown(text.text)
    elif kind == "html":
        passages = _html(text)
    else:
        passages = _lines(text.text)
    return Original(name, tuple(passages), sha256(content).hexdigest())


def _lines(text: str) -> Iterator[Passage]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield Passage(number, line.strip())


def _html(source: SourceText) -> Iterator[Passage]:
    from argmap.verifying.html_text import html_blocks

    for offset, text in html_blocks(source.text):
        yield Passage(source.position(offset).line, text)


def _markdown(text: str) -> Iterator[Passage]:
    from markdown_it import MarkdownIt

    from argmap.verifying.html_text import html_blocks

    head = _HEAD.match(text)
    if head is not None:
        text = "\n" * head.group().count("\n") + text[head.end() :]
    row: list[str] | None = None
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        line = token.map[0] + 1 if token.map else 1
        if token.type == "tr_open":
            row, row_line = [], line
        elif token.type == "tr_close":
            if row and any(row):
                yield Passage(row_line, " ".join(filter(None, row)))
            row = None
        elif token.type == "inline":
            words = " ".join(_spoken(token.children or ()).split())
            if row is not None:
                row.append(words)
            elif words:
                yield Passage(line, words)
        elif token.type in ("fence", "code_block") and token.content.strip():
            yield Passage(line, " ".join(token.content.split()))
        elif token.type == "html_block":
            for offset, words in html_blocks(token.content):
                yield Passage(line + token.content.count("\n", 0, offset), words)


def _spoken(tokens: Sequence[Token]) -> str:
    said = {"softbreak": " ", "hardbreak": " ", "html_inline": ""}
    return "".join(
        _spoken(token.children) if token.children else said.get(token.type, token.content)
        for token in tokens
    )
