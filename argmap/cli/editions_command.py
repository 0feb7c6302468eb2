"""``argmap editions``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.drawing import ON_PAPER, refuse_on_words
from argmap.cli.options import (
    chosen_format,
    config_option,
    engine_option,
    paper_option,
    paths_argument,
    theme_option,
    written_options,
)
from argmap.cli.reading import configured
from argmap.cli.telling import terminal_width, write_result

if TYPE_CHECKING:
    from argmap.rendering.engine import Engine

FORMATS = ("text", "md", "json", "svg", "png", "pdf", "dot", "html")


@click.command("editions")
@paths_argument()
@click.option("--work", metavar="ID", help="The work, where several are there in many languages.")
@click.option(
    "--base",
    metavar="LANG",
    help="The edition that the others are compared with; by default that in the default language.",
)
@written_options(FORMATS, "text and md say it in words, json for programs, the others draw it.")
@engine_option()
@click.option(
    "--id",
    "ids",
    multiple=True,
    metavar="ID",
    help="Look closely at one statement, drawn with its words in each edition; may be repeated.",
)
@theme_option()
@paper_option()
@config_option()
def command(
    paths: tuple[str, ...],
    stdin_filename: str,
    work: str | None,
    base: str | None,
    format_: str | None,
    output: Path | None,
    engine: Engine | None,
    ids: tuple[str, ...],
    theme_name: str,
    paper: str | None,
    config_file: Path | None,
) -> int:
    """Show what translations of one work lost, added or changed.

    PATHS are files or folders; without any, the project's essays. Statements are told by their
    ids. Differences come with the gravest first: a main claim or rebuttal lost, a sense reversed,
    an answer gone, a figure off by a factor, down to names and wording. Exits with 0 whatever
    differs, and with 2 for misuse.

    \b
    Examples:
      argmap editions essays/subprime-ai-crisis
      argmap editions --work subprime-ai-crisis --base ko -o editions.md
      argmap editions essays/subprime-ai-crisis -o editions.svg
      argmap editions essays/subprime-ai-crisis -o editions.html
      argmap editions essays/subprime-ai-crisis --id end-is-near
    """
    from argmap.cli.comparing import read_editions
    from argmap.report.cells import visible

    chosen = chosen_format(format_, output, FORMATS)
    theme_asked = None if theme_name == "default" else theme_name
    refuse_on_words(chosen, ("svg", "png", "pdf", "dot"), theme=theme_asked)
    refuse_on_words(chosen, ON_PAPER, paper=paper)
    if paper is not None:
        from argmap.rendering.paper import find_paper

        find_paper(paper)  # before anything that takes long
    config = configured(config_file)
    project, graph, found = read_editions(
        paths,
        stdin_filename,
        config,
        work=work,
        base=base,
        way_out=lambda works: f"add --work {' or '.join(works)}",
    )
    if ids:
        from argmap.compare.editions_choice import choose

        found = choose(found, ids)
    if chosen == "json":
        from argmap.formats.documents.editions import dumps

        write_result(dumps(graph, found), output)
        return 0
    if chosen not in ("text", "md"):
        from argmap.compare.editions_choice import with_answers
        from argmap.rendering.editions import render_editions
        from argmap.rendering.engine import asked_for

        closely = with_answers(graph, found, ids)
        if chosen == "html":
            from argmap.cli import paging

            findings = paging.found(paths, config_file, graph)
            drawn = paging.editions_html(
                project, graph, found, closely, findings, asked_for(engine)
            )
        else:
            from argmap.cli.drawing import chosen_theme, picture
            from argmap.rendering.themes import using

            with using(chosen_theme(theme_name)):
                drawn = picture(
                    lambda format_: render_editions(
                        graph, found, format_, closely=closely, engine=asked_for(engine)
                    ),
                    chosen,
                    paper,
                    found.base.title or found.work,
                    found.base.lang,
                )
        write_result(drawn, output)
        return 0
    from argmap.rendering.editions_words import markdown, text

    words = markdown(graph, found) if chosen == "md" else text(graph, found, terminal_width())
    write_result("\n".join(map(visible, words.split("\n"))), output)
    return 0
