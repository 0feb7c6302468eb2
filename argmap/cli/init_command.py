"""``argmap init``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("init")
@click.argument(
    "folder", default=".", metavar="[FOLDER]", type=click.Path(path_type=Path, file_okay=False)
)
def command(folder: Path) -> int:
    """Start a project in FOLDER (here, without one): a configuration and a first essay.

    The essay passes, and its comments teach the marks. Nothing that is there is overwritten.

    \b
    Examples:
      argmap init
      argmap init my-essays
    """
    from argmap.starting import start_project

    for path in start_project(folder):
        click.echo(f"wrote {path.as_posix()}")
    there = "" if folder == Path() else f"cd {folder.as_posix()} && "
    click.echo(f"\nNow read essays/first-essay.md, and try:\n  {there}argmap check")
    click.echo("  argmap map essays/first-essay.md -o map.svg\n  argmap build")
    return 0
