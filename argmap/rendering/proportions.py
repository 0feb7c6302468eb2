"""Keeping a map from becoming a ribbon.

The engine puts every box one column to the right of what it bears on, and stacks what shares a
column. Sixty pieces of evidence for one claim then make a tower, and sixty steps in a row a tape.
Here the height and width of a map are foreseen, and where they are too far apart the branches of a
tower are spread over several columns, small trees are set side by side, and long chains are
folded. All of it is done by the lengths of edges, so it holds for any engine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Layout", "arrange"]

COLUMN = 300.0
"""From one column to the next, in points."""
GAP = 10.0
"""Between two boxes of a column, in points."""
_PASSING = 22.0
"""What a line takes in a column that it passes, in points, as measured."""
TALLEST = 1.6
"""Height over width, foreseen, from which branches are spread, unless another is asked for.

The limit itself is 3; the engine needs up to 1.8 times the height of the fullest column.
"""
WIDEST = 2.0
"""Width over height, foreseen, from which chains are folded. The limit itself is 3."""
_HUB = 4
"""From how many branches on a box's branches may be spread."""
_SPREADS = (2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64)
"""Over how many columns branches may be spread, tried in turn."""
_FOLD_FROM = 30
"""Boxes from which chains may be folded; a short tape still fits a screen."""

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """How long edges are to be, and where trees begin.

    ``lengths`` holds the edges that span more than one column; ``folded`` those that should not
    move their ends at all; ``roots`` the column in which each tree has its root, one root a tree.
    ``columns`` is where each box will stand, 0 at the left; ``width`` and ``height`` are those of
    the map, in points. All three are foreseen, not measured.
    """

    lengths: Mapping[Edge, int]
    folded: frozenset[Edge]
    roots: Mapping[str, int]
    columns: Mapping[str, int]
    width: float
    height: float


def arrange(
    heights: Mapping[str, float],
    edges: Sequence[Edge],
    bands: Sequence[Sequence[str]],
    *,
    column: float = COLUMN,
    tallest: float = TALLEST,
    fold: bool = True,
) -> Layout:
    """Choose the lengths of edges so that the map is neither a tower nor a tape.

    ``heights`` are those of all boxes, ``edges`` lead from ground to claim, ``bands`` are the
    groups of boxes that stand one below the other. ``column`` is the way from one column to the
    next, ``tallest`` the height over width from which branches are spread; ``fold`` lets chains be
    folded. A map that grows up or
    down is arranged as if it lay on its side. Linear, times a small constant when something must
    be spread, and times the number of columns when chains must be folded.
    """
    if not heights:
        return Layout({}, frozenset(), {}, {}, column, 0.0)
    plan = _Plan(heights, edges, bands, folded=frozenset(), column=column)
    width, height = plan.size()
    if fold and width > WIDEST * height and len(heights) >= _FOLD_FROM:
        plan = plan.fold()
        width, height = plan.size()
    best = (width, height)
    lengths, shifts = plan.lengths, plan.shifts
    for columns in _SPREADS:
        if best[1] <= tallest * best[0]:
            break
        plan.spread(columns)
        width, height = plan.size()
        if height / width < best[1] / best[0]:
            best = (width, height)
            lengths, shifts = plan.lengths, plan.shifts
    plan.lengths, plan.shifts = lengths, shifts
    return Layout(lengths, plan.folded, shifts, plan.columns(), *best)


class _Plan:
    """One attempt at a layout: the forest of boxes, and the lengths given to its edges so far."""

    def __init__(
        self,
        heights: Mapping[str, float],
        edges: Sequence[Edge],
        bands: Sequence[Sequence[str]],
        folded: frozenset[Edge],
        column: float,
    ) -> None:
        self.column = column
        self.heights = heights
        self.edges = edges
        self.bands = bands
        self.folded = folded
        self.heads: dict[str, list[str]] = {box: [] for box in heights}
        self.tails: dict[str, list[str]] = {box: [] for box in heights}
        for tail, head in edges:
            if (tail, head) not in folded and tail != head:
                self.heads[tail].append(head)
                self.tails[head].append(tail)
        self.order = self._order()
        self.lengths: dict[Edge, int] = {}
        self.shifts: dict[str, int] = {}
        self._root_of = self._roots()
        self._trees = list(dict.fromkeys(self._root_of.values()))
        self.shifts = dict.fromkeys(self._trees, 0)

    def _order(self) -> list[str]:
        """Order boxes so that each follows what it bears on; circles are broken where first met."""
        waiting = {box: len(heads) for box, heads in self.heads.items()}
        ready = [box for box, count in waiting.items() if not count]
        done = set(ready)
        order = []
        rest = iter(waiting)
        while True:
            for box in ready:
                order.append(box)
                for tail in self.tails[box]:
                    waiting[tail] -= 1
                    if not waiting[tail] and tail not in done:
                        done.add(tail)
                        ready.append(tail)
            ready = []
            for box in rest:
                if box not in done:
                    done.add(box)
                    ready.append(box)
                    break
            else:
                return order

    def columns(self) -> dict[str, int]:
        """Return the column of each box: the longest way to a root."""
        columns: dict[str, int] = {}
        lengths = self.lengths
        for box in self.order:
            column = self.shifts.get(box, 0)
            for head in self.heads[box]:
                at = columns.get(head)
                if at is not None:
                    column = max(column, at + (lengths.get((box, head), 1) if lengths else 1))
            columns[box] = column
        return columns

    def size(self) -> tuple[float, float]:
        """Foresee the width and height of the map, in points."""
        columns = self.columns()
        high = 0.0
        for band in self.bands:
            stacks: dict[int, float] = {}
            for box in band:
                column = columns[box]
                stacks[column] = stacks.get(column, 0.0) + self.heights[box] + GAP
                for head in self.heads[box] if self.lengths else ():
                    # A long line needs room in each column that it passes.
                    for passed in range(column - self.lengths.get((box, head), 1) + 1, column):
                        stacks[passed] = stacks.get(passed, 0.0) + _PASSING
            high += max(stacks.values(), default=0.0)
        return (max(columns.values(), default=0) + 1) * self.column, max(high, 1.0)

    def _roots(self) -> dict[str, str]:
        """Give each box the root of its tree: the one with the longest chain of grounds."""
        trees: dict[str, str] = {}

        def find(box: str) -> str:
            while trees.setdefault(box, box) != box:
                trees[box] = box = trees[trees[box]]
            return box

        for tail, heads in self.heads.items():
            for head in heads:
                trees[find(tail)] = find(head)
        depth = dict.fromkeys(self.order, 0)
        for box in reversed(self.order):
            for head in self.heads[box]:
                depth[head] = max(depth[head], depth[box] + 1)
        chosen: dict[str, str] = {}
        for box in self.heights:
            tree = find(box)
            best = chosen.setdefault(tree, box)
            # A tree that is a circle has no box that bears on nothing; its first must do.
            if (not self.heads[box], depth[box]) > (not self.heads[best], depth[best]):
                chosen[tree] = box
        return {box: chosen[find(box)] for box in self.heights}

    def spread(self, columns: int) -> None:
        """Spread the branches of every hub over ``columns`` columns, and set the trees in as many.

        Branches take the columns in turn; trees fill one column after the other, as in a newspaper.
        """
        self.lengths = {}
        for hub, tails in self.tails.items():
            branches = [tail for tail in tails if len(self.heads[tail]) == 1]
            if len(branches) >= max(_HUB, columns):
                for number, tail in enumerate(branches):
                    if number % columns:
                        self.lengths[tail, hub] = 1 + number % columns
        self.shifts = dict.fromkeys(self._trees, 0)
        extents = self._extents()
        share = sum(height for _, height in extents.values()) / columns
        filled, shift, widest, dealt = 0.0, 0, 0, 1
        for root, (width, height) in extents.items():
            if filled + height / 2 > share * dealt and widest:
                shift += widest
                widest = 0
                dealt += 1
            self.shifts[root] = shift
            widest = max(widest, width)
            filled += height

    def _extents(self) -> dict[str, tuple[int, float]]:
        """Return how many columns each tree takes, and how high the fullest of them is."""
        at = self.columns()
        stacks: dict[str, dict[int, float]] = {root: {} for root in self._trees}
        for box, column in at.items():
            stack = stacks[self._root_of[box]]
            stack[column] = stack.get(column, 0.0) + self.heights[box] + GAP
        return {root: (max(s) + 1, max(s.values())) for root, s in stacks.items() if s}

    def fold(self) -> _Plan:
        """Cut the map at every so many columns; what lies beyond starts again at the left."""
        columns = self.columns()
        total = max(columns.values()) + 1
        stacks = [0.0] * total
        for box, column in columns.items():
            stacks[column] += self.heights[box] + GAP
        for most in range(total - 1, 1, -1):
            high = max(sum(stacks[first::most]) for first in range(most))
            if most * self.column <= WIDEST * high:
                break
        else:
            most = 2
        cut = frozenset(
            (tail, head)
            for tail, head in self.edges
            if columns[tail] // most > columns[head] // most
        )
        return _Plan(self.heights, self.edges, self.bands, cut, self.column)
