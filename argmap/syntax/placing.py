"""From offsets to places: slips become faults, lists of attributes become words with ranges."""

from __future__ import annotations

from markdown_it.token import Token

from argmap.syntax.attributes import AttributeList, Slip
from argmap.syntax.blocks import PlaceMap, place_map
from argmap.syntax.faults import Edit, Fault, Fix
from argmap.syntax.marks import MarkAttribute, Word
from argmap.syntax.places import Range, SourceText
from argmap.syntax.vocabulary import LISTS, REFERENCES


class Placer:
    """Gives ranges to offsets into one inline content, or (without a map) into the document."""

    __slots__ = ("_map", "source")

    def __init__(self, source: SourceText, place: PlaceMap | None = None) -> None:
        self.source = source
        self._map = place

    @classmethod
    def of(cls, token: Token, source: SourceText) -> Placer | None:
        """Return the placer of an inline or raw HTML token, or None where another plugin made it."""
        found = place_map(token)
        return None if found is None else cls(source, found)

    def offset(self, at: int) -> int:
        """Return the offset into the document of the character at ``at``."""
        return at if self._map is None else self._map(at)

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Return both ends of a stretch; its end stays right behind its last character."""
        first = self.offset(start)
        return first, (first if end <= start else self.offset(end - 1) + 1)

    def range(self, start: int, end: int) -> Range:
        """Return the range of a stretch."""
        return self.source.range(*self.offsets(start, end))

    def fault(self, slip: Slip) -> Fault:
        """Turn a slip into a fault."""
        fix = None
        if slip.fix is not None:
            start, end, text = slip.fix
            fix = Fix(slip.fix_title, (Edit(self.range(start, end), text),))
        return Fault(slip.rule, self.range(slip.start, slip.end), slip.message, slip.hint, fix)

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
                    words = self._split(item.name, item.value, item.value_start, value_range)
                whole = self.range(item.start, item.end)
                attributes.append(MarkAttribute(item.name, item.value, whole, value_range, words))
        return name, tuple(classes), tuple(attributes)

    def _split(self, name: str, value: str, start: int, whole: Range) -> tuple[Word, ...]:
        separators = ", " if name in REFERENCES else " "
        if not any(separator in value for separator in separators):
            return (Word(value, whole),)
        words: list[Word] = []
        at = 0
        for piece in value.replace(",", " ").split(" ") if "," in separators else value.split(" "):
            if piece:
                words.append(Word(piece, self.range(start + at, start + at + len(piece))))
            at += len(piece) + 1
        return tuple(words)
