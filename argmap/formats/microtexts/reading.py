"""From the XML of arg-microtexts to an essay.

An ``adu`` is a statement, its text that of its units; one of the opponent has ``by="opponent"``. An
edge is a link, by an example of that scheme; edges that ``add`` to it are its further premises. The
topic is what the central claim is ``on``: a unit that leads nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from argmap.formats.building_essays import Edge, Node, essay_from
from argmap.formats.interface import Fault, Reading, Source, Unreadable
from argmap.formats.safe.xml import XmlElement
from argmap.model import Flag, LinkType

__all__ = [
    "EXAMPLE",
    "NAME",
    "OPPONENT",
    "Joints",
    "edge_ids",
    "read_arggraph",
    "segment_ids",
    "segments",
]

NAME = "microtexts"
OPPONENT = "opponent"
"""Whom we say an opponent's unit is by."""
EXAMPLE = "example"
"""The scheme of a support by an example."""

Joints = Sequence[tuple[str, Sequence[str]]]
"""Joints by their ids, each with the units that it joins."""

_TYPES = {
    "sup": LinkType.SUPPORTS,
    "exa": LinkType.SUPPORTS,
    "reb": LinkType.ATTACKS,
    "und": LinkType.ATTACKS,
}
_BLANK = " \t\r\n"
"""White space by the standard of XML; other spaces may be meant."""
_YES = ("true", "yes", "1")


@dataclass(slots=True)
class _Read:
    """The elements of a text by their ids, with the faults found so far."""

    faults: list[Fault]
    kinds: dict[str, str] = field(default_factory=dict)
    units: dict[str, XmlElement] = field(default_factory=dict)
    adus: list[XmlElement] = field(default_factory=list)
    edges: list[XmlElement] = field(default_factory=list)
    segments: list[XmlElement] = field(default_factory=list)

    def fault(self, rule: str, at: XmlElement, message: str, hint: str = "") -> None:
        self.faults.append(Fault(rule, at.range, message, hint))


def read_arggraph(source: Source, root: XmlElement, faults: Iterable[Fault] = ()) -> Reading:
    """Read a text; linear. Raises :class:`Unreadable` where the root is no ``arggraph``."""
    if root.tag != "arggraph":
        hint = "a microtext begins with <arggraph>"
        raise Unreadable(f"its root is <{root.tag[:40]}>, not <arggraph>", root.range, hint)
    read = _Read(list(faults))
    _take(root, read)
    grounds, relations = _parted(read)
    base, added = _added(relations, read)
    edges = [_edge(each, added.get(each.attributes["id"], ()), read) for each in base]
    outgoing = {each.attributes["src"] for each in relations}
    topic = root.attributes.get("topic_id", "")
    numbers = {each.attributes["id"]: n for n, each in enumerate(read.adus, 1)}
    order = {id_: number for number, id_ in enumerate(read.units)}
    used: set[str] = set()
    pairs: list[tuple[str, str]] = []
    nodes = []
    for adu in read.adus:
        id_ = adu.attributes["id"]
        units, joints = _units(id_, grounds, order, read)
        used.update(units)
        pairs += segments(id_, units, joints)
        on = topic if id_ not in outgoing else ""
        nodes.append(_node(adu, units, joints, numbers[id_], on, read))
    kept = {key: v for key, v in root.attributes.items() if key not in ("id", "stance", "topic_id")}
    extra: dict[str, Any] = {"attributes": kept} if kept else {}
    if topic and not any(id_ not in outgoing for id_ in numbers):
        extra["topic_id"] = topic
    written = {
        (e.attributes["src"], e.attributes["trg"]): e.attributes["id"] for e in read.segments
    }
    ids = [written.get(pair, "") for pair in pairs]
    if ids != segment_ids((each.attributes["id"] for each in relations), len(ids)):
        extra["segments"] = ids
    unused = [id_ for id_ in read.units if id_ not in used and read.kinds[id_] == "edu"]
    if unused:
        extra["units"] = [{"id": id_, "text": read.units[id_].text.strip(_BLANK)} for id_ in unused]
    return essay_from(
        source,
        NAME,
        nodes,
        _with_ids_where_needed([edge for edge in edges if edge is not None], numbers),
        work=root.attributes.get("id", ""),
        stance=root.attributes.get("stance", ""),
        extra=extra,
        faults=read.faults,
    )


def edge_ids(sources: Iterable[Sequence[int]], count: int) -> list[list[str]]:
    """Return ids for edges as the corpus numbers them, given the numbers of their sources.

    An edge has the number of the unit it comes from, ``c3`` that of the third; a second from there,
    the next that is free, behind ``2 * count`` for ``count`` units.
    """
    used: set[str] = set()
    last = 2 * count
    ids: list[list[str]] = []
    for numbers in sources:
        of_edge = []
        for number in numbers:
            id_ = f"c{number}"
            if id_ in used:
                last += 1
                id_ = f"c{last}"
            used.add(id_)
            of_edge.append(id_)
        ids.append(of_edge)
    return ids


def segments(adu: str, units: Sequence[str], joints: Joints) -> list[tuple[str, str]]:
    """Return the ends of the edges from units to what they ground, through joints."""
    if not joints:
        return [(unit, adu) for unit in units]
    joint_of = {unit: joint for joint, joined in joints for unit in joined}
    return [
        *((unit, joint_of.get(unit, adu)) for unit in units),
        *((joint, adu) for joint, _ in joints),
    ]


def segment_ids(relations: Iterable[str], count: int) -> list[str]:
    """Return ids for those edges as the corpus numbers them: behind those of all relations."""
    last = max((int(id_[1:]) for id_ in relations if _is_numbered(id_)), default=0)
    return [f"c{last + number}" for number in range(1, count + 1)]


def _is_numbered(id_: str) -> bool:
    """Tell whether an edge is called as the corpus calls it: ``c7``."""
    number = id_[1:]
    return id_[:1] == "c" and len(number) < 10 and number.isascii() and number.isdigit()


def _take(root: XmlElement, read: _Read) -> None:
    for element in root.children:
        id_ = element.attributes.get("id")
        if element.tag not in ("edu", "joint", "adu", "edge"):
            read.fault("bad-value", element, f"<{element.tag[:40]}> is none of this format's")
        elif not id_:
            read.fault("bad-value", element, f"the <{element.tag}> has no id")
        elif id_ in read.kinds:
            read.fault("duplicate-id", element, f"the id {id_[:40]!r} stands already")
        else:
            read.kinds[id_] = element.tag
            if element.tag == "adu":
                read.adus.append(element)
            elif element.tag == "edge":
                read.edges.append(element)
            else:
                read.units[id_] = element


def _parted(read: _Read) -> tuple[dict[str, list[str]], list[XmlElement]]:
    """Part edges into what each joint and argumentative unit is made of, and relations."""
    grounds: dict[str, list[str]] = {}
    relations: list[XmlElement] = []
    for edge in read.edges:
        source, target = edge.attributes.get("src", ""), edge.attributes.get("trg", "")
        type_ = edge.attributes.get("type", "")
        missing = next((end for end in (source, target) if end not in read.kinds), None)
        if missing is not None:
            message = (
                f"there is no {missing[:40]!r} in this text" if missing else "an end is missing"
            )
            read.fault("unknown-id", edge, message)
        elif type_ == "seg" or (read.kinds[source] in ("edu", "joint")):
            if read.kinds[source] in ("edu", "joint") and read.kinds[target] in ("joint", "adu"):
                grounds.setdefault(target, []).append(source)
                read.segments.append(edge)
            else:
                message = "a seg edge leads from an edu or joint to a joint or adu"
                read.fault("bad-value", edge, message)
        elif read.kinds[source] != "adu" or read.kinds[target] not in ("adu", "edge"):
            read.fault("bad-value", edge, f"no edge leads from {source[:40]!r} to {target[:40]!r}")
        elif type_ != "add" and type_ not in _TYPES:
            types = ", ".join(("seg", *_TYPES, "add"))
            read.fault("bad-value", edge, f"the type {type_[:40]!r} is none of {types}")
        else:
            relations.append(edge)
    return grounds, relations


def _added(
    relations: Iterable[XmlElement], read: _Read
) -> tuple[list[XmlElement], dict[str, list[XmlElement]]]:
    """Part relations into links and what adds a premise to each, by the link's id.

    A premise that is added to one that is added belongs to the same link.
    """
    by_id = {each.attributes["id"]: each for each in relations}
    root_of: dict[str, str] = {}
    base: list[XmlElement] = []
    added: dict[str, list[XmlElement]] = {}
    for edge in by_id.values():
        if edge.attributes["type"] != "add":
            base.append(edge)
            continue
        passed: list[str] = []
        id_ = edge.attributes["id"]
        while id_ in by_id and by_id[id_].attributes["type"] == "add" and id_ not in root_of:
            root_of[id_] = ""
            passed.append(id_)
            id_ = by_id[id_].attributes["trg"]
        root = root_of.get(id_, id_ if id_ in by_id else "")
        root_of.update(dict.fromkeys(passed, root))
        if root:
            added.setdefault(root, []).append(edge)
        else:
            read.fault("unknown-id", edge, "it adds a premise to what is no link")
    for edge in base:
        target = edge.attributes["trg"]
        if target in root_of:  # an attack on a premise that was added is one on the link
            edge.attributes = {**edge.attributes, "trg": root_of[target] or target, "at": target}
    return base, added


def _units(
    adu: str, grounds: Mapping[str, list[str]], order: Mapping[str, int], read: _Read
) -> tuple[list[str], Joints]:
    """Return the elementary units of an argumentative one, in their order, and its joints.

    Joints of joints are taken for one.
    """
    own = grounds.get(adu, ())
    if len(own) == 1 and read.kinds[own[0]] == "edu":
        return [own[0]], []
    found: dict[str, None] = {}
    joints: list[tuple[str, list[str]]] = []
    for ground in own:
        pending, seen = [ground], {adu, ground}
        joined: list[str] = []
        while pending:
            id_ = pending.pop()
            if read.kinds[id_] == "edu":
                joined.append(id_)
            fresh = [each for each in grounds.get(id_, ()) if each not in seen]
            seen.update(fresh)
            pending += fresh
        found.update(dict.fromkeys(joined))
        if read.kinds[ground] == "joint":
            joints.append((ground, sorted(joined, key=order.__getitem__)))
    return sorted(found, key=order.__getitem__), joints


def _node(
    adu: XmlElement, units: list[str], joints: Joints, number: int, on: str, read: _Read
) -> Node:
    id_, type_ = adu.attributes["id"], adu.attributes.get("type", "pro")
    if type_ not in ("pro", "opp"):
        read.fault("bad-value", adu, f"the type {type_[:40]!r} is neither pro nor opp: read as pro")
    texts = [read.units[unit].text.strip(_BLANK) for unit in units]
    implicit = [read.units[unit].attributes.get("implicit", "") in _YES for unit in units]
    extra: dict[str, Any] = {}
    if units != [f"e{number}"]:
        extra["units"] = [
            {"id": unit, "text": text} for unit, text in zip(units, texts, strict=True)
        ]
    if joints:
        extra["joints"] = [{"id": joint, "units": joined} for joint, joined in joints]
    values: dict[str, Any] = {"by": OPPONENT} if type_ == "opp" else {}
    if on:
        values["on"] = (on,)
    return Node(
        id_,
        " ".join(text for text in texts if text),
        flags=frozenset({Flag.IMPLICIT}) if implicit and all(implicit) else frozenset(),
        range=read.units[units[0]].range if units else adu.range,
        values=values,
        extra=extra,
    )


def _edge(edge: XmlElement, added: Iterable[XmlElement], read: _Read) -> Edge | None:
    """Make a link of a relation and the premises added to it."""
    type_, target = edge.attributes["type"], edge.attributes["trg"]
    extra: dict[str, Any] = {}
    if (type_ == "und") != (read.kinds[target] == "edge") and type_ in ("und", "reb"):
        extra["type"] = type_
    if "at" in edge.attributes:
        extra["at"] = edge.attributes["at"]
    if more := [each.attributes["id"] for each in added]:
        extra["add"] = more
    return Edge(
        _TYPES[type_],
        (edge.attributes["src"], *(each.attributes["src"] for each in added)),
        target,
        edge.attributes["id"],
        scheme=EXAMPLE if type_ == "exa" else None,
        named=not _is_numbered(edge.attributes["id"]),
        range=edge.range,
        extra=extra,
    )


def _with_ids_where_needed(edges: list[Edge], numbers: Mapping[str, int]) -> list[Edge]:
    """Leave out the ids that are given again as they were, and that nothing refers to."""
    referred = {edge.target for edge in edges}
    made = edge_ids(
        [[numbers.get(str(i), 0) for i in edge.sources] for edge in edges], len(numbers)
    )
    result = []
    for edge, ids in zip(edges, made, strict=True):
        if edge.extra.get("add") == ids[1:]:
            edge = replace(edge, extra={k: v for k, v in edge.extra.items() if k != "add"})
        single = len(edge.sources) == 1 and not edge.extra
        if single and edge.id == ids[0] and edge.id not in referred:
            edge = replace(edge, id=None)
        result.append(edge)
    return result
