"""A view: the statements of a graph that are kept, and what stands behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from argmap.graph import ArgumentGraph
from argmap.model import Flag, Link, LinkType
from argmap.views.bearing import bearing

if TYPE_CHECKING:
    from argmap.model import Essay

__all__ = ["Behind", "View", "keep", "whole"]


@dataclass(frozen=True, slots=True)
class Behind:
    """What a view leaves out behind a statement.

    ``grounds`` is all that speaks for it in the end, answers to objections included;
    ``objections`` what attacks it or these grounds, ``answered`` how many of those something
    attacks in turn. Grounds of objections go with the objections and are not counted.
    """

    grounds: int = 0
    objections: int = 0
    answered: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """Part of an argument, as a graph of its own.

    ``graph`` holds the statements kept, the links between them, and lines that stand for a way
    through what is left out. ``of`` is the graph it was taken from, which alone knows what rests on
    evidence. ``behind`` has an entry for each statement with something left out behind it;
    ``between`` the number of statements left out on a link, 0 where only a link is, by the keys of
    such links. ``title`` is what the picture is called, the essay's own where it is empty;
    ``about`` says in a few words what was chosen.
    """

    graph: ArgumentGraph
    of: ArgumentGraph
    behind: Mapping[str, Behind] = field(default_factory=dict)
    between: Mapping[str, int] = field(default_factory=dict)
    title: str = ""
    about: str = ""


def whole(graph: ArgumentGraph) -> View:
    """Return the view that leaves out nothing."""
    return View(graph, graph)


def keep(graph: ArgumentGraph, kept: Collection[str], *, title: str = "", about: str = "") -> View:
    """Return the view of some statements of a graph.

    Kept are the links of which all ends are. A statement that is then left bearing on nothing,
    though it did, is given one line to the nearest statement above it that is kept, of the type
    that the way there amounts to: two attacks on it make a support. A thesis is given one to the
    nearest thesis only, as a main claim stands by itself. Everything else left out is counted
    behind the nearest kept statement that it bears on, once. Linear in the graph, and for the
    lines in what lies above each statement that needs one.
    """
    chosen = frozenset(kept)
    links = _links_within(graph, chosen)
    between: dict[str, int] = {}
    theses = frozenset(key for key in chosen if Flag.THESIS in graph.statements[key].flags)
    bearing_on = {source for link in links.values() for source in link.sources}
    for key in graph.in_reading_order(chosen):
        if key in bearing_on and not _only_symmetric(links, graph, key):
            continue
        thesis = Flag.THESIS in graph.statements[key].flags
        found = _way_up(graph, key, theses if thesis else chosen)
        if found is not None and found[0].key not in links:
            link, left_out = found
            links[link.key] = link
            between[link.key] = left_out
    essays = [_part(essay, chosen) for essay in graph.essays]
    made = ArgumentGraph.of_links(essays, links.values(), default_lang=graph.names.default_lang)
    return View(made, graph, _behind(graph, chosen), between, title, about)


def _part(essay: Essay, chosen: frozenset[str]) -> Essay:
    statements = tuple(each for each in essay.statements if each.key in chosen)
    return replace(essay, statements=statements, links=())


def _links_within(graph: ArgumentGraph, chosen: frozenset[str]) -> dict[str, Link]:
    """Return the links that have all of their ends in a choice, those of links included."""
    candidates = {
        link.key: link for link in graph.links.values() if chosen.issuperset(link.sources)
    }
    reached = [link.key for link in candidates.values() if link.target in chosen]
    within = set(reached)
    for key in reached:  # grows as it goes
        for onto in graph.incoming.get(key, ()):
            if onto.key in candidates and onto.key not in within:
                within.add(onto.key)
                reached.append(onto.key)
    return {key: link for key, link in candidates.items() if key in within}


def _only_symmetric(links: Mapping[str, Link], graph: ArgumentGraph, key: str) -> bool:
    own = graph.outgoing.get(key, ())
    return not any(link.key in links and not link.type.symmetric for link in own)


def _way_up(graph: ArgumentGraph, start: str, ends: frozenset[str]) -> tuple[Link, int] | None:
    """Find the nearest of some statements above one, and how many statements lie between."""
    open_nodes = [(start, False, -1)]
    seen = {start}
    for node, turned, passed in open_nodes:  # grows as it goes
        step = graph.links.get(node)
        if node in ends and node != start:
            first = graph.outgoing[start][0]
            type_ = LinkType.ATTACKS if turned else LinkType.SUPPORTS
            key = f"{start}/{type_}/{node.rpartition(':')[2]}"
            reason = ""
            link = Link(key, type_, None, (start,), node, None, reason, first.path, first.range)
            return link, passed
        if step is None:
            for link in graph.outgoing.get(node, ()):
                if not link.type.symmetric and link.key not in seen:
                    seen.add(link.key)
                    open_nodes.append((link.key, turned, passed + 1))
        else:
            flipped = turned != (step.type is LinkType.ATTACKS)
            if not step.type.symmetric and step.target not in seen:
                seen.add(step.target)
                open_nodes.append((step.target, flipped, passed))
    return None


def _behind(graph: ArgumentGraph, chosen: frozenset[str]) -> dict[str, Behind]:
    """Count what is left out behind each kept statement; linear."""
    hanging = bearing(graph, graph.in_reading_order(chosen))
    grounds: Counter[str] = Counter()
    objections: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    for key in hanging.found:
        root = hanging.root[key]
        if key not in hanging.against:
            grounds[root] += 1
        elif hanging.attacks(key):
            objections[root] += 1
            answered[root] += _is_attacked(graph, key)
    return {
        key: Behind(grounds[key], objections[key], answered[key])
        for key in _in_order(graph, grounds, objections)
    }


def _is_attacked(graph: ArgumentGraph, key: str) -> bool:
    return any(link.type is LinkType.ATTACKS for link in graph.incoming.get(key, ()))


def _in_order(graph: ArgumentGraph, *counted: Iterable[str]) -> tuple[str, ...]:
    return graph.in_reading_order({key for each in counted for key in each})
