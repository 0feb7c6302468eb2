"""What an edition says beside its statements."""

from __future__ import annotations

import re

from argmap.model import Essay
from argmap.syntax.places import SourceText

__all__ = ["prose_of"]

_NOT_SAID = re.compile(r"<!--.*?-->|\{[^{}]*\}", re.DOTALL)


def prose_of(essay: Essay, text: str) -> str:
    """Return the paragraphs and headings of an edition without its comments and attributes.

    An annotator's comments often say what another edition has, and so are none of this one.
    ``text`` is that of its file. Linear.
    """
    source = SourceText(text)
    lines = source.text.split("\n")
    places = (
        *(section.range for section in essay.sections),
        *(paragraph.range for paragraph in essay.paragraphs),
    )
    parts = ["\n".join(lines[place.start.line - 1 : place.end.line]) for place in places]
    return _NOT_SAID.sub(" ", "\n\n".join(parts))
