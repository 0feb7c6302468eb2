"""A view too large for one sheet, as several: what bears on one statement stays together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING

from argmap.views.bearing import bearing
from argmap.views.view import View, keep

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["divide"]

_MORE = 2
"""By how much a part may be larger than an even one, for there to be fewer."""
_LEAST = 3
"""A statement and two that bear on it: a sheet of less says nothing."""


def divide(view: View, most: int) -> tuple[View, ...]:
    """Divide a view into several of at most about ``most`` statements; into itself if it is small.

    A branch that is too large goes to a sheet of its own, under the statement that it bears on,
    which stays where it was as well. What bears on one statement and is too much for one sheet is
    dealt to several, in the order of the text, with that statement on each; premises that work
    together are not parted. No statement is lost, and no link: what one leads to is repeated where
    it would be. Linear in the view, and for each part in the graph that it is a view of.
    """
    most = max(most, _LEAST)
    graph = view.graph
    count = len(graph.statements)
    if count <= most:
        return (view,)
    # As even as may be: not one full sheet and one with what did not fit.
    even = min(most, ceil(count / ceil(count / most)) + 1)
    pieces = _pieces(graph, even)
    sizes = (even, min(most, even + _MORE), most)
    parts = min((_merged(pieces, size) for size in sizes), key=len)
    parts = _with_all_links(graph, parts)
    if len(parts) == 1:
        return (view,)
    # What the view says besides, "4 more speak to this", holds for all of it and is said once.
    _, *besides = view.about.split("; ")
    return tuple(
        keep(
            view.of,
            part,
            title=view.title,
            about="; ".join((f"{len(part)} statements", *([] if number else besides))),
        )
        for number, part in enumerate(parts)
    )


def _pieces(graph: ArgumentGraph, most: int) -> list[set[str]]:
    """Cut the forest of a graph from its leaves up, and return the pieces from its roots down."""
    order, above, by_link = _forest(graph)
    place = {key: number for number, key in enumerate(order)}
    under: dict[str, list[str]] = {}
    for key in order:
        if key in above:
            under.setdefault(above[key], []).append(key)
    # What would stand with each statement on a sheet, itself included.
    held: dict[str, set[str]] = {}
    cut: list[tuple[int, set[str]]] = []
    for key in reversed(order):
        below = graph.in_reading_order(under.get(key, ()))
        size = 1 + sum(len(held[each]) for each in below)
        for each in sorted(below, key=lambda each: len(held[each]), reverse=True):
            if size <= most or len(held[each]) < max(_LEAST, most // 2):
                break
            size -= len(held[each]) - 1
            cut.append((place[each], held[each]))
            held[each] = {each}
        if size > most:
            dealt = list(_dealt(_units(below, held, by_link), size - 1, most - 1))
            cut += [(place[key], {key, *part}) for part in dealt]
            held[key] = {key}
        else:
            held[key] = {key}.union(*(held[each] for each in below))
        for each in below:
            del held[each]
    # One that has been dealt to sheets of its own is on these.
    on_others = set[str]().union(*(part for _, part in cut)) if cut else set()
    cut += [(place[key], part) for key, part in held.items() if not part <= on_others]
    return [part for _, part in sorted(cut, key=lambda each: each[0])]


def _forest(graph: ArgumentGraph) -> tuple[list[str], Mapping[str, str], Mapping[str, str]]:
    """Return the statements, each after the one that it hangs on, and by which link."""
    keys = graph.in_reading_order(graph.statements)
    roots = [
        key for key in keys if all(link.type.symmetric for link in graph.outgoing.get(key, ()))
    ]
    found = bearing(graph, roots)
    circling = [key for key in keys if key not in found.root]
    if circling:
        found = bearing(graph, roots + circling)
    links = {key: link.key for key, link in found.link.items()}
    return [*found.roots, *found.found], found.above, links


def _units(
    below: Sequence[str], held: Mapping[str, set[str]], by_link: Mapping[str, str]
) -> list[set[str]]:
    """Return what stands with some statements, those of one link together."""
    units: dict[str, set[str]] = {}
    for key in below:
        units.setdefault(by_link[key], set()).update(held[key])
    return list(units.values())


def _dealt(units: Sequence[set[str]], size: int, most: int) -> Iterator[set[str]]:
    """Deal units to sheets in their order, about as much to each."""
    share = size / ceil(size / max(1, most))
    part: set[str] = set()
    for unit in units:
        if part and len(part) + len(unit) / 2 > share:
            yield part
            part = set()
        part |= unit
    if part:
        yield part


def _merged(pieces: Sequence[set[str]], most: int) -> list[set[str]]:
    """Put small pieces on one sheet: with what they hang on, or else with those before them."""
    parts: list[set[str]] = []
    for piece in pieces:
        fits = [part for part in parts if len(part | piece) <= most]
        if fits:
            # Of those as good, the last, which is the nearest to it in the text.
            best = max(enumerate(fits), key=lambda each: (len(each[1] & piece), each[0]))[1]
            best |= piece
        else:
            parts.append(set(piece))
    return parts


def _with_all_links(graph: ArgumentGraph, parts: list[set[str]]) -> list[set[str]]:
    """Add, for each link that no part holds, its ends to the part where it begins."""
    places: dict[str, set[int]] = {}
    for number, part in enumerate(parts):
        for key in part:
            places.setdefault(key, set()).add(number)
    for link in graph.links.values():
        ends = set(link.sources)
        open_nodes = [link.target]
        seen = {link.key}
        for node in open_nodes:  # grows as it goes
            onto = graph.links.get(node)
            if onto is None:
                ends.add(node)
            elif onto.key not in seen:
                seen.add(onto.key)
                ends.update(onto.sources)
                open_nodes.append(onto.target)
        ends &= places.keys()
        if not ends or set.intersection(*(places[end] for end in ends)):
            continue
        home = min(places[next(each for each in link.sources if each in places)])
        parts[home] |= ends
        for end in ends:
            places[end].add(home)
    return parts
