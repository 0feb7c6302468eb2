"""Slips: faults that still stand at offsets into some text, to be placed later."""

from __future__ import annotations

from typing import NamedTuple


class Slip(NamedTuple):
    """Something malformed between two offsets, by the name of the rule that explains it.

    Each edit of ``fix`` replaces the text between two offsets by another, and changes no more than
    it must, for a line break between the two may hold the ``>`` of a quotation. ``safe`` is as in
    :class:`~argmap.syntax.faults.Fix`.
    """

    rule: str
    start: int
    end: int
    message: str
    hint: str
    fix: tuple[tuple[int, int, str], ...] = ()
    fix_title: str = ""
    safe: bool = True
