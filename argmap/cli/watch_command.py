"""``argmap watch``."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from argmap.cli.check_command import FORMAT
from argmap.cli.options import config_option, paths_argument


@click.command("watch")
@paths_argument()
@FORMAT
@config_option()
def command(
    paths: tuple[str, ...], stdin_filename: str, format_: str, config_file: Path | None
) -> int:
    """Check, and check again whenever an essay or the configuration is saved.

    Only what changed is read again. Ends with Ctrl-C. It needs the watchfiles package:
    pip install "argmap[watch]".

    \b
    Examples:
      argmap watch
      argmap watch essays/x.md --format concise
    """
    from argmap.cli.watching import watch

    gc.enable()  # a process that stays must not keep what it no longer needs
    return watch(paths, stdin_filename, config_file, format_)
