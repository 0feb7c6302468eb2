"""Which edges of another format can be links, and why the others cannot."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from argmap.formats.foreign import Edge, spelt
from argmap.formats.json_text import quoted
from argmap.model import Range

__all__ = ["Report", "sound_edges"]


class Report(Protocol):
    """Takes note of a fault: its rule, its place, what is wrong, and perhaps what to do."""

    def __call__(self, rule: str, place: Range | None, message: str, hint: str = "") -> None:
        """Note it."""


def sound_edges(edges: Sequence[Edge], nodes: Container[str], report: Report) -> list[Edge]:
    """Leave out what cannot be a link, and what rests on such; linear.

    ``nodes`` are the ids of statements, as :func:`~argmap.formats.foreign.spelt` writes them.
    """
    by_id: dict[str, Edge] = {}
    kept: dict[int, Edge] = {}
    for number, edge in enumerate(edges):
        name = None if edge.id is None else spelt(edge.id)
        if name is not None and (name in by_id or name in nodes):
            report("duplicate-id", edge.range, f"the id {quoted(edge.id)} stands already")
            name = None
        if name is not None:
            by_id[name] = edge
        kept[number] = edge
    resting: dict[int, list[int]] = {}
    number_of = {id(edge): number for number, edge in kept.items()}
    dropped: list[int] = []
    for number, edge in list(kept.items()):
        sources = _sources(edge, nodes, by_id, report)
        target = spelt(edge.target)
        wrong = _is_wrong(edge, (target, sources), nodes, by_id, report)
        if wrong or not sources:
            del kept[number]
            dropped.append(number)
            continue
        if sources != tuple(map(spelt, edge.sources)):
            kept[number] = replace(edge, sources=sources)
        if target not in nodes:
            resting.setdefault(number_of[id(by_id[target])], []).append(number)
    while dropped:
        for number in resting.pop(dropped.pop(), ()):
            if kept.pop(number, None) is not None:
                message = f"it bears on the link {quoted(edges[number].target)}, which is not there"
                report("link-not-made", edges[number].range, message)
                dropped.append(number)
    return list(kept.values())


def _sources(
    edge: Edge, nodes: Container[str], by_id: Mapping[str, Edge], report: Report
) -> tuple[str, ...]:
    """Return the statements among the sources of an edge."""
    found: dict[str, None] = {}
    for id_ in edge.sources:
        source = spelt(id_)
        if source in nodes:
            found[source] = None
        elif source in by_id:
            message = f"the link {quoted(id_)} stands as the source of another link"
            report("link-as-source", edge.range, message, "a source is a statement")
        else:
            report("unknown-id", edge.range, f"there is no statement {quoted(id_)}")
    return tuple(found)


def _is_wrong(
    edge: Edge,
    ends: tuple[str, Sequence[str]],
    nodes: Container[str],
    by_id: Mapping[str, Edge],
    report: Report,
) -> bool:
    """Tell whether an edge cannot lead to its target, and report why."""
    target, sources = ends
    if target in sources or by_id.get(target) is edge:
        report("self-reference", edge.range, f"{quoted(edge.target)} bears on itself")
    elif target in nodes or (target in by_id and not edge.type.symmetric):
        return False
    elif target in by_id:
        message = f"{edge.type} leads to {quoted(edge.target)}, which is a link"
        hint = "only a statement can be contradicted or restated"
        report("statement-needed", edge.range, message, hint)
    else:
        message = f"there is no statement or link {quoted(edge.target)}"
        report("unknown-id", edge.range, message)
    return True
