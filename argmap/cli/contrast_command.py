"""``argmap contrast``."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from argmap.cli.before_work import refuse_text
from argmap.cli.compared_options import FORMATS, WORDS, Asked, compared_options, wished
from argmap.cli.drawing import noting
from argmap.cli.options import chosen_format, written_options
from argmap.cli.telling import terminal_width, write_result
from argmap.config import find_config


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
@compared_options(
    ["question", "tiles"],
    "Draw several sheets: one for each question, more where it would be too small to read; or "
    "tiles of the whole, to be taped together.",
)
def command(
    left: str,
    right: str,
    debate: tuple[str, ...],
    format_: str | None,
    output: Path | None,
    crux: int,
    **asked: Unpack[Asked],
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
    wish = wished(chosen, output, asked)
    config = find_config()
    paths = contrast_paths(left, right, debate, config)
    project, graph, result = read_contrast(left, right, paths, config)
    if chosen == "html":
        from argmap.cli import paging

        page = paging.contrast_html(
            project,
            graph,
            result,
            paging.found(paths),
            wish.engine,
            timeout=wish.timeout,
            show=wish.show,
            weigh=wish.weigh,
        )
        write_result(page, output)
        return 0
    if chosen not in WORDS:
        from argmap.cli.compared_drawing import draw_contrast
        from argmap.cli.drawing import chosen_theme
        from argmap.rendering.themes import using

        refuse_text((*result.left.statements, *result.right.statements), chosen)
        with using(chosen_theme(wish.theme)), noting(chosen):
            draw_contrast(graph, result, wish)
        return 0
    from argmap.compare.contrast_cases import cases_of

    cases = cases_of(graph, result, size=crux)
    if chosen == "json":
        from argmap.formats.documents.contrast import dumps

        write_result(dumps(graph, result, cases), output)
        return 0
    from argmap.rendering.contrast_words import markdown, text

    if chosen == "md":
        write_result(markdown(graph, result, cases), output)
    else:
        write_result(text(graph, result, terminal_width(), cases), output)
    return 0
