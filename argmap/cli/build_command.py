"""``argmap build``."""

from __future__ import annotations

import click

from argmap.cli.common import WIDTH, paths_argument, read_project, wants_colour
from argmap.config import find_config


@click.command("build")
@paths_argument()
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing; fail, naming the file, where a map is not what the essays make.",
)
def command(paths: tuple[str, ...], stdin_filename: str, only_check: bool) -> int:
    """Check the project's essays, and draw, contrast and outline them, as the config says.

    Reads [tool.argmap] in pyproject.toml, or argmap.toml; without either, the essays in essays/,
    to maps/. Findings are printed, and the maps are made all the same. Exits with 1 when there are
    findings, or, with --check, when a map is out of date.

    \b
    Examples:
      argmap build
      argmap build --check
    """
    from argmap.building import outdated, plan
    from argmap.report.dispatch import Checked, Format, report
    from argmap.rules.run import check, fails
    from argmap.writing import write_file

    config = find_config()
    if not paths and config.file is None and all(f.is_dir() for f in config.essays):
        paths = tuple(str(folder) for folder in config.essays)
    project, graph = read_project(paths, stdin_filename, config=config)
    findings = check(graph)
    if findings:
        checked = Checked(len(graph.essays), len(graph.statements))
        text = report(
            findings,
            Format.FULL,
            checked=checked,
            source_of=project.sources.source_of,
            color=wants_colour(),
            width=WIDTH,
        )
        click.echo(text, nl=False, err=True)
    artefacts = plan(graph, config.build)
    if only_check:
        stale = list(outdated(artefacts, config.build))
        for each in stale:
            click.echo(f"{each.path.as_posix()} {each.why}", err=True)
        if stale:
            click.echo("Run 'argmap build' and commit what it makes.", err=True)
        else:
            click.echo(f"{len(artefacts)} files in {config.build.maps.as_posix()} are current.")
        return 1 if stale or fails(findings) else 0
    for artefact in artefacts:
        write_file(artefact.path, artefact.make())
        click.echo(f"wrote {artefact.path.as_posix()}")
    return 1 if fails(findings) else 0
