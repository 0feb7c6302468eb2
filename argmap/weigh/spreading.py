"""Weighing again only what a change reaches.

From the nodes that change, a front moves up in the order of the network. Whatever comes out as it
was stops there; what leads to nothing that is asked about is never looked at. So the cost is that
of what changes and of what is next to it, not that of the graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableSequence
from heapq import heapify, heappop, heappush
from typing import Protocol, TypeVar

from argmap.weigh.network import Network

__all__ = ["Weigher", "spread", "undo"]

V = TypeVar("V", int, float)


class Weigher(Protocol[V]):
    """What weighs the nodes of a network: a :class:`Judge` or a :class:`Scale`."""

    net: Network
    values: list[V]
    forced: Mapping[int, V]

    def settle(self, place: int) -> None:
        """Weigh what stands at a place of the order."""


def spread(
    weigher: Weigher[V],
    starts: Iterable[int],
    *,
    leads: bytearray | None = None,
    least: float = 0.0,
    cut: Callable[[int], bool] | None = None,
) -> dict[int, V]:
    """Weigh again ``starts`` and what changes with them; return what changed, with what it was.

    ``leads`` marks the nodes to look at, by number (all where it is None); a change of no more than
    ``least`` is none. ``cut`` is asked whenever one changed node is all that the rest can depend
    on, and stops the work by returning True.
    """
    net, values = weigher.net, weigher.values
    rank, order, onward, circles = net.rank, net.order, net.onward, net.circles
    front = list({rank[node] for node in starts if leads is None or leads[node]})
    heapify(front)
    waiting = set(front)
    changed: dict[int, V] = {}
    while front:
        place = heappop(front)
        members = circles.get(place) or (order[place],)
        before = [values[node] for node in members]
        weigher.settle(place)
        moved = []
        for node, old in zip(members, before, strict=True):
            if abs(values[node] - old) > least:
                changed[node] = old
                moved.append(node)
            else:
                values[node] = old
        if cut is not None and not front and len(members) == 1 and moved and cut(moved[0]):
            break
        for node in moved:
            for end in onward[node]:
                ahead = rank[end]
                if ahead not in waiting and ahead != place and (leads is None or leads[end]):
                    waiting.add(ahead)
                    heappush(front, ahead)
    return changed


def undo(values: MutableSequence[V], changed: Mapping[int, V]) -> None:
    """Set back what :func:`spread` changed."""
    for node, old in changed.items():
        values[node] = old
