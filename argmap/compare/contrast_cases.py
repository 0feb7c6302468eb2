"""The questions of a contrast, weighed: whose statements stand, on what, and what would settle it.

The two works are weighed together with whatever else is loaded, one edition of a work each, as
editions of one work do not bear on each other. It is what the annotations imply, never which
author is right.
"""

from __future__ import annotations

from dataclasses import dataclass

from argmap.compare.contrast import Contrast
from argmap.graph import ArgumentGraph
from argmap.weigh.crux import SIZE, Case, Outcome, case_of
from argmap.weigh.standing import Weighing, weigh

__all__ = ["Cases", "cases_of", "with_one_edition_each"]


@dataclass(frozen=True, slots=True)
class Cases:
    """A case for each row of a contrast, and the weighing that they come from."""

    weighing: Weighing
    cases: tuple[Case, ...]

    def rows(self, outcome: Outcome, side: int | None = None) -> tuple[int, ...]:
        """Return the numbers of the rows that come out so, for one side where that matters."""
        return tuple(
            number
            for number, case in enumerate(self.cases)
            if case.outcome is outcome and side in (None, case.carried_by)
        )


def cases_of(graph: ArgumentGraph, contrast: Contrast, *, size: int = SIZE) -> Cases:
    """Weigh the questions of a contrast; ``size`` is the largest crux looked for (0 to 3).

    Raises :class:`ArgmapError` for another size. The cost is that of
    :func:`argmap.weigh.crux.case_of` for each contested question.
    """
    weighing = weigh(with_one_edition_each(graph, contrast))
    cases = tuple(
        case_of(weighing, row.left_heads, row.right_heads, size=size) for row in contrast.rows
    )
    return Cases(weighing, cases)


def with_one_edition_each(graph: ArgumentGraph, contrast: Contrast) -> ArgumentGraph:
    """Keep the two essays, and of other works the edition in their language, or else the first."""
    sides = {contrast.left.id: contrast.left, contrast.right.id: contrast.right}
    kept = dict(sides)
    for work, editions in graph.names.works.items():
        if work not in kept:
            own = editions.get(contrast.left.lang) or editions.get(graph.names.default_lang)
            kept[work] = own or editions[min(editions)]
    chosen = {essay.key for essay in kept.values()}
    if len(sides) < 2:  # two editions of one work
        chosen = {contrast.left.key, contrast.right.key, *chosen}
    essays = [essay for essay in graph.essays if essay.key in chosen]
    if len(essays) == len(graph.essays):
        return graph
    return ArgumentGraph.build(essays, default_lang=contrast.left.lang)
