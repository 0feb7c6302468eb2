"""``argmap questions``."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.cli.options import chosen_format, paths_argument, written_options
from argmap.cli.reading import read_project
from argmap.cli.telling import terminal_width, write_result
from argmap.words import LANGUAGES

FORMATS = ("text", "md", "json")


@click.command("questions")
@paths_argument()
@click.option("--all", "every", is_flag=True, help="Answered questions, too, and by what.")
@click.option("--scheme", "name", metavar="NAME", help="Arguments of this scheme only.")
@click.option(
    "--list", "table", is_flag=True, help="Schemes and their questions, in place of essays."
)
@click.option(
    "--lang",
    type=click.Choice(["en", *LANGUAGES]),
    help="With --list, the language of the questions; those of an essay are in its own.",
)
@written_options(FORMATS, "text and md to read, json for programs.")
def command(
    paths: tuple[str, ...],
    stdin_filename: str,
    every: bool,
    name: str | None,
    table: bool,
    lang: str | None,
    format_: str | None,
    output: Path | None,
) -> int:
    """List the critical questions that no statement answers yet.

    Each statement that names the scheme by which it argues (scheme=analogy) faces the questions of
    that scheme. PATHS are files, folders, or - for standard input; without any, the project's
    essays. Exits with 0 whatever is open, with 1 when an essay could not be read whole, and with 2
    for misuse.

    \b
    Examples:
      argmap questions essays/x.md
      argmap questions --all --scheme analogy
      argmap questions --list --scheme expert-opinion
      argmap questions -o questions.md
    """
    from argmap.report.cells import visible
    from argmap.schemes import SCHEMES, known_scheme

    chosen = chosen_format(format_, output, FORMATS)
    scheme = None if name is None else known_scheme(name)
    if table and (paths or every):
        raise click.UsageError("--list takes no PATHS and no --all: it lists what schemes ask.")
    if lang is not None and not table:
        raise click.UsageError("--lang goes with --list: an essay is asked in its own language.")
    if table:
        schemes = list(SCHEMES.values()) if scheme is None else [scheme]
        if chosen == "json":
            from argmap.formats.documents.questions import dumps_schemes

            write_result(dumps_schemes(schemes, lang or "en"), output)
        else:
            from argmap.rendering.questions_words import scheme_markdown, scheme_text

            md = chosen == "md"
            words = (
                scheme_markdown(schemes, lang or "en")
                if md
                else scheme_text(schemes, lang or "en", terminal_width())
            )
            write_result(words, output)
        return 0
    from argmap.schemes.asking import faced
    from argmap.statistics import not_counted

    project, graph = read_project(paths, stdin_filename)
    found = faced(graph, project.named, None if scheme is None else scheme.id)
    if chosen == "json":
        from argmap.formats.documents.questions import dumps

        write_result(dumps(graph, found, every=every), output)
    else:
        from argmap.rendering.questions_words import markdown, text

        if chosen == "md":
            words = markdown(graph, found, every=every)
        else:
            words = text(graph, found, every=every, width=terminal_width())
        write_result("\n".join(map(visible, words.split("\n"))), output)
    problems = not_counted(graph, project.named)
    for problem in problems:
        click.echo(f"argmap: {visible(problem)}: argmap check says more", err=True)
    return 1 if problems else 0
