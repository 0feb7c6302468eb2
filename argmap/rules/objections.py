"""What speaks against the author's case, and what answers it: the readings that rules share."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from argmap.model import Flag, Kind, LinkType
from argmap.rules.standing import OPPOSING, Upheld, own, wanted

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Link


def objections(graph: ArgumentGraph, *, conceded: bool = False) -> dict[str, list[Link]]:
    """Find the statements that attack the author's case, each with the links by which it does.

    By key, in the order in which the links are stated; of those that the author grants if
    ``conceded``, else of the others. What attacks an objection that the author has raised speaks
    for the case. Linear.
    """
    upheld = Upheld(graph)
    attacks = _attacks_on_own(graph)
    raised = _raised(graph, attacks)
    against: dict[str, list[Link]] = {}
    for key, links in attacks.items():
        if graph.statements[key].has(Flag.CONCEDED) is conceded:
            for link in links:
                # What it supports as well is AM106.
                if not raised.issuperset(_own_ends(graph, link)) and link.target not in upheld[key]:
                    against.setdefault(key, []).append(link)
    return against


def _attacks_on_own(graph: ArgumentGraph) -> dict[str, list[Link]]:
    """Find what attacks a statement or step of the author's from within its essay."""
    found: dict[str, list[Link]] = {}
    for link in graph.links.values():
        if link.type not in OPPOSING or not _own_ends(graph, link):
            continue
        home = graph.essay_of(link.target)
        for key in link.sources:
            statement = graph.statements[key]
            if statement.kind is Kind.QUESTION or graph.essay_of(key) is not home:
                continue
            # A rival claim is only opposed; by contradicting, only a rebuttal attacks.
            if link.type is LinkType.ATTACKS or statement.kind is Kind.REBUTTAL:
                found.setdefault(key, []).append(link)
    return found


def _own_ends(graph: ArgumentGraph, link: Link) -> list[str]:
    """Return what of the author's a link is about: its target, or who takes that step."""
    if link.target in graph.statements:
        return [link.target] if own(graph.statements[link.target]) else []
    return [key for key in graph.links[link.target].sources if own(graph.statements[key])]


def _raised(graph: ArgumentGraph, attacks: Mapping[str, list[Link]]) -> frozenset[str]:
    """Find the author's own statements that attack the author's case: objections, only raised.

    What attacks nothing of the author's is part of the case; what attacks part of it is raised;
    what attacks only what is raised is part of it again. Where they attack each other in a circle,
    all of them are taken for part of it.
    """
    ends = {
        key: {end for link in links for end in _own_ends(graph, link)}
        for key, links in attacks.items()
        if own(graph.statements[key])
    }
    attackers: dict[str, list[str]] = {}
    for key, attacked in ends.items():
        for end in attacked:
            attackers.setdefault(end, []).append(key)
    waiting = {key: len(attacked) for key, attacked in ends.items()}
    raised: set[str] = set()
    part = deque(end for end in attackers if end not in ends)
    while part:
        for key in attackers.get(part.popleft(), ()):
            if key in raised:
                continue
            raised.add(key)
            for above in attackers.get(key, ()):
                waiting[above] -= 1
                if not waiting[above] and above not in raised:
                    part.append(above)
    return frozenset(raised)


def answered(
    graph: ArgumentGraph, counts: Callable[[str, Link], bool] | None = None
) -> dict[str, str]:
    """Find what is attacked or contradicted from within its essay, and what rests on that; linear.

    Maps the keys of statements and links to that of a statement which answers them; to nothing
    where a misspelt answer was probably meant for them, as that is reported where it is. Only the
    answers of which ``counts`` is true are seen, given who answers and the link by which; all of
    them where it is None.
    """
    found = dict.fromkeys(wanted(graph, *OPPOSING), "")
    for link in graph.links.values():
        if link.type in OPPOSING and link.target not in found:
            home = graph.essay_of(link.target)
            for source in link.sources:
                if graph.essay_of(source) is home and (counts is None or counts(source, link)):
                    found[link.target] = source
                    break
    open_keys = deque(found)
    while open_keys:
        key = open_keys.popleft()
        for link in graph.links_from(key, LinkType.SUPPORTS):
            if link.target not in found:
                found[link.target] = found[key]
                open_keys.append(link.target)
    return found
