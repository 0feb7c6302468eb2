"""What ``argmap map`` draws once it is known what is asked for: one picture, or several sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.drawing import note_if_smaller, pdf_of, said_of_type, sheet_name
from argmap.cli.telling import note, write_result
from argmap.errors import ArgmapError
from argmap.rendering.paper import LEAST_TEXT

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.rendering.engine import Engine
    from argmap.rendering.groups import Cluster
    from argmap.rendering.paper import Paper, Setting
    from argmap.rendering.several_sheets import Leaf
    from argmap.rendering.shape import Shape
    from argmap.rendering.side_by_side import Tell
    from argmap.rendering.weighed import Weighed
    from argmap.views.sheets import By
    from argmap.views.view import View

_LARGER = "take larger paper"


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


def draw_map(view: View, wish: Wish) -> bytes:
    """Draw one map, and note what its reader must be told."""
    content = _picture(view, wish)
    if wish.format == "pdf":
        from argmap.rendering.dot import language_of, map_title

        return pdf_of([content], map_title(view), language_of(view.graph))
    if wish.format == "png":
        note_if_smaller(content, wish.dpi, wish.width)
    return content


def draw_pages(graph: ArgumentGraph, by: By, size: int, wish: Wish, output: Path | None) -> None:
    """Draw a map as several sheets, and write them: a PDF, or a numbered file for each.

    Raises :class:`ArgmapError` where there is nothing to divide by, or nowhere to write to.
    """
    from argmap.rendering.dot import language_of, map_title
    from argmap.rendering.several_sheets import draw_several
    from argmap.views.sheets import on_sheets

    output, paper = _needed(wish, output)
    leaves = draw_several(
        on_sheets(graph, by, size),
        paper,
        "svg" if wish.format == "pdf" else wish.format,
        least=wish.text_size or LEAST_TEXT,
        cluster=wish.cluster,
        shape=wish.shape,
        weighed=wish.weighed,
        engine=wish.engine,
        timeout=wish.timeout,
        dpi=wish.dpi,
        width=wish.width,
    )
    note(_said_of_sheets(leaves))
    drawn = {key for leaf in leaves for key in leaf.view.graph.statements}
    # Of a work in several languages one edition may be shown.
    shown = {graph.essay_of(key).key for key in drawn}
    there = [key for key in graph.statements if graph.essay_of(key).key in shown]
    missing = sum(key not in drawn for key in there if key not in graph.questions())
    if missing:
        verb = "is" if missing == 1 else "are"
        note(f"{missing} of {len(there)} statements {verb} on none of the sheets")
    if wish.format == "pdf":
        from argmap.rendering.pdf_links import references

        content = pdf_of(
            [leaf.content for leaf in leaves],
            map_title(graph),
            language_of(graph),
            names=[f"{number}. {leaf.name}" for number, leaf in enumerate(leaves, 1)],
            jumps=[references(leaf.content, leaf.others) for leaf in leaves],
        )
        write_result(content, output)
        return
    _write_sheets({str(number): leaf.content for number, leaf in enumerate(leaves, 1)}, output)


def draw_tiles(view: View, wish: Wish, output: Path | None) -> None:
    """Draw one map on several sheets to be taped together: a PDF, or a file named for each.

    Raises :class:`ArgmapError` where there is nowhere to write to, or they would be very many.
    """
    from argmap.rendering.dot import language_of, map_title
    from argmap.rendering.poster import poster

    output, paper = _needed(wish, output)
    if wish.format == "dot":
        raise ArgmapError("--pages tiles cuts a picture: write an SVG, a PNG or a PDF")
    lang = language_of(view.graph)
    made = poster(
        view,
        paper,
        text=wish.text_size,
        cluster=wish.cluster,
        shape=wish.shape,
        weighed=wish.weighed,
        engine=wish.engine,
        timeout=wish.timeout,
    )
    sheets = {tile.name: tile.content for tile in made.tiles}
    count = f"{len(sheets)} sheets" if len(sheets) > 1 else "one sheet"
    note(
        f"{count} of {made.setting.words}, {made.columns} across and {made.rows} down, with "
        f"statements in {made.setting.text:.1f}-point type"
    )
    if wish.format == "pdf":
        content = pdf_of(
            list(sheets.values()),
            map_title(view),
            lang,
            names=list(sheets),
            jumps=[tile.jumps for tile in made.tiles],
        )
        write_result(content, output)
        return
    if wish.format == "png":
        from argmap.rendering.png import of_finished

        sheets = {
            name: of_finished(content, dpi=wish.dpi, width=wish.width)
            for name, content in sheets.items()
        }
        note_if_smaller(next(iter(sheets.values())), wish.dpi, wish.width)
    _write_sheets(sheets, output)


def _needed(wish: Wish, output: Path | None) -> tuple[Path, Paper]:
    if output is None or str(output) == "-" or wish.paper is None:
        raise ArgmapError("--pages makes several sheets: name a file with -o")
    return output, wish.paper


def _write_sheets(sheets: Mapping[str, bytes], output: Path) -> None:
    """Write a file for each sheet, by its name or number."""
    for name, content in sheets.items():
        write_result(content, sheet_name(output, name))
    names = [sheet_name(output, name).name for name in sheets]
    note(f"wrote {names[0]} to {names[-1]}" if len(names) > 1 else f"wrote {names[0]}")


def _picture(view: View, wish: Wish) -> bytes:
    """Draw one map, and note the size of its type on paper."""
    content, setting = _drawn(view, wish)
    if setting is not None:
        note(said_of_type(setting, _cure(view, wish, setting)))
    return content


def _cure(view: View, wish: Wish, setting: Setting) -> str:
    """Say what to type for a map that can be read on paper."""
    if view.graph is not view.of:
        # What a sheet holds goes with its area, as seen at the size of the type.
        size = round(len(view.graph.statements) * (setting.text / LEAST_TEXT) ** 2)
        return f"draw less (--size {max(size, 1)}, --depth), {_LARGER}, or add --pages tiles"
    by = "question" if any(q.speakers for q in view.graph.questions().values()) else "claim"
    name = setting.paper.name
    command = f"{wish.typed} --pages {by} --paper {name} -o sheets.pdf"
    return f"divide it: {command} (or --pages tiles, to tape together), or draw its --spine"


def _said_of_sheets(leaves: Sequence[Leaf]) -> str:
    """Say in one line between what sizes of type some sheets are printed."""
    sizes = [leaf.setting.text for leaf in leaves]
    least, most = f"{min(sizes):.1f}", f"{max(sizes):.1f}"
    said = f"{len(sizes)} sheets, with statements in {least}- to {most}-point type"
    divided = sum(leaf.parts > 1 and leaf.part == 1 for leaf in leaves)
    if divided:
        verb = "is" if divided == 1 else "are"
        said += f"; {divided} {verb} divided among several, to be read"
    # What is printed with one decimal is judged so.
    small = [str(n) for n, size in enumerate(sizes, 1) if round(size, 1) < LEAST_TEXT]
    if not small:
        return said
    which = ", ".join(small[:10]) + (" …" if len(small) > 10 else "")
    return f"{said}; too small to read on sheet {which}: {_LARGER}"


def _drawn(view: View, wish: Wish) -> tuple[bytes, Setting | None]:
    format_ = "svg" if wish.format == "pdf" else wish.format
    if wish.paper is None:
        from argmap.rendering import render

        content = render(
            view,
            format_,
            cluster=wish.cluster,
            shape=wish.shape,
            weighed=wish.weighed,
            engine=wish.engine,
            timeout=wish.timeout,
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
        cluster=wish.cluster,
        shape=wish.shape,
        weighed=wish.weighed,
        engine=wish.engine,
        timeout=wish.timeout,
        dpi=wish.dpi,
        width=wish.width,
    )
    return drawn.content, drawn.setting
