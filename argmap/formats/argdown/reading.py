"""From Argdown's blocks to statements and links.

A relation is a link, and so is each inference of premises and a conclusion. An argument that says
``{link: …}`` is one, too: that is how attacks of several premises are written here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from argmap.formats.argdown.entities import SYMMETRIC, Entities, Entity, texts_of
from argmap.formats.argdown.parsing import Inference, Item, Parsed, Relation, Structure
from argmap.formats.building_essays import Edge, essay_from
from argmap.formats.interface import Reading, Source
from argmap.model import LinkType, Range, Reference, Statement

__all__ = ["reading_of"]

_UNNAMED = re.compile(r"/(?:supports|attacks|contradicts|restates)/")
"""In the titles of arguments: what a link without a name is called."""
_TYPES = {type_.value: type_ for type_ in LinkType}
_FRONT = ("argmap", "title", "author", "model")
"""Keys of the front matter that are read, or written anew."""


def reading_of(source: Source, parsed: Parsed, front: Mapping[str, Any]) -> Reading:
    """Make an essay of what was parsed; linear."""
    entities = Entities(parsed)
    nodes, edges = entities.nodes(), _Links(entities, parsed).edges()
    ours = front.get("argmap")
    ours = ours if isinstance(ours, dict) else {}
    other = {key: value for key, value in front.items() if key not in _FRONT}
    reading = essay_from(
        source,
        "argdown",
        nodes,
        edges,
        work=_text(ours.get("id")),
        lang=_text(ours.get("lang")),
        title=_text(front.get("title")),
        author=_author(front.get("author")),
        stance=_text(ours.get("stance")),
        date=_text(ours.get("date")),
        extra={"front": other} if other else {},
        faults=parsed.faults,
    )
    return _with_references(reading, entities)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _author(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else _text(value)


class _Links:
    def __init__(self, entities: Entities, parsed: Parsed) -> None:
        self.titles = entities.by_title
        self.fault, self.of_item = entities.fault, entities.of_item
        self.by_id = entities.by_id
        self.parsed = parsed
        self.inferences: dict[int, str] = {}  # the id of each inference's link

    def edges(self) -> list[Edge]:
        """Return the links: of structures, of arguments that are links, and of relations."""
        made: list[Edge] = []
        for entity in self.titles.values():
            if entity.structure is not None:
                made += self._of_structure(entity, entity.structure)
        relations = self._parted(made)
        made += self._of_relations(relations)
        made += self._of_data()
        return made

    def _of_structure(self, entity: Entity, structure: Structure) -> list[Edge]:
        """Make a link of each inference; only the last has the argument's own id."""
        edges: list[Edge] = []
        premises: list[str] = []
        numbered: list[str] = []
        waiting: Inference | None = None
        last = max(
            (n for n, step in enumerate(structure.steps) if isinstance(step, Inference)), default=-1
        )
        for number, step in enumerate(structure.steps):
            if isinstance(step, Inference):
                waiting = step
                self.inferences[id(step)] = (
                    entity.id if number == last else f"{entity.id}-{len(edges) + 1}"
                )
                continue
            statement = self.of_item[id(step)]
            if statement.links:
                continue
            numbered.append(statement.id)
            if waiting is None:
                premises.append(statement.id)
                continue
            uses = waiting.data.get("uses")
            if isinstance(uses, list):
                chosen = [numbered[int(n) - 1] for n in uses if _within(n, numbered)]
                premises = chosen or premises
            final = self.inferences[id(waiting)] == entity.id
            edges.append(self._inferred(entity, waiting, tuple(premises), statement.id, final))
            premises = [statement.id]
            waiting = None
        return edges

    def _inferred(
        self, entity: Entity, inference: Inference, premises: tuple[str, ...], to: str, final: bool
    ) -> Edge:
        rules = ", ".join(inference.rules)
        own = any("scheme" in self.by_id[each].data for each in premises)
        extra: dict[str, Any] = {"rules": rules} if rules and own else {}
        unnamed = not entity.titled or _UNNAMED.search(entity.title) is not None
        if final and entity.titled and entity.id != entity.title:
            extra["title"] = entity.title
        return Edge(
            LinkType.SUPPORTS,
            premises,
            to,
            self.inferences[id(inference)],
            reason=_reason(entity) if final else "",
            scheme=None if own else rules or None,
            range=inference.range,
            named=not unnamed and final,
            extra=extra,
        )

    def _parted(self, made: list[Edge]) -> list[Relation]:
        """Take the relations of arguments that are links from the others, and make these links."""
        sources: dict[int, list[str]] = {}
        targets: dict[int, list[tuple[LinkType, Item | Inference]]] = {}
        left: list[Relation] = []
        for relation in self.parsed.relations:
            start, end = self._entity(relation.source), self._entity(relation.target)
            if start is not None and _marked(start):
                type_ = LinkType.SUPPORTS if relation.type == "supports" else LinkType.ATTACKS
                targets.setdefault(id(start), []).append((type_, relation.target))
            elif (
                end is not None
                and _marked(end)
                and relation.type == "supports"
                and start is not None
                and not start.links
            ):
                sources.setdefault(id(end), []).append(start.id)
            else:
                left.append(relation)
        for entity in self.titles.values():
            if _marked(entity):
                made += self._marked_link(
                    entity, sources.get(id(entity), []), targets.get(id(entity), [])
                )
        return left

    def _marked_link(
        self,
        entity: Entity,
        sources: list[str],
        targets: list[tuple[LinkType, Item | Inference]],
    ) -> list[Edge]:
        said = str(entity.data.get("link"))
        type_ = _TYPES.get(said)
        ends = [(type_ or implied, self._id_of(target)) for implied, target in targets]
        to = entity.data.get("to")
        if isinstance(to, str) and not ends:
            end = self.titles.get((False, to)) or self.titles.get((True, to))
            ends = [(type_ or LinkType.SUPPORTS, end.id if end else to)]
        if not sources or not ends:
            message = f"the argument <{entity.title}> is said to be a link and has not both ends"
            self.fault("bad-syntax", entity.item.range, message, "name what it leads from and to")
            return []
        unnamed = _UNNAMED.search(entity.title) is not None
        scheme = entity.data.get("scheme")
        extra = {"title": entity.title} if entity.id != entity.title and not unnamed else {}
        return [
            Edge(
                each,
                tuple(sources),
                target,
                entity.id if number == 0 else None,
                reason=_reason(entity),
                scheme=scheme if isinstance(scheme, str) else None,
                range=entity.item.range,
                named=not unnamed and number == 0,
                extra=extra,
            )
            for number, (each, target) in enumerate(ends)
        ]

    def _entity(self, end: Item | Inference) -> Entity | None:
        return None if isinstance(end, Inference) else self.of_item[id(end)]

    def _id_of(self, end: Item | Inference) -> str:
        entity = self._entity(end)
        return self.inferences.get(id(end), "") if entity is None else entity.id

    def _of_relations(self, relations: list[Relation]) -> list[Edge]:
        plain: list[tuple[Relation, str, str]] = []
        undercut: list[tuple[Relation, str, Entity]] = []
        steps: dict[str, int] = {}
        for relation in relations:
            start, end = self._entity(relation.source), self._entity(relation.target)
            if start is None or (start.links and self._conclusion(start) is None):
                message = "a link stands as the source of a relation"
                self.fault("link-as-source", relation.range, message, "a source is a statement")
                continue
            source = self._conclusion(start) if start.links else start.id
            assert source is not None
            if end is not None and not end.links and end.argument and relation.type == "undercuts":
                undercut.append((relation, source, end))
                continue
            target = self._id_of(relation.target)
            if relation.type == "contradicts" and end is not None and end.links:
                target = self._conclusion(end) or target
            plain.append((relation, source, target))
            steps[source] = steps.get(source, 0) + 1
        edges: list[Edge] = []
        below = {end.id for _, _, end in undercut}
        named: dict[str, list[str]] = {}
        seen: set[tuple[str, str, str]] = set()
        for relation, source, target in plain:
            type_ = LinkType.ATTACKS if relation.type == "undercuts" else LinkType(relation.type)
            if (type_, source, target) in seen:
                continue
            seen.add((type_, source, target))
            name = None
            entity = self._entity(relation.source)
            if source in below and entity is not None and not entity.links:
                known = named.setdefault(source, [])
                name = f"{source}-inference" + (f"-{len(known) + 1}" if known else "")
                known.append(name)
            extra = {"argument": True} if name else {}
            edges.append(Edge(type_, (source,), target, name, range=relation.range, extra=extra))
        for relation, source, end in undercut:
            edges += [
                Edge(LinkType.ATTACKS, (source,), target, range=relation.range)
                for target in named.get(end.id, [end.id])
            ]
        return edges

    def _conclusion(self, entity: Entity) -> str | None:
        steps = entity.structure.steps if entity.structure else ()
        for step in reversed(steps):
            if not isinstance(step, Inference):
                return self.of_item[id(step)].id
        return None

    def _of_data(self) -> list[Edge]:
        """Make the links that Argdown has no relation for and metadata holds."""
        edges: list[Edge] = []
        for entity in self.titles.values():
            if entity.links:
                continue
            for name in SYMMETRIC:
                for title in texts_of(entity.data.get(name)):
                    end = self.titles.get((False, title)) or self.titles.get((True, title))
                    target = end.id if end else title
                    place = entity.item.range
                    edges.append(Edge(LinkType(name), (entity.id,), target, range=place))
        return edges


def _marked(entity: Entity) -> bool:
    return entity.argument and entity.structure is None and "link" in entity.data


def _reason(entity: Entity) -> str:
    text = entity.data.get("text")
    return text if isinstance(text, str) else entity.item.text


def _within(number: object, numbered: list[str]) -> bool:
    digits = str(number)
    return (
        digits.isascii()
        and digits.isdigit()
        and len(digits) < 6
        and 0 < int(digits) <= len(numbered)
    )


def _with_references(reading: Reading, entities: Entities) -> Reading:
    """Put in what names other statements by their titles: questions, and what is answered."""
    asked = {
        entity.id: entity
        for entity in entities.by_title.values()
        if not entity.links and any(key in entity.data for key in ("on", "answers", "at"))
    }
    if not asked:
        return reading
    (essay,) = reading.essays
    ids = {_original(each): each.id or each.name for each in essay.statements}

    def reference(place: Range, title: str, question: str | None = None) -> Reference:
        found = entities.id_of_title(title)
        return Reference(ids.get(found, found), None, None, place, question)

    statements = []
    for statement in essay.statements:
        entity = asked.get(str(_original(statement)))
        if entity is None:
            statements.append(statement)
            continue

        place = statement.range
        on = tuple(reference(place, title) for title in texts_of(entity.data.get("on")))
        at = tuple(texts_of(entity.data.get("at")))
        answers = []
        for answer in texts_of(entity.data.get("answers")):
            title, _, question = answer.partition(" ? ")
            answers.append(reference(place, title, question or None))
        statements.append(replace(statement, on=on, at=at, answers=tuple(answers)))
    return replace(reading, essays=(replace(essay, statements=tuple(statements)),))


def _original(statement: Statement) -> object:
    kept = statement.extra.get("argdown")
    return kept.get("id") if isinstance(kept, Mapping) else None
