"""What reading an essay gives: marks, sections, paragraphs and directives, at exact places."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from argmap.syntax.faults import Fault
from argmap.syntax.places import Range, SourceText


class Form(StrEnum):
    """How a mark is written."""

    SPAN = "span"
    BLOCK = "block"
    COMMENT_SPAN = "comment span"
    COMMENT_BLOCK = "comment block"
    HEADING = "heading"
    IMPLICIT = "implicit"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a value, and its place."""

    text: str
    range: Range


@dataclass(frozen=True, slots=True)
class MarkAttribute:
    """``key=value`` as written: the whole, and the value without its quotes.

    ``words`` parts the values that may hold several (ids, questions, paragraphs); it is empty for
    the others.
    """

    name: str
    value: str
    range: Range
    value_range: Range
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked piece of text, its words as they are, not yet judged.

    ``range`` is the whole mark, ``text_range`` its text, ``attributes_range`` its ``{…}``.
    ``section`` indexes :attr:`Document.sections`, outermost first. ``parent`` is the index in
    :attr:`Document.marks` of the first mark of the list item around this mark's own item, where
    this mark is the first of its item. ``broken`` says that its attributes hold something that
    could not be read, and may have been a kind.
    """

    form: Form
    id: Word | None
    classes: tuple[Word, ...]
    attributes: tuple[MarkAttribute, ...]
    text: str
    range: Range
    text_range: Range
    attributes_range: Range
    section: tuple[int, ...] = ()
    parent: int | None = None
    broken: bool = False

    def attribute(self, name: str) -> MarkAttribute | None:
        """Return the first attribute called ``name``."""
        for attribute in self.attributes:
            if attribute.name == name:
                return attribute
        return None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its plain text, level 1 to 6, place, and the questions it hands down."""

    title: str
    level: int
    range: Range
    on: MarkAttribute | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, and whether a mark stands in it or around it."""

    range: Range
    covered: bool


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment ``<!-- argmap: … -->``: its words and the lines it speaks of, both included."""

    text: str
    range: Range
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Document:
    """All that argmap reads in one text; ``front_matter`` is the YAML and where it begins."""

    source: SourceText
    marks: tuple[Mark, ...] = ()
    sections: tuple[Heading, ...] = ()
    paragraphs: tuple[Prose, ...] = ()
    directives: tuple[Directive, ...] = ()
    faults: tuple[Fault, ...] = ()
    front_matter: tuple[str, int] | None = None
