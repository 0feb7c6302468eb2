"""How long drawing takes, against the layout engine alone on the same DOT, and in what memory."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

from benchmarks.essays import essay
from benchmarks.timing import Comparison, Run, Workshop, in_mebibytes, take_turns

_TIMEOUT = 1800.0
"""Seconds after which a layout is given up."""
_ROUNDS = {500: 5, 2_000: 3, 10_000: 1}
"""Rounds by the number of statements."""


def drawing(shop: Workshop, quick: bool) -> Iterator[Comparison]:
    """The whole way from a graph to SVG against ``graphviz-pure`` on the DOT that argmap writes.

    Of one essay that hangs together, and of one in many trees, which argmap lays out one by one,
    as many at a time as there are processors. The memory, of processes of their own, comes first:
    to the system, what this one holds when it starts another is the other's, too.
    """
    sizes = {500: 1, 2_000: 1} if quick else _ROUNDS
    less, more = list(sizes)[-2:]
    for trees in (False, True):
        yield from _memory(shop, less, more, trees=trees)
    for trees in (False, True):
        for statements, rounds in sizes.items():
            yield _drawing(shop, _written(shop, statements, trees=trees), rounds)


def _written(shop: Workshop, statements: int, *, trees: bool) -> str:
    """Write an essay; ``trees`` has its sections bear on nothing outside of them."""
    text = essay(statements=statements)
    if trees:
        text = re.sub(r"\s+supports=thesis\b", "", text)
    return shop.write(f"{statements}-{'in-trees' if trees else 'in-one'}.md", text)


def _called(name: str) -> str:
    statements, _, shape = name.removesuffix(".md").partition("-")
    return f"{int(statements):,} statements, {shape.replace('-', ' ')}"


def _drawing(shop: Workshop, name: str, rounds: int) -> Comparison:
    from argmap import load
    from argmap.rendering import render
    from argmap.rendering.engine import layout

    graph = load(shop.folder / name)
    dot = render(graph, "dot").decode()
    ours, theirs = take_turns(
        lambda: _timed(lambda: render(graph, "svg", timeout=_TIMEOUT)),
        lambda: _timed(lambda: layout(dot, "svg", timeout=_TIMEOUT)),
        rounds,
        warm=False,
    )
    return Comparison(f"drawing {_called(name)} : the engine alone", ours, theirs, 1.15)


def _memory(shop: Workshop, less: int, more: int, *, trees: bool) -> Iterator[Comparison]:
    """The most memory that one process holds, argmap or an engine, against that of fewer."""
    peaks = []
    for statements in (more, less):
        name = _written(shop, statements, trees=trees)
        run = shop.run([*shop.argmap, "map", name, "-o", "map.svg", f"--timeout={_TIMEOUT:g}"])
        peaks.append(float(run.peak))
    if all(peaks):
        shape = "in trees" if trees else "in one"
        yield Comparison(
            f"memory of {more:,} statements, {shape} : of {less:,}",
            peaks[:1],
            peaks[1:],
            more / less,
            in_mebibytes,
        )


def _timed(action: Callable[[], object]) -> Run:
    begun = time.perf_counter()
    action()
    return Run(time.perf_counter() - begun)
