"""The text without its annotations: what an essay says to a reader who has no argmap.

Spans lose their brackets and braces, blocks their fences, headings their attributes; comments that
mark, silence or hold implicit statements go with their lines. All else stays as it was, byte for
byte, and renders as it did: where taking a bracket away would turn words into a list, a link or
emphasis, they are escaped. What is malformed was never an annotation, and stays too.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.strip.edits import TextEdit, apply
from argmap.strip.lines import line_edits
from argmap.strip.words import word_edits

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

    from argmap.syntax.marks import Document

__all__ = ["strip"]

_SIGNS = ("{", "<!--", ":::")
"""Without one of these in it, a text holds no annotation."""
_MOST_PASSES = 8
"""Taking one mark away may leave another, as in marks that nest deeper than the reader goes."""


def strip(text: str) -> str:
    """Return ``text`` without its annotations; never raises for what it holds.

    A text that has none comes back as it is, and stripping twice is stripping once. Takes about
    twice the time of reading; linear in the length of the text.
    """
    for _ in range(_MOST_PASSES):
        stripped = _once(text)
        if stripped == text:
            break
        text = stripped
    return text


def _once(text: str) -> str:
    if not any(sign in text for sign in _SIGNS):
        return text
    env: dict[str, object] = {}
    md = _reader()
    tokens = md.parse(text, env)
    document: Document = env["argmap"]  # type: ignore[assignment]
    edits: list[TextEdit] = [
        *line_edits(tokens, document),
        *word_edits(md, tokens, document.source, env.get("references") or {}),
    ]
    return apply(text, document.source, edits) if edits else text


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    """Return what reads essays, its tokens all kept; see :mod:`argmap.syntax.plugin`."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    from argmap.syntax.plugin import MAX_NESTING, argmap_plugin

    md = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    md.use(front_matter_plugin).use(footnote_plugin).use(argmap_plugin)
    md.disable(["footnote_tail", "footnote_inline", "footnote_ref"])
    md.core.ruler.at("inline", _inline_where_annotations_are)
    return md


def _inline_where_annotations_are(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and ("{" in token.content or "<!--" in token.content):
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
