"""An essay in Markdown as a text of its own, with the places of its statements."""

from __future__ import annotations

from dataclasses import replace

from argmap.formats.standoff import MADE, STANDOFF, plain, said
from argmap.model import Essay, Flag
from argmap.syntax.whole_text import whole_text

__all__ = ["with_prose"]


def with_prose(essay: Essay, source: str) -> Essay:
    """Keep in an essay the words of its whole text, and where in them its statements stand.

    The title stands first, as in the corpora. Where a statement is not found in the text, which
    should not happen, the essay comes back as it is; linear.
    """
    whole = whole_text(source)
    title = " ".join(essay.title.split())
    has_title = not title or whole.text.partition("\n")[0] == title
    head = "" if has_title else f"{title}\n\n"
    text = head + whole.text
    statements = []
    for statement in essay.statements:
        spans = [
            [len(head) + start, len(head) + end]
            for start, end in whole.places.get(statement.range, ())
        ]
        if spans and plain(said(text, [(a, b) for a, b in spans])) == plain(statement.text):
            extra = {**statement.extra, STANDOFF: {"spans": spans}}
            statements.append(replace(statement, extra=extra))
        elif Flag.IMPLICIT in statement.flags or not statement.text.strip():
            statements.append(statement)
        else:
            return essay
    extra = {**essay.extra, STANDOFF: {"text": text, MADE: True}}
    return replace(essay, statements=tuple(statements), extra=extra)
