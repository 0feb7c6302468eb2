"""The differences between editions, and where each is reported: in the edition compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from argmap.model import Position, Range

if TYPE_CHECKING:
    from argmap.compare.editions import Difference, Drift, Editions
    from argmap.graph import ArgumentGraph

__all__ = ["differences", "near"]

_COMPARED: WeakKeyDictionary[ArgumentGraph, tuple[Editions, ...]] = WeakKeyDictionary()
"""What was compared of a graph, which several rules ask for, for as long as the graph is there."""


def differences(graph: ArgumentGraph) -> Iterator[tuple[str, Drift, Difference]]:
    """Yield every difference, with the language of the base and the edition that differs.

    The first call for a graph is linear in the editions there are; later ones compare nothing.
    """
    for editions in _compared(graph):
        for drift in editions.drifts:
            for difference in drift.differences:
                yield editions.base.lang, drift, difference


def _compared(graph: ArgumentGraph) -> tuple[Editions, ...]:
    if all(len(editions) < 2 for editions in graph.names.works.values()):
        return ()
    known = _COMPARED.get(graph)
    if known is None:
        from argmap.compare.editions import compare_editions, works_with_editions

        known = tuple(compare_editions(graph, work) for work in works_with_editions(graph))
        _COMPARED[graph] = known
    return known


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
