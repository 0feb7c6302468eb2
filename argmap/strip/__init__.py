"""The text without its annotations: what an essay says to a reader who has no argmap.

Spans lose their brackets and braces, blocks their fences, headings their attributes; comments that
mark, silence or hold implicit statements go with their lines. All else stays as it was, byte for
byte, and renders as it did: where taking a bracket away would turn words into a list, a link or
emphasis, they are escaped. What is malformed was never an annotation, and stays too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.strip.edits import apply
from argmap.strip.lines import line_edits
from argmap.strip.words import word_edits

if TYPE_CHECKING:
    from argmap.syntax.marks import Document

__all__ = ["leftovers", "strip"]

_SIGNS = ("{", "<!--", ":::")
"""Without one of these in it, a text holds no annotation."""
_MOST_PASSES = 8
"""Taking one mark away may leave another, as in marks that nest deeper than the reader goes."""


def strip(text: str) -> str:
    """Return ``text`` without its annotations; never raises for what it holds.

    A text that has none comes back as it is, and stripping twice is stripping once. Takes about
    three times as long as reading; linear in the length of the text.
    """
    for _ in range(_MOST_PASSES):
        stripped = _once(text)
        if stripped == text:
            break
        text = stripped
    return text


def leftovers(stripped: str) -> int:
    """Count what still looks like an annotation in a text that has been stripped.

    It is malformed, as an unclosed brace is, or could not be taken out without changing the words.
    """
    if not any(sign in stripped for sign in _SIGNS):
        return 0
    from argmap.syntax import read

    document = read(stripped)
    return len(document.faults) + len(document.marks)


def _once(text: str) -> str:
    if not any(sign in text for sign in _SIGNS):
        return text
    from argmap.syntax.blocks import ACTIVE
    from argmap.syntax.plugin import ENV
    from argmap.syntax.reader import reader

    env: dict[str, Any] = {ACTIVE: True}
    tokens = reader().parse(text, env)
    document: Document = env[ENV]
    edits = [*line_edits(tokens, document), *word_edits(reader(), tokens, document.source, env)]
    return apply(text, document.source, edits) if edits else text
