"""The network that is weighed: statements and the steps between them, as numbers.

Statements come first, in reading order, then *steps*, in the order in which their links are
stated. A support or attack is one step from its premises to its target. ``contradicts`` is an
attack each way: one step from its sources to its target, and one back to each source.
``restates`` within one edition, between statements that are both the author's own, is a support
each way; elsewhere it is agreement, which proves nothing, and is no step. What attacks or supports
a link bears on all of its steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from argmap.model import Flag, Kind, LinkType

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Link, Statement

__all__ = ["Network", "Step", "network"]


class Step(NamedTuple):
    """One step. ``sources`` are the numbers of its premises, ``link`` is the link it is of.

    ``across`` tells that it comes from another work, or is stated outside of that of its target;
    ``by_word`` that a bare word may take it: attacks within a work, but of contradictions only
    those by rebuttals; ``granting`` that it bears a point which the author grants against the
    author's own case.
    """

    link: str
    type: LinkType
    sources: tuple[int, ...]
    attack: bool
    across: bool
    by_word: bool
    granting: bool


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Nodes are numbers: statements from 0, steps from ``count`` on, the number of statements.

    ``supports`` and ``attacks`` hold, by node, the steps on it; ``onward`` what depends on a node.
    ``order`` holds the nodes so that each comes after all it depends on, ``rank`` a node's place
    there; the members of a circle share the place of the first of them, and stand in ``circles``
    under it.
    """

    keys: tuple[str, ...]
    count: int
    statements: tuple[Statement, ...]
    steps: tuple[Step, ...]
    supports: Sequence[Sequence[int]]
    attacks: Sequence[Sequence[int]]
    onward: Sequence[Sequence[int]]
    order: Sequence[int]
    rank: Sequence[int]
    circles: dict[int, tuple[int, ...]]
    number: dict[str, int]
    steps_of: dict[str, tuple[int, ...]]

    def step(self, node: int) -> Step:
        """Return the step that a number from ``count`` on means."""
        return self.steps[node - self.count]

    def nodes_of(self, key: str) -> tuple[int, ...]:
        """Return the node of a statement, or those of a link's steps. Raises KeyError."""
        number = self.number.get(key)
        return self.steps_of[key] if number is None else (number,)

    def leading_to(self, nodes: Iterable[int]) -> bytearray:
        """Mark, by number, what ``nodes`` depend on at any distance, and themselves; linear."""
        found = bytearray(len(self.onward))
        open_nodes = list(nodes)
        for node in open_nodes:
            found[node] = 1
        while open_nodes:
            for below in self.below(open_nodes.pop()):
                if not found[below]:
                    found[below] = 1
                    open_nodes.append(below)
        return found

    def below(self, node: int) -> Iterator[int]:
        """Yield what a node depends on."""
        if node >= self.count:
            yield from self.step(node).sources
        yield from self.supports[node]
        yield from self.attacks[node]


def network(graph: ArgumentGraph) -> Network:
    """Return the network of a graph; linear in statements and ends of links, and made once."""
    made = _MADE.get(graph)
    if made is None:
        made = _MADE[graph] = _make(graph)
    return made


_MADE: WeakKeyDictionary[ArgumentGraph, Network] = WeakKeyDictionary()


def _make(graph: ArgumentGraph) -> Network:
    keys = tuple(graph.statements)
    number = {key: place for place, key in enumerate(keys)}
    work_of = {key: essay.id for key, essay in graph.names.home.items()}
    steps: list[Step] = []
    targets: list[str | int] = []
    steps_of: dict[str, tuple[int, ...]] = {}
    many_works = len({essay.id for essay in graph.essays}) > 1
    for key, link in graph.links.items():
        first = len(keys) + len(steps)
        sources = tuple([number[source] for source in link.sources])
        across = many_works and len({work_of[k] for k in (key, link.target, *link.sources)}) > 1
        target: str | int = number.get(link.target, link.target)
        if link.type is LinkType.SUPPORTS:
            steps.append(Step(key, link.type, sources, False, across, False, False))
            targets.append(target)
        elif link.type is LinkType.ATTACKS:
            granting = not across and _granting(graph, link)
            steps.append(Step(key, link.type, sources, True, across, not across, granting))
            targets.append(target)
        elif isinstance(target, int):
            for step, end in _both_ways(graph, link, sources, target, across):
                steps.append(step)
                targets.append(end)
        after = len(keys) + len(steps)
        steps_of[key] = (first,) if after == first + 1 else tuple(range(first, after))
    size = len(keys) + len(steps)
    supports: list[list[int]] = [_NONE] * size
    attacks: list[list[int]] = [_NONE] * size
    onward: list[list[int]] = [_NONE] * size
    for node, (step, target) in enumerate(zip(steps, targets, strict=True), len(keys)):
        for source in step.sources:
            _add(onward, source, node)
        bearing = attacks if step.attack else supports
        if isinstance(target, int):
            _add(bearing, target, node)
            onward[node] = [target]
            continue
        onward[node] = list(steps_of[target])
        for end in onward[node]:
            _add(bearing, end, node)
    order, rank, circles = _ordered(onward)
    return Network(
        keys,
        len(keys),
        tuple(graph.statements.values()),
        tuple(steps),
        supports,
        attacks,
        onward,
        order,
        rank,
        circles,
        number,
        steps_of,
    )


_NONE: list[int] = []
"""Stands for every list that is empty; never added to."""


def _add(lists: list[list[int]], place: int, node: int) -> None:
    if lists[place] is _NONE:
        lists[place] = [node]
    else:
        lists[place].append(node)


def _both_ways(
    graph: ArgumentGraph, link: Link, sources: tuple[int, ...], target: int, across: bool
) -> Iterator[tuple[Step, int]]:
    """Yield the steps of a symmetric link, each with its target."""
    statements = graph.statements
    key, link_type = link.key, link.type
    if link_type is LinkType.CONTRADICTS:
        rebuts = all(statements[source].kind is Kind.REBUTTAL for source in link.sources)
        yield Step(key, link_type, sources, True, across, rebuts and not across, False), target
        back = statements[link.target].kind is Kind.REBUTTAL and not across
        for source in sources:
            yield Step(key, link_type, (target,), True, across, back, False), source
        return
    home = graph.essay_of(link.target)
    ends = (*link.sources, link.target)
    if all(graph.essay_of(end) is home and _own(statements[end]) for end in ends):
        for source in sources:
            yield Step(key, link_type, (source,), False, False, False, False), target
            yield Step(key, link_type, (target,), False, False, False, False), source


def _granting(graph: ArgumentGraph, link: Link) -> bool:
    """Tell whether an attack bears what is granted against what its author upholds.

    That is all but what others say and nothing rests on: the objections that the author reports.
    """
    if not any(Flag.CONCEDED in graph.statements[source].flags for source in link.sources):
        return False
    target = graph.links.get(link.target)
    if target is not None:
        return target.type is not LinkType.ATTACKS
    used = graph.links_from(link.target, LinkType.SUPPORTS)
    return not graph.statements[link.target].reported or bool(used)


def _own(statement: Statement) -> bool:
    reported = statement.reported or statement.has(Flag.CONCEDED)
    return not reported and statement.kind is not Kind.QUESTION


def _ordered(
    onward: Sequence[Sequence[int]],
) -> tuple[list[int], list[int], dict[int, tuple[int, ...]]]:
    """Order all nodes: Kahn (1962) as far as it goes, then the circles and what is above them."""
    size = len(onward)
    waiting = [0] * size
    for ends in onward:
        for end in ends:
            waiting[end] += 1
    order = [node for node in range(size) if not waiting[node]]
    for node in order:  # grows as it goes
        for end in onward[node]:
            waiting[end] -= 1
            if not waiting[end]:
                order.append(end)
    rank = [-1] * size
    for place, node in enumerate(order):
        rank[node] = place
    circles: dict[int, tuple[int, ...]] = {}
    if len(order) < size:
        for members in _components(onward, rank):
            place = len(order)
            if len(members) > 1 or members[0] in onward[members[0]]:
                circles[place] = tuple(members)
            order.extend(members)
            for member in members:
                rank[member] = place
    return order, rank, circles


def _components(onward: Sequence[Sequence[int]], rank: Sequence[int]) -> list[list[int]]:
    """Find the strongly connected components of the nodes without a rank, each after its inputs.

    Tarjan (1972), with a stack of its own in place of recursion; linear. The members of each stand
    in the order in which a walk onward meets them.
    """
    size = len(onward)
    index = [0] * size
    low = [0] * size
    stack: list[int] = []
    on_stack = bytearray(size)
    found: list[list[int]] = []
    counter = 0
    for root in range(size):
        if rank[root] >= 0 or index[root]:
            continue
        work = [(root, 0)]
        while work:
            node, place = work.pop()
            if not place:
                counter += 1
                index[node] = low[node] = counter
                stack.append(node)
                on_stack[node] = 1
            ends = onward[node]
            while place < len(ends):
                end = ends[place]
                place += 1
                if not index[end]:
                    work.append((node, place))
                    work.append((end, 0))
                    break
                if on_stack[end]:
                    low[node] = min(low[node], index[end])
            else:
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == index[node]:
                    members: list[int] = []
                    while not members or members[-1] != node:
                        members.append(stack.pop())
                        on_stack[members[-1]] = 0
                    members.reverse()
                    found.append(members)
    found.reverse()
    return found
