"""Annotated Markdown: one essay a file, both ways."""

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

__all__ = ["FORMAT", "read", "write"]

SUFFIXES = (".md", ".markdown", ".qmd")
_KINDS = "claim|premise|evidence|rebuttal|question"
_MARK = rf"(?:\]|^:::+[ ]*|<!--[ ]*)\{{[^{{}}\n]*(?:\.(?:{_KINDS})\b|\bfrom=)"


def sniff(head: Head) -> int:
    """Look for a mark; a file that has none is known by its suffix."""
    if head.holds(_MARK):
        return CERTAIN
    return LIKELY if head.suffix in SUFFIXES else NO


def read(source: Source) -> Reading:
    """Read one essay; what is wrong in it is in the essay's own faults too, which rules explain."""
    from argmap.essay import read_essay_bytes

    essay = read_essay_bytes(source.data, source.name, default_lang=source.lang)
    if source.whole:
        from argmap.formats.standoff.prose import with_prose

        essay = with_prose(essay, source.data.decode("utf-8", "replace"))
    return Reading((essay,), None, essay.faults)


def write(graph: ArgumentGraph) -> Written:
    """Write each essay to a file of its own.

    One that has a text of its own, as brat's have, is that text with marks in it, or else, where
    Markdown would change the text, Web Annotation beside it. What is written is read again, and
    whatever is not as it was is a loss.
    """
    from argmap.essay import read_essay
    from argmap.formats.differing import lost_between
    from argmap.formats.markdown.writing import MarkdownWriter
    from argmap.formats.standoff.markdown import Placed, placed, with_placed
    from argmap.graph import ArgumentGraph

    writer = MarkdownWriter(graph)
    files: list[Output] = []
    again = []
    found: dict[str, Placed] = {}
    for essay in graph.essays:
        work, lang = writer.editions[essay.key]
        several = len(graph.names.works[essay.id]) > 1
        stem = (f"{work}.{lang}" if several else work) if len(graph.essays) > 1 else ""
        in_place = placed(writer, essay, stem)
        if in_place is not None:
            found[essay.key] = in_place
            if in_place.files:
                files.extend(in_place.files)
                continue
        text = writer.essay(essay) if in_place is None else in_place.text
        again.append(read_essay(text, essay.path, default_lang="und"))
        files.append(Output(".md", text.encode("utf-8", "replace"), stem))
    there = ArgumentGraph.build(again, default_lang=graph.names.default_lang)
    before, losses = with_placed(graph, found)
    lost = lost_between(before, there, writer.keys)
    return Written(tuple(files), (*lost, *losses))


FORMAT = Format("markdown", "annotated Markdown", SUFFIXES, read, write, sniff)
