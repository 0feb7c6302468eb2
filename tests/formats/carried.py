"""What a format that knows statements, supports and attacks must carry, and what it has lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from argmap.formats.interface import Format, Loss, Source
from argmap.graph import ArgumentGraph
from argmap.model import Link, LinkType, Statement

Bones = tuple[list[str], list[tuple[str, tuple[int, ...], tuple[str, int]]]]


@dataclass(frozen=True)
class Step:
    type: LinkType
    sources: tuple[str, ...]
    target: str
    key: str


def steps(graph: ArgumentGraph, *, contradictions: bool) -> list[Step]:
    """The links, each contradiction as attacks there and back unless the format knows them."""
    found = []
    for link in graph.links.values():
        if link.type is not LinkType.CONTRADICTS or contradictions:
            found.append(Step(link.type, link.sources, link.target, link.key))
            continue
        found.append(Step(LinkType.ATTACKS, link.sources, link.target, link.key))
        for source in link.sources:
            found.append(
                Step(LinkType.ATTACKS, (link.target,), source, f"{link.key} back {source}")
            )
    return found


def bones(graph: ArgumentGraph, *, contradictions: bool = False) -> Bones:
    """The texts, and the links by the numbers of their ends, in their order."""
    at = {key: ("statement", number) for number, key in enumerate(graph.statements)}
    found = steps(graph, contradictions=contradictions)
    at |= {step.key: ("link", number) for number, step in enumerate(found)}
    return (
        [statement.text for statement in graph.statements.values()],
        [
            (step.type, tuple(sorted(at[each][1] for each in step.sources)), at[step.target])
            for step in found
        ],
    )


def lost(losses: tuple[Loss, ...]) -> dict[str, int]:
    return {loss.kind: loss.count for loss in losses}


def written_and_read(format_: Format, graph: ArgumentGraph) -> tuple[ArgumentGraph, dict[str, int]]:
    """Carry a graph through one file of a format."""
    assert format_.write is not None
    assert format_.read is not None
    written = format_.write(graph)
    (file,) = written.files
    reading = format_.read(Source(f"w{file.suffix}", file.data))
    assert {fault.rule for fault in reading.faults} <= {"empty-text"}
    return reading.graph(), lost(written.losses)


VALUES: Mapping[str, Callable[[Statement], Any]] = {
    "by": lambda s: s.by,
    "sources": lambda s: s.source,
    "urls": lambda s: s.url,
    "dates": lambda s: s.date,
    "quotes": lambda s: s.quote,
    "weights": lambda s: s.weight,
    "paragraphs of the original": lambda s: s.at,
    "section titles": lambda s: s.section,
    "kinds": lambda s: s.kind,
    "flags": lambda s: s.flags,
}


def check_losses(
    before: ArgumentGraph, after: ArgumentGraph, losses: dict[str, int], *, by: str = "by"
) -> None:
    """Each value is there again or counted, one by one, and none that is there is counted."""
    pairs = list(zip(before.statements.values(), after.statements.values(), strict=True))
    for kind, value in VALUES.items():
        differ = [(value(old), value(new)) for old, new in pairs if value(old) != value(new)]
        count = sum(len(old ^ new) for old, new in differ) if kind == "flags" else len(differ)
        assert losses.get(by if kind == "by" else kind, 0) == count, kind
    reasons = sum(1 for link in before.links.values() if link.reason)
    still = sum(1 for link in after.links.values() if link.reason)
    assert losses.get("reasons of links", 0) + losses.get("links", 0) >= reasons - still


def links_of(graph: ArgumentGraph) -> list[tuple[str, list[str], str]]:
    """The links by the names of their ends, for tests of small graphs."""

    def name(key: str) -> str:
        link: Link | None = graph.links.get(key)
        return key.rpartition(":")[2] if link is None else f"<{name(link.sources[0])}>"

    return [
        (str(link.type), [name(source) for source in link.sources], name(link.target))
        for link in graph.links.values()
    ]
