"""``argmap contrast``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from argmap.cli.before_work import refuse_text, sheet_of
from argmap.cli.drawing import ON_PAPER, noting, refuse_on_words, refuse_pixels
from argmap.cli.options import (
    chosen_format,
    engine_option,
    pages_options,
    paper_option,
    pixel_options,
    show_option,
    theme_option,
    timeout_option,
    written_options,
)
from argmap.cli.telling import terminal_width, write_result
from argmap.config import find_config

if TYPE_CHECKING:
    from argmap.rendering.engine import Engine

FORMATS = ("text", "md", "json", "svg", "png", "pdf", "dot", "html")
PICTURES = ("svg", "png", "pdf", "dot")


@click.command("contrast")
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option(
    "--debate",
    multiple=True,
    type=click.Path(path_type=str),
    metavar="PATH",
    help="Essays that hold the questions and the links between A and B; the project's by default.",
)
@written_options(FORMATS, "text and md say it in words, json for programs, the others draw it.")
@click.option(
    "--crux",
    type=click.IntRange(0, 3),
    default=2,
    show_default=True,
    metavar="N",
    help="How many statements, at most, to look for that settle a contested question.",
)
@engine_option()
@show_option()
@click.option("--weigh", is_flag=True, help="Have a page say how each statement stands, and why.")
@theme_option()
@paper_option()
@pages_options(
    ["question", "tiles"],
    "Draw several sheets: one for each question, more where it would be too small to read; or "
    "tiles of the whole, to be taped together.",
)
@pixel_options()
@timeout_option()
def command(
    left: str,
    right: str,
    debate: tuple[str, ...],
    format_: str | None,
    output: Path | None,
    crux: int,
    engine: Engine | None,
    show: tuple[str, ...],
    weigh: bool,
    theme_name: str,
    paper: str | None,
    pages: Literal["question", "tiles"] | None,
    text_size: float | None,
    dpi: float | None,
    width: int | None,
    timeout: float,
) -> int:
    """Show, question by question, where two works agree, dispute and pass each other by.

    A and B are works of the project (by id, or work@lang), files, or folders with one edition. In
    words and as JSON, it is told besides which statements stand, on what these lean, and what would
    settle a contested question: what the annotations imply, never which author is right.

    \b
    Examples:
      argmap contrast subprime-ai-crisis openai-dangerous-gamble
      argmap contrast bear.md bull.md --debate debate.md -o contrast.svg
      argmap contrast bear.md bull.md --debate debate.md -o contrast.html
      argmap contrast bear.md bull.md --pages question --paper a3 -o wall.pdf
    """
    from argmap.cli.comparing import contrast_paths, read_contrast

    chosen = chosen_format(format_, output, FORMATS)
    theme_asked = None if theme_name == "default" else theme_name
    refuse_on_words(chosen, PICTURES, theme=theme_asked)
    refuse_on_words(chosen, ON_PAPER, paper=paper, pages=pages)
    refuse_on_words(chosen, (*PICTURES, "html"), show=show)
    refuse_pixels(chosen, dpi, width)
    if weigh and chosen != "html":
        raise click.UsageError("--weigh is for a page: write one with -o FILE.html.")
    sheet = sheet_of(chosen, output, paper, pages, text_size)
    config = find_config()
    paths = contrast_paths(left, right, debate, config)
    project, graph, result = read_contrast(left, right, paths, config)
    if chosen in ("text", "md", "json"):
        from argmap.compare.contrast_cases import cases_of

        cases = cases_of(graph, result, size=crux)
        if chosen == "json":
            from argmap.formats.documents.contrast import dumps

            write_result(dumps(graph, result, cases), output)
            return 0
        from argmap.rendering.contrast_words import markdown, text

        columns = terminal_width()
        in_markdown = chosen == "md"
        words = (
            markdown(graph, result, cases) if in_markdown else text(graph, result, columns, cases)
        )
        write_result(words, output)
    else:
        from argmap.cli.compared_drawing import Drawn, draw_contrast
        from argmap.cli.drawing import chosen_theme
        from argmap.rendering.engine import asked_for
        from argmap.rendering.themes import using

        wish = Drawn(
            chosen,
            output,
            sheet,
            pages,
            text_size,
            show,
            asked_for(engine),
            timeout,
            dpi,
            width,
        )
        if chosen == "html":
            from argmap.cli import paging

            page = paging.contrast_html(
                project,
                graph,
                result,
                paging.found(paths),
                wish.engine,
                timeout=timeout,
                show=show,
                weigh=weigh,
            )
            write_result(page, output)
            return 0
        refuse_text((*result.left.statements, *result.right.statements), chosen)
        with using(chosen_theme(theme_name)), noting(chosen):
            draw_contrast(graph, result, wish)
    return 0
