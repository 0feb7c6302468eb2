"""``argmap check``."""

from __future__ import annotations

import click

from argmap.cli.common import paths_argument, read_project, terminal_width, wants_colour
from argmap.report.dispatch import Checked, Format, report


@click.command("check")
@paths_argument()
@click.option(
    "--format",
    "format_",
    type=click.Choice([str(format_) for format_ in Format]),
    default=str(Format.FULL),
    show_default=True,
    help="How findings are written.",
)
def command(paths: tuple[str, ...], stdin_filename: str, format_: str) -> int:
    """Find what is wrong in essays, at its exact place.

    PATHS are files, folders, or - for standard input; without any, the project's essays. With only
    some files named, references resolve against the whole project, and findings are those of the
    named files. Exits with 0 when nothing is found, 1 for errors or warnings, 2 for misuse.

    \b
    Examples:
      argmap check
      argmap check essays/x.md --format concise
      cat draft.md | argmap check - --stdin-filename draft.md
    """
    from argmap.rules.run import check, fails

    project, graph = read_project(paths, stdin_filename)
    findings = [finding for finding in check(graph) if finding.path in project.named]
    named = [essay for essay in project.essays if essay.path in project.named]
    checked = Checked(len(named), sum(len(essay.statements) for essay in named))
    text = report(
        findings,
        Format(format_),
        checked=checked,
        source_of=project.source_of,
        color=wants_colour(),
        width=terminal_width(),
    )
    click.echo(text, nl=False)
    return 1 if fails(findings) else 0
