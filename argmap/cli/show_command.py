"""``argmap show``."""

from __future__ import annotations

import click

from argmap.cli.common import paths_argument, read_project, terminal_width


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
    default=3,
    show_default=True,
    help="How many steps of grounds and answers to show.",
)
def command(
    name: str, paths: tuple[str, ...], stdin_filename: str, format_: str, depth: int
) -> int:
    """Show one statement, or named link, with its whole case.

    ID is id, work:id or work@lang:id.

    \b
    Examples:
      argmap show no-profit
      argmap show subprime-ai-crisis:no-path-to-profit essays --depth 5
    """
    from argmap.graph.lookup import key_of
    from argmap.rendering.statement_words import data, text
    from argmap.report.cells import visible

    _, graph = read_project(paths, stdin_filename)
    key = key_of(graph, name)
    if format_ == "json":
        click.echo(data(graph, key), nl=False)
    else:
        words = text(graph, key, depth=depth, width=terminal_width())
        click.echo("\n".join(visible(line) for line in words.split("\n")), nl=False)
    return 0
