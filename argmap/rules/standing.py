"""Who says a statement, and what that asks of it: the readings that several rules share.

A statement is the author's own unless it is reported (``by``: somebody else's, described, perhaps
only to be answered) or conceded (granted to the other side). Only the author's own statements must
be supported, lead somewhere, and be defended.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import Flag, Kind, LinkType, Statement
from argmap.rules.naming import listed

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph, DeadEnd

OPPOSING = (LinkType.ATTACKS, LinkType.CONTRADICTS)
"""The links that speak against their target."""


def own(statement: Statement) -> bool:
    """Whether the author asserts it: not reported, not conceded, and not a question."""
    return not (
        statement.reported or statement.has(Flag.CONCEDED) or statement.kind is Kind.QUESTION
    )


def is_claim(statement: Statement) -> bool:
    """Whether it is put forward to be shown: a claim, or whatever is marked as a thesis."""
    return statement.kind is Kind.CLAIM or statement.has(Flag.THESIS)


class Upheld(dict[str, frozenset[str]]):
    """What each statement supports directly, looked up once for each, however many its links."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self._graph = graph

    def __missing__(self, key: str) -> frozenset[str]:
        links = self._graph.links_from(key, LinkType.SUPPORTS)
        self[key] = targets = frozenset(link.target for link in links)
        return targets


def adrift(graph: ArgumentGraph) -> frozenset[str]:
    """The statements that state a link which could not be made.

    That is reported where it is stated; that they then seem to bear on nothing has the same cause.
    """
    roles = {link_type.value for link_type in LinkType}
    return frozenset(
        problem.carrier
        for problem in graph.problems
        if problem.role in roles and problem.carrier is not None
    )


def wanted(graph: ArgumentGraph, *types: LinkType) -> frozenset[str]:
    """The statements and links that a misspelt link of one of ``types`` was probably meant for."""
    found: set[str] = set()
    for problem in graph.problems:
        if problem.role in types and problem.nearest is not None:
            key = graph.names.names[problem.essay].get(problem.nearest)
            if key is not None:
                found.add(key)
    return frozenset(found)


class Restated(NamedTuple):
    """Statements of the author's, in one essay, that say the same by ``restates``.

    ``grounded`` tells whether one of them is accepted or supported by something else, ``speaker``
    which of the claims among them stands for all: the thesis, or else the first.
    """

    keys: frozenset[str]
    grounded: bool
    speaker: str | None


def restatements(graph: ArgumentGraph) -> Mapping[str, Restated]:
    """Find what says the same as what, by key, where anything does; linear."""
    alike: dict[str, list[str]] = {}
    for link in graph.links.values():
        if link.type is LinkType.RESTATES:
            for source in link.sources:
                if _both_own(graph, source, link.target):
                    alike.setdefault(source, []).append(link.target)
                    alike.setdefault(link.target, []).append(source)
    found: dict[str, Restated] = {}
    for key in alike:
        if key in found:
            continue
        keys = {key}
        open_keys = [key]
        while open_keys:
            for other in alike[open_keys.pop()]:
                if other not in keys:
                    keys.add(other)
                    open_keys.append(other)
        found.update(dict.fromkeys(keys, _restated(graph, frozenset(keys))))
    return found


def _both_own(graph: ArgumentGraph, one: str, other: str) -> bool:
    together = graph.essay_of(one) is graph.essay_of(other)
    return together and own(graph.statements[one]) and own(graph.statements[other])


def _restated(graph: ArgumentGraph, keys: frozenset[str]) -> Restated:
    grounded = any(
        graph.statements[key].accepted
        or any(not keys.issuperset(link.sources) for link in graph.links_to(key, LinkType.SUPPORTS))
        for key in keys
    )
    claims = [key for key in keys if is_claim(graph.statements[key])]
    rank = {key: (not graph.statements[key].has(Flag.THESIS), graph.order[key]) for key in claims}
    return Restated(keys, grounded, min(claims, key=rank.__getitem__, default=None))


def dependents_of(graph: ArgumentGraph, end: DeadEnd) -> str:
    """Tell what hangs on the end of a chain, nearest first, to go behind what it is; or nothing."""
    keys = list(dict.fromkeys((*end.supports, *end.dependents)))
    if not keys:
        return ""
    home = graph.essay_of(end.key).key
    verb = "depends" if len(keys) == 1 else "depend"
    return f", and {listed(graph, keys, home)} {verb} on it"
