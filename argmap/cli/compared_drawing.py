"""What ``argmap contrast`` and ``argmap editions`` draw: one picture, or several sheets of it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from argmap.cli.compared_options import Wish
from argmap.cli.drawing import note_if_smaller, picture, weighed_for
from argmap.cli.sheets import Destination, said_of_sheets, write_leaves, write_tiling
from argmap.cli.telling import write_result

if TYPE_CHECKING:
    from argmap.compare.contrast import Contrast
    from argmap.compare.editions import Editions
    from argmap.graph import ArgumentGraph
    from argmap.rendering.engine import Engine
    from argmap.rendering.weighed import Weighed

__all__ = [
    "draw_contrast",
    "draw_editions",
    "editions_alone",
    "weighed_contrast",
    "weighed_editions",
]


def draw_contrast(graph: ArgumentGraph, contrast: Contrast, wish: Wish) -> None:
    """Draw a contrast and write it; say on standard error what its reader must be told."""
    from argmap.rendering.contrast import language_of, render_contrast, title_of

    weighed = weighed_contrast(graph, contrast, wish.show)

    how = _how(wish)

    def draw(format_: str) -> bytes:
        return render_contrast(graph, contrast, format_, weighed=weighed, **how)

    to = _destination(wish, title_of(contrast), language_of(contrast))
    if wish.pages == "question" and wish.paper is not None:
        from argmap.rendering.contrast_sheets import draw_questions
        from argmap.rendering.paper import LEAST_TEXT

        leaves = draw_questions(
            graph,
            contrast,
            wish.paper,
            "svg" if wish.format == "pdf" else wish.format,
            least=wish.text_size or LEAST_TEXT,
            weighed=weighed,
            **how,
        )
        write_leaves(leaves, to, [said_of_sheets(leaves, wish.text_size)])
    else:
        _draw_whole(draw, wish, to, "divide it: --pages question (or --pages tiles, to tape it)")


def draw_editions(
    graph: ArgumentGraph, editions: Editions, closely: Collection[str], wish: Wish
) -> None:
    """Draw the editions of a work and write them, in the same way; ``closely`` as for drawing."""
    from argmap.rendering.editions import render_editions

    weighed = weighed_editions(graph, editions, wish.show)

    def draw(format_: str) -> bytes:
        return render_editions(
            graph, editions, format_, closely=closely, weighed=weighed, **_how(wish)
        )

    to = _destination(wish, editions.base.title or editions.work, editions.base.lang)
    _draw_whole(draw, wish, to, "add --pages tiles, to tape together")


def weighed_contrast(graph: ArgumentGraph, contrast: Contrast, show: tuple[str, ...]) -> Weighed:
    """Weigh a contrast as its words are weighed, with one edition of each work."""
    from argmap.compare.contrast_cases import with_one_edition_each

    return weighed_for(with_one_edition_each(graph, contrast) if show else graph, show)


def weighed_editions(graph: ArgumentGraph, editions: Editions, show: tuple[str, ...]) -> Weighed:
    """Weigh each edition by itself, for editions of one work do not bear on each other."""
    from argmap.rendering.weighed import NOTHING_WEIGHED

    found = NOTHING_WEIGHED
    for alone in editions_alone(graph, editions) if show else ():
        each = weighed_for(alone, show)
        found = replace(
            each,
            standings={**each.standings, **found.standings},
            strengths={**each.strengths, **found.strengths},
        )
    return found


def editions_alone(graph: ArgumentGraph, editions: Editions) -> list[ArgumentGraph]:
    """Return each edition as a graph of its own."""
    essays = [editions.base, *(drift.edition for drift in editions.drifts)]
    default = graph.names.default_lang
    return [type(graph).build([essay], default_lang=default) for essay in essays]


class _How(TypedDict):
    engine: Engine
    timeout: float
    dpi: float | None
    width: int | None


def _how(wish: Wish) -> _How:
    return {
        "engine": wish.engine,
        "timeout": wish.timeout,
        "dpi": wish.dpi,
        "width": wish.width,
    }


def _destination(wish: Wish, title: str, lang: str) -> Destination:
    output = wish.output or Path("-")
    return Destination(output, wish.format, title, lang, wish.dpi, wish.width)


def _draw_whole(draw: Callable[[str], bytes], wish: Wish, to: Destination, divided: str) -> None:
    """Draw it as one picture, or as tiles of one; ``divided`` advises several sheets."""
    if wish.pages == "tiles" and wish.paper is not None:
        from argmap.rendering.tiles import TEXT, tiles

        svg = draw("svg")
        made = tiles(svg, wish.paper, text=wish.text_size or TEXT, lang=to.lang)
        write_tiling(made, to)
        return
    drawn = picture(
        draw,
        wish.format,
        wish.paper,
        to.title,
        to.lang,
        divided=divided,
        dpi=wish.dpi,
        width=wish.width,
    )
    write_result(drawn, wish.output)
    if wish.format == "png":
        note_if_smaller(drawn, wish.dpi, wish.width)
