"""What changes when statements are left out, or assumed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.weigh.standing import Standing, main_statements, weigh
from argmap.weigh.strength import strengths

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["Change", "Changes", "what_if"]


@dataclass(frozen=True, slots=True)
class Change:
    """A statement or named link, with its standing and strength before and after."""

    key: str
    before: Standing
    after: Standing
    was: float
    now: float

    @property
    def turned(self) -> bool:
        """Whether its standing is another."""
        return self.before is not self.after


@dataclass(frozen=True, slots=True)
class Changes:
    """What comes of leaving out ``without`` and assuming ``assume``.

    ``theses`` are all main statements, changed or not; ``others`` those statements and named links
    beside them, and beside what was left out or assumed, whose standing changes. In reading order.
    """

    without: tuple[str, ...]
    assume: tuple[str, ...]
    theses: tuple[Change, ...]
    others: tuple[Change, ...]


def what_if(
    graph: ArgumentGraph,
    without: Collection[str] = (),
    assume: Collection[str] = (),
    *,
    semantics: str = "df-quad",
    theses: Collection[str] | None = None,
) -> Changes:
    """Weigh a graph as it is and as it would be; linear.

    ``without`` and ``assume`` are keys of statements or links; what stands in both is assumed.
    Raises KeyError for an unknown key, :class:`ArgmapError` for an unknown semantics.
    """
    standing = weigh(graph).standings, weigh(graph, without=without, assume=assume).standings
    strength = (
        strengths(graph, semantics).values,
        strengths(graph, semantics, without=without, assume=assume).values,
    )

    def changes() -> Iterator[Change]:
        for key, before in standing[0].items():
            yield Change(key, before, standing[1][key], strength[0][key], strength[1][key])

    main = set(main_statements(graph) if theses is None else theses)
    given = {*without, *assume}
    all_changes = list(changes())
    named = {key for key, link in graph.links.items() if link.name is not None}
    return Changes(
        tuple(without),
        tuple(assume),
        tuple(c for c in all_changes if c.key in main),
        tuple(
            c
            for c in all_changes
            if c.turned
            and c.key not in main
            and c.key not in given
            and (c.key in graph.statements or c.key in named)
        ),
    )
