"""The case for and against a statement or link, as a tree: what bears on it, and on that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import Link, LinkType

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

MOST_STEPS = 50
"""How deep a case is followed at most; each step costs a frame of Python's stack or two."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A statement or link, and the steps that bear on it.

    ``again`` tells that they are written out where it stands for the first time, and ``below`` how
    many statements bear on it, at any distance, where they are too far away to be written out.
    """

    key: str
    grounds: tuple[Step, ...] = ()
    attacks: tuple[Step, ...] = ()
    again: bool = False
    below: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A support or attack: its sources, which act together, and what bears on the step itself."""

    link: Link
    sources: tuple[Branch, ...]
    grounds: tuple[Step, ...] = ()
    attacks: tuple[Step, ...] = ()


def case(graph: ArgumentGraph, key: str, depth: int) -> Branch:
    """Follow what supports and attacks ``key``, ``depth`` steps deep.

    A statement is followed once, so that circles end and the tree is no larger than the graph.
    Raises KeyError for an unknown key. O(the links met); ``below`` costs a walk for each branch
    that is cut off.
    """
    if key not in graph:
        raise KeyError(key)
    return _Walk(graph, min(depth, MOST_STEPS)).branch(key, 0)


class _Walk:
    def __init__(self, graph: ArgumentGraph, depth: int) -> None:
        self.graph = graph
        self.depth = depth
        self.followed: set[str] = set()

    def branch(self, key: str, level: int) -> Branch:
        if key in self.followed:
            return Branch(key, again=bool(bearing(self.graph, key)))
        if level >= self.depth:
            return Branch(key, below=count_below(self.graph, key))
        self.followed.add(key)
        return Branch(key, *self._steps(key, level))

    def _steps(self, key: str, level: int) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
        found: dict[LinkType, list[Step]] = {LinkType.SUPPORTS: [], LinkType.ATTACKS: []}
        for link in bearing(self.graph, key):
            sources = tuple(self.branch(source, level + 1) for source in link.sources)
            on_step = self._steps(link.key, level + 1) if self._opens(link, level) else ((), ())
            found[link.type].append(Step(link, sources, *on_step))
        return tuple(found[LinkType.SUPPORTS]), tuple(found[LinkType.ATTACKS])

    def _opens(self, link: Link, level: int) -> bool:
        """Tell whether what bears on a step itself is to be followed, and note that it is."""
        if level + 1 > self.depth or link.key in self.followed:
            return False
        self.followed.add(link.key)
        return True


def bearing(graph: ArgumentGraph, key: str) -> tuple[Link, ...]:
    """Return the supports and attacks on a statement or link, as they are stated."""
    return graph.links_to(key, LinkType.SUPPORTS, LinkType.ATTACKS)


def count_below(graph: ArgumentGraph, key: str) -> int:
    """Count the statements that support or attack ``key`` at any distance; O(what is found)."""
    found: set[str] = set()
    open_keys = [key]
    while open_keys:
        for link in bearing(graph, open_keys.pop()):
            new = {link.key, *link.sources} - found
            found |= new
            open_keys.extend(new)
    return sum(each in graph.statements for each in found - {key})
