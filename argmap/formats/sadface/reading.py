"""From a SADFace document to an essay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from argmap.formats.aif.parts import Parts, Said, Step, inner_id, is_id, is_name, read_parts, shown
from argmap.formats.aif.words import scheme_of_name
from argmap.formats.building_essays import Edge, Node, essay_from
from argmap.formats.foreign import foreign, spelt
from argmap.formats.interface import Fault, Reading, Source
from argmap.front_matter import is_date
from argmap.model import Flag, Kind, LinkType, Reference, Statement
from argmap.syntax.places import START

__all__ = ["ESSAY", "NAME", "OWN", "TEXTS", "read_document"]

NAME = "sadface"
OWN = "argmap"
"""The name under which ``metadata`` holds what SADFace has no field for."""
TEXTS = ("by", "source", "url", "cite", "date", "quote", "scheme", "sense")
ESSAY = {"work": "id", "lang": "lang", "author": "author", "stance": "stance", "date": "date"}
"""What ``metadata`` calls the head of an essay."""

_TYPES = {
    LinkType.SUPPORTS: "support supports inference pro default-support default-inference",
    LinkType.ATTACKS: "attack attacks conflict disagreement con default-attack default-conflict",
    LinkType.CONTRADICTS: "contradicts contradiction",
    LinkType.RESTATES: "rephrase restates rephrasing default-rephrase",
}
_TYPE_OF = {name: type_ for type_, names in _TYPES.items() for name in names.split()}
_ATOM = frozenset({"id", "text", "type"})
_SCHEME = frozenset({"id", "name", "type"})


def read_document(source: Source, data: object, faults: Iterable[Fault] = ()) -> Reading:
    """Read a document; linear. Raises :class:`Unreadable` for data that is none."""
    said = Said("", faults, "atom")
    parts, unused, kept = read_parts(data, said, _take, ("source_id", "target_id"))
    if parts.others or unused:
        kept["nodes"] = [*parts.others, *unused]
    if parts.edges:
        kept["edges"] = parts.edges
    names = _names(parts)
    inner = {spelt(inner_id(id_)): name for id_, name in names.items()}
    metadata = _mapping(kept.get("metadata"))
    own = _mapping(metadata.get(OWN))
    title = _mapping(metadata.get("core")).get("title", kept.get("title"))
    reading = essay_from(
        source,
        NAME,
        [_atom(node, parts.texts, names) for node in parts.statements],
        [edge for step in parts.links.values() for edge in _links(step, parts, inner)],
        title=title if isinstance(title, str) else "",
        extra=kept,
        work=_text(own, "work"),
        lang=_text(own, "lang"),
        author=_text(own, "author"),
        stance=_text(own, "stance"),
        date=_text(own, "date") if is_date(_text(own, "date")) else "",
    )
    essay = reading.essays[0]
    blocks = {spelt(node["id"]): _own(node) for node in reversed(parts.statements)}
    statements = tuple(_with_own(each, blocks, said) for each in essay.statements)
    read = replace(reading, essays=(replace(essay, statements=statements),))
    return replace(read, faults=(*said.faults, *reading.faults))


def _take(parts: Parts, node: Any, number: int) -> None:
    id_ = node.get("id") if isinstance(node, dict) else None
    if not is_id(id_):
        message = "it has no id that is a text or a whole number"
        parts.said.at("bad-value", "nodes", number, message)
        return
    type_ = node.get("type")
    if type_ == "atom":
        parts.add_statement(id_, node, number)
        return
    if type_ != "scheme":
        message = f"the type {shown(type_)} is neither atom nor scheme: the node is only kept"
        parts.said.at("bad-value", "nodes", number, message)
    name = node.get("name")
    if type_ != "scheme" or name == "preference":
        parts.add_other(id_, node, number)
        return
    if not isinstance(name, str):
        parts.said.at("bad-value", "nodes", number, f"the name {shown(name)} is no text: a support")
    parts.add_step(id_, Step(_type(node), node, "the scheme"), number)


def _type(node: Mapping[str, Any]) -> LinkType:
    """Return the type of a scheme: that which we wrote, else by its name; others are of support."""
    own = _own(node).get("type")
    if isinstance(own, str) and own in LinkType.__members__.values():
        return LinkType(own)
    return _TYPE_OF.get(_plain(node.get("name")), LinkType.SUPPORTS)


def _plain(name: object) -> str:
    return "-".join(name.lower().split()) if isinstance(name, str) else ""


def _names(parts: Parts) -> dict[str, str | int]:
    """Return the id to build each atom and link with: the name we gave it, else its own."""
    names: dict[str, str | int] = {}
    taken: set[str] = set()
    for node in (*parts.statements, *(step.node for step in parts.links.values())):
        id_, name = spelt(node["id"]), _own(node).get("id")
        if id_ in names:
            continue
        if isinstance(name, str) and is_name(name) and name not in taken:
            names[id_] = name
        else:
            names[id_] = inner_id(node["id"])
        taken.add(spelt(names[id_]))
    return names


def _atom(
    node: Mapping[str, Any], texts: Mapping[str, str], names: Mapping[str, str | int]
) -> Node:
    id_, text = node["id"], node.get("text")
    extra = {key: value for key, value in node.items() if key not in _ATOM and value}
    extra["id"] = id_
    name = spelt(id_)
    return Node(names[name], text if isinstance(text, str) else texts[name], extra=extra)


def _links(step: Step, parts: Parts, names: Mapping[str, str | int]) -> Iterator[Edge]:
    """Make the links of a scheme. ``names`` leads from ids to build with to the atoms' names."""
    node = step.node
    kept = {key: value for key, value in node.items() if key not in _SCHEME and value}
    own, name = _own(node), node.get("name")
    kept |= {"id": node["id"], "name": name}
    scheme = None
    if isinstance(name, str) and _plain(name) not in _TYPE_OF:
        scheme = scheme_of_name(name)
    inner = names[spelt(inner_id(node["id"]))]
    sources, targets = parts.ends(step)
    for number, target in enumerate(targets):
        yield Edge(
            step.type,
            tuple(names.get(spelt(each), each) for each in sources),
            names.get(spelt(target), target),
            inner if number == 0 else None,
            _text(own, "reason"),
            scheme=scheme,
            named=number == 0 and is_name(inner),
            extra=kept,
        )


def _own(node: Mapping[str, Any]) -> Mapping[str, Any]:
    return _mapping(_mapping(node.get("metadata")).get(OWN))


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else MappingProxyType({})


def _text(own: Mapping[str, Any], key: str) -> str:
    value = own.get(key)
    return value if isinstance(value, str) else ""


def _with_own(
    statement: Statement, blocks: Mapping[str, Mapping[str, Any]], said: Said
) -> Statement:
    """Give a statement what we wrote of it; what is not as we write it is a fault."""
    own = blocks.get(spelt(foreign(statement.extra, NAME).get("id", "")))
    if not own:
        return statement
    values: dict[str, Any] = {"scheme": None}
    wrong: list[str] = []
    for key, value in own.items():
        if key in ("id", "type", "reason"):
            continue
        try:
            name, fit = _value(key, value)
            values[name] = fit
        except (TypeError, ValueError, KeyError):
            wrong.append(key)
    for key in wrong:
        message = f"{OWN}.{key} of the atom {shown(statement.name)} cannot be {shown(own[key])}"
        said.add("bad-value", message)
    return replace(statement, **values)


def _value(key: str, value: Any) -> tuple[str, Any]:
    """Check one value. Raises ValueError, TypeError or KeyError for what cannot be."""
    if key == "kind":
        return key, Kind(value)
    if key == "flags":
        return key, frozenset(map(Flag, _texts(value)))
    if key in ("section", "at"):
        return key, tuple(_texts(value))
    if key in ("on", "answers"):
        return key, tuple(map(_reference, _texts(value)))
    if key == "weight" and type(value) in (int, float) and 0 <= value <= 1:
        return key, float(value)
    if key in TEXTS and isinstance(value, str) and (key != "date" or is_date(value)):
        return key, value
    raise KeyError(key)


def _texts(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError
    return value


def _reference(text: str) -> Reference:
    edition, _, id_ = text.rpartition(":")
    work, _, lang = edition.partition("@")
    return Reference(id_, work or None, lang or None, START)
