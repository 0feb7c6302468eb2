"""AIF as JSON, the nodesets of AIFdb: both ways.

The Argument Interchange Format (Chesñevar et al., "Towards an argument interchange format", The
Knowledge Engineering Review 21(4), 2006) is a graph of information nodes and of scheme nodes, which
apply rules of inference (RA), conflict (CA), rephrase (MA) and preference (PA). Its JSON, as
AIFdb gives it out, has the lists ``nodes``, ``edges`` and ``locutions``, of which real files leave
parts out; ids are texts, and in some files numbers.
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
    """Look for nodes and edges, and for the names that AIF gives to ids."""
    if not {"nodes", "edges"} & head.keys:
        return NO
    if head.holds(r'"nodeID"|"fromID"'):
        return CERTAIN
    return LIKELY if "locutions" in head.keys else NO


def read(source: Source) -> Reading:
    """Read a nodeset as one essay."""
    from argmap.formats.aif.reading import read_nodeset
    from argmap.formats.safe.json import read_json

    data, faults = read_json(source)
    return read_nodeset(source, data, faults)


def write(graph: ArgumentGraph) -> Written:
    """Write a graph as one nodeset.

    AIF has no place for kinds, flags, sources and the like of statements, nor for essays.
    """
    from argmap.formats import json_text
    from argmap.formats.aif.writing import nodeset_of

    data, losses = nodeset_of(graph)
    return Written((Output(".json", json_text.write(data).encode()),), losses)


FORMAT = Format("aif", "AIF JSON (AIFdb nodesets)", (".json",), read, write, sniff)
