"""Figures of two works in pairs, what the two of a pair share, and rows made of pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from argmap.compare.contrast_parts import Carried, FigureRow, Relation, Sign, SignKind
from argmap.compare.contrast_values import family, ratio, tells
from argmap.compare.contrast_words import Surroundings
from argmap.model import LinkType

__all__ = [
    "FigureAt",
    "Pair",
    "Shared",
    "is_large",
    "is_single",
    "joined",
    "ordered",
    "single",
    "told",
    "within",
]

_LARGE = 1_000_000


class FigureAt(NamedTuple):
    """A figure, with its side, the place of its statement there, and its own place in that."""

    side: int
    place: int
    number: int
    carried: Carried


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that belong together, and what tells so."""

    left: FigureAt
    right: FigureAt
    relation: Relation
    signs: tuple[Sign, ...]


class Shared(NamedTuple):
    """What two figures share: by their statements, by their clauses, and by what those bear on."""

    types: frozenset[LinkType]
    near: bool
    questions: tuple[str, ...]
    source: str | None
    words: frozenset[str]
    context: frozenset[str]

    def signs(self, around: Surroundings) -> tuple[Sign, ...]:
        """Return it as signs, the strongest first."""
        found = [Sign(SignKind.LINK, str(each)) for each in self.types]
        if self.near:
            found.append(Sign(SignKind.NEAR, ""))
        found += [Sign(SignKind.QUESTION, each) for each in self.questions]
        if self.source is not None:
            found.append(Sign(SignKind.SOURCE, self.source))
        for word in self.words:
            kind = SignKind.NAME if around.is_name(word) else SignKind.WORD
            found.append(Sign(kind, around.shown(word)))
        found += [Sign(SignKind.CONTEXT, around.shown(word)) for word in self.context]
        return ordered(found)


def single(figures: Iterable[FigureAt]) -> dict[str, FigureAt]:
    """Return the figures that are the only ones of their unit, by the unit."""
    found: dict[str, list[FigureAt]] = {}
    for each in figures:
        found.setdefault(family(each.carried.figure), []).append(each)
    return {unit: each[0] for unit, each in found.items() if len(each) == 1}


def is_single(figure: FigureAt, figures: Iterable[FigureAt]) -> bool:
    """Tell whether a figure is the only one of its unit among some."""
    return single(figures).get(family(figure.carried.figure)) == figure


def told(a: FigureAt, b: FigureAt) -> int:
    """Say how much the values of both tell, as :func:`tells` does of one."""
    return min(tells(a.carried.figure), tells(b.carried.figure))


def within(a: FigureAt, b: FigureAt, factor: int | Decimal) -> bool:
    """Tell whether two values lie no further apart than by a factor."""
    apart = ratio(a.carried.figure, b.carried.figure)
    return apart is not None and apart <= factor


def is_large(figure: FigureAt) -> bool:
    """Tell whether a figure is an amount of a million or more."""
    said = figure.carried.figure
    return said.kind == "amount" and said.low is not None and said.low >= _LARGE


def ordered(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    """Return each sign once, the strongest first, and then by what they say."""
    order = tuple(SignKind)
    return tuple(sorted(dict.fromkeys(signs), key=lambda s: (order.index(s.kind), s.value)))


def joined(pairs: Iterable[Pair]) -> Iterator[FigureRow]:
    """Join the pairs of one relation that have a figure in common into rows; near linear."""
    parent: dict[tuple[Relation, FigureAt], tuple[Relation, FigureAt]] = {}

    def root(node: tuple[Relation, FigureAt]) -> tuple[Relation, FigureAt]:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    pairs = list(pairs)
    for pair in pairs:
        parent[root((pair.relation, pair.left))] = root((pair.relation, pair.right))
    groups: dict[tuple[Relation, FigureAt], list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(root((pair.relation, pair.left)), []).append(pair)
    for (relation, _), group in groups.items():
        yield FigureRow(
            relation,
            tuple(f.carried for f in sorted({pair.left for pair in group}, key=_reading)),
            tuple(f.carried for f in sorted({pair.right for pair in group}, key=_reading)),
            ordered(sign for pair in group for sign in pair.signs),
        )


def _reading(figure: FigureAt) -> tuple[int, int]:
    return figure.place, figure.number
