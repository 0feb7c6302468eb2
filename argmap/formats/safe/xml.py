"""XML of others, by the standard library's expat, with all refused that can be turned against us.

Corpora need elements, attributes and text. A document type, entities beyond XML's own five, and
anything that leads to another file are refused at the first sign, so that nothing unfolds and
nothing is fetched. (defusedxml refuses the same by the same handlers, and has had no release since
2021; lxml is several megabytes and must be told to refuse.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from argmap.formats.interface import Source, Unreadable
from argmap.formats.safe.decoding import text_of
from argmap.model import Fault, Position, Range

__all__ = ["DEEPEST", "XmlElement", "read_xml"]

DEEPEST = 200
"""How many elements may stand in each other."""
_MOST_ELEMENTS = 2_000_000
_DECLARED = re.compile(
    rb"""<\?xml\s[^>]*?encoding\s*=\s*["'](?!utf-?(?:8|16)["'])([A-Za-z][\w.-]*)["']""",
    re.IGNORECASE,
)
"""A declared encoding; UTF-8 and UTF-16 are found by the bytes themselves."""


@dataclass(slots=True)
class XmlElement:
    """An element: its name and attributes without namespaces, what stands in it, its place.

    ``text`` is all text right inside it, joined; that of its children is theirs. ``range`` is the
    place where its tag begins, and empty.
    """

    tag: str
    attributes: Mapping[str, str]
    range: Range
    children: list[XmlElement] = field(default_factory=list)
    text: str = ""

    def find_all(self, tag: str) -> Iterator[XmlElement]:
        """Yield the children of a name, in their order."""
        return (child for child in self.children if child.tag == tag)

    def find(self, tag: str) -> XmlElement | None:
        """Return the first child of a name, or None."""
        return next(self.find_all(tag), None)


def read_xml(source: Source) -> tuple[XmlElement, tuple[Fault, ...]]:
    """Read a file as XML; linear. Returns its root, and what was wrong with its encoding.

    The encoding is that of the byte order mark or the declaration, else UTF-8; what is not that
    either is read as Windows-1252, with a fault. Raises :class:`Unreadable`, at its place, for what
    is not well formed, declares a document type or an entity, or nests more than 200 deep.
    """
    data = source.data
    declared = _DECLARED.match(data)
    if declared is None:
        text, faults = text_of(data)
        return _Tree("utf-8").read(text.encode("utf-8", "replace")), faults
    try:  # expat itself knows no encoding of several bytes but UTF-8 and UTF-16
        text = data.decode(declared[1].decode("ascii"))
    except (LookupError, ValueError):
        hint = "save it as UTF-8, and say so in its first line"
        message = f"it is not in the encoding that it declares, {declared[1].decode('ascii')!r}"
        raise Unreadable(message, hint=hint) from None
    return _Tree("utf-8").read(text.encode("utf-8", "replace")), ()


class _Tree:
    """Builds elements from what expat tells."""

    def __init__(self, encoding: str) -> None:
        from xml.parsers import expat

        self.open: list[XmlElement] = []
        self.texts: list[list[str]] = []
        self.root: XmlElement | None = None
        self.count = 0
        self.expat = expat
        self.parser = parser = expat.ParserCreate(encoding)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = self._no_doctype
        parser.EntityDeclHandler = self._no_entity
        parser.ExternalEntityRefHandler = self._no_reference
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def read(self, data: bytes) -> XmlElement:
        """Parse the whole of the data."""
        try:
            self.parser.Parse(data, True)
        except self.expat.ExpatError as error:
            place = Position(max(1, error.lineno), error.offset + 1)
            why = self.expat.ErrorString(error.code) or "it cannot be read"
            raise Unreadable(f"it is not XML: {why}", Range(place, place)) from None
        if self.root is None:
            raise Unreadable("it is not XML: there is no element in it")
        return self.root

    def _here(self) -> Range:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
        place = Position(max(1, line), max(0, column) + 1)
        return Range(place, place)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= DEEPEST:
            raise Unreadable(f"its elements nest more than {DEEPEST} deep", self._here())
        self.count += 1
        if self.count > _MOST_ELEMENTS:
            raise Unreadable(f"it has more than {_MOST_ELEMENTS:,} elements", self._here())
        if ":" in name:
            name = name.rpartition(":")[2]
        for key in [key for key in attributes if ":" in key]:
            attributes.setdefault(key.rpartition(":")[2], attributes.pop(key))
        element = XmlElement(name, attributes, self._here())
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)
        self.texts.append([])

    def _end(self, _name: str) -> None:
        self.open.pop().text = "".join(self.texts.pop())

    def _data(self, text: str) -> None:
        if self.texts:
            self.texts[-1].append(text)

    def _no_doctype(self, *_: object) -> None:
        raise Unreadable(
            "it declares a document type, which could make it unfold without end or fetch files",
            self._here(),
            "take the <!DOCTYPE …> out",
        )

    def _no_entity(self, *_: object) -> None:
        raise Unreadable("it declares an entity", self._here(), "write the text out in its place")

    def _no_reference(self, *_: object) -> int:
        raise Unreadable("it refers to another file", self._here(), "take the reference out")
