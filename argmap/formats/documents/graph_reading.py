"""From the data of a JSON document to a graph: its shape is checked, then what its ids say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NoReturn

from argmap.errors import ArgmapError
from argmap.formats.json_text import quoted
from argmap.graph import ArgumentGraph, subtype
from argmap.model import Essay, Link, Position, Range, Reference, StatedLink, Statement

if TYPE_CHECKING:
    from argmap.formats.documents.shapes import DocumentShape, LinkShape, RangeShape, StatementShape

VERSION = 1
"""The version of the format that is written, and the newest that is read."""


class DocumentError(ArgmapError, ValueError):
    """A document that is not one of ours; the message is one line that names the place."""


def graph_of(data: object, default_lang: str) -> ArgumentGraph:
    """Make a graph of plain data; linear. Raises :class:`DocumentError` for its first fault."""
    shape = _checked(data)
    ids = _Ids(shape)
    links = [ids.link(number, link) for number, link in enumerate(shape.links)]
    stated: dict[str, list[StatedLink]] = {key: [] for key in ids.statements_of}
    for link in links:
        stated[ids.home[link.key]].extend(_stated(link, ids))
    essays = [
        Essay(
            id=each.id,
            lang=each.lang,
            path=each.path,
            title=each.title,
            author=each.author,
            stance=each.stance,
            date=each.date,
            statements=tuple(ids.statements_of[f"{each.id}@{each.lang}"]),
            links=tuple(stated[f"{each.id}@{each.lang}"]),
            line_count=max((mark.range.end.line for mark in each.statements), default=1),
            extra=MappingProxyType(each.extra),
        )
        for each in shape.essays
    ]
    return ArgumentGraph.of_links(essays, links, default_lang=default_lang)


def _checked(data: object) -> DocumentShape:
    """Check the shape of a document. Raises :class:`DocumentError` for its first fault."""
    if not isinstance(data, dict):
        raise DocumentError("the top level: it should be an object with argmap, essays and links")
    version = data.get("argmap")
    if type(version) is int and version > VERSION:
        raise DocumentError(
            f"argmap: the document is of version {version} of the format and this argmap reads "
            f"version {VERSION}: update argmap"
        )
    if isinstance(version, bool):  # which pydantic takes for 1
        raise DocumentError(f"argmap: it should be {VERSION}, not {version}")
    from pydantic import ValidationError

    from argmap.formats.documents.shapes import DocumentShape

    try:
        return DocumentShape.model_validate(data)
    except ValidationError as error:
        from argmap.formats.documents.shape_faults import first_fault

        raise DocumentError(first_fault(error, DocumentShape)) from None


class _Ids:
    """The ids of a document: each once, each in its essay, and none that leads nowhere."""

    def __init__(self, shape: DocumentShape) -> None:
        self.home: dict[str, str] = {}
        """The key of the essay that a statement or link belongs to."""
        self.statements: dict[str, Statement] = {}
        self.statements_of: dict[str, list[Statement]] = {}
        for number, essay in enumerate(shape.essays):
            key = f"{essay.id}@{essay.lang}"
            if key in self.statements_of:
                _refuse(f"essays[{number}]", f"the edition {quoted(key)} stands already")
            statements = self.statements_of[key] = []
            for index, each in enumerate(essay.statements):
                self._take(f"essays[{number}].statements[{index}].id", each.id, key)
                statements.append(_statement(each, key))
                self.statements[each.id] = statements[-1]
        for number, link in enumerate(shape.links):
            self._take(f"links[{number}].id", link.id, self._edition_in(link.id))

    def _edition_in(self, key: str) -> str:
        """Return the key of the essay that an id in full begins with, or nothing."""
        end = key.find(":")
        while end >= 0:
            if key[:end] in self.statements_of:
                return key[:end]
            end = key.find(":", end + 1)
        return ""

    def _take(self, place: str, key: str, home: str) -> None:
        if not home or not key.startswith(f"{home}:") or len(key) == len(home) + 1:
            due = f"{home}:" if home else "work@lang: as an essay of this document has it"
            _refuse(place, f"{quoted(key)} should begin with {due}")
        if key in self.home:
            _refuse(place, f"the id {quoted(key)} stands already")
        self.home[key] = home

    def name(self, key: str) -> str:
        """Return an id without the essay."""
        return key[len(self.home[key]) + 1 :]

    def link(self, number: int, shape: LinkShape) -> Link:
        """Make a link, its ends checked."""
        place = f"links[{number}]"
        for index, source in enumerate(shape.from_):
            if source not in self.statements:
                _refuse_unknown(f"{place}.from[{index}]", "statement", source, self.statements)
        if len(set(shape.from_)) < len(shape.from_):
            _refuse(f"{place}.from", "a statement stands in it twice")
        if shape.type.symmetric and shape.to not in self.statements:
            _refuse_unknown(f"{place}.to", "statement", shape.to, self.statements)
        if shape.to not in self.home:
            _refuse_unknown(f"{place}.to", "statement or link", shape.to, self.home)
        if shape.to in shape.from_ or shape.to == shape.id:
            _refuse(f"{place}.to", f"{quoted(shape.to)} cannot bear on itself")
        derived = subtype(shape.type, self.statements.get(shape.to))
        if shape.subtype is not None and shape.subtype is not derived:
            right = "null" if derived is None else repr(derived.value)
            _refuse(f"{place}.subtype", f"it should be {right}, by the link's type and target")
        name = self.name(shape.id)
        return Link(
            key=shape.id,
            type=shape.type,
            subtype=derived,
            sources=tuple(shape.from_),
            target=shape.to,
            name=None if "/" in name else name,
            reason=shape.reason,
            path=shape.path,
            range=_range(shape.range),
            implied=shape.implied,
        )


def _refuse(place: str, what: str) -> NoReturn:
    raise DocumentError(f"{place}: {what}")


def _refuse_unknown(place: str, what: str, key: str, candidates: Iterable[str]) -> NoReturn:
    from argmap.nearest import nearest

    near = nearest(key, candidates)
    hint = "" if near is None else f"; did you mean {quoted(near)}?"
    _refuse(place, f"no {what} in this document has the id {quoted(key)}{hint}")


def _statement(shape: StatementShape, home: str) -> Statement:
    place = _range(shape.range)
    # A nameless statement is called ~N, and the second with one id, id~2.
    name = shape.id[len(home) + 1 :].partition("~")[0]
    return Statement(
        key=shape.id,
        id=name or None,
        kind=shape.kind,
        text=shape.text,
        range=place,
        text_range=_range(shape.text_range),
        flags=frozenset(shape.flags),
        section=tuple(shape.section),
        on=tuple(_reference(each, place) for each in shape.on),
        by=shape.by,
        source=shape.source,
        url=shape.url,
        cite=shape.cite,
        date=shape.date,
        quote=shape.quote,
        weight=shape.weight,
        scheme=shape.scheme,
        answers=tuple(_answered(each, place) for each in shape.answers),
        sense=shape.sense,
        at=tuple(shape.at),
        extra=MappingProxyType(shape.extra),
    )


def _stated(link: Link, ids: _Ids) -> Iterator[StatedLink]:
    """State a link as its essay may have: by its sources if they are there, else with ``from``."""

    def reference(key: str) -> Reference:
        work, _, lang = ids.home[key].rpartition("@")
        return Reference(ids.name(key), work, lang, link.range)

    home = ids.home[link.key]
    target = (reference(link.target),)
    together = len(link.sources) > 1 and link.name is None
    if link.reason or together or any(ids.home[source] != home for source in link.sources):
        sources = tuple(map(reference, link.sources))
        yield StatedLink(
            link.type, None, sources, target, link.range, link.name, None, link.reason, link.implied
        )
        return
    for source in link.sources:
        yield StatedLink(link.type, source, (), target, link.range, link.name, implied=link.implied)


def _reference(text: str, place: Range) -> Reference:
    edition, _, name = text.rpartition(":")
    work, _, lang = edition.partition("@")
    return Reference(name, work or None, lang or None, place)


def _answered(text: str, place: Range) -> Reference:
    reference = _reference(text, place)
    name, _, question = reference.id.partition(".")
    return replace(reference, id=name, question=question) if name and question else reference


def _range(shape: RangeShape) -> Range:
    return Range(
        Position(shape.start.line, shape.start.column), Position(shape.end.line, shape.end.column)
    )
