"""brat standoff: annotations (``.ann``) beside the text they are about (``.txt``), both ways.

The types are those of the Argument Annotated Essays Corpus (Stab and Gurevych 2017):
``MajorClaim``, ``Claim`` and ``Premise``, ``supports`` and ``attacks`` between them, and the
``Stance`` of a claim, ``For`` or ``Against``, which is towards the major claims. The format itself
is described on brat.nlplab.org/standoff.html. Offsets count code points. What brat has no place for
stands in notes of the type ``Argmap``, as JSON, so that next to nothing is lost.
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

_TYPES = "MajorClaim|Claim|Premise|Evidence|Rebuttal|Question"


def sniff(head: Head) -> int:
    """Look for a line that marks a stretch of text: an id, a type and offsets, tabs between."""
    if head.holds(rf"\AT\d+\t(?:{_TYPES}) \d+ \d+(?:;\d+ \d+)*\t"):
        return CERTAIN
    return LIKELY if head.holds(r"^T\d+\t\S+ \d+ \d+(?:;\d+ \d+)*\t") else NO


def read(source: Source) -> Reading:
    """Read the annotations of one text as one essay; without the text beside it, by their words."""
    from argmap.formats.brat.reading import read_annotations

    return read_annotations(source)


def write(graph: ArgumentGraph) -> Written:
    """Write each essay as a text and its annotations; links between essays are lost."""
    from argmap.formats.brat.writing import annotated

    outputs: list[Output] = []
    several = len(graph.essays) > 1
    written, losses = annotated(graph)
    for essay, text, lines in written:
        stem = f"{essay.id}.{essay.lang}" if several else ""
        outputs.append(Output(".ann", lines.encode("utf-8", "replace"), stem))
        outputs.append(Output(".txt", text.encode("utf-8", "replace"), stem))
    if not outputs:
        outputs = [Output(".ann", b"\n"), Output(".txt", b"\n")]
    return Written(tuple(outputs), losses)


FORMAT = Format(
    "brat", "brat standoff", (".ann",), read, write, sniff, companions=(".txt",), whole=True
)
