"""How long commands take, against the least that a program of their kind has to do."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from benchmarks.essays import SMALL, essay
from benchmarks.timing import Comparison, Workshop, in_mebibytes, take_turns

_EMPTY = """\
import click


@click.command()
@click.version_option("1.0", prog_name="empty")
def empty():
    pass


empty()
"""
_PARSE = """\
import sys

import click
from markdown_it import MarkdownIt

with open(sys.argv[1], encoding="utf-8") as file:
    MarkdownIt("commonmark").parse(file.read())
"""
_MEGABYTE = 1_000_000


def version(shop: Workshop, quick: bool) -> Iterator[Comparison]:
    """``argmap --version`` against a click command that does nothing."""
    empty = shop.write("empty.py", _EMPTY)
    ours, theirs = take_turns(
        lambda: shop.run([*shop.argmap, "--version"]),
        lambda: shop.run([sys.executable, empty, "--version"]),
        rounds=7 if quick else 25,
    )
    yield Comparison("argmap --version : an empty click command", ours, theirs, 1.5)


def small(shop: Workshop, quick: bool) -> Iterator[Comparison]:
    """``argmap check`` of one page against importing click and markdown-it-py and parsing it."""
    page = shop.write("small.md", SMALL)
    ours, theirs = _against_parsing(shop, page, 7 if quick else 25)
    yield Comparison("check of one page : imports and a bare parse", ours, theirs, 2.0)


def big(shop: Workshop, quick: bool) -> Iterator[Comparison]:
    """``argmap check`` of 5 MB against a bare parse of the same text."""
    size = 1.0 if quick else 5.0
    name = _essay(shop, size)
    ours, theirs = _against_parsing(shop, name, 3)
    yield Comparison(f"check of {size:g} MB : a bare parse", ours, theirs, 1.5)


def memory(shop: Workshop, quick: bool) -> Iterator[Comparison]:
    """What a further megabyte costs in memory, in a long essay against a shorter one.

    The ratio is 1 where memory grows linearly, and 2.1 where it grows with the square.
    """
    sizes = (0.4, 1.0, 2.0) if quick else (1.0, 2.5, 5.0)
    peaks = [shop.run([*shop.argmap, "check", _essay(shop, size)]).peak for size in sizes]
    if not all(peaks):  # a system that does not tell
        return
    slopes = [(peaks[i + 1] - peaks[i]) / (sizes[i + 1] - sizes[i]) for i in (0, 1)]
    told = ", ".join(f"{in_mebibytes(p)} at {s:g} MB" for s, p in zip(sizes, peaks, strict=True))
    yield Comparison(
        f"memory a MB, from {sizes[1]:g} to {sizes[2]:g} MB : from {sizes[0]:g} to {sizes[1]:g} MB",
        [slopes[1]],
        [slopes[0]],
        1.25,
        in_mebibytes,
        f"Peak memory of argmap check: {told}.",
    )


def _against_parsing(shop: Workshop, name: str, rounds: int) -> tuple[list[float], list[float]]:
    parse = shop.write("parse.py", _PARSE)
    return take_turns(
        lambda: shop.run([*shop.argmap, "check", name]),
        lambda: shop.run([sys.executable, parse, name]),
        rounds,
    )


def _essay(shop: Workshop, megabytes: float) -> str:
    name = f"{megabytes:g}.md"
    if not (shop.folder / name).exists():
        shop.write(name, essay(size=int(megabytes * _MEGABYTE)))
    return name
