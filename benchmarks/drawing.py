"""How long drawing takes, against the layout engine alone on the same DOT."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from benchmarks.essays import essay
from benchmarks.timing import Comparison, Run, Workshop, take_turns

_TIMEOUT = 1800.0
"""Seconds after which a layout is given up."""


def drawing(shop: Workshop, quick: bool) -> Iterator[Comparison]:
    """The whole way from a graph to SVG against ``graphviz-pure`` on the DOT that argmap writes."""
    sizes = {1_000: 1} if quick else {1_000: 5, 5_000: 3}
    yield from (_drawing(shop, statements, rounds) for statements, rounds in sizes.items())


def _drawing(shop: Workshop, statements: int, rounds: int) -> Comparison:
    from argmap import load
    from argmap.rendering import render
    from argmap.rendering.engine import layout

    name = shop.write(f"{statements}-statements.md", essay(statements=statements))
    graph = load(shop.folder / name)
    dot = render(graph, "dot").decode()
    ours, theirs = take_turns(
        lambda: _timed(lambda: render(graph, "svg", timeout=_TIMEOUT)),
        lambda: _timed(lambda: layout(dot, "svg", timeout=_TIMEOUT)),
        rounds,
        warm=False,
    )
    return Comparison(f"drawing {statements:,} statements : the engine alone", ours, theirs, 1.15)


def _timed(action: Callable[[], object]) -> Run:
    begun = time.perf_counter()
    action()
    return Run(time.perf_counter() - begun)
