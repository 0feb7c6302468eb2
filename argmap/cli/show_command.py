"""``argmap show``."""

from __future__ import annotations

import click

from argmap.cli.options import paths_argument
from argmap.cli.reading import read_project
from argmap.cli.telling import terminal_width


@click.command("show")
@click.argument("name", metavar="ID")
@paths_argument()
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A tree to read, or data for programs.",
)
@click.option(
    "--depth",
    type=click.IntRange(min=1),
    help="How many steps of grounds, attacks and answers to follow, instead of all of them.",
)
def command(
    name: str, paths: tuple[str, ...], stdin_filename: str, format_: str, depth: int | None
) -> int:
    """Show one statement, or named link: text, place, its whole case, consequences.

    The case is a tree of what supports and attacks it, and that, each with its standing: see argmap
    weigh. What bears on several is written out once. As data, it is at most 50 steps deep.

    ID is id, work:id or work@lang:id. PATHS are files, folders, or - for standard input; without
    any, the project's essays. An id that several works have is looked for in PATHS first.

    \b
    Examples:
      argmap show no-profit
      argmap show no-profit essays/x.md --depth 5
      argmap show subprime-ai-crisis@en:no-profit --format json
    """
    from argmap.graph.lookup import key_of

    project, graph = read_project(paths, stdin_filename)
    key = key_of(graph, name, project.named)
    if format_ == "json":
        from argmap.formats.documents.statement import dumps
        from argmap.graph.case import MOST_STEPS

        click.echo(dumps(graph, key, depth=depth or MOST_STEPS), nl=False)
    else:
        from argmap.rendering.statement_words import text
        from argmap.report.cells import visible

        words = text(graph, key, depth=depth, width=terminal_width())
        click.echo("\n".join(map(visible, words.split("\n"))), nl=False)
    return 0
