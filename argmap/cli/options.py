"""Options that several commands share, and what they mean."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from argmap.errors import ArgmapError

__all__ = [
    "MOST_DPI",
    "MOST_SECONDS",
    "MOST_WIDTH",
    "FiniteRange",
    "chosen_format",
    "config_option",
    "engine_option",
    "paper_option",
    "pages_options",
    "paths_argument",
    "pixel_options",
    "show_option",
    "theme_option",
    "timeout_option",
    "written_options",
]

F = TypeVar("F", bound=Callable[..., Any])

MOST_DPI, MOST_WIDTH = 2400, 20_000
MOST_SECONDS = 86_400
"""A day: the longest that a command may be told to wait."""
_SUFFIXES = {
    "text": ".txt",
    "md": ".md",
    "json": ".json",
    "svg": ".svg",
    "png": ".png",
    "pdf": ".pdf",
    "dot": ".dot",
    "html": ".html",
    "mermaid": ".mmd",
}
"""The suffix of each format that is written."""


class FiniteRange(click.FloatRange):
    """A number between two others; click's own lets NaN pass, which is between none."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Read the number, or tell what is wrong with it."""
        number = float(super().convert(value, param, ctx))
        if math.isnan(number):
            self.fail(f"{value} is not a number.", param, ctx)
        return number


def paths_argument(*, required: bool = False, stdin: bool = True) -> Callable[[F], F]:
    """Add PATHS: files, folders, or - for standard input, and --stdin-filename to name that.

    Without ``stdin`` there is no such option, as where files are watched.
    """

    def add(function: F) -> F:
        name = click.option(
            "--stdin-filename",
            metavar="NAME",
            default="stdin.md",
            show_default=True,
            help="What to call the text read from -.",
        )
        metavar = "PATHS..." if required else "[PATHS]..."
        paths = click.argument(
            "paths", nargs=-1, required=required, type=click.Path(path_type=str), metavar=metavar
        )
        return paths(name(function)) if stdin else paths(function)

    return add


def config_option() -> Callable[[F], F]:
    """Add --config, the configuration to use instead of the closest."""
    return click.option(
        "--config",
        "config_file",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="The configuration to use, instead of the closest argmap.toml or pyproject.toml.",
    )


def written_options(formats: Sequence[str], said: str) -> Callable[[F], F]:
    """Add --format, one of some formats of which ``said`` tells, and --output."""

    def add(function: F) -> F:
        format_ = click.option("-f", "--format", "format_", type=click.Choice(formats), help=said)
        output = click.option(
            "-o",
            "--output",
            # It is written, never read, a pipe say.
            type=click.Path(path_type=Path, dir_okay=False, readable=False),
            metavar="FILE",
            help="Where to write it, in place of standard output; the suffix says the format.",
        )
        return format_(output(function))

    return add


def chosen_format(given: str | None, output: Path | None, formats: Sequence[str]) -> str:
    """Return the format that is asked for: by --format, else by the suffix, else the first.

    Raises :class:`ArgmapError` for a suffix that is none of these.
    """
    if given is not None:
        return given
    if output is None or str(output) == "-":
        return formats[0]
    suffix = output.suffix.lower()
    for name in formats:
        if suffix in (_SUFFIXES[name], f".{name}"):
            return name
    command = click.get_current_context().info_name
    known = [_SUFFIXES[name] for name in formats]
    example = f"{output.name.strip('.') or 'map'}{known[0]}"
    if suffix == ".svgz" and ".svg" in known:
        raise ArgmapError(f"argmap {command} does not write .svgz: write .svg, and gzip that")
    if suffix.strip("."):
        raise ArgmapError(
            f"argmap {command} does not write {suffix}: use {', '.join(known)}, or say -f"
        )
    if output.name.lower() in known:
        raise ArgmapError(
            f"{output} is a name that begins with a dot, without a suffix: put a word before the "
            f"dot, as in {command}{output.name.lower()}, or say -f"
        )
    raise ArgmapError(
        f"{output} has no suffix to say the format by: add {', '.join(known[:-1])} or {known[-1]}, "
        f"as in {example}, or say -f"
    )


def engine_option() -> Callable[[F], F]:
    """Add --engine, which Graphviz draws."""
    return click.option(
        "--engine",
        type=click.Choice(["bundled", "system"]),
        help="Which Graphviz lays a drawing out: the bundled one, or the dot of this system.",
    )


def theme_option() -> Callable[[F], F]:
    """Add --theme, the colours to draw in."""
    return click.option(
        "--theme",
        "theme_name",
        metavar="NAME",
        default="default",
        show_default=True,
        help="The colours: default, dark, print (for grey), high-contrast, or a .toml file.",
    )


def paper_option() -> Callable[[F], F]:
    """Add --paper, the sheet that a picture is to fit."""
    return click.option(
        "--paper",
        metavar="SIZE",
        help="Make it fit a sheet: a0 to a5, letter, legal or tabloid, perhaps with -portrait or "
        "-landscape after it. Says what size the text comes out at.",
    )


def pages_options(pages: Sequence[str], said: str) -> Callable[[F], F]:
    """Add --pages, one of some ways to make several sheets of which ``said`` tells; --text-size."""

    def add(function: F) -> F:
        wanted = click.option(
            "--pages",
            type=click.Choice(pages),
            help=f"{said} Sheets that an earlier run left over under these names are removed.",
        )
        size = click.option(
            "--text-size",
            type=FiniteRange(4, 24),
            metavar="POINTS",
            help="With --pages, the size of the type: of tiles 9 unless said, else at least 7.",
        )
        return wanted(size(function))

    return add


def show_option() -> Callable[[F], F]:
    """Add --show, what of a weighing is to be seen on each box."""
    return click.option(
        "--show",
        type=click.Choice(["standing", "strength"]),
        multiple=True,
        help="Weigh the essays, and show on each box how it comes out. May be given again.",
    )


def timeout_option() -> Callable[[F], F]:
    """Add --timeout, for a layout that is drawn whole or not at all."""
    return click.option(
        "--timeout",
        type=FiniteRange(1, MOST_SECONDS),
        default=120,
        show_default=True,
        help="Seconds after which a layout is given up.",
    )


def pixel_options() -> Callable[[F], F]:
    """Add --dpi and --width, how large a PNG is; they are not for the same one."""

    def add(function: F) -> F:
        dpi = click.option(
            "--dpi",
            type=FiniteRange(10, MOST_DPI),
            help="Pixels to the inch of a PNG; 144 unless said.",
        )
        width = click.option(
            "--width",
            type=click.IntRange(50, MOST_WIDTH),
            metavar="PIXELS",
            help="Width of a PNG, instead of --dpi.",
        )
        return dpi(width(function))

    return add
