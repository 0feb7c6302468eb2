"""The markdown-it-py plugin, and the reader that argmap itself uses.

``MarkdownIt().use(argmap_plugin)`` reads the syntax in anyone's pipeline: marks become
``argmap_span_open``/``_close`` and ``argmap_block_open``/``_close`` tokens (rendered as ``span`` and
``div`` with the attributes Pandoc would write), and ``env["argmap"]`` holds the
:class:`~argmap.syntax.marks.Document`.

What was found out about markdown-it-py 4: inline tokens have no positions; block rules see the
line table only while they run (block quotes change it), so places are recorded by wrapping them;
its ``footnote_tail`` drops notes that nothing refers to and moves the others, so the reader leaves
it out; the block pass is about a fifth of the cost, so the reader runs the inline pass only where
a mark can be.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from argmap.syntax.attributes import Slip
from argmap.syntax.blocks import fence, record_places
from argmap.syntax.document import collect
from argmap.syntax.faults import Fault
from argmap.syntax.fences import BlockMarker
from argmap.syntax.inline import (
    DIRECTIVE_TOKEN,
    FOREIGN_SPAN,
    SLIP,
    comment_span,
    loose_attributes,
    span,
)
from argmap.syntax.marks import Document, Mark
from argmap.syntax.places import SourceText
from argmap.syntax.placing import Placer

MAX_NESTING = 60
"""How deep blocks and marks may nest for the reader: four stack frames a level stay far within
Python's limit."""

_ALTERNATIVES: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


def argmap_plugin(md: MarkdownIt) -> None:
    """Teach ``md`` the syntax; use it as ``MarkdownIt().use(argmap_plugin)``."""
    md.block.ruler.before("table", "argmap_fence", fence, _ALTERNATIVES)
    record_places(md.block.ruler)
    md.inline.ruler.before("link", "argmap_span", span)
    md.inline.ruler.before("autolink", "argmap_comment_span", comment_span)
    md.inline.ruler.push("argmap_loose_attributes", loose_attributes)
    md.core.ruler.after("normalize", "argmap_source", _keep_source)
    md.core.ruler.before("inline", "argmap_blocks", _mark_blocks)
    md.core.ruler.push("argmap_document", _collect)
    md.add_render_rule(SLIP, _render_nothing)
    md.add_render_rule(DIRECTIVE_TOKEN, _render_content)
    md.add_render_rule(FOREIGN_SPAN, _render_content)


def read(text: str) -> Document:
    """Read one essay; never raises for what the text holds. Linear in its length."""
    env: dict[str, Any] = {}
    _reader().parse(text, env)
    document: Document = env["argmap"]
    return document


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    md = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    md.use(front_matter_plugin).use(footnote_plugin).use(argmap_plugin)
    md.disable(["footnote_tail", "footnote_inline", "footnote_ref"])
    md.core.ruler.at("inline", _inline_where_marks_can_be)
    return md


def _keep_source(state: StateCore) -> None:
    state.src = state.src.removeprefix("\ufeff")
    state.env["argmap_source"] = SourceText(state.src)
    state.env["argmap_faults"] = []


def _mark_blocks(state: StateCore) -> None:
    source: SourceText = state.env["argmap_source"]
    faults: list[Fault] = state.env["argmap_faults"]
    BlockMarker(state, source, faults).run()
    deep = state.env.get("argmap_deep")
    if deep is not None:
        limit = state.md.options["maxNesting"]
        message = f"blocks nest deeper than {limit} levels; what lies deeper is not read"
        slip = Slip("nested-too-deep", deep, deep + 1, message, "nest them less")
        faults.append(Placer(source).fault(slip))


def _inline_where_marks_can_be(state: StateCore) -> None:
    """Stand in for the core rule ``inline``: leave alone what can neither hold a mark nor be in one."""
    marked = 0
    stack: list[bool] = []
    heading = False
    for token in state.tokens:
        if token.type == "inline":
            content = token.content
            if marked or heading or "{" in content or "<!--" in content:
                token.children = token.children or []
                state.md.inline.parse(content, state.md, state.env, token.children)
        elif token.nesting > 0:
            inside = "argmap_comment" in token.meta or "argmap" in token.meta
            stack.append(inside)
            marked += inside
            heading = token.type == "heading_open"
        elif token.nesting < 0:
            marked -= stack.pop() if stack else False
            heading = False


def _collect(state: StateCore) -> None:
    env = state.env
    env["argmap"] = collect(state.tokens, env.pop("argmap_source"), env.pop("argmap_faults"))
    for leftover in ("argmap_pairs", "argmap_deep", "argmap_open_fences"):
        env.pop(leftover, None)
    if state.tokens:
        _dress(state.tokens, env["argmap"].marks)


def _dress(tokens: Sequence[Token], marks: Sequence[Mark]) -> None:
    """Give the tokens of marks the attributes that Pandoc would render."""
    for token in tokens:
        index = token.meta.get("argmap_mark") if token.meta else None
        if index is not None and token.nesting > 0:
            mark = marks[index]
            token.meta["mark"] = mark
            if mark.id:
                token.attrs["id"] = mark.id.text
            if mark.classes:
                token.attrs["class"] = " ".join(word.text for word in mark.classes)
            for attribute in mark.attributes:
                token.attrs[f"data-{attribute.name}"] = attribute.value
        if token.children:
            _dress(token.children, marks)


def _render_nothing(
    self: RendererProtocol, tokens: Sequence[Token], index: int, options: Any, env: Any
) -> str:
    del self, tokens, index, options, env
    return ""


def _render_content(
    self: RendererProtocol, tokens: Sequence[Token], index: int, options: Any, env: Any
) -> str:
    del self, options, env
    token = tokens[index]
    if token.type == DIRECTIVE_TOKEN:
        return token.content
    from markdown_it.common.utils import escapeHtml

    return escapeHtml(token.content)
