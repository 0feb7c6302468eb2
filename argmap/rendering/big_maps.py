"""What is done otherwise, and said, where a map holds very many statements.

The engine's time for curves grows faster than that for places: at 2,000 boxes they are half of all,
and among some 10,000 boxes it often finds no way for them at all, after minutes. So beyond a size
lines are drawn straight from the start. Where a large map is several trees, each is laid out by
itself (:mod:`argmap.rendering.forest`): all processors work on it, lines stay curves however many
trees there are, and the trees stand in the order of the text, none drawn apart for another.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.rendering.trees import sizes

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["PARTED", "STRAIGHT", "are_straight", "attributes", "is_parted", "said"]

STRAIGHT = 3_000
"""Statements, in one layout, from which on its lines are straight."""
PARTED = 400
"""Statements of a map from which on each of its trees is laid out by itself."""


def attributes(statements: int) -> Mapping[str, str]:
    """Return the attributes of the DOT graph that a map of so many statements is given."""
    return {"splines": "line"} if statements > STRAIGHT else {}


def is_parted(graph: ArgumentGraph) -> bool:
    """Tell whether each tree of a map is laid out by itself; linear in the graph."""
    return len(graph.statements) > PARTED and len(sizes(graph)) > 1


def are_straight(graph: ArgumentGraph) -> bool:
    """Tell whether all lines of a map, as a picture, are straight for its size."""
    return len(graph.statements) > STRAIGHT and not is_parted(graph)


def said(graph: ArgumentGraph, *, parted: bool = True) -> str:
    """Say what is done otherwise for so many statements, and what reads better; perhaps nothing.

    ``parted`` tells whether the map is one whose trees may be laid out by themselves.
    """
    found = sizes(graph)
    count, largest = len(graph.statements), max(found, default=0)
    several = parted and is_parted(graph)
    if not several:
        largest = count
    what = []
    if several:
        what.append(f"each of the {len(found):,} trees they form is laid out by itself")
    if largest > STRAIGHT:
        where = f"in the largest, of {largest:,}, " if several else ""
        what.append(
            f"{where}the lines between them are drawn straight, as the engine finds no curves "
            "among so many"
        )
    if not what:
        return ""
    return (
        f"{count:,} statements: {'; '.join(what)}; --spine, --question and --around draw what can "
        "be read"
    )
