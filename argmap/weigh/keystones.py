"""What a case leans on: statements and sources without which theses come out otherwise.

Each statement is let fall in turn, and only what that changes is weighed again
(:mod:`argmap.weigh.spreading`). Where all further change passes through one node, as at each step
of a chain, what follows from its new standing is remembered: a chain or a tree of any length is
walked once, not once a statement. Strengths are followed until a change is less than a billionth.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.model import Kind
from argmap.weigh.judging import FALLS, STANDS, Judge, state_kind
from argmap.weigh.network import Network, network
from argmap.weigh.spreading import spread, undo
from argmap.weigh.standing import STANDINGS, Standing, main_statements
from argmap.weigh.strength import TOLERANCE, Scale

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["Keystone", "Keystones", "Turn", "keystones", "sources"]


@dataclass(frozen=True, slots=True)
class Turn:
    """What becomes of one thesis: its standing and strength before and after."""

    thesis: str
    before: Standing
    after: Standing
    was: float
    now: float


@dataclass(frozen=True, slots=True)
class Keystone:
    """A statement (``name`` is its key), or a source (its name), and what hangs on it.

    ``keys`` are the statements that fall with it; ``turns`` the theses, other than these, whose
    standing changes or that lose or gain strength, in reading order. ``claims``, told of sources
    only, are all the claims that stand with them and not without.
    """

    name: str
    keys: tuple[str, ...]
    turns: tuple[Turn, ...]
    claims: tuple[str, ...] = ()

    @property
    def changed(self) -> int:
        """How many theses change their standing."""
        return sum(turn.before is not turn.after for turn in self.turns)

    @property
    def lost(self) -> float:
        """How much strength the theses lose, less what they gain, all together."""
        return sum(turn.was - turn.now for turn in self.turns)


@dataclass(frozen=True, slots=True)
class Keystones:
    """Statements and sources by what hangs on them, the weightiest first.

    That is: by the number of theses that change their standing, then of claims that no longer
    stand, then by the strength lost, then in reading order. What changes nothing is left out.
    """

    theses: tuple[str, ...]
    statements: tuple[Keystone, ...]
    sources: tuple[Keystone, ...]


def sources(graph: ArgumentGraph, paths: Collection[str] = ()) -> dict[str, tuple[str, ...]]:
    """Return the sources that statements name, each with their keys, by reading order; linear.

    Names that differ only in case or white space are one, called as it is written first. ``paths``
    keeps to the essays there.
    """
    names: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for essay in graph.essays:
        if paths and essay.path not in paths:
            continue
        for statement in essay.statements:
            if statement.source:
                name = " ".join(statement.source.split())
                first = names.setdefault(name.casefold(), name)
                found.setdefault(first, []).append(statement.key)
    return {name: tuple(keys) for name, keys in found.items()}


def keystones(
    graph: ArgumentGraph,
    *,
    semantics: str = "df-quad",
    theses: Iterable[str] | None = None,
    paths: Collection[str] = (),
) -> Keystones:
    """Find what the theses lean on; see the module for the cost.

    ``theses`` are keys of statements; by default all main statements. ``paths`` keeps what is told
    of claims to the essays there. Raises KeyError for a thesis that is not there,
    :class:`ArgmapError` for an unknown semantics.
    """
    net = network(graph)
    wanted = main_statements(graph) if theses is None else tuple(dict.fromkeys(theses))
    goals = [net.number[key] for key in wanted]
    search = _Search(net, semantics, goals)
    found = []
    for node, statement in enumerate(net.statements):
        if search.leads[node] and statement.kind is not Kind.QUESTION:
            stone = search.stone(statement.key, [node])
            if stone.turns:
                found.append(stone)
    groups = []
    for name, keys in sources(graph).items():
        stone = search.stone(name, [net.number[key] for key in keys])
        claims = search.claims(stone.keys)
        if paths:
            claims = tuple(key for key in claims if graph.essay_of(key).path in paths)
        stone = replace(stone, claims=claims)
        if stone.turns or stone.claims:
            groups.append(stone)
    return Keystones(wanted, _ranked(found), _ranked(groups))


def _ranked(stones: Sequence[Keystone]) -> tuple[Keystone, ...]:
    return tuple(sorted(stones, key=lambda s: (-s.changed, -len(s.claims), -round(s.lost, 9))))


class _Search:
    """Lets statements fall and puts them back, on one network."""

    def __init__(self, net: Network, semantics: str, goals: Sequence[int]) -> None:
        self.net = net
        self.goals = frozenset(goals)
        self.leads = net.leading_to(goals)
        self.judge = Judge(net)
        self.judge.settle_all()
        self.scale = Scale(net, semantics)
        self.scale.settle_all()
        self._known: dict[tuple[int, int], Mapping[int, int]] = {}

    def stone(self, name: str, nodes: Sequence[int]) -> Keystone:
        states = self._standings(nodes)
        values = self._strengths(nodes)
        turns = []
        for goal in sorted({*states, *values} - set(nodes)):
            old, was = self.judge.values[goal], self.scale.values[goal]
            before, after = STANDINGS[state_kind(old)], STANDINGS[state_kind(states.get(goal, old))]
            now = values.get(goal, was)
            if before is not None and after is not None and (before is not after or now != was):
                turns.append(Turn(self.net.keys[goal], before, after, was, now))
        return Keystone(name, tuple(self.net.keys[node] for node in nodes), tuple(turns))

    def claims(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Return the claims that stand, and no longer do when some statements fall."""
        judge, net = self.judge, self.net
        nodes = [net.number[key] for key in keys]
        judge.forced = dict.fromkeys(nodes, FALLS)
        changed = spread(judge, nodes)
        judge.forced = {}
        undo(judge.values, changed)
        return tuple(
            net.keys[node]
            for node, old in sorted(changed.items())
            if old == STANDS
            and node < net.count
            and net.statements[node].kind is Kind.CLAIM
            and node not in nodes
        )

    def _standings(self, nodes: Sequence[int]) -> dict[int, int]:
        """Return the theses that change, with their new states, when some statements fall."""
        judge, values = self.judge, self.judge.values
        after: dict[int, int] = {}
        passed: list[tuple[tuple[int, int], dict[int, int]]] = []

        def cut(node: int) -> bool:
            key = (node, values[node])
            known = self._known.get(key)
            if known is None:
                passed.append((key, {}))
                return False
            after.update(known)
            return True

        judge.forced = dict.fromkeys(nodes, FALLS)
        changed = spread(judge, nodes, leads=self.leads, cut=cut)
        judge.forced = {}
        own = {node: values[node] for node in changed if node in self.goals}
        undo(values, changed)
        # What follows from each place passed is what changed behind it; ranks tell what does.
        rank = self.net.rank
        everything = {**own, **after}
        for (node, state), _ in passed:
            self._known[node, state] = {
                goal: value for goal, value in everything.items() if rank[goal] >= rank[node]
            }
        return everything

    def _strengths(self, nodes: Sequence[int]) -> dict[int, float]:
        """Return the theses that change, with their new strengths, when some statements fall."""
        scale, values = self.scale, self.scale.values
        scale.forced = dict.fromkeys(nodes, 0.0)
        changed = spread(scale, nodes, leads=self.leads, least=TOLERANCE)
        scale.forced = {}
        found = {node: values[node] for node in changed if node in self.goals}
        undo(values, changed)
        return found
