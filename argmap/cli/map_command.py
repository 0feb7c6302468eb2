"""``argmap map``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
from click.core import ParameterSource

from argmap.cli.before_work import FIRST_SHEET, refuse_output, refuse_text
from argmap.cli.drawing import noting, refuse_on_words, refuse_pixels
from argmap.cli.options import (
    MOST_SECONDS,
    FiniteRange,
    chosen_format,
    engine_option,
    pages_options,
    paper_option,
    paths_argument,
    pixel_options,
    show_option,
    theme_option,
    written_options,
)
from argmap.cli.reading import read_project
from argmap.cli.telling import note, write_result
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.project import Project
    from argmap.rendering.engine import Engine
    from argmap.rendering.groups import Cluster
    from argmap.rendering.shape import Direction, Order
    from argmap.rendering.side_by_side import Tell
    from argmap.views.view import View

PICTURES = ("svg", "png", "pdf", "dot")
FORMATS = ("svg", "png", "pdf", "dot", "json", "html", "mermaid")


@click.command("map")
@paths_argument(required=True)
@written_options(FORMATS, "What to write: a picture, the graph as JSON, a page, or a flowchart.")
@click.option(
    "--spine",
    is_flag=True,
    help="Draw the main claims and what chiefly leads to them, and count the rest.",
)
@click.option(
    "--question",
    "questions",
    multiple=True,
    metavar="Q",
    help="Draw what is said to a question, by its id or label. May be given again.",
)
@click.option(
    "--around",
    multiple=True,
    metavar="ID",
    help="Draw a statement, or named link, and what is near it. May be given again.",
)
@click.option(
    "--depth",
    type=click.IntRange(0, 1000),
    default=1,
    show_default=True,
    help="How many links away is near, for --around.",
)
@click.option(
    "--size",
    type=click.IntRange(1, 100_000),
    default=24,
    show_default=True,
    help="About how many statements --spine, --question and a sheet of --pages question hold.",
)
@show_option()
@theme_option()
@paper_option()
@pages_options(
    ["question", "claim", "tiles"],
    "Draw several sheets: one for each question, or for each main claim, more where it would be "
    "too small to read; or tiles, to be taped together.",
)
@pixel_options()
@click.option(
    "--direction",
    type=click.Choice(["right", "left", "up", "down"]),
    default="right",
    show_default=True,
    help="Where grounds stand, seen from the thesis.",
)
@click.option(
    "--order-by",
    "order",
    type=click.Choice(["crossings", "text"]),
    default="crossings",
    show_default=True,
    help="What bears on one statement: as few lines cross, or in the order of the text.",
)
@click.option(
    "--cluster",
    type=click.Choice(["section", "question", "none"]),
    default="none",
    show_default=True,
    help="Frame the statements of each section or question.",
)
@click.option("--weigh", is_flag=True, help="Have a page say how each statement stands, and why.")
@engine_option()
@click.option("--timeout", type=FiniteRange(1, MOST_SECONDS), default=120, show_default=True,
              help="Seconds after which a layout is given up, and less is drawn: with straight "
              "lines, then the main claims.")  # fmt: skip
@click.option(
    "--no-fallback",
    is_flag=True,
    help="Where a layout is given up, write nothing, so that a script gets all or an error.",
)
def command(
    paths: tuple[str, ...],
    stdin_filename: str,
    output: Path | None,
    format_: str | None,
    spine: bool,
    questions: tuple[str, ...],
    around: tuple[str, ...],
    depth: int,
    size: int,
    show: tuple[str, ...],
    theme_name: str,
    paper: str | None,
    pages: Literal["question", "claim", "tiles"] | None,
    text_size: float | None,
    dpi: float | None,
    width: int | None,
    direction: Direction,
    order: Order,
    cluster: Cluster,
    weigh: bool,
    engine: Engine | None,
    timeout: float,
    no_fallback: bool,
) -> int:
    """Draw the argument of one or more essays, or part of it.

    The map holds the essays named, and no others. With ARGMAP_DOT set to a Graphviz dot, or
    --engine system, that one lays it out instead of the bundled one.

    \b
    Examples:
      argmap map essays/x.md -o x.svg
      argmap map essays/x.md --spine --paper a3 -o spine.svg
      argmap map essays/x.md --pages tiles --paper a4 -o poster.pdf
      argmap map essays/a.md essays/b.md essays/debate.md --question cost -o cost.png
      argmap map essays/x.md --around an-id --depth 2 -o near.svg
      argmap map essays/x.md -o x.html
      argmap map essays/x.md --spine -o x.mmd
      argmap map essays/x.md -f json > x.json
    """
    chosen = chosen_format(format_, output, FORMATS)
    if weigh and chosen != "html":
        raise click.UsageError("--weigh is for a page: write one with -o FILE.html.")
    if spine + bool(questions) + bool(around) > 1:
        raise click.UsageError("--spine, --question and --around are views of their own: use one.")
    theme_asked = None if theme_name == "default" else theme_name
    refuse_on_words(chosen, PICTURES, paper=paper, pages=pages, theme=theme_asked)
    refuse_pixels(chosen, dpi, width)
    refuse_on_words(chosen, (*PICTURES, "html"), show=show)
    if pages in ("question", "claim") and (spine or questions or around):
        raise click.UsageError(f"--pages {pages} divides the whole map: leave out the other view.")
    if text_size is not None and pages is None:
        raise click.UsageError("--text-size is for --pages.")
    _refuse_idle({"depth": bool(around), "size": bool(spine or questions or pages == "question"),
                  "no_fallback": chosen in (*PICTURES, "html")})  # fmt: skip
    if pages == "tiles" and chosen == "dot":
        raise ArgmapError("--pages tiles cuts a picture: write an SVG, a PNG or a PDF")
    first = "" if pages is None else FIRST_SHEET[pages]
    refuse_output(output, chosen, first=first, through_svg=pages == "tiles")
    if pages is not None and paper is None:
        paper = "a4"
    sheet = None
    if paper is not None:
        from argmap.rendering.paper import find_paper

        sheet = find_paper(paper)
    from argmap.cli.drawing import chosen_theme

    theme = chosen_theme(theme_name)
    project, graph = read_project(paths, stdin_filename, around=False)
    if not graph.statements:
        names = ", ".join(sorted(project.named))
        raise ArgmapError(f"no statement in {names}: mark one, as in [words]{{#an-id .claim}}")
    view = _view(project, graph, spine=spine, questions=questions, near=(around, depth), size=size)
    if chosen == "json":
        from argmap.formats.documents.graph import dumps

        write_result(dumps(view.graph), output)
        return 0
    if chosen == "mermaid":
        write_result(_mermaid(view, direction), output)
        return 0
    refuse_text(view.graph.statements.values(), chosen)
    divided = pages in ("question", "claim")  # into sheets that are never as big
    tell = _tell_if_big(view, parted=sheet is None and chosen != "dot", divided=divided)
    from argmap.cli.drawing import weighed_for
    from argmap.cli.falling_back import in_time
    from argmap.cli.map_drawing import Wish, draw_map, draw_pages, draw_tiles
    from argmap.rendering.engine import asked_for
    from argmap.rendering.shape import Shape
    from argmap.rendering.themes import using

    with using(theme), noting(chosen):
        weighed = weighed_for(graph, show)
        wish = Wish(
            chosen,
            Shape(direction=direction, order=order),
            weighed,
            cluster,
            asked_for(engine),
            timeout,
            sheet,
            dpi,
            width,
            text_size,
            _typed(paths, theme_name),
            tell,
            not no_fallback,
        )
        if pages is not None:
            from argmap.cli.sheets import Destination, write_tiling
            from argmap.rendering.dot import language_of, map_title

            title, lang = map_title(view), language_of(view.graph)
            to = Destination(output or Path("-"), chosen, title, lang, dpi, width)
            if pages == "tiles":
                write_tiling(in_time(view, wish, draw_tiles), to)
            else:
                draw_pages(graph, pages, size, wish, to)
            return 0
        draw = draw_map
        if chosen == "html":
            from argmap.cli.paging import found, map_page

            wish = replace(wish, format="svg")
            findings = found(paths, graph=graph)

            def draw(view: View, wish: Wish) -> bytes:
                return map_page(view, project, findings, lambda: draw_map(view, wish), weigh=weigh)

        content = in_time(view, wish, draw)
    write_result(content, output)
    return 0


def _view(
    project: Project,
    graph: ArgumentGraph,
    *,
    spine: bool,
    questions: tuple[str, ...],
    near: tuple[tuple[str, ...], int],
    size: int,
) -> View:
    """Return the part of the graph that is asked for."""
    if spine:
        from argmap.views.spine import spine as spine_of

        return spine_of(graph, size)
    if questions:
        from argmap.views.question import on_questions

        return on_questions(graph, questions, size)
    ids, depth = near
    if ids:
        from argmap.graph.lookup import key_of
        from argmap.views.around import around

        return around(graph, [key_of(graph, name, project.named) for name in ids], depth)
    from argmap.views.view import whole

    return whole(graph)


def _refuse_idle(options: Mapping[str, bool]) -> None:
    """Refuse options that were given and would do nothing; each comes with whether it does."""
    wanted = {
        "depth": "--depth is for --around.",
        "size": "--size is for --spine, --question and --pages question.",
        "no_fallback": "--no-fallback is for pictures and pages.",
    }
    context = click.get_current_context()
    for name, used in options.items():
        if not used and context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(wanted[name])


def _typed(paths: tuple[str, ...], theme_name: str) -> str:
    """Return the beginning of a command that draws the same essays, to be typed."""
    import shlex

    words = ["argmap", "map", *paths]
    if theme_name != "default":
        words += ["--theme", theme_name]
    return shlex.join(words)


def _tell_if_big(view: View, *, parted: bool, divided: bool) -> Tell | None:
    """Say what is done otherwise for very many statements, and, in a moment, what takes long."""
    from argmap.cli.waiting import ended_by_sigterm, waiting
    from argmap.rendering.big_maps import said

    different = said(view.graph, parted=parted)
    if different and not divided:
        note(different)
    context = click.get_current_context()
    context.with_resource(ended_by_sigterm())
    count = len(view.graph.statements)
    return context.with_resource(
        waiting(f"laying out {count:,} statements", "laying out {} of {} trees")
    )


def _mermaid(view: View, direction: Direction) -> bytes:
    """Write a flowchart, and tell where it is more than Mermaid draws."""
    from argmap.formats.mermaid import flowchart, too_much

    text, lines = flowchart(view, direction)
    for loss in too_much(text, lines):
        note(f"{loss.count} {loss.kind}")
    return text.encode("utf-8", "replace")
