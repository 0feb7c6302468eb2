"""Web Annotation (W3C, JSON-LD): annotations apart from a text that may not be changed; both ways.

Each statement is an annotation whose target is a stretch of the text, by what it quotes
(``TextQuoteSelector``) and where it stands (``TextPositionSelector``, in code points); each link is
one whose bodies are its sources and whose target is the statement or link it bears on. What the
vocabulary (W3C Recommendations of 23 February 2017) has no word for stands under ``argmap:``, which
is ``urn:argmap:``: names only, and nothing is ever fetched. The text stands beside, as ``.txt``.
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
    """Look for the context of the vocabulary, then for its types."""
    if head.holds(r'"https?://www\.w3\.org/ns/anno\.jsonld"'):
        return CERTAIN
    types = r'"type"\s*:\s*\[?\s*"Annotation(?:Page|Collection)?"'
    return LIKELY if head.holds(types) and head.holds(r'"(?:target|items|first)"\s*:') else NO


def read(source: Source) -> Reading:
    """Read annotations, a page or a collection of them, as one essay."""
    from argmap.formats.safe.json import read_json
    from argmap.formats.web_annotation.reading import read_annotations

    data, faults = read_json(source)
    return read_annotations(source, data, faults)


def write(graph: ArgumentGraph) -> Written:
    """Write each essay as a collection of annotations, and the text they are about beside it."""
    from argmap.formats import json_text
    from argmap.formats.web_annotation.writing import annotations_of

    outputs: list[Output] = []
    several = len(graph.essays) > 1
    written, losses = annotations_of(graph)
    for essay, data, text in written:
        stem = f"{essay.id}.{essay.lang}" if several else ""
        outputs.append(Output(".jsonld", json_text.write(data).encode(), stem))
        if text is not None:
            outputs.append(Output(".txt", text.encode("utf-8", "replace"), stem))
    if not outputs:
        outputs = [Output(".jsonld", json_text.write({}).encode())]
    return Written(tuple(outputs), losses)


FORMAT = Format(
    "web-annotation",
    "Web Annotation JSON-LD",
    (".jsonld",),
    read,
    write,
    sniff,
    companions=(".txt",),
    whole=True,
)
