"""What is drawn where: names in the DOT, clusters, and which lines pull boxes into place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import Essay, Kind, Link
from argmap.rendering.groups import Cluster, Group, essay_title, groups, isolated
from argmap.rendering.safe_text import for_id

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["Place", "Plan", "Province", "Stroke", "plan"]

Place = tuple[int, int]
"""A province and a group in it by number; -1 for outside of any."""
_OUTSIDE: Place = (-1, -1)


@dataclass(frozen=True, slots=True)
class Province:
    """What one essay has on the map. ``title`` is empty when the map has one essay only."""

    title: str
    groups: tuple[Group, ...]
    questions: tuple[str, ...]
    apart: tuple[str, ...]
    """The questions, and the other statements, that no link leads to or from."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line to draw, between DOT names; ``pulls`` when it brings its tail beside its head.

    A link with a node of its own takes several strokes, of which the ``last`` leads to its target.
    """

    tail: str
    head: str
    link: Link
    pulls: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """How a graph is laid out as DOT, before anything is written.

    ``names`` are the DOT names of statements and links; ``link_nodes`` the links drawn as a node of
    their own; ``places`` says where each linked statement and link node is put.
    """

    provinces: tuple[Province, ...]
    names: Mapping[str, str]
    link_nodes: frozenset[str]
    places: Mapping[str, Place]
    strokes: tuple[Stroke, ...]


def plan(graph: ArgumentGraph, cluster: Cluster, noted: Collection[str] = ()) -> Plan:
    """Decide what is drawn where; linear in the graph. ``noted`` links bear words on their way."""
    alone = isolated(graph)
    several = len(graph.essays) > 1
    provinces = tuple(
        _province(graph, essay, alone, cluster, several=several) for essay in graph.essays
    )
    attacked = {link.target for link in graph.links.values()}
    link_nodes = frozenset(
        key
        for key, link in graph.links.items()
        if link.name is not None or len(link.sources) > 1 or key in attacked or key in noted
    )
    places: dict[str, Place] = {
        key: (number, index)
        for number, province in enumerate(provinces)
        for index, group in enumerate(province.groups)
        for key in group.keys
    }
    for key in graph.links:  # a set has no order of its own
        if key in link_nodes:
            _settle(graph, graph.links[key], places)
    names = _names(graph, several=several)
    return Plan(provinces, names, link_nodes, places, _strokes(graph, link_nodes, names))


def _province(
    graph: ArgumentGraph, essay: Essay, alone: frozenset[str], cluster: Cluster, *, several: bool
) -> Province:
    linked, questions, apart = [], [], []
    for statement in essay.statements:
        if statement.key not in alone:
            linked.append(statement.key)
        elif statement.kind is Kind.QUESTION:
            questions.append(statement.key)
        else:
            apart.append(statement.key)
    return Province(
        essay_title(essay) if several else "",
        tuple(groups(graph, linked, cluster)),
        tuple(questions),
        tuple(apart),
    )


def _settle(graph: ArgumentGraph, link: Link, places: dict[str, Place]) -> Place:
    """Put a link's node where its ends are, as far as they are together."""
    seen: list[str] = []
    while link.key not in places:
        places[link.key] = _OUTSIDE  # Links that attack each other in a circle end here.
        seen.append(link.key)
        if link.target not in graph.links:
            break
        link = graph.links[link.target]
    place = _OUTSIDE
    for key in reversed(seen):
        link = graph.links[key]
        ends = [places.get(end, _OUTSIDE) for end in (*link.sources, link.target)]
        if all(end == ends[0] for end in ends):
            place = ends[0]
        elif all(end[0] == ends[0][0] for end in ends):
            place = (ends[0][0], -1)
        else:
            place = _OUTSIDE
        places[key] = place
    return place


def _strokes(
    graph: ArgumentGraph, link_nodes: Collection[str], names: Mapping[str, str]
) -> tuple[Stroke, ...]:
    """Draw up all lines. A box is pulled by the first of its own work's links it is a source of.

    So the boxes form trees, as in an outline, and what else a statement bears on is drawn across. A
    symmetric link pulls only a statement that nothing else holds.
    """
    across = {key for key, link in graph.links.items() if _crosses(graph, link)}
    pulled: dict[str, str] = {}
    held: set[str] = set()
    for key, link in graph.links.items():
        if key not in across and not link.type.symmetric:
            for source in link.sources:
                pulled.setdefault(source, key)
            held.update(link.sources)
            held.add(link.target)
    for key, link in graph.links.items():
        if key not in across and link.type.symmetric:
            if not held.issuperset(link.sources):
                for source in link.sources:
                    pulled.setdefault(source, key)
            elif link.target not in held:
                # The other way round: the target is put beside the source.
                pulled.setdefault(link.target, key)
            held.update(link.sources)
            held.add(link.target)
    strokes: list[Stroke] = []
    for key, link in graph.links.items():
        target = names[link.target]
        if key in link_nodes:
            node = names[key]
            strokes += [
                Stroke(names[source], node, link, pulled.get(source) == key, last=False)
                for source in link.sources
            ]
            strokes.append(Stroke(node, target, link, key not in across, last=True))
        else:
            source = link.sources[0]
            pulls = pulled.get(source) == key
            strokes.append(Stroke(names[source], target, link, pulls, last=True))
    return tuple(strokes)


def _crosses(graph: ArgumentGraph, link: Link) -> bool:
    if len(graph.essays) < 2:
        return False
    home = graph.essay_of(link.target)
    return any(graph.essay_of(source) is not home for source in link.sources)


def _names(graph: ArgumentGraph, *, several: bool) -> dict[str, str]:
    """Give each key a DOT name without a colon, which the ``graphviz`` package takes for a port."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for key in _keys(graph):
        name = for_id(key if several else key.partition(":")[2] or key).replace(":", "/")
        while name in taken:
            name += "_"
        taken.add(name)
        names[key] = name
    return names


def _keys(graph: ArgumentGraph) -> Iterable[str]:
    yield from graph.statements
    yield from graph.links
