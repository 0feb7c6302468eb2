"""What ``argmap map`` draws once it is known what is asked for: one picture, or several sheets."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

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
        **_layout(wish),
        dpi=wish.dpi,
        width=wish.width,
    )
    notes = [_said_of_sheets(leaves, wish.text_size)]
    drawn = {key for leaf in leaves for key in leaf.view.graph.statements}
    missing, there = _missing(graph, drawn)
    if missing:
        verb = "is" if missing == 1 else "are"
        notes.append(f"{missing} of {there} statements {verb} on none of the sheets")
    if wish.format == "pdf":
        from argmap.rendering.pdf_links import references

        content = pdf_of(
            [leaf.content for leaf in leaves],
            map_title(graph),
            language_of(graph),
            names=[f"{number}. {leaf.name}" for number, leaf in enumerate(leaves, 1)],
            jumps=[references(leaf.content, leaf.others) for leaf in leaves],
        )
        _write_pdf(content, output, notes)
        return
    sheets = {str(number): leaf.content for number, leaf in enumerate(leaves, 1)}
    _write_sheets(sheets, output, notes)


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
        **_layout(wish),
    )
    sheets = {tile.name: tile.content for tile in made.tiles}
    count = f"{len(sheets)} sheets" if len(sheets) > 1 else "one sheet"
    said = (
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
        _write_pdf(content, output, [said])
        return
    if wish.format == "png":
        from argmap.rendering.png import of_finished

        sheets = {
            name: of_finished(content, dpi=wish.dpi, width=wish.width)
            for name, content in sheets.items()
        }
    _write_sheets(sheets, output, [said])
    if wish.format == "png":
        note_if_smaller(next(iter(sheets.values())), wish.dpi, wish.width)


def _layout(wish: Wish) -> dict[str, Any]:
    """Return what every way of drawing takes of a wish."""
    return {
        "cluster": wish.cluster,
        "shape": wish.shape,
        "weighed": wish.weighed,
        "engine": wish.engine,
        "timeout": wish.timeout,
    }


def _needed(wish: Wish, output: Path | None) -> tuple[Path, Paper]:
    """Return where sheets go, ``-`` for standard output, and what paper they are."""
    output = output or Path("-")
    if str(output) == "-" and wish.format != "pdf":
        raise ArgmapError(
            "--pages makes several files: name them, as in -o sheets.svg, or write a PDF"
        )
    if wish.paper is None:
        raise ArgmapError("--pages needs --paper")
    return output, wish.paper


def _write_pdf(content: bytes, output: Path, notes: Sequence[str]) -> None:
    """Write all sheets as one file, and then say what is to be said of them."""
    write_result(content, output)
    for each in notes:
        note(each)


def _write_sheets(sheets: Mapping[str, bytes], output: Path, notes: Sequence[str]) -> None:
    """Write a file for each sheet, by its name or number, and then say what is to be said."""
    for name, content in sheets.items():
        write_result(content, sheet_name(output, name))
    for each in notes:
        note(each)
    names = [sheet_name(output, name).name for name in sheets]
    note(f"wrote {names[0]} to {names[-1]}" if len(names) > 1 else f"wrote {names[0]}")


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
        return f"draw less ({less}), {_LARGER}, or add {tiles}"
    by = _advised(view.graph)
    if by is None:
        return f"add --pages tiles, to tape together, {_LARGER}, or draw its --spine"
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


def _said_of_sheets(leaves: Sequence[Leaf], asked: float | None) -> str:
    """Say in one line in what sizes of type some sheets are printed, and which are too small."""
    # What is printed with one decimal is judged so.
    sizes = [round(leaf.setting.text, 1) for leaf in leaves]
    least, most = f"{min(sizes):.1f}", f"{max(sizes):.1f}"
    count = f"{len(sizes)} sheets" if len(sizes) > 1 else "one sheet"
    between = most if least == most else f"{least}- to {most}"
    said = f"{count}, with statements in {between}-point type"
    divided = sum(leaf.parts > 1 and leaf.part == 1 for leaf in leaves)
    if divided:
        verb = "is" if divided == 1 else "are"
        said += f"; {divided} {verb} divided among several, to be read"
    wanted = asked or LEAST_TEXT
    small = [number for number, size in enumerate(sizes, 1) if size < LEAST_TEXT]
    smaller = [number for number, size in enumerate(sizes, 1) if LEAST_TEXT <= size < wanted]
    faults = []
    if small:
        faults.append(f"too small to read{_which(small, sizes)}")
    if smaller:
        faults.append(f"smaller than {wanted:g} points{_which(smaller, sizes)}")
    if not faults:
        return said
    from argmap.rendering.paper import setting

    largest = setting((1.0, 1.0), leaves[0].setting.paper).text
    cure = f"{largest:g} is the most" if min(sizes) >= round(largest, 1) else _LARGER
    return f"{said}; {', '.join(faults)}: {cure}"


def _which(numbers: Sequence[int], of: Sequence[float]) -> str:
    """Name some of several sheets, at most ten; all of them go without saying."""
    if len(numbers) == len(of):
        return ""
    shown = ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")
    return f" on sheet{'s' if len(numbers) > 1 else ''} {shown}"


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
