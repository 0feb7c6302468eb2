"""Circles: statements and links that, by support and attack, lead back to themselves.

Kahn's pass tells at once that there are none; then nothing here runs and networkx stays unloaded.
What is left of the graph falls into strongly connected parts (Tarjan 1972). A part that is one
ring is its own circle; in a small part networkx lists all circles (Johnson 1975); there may be
exponentially many, so that in a large or a dense part only the shortest through each link is
looked for, and the answer says that it was cut.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from argmap.graph.queries import successors
from argmap.model import LinkType

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

MOST_CIRCLES = 1000
"""How many circles are listed before the answer is cut."""
_SMALL = 600
"""Largest part, in nodes and edges, in which all circles are looked for.

networkx sorts a part anew after each node it is done with, so that its time grows with the square
of the part's size even where circles are few: half a second here, twenty at eight times the size.
"""
_MOST_NODES = 200_000
"""Stop listing all circles when those found have this many nodes together."""
_MOST_STEPS = 2_000_000
"""Edges walked in search of the shortest circles, in all parts together."""

_Edges = Mapping[int, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Circle:
    """Statements and links, each bearing on the next and the last on the first.

    ``keys`` are all of them in their order, from the statement that comes first in reading order
    (the first link, where links attack each other and no statement takes part); ``statements`` and
    ``links`` are the two kinds apart. ``attack`` tells whether one of the links is an attack: if
    not, the circle is circular reasoning.
    """

    keys: tuple[str, ...]
    statements: tuple[str, ...]
    links: tuple[str, ...]
    attack: bool


@dataclass(frozen=True, slots=True)
class Circles:
    """The circles of a graph, smallest first, equals in reading order.

    When ``truncated``, there may be more. Those listed are then still true circles, each once:
    the shortest through each link, as far as the search went.
    """

    found: tuple[Circle, ...] = ()
    truncated: bool = False

    def __iter__(self) -> Iterator[Circle]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def circles(graph: ArgumentGraph, rest: Iterable[str], most: int = MOST_CIRCLES) -> Circles:
    """List the circles among the nodes that :func:`argmap.graph.queries.topological` left over.

    O(n) to find the parts; then O((nodes + edges) * circles) in a small part, and a bounded
    number of steps in the others.
    """
    keys, edges = _numbered(graph, rest)
    steps = _MOST_STEPS
    truncated = False
    rings: set[tuple[int, ...]] = set()
    for part in parts(edges):
        if len(part) < 2:
            continue
        members = set(part)
        inner = {node: [up for up in edges[node] if up in members] for node in sorted(part)}
        size = len(inner) + sum(map(len, inner.values()))
        found: Iterable[Sequence[int]] | None = None
        if size == 2 * len(inner):
            found = [_ring(inner)]
        elif size <= _SMALL and len(rings) < most:
            found = _all_rings(inner, most - len(rings))
        if found is None:
            truncated = True
            attacks = {node for node in inner if _is_attack(graph, keys[node])}
            links = [node for node in inner if keys[node] in graph.links]
            found, steps = _shortest_rings(inner, links, attacks, steps)
        rings.update(map(_from_first, found))
    ranked = sorted(rings, key=lambda ring: (len(ring), ring))
    truncated = truncated or len(ranked) > most
    return Circles(tuple(_circle(graph, keys, ring) for ring in ranked[:most]), truncated)


def order_of_rest(graph: ArgumentGraph, rest: Iterable[str]) -> tuple[str, ...]:
    """Order what Kahn's pass left: each circle together, after what leads to it; O(n log n)."""
    keys, edges = _numbered(graph, rest)
    ordered = [sorted(part) for part in parts(edges)]
    return tuple(keys[node] for part in reversed(ordered) for node in part)


def _numbered(
    graph: ArgumentGraph, rest: Iterable[str]
) -> tuple[dict[int, str], dict[int, list[int]]]:
    """Number nodes in reading order, statements first, and return them with the edges among them.

    Numbers sort, and unlike text they hash alike in every run, on which networkx's order depends.
    """
    order = graph.order
    numbered = sorted(rest, key=order.__getitem__)
    keys = {order[key]: key for key in numbered}
    edges = {
        order[key]: [order[up] for up in successors(graph, key) if order[up] in keys]
        for key in numbered
    }
    return keys, edges


def parts(edges: _Edges) -> Iterator[list[int]]:
    """Yield the strongly connected parts, each after those it leads to; O(n).

    Tarjan's algorithm with a stack of its own in place of recursion.
    """
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    pending: list[int] = []
    on_stack: set[int] = set()
    for root in edges:
        if root in number:
            continue
        number[root] = low[root] = len(number)
        pending.append(root)
        on_stack.add(root)
        walk = [(root, iter(edges[root]))]
        while walk:
            node, ahead = walk[-1]
            for up in ahead:
                if up not in number:
                    number[up] = low[up] = len(number)
                    pending.append(up)
                    on_stack.add(up)
                    walk.append((up, iter(edges[up])))
                    break
                if up in on_stack:
                    low[node] = min(low[node], number[up])
            else:
                walk.pop()
                if walk:
                    below = walk[-1][0]
                    low[below] = min(low[below], low[node])
                if low[node] == number[node]:
                    start = len(pending) - 1
                    while pending[start] != node:
                        start -= 1
                    part = pending[start:]
                    del pending[start:]
                    on_stack.difference_update(part)
                    yield part


def _ring(edges: _Edges) -> list[int]:
    """Walk round a part in which each node leads to one other."""
    first = next(iter(edges))
    ring = [first]
    node = edges[first][0]
    while node != first:
        ring.append(node)
        node = edges[node][0]
    return ring


def _all_rings(edges: _Edges, most: int) -> list[list[int]] | None:
    """List all circles of a part, or return None when there are too many or they are too long."""
    import networkx as nx

    digraph: nx.DiGraph[int] = nx.DiGraph((node, up) for node in edges for up in edges[node])
    rings: list[list[int]] = []
    nodes = 0
    for ring in islice(nx.simple_cycles(digraph), most + 1):
        rings.append(ring)
        nodes += len(ring)
        if nodes > _MOST_NODES:
            return None
    return rings if len(rings) <= most else None


def _shortest_rings(
    edges: _Edges, links: Iterable[int], attacks: set[int], steps: int
) -> tuple[list[list[int]], int]:
    """Find a shortest circle through each link, within ``steps``; return the steps that are left.

    Through a support, only circles without an attack are looked for: those with one are found
    from their attacks, and must not hide a longer one that is circular reasoning.
    """
    rings: list[list[int]] = []
    for link in links:
        barred = set() if link in attacks else attacks
        below: dict[int, int] = {}
        open_nodes = deque([link])
        while open_nodes and link not in below and steps > 0:
            node = open_nodes.popleft()
            for up in edges[node]:
                steps -= 1
                if up not in below and up not in barred:
                    below[up] = node
                    open_nodes.append(up)
        if link in below:
            ring = [link]
            while below[ring[-1]] != link:
                ring.append(below[ring[-1]])
            rings.append(ring[::-1])
    return rings, steps


def _from_first(ring: Sequence[int]) -> tuple[int, ...]:
    """Turn a ring so that it begins with its first node in reading order."""
    at = ring.index(min(ring))
    return (*ring[at:], *ring[:at])


def _is_attack(graph: ArgumentGraph, key: str) -> bool:
    link = graph.links.get(key)
    return link is not None and link.type is LinkType.ATTACKS


def _circle(graph: ArgumentGraph, names: Mapping[int, str], ring: Sequence[int]) -> Circle:
    keys = tuple(names[node] for node in ring)
    return Circle(
        keys=keys,
        statements=tuple(key for key in keys if key in graph.statements),
        links=tuple(key for key in keys if key in graph.links),
        attack=any(_is_attack(graph, key) for key in keys),
    )
