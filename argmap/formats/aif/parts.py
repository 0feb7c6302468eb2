"""A graph as AIF has it, statements and steps that are nodes alike, parted into what is a link.

SADFace has the same shape by other names, so both are read by this. A step is a link where it has a
premise and bears on a statement, or on a step that is a link itself; all else is a fault, and kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from argmap.formats.foreign import spelt
from argmap.formats.interface import Fault, Unreadable
from argmap.model import LinkType
from argmap.syntax.ids import id_slip
from argmap.syntax.places import START

__all__ = ["Parts", "Said", "Step", "inner_id", "is_id", "is_name", "read_parts", "shown"]

_MADE_UP = re.compile(r"[0-9A-Fa-f]{8}-?(?:[0-9A-Fa-f]{4}-?){3}[0-9A-Fa-f]{12}")
"""A UUID, which is no name to keep even where it begins with a letter."""


class Said:
    """Collects faults; JSON data has no places of its own, so messages name the entry.

    ``within`` is the place of the graph in its file, ``node`` what a statement's node is called.
    """

    def __init__(self, within: str, faults: Iterable[Fault], node: str) -> None:
        self.before = f"{within}." if within else ""
        self.faults = list(faults)
        self.node = node

    def add(self, rule: str, message: str, hint: str = "") -> None:
        """Add one about the whole."""
        self.faults.append(Fault(rule, START, message, hint))

    def at(self, rule: str, where: str, number: int, message: str) -> None:
        """Add one about an entry of a list."""
        self.add(rule, f"{self.before}{where}[{number}]: {message}")


@dataclass(slots=True)
class Step:
    """A node that leads from statements to what they bear on; ``called`` names it in messages."""

    type: LinkType
    node: Mapping[str, Any]
    called: str
    premises: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Parts:
    """The nodes by their ids as texts: statements with their texts, steps, and all others.

    Filled by :meth:`add_statement`, :meth:`add_step`, :meth:`add_other`, then :meth:`add_edge`;
    then :meth:`settle` finds the steps that are links, and puts them into ``links``.
    """

    said: Said
    texts: dict[str, str] = field(default_factory=dict)
    statements: list[Mapping[str, Any]] = field(default_factory=list)
    steps: dict[str, Step] = field(default_factory=dict)
    others: list[Mapping[str, Any]] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    into: dict[str, list[str]] = field(default_factory=dict)
    """The ids from which edges lead to a node, where one of both ends is neither of the two."""
    edges: list[Mapping[str, Any]] = field(default_factory=list)
    links: dict[str, Step] = field(default_factory=dict)

    def add_statement(self, id_: str | int, node: Mapping[str, Any], number: int) -> None:
        """Take a statement; a second one by the same id too, which the essay will rename."""
        name = spelt(id_)
        if name not in self.known:
            text = node.get("text")
            if not isinstance(text, str):
                message = f"the text is {shown(text)}, which is no text"
                self.said.at("bad-value", "nodes", number, message)
                text = str(text) if type(text) in (int, float) else ""
            self.texts[name] = text
            self.known.add(name)
        self.statements.append(node)

    def add_step(self, id_: str | int, step: Step, number: int) -> None:
        """Take a step."""
        if self._new(id_, number):
            self.steps[spelt(id_)] = step

    def add_other(self, id_: str | int, node: Mapping[str, Any], number: int) -> None:
        """Take a node that is only kept."""
        if self._new(id_, number):
            self.others.append(node)

    def _new(self, id_: str | int, number: int) -> bool:
        name = spelt(id_)
        if name in self.known:
            self.said.at("duplicate-id", "nodes", number, f"the id {shown(id_)} stands already")
            return False
        self.known.add(name)
        return True

    def add_edge(self, from_: str | int, to: str | int, edge: Mapping[str, Any], n: int) -> None:
        """Take an edge, by the ids of its ends."""
        source, target = spelt(from_), spelt(to)
        missing = next((end for end in (source, target) if end not in self.known), None)
        if missing is not None:
            self.said.at("unknown-id", "edges", n, f"there is no node {shown(missing)}")
            return
        if source == target:
            self.said.at("self-reference", "edges", n, f"{shown(source)} leads to itself")
            return
        self.edges.append(edge)
        step, above = self.steps.get(source), self.steps.get(target)
        if source in self.texts and above is not None:
            above.premises.append(source)
        elif step is not None and target in self.texts:
            step.targets.append(target)
        elif step is not None and above is not None:
            step.targets.append(target)
            above.below.append(source)
        elif source in self.texts and target in self.texts:
            node = self.said.node
            message = f"it leads from {node} {shown(source)} to {node} {shown(target)} with no step"
            self.said.at("link-not-made", "edges", n, f"{message} between them")
        else:
            self.into.setdefault(target, []).append(source)

    def settle(self) -> list[Mapping[str, Any]]:
        """Find the links. Returns the nodes of the steps that are none; linear."""
        steps = self.steps
        bearing = {id_: len(self._aims(step)) for id_, step in steps.items()}
        dropped: dict[str, Step] = {}
        open_steps: list[str] = []

        def drop(id_: str, why: str) -> None:
            dropped[id_] = steps[id_]
            open_steps.append(id_)
            message = f"{steps[id_].called} {shown(id_)} {why}"
            self.said.add("link-not-made", message, "it is kept, and is no link")

        for id_, step in steps.items():
            if not step.premises:
                drop(id_, "leads from steps only" if step.below else "has no premise")
            elif not bearing[id_]:
                drop(id_, "leads to nothing that it can bear on")
        while open_steps:
            for below in steps[open_steps.pop()].below:
                bearing[below] -= 1
                if bearing[below] <= 0 and below not in dropped:
                    drop(below, "bears on a step that is no link")
        self.links = {id_: step for id_, step in steps.items() if id_ not in dropped}
        return [step.node for step in dropped.values()]

    def _aims(self, step: Step) -> list[str]:
        """Return what a step can bear on: no premise of its own, and by a rephrase no step."""
        own = set(step.premises)
        return [
            each
            for each in dict.fromkeys(step.targets)
            if each not in own and (each in self.texts or not step.type.symmetric)
        ]

    def ends(self, step: Step) -> tuple[tuple[str | int, ...], list[str | int]]:
        """Return the premises of a link and its targets, as ids to build with."""
        aims = (each for each in self._aims(step) if each in self.texts or each in self.links)
        sources = tuple(inner_id(each) for each in dict.fromkeys(step.premises))
        return sources, [inner_id(each) for each in aims]


def read_parts(
    data: object,
    said: Said,
    take: Callable[[Parts, Any, int], None],
    ends: tuple[str, str],
    within: str = "",
) -> tuple[Parts, list[Mapping[str, Any]], dict[str, Any]]:
    """Part a graph into what is a link; linear. Raises :class:`Unreadable` for data that is none.

    ``take`` puts a node where it belongs, and ``ends`` are the names of an edge's. Returned are the
    parts, the steps that are no links, and what the graph holds beside its nodes and edges.
    """
    if not isinstance(data, Mapping) or not {"nodes", "edges"} & data.keys():
        raise Unreadable(f"{within or 'it'} is not an object with nodes and edges")
    parts = Parts(said)
    nodes, edges = listed(data, "nodes", within), listed(data, "edges", within)
    for number, node in enumerate(nodes):
        take(parts, node, number)
    for number, edge in enumerate(edges):
        entry = edge if isinstance(edge, dict) else {}
        from_, to = (entry.get(end) for end in ends)
        if is_id(from_) and is_id(to):
            parts.add_edge(from_, to, entry, number)
        else:
            said.at("bad-value", "edges", number, f"it has no {ends[0]} and {ends[1]}")
    unused = parts.settle()
    beside = {key: value for key, value in data.items() if key not in ("nodes", "edges") and value}
    return parts, unused, beside


def listed(data: Mapping[str, Any], key: str, within: str = "") -> list[Any]:
    """Return a list of the data, empty where it is absent. Raises :class:`Unreadable`."""
    found = data.get(key)
    if found is None:
        return []
    if not isinstance(found, list):
        raise Unreadable(f"{within + '.' if within else ''}{key} is not a list")
    return found


def inner_id(id_: str | int) -> str | int:
    """Return the id by which to build: one that is made up gives way to words of the text."""
    if not isinstance(id_, str) or len(id_) not in (32, 36) or not _MADE_UP.fullmatch(id_):
        return id_
    return f"~{id_}"


def is_id(value: object) -> TypeGuard[str | int]:
    """Tell whether a value can be an id: a text or a whole number."""
    return isinstance(value, str | int) and not isinstance(value, bool)


def is_name(id_: str | int) -> bool:
    """Tell whether an id to build with can be the name of a link."""
    # Most ids are numbers, which can be told without looking for what is wrong with them.
    return isinstance(id_, str) and id_[:1].isalpha() and id_slip(id_, 0, 0) is None


def shown(value: object) -> str:
    """Write a value for a message, cut where it is long."""
    text = repr(value) if isinstance(value, str | float | None) else type(value).__name__
    if isinstance(value, int):
        text = str(value) if abs(value) < 10**40 else f"{str(value)[:37]}..."
    return text if len(text) <= 40 else f"{text[:37]}..."
