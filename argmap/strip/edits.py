"""Edits of a text, gathered on its normalised form and made on the text as it is.

What is kept is kept byte for byte: line ends as they were, NUL, and a byte order mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from argmap.syntax.places import SourceText

_LINE_END = re.compile(r"\r\n|\r|\n")


class TextEdit(NamedTuple):
    """Put ``text`` in the place of what stands between two offsets into :attr:`SourceText.text`."""

    start: int
    end: int
    text: str = ""


def apply(text: str, source: SourceText, edits: Iterable[TextEdit]) -> str:
    """Make edits, which do not overlap, on the text that ``source`` was made of; linear.

    A line break in an edit is written as the line that it comes from ends.
    """
    bom = len(text) - len(text.removeprefix("\ufeff"))
    starts = [bom]
    ends: list[str] = []
    for match in _LINE_END.finditer(text, bom):
        starts.append(match.end())
        ends.append(match.group())

    pieces: list[str] = []
    done = 0
    for edit in sorted(edits):
        first, last = source.position(edit.start), source.position(edit.end)
        start = starts[first.line - 1] + first.column - 1
        pieces.append(text[done:start])
        if edit.text:
            line_end = ends[min(first.line, len(ends)) - 1] if ends else "\n"
            pieces.append(edit.text.replace("\n", line_end))
        done = starts[last.line - 1] + last.column - 1
    pieces.append(text[done:])
    return "".join(pieces)
