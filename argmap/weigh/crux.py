"""A question between two sides: whose statements stand, on what they lean, and what settles it.

The *heads* of a side are the statements that stand for it on the question (as
:class:`argmap.compare.contrast.QuestionRow` has them). A *leaf* is a statement on which a contested
head depends, through supports, attacks and attacks on these at any distance, and which is accepted
(evidence, assumed, conceded) or has no supports; the contested heads are none themselves. A *move*
lets a leaf fall that does not, or stand that does not, whatever bears on it.

A set of moves, of distinct leaves, *settles* the question when it leaves no contested head on some
side that had one: each of them then stands, falls or is open. The *crux* is the smallest such set.
Single moves are tried on the :data:`LEAVES` leaves nearest to the contested heads, sets of two and
more on the nearest :data:`POOL`. Of sets of one size, the first is taken: nearer leaves before
others, equals in reading order, falling before standing.

What comes of it is what the annotations imply, and does not say which side is right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from argmap.errors import ArgmapError
from argmap.model import Flag, Kind
from argmap.weigh.judging import CONTESTED, FALLS, STANDS, Judge, state_kind
from argmap.weigh.network import Network
from argmap.weigh.spreading import spread, undo
from argmap.weigh.standing import Standing, Weighing

__all__ = ["LEAVES", "POOL", "SIZE", "Case", "Move", "Outcome", "Side", "case_of"]

LEAVES = 1000
"""How many leaves, the nearest ones, single moves are tried on."""
POOL = 40
"""How many leaves, the nearest ones, sets of two and more are made of."""
SIZE = 2
"""The largest set that is tried, where no other size is asked for."""
_LARGEST = 3


class Outcome(StrEnum):
    """How a question comes out between two sides.

    *Contested*: a head of either side is. Else *carried*: of one side some heads stand, and of the
    other, which has some, none; *both stand*: some of each do; *unanswered*: some of one side do,
    and the other has no head; *open*: none of either does.
    """

    CONTESTED = "contested"
    CARRIED = "carried"
    BOTH = "both stand"
    UNANSWERED = "unanswered"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its heads by standing, and the accepted statements on which those lean that stand.

    These are evidence, assumptions and what is conceded, down all supports that hold; all are keys
    in reading order.
    """

    heads: tuple[str, ...]
    standing: tuple[str, ...]
    contested: tuple[str, ...]
    leans_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A statement that falls or stands, and how it stood before."""

    key: str
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class Case:
    """A question weighed.

    ``carried_by`` is 0 for the left side and 1 for the right where the outcome is *carried* or
    *unanswered*, else None. ``crux`` is empty where nothing is contested, and where no set of up to
    ``searched`` moves settles the question.
    """

    left: Side
    right: Side
    outcome: Outcome
    carried_by: int | None
    crux: tuple[Move, ...]
    searched: int


def case_of(
    weighing: Weighing, left: Collection[str], right: Collection[str], *, size: int = SIZE
) -> Case:
    """Weigh a question, given the heads of both sides, and look for its crux.

    Heads without a standing, that is questions, are passed over. ``size``, from 0 to 3, is the
    largest set of moves tried. Linear in the graph, and a weighing of what changes for each set: at
    most two for each leaf, and some 3,000 of two moves. Raises :class:`ArgmapError` for another
    size.
    """
    if not 0 <= size <= _LARGEST:
        raise ArgmapError(f"a crux is looked for up to a size of {_LARGEST}, and not of {size}")
    sides = (_side(weighing, left), _side(weighing, right))
    outcome, carried_by = _outcome(*sides)
    crux: tuple[Move, ...] = ()
    if outcome is Outcome.CONTESTED:
        crux = _Search(weighing, sides).crux(size)
    return Case(*sides, outcome, carried_by, crux, size)


def _side(weighing: Weighing, heads: Collection[str]) -> Side:
    keys = weighing.graph.in_reading_order({key for key in heads if key in weighing.standings})
    stand = [key for key in keys if weighing.standings[key] is Standing.STANDS]
    contested = [key for key in keys if weighing.standings[key] is Standing.CONTESTED]
    return Side(keys, tuple(stand), tuple(contested), _leans_on(weighing, stand))


def _leans_on(weighing: Weighing, keys: Iterable[str]) -> tuple[str, ...]:
    net, states = weighing.network, weighing.states
    found: set[int] = set()
    seen = {net.number[key] for key in keys}
    open_nodes = list(seen)
    while open_nodes:
        node = open_nodes.pop()
        if _accepted(net, node):
            found.add(node)
        for step in net.supports[node]:
            if states[step] == STANDS:
                new = [source for source in net.step(step).sources if source not in seen]
                seen.update(new)
                open_nodes.extend(new)
    return tuple(net.keys[node] for node in sorted(found))


def _accepted(net: Network, node: int) -> bool:
    statement = net.statements[node]
    return statement.accepted or statement.has(Flag.CONCEDED)


def _outcome(left: Side, right: Side) -> tuple[Outcome, int | None]:
    if left.contested or right.contested:
        return Outcome.CONTESTED, None
    if left.standing and right.standing:
        return Outcome.BOTH, None
    for number, (side, other) in enumerate(((left, right), (right, left))):
        if side.standing:
            return (Outcome.CARRIED if other.heads else Outcome.UNANSWERED), number
    return Outcome.OPEN, None


class _Search:
    """Tries moves on one question, and puts back what they change."""

    def __init__(self, weighing: Weighing, sides: tuple[Side, Side]) -> None:
        self.net = weighing.network
        self.judge = Judge(self.net)
        self.judge.values = list(weighing.states)
        self.goals = [
            [self.net.number[key] for key in side.contested] for side in sides if side.contested
        ]
        heads = [node for goal in self.goals for node in goal]
        self.leads = self.net.leading_to(heads)
        self.leaves = self._nearest_leaves(heads)

    def _nearest_leaves(self, heads: Sequence[int]) -> list[int]:
        """Return the leaves, nearer ones first, equals in reading order; linear."""
        net = self.net
        seen = set(heads)
        level = sorted(seen)
        leaves: list[int] = []
        while level:
            below = {node for each in level for node in net.below(each)} - seen
            seen |= below
            level = sorted(below)
            leaves.extend(node for node in level if node < net.count and self._is_leaf(node))
        return leaves

    def _is_leaf(self, node: int) -> bool:
        if self.net.statements[node].kind is Kind.QUESTION:
            return False
        return _accepted(self.net, node) or not self.net.supports[node]

    def crux(self, size: int) -> tuple[Move, ...]:
        for number in range(1, size + 1):
            leaves = self.leaves[: LEAVES if number == 1 else POOL]
            for chosen in combinations(leaves, number):
                for fates in self._fates(chosen):
                    if self._settles(dict(zip(chosen, fates, strict=True))):
                        return tuple(self._move(*move) for move in zip(chosen, fates, strict=True))
        return ()

    def _fates(self, leaves: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Yield the states that some leaves can be moved to, falling before standing."""
        values = self.judge.values
        found: list[tuple[int, ...]] = [()]
        for leaf in leaves:
            kind = state_kind(values[leaf])
            fates = [fate for fate in (FALLS, STANDS) if fate != kind]
            found = [(*before, fate) for before in found for fate in fates]
        return iter(found)

    def _settles(self, moves: dict[int, int]) -> bool:
        judge = self.judge
        judge.forced = moves
        changed = spread(judge, moves, leads=self.leads)
        judge.forced = {}
        settled = any(
            all(state_kind(judge.values[node]) != CONTESTED for node in goal) for goal in self.goals
        )
        undo(judge.values, changed)
        return settled

    def _move(self, node: int, fate: int) -> Move:
        names = (None, Standing.STANDS, Standing.FALLS, Standing.CONTESTED, Standing.OPEN)
        before, after = names[state_kind(self.judge.values[node])], names[fate]
        assert before is not None
        assert after is not None
        return Move(self.net.keys[node], before, after)
