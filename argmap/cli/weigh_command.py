"""``argmap weigh``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.options import (
    MOST_SECONDS,
    FiniteRange,
    chosen_format,
    config_option,
    paths_argument,
    written_options,
)
from argmap.cli.reading import configured, read_project
from argmap.cli.telling import note, terminal_width, write_result
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.weigh.survey import Survey

FORMATS = ("text", "md", "json")
_NOT_OF_FRAMEWORKS = {
    "all_": "--all",
    "semantics": "--semantics",
    "keystones": "--keystones",
    "without": "--without",
    "assume": "--assume",
    "lang": "--lang",
    "format_": "--format",
}


@click.command("weigh")
@paths_argument()
@click.option("--all", "all_", is_flag=True, help="Tell of every statement and keystone.")
@click.option(
    "--semantics",
    metavar="NAME",
    help="How strengths are worked out: df-quad (the default), quadratic-energy, euler-based or "
    "h-categorizer.",
)
@click.option(
    "--keystones", is_flag=True, help="Which statements and sources the main statements lean on."
)
@click.option(
    "--without",
    multiple=True,
    metavar="ID|source:NAME",
    help="What changes when this falls; may be given again.",
)
@click.option(
    "--assume",
    multiple=True,
    metavar="ID",
    help="What changes when this stands, whatever speaks against it; may be given again.",
)
@click.option("--lang", metavar="LANG", help="The edition to weigh, where a work has several.")
@written_options(FORMATS, "text and md say it in words, json is for programs.")
@click.option(
    "--task",
    metavar="TASK",
    help="What to ask of an abstract framework (.apx, .tgf, .af): SE, DC or DS, a hyphen, and GR, "
    "CO, PR or ST.",
)
@click.option(
    "--arg", "argument", metavar="NAME", help="The argument that --task DC or DS is about."
)
@click.option(
    "--timeout",
    type=FiniteRange(0, MOST_SECONDS),
    metavar="SECONDS",
    help="How long --task may take; no limit by default.",
)
@config_option()
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    stdin_filename: str,
    all_: bool,
    semantics: str | None,
    keystones: bool,
    without: tuple[str, ...],
    assume: tuple[str, ...],
    lang: str | None,
    format_: str | None,
    output: Path | None,
    task: str | None,
    argument: str | None,
    timeout: float | None,
    config_file: Path | None,
) -> int:
    """Say what stands, how strongly, and what it leans on.

    PATHS are files, folders, or - for standard input; without any, the project's essays. Each
    statement stands, falls, is contested or is open, for a reason that is told in a sentence; the
    definition stands in docs/weighing.md. It is what the annotations imply, and does not say who is
    right. Exits with 0 whatever stands, with 1 when something could not be read as it was meant,
    and with 2 for misuse.

    \b
    Examples:
      argmap weigh essays/x.md
      argmap weigh --keystones -o maps/weigh.md
      argmap weigh essays/x.md --without "source:The Ledger" --assume no-profit
      argmap weigh framework.apx --task DS-PR --arg a
    """
    if task is not None:
        _refuse(context.params)
        write_result(_answer(paths, task, argument, timeout), output)
        return 0
    if argument is not None or timeout is not None:
        raise click.UsageError("--arg and --timeout go with --task, for a framework")
    _no_framework(paths)
    from argmap.statistics import not_counted
    from argmap.weigh.survey import gaps, one_edition_each, survey

    chosen = chosen_format(format_, output, FORMATS)
    project, whole = read_project(paths, stdin_filename, config=configured(config_file))
    graph, essays, left = one_edition_each(whole, project.named, lang)
    found = survey(
        graph,
        essays,
        semantics=semantics or "df-quad",
        leans=keystones,
        without=without,
        assume=assume,
    )
    if left and lang is None:
        editions = "1 edition of another language is" if left == 1 else f"{left} editions are"
        note(f"{editions} left out: name a language with --lang")
    write_result(_written(found, chosen, all_), output)
    missing = (*not_counted(whole, project.named), *gaps(graph, essays))
    for line in missing:
        note(line)
    return 1 if missing else 0


def _written(found: Survey, chosen: str, everything: bool) -> str:
    if chosen == "json":
        from argmap.formats.documents.weigh import dumps

        return dumps(found)
    from argmap.rendering.weigh_words import markdown, text
    from argmap.report.cells import visible

    words = (
        markdown(found, everything=everything)
        if chosen == "md"
        else text(found, terminal_width(), everything=everything)
    )
    return "\n".join(map(visible, words.split("\n")))


def _refuse(given: dict[str, object]) -> None:
    for name, option in _NOT_OF_FRAMEWORKS.items():
        if given[name]:
            raise click.UsageError(f"{option} does not go with --task")


def _answer(paths: tuple[str, ...], task: str, argument: str | None, timeout: float | None) -> str:
    from argmap.formats.frameworks.iccma_answers import answer_text

    if len(paths) != 1:
        raise click.UsageError("--task asks of one framework: name its file, or - for its text")
    if paths[0] == "-":
        content, name = sys.stdin.buffer.read(), "standard input"
    else:
        content, name = Path(paths[0]).read_bytes(), paths[0]
    return answer_text(content, name, task, argument, timeout)


def _no_framework(paths: tuple[str, ...]) -> None:
    for path in paths:
        if Path(path).suffix.lower() in (".apx", ".tgf", ".af"):
            raise ArgmapError(f"{path} is a framework: say what to ask of it, as --task SE-PR")
