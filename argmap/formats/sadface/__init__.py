"""SADFace, the Simple Argument Description Format of Open Argumentation: both ways.

Its graph has the shape of AIF's: *atoms* are statements, *schemes* the steps between them, called
``support``, ``conflict`` or by an argumentation scheme. Any tool may keep what it needs in the
``metadata`` of the document and of nodes, under its own name; what SADFace has no field for stands
there under ``argmap``, so that next to nothing is lost. Ids are UUIDs, as its validator wants them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.interface import (
    CERTAIN,
    LIKELY,
    NO,
    Format,
    Head,
    Output,
    Reading,
    Source,
    Written,
)

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["FORMAT", "read", "sniff", "write"]


def sniff(head: Head) -> int:
    """Look for nodes and edges, and for atoms or the names of an edge's ends."""
    if not {"nodes", "edges"} <= head.keys:
        return NO
    if head.holds(r'"source_id"') or head.holds(r'"type"\s*:\s*"atom"'):
        return CERTAIN
    return LIKELY if {"resources", "metadata"} <= head.keys else NO


def read(source: Source) -> Reading:
    """Read a document as one essay."""
    from argmap.formats.sadface.reading import read_document
    from argmap.formats.safe.json import read_json

    data, faults = read_json(source)
    return read_document(source, data, faults)


def write(graph: ArgumentGraph) -> Written:
    """Write a graph as one document; which essay a statement is of is not kept."""
    from argmap.formats import json_text
    from argmap.formats.sadface.writing import document_of

    data, losses = document_of(graph)
    return Written((Output(".json", json_text.write(data).encode()),), losses)


FORMAT = Format("sadface", "SADFace", (".json",), read, write, sniff)
