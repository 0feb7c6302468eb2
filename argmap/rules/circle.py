"""Circles, as the two rules about them tell of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import LinkType, Range
from argmap.rules.naming import called

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph, Circle


def place_of(graph: ArgumentGraph, circle: Circle) -> tuple[str, Range]:
    """Where a circle is reported: the path and place of its first statement, else of its link."""
    if circle.statements:
        first = circle.statements[0]
        return graph.essay_of(first).path, graph.statements[first].text_range
    link = graph.links[circle.links[0]]
    return link.path, link.range


def way_round(graph: ArgumentGraph, circle: Circle) -> str:
    """Tell the whole way: ``'a' supports 'b', which attacks 'a'``."""
    home = graph.essay_of(circle.keys[0]).key
    steps: list[str] = []
    for key in circle.links:
        link = graph.links[key]
        verb = "attacks" if link.type is LinkType.ATTACKS else "supports"
        steps.append(f"{verb} {called(graph, link.target, home)}")
    return f"{called(graph, circle.keys[0], home)} {', which '.join(steps)}"
