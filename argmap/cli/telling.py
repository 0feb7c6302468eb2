"""Where results and notes go: a file, standard output, or standard error."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from argmap.errors import ArgmapError

__all__ = ["WIDTH", "note", "remember_read", "terminal_width", "wants_colour", "write_result"]

WIDTH = 100
"""Columns to write for where the output is not a terminal."""
_READ = "argmap.read"
"""What a command has read, in what its context remembers."""
_MARK = re.compile(rb"\{[^{}\n]*\.(?:claim|premise|evidence|rebuttal|question)\b")


def remember_read(files: Iterable[Path]) -> None:
    """Remember what a command reads, over which none of its results is written."""
    context = click.get_current_context(silent=True)
    if context is not None:
        context.meta.setdefault(_READ, set()).update(files)


def _refuse_what_is_read(output: Path) -> None:
    """Refuse to write over an essay that was read; a report that lies among essays is none."""
    from argmap.sources import SUFFIXES

    context = click.get_current_context(silent=True)
    read = () if context is None else context.meta.get(_READ, ())
    try:
        same = output.is_file() and any(output.samefile(file) for file in read if file.exists())
        if same and (output.suffix.lower() not in SUFFIXES or _MARK.search(output.read_bytes())):
            raise ArgmapError(f"{output} was read for this: name another place with -o")
    except OSError:
        return  # what is wrong with it is said when it is written


def write_result(content: str | bytes, output: Path | None) -> None:
    """Write a result to a file, whole or not at all, or to standard output.

    Raises :class:`ArgmapError` where it cannot, and for a file that the command has read.
    """
    if output is not None and str(output) != "-":
        from argmap.writing import write_file

        _refuse_what_is_read(output)
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
