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


class SlipList:
    """The slips found so far in one text."""

    __slots__ = ("all",)

    def __init__(self) -> None:
        self.all: list[Slip] = []

    def note(self, rule: str, start: int, end: int, message: str, hint: str) -> None:
        """Note a slip that nobody but the author can mend."""
        self.all.append(Slip(rule, start, end, message, hint))

    def mend(
        self, rule: str, span: tuple[int, int], message: str, replacement: str, title: str
    ) -> None:
        """Note a slip that is mended by writing ``replacement`` in its place."""
        hint = f"write {short_of(replacement)}" if replacement.strip() else "write a plain space"
        self.all.append(Slip(rule, *span, message, hint, ((*span, replacement),), title))


def short_of(words: str) -> str:
    """Make a message's words of a stretch of text: one line, and not too long."""
    words = " ".join(words.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
