"""The links between two works, as they hold of the editions that are contrasted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from argmap.graph import ArgumentGraph
from argmap.model import Essay, Link, LinkType

__all__ = ["Across", "crossing"]

OPPOSING = (LinkType.ATTACKS, LinkType.CONTRADICTS)
_MOST_CONCLUSIONS = 8


def crossing(graph: ArgumentGraph, sides: tuple[Essay, Essay]) -> list[Link]:
    """Return the links between two essays, in the order in which they are stated; linear.

    A link that is stated between other editions of the two works holds of these where they have
    statements of the same ids; it is returned with its ends in them.
    """
    side_of = {s.key: i for i, essay in enumerate(sides) for s in essay.statements}
    found = []
    translated = []
    for link in graph.links.values():
        if _crosses(link, side_of):
            found.append(link)
        elif sides[0].id != sides[1].id and (other := _here(graph, link, sides)) is not None:
            translated.append(other)
    said = {(link.type, link.sources, link.target) for link in found}
    for link in translated:
        if _crosses(link, side_of) and (link.type, link.sources, link.target) not in said:
            said.add((link.type, link.sources, link.target))
            found.append(link)
    return found


def _crosses(link: Link, side_of: Mapping[str, int]) -> bool:
    target = side_of.get(link.target)
    sources = {side_of.get(source) for source in link.sources}
    return target is not None and sources == {1 - target}


def _here(graph: ArgumentGraph, link: Link, sides: tuple[Essay, Essay]) -> Link | None:
    """Return a link with its ends in these editions; None where one of them has no counterpart."""
    ends = []
    editions = {essay.id: essay.key for essay in sides}
    for key in (*link.sources, link.target):
        edition = editions.get(graph.essay_of(key).id)
        name = key.rpartition(":")[2]
        here = f"{edition}:{name}"
        if edition is None or name.startswith("~") or here not in graph.statements:
            return None
        ends.append(here)
    return replace(link, sources=tuple(ends[:-1]), target=ends[-1])


class Across:
    """How statements of the two sides are linked, at once or by what they support."""

    def __init__(self, graph: ArgumentGraph, links: Sequence[Link]) -> None:
        self._graph = graph
        self.linked: dict[frozenset[str], dict[LinkType, None]] = {}
        """The types of the links between two statements, by the pair of their keys."""
        for link in links:
            for source in link.sources:
                self.linked.setdefault(frozenset((source, link.target)), {})[link.type] = None
        self._conclusions: dict[str, tuple[str, ...]] = {}
        self._bears: dict[str, tuple[str, ...]] = {}

    def types(self, left: str, right: str) -> frozenset[LinkType]:
        """Return the types of the links between two statements."""
        return frozenset(self.linked.get(frozenset((left, right)), ()))

    def disputed(self, left: str, right: str) -> bool:
        """Tell whether what one directly supports is attacked or contradicted by the other.

        Or by what the other directly supports. Support is no such sign: two grounds of one
        conclusion are as a rule figures of two things, while what supports a conclusion and what
        attacks it are measured on one scale.
        """
        return any(
            not self.linked[pair].keys().isdisjoint(OPPOSING)
            for a in self._near(left)
            for b in self._near(right)
            if (a, b) != (left, right) and (pair := frozenset((a, b))) in self.linked
        )

    def bears_on(self, key: str) -> tuple[str, ...]:
        """Return the first few statements of its own work that a statement supports or attacks."""
        home = self._graph.essay_of(key)
        links = self._graph.links_from(key, LinkType.SUPPORTS, LinkType.ATTACKS)
        targets = (link.target for link in links)
        own = [
            t for t in targets if t in self._graph.statements and self._graph.essay_of(t) is home
        ]
        return tuple(own[:_MOST_CONCLUSIONS])

    def _near(self, key: str) -> tuple[str, ...]:
        near = self._conclusions.get(key)
        if near is None:
            links = self._graph.links_from(key, LinkType.SUPPORTS)
            near = (key, *(link.target for link in links[:_MOST_CONCLUSIONS]))
            self._conclusions[key] = near
        return near
