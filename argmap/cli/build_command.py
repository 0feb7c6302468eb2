"""``argmap build``."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.cli.before_work import refuse_places, refuse_text
from argmap.cli.checking import Checking
from argmap.cli.drawing import noting
from argmap.cli.options import config_option, paths_argument
from argmap.cli.reading import configured, prose_beside
from argmap.config import RuleChoice
from argmap.rules.run import fails


@click.command("build")
@paths_argument()
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing; fail, naming the file, where a map is not what the essays make.",
)
@config_option()
def command(
    paths: tuple[str, ...], stdin_filename: str, only_check: bool, config_file: Path | None
) -> int:
    """Check the project's essays, and draw, contrast and outline them, as the config says.

    Makes, of each essay, its map and outline and the sheet of its main claims; of each pair of
    works, their contrast and a sheet for each question; of each work, what its editions say
    differently; and an index, README.md. Reads [tool.argmap] in pyproject.toml, or argmap.toml;
    without either, the essays in essays/, to maps/. Findings are printed, and the maps are made all
    the same. Exits with 1 when there are findings, or, with --check, when a map is out of date.

    \b
    Examples:
      argmap build
      argmap build --check
    """
    from argmap.building import made, outdated, plan
    from argmap.building_index import INDEX
    from argmap.writing import write_file

    config = configured(config_file)
    if not only_check:
        refuse_places([config.build.maps / INDEX])  # before anything that takes long
    if not paths and config.file is None and all(f.is_dir() for f in config.essays):
        paths = tuple(str(folder) for folder in config.essays)
    checking = Checking.begin(paths, stdin_filename, config_file, RuleChoice())
    graph, result = checking.graph()
    findings = checking.sift(result, None, update=False, online=False, whole=False)
    if findings:
        checking.print(findings, result, checking.reports("full", ()), to_stderr=True)
    failed = fails(findings, config.fail_level)
    artefacts = plan(
        graph, config.build, names=config.names, prose=prose_beside(graph, checking.sources)
    )
    if only_check:
        stale = list(outdated(artefacts, config.build))
        for each in stale:
            click.echo(f"{each.path.as_posix()} {each.why}", err=True)
        if stale:
            click.echo("Run 'argmap build' and commit what it makes.", err=True)
        else:
            click.echo(f"{len(artefacts)} files in {config.build.maps.as_posix()} are current.")
        return 1 if stale or failed else 0
    refuse_places(artefact.path for artefact in artefacts)
    drawn = "png" if "png" in config.build.formats else ""
    for essay in graph.essays:
        refuse_text(essay.statements, drawn)
    with noting(drawn):
        for artefact, content in made(artefacts):
            write_file(artefact.path, content)
            click.echo(f"wrote {artefact.path.as_posix()}")
    return 1 if failed else 0
