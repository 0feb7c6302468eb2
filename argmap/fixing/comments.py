"""The fix of a comment that names a rule which does not exist: the one rule nearest to the word."""

from __future__ import annotations

import re
from dataclasses import replace

from argmap.model import Edit, Finding, Fix
from argmap.nearest import NameIndex
from argmap.rules.registry import RULES, find_rule
from argmap.syntax.places import SourceText

__all__ = ["comment_fix"]

_WORD = re.compile(r"[\w-]+")


def comment_fix(finding: Finding, text: str) -> Finding:
    """Return a finding about a comment with a fix, where there is one; every other as it is.

    A word is known by the finding's message and is replaced where it stands in the comment.
    """
    if finding.name != "unknown-rule":
        return finding
    source = SourceText(text)
    start, end = source.offset(finding.range.start), source.offset(finding.range.end)
    index = NameIndex((*(rule.code for rule in RULES), *(rule.name for rule in RULES)))
    edits: list[Edit] = []
    for match in _WORD.finditer(source.text, start, end):
        word = match.group()
        if repr(word) in finding.message and find_rule(word) is None and index.is_clear(word):
            near = index.nearest(word)
            assert near is not None
            edits.append(Edit(source.range(*match.span()), near))
            break
    if not edits:
        return finding
    return replace(finding, fix=Fix(f"Write {edits[0].text}", tuple(edits), safe=False))
