"""From an AIF nodeset to an essay, for AIF and for xAIF, which wraps it.

An I-node is a statement. An RA, CA or MA node with its edges is a link that supports, attacks or
restates: its premises are the I-nodes that lead to it, its target the node it leads to, which may
be an RA or CA (an undercut) as well. All other nodes (L, YA, TA, PA) are kept in the essay's
``extra``, with the edges, for the way back; who asserts a statement becomes its ``by``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from argmap.formats.aif.parts import Parts, Said, Step, inner_id, is_id, is_name, read_parts, shown
from argmap.formats.aif.people import speakers
from argmap.formats.aif.words import PLAIN, name_of_scheme, scheme_of_name
from argmap.formats.building_essays import Edge, Node, essay_from
from argmap.formats.foreign import spelt
from argmap.formats.interface import Fault, Reading, Source
from argmap.model import LinkType

__all__ = ["NAME", "read_nodeset"]

NAME = "aif"
"""Under which ``extra`` keeps what AIF held; xAIF keeps its nodes there too."""

_STEPS = {"RA": LinkType.SUPPORTS, "CA": LinkType.ATTACKS, "MA": LinkType.RESTATES}
_OTHERS = ("L", "YA", "TA", "PA", "")
_NODE = frozenset({"nodeID", "text", "type"})
_NOTHING: Mapping[str, Any] = MappingProxyType({})


def read_nodeset(
    source: Source, data: object, faults: Iterable[Fault] = (), within: str = ""
) -> Reading:
    """Read a nodeset; linear. Raises :class:`Unreadable` for data that is none.

    ``within`` names the place of the nodeset in its file, for messages.
    """
    said = Said(within, faults, "I-node")
    parts, unused, kept = read_parts(data, said, _take, ("fromID", "toID"), within)
    people = speakers(parts.others, parts.into, parts.texts, kept) if parts.others else {}
    if parts.others or unused:
        kept["nodes"] = [*parts.others, *unused]
    if parts.others or unused or any(len(edge) > 2 for edge in parts.edges):
        kept["edges"] = parts.edges
    return essay_from(
        source,
        NAME,
        [_statement(node, parts.texts, people) for node in parts.statements],
        [edge for step in parts.links.values() for edge in _links(step, parts)],
        extra=kept,
        faults=said.faults,
    )


def _take(parts: Parts, node: Any, number: int) -> None:
    id_ = node.get("nodeID") if isinstance(node, dict) else None
    if not is_id(id_):
        message = "it has no nodeID that is a text or a whole number"
        parts.said.at("bad-value", "nodes", number, message)
        return
    type_ = node.get("type")
    if type_ == "I":
        parts.add_statement(id_, node, number)
    elif isinstance(type_, str) and type_ in _STEPS:
        parts.add_step(id_, Step(_STEPS[type_], node, f"the {type_} node"), number)
    else:
        if type_ not in _OTHERS:
            message = f"the type {shown(type_)} is none of AIF's: the node is only kept"
            parts.said.at("bad-value", "nodes", number, message)
        parts.add_other(id_, node, number)


def _statement(
    node: Mapping[str, Any], texts: Mapping[str, str], people: Mapping[str, str]
) -> Node:
    id_, text = node["nodeID"], node.get("text")
    name = spelt(id_)
    extra = {key: value for key, value in node.items() if key not in _NODE}
    inner = inner_id(id_)
    if inner is not id_:
        extra["id"] = id_
    by = people.get(name)
    return Node(
        inner,
        text if isinstance(text, str) else texts[name],
        values={"by": by} if by else _NOTHING,
        extra=extra,
    )


def _links(step: Step, parts: Parts) -> Iterator[Edge]:
    """Make the links of a step: one, or as many as it has targets."""
    node = step.node
    kept = {key: value for key, value in node.items() if key not in _NODE}
    text, called = node.get("text"), node.get("scheme")
    if not isinstance(called, str) or not called.strip():
        called = text
    scheme = scheme_of_name(called) if isinstance(called, str) else None
    if text != (PLAIN[step.type] if scheme is None else name_of_scheme(scheme)):
        kept["text"] = text
    own = node["nodeID"]
    inner = inner_id(own)
    if inner is not own:
        kept["id"] = own
    sources, targets = parts.ends(step)
    for number, target in enumerate(targets):
        first = number == 0
        yield Edge(
            step.type,
            sources,
            target,
            inner if first else None,
            scheme=scheme,
            named=first and is_name(inner),
            extra=kept if first else {**kept, "id": own},
        )
