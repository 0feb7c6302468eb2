"""How long weighing takes, against networkx's topological sort of the same graph; and its growth."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from statistics import median

from benchmarks.timing import Comparison, Run, Workshop, in_seconds, take_turns

_THESES = 5
_SOURCES = ("The Ledger", "Gazette", "Courier", None)


def weighing(shop: Workshop, quick: bool) -> Iterator[Comparison]:
    """Labels and strengths of 10,000 and 100,000 statements, and keystones of twice as many."""
    import networkx as nx

    from argmap.weigh.standing import weigh
    from argmap.weigh.strength import strengths

    for size in (10_000,) if quick else (10_000, 100_000):
        graph = _graph(size)
        digraph = graph.digraph
        for what, action in (("labels", weigh), ("strengths", strengths)):
            ours, theirs = take_turns(
                lambda action=action, graph=graph: _on_a_fresh(graph, action),
                lambda digraph=digraph: _timed(lambda: list(nx.topological_sort(digraph))),
                rounds=3 if quick else 7,
                warm=False,
            )
            yield Comparison(
                f"{what} of {size:,} statements : nx.topological_sort", ours, theirs, 5
            )
    yield _keystones(500 if quick else 2_000, chain=False, rounds=3)
    yield _keystones(500 if quick else 2_000, chain=True, rounds=3)


def _keystones(size: int, rounds: int, *, chain: bool) -> Comparison:
    """The ratio is 2 where keystones grow linearly, and 4 where they grow with the square."""
    from argmap.weigh.keystones import keystones
    from argmap.weigh.standing import weigh
    from argmap.weigh.strength import strengths

    small, large = _graph(size, chain=chain), _graph(2 * size, chain=chain)
    ours, theirs = take_turns(
        lambda: _on_a_fresh(large, keystones),
        lambda: _on_a_fresh(small, keystones),
        rounds,
        warm=False,
    )
    once = _on_a_fresh(large, lambda graph: (weigh(graph), strengths(graph))).seconds
    shape = "in a chain" if chain else "in a tree"
    note = (
        f"Keystones of {2 * size:,} statements {shape}: {in_seconds(median(ours))}; weighing all "
        f"anew without each would take {in_seconds(once * 2 * size)}."
    )
    name = f"keystones of {2 * size:,} statements {shape} : of {size:,}"
    return Comparison(name, ours, theirs, 3, note=note)


def _on_a_fresh(graph, action: Callable[[object], object]) -> Run:
    """Time something on a graph that has not been weighed, as what is made of one is kept."""
    from argmap.graph import ArgumentGraph

    fresh = ArgumentGraph(graph.names, graph.links)
    return _timed(lambda: action(fresh))


def _timed(action: Callable[[], object]) -> Run:
    begun = time.perf_counter()
    action()
    return Run(time.perf_counter() - begun)


def _graph(size: int, *, chain: bool = False):
    """Make a work of ``size`` statements: theses, and what supports or attacks an earlier one."""
    from argmap.graph import ArgumentGraph
    from argmap.model import (
        Essay,
        Flag,
        Kind,
        LinkType,
        Position,
        Range,
        Reference,
        StatedLink,
        Statement,
    )

    rng = random.Random(size)
    place = Range(Position(1, 1), Position(1, 2))
    kinds = (Kind.PREMISE, Kind.CLAIM, Kind.EVIDENCE, Kind.REBUTTAL)
    statements, links = [], []
    for number in range(size):
        thesis = number < _THESES
        kind = Kind.CLAIM if thesis else rng.choice(kinds)
        key = f"w@en:s{number}"
        flags = frozenset({Flag.THESIS}) if thesis else frozenset()
        source = rng.choice(_SOURCES)
        statements.append(
            Statement(key, f"s{number}", kind, "t", place, place, flags, source=source)
        )
        for _ in range(0 if thesis else rng.choice((1, 1, 1, 2))):
            above = number - 1 if chain else rng.randrange(number // 4, number)
            link_type = LinkType.ATTACKS if kind is Kind.REBUTTAL else LinkType.SUPPORTS
            target = Reference(f"s{above}", None, None, place)
            links.append(StatedLink(link_type, key, (), (target,), place))
    essay = Essay("w", "en", "w.md", statements=tuple(statements), links=tuple(links))
    return ArgumentGraph.build([essay])
