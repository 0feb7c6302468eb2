"""Questions about support and attack, answered by walks over plain dictionaries.

None recurses, so a chain may be as long as memory allows, and each visits a link once at most, so
circles do no harm. ``n`` is the number of statements and links together with their ends.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import Kind, LinkType

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

_SUPPORTS, _ATTACKS = LinkType.SUPPORTS, LinkType.ATTACKS


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """The end of a chain of support: neither evidence nor assumed, and supported by nothing.

    ``supports`` are the statements it supports directly or through a link; ``dependents`` are all
    that hang on it, nearest first, up to statements that need no support. One that hangs on
    several ends is listed with the nearest of them, of equals with the first in reading order, so
    that all dead ends together list it once.
    """

    key: str
    supports: tuple[str, ...]
    dependents: tuple[str, ...]


def grounds(graph: ArgumentGraph, key: str, *, direct: bool) -> tuple[str, ...]:
    """Find the statements that support ``key``; O(what is found, its links)."""
    found: set[str] = set()
    visited = {key}
    open_nodes = [key]
    while open_nodes:
        for link in graph.links_to(open_nodes.pop(), _SUPPORTS):
            if direct:
                found.update(link.sources)
                continue
            reached = (link.key, *link.sources)
            found.update(link.sources)
            open_nodes.extend(node for node in reached if node not in visited)
            visited.update(reached)
    found.discard(key)
    return graph.in_reading_order(found)


def consequences(graph: ArgumentGraph, key: str) -> tuple[str, ...]:
    """Find the statements that ``key`` helps to support; O(what is found, its links)."""
    found: set[str] = set()
    visited = {key}
    open_nodes = [key]
    while open_nodes:
        node = open_nodes.pop()
        for target in _upheld(graph, node):
            if target in graph.statements:
                found.add(target)
            if target not in visited:
                visited.add(target)
                open_nodes.append(target)
    found.discard(key)
    return graph.in_reading_order(found)


def _upheld(graph: ArgumentGraph, node: str) -> Iterable[str]:
    """Yield the targets of the supports that leave a statement, or of a link that is a support."""
    link = graph.links.get(node)
    if link is None:
        return [link.target for link in graph.links_from(node, _SUPPORTS)]
    return [link.target] if link.type is _SUPPORTS else []


def evidenced(graph: ArgumentGraph) -> frozenset[str]:
    """Find all statements and links that rest on evidence or on stated assumptions; O(n).

    A statement does when it is evidence or assumed, or when some support of it does; a link does
    when each of its sources does. What is supported only in a circle does not.
    """
    missing = {link.key: len(link.sources) for link in graph.links.values()}
    open_nodes = [key for key, statement in graph.statements.items() if statement.accepted]
    resting = set(open_nodes)
    while open_nodes:
        key = open_nodes.pop()
        for link in graph.outgoing.get(key, ()):
            if link.target == key:  # a symmetric link, seen from its target
                continue
            missing[link.key] -= 1
            if missing[link.key]:
                continue
            resting.add(link.key)
            if (
                link.type is _SUPPORTS
                and link.target not in resting
                and link.target in graph.statements
            ):
                resting.add(link.target)
                open_nodes.append(link.target)
    return frozenset(resting)


def chains_to_dead_ends(graph: ArgumentGraph) -> dict[str, str | None]:
    """Find, for all that hangs on a dead end, the next step of a shortest way down to one; O(n).

    One walk up from all dead ends at once. Maps the key of a statement or link to that of the
    next node below it, and a dead end to None. Statements that need no support are left out.
    """
    statements, links = graph.statements, graph.links
    below: dict[str, str | None] = dict.fromkeys(_dead_ends(graph))
    open_nodes = deque(below)
    while open_nodes:
        node = open_nodes.popleft()
        link = links.get(node)
        if link is None:
            for up in graph.outgoing.get(node, ()):
                if (up.type is _SUPPORTS or up.type is _ATTACKS) and up.key not in below:
                    below[up.key] = node
                    open_nodes.append(up.key)
        elif link.type is _SUPPORTS and link.target not in below:
            statement = statements.get(link.target)
            if statement is None or not statement.accepted:
                below[link.target] = node
                open_nodes.append(link.target)
    return below


def _dead_ends(graph: ArgumentGraph) -> Iterable[str]:
    for key, statement in graph.statements.items():
        if statement.accepted:
            continue
        if any(link.type is _SUPPORTS for link in graph.incoming.get(key, ())):
            continue
        # A question asserts nothing that would need support, unless it is used as a ground.
        if statement.kind is not Kind.QUESTION or graph.links_from(key, _SUPPORTS):
            yield key


def broken_chain(
    graph: ArgumentGraph, below: dict[str, str | None], key: str
) -> tuple[str, ...] | None:
    """Follow the steps of :func:`chains_to_dead_ends` down from ``key``; O(length of the chain)."""
    if key not in below:
        return None
    chain: list[str] = []
    node: str | None = key
    while node is not None:
        if node in graph.statements:
            chain.append(node)
        node = below[node]
    return tuple(chain)


def dead_ends(graph: ArgumentGraph, below: dict[str, str | None]) -> tuple[DeadEnd, ...]:
    """List the dead ends in reading order with what hangs on each; O(n)."""
    end_of: dict[str, str] = {}
    dependents: dict[str, list[str]] = {}
    for key, next_below in below.items():  # what is below a node comes before it
        end = end_of[key] = key if next_below is None else end_of[next_below]
        hanging = dependents.setdefault(end, [])
        if key != end and key in graph.statements:
            hanging.append(key)
    tops: dict[str, str | None] = {}
    return tuple(
        DeadEnd(end, _directly_above(graph, end, tops), tuple(hanging))
        for end, hanging in dependents.items()
    )


def _directly_above(graph: ArgumentGraph, key: str, tops: dict[str, str | None]) -> tuple[str, ...]:
    """Return the statements a statement supports; for support of a link, what that link supports.

    ``tops`` remembers what each link leads up to, so that all calls together are linear.
    """
    found: dict[str, None] = {}
    for link in graph.links_from(key, _SUPPORTS):
        passed: list[str] = []
        top: str | None = link.target
        while top is not None and top not in graph.statements and top not in tops:
            tops[top] = None  # until it is known; so a circle of links leads nowhere
            passed.append(top)
            above = graph.links[top]
            top = above.target if above.type is _SUPPORTS else None
        if top is not None:
            top = tops.get(top, top)
        tops.update(dict.fromkeys(passed, top))
        if top is not None:
            found[top] = None
    found.pop(key, None)
    return tuple(found)


def topological(graph: ArgumentGraph) -> tuple[tuple[str, ...], frozenset[str]]:
    """Order statements and links so that each comes after all that bears on it; O(n).

    Supports and attacks only; symmetric links are left out. Kahn's algorithm (1962), from the
    first in reading order on. Returns what could be ordered, and the rest: what lies on circles
    or above them.
    """
    waiting = dict.fromkeys(graph.statements, 0)
    directed = [link for link in graph.links.values() if not link.type.symmetric]
    waiting.update((link.key, len(link.sources)) for link in directed)
    for link in directed:
        if link.target in waiting:  # which it is not when it is a symmetric link
            waiting[link.target] += 1
    ordered = [key for key, count in waiting.items() if not count]
    for node in ordered:  # grows as it goes
        for above in successors(graph, node):
            waiting[above] -= 1
            if not waiting[above]:
                ordered.append(above)
    return tuple(ordered), frozenset(key for key, count in waiting.items() if count > 0)


def successors(graph: ArgumentGraph, node: str) -> list[str]:
    """Return the next nodes up: a statement's supports and attacks, or the target of one of these.

    A symmetric link has none and is none.
    """
    link = graph.links.get(node)
    if link is None:
        around = graph.outgoing.get(node, ())
        return [up.key for up in around if up.type is _SUPPORTS or up.type is _ATTACKS]
    above = graph.links.get(link.target)
    return [link.target] if above is None or not above.type.symmetric else []
