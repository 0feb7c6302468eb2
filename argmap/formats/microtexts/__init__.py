"""The XML of the arg-microtexts corpus: both ways.

Peldszus and Stede, "An annotated corpus of argumentative microtexts" (ECA 2015): a text is cut into
elementary units (``edu``), which alone or together (``joint``) ground an argumentative one
(``adu``), voiced by the proponent or an opponent. An edge supports (``sup``; by an example,
``exa``), rebuts a unit (``reb``), undercuts another edge of any type (``und``), or adds a premise
to one (``add``). The scheme is that of Freeman, as the corpus' ``arggraph.dtd`` has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.interface import CERTAIN, NO, Format, Head, Output, Reading, Source, Written

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["FORMAT", "read", "sniff", "write"]


def sniff(head: Head) -> int:
    """The root is called like no other."""
    return CERTAIN if head.root == "arggraph" else NO


def read(source: Source) -> Reading:
    """Read one text as one essay."""
    from argmap.formats.microtexts.reading import read_arggraph
    from argmap.formats.safe.xml import read_xml

    root, faults = read_xml(source)
    return read_arggraph(source, root, faults)


def write(graph: ArgumentGraph) -> Written:
    """Write each essay as a text of its own; links between essays are lost."""
    from argmap.formats.microtexts.writing import arggraphs_of

    texts, losses = arggraphs_of(graph)
    several = len(texts) > 1
    files = [
        Output(".xml", text.encode("utf-8", "replace"), name if several else "")
        for name, text in texts
    ]
    return Written(tuple(files), losses)


FORMAT = Format("microtexts", "arg-microtexts XML", (".xml",), read, write, sniff)
