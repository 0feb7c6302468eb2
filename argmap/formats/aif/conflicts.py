"""Mutual opposition for formats that know only attacks of one on another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.formats.interface import Losses
from argmap.model import LinkType

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Link

__all__ = ["with_attacks_for_contradictions"]


def with_attacks_for_contradictions(graph: ArgumentGraph, losses: Losses) -> ArgumentGraph:
    """Return a graph in which two attacks, there and back, stand for each contradiction; linear.

    The first of them keeps the link's key, so that what bears on it still does. Each contradiction
    is noted as a loss. The same graph is returned where it has none.
    """
    from argmap.graph import ArgumentGraph, subtype

    links: list[Link] = []
    for link in graph.links.values():
        if link.type is not LinkType.CONTRADICTS:
            links.append(link)
            continue
        losses.add(
            "contradictions, which become two attacks", link.name or link.key.rpartition(":")[2]
        )
        attack = LinkType.ATTACKS
        target = graph.statements[link.target]
        links.append(replace(link, type=attack, subtype=subtype(attack, target)))
        for number, source in enumerate(link.sources, 1):
            links.append(
                replace(
                    link,
                    key=f"{link.key}/back/{number}",
                    type=attack,
                    subtype=subtype(attack, graph.statements[source]),
                    sources=(link.target,),
                    target=source,
                    name=None,
                    reason="",
                )
            )
    if len(links) == len(graph.links):
        return graph
    return ArgumentGraph.of_links(graph.essays, links, default_lang=graph.names.default_lang)
