"""argmap's own JSON document as a format; :mod:`argmap.formats.documents.graph` writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.interface import CERTAIN, NO, Format, Head, Output, Reading, Source, Written

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["FORMAT", "read", "write"]


def sniff(head: Head) -> int:
    """A document says what it is by its first key."""
    return CERTAIN if {"argmap", "essays"} <= head.keys else NO


def read(source: Source) -> Reading:
    """Read a document; it is read whole or not at all."""
    from argmap.formats.documents.graph import loads

    graph = loads(source.data, default_lang=source.lang)
    return Reading(graph.essays, tuple(graph.links.values()))


def write(graph: ArgumentGraph) -> Written:
    """Write a document. It holds all that a graph says."""
    from argmap.formats.documents.graph import dumps

    return Written((Output(".json", dumps(graph).encode()),))


FORMAT = Format("json", "argmap JSON document", (".json",), read, write, sniff)
