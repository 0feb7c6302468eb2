"""Who says a statement, and what that asks of it: the readings that several rules share.

A statement is the author's own unless it is reported (``by``: somebody else's, described, perhaps
only to be answered) or conceded (granted to the other side). Only the author's own statements must
be supported, lead somewhere, and be defended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import Flag, Kind, LinkType, Statement
from argmap.rules.naming import listed

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph, DeadEnd


def own(statement: Statement) -> bool:
    """Whether the author asserts it: not reported, not conceded, and not a question."""
    return not (
        statement.reported or statement.has(Flag.CONCEDED) or statement.kind is Kind.QUESTION
    )


def is_claim(statement: Statement) -> bool:
    """Whether it is put forward to be shown: a claim, or whatever is marked as a thesis."""
    return statement.kind is Kind.CLAIM or statement.has(Flag.THESIS)


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


def wanted(graph: ArgumentGraph) -> frozenset[str]:
    """The statements that a misspelt ``supports`` was probably meant for."""
    found: set[str] = set()
    for problem in graph.problems:
        if problem.role == LinkType.SUPPORTS and problem.nearest is not None:
            key = graph.names.names[problem.essay].get(problem.nearest)
            if key is not None:
                found.add(key)
    return frozenset(found)


def same_said(graph: ArgumentGraph, key: str) -> frozenset[str]:
    """The author's own statements in the essay that say the same as ``key``, by ``restates``.

    ``key`` is among them. O(their links).
    """
    home = graph.essay_of(key).key
    found = {key}
    open_keys = [key]
    while open_keys:
        for link in graph.links_from(open_keys.pop(), LinkType.RESTATES):
            for other in (*link.sources, link.target):
                new = other not in found and graph.essay_of(other).key == home
                if new and own(graph.statements[other]):
                    found.add(other)
                    open_keys.append(other)
    return frozenset(found)


def grounded_elsewhere(graph: ArgumentGraph, key: str) -> bool:
    """Whether a restatement of ``key`` is accepted, or supported by something else."""
    same = same_said(graph, key)
    return any(
        graph.statements[other].accepted
        or any(
            source not in same
            for link in graph.links_to(other, LinkType.SUPPORTS)
            for source in link.sources
        )
        for other in same
        if other != key
    )


def dependents_of(graph: ArgumentGraph, end: DeadEnd) -> str:
    """Tell what hangs on the end of a chain, nearest first, to go behind what it is; or nothing."""
    keys = list(dict.fromkeys((*end.supports, *end.dependents)))
    if not keys:
        return ""
    home = graph.essay_of(end.key).key
    verb = "depends" if len(keys) == 1 else "depend"
    return f", and {listed(graph, keys, home)} {verb} on it"
