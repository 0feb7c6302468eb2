"""``argmap stats``."""

from __future__ import annotations

from collections.abc import Sequence

import click

from argmap.cli.options import paths_argument
from argmap.cli.reading import read_project
from argmap.cli.telling import note, terminal_width

_MOST_SHOWN = 20
"""Findings shown; ``argmap convert`` tells all of one file."""


@click.command("stats")
@paths_argument()
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "md"]),
    default="text",
    show_default=True,
    help="Tables to read, data for programs, or tables in Markdown.",
)
@click.option("--from", "from_", metavar="FORMAT", default="",
              help="The format of data; by default what each file holds tells.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=0), default=0, metavar="N",
              help="Processes for many files of data; one a core by default.")  # fmt: skip
def command(
    paths: tuple[str, ...], stdin_filename: str, format_: str, from_: str, jobs: int
) -> int:
    """Count statements, links, questions and sources, and the paragraphs that are marked.

    PATHS are files, folders, or - for standard input; without any, the project's essays. With only
    some named, these are counted, and what the others say to them is taken into account. Where
    PATHS hold data in other formats (AIF, brat, Kialo…), statements, links, linked premises and
    circles are counted by format instead. Exits with 1 when something could not be read whole, and
    with 2 for misuse.

    \b
    Examples:
      argmap stats
      argmap stats essays/x.md
      argmap stats corpora/ --format md
      argmap stats --format json > stats.json
    """
    if from_ or (paths and "-" not in paths and _hold_data(paths)):
        return _of_data(paths, stdin_filename, format_, from_, jobs)
    return _of_essays(paths, stdin_filename, format_)


def _of_essays(paths: Sequence[str], stdin_filename: str, format_: str) -> int:
    from argmap.statistics import not_counted, statistics

    project, graph = read_project(paths, stdin_filename)
    found = statistics(graph, project.named)
    if format_ == "json":
        from argmap.formats.documents.stats import dumps

        click.echo(dumps(found), nl=False)
    else:
        from argmap.rendering.stats_words import markdown, text

        _print(markdown(found) if format_ == "md" else text(found, terminal_width()))
    problems = not_counted(graph, project.named)
    for problem in problems:
        note(f"{problem}: argmap check says more")
    return 1 if problems else 0


def _hold_data(paths: Sequence[str]) -> bool:
    """Tell whether paths hold data of other formats; a slip in them is for essays to tell."""
    from pathlib import Path

    from argmap.errors import ArgmapError
    from argmap.sources import SUFFIXES

    # Essays alone are by far the most common, and need no formats to be loaded.
    if all(path.lower().endswith(SUFFIXES) and not Path(path).is_dir() for path in paths):
        return False
    from argmap.formats.counting import holds_data

    try:
        return holds_data(paths)
    except ArgmapError:
        return False


def _of_data(paths: Sequence[str], stdin_filename: str, format_: str, from_: str, jobs: int) -> int:
    import sys

    from argmap.cli.progress import progress
    from argmap.config import find_config
    from argmap.formats.counting import count_files
    from argmap.formats.inputs import STDIN, find_inputs
    from argmap.formats.registry import find_format, formats
    from argmap.statistics import by_format, counts_together

    if from_:
        find_format(from_, reading=True)
    for line in formats().unusable:
        note(line)
    stdin = sys.stdin.buffer.read() if STDIN in paths else None
    inputs = find_inputs(paths or ["."], stdin, stdin_filename)
    with progress("Counting") as tell:
        counted = count_files(inputs, from_, find_config().default_lang, jobs, tell)
    each, all_ = by_format(counted.files), counts_together(counted.files, "all")
    if format_ == "json":
        from argmap.formats.documents.stats import data_dumps

        click.echo(data_dumps(counted.files, each, all_, counted.passed_over), nl=False)
    else:
        from argmap.rendering.stats_words import data_markdown, data_text

        _print(
            data_markdown(each, all_)
            if format_ == "md"
            else data_text(each or (all_,), all_, terminal_width())
        )
    for name, fault in counted.faults[:_MOST_SHOWN]:
        hint = f"; {fault.hint}" if fault.hint else ""
        note(f"{name}:{fault.range.start}: {fault.rule}: {fault.message}{hint}")
    more = all_.findings - min(len(counted.faults), _MOST_SHOWN)
    if more > 0:
        note(f"{more} more findings are not shown: argmap convert tells them, file by file")
    if counted.passed_over:
        number = len(counted.passed_over)
        files = "1 file" if number == 1 else f"{number} files"
        note(f"passed over {files} without an argument, as {counted.passed_over[0]}")
    return 1 if all_.findings or all_.unread else 0


def _print(words: str) -> None:
    from argmap.report.cells import visible

    click.echo("\n".join(map(visible, words.split("\n"))), nl=False)
