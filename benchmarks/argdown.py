"""How long 5,000 statements take to Argdown and back, against argmap's own JSON."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from benchmarks.essays import essay
from benchmarks.timing import Comparison, Run, Workshop, take_turns

if TYPE_CHECKING:
    from argmap.formats.interface import Format
    from argmap.graph import ArgumentGraph

_STATEMENTS = 5000


def argdown(shop: Workshop, quick: bool) -> Iterator[Comparison]:
    """Write a graph as Argdown and read it again; and the same in JSON."""
    from argmap.formats import argdown as argdown_format
    from argmap.formats import json_format

    ours, theirs = argdown_format.FORMAT, json_format.FORMAT

    count = _STATEMENTS // 5 if quick else _STATEMENTS
    graph = _graph(count)
    rounds = 3 if quick else 9
    found = len(graph.statements)
    one, other = take_turns(
        lambda: _timed(lambda: ours.write and ours.write(graph)),
        lambda: _timed(lambda: theirs.write and theirs.write(graph)),
        rounds,
    )
    yield Comparison(f"{found:,} statements written as Argdown : as JSON", one, other, 1.25)
    one, other = take_turns(
        lambda: _timed(lambda: _there_and_back(graph, ours)),
        lambda: _timed(lambda: _there_and_back(graph, theirs)),
        rounds,
    )
    note = f"argdown: {len(graph.links):,} links; the graph that comes back has as many."
    yield Comparison(
        f"{found:,} statements to Argdown and back : to JSON", one, other, 1.25, note=note
    )


def _timed(work: Callable[[], object]) -> Run:
    begun = time.perf_counter()
    work()
    return Run(time.perf_counter() - begun)


def _there_and_back(graph: ArgumentGraph, format_: Format) -> None:
    from argmap.formats.interface import Source

    assert format_.write is not None
    assert format_.read is not None
    (file,) = format_.write(graph).files
    made = format_.read(Source("x", file.data)).graph()
    assert (len(made.statements), len(made.links)) == (len(graph.statements), len(graph.links))


def _graph(count: int) -> ArgumentGraph:
    from argmap.essay import read_essay
    from argmap.graph import ArgumentGraph

    return ArgumentGraph.build([read_essay(essay(statements=count), "big.md")])
