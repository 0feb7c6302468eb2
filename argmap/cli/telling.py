"""Where results and notes go: a file, standard output, or standard error."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from argmap.errors import ArgmapError

__all__ = ["WIDTH", "note", "terminal_width", "wants_colour", "write_result"]

WIDTH = 100
"""Columns to write for where the output is not a terminal."""


def write_result(content: str | bytes, output: Path | None) -> None:
    """Write a result to a file, whole or not at all, or to standard output."""
    if output is not None and str(output) != "-":
        from argmap.writing import write_file

        whole = content.encode() if isinstance(content, str) else content
        write_file(output, whole, named=True)
    elif isinstance(content, bytes):
        if sys.stdout.isatty() and b"\0" in content[:1000]:
            raise ArgmapError("this format is not text: name a file with -o")
        sys.stdout.buffer.write(content)
    else:
        click.echo(content, nl=False)


def note(message: str) -> None:
    """Tell something beside the results, on standard error."""
    from argmap.report.cells import visible

    click.echo(f"argmap: {visible(message)}", err=True)


def terminal_width() -> int:
    """Return the columns to write for."""
    if not sys.stdout.isatty():
        return WIDTH
    from shutil import get_terminal_size

    return max(40, get_terminal_size().columns)


def wants_colour() -> bool:
    """Tell whether to colour: on a terminal only, and never under NO_COLOR."""
    import os

    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
