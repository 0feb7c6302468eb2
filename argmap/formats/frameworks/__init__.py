"""Abstract frameworks in ICCMA's formats: arguments without words, and attacks between them.

An argument becomes a claim whose text is its name. Written, every statement is an argument; what is
no attack of one statement on another cannot be said, and is counted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.formats.frameworks.iccma import FrameworkFormat
from argmap.formats.interface import (
    CERTAIN,
    LIKELY,
    NO,
    Format,
    Head,
    Losses,
    Output,
    Reading,
    Source,
    Unreadable,
    Written,
)
from argmap.model import Kind, LinkType, Position, Range

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["framework_format"]

_NAMES = {
    FrameworkFormat.APX: ("apx", "ICCMA apx", ".apx"),
    FrameworkFormat.TGF: ("tgf", "ICCMA tgf (trivial graph format)", ".tgf"),
    FrameworkFormat.P_AF: ("p-af", "ICCMA p af (2023)", ".af"),
}
_BEGINNINGS = {
    FrameworkFormat.APX: (re.compile(r"(?:\s*%.*\n|\s)*(?:arg|att)\([^()]*\)\s*\."), CERTAIN),
    FrameworkFormat.P_AF: (re.compile(r"(?:#.*\n|\s)*p af \d+\s*$", re.MULTILINE), CERTAIN),
    FrameworkFormat.TGF: (
        re.compile(r"(?:\S+[^\n\S]*\n)+#[^\n\S]*(?:\n\S+ \S+[^\n\S]*)*\s*\Z"),
        LIKELY,
    ),
}
_PLACE = re.compile(r", line (\d+): ")
_UNSAFE = re.compile(r"\W", re.ASCII)


def framework_format(which: FrameworkFormat) -> Format:
    """Return one of the three formats, to be read and written."""
    name, title, suffix = _NAMES[which]

    def read(source: Source) -> Reading:
        """Read a framework; linear. Raises :class:`Unreadable` for its first fault."""
        return _read(source, name)

    def write(graph: ArgumentGraph) -> Written:
        """Write the statements as arguments and the attacks between them; linear."""
        return _write(graph, which, suffix)

    def sniff(head: Head) -> int:
        pattern, certainty = _BEGINNINGS[which]
        text = head.data[:4096].decode("utf-8", "replace").replace("\r\n", "\n")
        return certainty if pattern.match(text) else NO

    return Format(name, title, (suffix,), read, write, sniff)


def _read(source: Source, name: str) -> Reading:
    from argmap.formats.building_essays import Edge, Node, essay_from
    from argmap.formats.frameworks.iccma import read_framework

    try:
        framework, _ = read_framework(source.data, "")
    except ArgmapError as error:
        found = _PLACE.match(str(error))
        if found is None:
            raise Unreadable(str(error).lstrip(":, ")) from None
        line = int(found[1])
        place = Range(Position(line, 1), Position(line, 1))
        raise Unreadable(str(error)[found.end() :], place) from None
    nodes = [Node(each, each, kind=Kind.CLAIM) for each in framework.arguments]
    edges = [
        Edge(LinkType.ATTACKS, (framework.arguments[attacker],), framework.arguments[target])
        for attacker, target in framework.attacks
    ]
    return essay_from(source, name, nodes, edges)


def _write(graph: ArgumentGraph, which: FrameworkFormat, suffix: str) -> Written:
    from argmap.formats.aif.conflicts import with_attacks_for_contradictions
    from argmap.formats.frameworks.iccma import write_framework
    from argmap.formats.not_kept import not_kept
    from argmap.weigh.frameworks import Framework

    losses = Losses()
    graph = with_attacks_for_contradictions(graph, losses)
    not_kept(graph, losses, own=_NAMES[which][0])
    names: dict[str, str] = {}
    taken: set[str] = set()
    for key, statement in graph.statements.items():
        plain = _UNSAFE.sub("_", statement.name).lstrip("_") or "a"
        name, number = plain, 1
        while name in taken:
            number += 1
            name = f"{plain}_{number}"
        taken.add(name)
        names[key] = name
        if statement.text != name:
            losses.add("texts", statement.name)
    attacks: list[tuple[str, str]] = []
    for link in graph.links.values():
        called = link.name or link.key.rpartition(":")[2]
        if link.type is not LinkType.ATTACKS:
            losses.add(f"links that are no attacks ({link.type})", called)
        elif link.target not in names:
            losses.add("attacks on steps", called)
        else:
            if len(link.sources) > 1:
                losses.add("linked premises, which attack one by one", called)
            attacks.extend((names[source], names[link.target]) for source in link.sources)
    if not names:  # apx has no way to say so
        return Written((Output(suffix, b"p af 0\n" if which is FrameworkFormat.P_AF else b"\n"),))
    text = write_framework(Framework.of(names.values(), attacks), which)
    return Written((Output(suffix, text.encode()),), losses.found())
