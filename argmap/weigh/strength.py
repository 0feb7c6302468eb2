"""How strong each statement and link is, by a gradual semantics.

The graph is read as a weighted bipolar one. A statement's base score is its ``weight``, or 0.5. A
link is a node of its own: its base score is the strength of the weakest of its premises, what
attacks or supports the link bears on that, and support never carries a link above its weakest
premise. A link of one premise on which nothing bears is therefore just as strong as that premise,
so that a graph without such links is weighed as the sources of the semantics say.
``contradicts`` attacks each way; ``restates`` adds nothing, for a thing said twice is no stronger.

Where there are no circles, every node is weighed once, after all that bears on it. A circle is
weighed round after round, each value used as soon as it is known, from the base scores on, until
no value moves by more than :data:`TOLERANCE` or after :data:`ROUNDS` rounds (fewer, but at least
100, where a circle has more than 5,000 nodes).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.model import Kind, LinkType
from argmap.weigh.network import Network, network
from argmap.weigh.semantics import SEMANTICS

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["BASE", "ROUNDS", "TOLERANCE", "Scale", "Strengths", "strengths"]

BASE = 0.5
"""The base score of a statement without a ``weight``."""
TOLERANCE = 1e-9
"""In a circle, the most that a value may still move in a round when the circle has settled."""
ROUNDS = 1000
"""How many rounds a circle is given to settle."""
_MOST_UPDATES = 5_000_000
_FEWEST_ROUNDS = 100


@dataclass(frozen=True, slots=True, eq=False)
class Strengths:
    """Strengths from 0 to 1, by key: of all statements but questions, and of links.

    ``unsettled`` are the keys in circles whose values had not settled after the last round;
    ``rounds`` is the number that the slowest circle took, 0 where there is none.
    """

    semantics: str
    values: Mapping[str, float]
    unsettled: tuple[str, ...]
    rounds: int


def strengths(
    graph: ArgumentGraph,
    semantics: str = "df-quad",
    *,
    without: Collection[str] = (),
    assume: Collection[str] = (),
) -> Strengths:
    """Weigh all statements and links of a graph; linear in these, where there are no circles.

    ``semantics`` is one of :data:`SEMANTICS`. What stands in ``without`` gets the strength 0, and
    what stands in ``assume`` 1, whatever bears on it. Raises :class:`ArgmapError` for an unknown
    semantics, with the known ones, and KeyError for an unknown key.
    """
    scale = Scale(network(graph), semantics)
    scale.forced = forced_strengths(scale.net, without, assume)
    scale.settle_all()
    return strengths_of(scale)


def forced_strengths(
    net: Network, without: Collection[str], assume: Collection[str]
) -> dict[int, float]:
    """Return the strengths that are given, by node. Raises KeyError for an unknown key."""
    forced = {node: 0.0 for key in without for node in net.nodes_of(key)}
    forced.update({node: 1.0 for key in assume for node in net.nodes_of(key)})
    return forced


def strengths_of(scale: Scale) -> Strengths:
    """Return the strengths on a scale, by key."""
    net = scale.net
    found = {
        key: value
        for key, statement, value in zip(net.keys, net.statements, scale.values, strict=False)
        if statement.kind is not Kind.QUESTION
    }
    unsettled = [net.keys[node] for node in sorted(scale.unsettled) if node < net.count]
    for key, nodes in net.steps_of.items():
        if nodes:
            found[key] = scale.values[nodes[0]]
            if not scale.unsettled.isdisjoint(nodes):
                unsettled.append(key)
    return Strengths(scale.name, MappingProxyType(found), tuple(unsettled), scale.rounds)


class Scale:
    """Weighs the nodes of one network, one after another.

    ``values`` holds strengths, by number; ``forced`` those that are given and not weighed.
    """

    def __init__(self, net: Network, semantics: str) -> None:
        if semantics not in SEMANTICS:
            known = ", ".join(SEMANTICS)
            raise ArgmapError(f"there is no semantics {semantics!r}: use {known}")
        self.name = semantics
        self._semantics = SEMANTICS[semantics]
        self.net = net
        self.forced: Mapping[int, float] = {}
        self.base = [BASE if s.weight is None else s.weight for s in net.statements]
        self.values: list[float] = [0.0] * len(net.onward)
        self.unsettled: set[int] = set()
        self.rounds = 0
        self._supports = [
            [step for step in steps if net.step(step).type is not LinkType.RESTATES]
            if steps
            else steps
            for steps in net.supports
        ]

    def settle_all(self) -> None:
        """Weigh everything."""
        rank = self.net.rank
        for place, node in enumerate(self.net.order):
            if rank[node] == place:
                self.settle(place)

    def settle(self, place: int) -> None:
        """Weigh what stands at a place of the order: a node, or a whole circle."""
        members = self.net.circles.get(place)
        if members is None:
            node = self.net.order[place]
            self.values[node] = self._weigh(node)
            return
        count, values = self.net.count, self.values
        for node in members:
            if node < count:
                values[node] = self.base[node]
        for node in members:
            if node >= count:
                values[node] = min([values[source] for source in self.net.step(node).sources])
        self.unsettled.difference_update(members)
        allowed = max(_FEWEST_ROUNDS, min(ROUNDS, _MOST_UPDATES // len(members)))
        for number in range(1, allowed + 1):
            moved = 0.0
            for node in members:
                value = self._weigh(node)
                moved = max(moved, abs(value - values[node]))
                values[node] = value
            if moved <= TOLERANCE:
                self.rounds = max(self.rounds, number)
                return
        self.rounds = max(self.rounds, allowed)
        self.unsettled.update(members)

    def _weigh(self, node: int) -> float:
        forced = self.forced.get(node)
        if forced is not None:
            return forced
        values, net = self.values, self.net
        attacks, supports = net.attacks[node], self._supports[node]
        if node < net.count:
            base = self.base[node]
            if not attacks and not supports:
                return base
            return self._semantics(
                base, [values[step] for step in attacks], [values[step] for step in supports]
            )
        sources = net.steps[node - net.count].sources
        base = values[sources[0]] if len(sources) == 1 else min([values[s] for s in sources])
        if not attacks:  # what supports a step makes up for attacks, and does no more
            return base
        against, for_it = [values[a] for a in attacks], [values[s] for s in supports]
        return min(base, self._semantics(base, against, for_it))
