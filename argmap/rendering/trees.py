"""What of a map hangs together, and so can be laid out by itself.

A tree here is all that lines join, whatever its shape. Large maps are often many: an essay of
separate arguments, or many essays in one picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.rendering.groups import Group
from argmap.rendering.plan import Place, Plan, Province, Stroke

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["Tree", "alone", "sizes", "split"]


@dataclass(frozen=True, slots=True)
class Tree:
    """Some boxes that hang together, as a plan of their own.

    ``place`` is the frame of the whole map in which all of them stand, as nearly as they stand in
    one; the plan frames only what is narrower. ``keys`` are those of its statements.
    """

    plan: Plan
    place: Place
    keys: tuple[str, ...]


def sizes(graph: ArgumentGraph) -> list[int]:
    """Count the statements of each tree of a graph; linear, but for the joining of sets."""
    joined = _Joined()
    for key, link in graph.links.items():
        for source in link.sources:
            joined.join(source, key)
        joined.join(key, link.target)
    counted: dict[str, int] = {}
    for key in graph.statements:
        root = joined.root(key)
        counted[root] = counted.get(root, 0) + 1
    return list(counted.values())


def split(plan: Plan) -> list[Tree]:
    """Return the trees of a plan, by their first statements; linear, as :func:`sizes`.

    Statements that no line leads to or from are not among them.
    """
    joined = _Joined()
    for stroke in plan.strokes:
        joined.join(stroke.tail, stroke.head)
    members: dict[str, list[str]] = {}
    for key in plan.places:
        members.setdefault(joined.root(plan.names[key]), []).append(key)
    strokes: dict[str, list[Stroke]] = {}
    for stroke in plan.strokes:
        strokes.setdefault(joined.root(stroke.tail), []).append(stroke)
    return [_tree(plan, keys, strokes.get(root, ())) for root, keys in members.items()]


def _tree(plan: Plan, keys: Sequence[str], strokes: Iterable[Stroke]) -> Tree:
    """Cut one tree out of a plan: its frames are numbered anew, and those about it all go."""
    common = _common([plan.places[key] for key in keys])
    inside: dict[int, dict[int, list[str]]] = {}
    for key in keys:
        number, index = plan.places[key]
        if key not in plan.link_nodes:
            inside.setdefault(number, {}).setdefault(index, []).append(key)
    numbers = {number: new for new, number in enumerate(inside)}
    indices = {
        (number, index): new
        for number, groups in inside.items()
        for new, index in enumerate(groups)
    }
    provinces = tuple(
        Province(
            plan.provinces[number].title if common[0] < 0 else "",
            tuple(
                Group(
                    plan.provinces[number].groups[index].title if common != (number, index) else "",
                    tuple(members),
                )
                for index, members in groups.items()
            ),
            (),
            (),
        )
        for number, groups in inside.items()
    )
    places = {
        key: (numbers.get(number, -1), indices.get((number, index), -1))
        for key in keys
        for number, index in [plan.places[key]]
    }
    nodes = frozenset(key for key in keys if key in plan.link_nodes)
    statements = tuple(key for key in keys if key not in nodes)
    return Tree(Plan(provinces, plan.names, nodes, places, tuple(strokes)), common, statements)


def alone(plan: Plan, key: str, place: Place) -> Tree:
    """Return the tree of one statement that no line leads to or from."""
    province = Province("", (Group("", (key,)),), (), ())
    return Tree(Plan((province,), plan.names, frozenset(), {key: (0, 0)}, ()), place, (key,))


def _common(places: Sequence[Place]) -> Place:
    first = places[0]
    if all(place == first for place in places):
        return first
    if all(place[0] == first[0] for place in places):
        return first[0], -1
    return -1, -1


class _Joined:
    """Sets of names that grow together (union by halving the ways to the root)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, name: str) -> str:
        above = self._above
        while above.setdefault(name, name) != name:
            above[name] = name = above[above[name]]
        return name

    def join(self, one: str, other: str) -> None:
        self._above[self.root(one)] = self.root(other)
