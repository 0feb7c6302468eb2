"""What argmap reads in a text, without the places, to compare before and after mdformat."""

from __future__ import annotations

import re
from typing import Any

from argmap.essay import read_essay

_PLACES = ("places",)
MENDED = "fence-without-blank-line"
"""The one fault that mdformat mends, by the blank line that it puts between any two blocks."""


def _plain(value: Any) -> Any:
    """A model's object without the places in it."""
    slots = getattr(value, "__slots__", None) or getattr(value, "_fields", None)
    if slots and not isinstance(value, str):
        return {
            n: _plain(getattr(value, n)) for n in slots if n not in _PLACES and "range" not in n
        }
    if isinstance(value, tuple):
        return tuple(_plain(each) for each in value)
    return value


def what_is_read(text: str) -> dict[str, Any]:
    essay = read_essay(text, "essay.md")
    return {
        "head": (essay.id, essay.lang, essay.title, essay.author, essay.stance, essay.date),
        "statements": [_plain(each) for each in essay.statements],
        "links": [_plain(each) for each in essay.links],
        "sections": [(each.title, each.level, _plain(each.on)) for each in essay.sections],
        "silenced": [
            (
                each.codes,
                each.reason,
                [
                    s.key
                    for s in essay.statements
                    if s.range.touches_lines(each.first_line, each.last_line)
                ],
            )
            for each in essay.suppressions
        ],
        "faults": sorted(
            (fault.rule, re.sub(r"at line \d+", "at line …", fault.message))
            for fault in essay.faults
            if fault.rule != MENDED
        ),
    }
