"""``argmap contrast``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.drawing import ON_PAPER, refuse_on_words
from argmap.cli.options import (
    chosen_format,
    engine_option,
    paper_option,
    theme_option,
    written_options,
)
from argmap.cli.telling import terminal_width, write_result
from argmap.config import find_config

if TYPE_CHECKING:
    from argmap.rendering.engine import Engine

FORMATS = ("text", "md", "json", "svg", "png", "pdf", "dot", "html")


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
@theme_option()
@paper_option()
def command(
    left: str,
    right: str,
    debate: tuple[str, ...],
    format_: str | None,
    output: Path | None,
    crux: int,
    engine: Engine | None,
    theme_name: str,
    paper: str | None,
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
    """
    from argmap.cli.comparing import contrast_paths, read_contrast

    chosen = chosen_format(format_, output, FORMATS)
    theme_asked = None if theme_name == "default" else theme_name
    refuse_on_words(chosen, ("svg", "png", "pdf", "dot"), theme=theme_asked)
    refuse_on_words(chosen, ON_PAPER, paper=paper)
    if paper is not None:
        from argmap.rendering.paper import find_paper

        find_paper(paper)  # before anything that takes long
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

        width = terminal_width()
        in_markdown = chosen == "md"
        words = markdown(graph, result, cases) if in_markdown else text(graph, result, width, cases)
        write_result(words, output)
    else:
        from argmap.rendering.contrast import render_contrast
        from argmap.rendering.engine import asked_for

        used = asked_for(engine)
        if chosen == "html":
            from argmap.cli import paging

            findings = paging.found(paths)
            write_result(paging.contrast_html(project, graph, result, findings, used), output)
            return 0
        from argmap.cli.drawing import chosen_theme, picture
        from argmap.rendering.themes import using

        with using(chosen_theme(theme_name)):
            drawn = picture(
                lambda format_: render_contrast(graph, result, format_, engine=used),
                chosen,
                paper,
                " / ".join(essay.title or essay.id for essay in (result.left, result.right)),
                result.left.lang if result.left.lang == result.right.lang else "",
            )
        write_result(drawn, output)
    return 0
