"""Short cuts of the reader's block pass: plain paragraphs, and a limit to nesting.

Most of an essay is paragraphs of prose at the top level. markdown-it-py tries a dozen rules at the
start of each, and half a dozen on every further line, twice; here one pattern sees that none of
them can apply. Whatever is not plain is left to those rules.
"""

from __future__ import annotations

import re

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock

from argmap.syntax.blocks import BlockRule
from argmap.syntax.place_map import PLACE, PlaceMap
from argmap.syntax.scan import MAX_NESTING

_NOT_PLAIN = "argmap_not_plain"
"""In env: up to which offset the text was found not to be plain."""
DEEP = "argmap_deep"
"""In env: the offset of the first block that nests too deep."""

# What may begin another block than a paragraph, or end one: ``-`` and ``=`` may underline a
# heading, ``|``, ``:`` and ``-`` rule off the head of a table.
_RISKY = r"[`~>#<=|:\-]|[+*](?:[ \t]|$)|[0-9]{1,9}[.)]|\[\^|[*_][*_ \t]*$"
_BEGINS_OTHER = re.compile(rf"{_RISKY}|\s", re.MULTILINE)
_ENDS = re.compile(rf"\n[ \t]*(?:(?P<blank>\n|\Z)|(?:{_RISKY}))", re.MULTILINE)


def plain_paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read a paragraph at the top level in which no other rule can find anything."""
    if silent or state.level or state.blkIndent or state.sCount[start_line] > 3:
        return False
    source = state.src
    start = state.bMarks[start_line] + state.tShift[start_line]
    if start < state.env.get(_NOT_PLAIN, 0) or _BEGINS_OTHER.match(source, start):
        return False
    found = _ENDS.search(source, start)
    end = found.start() if found else len(source)
    content = source[start:end]
    # A definition of a link begins with its label; it, too, may be all that is there.
    if (found and found["blank"] is None) or (content[0] == "[" and "]:" in content):
        state.env[_NOT_PLAIN] = end
        return False
    next_line = start_line + 1 + content.count("\n")
    if next_line > end_line:
        return False
    state.line = next_line
    lines = [start_line, next_line]
    state.push("paragraph_open", "p", 1).map = lines
    token = state.push("inline", "", 0)
    token.content = mdTrim(content)
    token.map = lines
    token.children = []
    token.meta[PLACE] = PlaceMap([0], [start])
    state.push("paragraph_close", "p", -1)
    return True


def shallow(rule: BlockRule) -> BlockRule:
    """Keep a rule that nests from nesting too deep: what lies deeper is read as plain text.

    markdown-it-py itself drops the rest of the document at its limit.
    """

    def limited(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        if state.level < MAX_NESTING - 4 or not rule(state, start_line, end_line, True):
            return rule(state, start_line, end_line, silent)
        if not silent:
            start = state.bMarks[start_line] + state.tShift[start_line]
            state.env.setdefault(DEEP, start)
        return False

    return limited
