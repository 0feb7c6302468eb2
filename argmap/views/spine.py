"""The spine of a work: its main claims and what chiefly leads to them, for one sheet.

What is kept is chosen by counting, never by wording, so that every edition of a work has the same
spine as far as it has the same statements and links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from argmap.model import Essay, Flag, Kind, Link, LinkType
from argmap.views.bearing import Bearing, bearing, links_onto
from argmap.views.view import View, keep

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["SIZE", "spine"]

SIZE = 24
"""Statements that an A3 sheet holds in type of more than eight points, as measured; 30 take 7.5."""
_REASONS_SHARE = 2 / 3
"""Part of the sheet that reasons may take before objections are let in."""


@dataclass(frozen=True, slots=True, order=True)
class _Unit:
    """Statements that are kept or left out together, and how many hang on them, themselves too.

    It is an ``objection`` where it attacks, with the best answer among its members if it is
    ``answered``, and ``against`` a thesis in the end, as an answer is not; nothing hangs on a
    ``bare`` one.
    """

    members: tuple[str, ...]
    weight: int
    order: int
    link: str
    objection: bool
    against: bool
    answered: bool
    bare: bool


def spine(graph: ArgumentGraph, size: int = SIZE) -> View:
    """Return the view of an argument's main claims, of about ``size`` statements.

    For each essay:

    1. all theses; where there is none, the claims that bear on nothing in their essay and on which
       most hangs, at most a third of ``size``;
    2. the reason of each thesis on which most hangs, then the other direct reasons with anything
       hanging on them, weightiest first, until two thirds of ``size`` are taken;
    3. answered objections to the theses and reasons that are kept, each with the answer on which
       most hangs, weightiest first, until ``size`` is reached;
    4. where room is left, whatever bears directly on something kept, weightiest first.

    What hangs on a statement is all that bears on it, each statement counted at the one nearest
    to a thesis; of equals, the first in reading order comes first. Premises that work together
    through one link are kept or left out together. Several essays share ``size`` equally. Links
    and counts are those of :func:`~argmap.views.view.keep`. O(n log n).
    """
    essays = [essay for essay in graph.essays if _has_claims(essay)] or list(graph.essays)
    share = max(1, size // max(1, len(essays)))
    kept: set[str] = set()
    for essay in essays:
        kept.update(_of_essay(graph, essay, share))
    total = sum(len(essay.statements) for essay in essays)
    about = f"the {len(kept)} main statements of {total}" if len(kept) < total else ""
    return keep(graph, kept, about=about)


def _has_claims(essay: Essay) -> bool:
    return any(statement.kind is not Kind.QUESTION for statement in essay.statements)


def _of_essay(graph: ArgumentGraph, essay: Essay, size: int) -> set[str]:
    own = frozenset(statement.key for statement in essay.statements)
    theses = [s.key for s in essay.statements if Flag.THESIS in s.flags]
    if not theses:
        theses = _ends(graph, essay, own, max(1, size // 3))
    forest = bearing(graph, theses, within=own)
    choice = _Choice(graph, forest, _weights(forest), size)
    choice.make()
    return choice.kept


def _ends(graph: ArgumentGraph, essay: Essay, own: frozenset[str], most: int) -> list[str]:
    """Return the statements that bear on nothing in their essay, on which most hangs."""
    ends = [
        statement.key
        for statement in essay.statements
        if statement.kind is not Kind.QUESTION
        and not any(
            not link.type.symmetric and (link.target in own or link.target in graph.links)
            for link in graph.outgoing.get(statement.key, ())
        )
    ]
    forest = bearing(graph, ends, within=own)
    hanging = Counter(forest.root.values())
    heaviest = sorted(ends, key=lambda key: (-hanging[key], graph.order[key]))[:most]
    return list(graph.in_reading_order(heaviest))


def _weights(forest: Bearing) -> Counter[str]:
    """Count for each statement what hangs on it, itself included."""
    weights: Counter[str] = Counter(forest.root)
    weights = Counter(dict.fromkeys(weights, 1))
    for key in reversed(forest.found):
        weights[forest.above[key]] += weights[key]
    return weights


class _Choice:
    """What is kept so far, and what may come next."""

    def __init__(
        self, graph: ArgumentGraph, forest: Bearing, weights: Counter[str], size: int
    ) -> None:
        self.graph = graph
        self.forest = forest
        self.weights = weights
        self.size = size
        self.kept: set[str] = set(forest.roots)

    def make(self) -> None:
        roots = self.forest.roots
        for root in roots:
            first = min(self._units(root, _is_reason), key=_rank, default=None)
            if first is not None:
                self._take(first, self.size)
        self._fill(roots, round(self.size * _REASONS_SHARE), _carries, further=False)
        self._fill(self.kept, self.size, _is_answered)
        self._fill(self.kept, self.size, _is_any)

    def _fill(
        self, onto: Iterable[str], most: int, wanted: Callable[[_Unit], bool], further: bool = True
    ) -> None:
        """Keep what bears on some statements, weightiest first, as long as it fits.

        ``further`` goes on with what bears on that. Each unit is looked at once.
        """
        waiting = [(*_rank(unit), unit) for key in onto for unit in self._units(key, wanted)]
        heapify(waiting)
        while waiting and len(self.kept) < most:
            unit = heappop(waiting)[-1]
            new = self._take(unit, most)
            for key in new if further else ():
                for next_unit in self._units(key, wanted):
                    heappush(waiting, (*_rank(next_unit), next_unit))

    def _take(self, unit: _Unit, most: int) -> list[str]:
        """Keep a unit if it fits, and return what is newly kept."""
        new = [key for key in unit.members if key not in self.kept]
        if len(self.kept) + len(new) > most:
            return []
        self.kept.update(new)
        return new

    def _units(self, key: str, wanted: Callable[[_Unit], bool]) -> Iterator[_Unit]:
        """Yield the units of what bears on a statement and is not kept."""
        for link, _ in links_onto(self.graph, key):
            members = [source for source in link.sources if source not in self.kept]
            if not members or any(source not in self.forest.above for source in members):
                continue
            objection = link.type is LinkType.ATTACKS
            answer = self._best_answer(members) if objection else ()
            unit = _Unit(
                (*members, *answer),
                sum(self.weights[source] for source in members),
                self.graph.order[members[0]],
                link.key,
                objection=objection,
                # An answer is an attack, too, but it speaks for what the objection was to.
                against=all(source in self.forest.against for source in members),
                answered=bool(answer),
                bare=sum(self.weights[source] for source in members) == len(members),
            )
            if wanted(unit):
                yield unit

    def _best_answer(self, attackers: Sequence[str]) -> Sequence[str]:
        """Return the sources of the attack on some statements on which most hangs."""
        answers: list[Link] = [
            link
            for key in attackers
            for link, _ in links_onto(self.graph, key)
            if link.type is LinkType.ATTACKS and all(s in self.weights for s in link.sources)
        ]
        if not answers:
            return ()
        best = max(answers, key=lambda link: sum(self.weights[s] for s in link.sources))
        return [source for source in best.sources if source not in attackers]


def _rank(unit: _Unit) -> tuple[int, int, str]:
    return (-unit.weight, unit.order, unit.link)


def _is_reason(unit: _Unit) -> bool:
    return not unit.objection


def _carries(unit: _Unit) -> bool:
    return not unit.objection and not unit.bare


def _is_answered(unit: _Unit) -> bool:
    return unit.objection and unit.against and unit.answered


def _is_any(unit: _Unit) -> bool:
    return True
