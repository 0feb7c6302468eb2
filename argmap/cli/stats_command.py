"""``argmap stats``."""

from __future__ import annotations

import click

from argmap.cli.common import paths_argument, read_project, terminal_width


@click.command("stats")
@paths_argument()
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Tables to read, or data for programs.",
)
def command(paths: tuple[str, ...], stdin_filename: str, format_: str) -> int:
    """Count statements, links, questions and sources, and the paragraphs that are marked.

    PATHS are files, folders, or - for standard input; without any, the project's essays. With only
    some named, these are counted, and what the others say to them is taken into account. Exits
    with 1 when an essay could not be read whole, and with 2 for misuse.

    \b
    Examples:
      argmap stats
      argmap stats essays/x.md
      argmap stats --format json > stats.json
    """
    from argmap.report.cells import visible
    from argmap.statistics import not_counted, statistics

    project, graph = read_project(paths, stdin_filename)
    found = statistics(graph, project.named)
    if format_ == "json":
        from argmap.formats.stats_document import dumps

        click.echo(dumps(found), nl=False)
    else:
        from argmap.rendering.stats_words import text

        words = text(found, terminal_width())
        click.echo("\n".join(map(visible, words.split("\n"))), nl=False)
    problems = not_counted(graph, project.named)
    for problem in problems:
        click.echo(f"argmap: {visible(problem)}: argmap check says more", err=True)
    return 1 if problems else 0
