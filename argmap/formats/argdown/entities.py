"""What Argdown says of one title, wherever it says it: a statement, an argument, or a link.

Statements of one title are one statement; so is an argument that is only sketched
(``<title>: its gist``). An argument with premises and conclusion is the link between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.argdown.parsing import Item, Parsed, Structure
from argmap.formats.building_essays import Node
from argmap.formats.interface import Fault
from argmap.model import Flag, Kind, Range
from argmap.syntax.ids import id_slip

__all__ = ["SYMMETRIC", "Entities", "Entity", "texts_of"]

SYMMETRIC = ("contradicts", "restates")
"""Links that metadata of a statement may hold."""

_VALUES = ("by", "source", "url", "cite", "date", "quote", "scheme", "sense")
_OURS = frozenset({*_VALUES, "on", "at", "answers", "section", "text", "link"})
_WORDS = re.compile(r"\w+")
_LONGEST = 40
"""An id made of a title is no longer, in characters."""
_KINDS = {kind.value: kind for kind in Kind}
_FLAGS = {flag.value: flag for flag in Flag}


@dataclass(slots=True)
class Entity:
    """All items of one title: a statement, a sketched argument, or a link."""

    argument: bool
    title: str
    first: Item
    titled: bool
    defined: Item | None = None
    described: Item | None = None  # by tags or metadata
    also: list[str] = field(default_factory=list)
    tags: dict[str, None] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    structure: Structure | None = None
    id: str = ""

    @property
    def links(self) -> bool:
        """Whether it is a link and no statement."""
        return self.structure is not None or (self.argument and "link" in self.data)

    @property
    def item(self) -> Item:
        """Where it is defined, else described, else first mentioned."""
        return self.defined or self.described or self.first


class Entities:
    """All titles of a file, by whether they are an argument's and the title; ids for them."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.by_title: dict[tuple[bool, str], Entity] = {}
        self.of_item: dict[int, Entity] = {}
        untitled = 0
        for item in parsed.items:
            if item.title is None:
                untitled += 1
            title = item.title or f"Untitled {untitled}"
            self._add(item, title)
        for structure in parsed.structures:
            entity = self.of_item[id(structure.owner)]
            if entity.structure is None:
                entity.structure = structure
            else:
                message = f"the argument {entity.title!r} has premises and a conclusion already"
                self.fault("duplicate-id", structure.owner.range, message, "give it its own title")
        self._name()
        self.by_id = {entity.id: entity for entity in self.by_title.values()}

    def fault(self, rule: str, place: Range, message: str, hint: str = "") -> None:
        """Note a fault."""
        self.parsed.faults.append(Fault(rule, place, message, hint))

    def _add(self, item: Item, title: str) -> None:
        key = (item.argument, title)
        entity = self.by_title.get(key)
        if entity is None:
            entity = Entity(item.argument, title, item, item.title is not None)
            self.by_title[key] = entity
        self.of_item[id(item)] = entity
        if item.defined:
            if entity.defined is not None and entity.defined.text != item.text:
                entity.also.append(entity.defined.text)
            entity.defined = item
        elif entity.described is None and (item.tags or item.data):
            entity.described = item
        entity.tags.update(dict.fromkeys(item.tags))
        entity.data.update(item.data)

    def _name(self) -> None:
        """Give each entity an id of its own, its title where that can be one."""
        taken: set[str] = set()
        counts: dict[str, int] = {}
        late: list[Entity] = []
        statements_first = sorted(self.by_title.values(), key=lambda entity: entity.argument)
        for entity in statements_first:
            if id_slip(entity.title, 0, 0) is None and entity.title not in taken:
                entity.id = entity.title
                taken.add(entity.id)
            else:
                late.append(entity)
        for entity in late:
            base = name = _slug(entity.title) if entity.titled else entity.title
            number = counts.get(base, 1)
            while name in taken:
                number += 1
                name = f"{base}-{number}"
            counts[base] = number
            taken.add(name)
            entity.id = name

    def id_of_title(self, title: str) -> str:
        """Return the id of what has a title, or the title itself."""
        entity = self.by_title.get((False, title)) or self.by_title.get((True, title))
        return entity.id if entity else title

    # Statements

    def nodes(self) -> list[Node]:
        """Return the statements, in the order in which they are defined, or else mentioned."""
        found = [entity for entity in self.by_title.values() if not entity.links]
        found.sort(key=lambda entity: entity.item.range.start)
        return [self._node(entity) for entity in found]

    def _node(self, entity: Entity) -> Node:
        item, data = entity.item, entity.data
        kinds = [_KINDS[tag] for tag in entity.tags if tag in _KINDS]
        values: dict[str, Any] = {
            key: data[key] for key in _VALUES if isinstance(data.get(key), str)
        }
        if (weight := _number(data.get("weight"))) is not None:
            values["weight"] = weight
        section = data.get("section")
        kept = isinstance(section, list)
        values["section"] = tuple(texts_of(section)) if kept else item.section
        text = data.get("text")
        text = text if isinstance(text, str) else item.text
        if not text and "text" not in data and not item.defined:
            text = entity.title
        return Node(
            entity.id,
            text,
            kinds[0] if kinds else None,
            frozenset(_FLAGS[tag] for tag in entity.tags if tag in _FLAGS),
            item.range,
            values,
            self._extra(entity, kinds[:1], values),
        )

    def _extra(
        self, entity: Entity, kinds: list[Kind], values: Mapping[str, Any]
    ) -> dict[str, Any]:
        extra: dict[str, Any] = {}
        if entity.titled and entity.id != entity.title:
            extra["title"] = entity.title
        if entity.argument:
            extra["argument"] = True
        tags = [tag for tag in entity.tags if tag not in kinds and tag not in _FLAGS]
        if tags:
            extra["tags"] = tags
        used = {*values, *_OURS, *(name for name in SYMMETRIC if texts_of(entity.data.get(name)))}
        data = {key: value for key, value in entity.data.items() if key not in used}
        if data:
            extra["data"] = data
        if entity.item.markup:
            extra["markup"] = entity.item.markup
        if entity.also:
            extra["also"] = entity.also
        return extra


def texts_of(value: object) -> list[str]:
    """Return what is text in a list; nothing where it is none."""
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _number(value: object) -> float | None:
    try:
        return float(value) if isinstance(value, str | int | float) else None
    except ValueError:
        return None


def _slug(title: str) -> str:
    """Make an id of a title's words; the title itself where nothing of it can be one."""
    composed = unicodedata.normalize("NFC", title[:200]).replace("'", "").replace("’", "")
    made = ""
    for word in _WORDS.findall(composed):
        if made and len(made) + len(word) >= _LONGEST:
            break
        made = f"{made}-{word}" if made else word
    made = made.lower().strip("-_")
    return made if made and id_slip(made, 0, 0) is None else title
