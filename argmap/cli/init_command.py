"""``argmap init``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("init")
@click.argument("folder", default=".", metavar="[FOLDER]", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Start a project in FOLDER (here, without one): a configuration and a first essay.

    The essay passes argmap check, and its comments teach the marks. Nothing that is there is
    overwritten: where one of the two files exists, neither is written, and the status is 2.

    \b
    Examples:
      argmap init
      argmap init my-essays
    """
    from argmap.starting import start_project

    for path in start_project(folder):
        click.echo(f"wrote {path.as_posix()}")
    click.echo("\nOpen essays/first-essay.md: its comments teach the marks. Then try")
    if folder != Path():
        shown = folder.as_posix()
        click.echo(f'  cd "{shown}"' if " " in shown else f"  cd {shown}")
    click.echo("  argmap check")
    click.echo("  argmap map essays/first-essay.md -o map.svg")
    click.echo("  argmap build")
    return 0
