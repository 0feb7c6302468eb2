"""From the tokens of argmap's plugin to such as mdformat can write.

mdformat reads a text twice, to write it and to compare the HTML of before and after. For the HTML
the tokens stay as they are. For writing, blocks that mdformat would re-arrange become leaves
that hold their own lines: a ``:::`` fence is a line between others, so that whether a list is tight
is still decided as CommonMark decides it.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, inline
from markdown_it.rules_inline import StateInline

from argmap.mdformat.leaves import (
    annotated,
    keep_blocks_of_others,
    keep_lines,
    keep_notes,
    note_headings,
)
from argmap.mdformat.others import written_by_others
from argmap.syntax import argmap_plugin
from argmap.syntax.blocks import ACTIVE, wrap_rules
from argmap.syntax.inline import dress, foreign_span
from argmap.syntax.plain import shallow
from argmap.syntax.scan import MAX_NESTING, Scan, scan

FOREIGN = "argmap_foreign"
"""A span with attributes of Pandoc's."""
BOM = "argmap_bom"
"""In env: whether a byte order mark stands before the text."""
UNPAIRED = "argmap_unpaired"
"""In env: the tokens before their fences were paired."""
WHITE = "argmap_white"
"""In the meta of a paragraph's words: the white space before them that is none of Markdown's."""
_WHITE = re.compile(r"([^\S \t\n][^\S\n]*):::")
_SCAN = "argmap_mdformat_scan"


def update_mdit(mdit: MarkdownIt) -> None:
    """Teach mdformat's parser the syntax, and what argmap itself reads beside it."""
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    rules = mdit.block.ruler.get_all_rules()
    if "front_matter" not in rules:
        mdit.use(front_matter_plugin)
    if "footnote_def" not in rules:
        mdit.use(footnote_plugin, inline=False, move_to_end=False)
    mdit.enable("table")
    # As argmap itself reads: markdown-it-py drops the rest of a text at its own limit.
    mdit.options["maxNesting"] = MAX_NESTING + 2
    wrap_rules(mdit.block.ruler, ("blockquote", "list", "footnote_def"), shallow)
    mdit.use(argmap_plugin, document=False)
    mdit.inline.ruler.before("link", FOREIGN, _foreign)
    mdit.core.ruler.before("normalize", "argmap_begin", _begin)
    if getattr(mdit.renderer, "__output__", "") == "md":
        mdit.core.ruler.before("argmap_blocks", UNPAIRED, _before_pairing)
        mdit.core.ruler.after("argmap_blocks", "argmap_lines", _after_pairing)
        mdit.core.ruler.at("inline", _inline)
        mdit.core.ruler.push("argmap_others", _others)


def _foreign(state: StateInline, silent: bool) -> bool:
    """Read a span of Pandoc's, so that its brackets are not escaped."""
    start = state.pos
    if not foreign_span(state, True):
        return False
    if silent:
        return True
    found: Scan | None = vars(state).get(_SCAN)
    if found is None:
        found = vars(state)[_SCAN] = scan(state.src, state.env.get("references"))
    mark = found.beginning(start, foreign=True)
    if mark is None:
        return False
    state.pos = start
    token = state.push(f"{FOREIGN}_open", "span", 1)
    token.markup = "["
    dress(token, mark.attributes)
    foreign_span(state, False)
    token = state.push(f"{FOREIGN}_close", "span", -1)
    token.markup = state.src[mark.text_end : mark.end]
    return True


def _begin(state: StateCore) -> None:
    state.env[BOM] = state.src.startswith("\ufeff")
    # MyST's fences look alike; where another plugin writes those, ours must be seen to be read.
    if "colon_fence" not in written_by_others(state.md):
        state.env[ACTIVE] = True


def _before_pairing(state: StateCore) -> None:
    state.env[UNPAIRED] = list(state.tokens)
    note_headings(state.tokens)


def _after_pairing(state: StateCore) -> None:
    state.tokens = keep_lines(state.tokens, state.env.pop(UNPAIRED), state.src)


def _inline(state: StateCore) -> None:
    _keep_white(state)
    inline(state)
    if annotated(state.tokens) or "footnote" not in written_by_others(state.md):
        keep_notes(state.tokens)
        state.env.pop("footnotes", None)


def _keep_white(state: StateCore) -> None:
    """Remember the white space that markdown-it takes from before what would then be a fence.

    Python's white space is more than Markdown's: it begins with U+3000, say.
    """
    if state.src.isascii() or ":::" not in state.src:
        return
    lines = state.src.split("\n")
    for token in state.tokens:
        if token.type == "inline" and token.map and token.content.startswith(":::"):
            found = _WHITE.search(lines[token.map[0]])
            if found is not None:
                token.meta[WHITE] = found[1]


def _others(state: StateCore) -> None:
    others = written_by_others(state.md)
    state.tokens = keep_blocks_of_others(state.tokens, state.src, others)
