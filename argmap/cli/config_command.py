"""``argmap config``."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.cli.options import config_option
from argmap.cli.reading import configured


@click.command("config")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["toml", "json"]),
    default="toml",
    show_default=True,
    help="How the settings are written.",
)
@config_option()
def command(format_: str, config_file: Path | None) -> int:
    """Print what is in force, and which file says so.

    Paths are printed as seen from here.

    \b
    Examples:
      argmap config
      argmap config --config shared/argmap.toml
    """
    from argmap.config.words import as_json, as_toml
    from argmap.rules.selection import select

    config = configured(config_file)
    select(config)  # which refuses words that name no rule
    click.echo(as_json(config) if format_ == "json" else as_toml(config), nl=False)
    return 0
