"""``argmap editions``."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from argmap.cli.before_work import refuse_text
from argmap.cli.compared_options import FORMATS, WORDS, Asked, compared_options, wished
from argmap.cli.drawing import noting
from argmap.cli.options import chosen_format, config_option, paths_argument, written_options
from argmap.cli.reading import configured
from argmap.cli.telling import terminal_width, write_result


@click.command("editions")
@paths_argument()
@click.option("--work", metavar="ID", help="The work, where several are there in many languages.")
@click.option(
    "--base",
    metavar="LANG",
    help="The edition that the others are compared with; by default that in the default language.",
)
@written_options(FORMATS, "text and md say it in words, json for programs, the others draw it.")
@click.option(
    "--id",
    "ids",
    multiple=True,
    metavar="ID",
    help="Look closely at one statement, drawn with its words in each edition; may be repeated.",
)
@compared_options(["tiles"], "Draw several sheets, tiles of the whole, to be taped together.")
@config_option()
def command(
    paths: tuple[str, ...],
    stdin_filename: str,
    work: str | None,
    base: str | None,
    format_: str | None,
    output: Path | None,
    ids: tuple[str, ...],
    config_file: Path | None,
    **asked: Unpack[Asked],
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
    wish = wished(chosen, output, asked)
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
    if chosen not in WORDS:
        from argmap.compare.editions_choice import with_answers

        closely = with_answers(graph, found, ids)
        if chosen == "html":
            from argmap.cli import paging

            page = paging.editions_html(
                project,
                graph,
                found,
                closely,
                paging.found(paths, config_file, graph),
                wish.engine,
                timeout=wish.timeout,
                show=wish.show,
                weigh=wish.weigh,
            )
            write_result(page, output)
            return 0
        from argmap.cli.compared_drawing import draw_editions
        from argmap.cli.drawing import chosen_theme
        from argmap.rendering.themes import using

        refuse_text(found.base.statements, chosen)
        with using(chosen_theme(wish.theme)), noting(chosen):
            draw_editions(graph, found, closely, wish)
        return 0
    from argmap.rendering.editions_words import markdown, text

    words = markdown(graph, found) if chosen == "md" else text(graph, found, terminal_width())
    write_result("\n".join(map(visible, words.split("\n"))), output)
    return 0
