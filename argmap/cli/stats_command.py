"""``argmap stats``."""

from __future__ import annotations

import click

from argmap.cli.common import paths_argument, read_project


@click.command("stats")
@paths_argument()
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A table, or data for programs.",
)
def command(paths: tuple[str, ...], stdin_filename: str, format_: str) -> int:
    """Count statements, links, sources, and the paragraphs that have a statement.

    \b
    Examples:
      argmap stats
      argmap stats essays/x.md --format json
    """
    from argmap.render.stats_words import data, text
    from argmap.report.cells import visible
    from argmap.statistics import statistics

    project, graph = read_project(paths, stdin_filename)
    found = statistics(graph, project.named)
    if format_ == "json":
        click.echo(data(found), nl=False)
    else:
        click.echo("\n".join(visible(line) for line in text(found).split("\n")), nl=False)
    return 0
