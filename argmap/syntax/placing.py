"""From offsets to places: slips become faults, lists of attributes become words with ranges."""

from __future__ import annotations

import re

from markdown_it.token import Token

from argmap.syntax.attributes import AttributeList
from argmap.syntax.faults import Edit, Fault, Fix
from argmap.syntax.marks import MarkAttribute, Word
from argmap.syntax.place_map import PlaceMap, place_map
from argmap.syntax.places import Range, SourceText
from argmap.syntax.slips import Slip
from argmap.syntax.vocabulary import COMMAS, LISTS

_LISTED = re.compile(rf"[^\s{COMMAS}]+")


class Placer:
    """Gives ranges to offsets into one inline content, or (without a map) into the document."""

    __slots__ = ("_map", "_shift", "source")

    def __init__(self, source: SourceText, place: PlaceMap | None = None) -> None:
        self.source = source
        self._map = place
        self._shift = 0 if place is None else place.shift

    @classmethod
    def of(cls, token: Token, source: SourceText) -> Placer | None:
        """Return the placer of an inline or raw HTML token, None where another plugin made it."""
        found = place_map(token)
        return None if found is None else cls(source, found)

    def offset(self, at: int) -> int:
        """Return the offset into the document of the character at ``at``."""
        if self._shift is not None:
            return at + self._shift
        return at if self._map is None else self._map(at)

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Return both ends of a stretch; its end stays right behind its last character."""
        first = self.offset(start)
        return first, (first if end <= start else self.offset(end - 1) + 1)

    def range(self, start: int, end: int) -> Range:
        """Return the range of a stretch."""
        if self._shift is not None:
            return self.source.range(start + self._shift, end + self._shift)
        return self.source.range(*self.offsets(start, end))

    def fault(self, slip: Slip) -> Fault:
        """Turn a slip into a fault."""
        fix = None
        if slip.fix:
            edits = tuple(Edit(self._edited(start, end), text) for start, end, text in slip.fix)
            fix = Fix(slip.fix_title, edits, slip.safe)
        return Fault(slip.rule, self.range(slip.start, slip.end), slip.message, slip.hint, fix)

    def _edited(self, start: int, end: int) -> Range:
        """Return the range of an edit; an insertion stays right behind the character before it."""
        if end > start or start == 0:
            return self.range(start, end)
        at = self.offset(start - 1) + 1
        return self.source.range(at, at)

    def words(
        self, found: AttributeList
    ) -> tuple[Word | None, tuple[Word, ...], tuple[MarkAttribute, ...]]:
        """Return the id, the classes and the other attributes of a list, each with its place."""
        name: Word | None = None
        classes: list[Word] = []
        attributes: list[MarkAttribute] = []
        for item in found.items:
            if item.name == "#":
                name = name or Word(item.value, self.range(item.value_start, item.value_end))
            elif item.name == ".":
                classes.append(Word(item.value, self.range(item.start, item.end)))
            elif item.name:
                value_range = self.range(item.value_start, item.value_end)
                words: tuple[Word, ...] = ()
                if item.name in LISTS and item.value:
                    words = self._split(item.value, item.value_start, value_range)
                whole = self.range(item.start, item.end)
                value = join_lines(item.value) if "\n" in item.value else item.value
                attributes.append(MarkAttribute(item.name, value, whole, value_range, words))
        return name, tuple(classes), tuple(attributes)

    def _split(self, value: str, start: int, whole: Range) -> tuple[Word, ...]:
        found = [match.span() for match in _LISTED.finditer(value)]
        if found == [(0, len(value))]:
            return (Word(value, whole),)
        return tuple(
            Word(value[first:last], self.range(start + first, start + last))
            for first, last in found
        )


def join_lines(value: str) -> str:
    """Make one line of a value: a line break, with the white space around it, is a space."""
    return " ".join(line.strip(" \t") for line in value.split("\n"))
