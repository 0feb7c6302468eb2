"""What ``argmap map`` draws once it is known what is asked for: one picture, or several sheets."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.drawing import note_if_smaller, pdf_of, said_of_type
from argmap.cli.sheets import (
    LARGER,
    Destination,
    said_of_fallback,
    said_of_sheets,
    write_leaves,
)
from argmap.cli.telling import note
from argmap.errors import ArgmapError
from argmap.rendering.paper import LEAST_TEXT

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.rendering.engine import Engine
    from argmap.rendering.groups import Cluster
    from argmap.rendering.paper import Paper, Setting
    from argmap.rendering.shape import Shape
    from argmap.rendering.side_by_side import Tell
    from argmap.rendering.tiles import Tiling
    from argmap.rendering.weighed import Weighed
    from argmap.views.sheets import By
    from argmap.views.view import View

_NEARLY_ALL = 0.9
"""Part of the statements from which sheets by question are advised."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a map is to be drawn: format, layout, sheet, pixels, and what is written on its boxes."""

    format: str
    shape: Shape
    weighed: Weighed
    cluster: Cluster = "none"
    engine: Engine = "bundled"
    timeout: float = 120.0
    paper: Paper | None = None
    dpi: float | None = None
    width: int | None = None
    text_size: float | None = None
    typed: str = "argmap map"
    """The beginning of a command that draws the same essays."""
    tell: Tell | None = None
    """What is told how many trees of a large map are laid out."""
    fall_back: bool = True
    """Whether less is drawn where a layout is given up."""


def draw_map(view: View, wish: Wish) -> bytes:
    """Draw one map, and note what its reader must be told."""
    content, setting = _drawn(view, wish)
    if wish.format == "pdf":
        from argmap.rendering.dot import language_of, map_title

        content = pdf_of([content], map_title(view), language_of(view.graph))
    if setting is not None:
        cure = _cure(view, wish, setting) if setting.text < LEAST_TEXT else ""
        note(said_of_type(setting, cure))
    if wish.format == "png":
        note_if_smaller(content, wish.dpi, wish.width)
    return content


def draw_pages(graph: ArgumentGraph, by: By, size: int, wish: Wish, to: Destination) -> None:
    """Draw a map as several sheets, and write them: a PDF, or a numbered file for each.

    Raises :class:`ArgmapError` where there is nothing to divide by.
    """
    from argmap.rendering.several_sheets import draw_several
    from argmap.views.sheets import on_sheets

    leaves = draw_several(
        on_sheets(graph, by, size),
        _needed(wish),
        "svg" if wish.format == "pdf" else wish.format,
        least=wish.text_size or LEAST_TEXT,
        **_layout(wish),
        dpi=wish.dpi,
        width=wish.width,
        fall_back=wish.fall_back,
    )
    notes = [*said_of_fallback(leaves, wish.timeout), said_of_sheets(leaves, wish.text_size)]
    drawn = {key for leaf in leaves for key in leaf.others}
    missing, there = _missing(graph, drawn)
    if missing:
        verb = "is" if missing == 1 else "are"
        notes.append(f"{missing} of {there} statements {verb} on none of the sheets")
    write_leaves(leaves, to, notes)


def draw_tiles(view: View, wish: Wish) -> Tiling:
    """Draw one map on several sheets to be taped together.

    Raises :class:`ArgmapError` where they would be very many.
    """
    from argmap.rendering.poster import poster

    return poster(view, _needed(wish), text=wish.text_size, **_layout(wish))


def _layout(wish: Wish) -> dict[str, Any]:
    """Return what every way of drawing takes of a wish."""
    return {
        "cluster": wish.cluster,
        "shape": wish.shape,
        "weighed": wish.weighed,
        "engine": wish.engine,
        "timeout": wish.timeout,
    }


def _needed(wish: Wish) -> Paper:
    if wish.paper is None:
        raise ArgmapError("--pages needs --paper")
    return wish.paper


def _cure(view: View, wish: Wish, setting: Setting) -> str:
    """Say what to type for a map that can be read on paper."""
    if view.graph is not view.of:
        # What a sheet holds goes with its area, as seen at the size of the type.
        count = len(view.graph.statements)
        size = min(round(count * (setting.text / LEAST_TEXT) ** 2), count - 1)
        less, tiles = f"--size {max(size, 1)}", "--pages tiles"
        typed = click.get_current_context().params
        if typed["around"]:
            less = "a smaller --depth"
        elif not (typed["spine"] or typed["questions"]):
            # It is what was drawn as the whole took too long.
            less, tiles = f"--spine {less}", f"--spine {tiles}"
        return f"draw less ({less}), {LARGER}, or add {tiles}"
    by = _advised(view.graph)
    if by is None:
        return f"add --pages tiles, to tape together, {LARGER}, or draw its --spine"
    name = setting.paper.name
    command = f"{wish.typed} --pages {by} --paper {name} -o sheets.pdf"
    return f"divide it: {command} (or --pages tiles, to tape together), or draw its --spine"


def _advised(graph: ArgumentGraph) -> By | None:
    """Return by what to divide an argument so that little of it is lost, if there is anything."""
    from argmap.model import Flag, Kind, LinkType
    from argmap.views.sheets import on_sheets
    from argmap.views.spine import SIZE

    asked = sum(bool(each.speakers) for each in graph.questions().values())
    # So many could not hold it all: nothing need be counted.
    if asked * SIZE >= _NEARLY_ALL * len(graph.statements):
        views = on_sheets(graph, "question", SIZE)
        missing, there = _missing(graph, {key for view in views for key in view.graph.statements})
        if missing <= (1 - _NEARLY_ALL) * there:
            return "question"
    if any(
        Flag.THESIS in each.flags
        or (
            each.kind is Kind.CLAIM
            and not graph.links_from(each.key, LinkType.SUPPORTS, LinkType.ATTACKS)
        )
        for each in graph.statements.values()
    ):
        return "claim"
    return "question" if asked else None


def _missing(graph: ArgumentGraph, drawn: Collection[str]) -> tuple[int, int]:
    """Count the statements that are on no sheet, and those that could be."""
    # Of a work in several languages one edition may be shown.
    shown = {graph.essay_of(key).key for key in drawn}
    there = [key for key in graph.statements if graph.essay_of(key).key in shown]
    questions = graph.questions()
    return sum(key not in drawn for key in there if key not in questions), len(there)


def _drawn(view: View, wish: Wish) -> tuple[bytes, Setting | None]:
    format_ = "svg" if wish.format == "pdf" else wish.format
    if wish.paper is None:
        from argmap.rendering import render

        content = render(
            view,
            format_,
            **_layout(wish),
            dpi=wish.dpi,
            width=wish.width,
            tell=wish.tell,
        )
        return content, None
    from argmap.rendering.sheet import draw_sheet

    drawn = draw_sheet(
        view,
        wish.paper,
        format_,
        **_layout(wish),
        dpi=wish.dpi,
        width=wish.width,
    )
    return drawn.content, drawn.setting
