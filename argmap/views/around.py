"""What is near some statements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.views.view import View, keep

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["around"]


def around(graph: ArgumentGraph, keys: Sequence[str], depth: int = 1) -> View:
    """Return the view of what lies within ``depth`` links of some statements or links.

    A step is a link of any type, in either direction, from its sources to its target or to the
    statements that this leads to, where it is a link; all sources of a link come together. Raises
    :class:`KeyError` for a key that is not there. Linear in what is found and its links.
    """
    found: dict[str, None] = {}
    for key in keys:
        if key not in graph:
            raise KeyError(key)
        found.update(dict.fromkeys(_statements_at(graph, key)))
    edge = list(found)
    for _ in range(depth):
        reached: dict[str, None] = {}
        for key in edge:
            for node in _neighbours(graph, key):
                if node not in found:
                    reached[node] = None
        found.update(reached)
        edge = list(reached)
        if not edge:
            break
    about = f"{len(found)} of {len(graph.statements)} statements"
    return keep(graph, found, about=about if len(found) < len(graph.statements) else "")


def _neighbours(graph: ArgumentGraph, key: str) -> dict[str, None]:
    near: dict[str, None] = {}
    links = [*graph.outgoing.get(key, ()), *graph.incoming.get(key, ())]
    seen = {link.key for link in links}
    for link in links:  # grows as it goes
        near.update(dict.fromkeys(link.sources))
        near.update(dict.fromkeys(_statements_at(graph, link.target)))
        for onto in graph.incoming.get(link.key, ()):
            if onto.key not in seen:
                seen.add(onto.key)
                links.append(onto)
    return near


def _statements_at(graph: ArgumentGraph, key: str) -> list[str]:
    """Return the statement itself, or those that a link joins, whatever it leads through."""
    seen: set[str] = set()
    ends: list[str] = []
    while key in graph.links and key not in seen:
        seen.add(key)
        ends += graph.links[key].sources
        key = graph.links[key].target
    return [*ends, key] if key in graph.statements else ends
