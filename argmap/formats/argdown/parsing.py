"""Argdown's blocks: statements, arguments, relations, premise-conclusion structures, headings.

One pass over the lines. How deep relations nest is told by how far they are indented, so nothing
here calls itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from argmap.formats.argdown.data import read_data
from argmap.formats.argdown.lines import MARK, Line
from argmap.formats.argdown.text import plain
from argmap.model import Fault, Position, Range

__all__ = ["Inference", "Item", "Parsed", "Relation", "Structure", "parse"]

_HEADING = re.compile(r"(#+) +(.*)")
_RELATION = re.compile(r"([ \t']*)(\+>|->|<\+|\+|<-|-|><|_>|<_|_(?=\s|$))[ \t]*")
_NUMBER = re.compile(r"[ \t']*\(\d+\)[ \t]*")
_INFERENCE = re.compile(r"[ \t']*--")
_INFERENCE_END = re.compile(r"-{2,}")
_LIST_ITEM = re.compile(r"([ \t']*)(?:\d+\.|\*)[ \t]+")
_TITLE = re.compile(r"\[([^\]]+)\](?!\()(:?)[ \t]*|<([^->][^>]*)>(:?)[ \t]*")
_RULE_PART = re.compile(r"(?:\\.|[^,\\])+")

_TYPES = ("supports", "supports", "attacks", "attacks", "undercuts", "undercuts")
INTO = dict(zip(("+", "<+", "-", "<-", "_", "<_"), _TYPES, strict=True))
"""Relations whose lower end acts on what it stands under; the others act from there."""
OUT_OF = {"+>": "supports", "->": "attacks", "_>": "undercuts", "><": "contradicts"}


@dataclass(slots=True)
class Item:
    """A statement or argument where it stands: defined with a text, or only referred to."""

    argument: bool
    title: str | None
    defined: bool
    range: Range
    section: tuple[str, ...]
    text: str = ""
    markup: str = ""
    tags: tuple[str, ...] = ()
    data: dict[str, object] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)
    metadata: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Inference:
    """A step in a premise-conclusion structure, with the names of its rules."""

    range: Range
    rules: tuple[str, ...] = ()
    data: dict[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class Structure:
    """Premises, inferences and conclusions in their order, and whose they are."""

    owner: Item
    steps: list[Item | Inference] = field(default_factory=list)


@dataclass(slots=True)
class Relation:
    """A relation as it stands: it leads from ``source`` to ``target``."""

    type: str
    source: Item | Inference
    target: Item | Inference
    range: Range


@dataclass(slots=True)
class Parsed:
    """All blocks of a file."""

    items: list[Item] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    structures: list[Structure] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def parse(lines: Iterable[Line]) -> Parsed:
    """Read the blocks of some lines; linear."""
    parser = _Parser()
    for line in lines:
        parser.line(line)
    parser.end_block()
    return parser.parsed


class _Parser:
    def __init__(self) -> None:
        self.parsed = Parsed()
        self.sections: list[tuple[int, str]] = []
        self.section: tuple[str, ...] = ()
        self.item: Item | None = None  # that further lines belong to
        self.heading: list[str] | None = None
        self.above: list[tuple[int, Item | Inference]] = []  # with their indentation
        self.structure: Structure | None = None
        self.last_argument: Item | None = None  # if the last block was one
        self.open: tuple[Inference, list[str], list[tuple[int, str]]] | None = None

    def line(self, line: Line) -> None:
        """Take the next line."""
        text = line.text
        if self.open is not None and text.strip():
            self._more_inference(line)
        elif not text.strip():
            self.end_block()
        elif (found := _HEADING.match(text)) is not None:
            self._heading(line, len(found[1]), found[2])
        elif self.structure is not None and (found := _INFERENCE.match(text)) is not None:
            self._inference(line, found.end())
        elif (found := _RELATION.match(text)) is not None:
            self._relation(line, found)
        elif (found := _NUMBER.match(text)) is not None:
            self._numbered(line, found.end())
        elif self.item is not None and not _LIST_ITEM.match(text):
            self._more(line, text)
        else:
            self._block(line)

    def end_block(self) -> None:
        """Close what is open; an argument stays known to the block behind it."""
        self._close_item()
        if self.open is not None:
            self._fault("bad-syntax", self.open[0].range, "the inference has no -- at its end")
            self._close_inference()
        if self.structure is not None:
            if not any(isinstance(step, Inference) for step in self.structure.steps):
                place = self.structure.owner.range
                self._fault("bad-syntax", place, "premises are numbered and no ---- follows them")
            self.last_argument = None
        self.structure = None
        self.above = []

    def _fault(self, rule: str, place: Range, message: str, hint: str = "") -> None:
        self.parsed.faults.append(Fault(rule, place, message, hint))

    # Blocks

    def _heading(self, line: Line, level: int, title: str) -> None:
        self.end_block()
        self.last_argument = None
        while self.sections and self.sections[-1][0] >= level:
            self.sections.pop()
        self.sections.append((level, plain(title.replace(MARK, "")).text))
        self.section = tuple(title for _, title in self.sections)

    def _block(self, line: Line) -> None:
        self._close_item()
        indent, at = -1, len(line.text) - len(line.text.lstrip(" \t"))
        if (found := _LIST_ITEM.match(line.text)) is not None:
            indent, at = len(found[1]), found.end()
        item = self._start(line, at)
        self.above = [(indent, item)]
        self.last_argument = item if item.argument else None

    def _start(self, line: Line, at: int) -> Item:
        """Begin a statement or argument at a place of a line."""
        text = line.text
        found = _TITLE.match(text, at)
        place = Range(Position(line.number, at + 1), Position(line.number, len(text) + 1))
        if found is None:
            item = Item(False, None, True, place, self.section)
        else:
            argument = found[1] is None
            title = found[3] if argument else found[1]
            item = Item(argument, title.strip(), bool(found[2] or found[4]), place, self.section)
            at = found.end()
        self.parsed.items.append(item)
        self.item = item
        self._more(line, text[at:])
        return item

    def _more(self, line: Line, text: str) -> None:
        assert self.item is not None
        if line.data:
            self.item.metadata += line.data
            text = text.replace(MARK, "")
        self.item.parts.append(text)
        end = Position(line.number, len(line.text) + 1)
        self.item.range = Range(self.item.range.start, end)

    def _close_item(self) -> None:
        item, self.item = self.item, None
        if item is None:
            return
        item.text, item.tags, item.markup = plain(" ".join(item.parts))
        if item.text and not item.defined:
            message = f"text follows the reference to {item.title!r}"
            self._fault("bad-syntax", item.range, message, "write [title]: text to define it")
            item.defined = True
        for number, metadata in item.metadata:
            item.data.update(read_data(metadata, number, self.parsed.faults))

    # Relations

    def _relation(self, line: Line, found: re.Match[str]) -> None:
        self._close_item()
        indent, sign = len(found[1]), found[2]
        while len(self.above) > 1 and self.above[-1][0] >= indent:
            self.above.pop()
        if not self.above:
            self.last_argument = None
            place = Range(Position(line.number, 1), Position(line.number, len(line.text) + 1))
            message = f"the relation {sign} stands under no statement or argument"
            self._fault("bad-syntax", place, message, "indent it directly under one")
            self._start(line, found.end())
            return
        parent = self.above[-1][1]
        child = self._start(line, found.end())
        if sign in INTO:
            relation = Relation(INTO[sign], child, parent, child.range)
        else:
            relation = Relation(OUT_OF[sign], parent, child, child.range)
        self.parsed.relations.append(relation)
        self.above.append((indent, child))

    # Premises and conclusions

    def _numbered(self, line: Line, at: int) -> None:
        self._close_item()
        if self.structure is None:
            owner = self.last_argument
            if owner is None:
                place = Position(line.number, 1)
                owner = Item(True, None, False, Range(place, place), self.section)
                self.parsed.items.append(owner)
            self.structure = Structure(owner)
            self.parsed.structures.append(self.structure)
        item = self._start(line, at)
        if item.argument:
            message = f"the argument <{item.title}> stands as a premise or conclusion"
            self._fault("bad-syntax", item.range, message, "a statement belongs there")
        self.structure.steps.append(item)
        self.above = [(-1, item)]

    def _inference(self, line: Line, at: int) -> None:
        self._close_item()
        assert self.structure is not None
        place = Range(Position(line.number, 1), Position(line.number, len(line.text) + 1))
        inference = Inference(place)
        self.structure.steps.append(inference)
        self.open = (inference, [], [])
        self._more_inference(Line(line.number, line.text[at:], line.data))

    def _more_inference(self, line: Line) -> None:
        assert self.open is not None
        _, parts, metadata = self.open
        end = _INFERENCE_END.search(line.text)
        parts.append((line.text[: end.start()] if end else line.text).replace(MARK, ""))
        metadata += line.data
        if end is not None:
            self._close_inference()

    def _close_inference(self) -> None:
        assert self.open is not None
        inference, parts, metadata = self.open
        self.open = None
        rules = (plain(rule).text for rule in _RULE_PART.findall(" ".join(parts)))
        inference.rules = tuple(rule for rule in rules if rule)
        for number, text in metadata:
            inference.data.update(read_data(text, number, self.parsed.faults))
        self.above = [(-1, inference)]
