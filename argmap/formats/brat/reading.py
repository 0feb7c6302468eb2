"""From brat's annotations, and the text they are about, to an essay."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from argmap.formats.brat.lines import Entity, Equivalence, Line, Note, Relation, Stance, lines_of
from argmap.formats.brat.types import NOTE, RELATIONS, TYPES, kind_of, link_type_of
from argmap.formats.building_essays import Edge, Node, essay_from, foreign
from argmap.formats.interface import Reading, Source, Unreadable
from argmap.formats.safe.decoding import text_of
from argmap.formats.standoff import STANDOFF, Finder, Span, plain, said
from argmap.formats.standoff.values import shown, with_values
from argmap.model import Essay, Fault, Flag, LinkType, Range, Statement
from argmap.syntax.places import START

__all__ = ["NAME", "read_annotations"]

NAME = "brat"
_STANCES = {"for": LinkType.SUPPORTS, "against": LinkType.ATTACKS}


def read_annotations(source: Source) -> Reading:
    """Read an ``.ann`` file and the ``.txt`` beside it; linear.

    Raises :class:`Unreadable` where no line is of the format.
    """
    text, faults = text_of(source.data)
    found = list(faults)
    lines = list(lines_of(text, found))
    if not lines and text.strip():
        raise Unreadable("no line of it is as brat writes it", hint="name the .ann file")
    return _Reader(source, lines, found).reading()


class _Reader:
    """Reads the lines of one file, by what they are."""

    def __init__(self, source: Source, lines: list[Line], faults: list[Fault]) -> None:
        self.source = source
        self.lines = lines
        self.faults = faults
        self.text = self._companion()
        self.finder = Finder(self.text) if self.text is not None else None
        self.notes: dict[str, dict[str, Any]] = {}
        self.relations = [line for line in lines if isinstance(line, Relation)]
        self.ids = {line.id for line in lines}
        self.used: set[str] = set()  # the ids of lines that need not be kept as they are
        self.spans: dict[str, tuple[Span, ...]] = {}
        self._own_notes()
        ends = {end for each in self.relations if link_type_of(each.type) for end in _ends_of(each)}
        self.entities: dict[str, Entity] = {}
        for line in lines:
            if isinstance(line, Entity) and (kind_of(line.type) or line.id in ends):
                if line.id in self.entities:
                    self._fault("duplicate-id", line.range, f"the id {line.id!r} stands already")
                else:
                    self.entities[line.id] = line

    def _fault(self, rule: str, place: Range, message: str, hint: str = "") -> None:
        self.faults.append(Fault(rule, place, message, hint))

    def _companion(self) -> str | None:
        data = self.source.beside.get(".txt")
        if data is None:
            hint = "put the text beside the annotations, under the same name with .txt"
            message = "its text is not there: its words are those of the annotations"
            self._fault("no-text", START, message, hint)
            return None
        text, faults = text_of(data)
        for fault in faults:
            self._fault(fault.rule, START, f"in the .txt beside it, {fault.message}", fault.hint)
        return text

    def _own_notes(self) -> None:
        for line in self.lines:
            if not isinstance(line, Note) or line.type != NOTE:
                continue
            self.used.add(line.raw)
            try:
                own = json.loads(line.words)
            except (ValueError, RecursionError):
                own = None
            if isinstance(own, dict) and line.of not in self.notes:
                self.notes[line.of] = own
            else:
                message = f"the note {shown(line.words)} on {shown(line.of)} is none of argmap's"
                self._fault("bad-value", line.range, message)

    # Statements

    def reading(self) -> Reading:
        stances = self._stances()
        nodes = [self._node(entity) for entity in self.entities.values()]
        first = {id_: spans[0] for id_, spans in self.spans.items() if spans}
        nodes.sort(key=lambda node: first.get(node.extra["id"], (0, 0)))
        edges = [*self._edges(), *self._noted(), *self._equivalences()]
        edges += self._by_stance(stances, edges)
        kept = [line.raw for line in self.lines if not self._is_used(line)]
        extra: dict[str, Any] = {"lines": kept} if kept else {}
        if stances:
            extra["stances"] = {id_: [each.id, each.value] for id_, each in stances.items()}
        extra["order"] = [
            _key(line) for line in self.lines if not (isinstance(line, Note) and line.type == NOTE)
        ]
        reading = essay_from(self.source, NAME, nodes, edges, extra=extra, faults=self.faults)
        before = len(self.faults)
        essay = self._finished(reading.essays[0])
        faults = sorted((*reading.faults, *self.faults[before:]), key=lambda fault: fault.range)
        return replace(reading, essays=(essay,), faults=tuple(faults))

    def _is_used(self, line: Line) -> bool:
        return line.raw in self.used or line.id in self.entities or line.id in self.used

    def _node(self, entity: Entity) -> Node:
        words = self._words(entity)
        kind, flags = kind_of(entity.type) or (None, frozenset[Flag]())
        extra: dict[str, Any] = {"id": entity.id}
        if entity.type not in TYPES:
            extra["type"] = entity.type
        name = self._name(entity.id)
        return Node(name, words, kind, flags, entity.range, extra=extra)

    def _name(self, id_: str) -> str:
        own = self.notes.get(id_, {}).get("id")
        return own if isinstance(own, str) and own else id_

    def _words(self, entity: Entity) -> str:
        """Return what an annotation marks; its own words tell where, if its offsets do not."""
        if self.text is None or self.finder is None:
            return entity.words
        length = len(self.text)
        inside = all(0 <= start < end <= length for start, end in entity.spans)
        there = said(self.text, entity.spans) if inside else ""
        if inside and (not entity.words.strip() or plain(there) == plain(entity.words)):
            self.spans[entity.id] = entity.spans
            return there
        found = self.finder.find(entity.words)
        where = ";".join(f"{start} {end}" for start, end in entity.spans)
        if found is not None:
            self.spans[entity.id] = (found,)
            message = f"{entity.id} is not at {where} but at {found[0]} {found[1]}"
            hint = "offsets count characters (code points) from 0, not bytes"
            self._fault("moved-quote", entity.range, message, hint)
            return said(self.text, (found,))
        if inside:
            self.spans[entity.id] = entity.spans
            message = f"at {where} stands {shown(there)}, and {entity.id} has {shown(entity.words)}"
            self._fault("changed-quote", entity.range, message, "the text is taken as it stands")
            return there
        message = f"{entity.id} lies at {where}, and the text has {length} characters"
        hint = "its words are kept, without a place in the text"
        self._fault("outside-text", entity.range, message, hint)
        return entity.words

    def _finished(self, essay: Essay) -> Essay:
        """Give the statements the values of our notes, and keep where they stand in the text."""
        by_name = {self._name(id_): entity for id_, entity in self.entities.items()}
        statements = [
            self._statement(statement, by_name.get(str(foreign(statement.extra, NAME).get("id"))))
            for statement in essay.statements
        ]
        extra = dict(essay.extra)
        if self.text is not None:
            extra[STANDOFF] = {"text": self.text}
        return replace(essay, statements=tuple(statements), extra=MappingProxyType(extra))

    def _statement(self, statement: Statement, entity: Entity | None) -> Statement:
        kept = foreign(statement.extra, NAME)
        entity = entity or self.entities.get(str(kept.get("id")))
        if entity is None:
            return statement
        own = self.notes.get(entity.id, {})
        values = {name: value for name, value in own.items() if name not in ("id", "links")}
        statement, wrong = with_values(statement, values)
        for name in wrong:
            message = f"{name} of {entity.id} cannot be {shown(own[name])}"
            self._fault("bad-value", entity.range, message)
        extra = dict(statement.extra)
        if kind_of(entity.type) is None and "kind" not in own:
            extra[NAME] = {**kept, "inferred": str(statement.kind)}
        if entity.id in self.spans:
            extra[STANDOFF] = {"spans": [list(span) for span in self.spans[entity.id]]}
        return replace(statement, extra=MappingProxyType(extra))

    # Links

    def _edges(self) -> Iterator[Edge]:
        """Read relations; those that a note of ours puts together are one link."""
        groups: dict[tuple[object, ...], list[Relation]] = {}
        for line in self.relations:
            type_ = link_type_of(line.type)
            ends = {line.source, line.target}
            if type_ is None or (not ends & self.entities.keys() and ends <= self.ids):
                continue  # of other use: between events, say
            self.used.add(line.id)
            joint = self.notes.get(line.id, {}).get("joint")
            key = (line,) if not isinstance(joint, str) else (joint, type_, line.target)
            groups.setdefault(key, []).append(line)
        for lines in groups.values():
            first = lines[0]
            type_ = link_type_of(first.type)
            assert type_ is not None
            extra = {"id": first.id}
            if first.type != RELATIONS[type_]:
                extra["type"] = first.type
            sources = tuple(self._name(line.source) for line in lines)
            yield self._edge(
                type_, sources, first.target, self.notes.get(first.id, {}), first.range, first.id,
                extra,
            )  # fmt: skip

    def _edge(
        self,
        type_: LinkType,
        sources: tuple[str, ...],
        target: str,
        own: Mapping[str, Any],
        place: Range,
        id_: str | None,
        extra: Mapping[str, Any],
    ) -> Edge:
        via, reason, scheme = (own.get(name) for name in ("via", "reason", "scheme"))
        named = isinstance(via, str) and via != ""
        return Edge(
            type_,
            sources,
            self._end(target),
            str(via) if named else id_,
            reason if isinstance(reason, str) else "",
            scheme if isinstance(scheme, str) else None,
            place,
            named,
            extra,
        )

    def _end(self, id_: str) -> str:
        """Return the name of what an id of brat's leads to: a statement or a link."""
        if id_ in self.entities:
            return self._name(id_)
        via = self.notes.get(id_, {}).get("via")
        return via if isinstance(via, str) and via else id_

    def _noted(self) -> Iterator[Edge]:
        """Read the links that notes hold, as brat's relations hold no links on links."""
        for id_, own in self.notes.items():
            links = own.get("links")
            entity = self.entities.get(id_)
            for number, link in enumerate(links if isinstance(links, list) else ()):
                place = entity.range if entity else START
                type_ = link.get("type") if isinstance(link, dict) else None
                if type_ not in [each.value for each in LinkType]:
                    self._fault("bad-value", place, f"a link of {id_} cannot be {shown(link)}")
                    continue
                sources = link.get("from", [id_])
                texts = isinstance(sources, list) and all(isinstance(s, str) for s in sources)
                target = link.get("to")
                if not texts or not isinstance(target, str):
                    self._fault("bad-value", place, f"a link of {id_} cannot be {shown(link)}")
                    continue
                names = tuple(self._end(each) for each in sources)
                edge_id = f"{id_}.{number + 1}"
                yield self._edge(LinkType(type_), names, target, link, place, edge_id, {})

    def _equivalences(self) -> Iterator[Edge]:
        """Read equivalences among statements as restatements of the first."""
        for number, line in enumerate(self.lines):
            if not isinstance(line, Equivalence) or not set(line.members) <= self.entities.keys():
                continue
            self.used.add(line.raw)
            first, *others = dict.fromkeys(line.members)
            extra = {"equivalence": number, "line": line.raw}
            for other in others:
                names = (self._name(other),)
                yield Edge(
                    LinkType.RESTATES, names, self._name(first), range=line.range, extra=extra
                )

    def _stances(self) -> dict[str, Stance]:
        """Find the stances of claims; any other, and a second one, stays a line that is kept."""
        found: dict[str, Stance] = {}
        for line in self.lines:
            if (
                isinstance(line, Stance)
                and line.of in self.entities
                and line.of not in found
                and line.value.casefold() in _STANCES
            ):
                found[line.of] = line
                self.used.add(line.id)
        return found

    def _by_stance(self, stances: Mapping[str, Stance], edges: list[Edge]) -> list[Edge]:
        """Link claims to the major claims by their stances, unless a relation says it already."""
        theses = [self._name(id_) for id_, each in self.entities.items() if _is_thesis(each)]
        there = {
            (edge.type, edge.sources[0], edge.target) for edge in edges if len(edge.sources) == 1
        }
        made: list[Edge] = []
        for id_, stance in stances.items():
            name = self._name(id_)
            type_ = _STANCES[stance.value.casefold()]
            if name in theses:
                continue
            for thesis in theses:
                if (type_, name, thesis) not in there:
                    extra = {"stance": stance.id}
                    made.append(Edge(type_, (name,), thesis, range=stance.range, extra=extra))
        return made


def _is_thesis(entity: Entity) -> bool:
    known = kind_of(entity.type)
    return known is not None and Flag.THESIS in known[1]


def _ends_of(relation: Relation) -> tuple[str, str]:
    return relation.source, relation.target


def _key(line: Line) -> str:
    """Return what tells a line from the others of its file."""
    return line.raw if line.id == "*" else line.id
