"""The markdown-it-py plugin.

``MarkdownIt().use(argmap_plugin)`` reads the syntax in anyone's pipeline: marks become
``argmap_span_open``/``_close`` and ``argmap_block_open``/``_close`` tokens (rendered as ``span``
and ``div`` with the attributes Pandoc would write), and ``env["argmap"]`` holds the
:class:`~argmap.syntax.marks.Document`. A text without marks is rendered as without the plugin.

What was found out about markdown-it-py 4: inline tokens have no positions; block rules see the
line table only while they run (block quotes change it), so places are recorded by wrapping them.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_core import StateCore

from argmap.syntax.block_marks import COMMENT, mark_blocks
from argmap.syntax.blocks import ACTIVE, fence, has_fences_of_ours, record_places
from argmap.syntax.document import collect
from argmap.syntax.faults import Fault
from argmap.syntax.fences import MARK, BlockMark, pair_fences
from argmap.syntax.inline import (
    DIRECTIVE_TOKEN,
    directive,
    dress,
    parse_link_label,
    render_directive,
    span,
)
from argmap.syntax.marks import Document
from argmap.syntax.places import SourceText
from argmap.syntax.placing import Placer
from argmap.syntax.plain import DEEP
from argmap.syntax.scan import MAX_NESTING
from argmap.syntax.slips import Slip

ENV = "argmap"
_SOURCE = "argmap_source"
_FAULTS = "argmap_faults"
_ALTERNATIVES: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


def argmap_plugin(md: MarkdownIt, *, document: bool = True) -> None:
    """Teach ``md`` the syntax; ``document=False`` leaves ``env["argmap"]`` to the caller."""
    md.block.ruler.before("table", "argmap_fence", fence, _ALTERNATIVES)
    record_places(md.block.ruler)
    md.inline.ruler.before("link", "argmap_span", span)
    md.inline.ruler.before("autolink", "argmap_directive", directive)
    md.add_render_rule(DIRECTIVE_TOKEN, render_directive)
    md.core.ruler.after("normalize", "argmap_source", _keep_source)
    md.core.ruler.after("block", "argmap_blocks", _mark_blocks)
    helpers: Any = SimpleNamespace(**vars(md.helpers))
    helpers.parseLinkLabel = parse_link_label
    md.helpers = helpers
    if document:
        md.core.ruler.after("argmap_blocks", "argmap_document", _collect)


def document_of(state: StateCore, md: MarkdownIt) -> Document:
    """Make the document of finished block tokens; ``md`` finds the words of marks."""
    env = state.env
    # A copy, for finding words must not number the notes of this pipeline.
    labels = dict.fromkeys(env.get("footnotes", {}).get("refs", {}), -1)
    own = {"references": env.get("references", {}), "footnotes": {"refs": labels}}
    source, faults = env[_SOURCE], env[_FAULTS]
    for name in [name for name in env if name.startswith("argmap_")]:
        del env[name]
    return collect(state.tokens, source, faults, md, own)


def _keep_source(state: StateCore) -> None:
    source = SourceText(state.src)
    state.src = source.text
    state.env[_SOURCE] = source
    state.env[_FAULTS] = []
    state.env.setdefault(ACTIVE, has_fences_of_ours(source.text))


def _mark_blocks(state: StateCore) -> None:
    source: SourceText = state.env[_SOURCE]
    faults: list[Fault] = state.env[_FAULTS]
    pair_fences(state, source, faults)
    mark_blocks(state.tokens, source, faults)
    for token in state.tokens:
        if token.nesting > 0 and token.meta:
            mark: BlockMark | None = token.meta.get(COMMENT) or token.meta.get(MARK)
            if mark is not None:
                dress(token, mark.attributes)
    deep = state.env.get(DEEP)
    if deep is not None:
        message = f"blocks nest deeper than {MAX_NESTING} levels; what lies deeper is plain text"
        slip = Slip("nested-too-deep", deep, deep + 1, message, "nest them less")
        faults.append(Placer(source).fault(slip))


def _collect(state: StateCore) -> None:
    from argmap.syntax.reader import reader

    state.env[ENV] = document_of(state, reader())
