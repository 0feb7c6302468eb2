"""The reader that argmap itself uses: the plugin in a pipeline that does only what is needed.

What was found out about markdown-it-py 4: the inline pass is four fifths of its cost, so here it
runs only for the words of a mark or heading that hold markup; ``footnote_tail`` drops notes that
nothing refers to and moves the others, so it is left out.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from argmap.syntax.blocks import ACTIVE, wrap_rules
from argmap.syntax.inline import foreign_span
from argmap.syntax.marks import Document
from argmap.syntax.plain import plain_paragraph, shallow
from argmap.syntax.plugin import ENV, argmap_plugin, document_of
from argmap.syntax.scan import MAX_NESTING


def read(text: str) -> Document:
    """Read one essay; never raises for what the text holds. Linear in its length."""
    env: dict[str, Any] = {ACTIVE: True}
    reader().parse(text, env)
    document: Document = env[ENV]
    return document


@lru_cache(maxsize=1)
def reader() -> MarkdownIt:
    """Return the pipeline of the reader; its inline rules serve to find the words of marks."""
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    # Two levels more than the rules allow, so that markdown-it's own limit is never met.
    md = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING + 2}).enable("table")
    md.use(front_matter_plugin).use(footnote_plugin, inline=False, move_to_end=False)
    md.use(argmap_plugin, document=False)
    md.inline.ruler.before("link", "argmap_foreign_span", foreign_span)
    md.block.ruler.before("front_matter", "argmap_plain_paragraph", plain_paragraph)
    wrap_rules(md.block.ruler, ("blockquote", "list", "footnote_def"), shallow)
    md.disable(["inline", "text_join"])
    md.core.ruler.push("argmap_document", _collect)
    return md


def _collect(state: StateCore) -> None:
    state.env[ENV] = document_of(state, state.md)
