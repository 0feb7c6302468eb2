"""The options that ``argmap contrast`` and ``argmap editions`` share: what is drawn, and how."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import click

from argmap.cli.before_work import FIRST_SHEET, refuse_output
from argmap.cli.drawing import ON_PAPER, refuse_on_words, refuse_pixels
from argmap.cli.options import (
    engine_option,
    pages_options,
    paper_option,
    pixel_options,
    show_option,
    theme_option,
    timeout_option,
)

if TYPE_CHECKING:
    from argmap.rendering.engine import Engine
    from argmap.rendering.paper import Paper

__all__ = ["FORMATS", "WORDS", "Asked", "Wish", "compared_options", "wished"]

WORDS = ("text", "md", "json")
_PICTURES = ("svg", "png", "pdf", "dot")
FORMATS = (*WORDS, *_PICTURES, "html")

F = TypeVar("F", bound=Callable[..., Any])


class Asked(TypedDict):
    """What the options say, by their names."""

    engine: Engine | None
    show: tuple[str, ...]
    weigh: bool
    theme_name: str
    paper: str | None
    pages: str | None
    text_size: float | None
    dpi: float | None
    width: int | None
    timeout: float


@dataclass(frozen=True, slots=True)
class Wish:
    """How it is to be drawn, and where to; ``show`` names what is shown of a weighing."""

    format: str
    output: Path | None
    paper: Paper | None
    pages: str | None
    text_size: float | None
    show: tuple[str, ...]
    weigh: bool
    theme: str
    engine: Engine
    timeout: float
    dpi: float | None
    width: int | None


def compared_options(pages: Sequence[str], said: str) -> Callable[[F], F]:
    """Add them all; ``pages`` are the ways to make several sheets, of which ``said`` tells."""
    weigh = click.option(
        "--weigh", is_flag=True, help="Have a page say how each statement stands, and why."
    )
    options: list[Callable[[F], F]] = [
        engine_option(),
        show_option(),
        weigh,
        theme_option(),
        paper_option(),
        pages_options(pages, said),
        pixel_options(),
        timeout_option(),
    ]
    return lambda function: reduce(lambda made, add: add(made), reversed(options), function)


def wished(chosen: str, output: Path | None, asked: Asked) -> Wish:
    """Put together what is asked for; paper is A4 unless said where it goes on several sheets.

    Raises :class:`click.UsageError` and :class:`ArgmapError` for what does not go together, or
    cannot be written: see :func:`argmap.cli.before_work.refuse_output`.
    """
    theme, paper, pages = asked["theme_name"], asked["paper"], asked["pages"]
    refuse_on_words(chosen, _PICTURES, theme=None if theme == "default" else theme)
    refuse_on_words(chosen, ON_PAPER, paper=paper, pages=pages)
    refuse_on_words(chosen, (*_PICTURES, "html"), show=asked["show"])
    refuse_pixels(chosen, asked["dpi"], asked["width"])
    if asked["weigh"] and chosen != "html":
        raise click.UsageError("--weigh is for a page: write one with -o FILE.html.")
    if asked["text_size"] is not None and pages is None:
        raise click.UsageError("--text-size is for --pages.")
    first = "" if pages is None else FIRST_SHEET[pages]
    whole = pages == "tiles" or (pages is None and paper is not None)
    refuse_output(output, chosen, first=first, through_svg=whole)
    return Wish(
        chosen,
        output,
        None if paper is None and pages is None else _found(paper or "a4"),
        pages,
        asked["text_size"],
        asked["show"],
        asked["weigh"],
        theme,
        "bundled" if chosen in WORDS else _engine(asked["engine"]),
        asked["timeout"],
        asked["dpi"],
        asked["width"],
    )


def _found(paper: str) -> Paper:
    from argmap.rendering.paper import find_paper

    return find_paper(paper)


def _engine(engine: Engine | None) -> Engine:
    from argmap.rendering.engine import asked_for

    return asked_for(engine)
