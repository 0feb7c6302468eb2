"""Where a difference between editions is reported: in the edition that is compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Position, Range

if TYPE_CHECKING:
    from argmap.compare.editions import Difference, Drift, Editions
    from argmap.graph import ArgumentGraph

__all__ = ["drifts", "near"]


def drifts(graph: ArgumentGraph) -> Iterator[tuple[Editions, Drift]]:
    """Yield every edition with what it is compared with; linear in the editions there are."""
    if all(len(editions) < 2 for editions in graph.names.works.values()):
        return
    from argmap.compare.editions import compare_editions, works_with_editions

    for work in works_with_editions(graph):
        editions = compare_editions(graph, work)
        for drift in editions.drifts:
            yield editions, drift


def near(drift: Drift, difference: Difference, *others: str) -> Range:
    """Return the words of the statement, else of the first of others that is there.

    Where none is, the last statement of the edition, or its first line.
    """
    statements = {statement.name: statement for statement in drift.edition.statements}
    left = (effect.id for effect in difference.effects)
    for id_ in (difference.id, *left, *others, difference.after or ""):
        if id_ in statements:
            return statements[id_].text_range
    if drift.edition.statements:
        return drift.edition.statements[-1].text_range
    return Range(Position(1, 1), Position(1, 1))
