"""What stands: each statement and link labelled, with the reason in a sentence.

The definition is that of docs/weighing.md, in the line of ASPIC+ (Modgil and Prakken 2014) and
Carneades (Gordon, Prakken and Walton 2007), read by Dung's grounded semantics (1995). A label says
what the annotations imply, never who is right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.model import Flag, Kind, LinkType
from argmap.weigh.judging import FALLS, STANDS, Judge, state_kind
from argmap.weigh.network import Network, network

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["Standing", "Weighing", "main_statements", "weigh"]


class Standing(StrEnum):
    """How a statement or link comes out."""

    STANDS = "stands"
    FALLS = "falls"
    CONTESTED = "contested"
    OPEN = "open"


STANDINGS = (None, Standing.STANDS, Standing.FALLS, Standing.CONTESTED, Standing.OPEN)


@dataclass(frozen=True, slots=True, eq=False)
class Weighing:
    """What came out of weighing a graph.

    ``standings`` holds the standing of every statement but questions, in reading order, and of
    every link but restatements that give no grounds. ``forced`` are the keys that were left out or
    assumed.
    """

    graph: ArgumentGraph
    standings: Mapping[str, Standing]
    network: Network
    states: Sequence[int]
    forced: Mapping[str, Standing]

    def reason(self, key: str) -> str:
        """Return one sentence that says why, naming what decides, in reading order.

        Raises KeyError for what has no standing. O(what bears on it directly).
        """
        from argmap.weigh.reasons import reason

        return reason(self, key)

    def count(self, standing: Standing, keys: Iterable[str]) -> int:
        """Count those among some keys that have one standing."""
        return sum(self.standings.get(key) is standing for key in keys)


def weigh(
    graph: ArgumentGraph, *, without: Collection[str] = (), assume: Collection[str] = ()
) -> Weighing:
    """Label all statements and links of a graph; linear in these and the ends of links.

    ``without`` are statements or links to leave out, which then fall, and ``assume`` some to take
    for standing, whatever speaks against them. Raises KeyError for an unknown key.
    """
    net = network(graph)
    judge = Judge(net)
    judge.forced = forced_states(net, without, assume)
    judge.settle_all()
    forced = dict.fromkeys(without, Standing.FALLS) | dict.fromkeys(assume, Standing.STANDS)
    return Weighing(
        graph, standings_of(net, judge.values), net, judge.values, MappingProxyType(forced)
    )


def forced_states(
    net: Network, without: Collection[str], assume: Collection[str]
) -> dict[int, int]:
    """Return the states that are given, by node. Raises KeyError for an unknown key."""
    forced = {node: FALLS for key in without for node in net.nodes_of(key)}
    forced.update({node: STANDS for key in assume for node in net.nodes_of(key)})
    return forced


def standings_of(net: Network, states: Sequence[int]) -> Mapping[str, Standing]:
    """Return the standings that some states amount to, by key."""
    found: dict[str, Standing] = {}
    for key, statement, state in zip(net.keys, net.statements, states, strict=False):
        standing = STANDINGS[state_kind(state)]
        if standing is not None and statement.kind is not Kind.QUESTION:
            found[key] = standing
    for key, nodes in net.steps_of.items():
        if len(nodes) == 1:
            standing = STANDINGS[state_kind(states[nodes[0]])]
            if standing is not None:
                found[key] = standing
        elif nodes:
            found[key] = link_standing([states[node] for node in nodes])
    return MappingProxyType(found)


def link_standing(states: Sequence[int]) -> Standing:
    """Return the standing of a link from its steps': of a symmetric one, of the stronger way."""
    kinds = {STANDINGS[state_kind(state)] for state in states}
    order = (Standing.STANDS, Standing.CONTESTED, Standing.OPEN, Standing.FALLS)
    return next(standing for standing in order if standing in kinds)


def main_statements(graph: ArgumentGraph, paths: Collection[str] = ()) -> tuple[str, ...]:
    """Return the theses of the essays at ``paths``, or of all, in reading order; linear.

    Of an essay that marks none, they are the claims that support and attack nothing.
    """
    found: list[str] = []
    for essay in graph.essays:
        if paths and essay.path not in paths:
            continue
        theses = [s.key for s in essay.statements if s.has(Flag.THESIS)]
        found += theses or [
            s.key
            for s in essay.statements
            if s.kind is Kind.CLAIM
            and not graph.links_from(s.key, LinkType.SUPPORTS, LinkType.ATTACKS)
        ]
    return tuple(found)
