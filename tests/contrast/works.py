"""Two small works, perhaps with a page between them, and how they are contrasted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.compare.contrast import Contrast, contrast
from argmap.compare.contrast_parts import FigureRow
from argmap.essay import read_essay
from argmap.graph import ArgumentGraph

QUESTIONS = "[Does it pay?]{#pay .question} [What else?]{#else .question}\n\n"


def edition(work: str, lang: str, body: str) -> str:
    return f"---\nid: {work}\nlang: {lang}\n---\n\n{body}"


def graph_of(
    left: str, right: str, page: str = "", langs: tuple[str, str] = ("en", "en")
) -> ArgumentGraph:
    texts = {
        "left.md": edition("left", langs[0], left),
        "right.md": edition("right", langs[1], right),
        "page.md": edition("page", "en", QUESTIONS + page),
    }
    return ArgumentGraph.build(read_essay(text, name) for name, text in texts.items())


def contrasted(
    left: str,
    right: str,
    page: str = "",
    *,
    langs: tuple[str, str] = ("en", "en"),
    names: Mapping[str, Sequence[str]] | None = None,
) -> Contrast:
    return contrast(graph_of(left, right, page, langs), "left", "right", names=names)


def row_text(row: FigureRow) -> str:
    """Write a row as ``relation: statement figure | statement figure``."""
    sides = (
        ", ".join(f"{c.statement.rpartition(':')[2]} {c.figure.text}" for c in side)
        for side in (row.left, row.right)
    )
    return f"{row.relation}: {' | '.join(sides)}"
