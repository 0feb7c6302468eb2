"""What bears on some statements, step by step: the forest that counts and choices are made on.

A statement may bear on several others. Here it hangs on the one through which it is first reached,
breadth first, so that everything hangs in one place and is counted once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.model import Link, LinkType

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["Bearing", "bearing", "links_onto"]


@dataclass(frozen=True, slots=True)
class Bearing:
    """What bears on the starts of a walk, in the order in which it was found, nearest first.

    Each statement found has the ``link`` through which it bears, the statement ``above`` it, and
    the ``root`` that it hangs on in the end. ``against`` holds those that speak against their root,
    through an odd number of attacks.
    """

    roots: tuple[str, ...]
    found: list[str] = field(default_factory=list)
    link: dict[str, Link] = field(default_factory=dict)
    above: dict[str, str] = field(default_factory=dict)
    root: dict[str, str] = field(default_factory=dict)
    against: set[str] = field(default_factory=set)

    def attacks(self, key: str) -> bool:
        """Tell whether a statement hangs on what is above it by an attack."""
        return self.link[key].type is LinkType.ATTACKS


def bearing(
    graph: ArgumentGraph, roots: Iterable[str], *, within: frozenset[str] | None = None
) -> Bearing:
    """Walk down from some statements over supports and attacks, and over those of these links.

    ``within`` are the statements that may be reached; all, where it is not given. Linear in what
    is found and its links; circles do no harm.
    """
    made = Bearing(tuple(dict.fromkeys(roots)))
    made.root.update((key, key) for key in made.roots)
    open_nodes = list(made.roots)
    for node in open_nodes:  # grows as it goes
        for link, turned in links_onto(graph, node):
            for source in link.sources:
                if source in made.root or (within is not None and source not in within):
                    continue
                made.root[source] = made.root[node]
                made.above[source] = node
                made.link[source] = link
                if (node in made.against) != turned:
                    made.against.add(source)
                made.found.append(source)
                open_nodes.append(source)
    return made


def links_onto(graph: ArgumentGraph, key: str) -> Iterator[tuple[Link, bool]]:
    """Yield the supports and attacks of a statement, and those of these links in turn.

    Each comes with whether its sources speak against the statement in the end.
    """
    open_nodes = [(key, False)]
    seen = {key}
    for node, turned in open_nodes:  # grows as it goes
        for link in graph.incoming.get(node, ()):
            if link.type.symmetric or link.key in seen:
                continue
            seen.add(link.key)
            against = turned != (link.type is LinkType.ATTACKS)
            yield link, against
            open_nodes.append((link.key, against))
