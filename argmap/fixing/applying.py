"""Applying fixes to one text: each whole or not at all, and the first by place wins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from argmap.model import Edit, Fix
from argmap.strip.edits import TextEdit
from argmap.strip.edits import apply as apply_edits
from argmap.syntax.places import Position, SourceText

__all__ = ["Applied", "apply"]


@dataclass(frozen=True, slots=True)
class Applied:
    """A text with fixes applied, and those that were used, in the order of their places."""

    text: str
    used: tuple[Fix, ...]


def apply(text: str, fixes: Iterable[Fix]) -> Applied:
    r"""Apply those of ``fixes`` that do not overlap to a text as it was read from its file.

    A fix is applied with all of its edits or not at all. Of two that overlap, or that insert at
    the same place, the one that begins first is applied, of those that begin together the one that
    ends first. A fix that lies outside of the text, or changes nothing, is left out. All else
    stays byte for byte, line ends and a byte order mark included; a ``\n`` in an edit is written
    as the line that it stands on ends. O(n log n) in the fixes, linear in the text.
    """
    source = SourceText(text)
    placed = [(edits, fix) for fix in fixes if (edits := _placed(source, fix))]
    placed.sort(key=lambda each: (each[0], each[1].title))
    taken = _Taken()
    used: list[Fix] = []
    for edits, fix in placed:
        if taken.take(edits):
            used.append(fix)
    return Applied(apply_edits(text, source, taken.edits) if used else text, tuple(used))


def _placed(source: SourceText, fix: Fix) -> list[TextEdit]:
    """Turn the edits of a fix into offsets, in order; none where one has no place."""
    edits: list[TextEdit] = []
    for edit in fix.edits:
        if not (_is_in(source, edit.range.start) and _is_in(source, edit.range.end)):
            return []
        made = _text_edit(source, edit)
        if made.start > made.end:
            return []
        if made.text != source.text[made.start : made.end]:
            edits.append(made)
    edits.sort()
    overlapping = any(
        before.end > after.start or before.start == after.start for before, after in pairwise(edits)
    )
    return [] if overlapping else edits


def _text_edit(source: SourceText, edit: Edit) -> TextEdit:
    return TextEdit(source.offset(edit.range.start), source.offset(edit.range.end), edit.text)


def _is_in(source: SourceText, place: Position) -> bool:
    if not 1 <= place.line <= source.line_count or place.column < 1:
        return False
    return place.column <= len(source.line(place.line)) + 1


class _Taken:
    """The edits taken so far, in order of their places; none overlaps another."""

    __slots__ = ("edits",)

    def __init__(self) -> None:
        self.edits: list[TextEdit] = []

    def take(self, edits: list[TextEdit]) -> bool:
        """Take all of these, or none where one of them has no room."""
        if not all(self._has_room(edit) for edit in edits):
            return False
        for edit in edits:
            self.edits.insert(bisect_left(self.edits, edit), edit)
        return True

    def _has_room(self, edit: TextEdit) -> bool:
        at = bisect_left(self.edits, edit)
        before = self.edits[at - 1] if at else None
        after = self.edits[at] if at < len(self.edits) else None
        if before is not None and (before.end > edit.start or before.start == edit.start):
            return False
        return after is None or (edit.end <= after.start and edit.start < after.start)
