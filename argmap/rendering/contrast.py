"""The contrast map: two sides, and between them, question by question, how they meet.

Every question is a frame of its own (:mod:`argmap.rendering.contrast_row`). A statement that speaks
to several questions is drawn in each, so that no line leaves a frame and none crosses the map. When
there are many questions, the frames stand in several columns, so that the whole is no ribbon.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.compare.contrast import Contrast
from argmap.errors import ArgmapError
from argmap.rendering import draw_dot, theme
from argmap.rendering.contrast_row import WIDTH, Extent, Row, who
from argmap.rendering.contrast_words import MEETINGS
from argmap.rendering.dot import set_defaults
from argmap.rendering.legend import Occurring, heading, occurring
from argmap.rendering.packing import columns, compose, lay_out
from argmap.rendering.weighed import NOTHING_WEIGHED, Weighed
from argmap.words import say, shared, speaking

if TYPE_CHECKING:
    from graphviz import Digraph  # type: ignore[import-untyped]

    from argmap.graph import ArgumentGraph
    from argmap.model import Essay
    from argmap.rendering.engine import Engine

__all__ = [
    "ALONE",
    "EXTENTS",
    "contrast_dot",
    "language_of",
    "question_dot",
    "render_contrast",
    "render_question",
    "row_dot",
    "title_of",
]

ALONE = Extent(heads=7, grounds=7)
"""What a question shows where it has a sheet to itself."""
EXTENTS = tuple(
    replace(ALONE, text_width=width) for width in (theme.TEXT_WIDTH, 160.0, 190.0, 300.0)
)
"""What is tried for a sheet of paper: text of several widths, in points."""


def contrast_dot(
    graph: ArgumentGraph,
    contrast: Contrast,
    *,
    lang: str | None = None,
    weighed: Weighed = NOTHING_WEIGHED,
) -> str:
    """Return the contrast map as DOT: one graph, which any Graphviz can draw.

    Each column is a cluster without a line, in which the frames stand closely. Their heights are
    reckoned before anything is laid out, so that columns end less evenly than those of
    :func:`render_contrast`; ``lang`` and ``weighed`` are as for that. Deterministic, and linear in
    what the questions gather.
    """
    with speaking(language_of(contrast) if lang is None else lang):
        return _dot(graph, contrast, weighed)


def _dot(graph: ArgumentGraph, contrast: Contrast, weighed: Weighed) -> str:
    rows = _rows(graph, contrast, weighed)
    dealt = columns([row.height for row in rows], WIDTH)
    dot = _digraph("contrast")
    dot.attr("graph", label=_heading(contrast, rows, len(dealt) * WIDTH))
    for place, column in enumerate(dealt):
        with dot.subgraph(name=f"cluster_column{place}") as frame:
            # The margin is what the engine leaves between frames, too.
            frame.attr(peripheries="0", label="", margin="12")
            for number in reversed(column):
                rows[number].draw(frame)
    for column in dealt:
        for part in range(3):
            # What stands in one column stands in one rank, whatever lines lead there.
            with dot.subgraph() as rank:
                rank.attr(rank="same")
                for number in reversed(column):
                    for name in rows[number].part(part):
                        rank.node(name)
    for left, right in pairwise(dealt):
        # Tied nowhere, a column would be put below the one before; tied more often, or more
        # firmly, frames would be drawn level with those beside them, with gaps between.
        ends = rows[left[0]].part(2)[0], rows[right[0]].part(0)[0]
        dot.edge(*ends, style="invis", weight="0")
    return str(dot.source)


def render_contrast(
    graph: ArgumentGraph,
    contrast: Contrast,
    format: str = "svg",  # noqa: A002  (what everyone calls it)
    *,
    lang: str | None = None,
    weighed: Weighed = NOTHING_WEIGHED,
    engine: Engine = "bundled",
    timeout: float = 120.0,
    dpi: float | None = None,
    width: int | None = None,
) -> bytes:
    """Draw a contrast as SVG, PNG or DOT; raises as :func:`argmap.rendering.render` does.

    Fixed words are in ``lang``: unless that is said, in the language of both essays, or in English
    where they differ. ``weighed`` is how statements come out, to be shown on their boxes. A PNG is
    of the SVG where ``argmap[png]`` is installed, and of the DOT where it is not.
    """
    title = title_of(contrast)
    if format not in ("svg", "png"):
        dot = contrast_dot(graph, contrast, lang=lang, weighed=weighed)
        return draw_dot(dot, format, title=title)
    from argmap.rendering.svg import finish

    with speaking(language_of(contrast) if lang is None else lang):
        svg = _composed(contrast, _rows(graph, contrast, weighed), engine, timeout)
    if format == "svg":
        return finish(svg, title=title)
    from argmap.rendering.png import PngError, of_svg

    try:
        return of_svg(svg, title=title, dpi=dpi, width=width)
    except PngError:
        dot = contrast_dot(graph, contrast, lang=lang, weighed=weighed)
        return draw_dot(
            dot, "png", title=title, engine=engine, timeout=timeout, dpi=dpi, width=width
        )


def _composed(contrast: Contrast, rows: Sequence[Row], engine: Engine, timeout: float) -> bytes:
    drawn = []
    for row in rows:
        dot = _digraph(f"q{row.number}")
        # What stands in a frame is named after it, as all become one document.
        dot.attr("graph", id=f"q{row.number}", pad="0", bgcolor="transparent")
        row.draw(dot)
        row.level(dot)
        drawn.append(str(dot.source))
    frames = lay_out(drawn, engine=engine, timeout=timeout)
    width = max((frame.width for frame in frames), default=WIDTH)
    dealt = columns([frame.height for frame in frames], width)
    head = _digraph("head")
    label = _heading(contrast, rows, len(dealt) * width)
    head.attr("graph", id="head", pad="0", bgcolor="transparent", label=label)
    heads = lay_out([str(head.source)], engine=engine, timeout=timeout)
    return compose(heads[0], frames)


def question_dot(
    graph: ArgumentGraph, contrast: Contrast, question: str, extent: Extent = ALONE
) -> str:
    """Return one question of a contrast as DOT, with the grounds of what is said to it.

    ``question`` is the id of one of its rows; raises :class:`ArgmapError` where there is none.
    """
    with speaking(language_of(contrast)):
        return row_dot(_row(graph, contrast, question, extent))


def row_dot(row: Row, place: str = "") -> str:
    """Return a question that is drawn alone as DOT, in the language in force.

    ``place`` says which sheet of several it is.
    """
    dot = _digraph("question")
    about = say("left: {}; right: {}; {}", *row.who, say(MEETINGS[row.row.meeting]))
    about = f"{place} · {about}" if place else about
    shown = _shown_weighed([row])
    label = heading(row.row.text, about, _occurring([row]), 4 * (row.width + 70), shown)
    dot.attr("graph", label=label)
    row.draw(dot, framed=False)
    row.level(dot)
    return str(dot.source)


def render_question(
    graph: ArgumentGraph,
    contrast: Contrast,
    question: str,
    format: str = "svg",  # noqa: A002  (what everyone calls it)
    *,
    paper: str | None = None,
    engine: Engine = "bundled",
    timeout: float = 120.0,
) -> bytes:
    """Draw one question of a contrast, on a sheet of ``paper`` where that is named.

    Raises as :func:`question_dot` and :func:`argmap.rendering.render` do.
    """
    title = _row(graph, contrast, question, ALONE).row.text  # or there is none
    if paper is None:
        dot = question_dot(graph, contrast, question)
        return draw_dot(dot, format, title=title, engine=engine, timeout=timeout)
    from argmap.rendering.paper import find_paper, setting
    from argmap.rendering.sheet import largest

    sheet = find_paper(paper)
    best = max(
        EXTENTS,
        key=lambda each: setting(_row(graph, contrast, question, each).size, sheet).scale,
    )
    dot = question_dot(graph, contrast, question, best)
    drawn = largest([dot], sheet, format, title=title, engine=engine, timeout=timeout)
    return drawn.content


def _row(graph: ArgumentGraph, contrast: Contrast, question: str, extent: Extent) -> Row:
    for number, row in enumerate(contrast.rows):
        if row.id == question:
            return Row(graph, contrast, number, extent)
    raise ArgmapError(f"neither side speaks to {question!r}")


def _rows(graph: ArgumentGraph, contrast: Contrast, weighed: Weighed) -> list[Row]:
    return [Row(graph, contrast, number, weighed=weighed) for number in range(len(contrast.rows))]


def _digraph(name: str) -> Digraph:
    from graphviz import Digraph

    dot = Digraph(name)
    set_defaults(dot, rankdir="LR")
    dot.attr("graph", ranksep="0.4", nodesep="0.12")
    dot.attr("edge", headport="_", tailport="_")
    return dot


def _occurring(rows: Sequence[Row]) -> Occurring:
    """Look over the boxes and lines of some questions for what their key must explain."""
    drawn = {key: row.graph.statements[key] for row in rows for key in row.labels}
    links = {link.key: link for row in rows for link in row.links}
    return occurring(list(drawn.values()), links.values())


def _shown_weighed(rows: Sequence[Row]) -> Weighed:
    """Return what of a weighing some questions show."""
    if not rows:
        return NOTHING_WEIGHED
    return rows[0].weighed.only({key for row in rows for key in row.labels})


def _heading(contrast: Contrast, rows: Sequence[Row], width: float) -> str:
    about = say("left: {}; right: {}", who(contrast.left), who(contrast.right))
    return heading(title_of(contrast), about, _occurring(rows), width, _shown_weighed(rows))


def title_of(contrast: Contrast) -> str:
    """Return what a contrast is called: by both works."""
    return f"{_title(contrast.left)} / {_title(contrast.right)}"


def language_of(contrast: Contrast) -> str:
    """Return the language of both essays, or nothing where they differ, which is English."""
    return shared((contrast.left.lang, contrast.right.lang))


def _title(essay: Essay) -> str:
    return essay.title or essay.id
