"""The outline as data: which statement stands under which, in reading order, for nested lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.graph import ArgumentGraph
from argmap.model import Essay, Flag, Link, LinkType, Statement

__all__ = ["outline"]

_MAX_DEPTH = 9
"""How deep the lists nest; what lies deeper stands on the last level."""
_BEARING = (LinkType.SUPPORTS, LinkType.ATTACKS)

Row = tuple[int, int, int, int]
"""A statement's number, its level, and 1 where it attacks what it stands under, or comes again."""


def outline(graph: ArgumentGraph, essay: Essay, numbers: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return one essay's outline: main claims, and under each what bears on it.

    ``parts[]`` {word, rows[]}, where ``word`` names the heading, and a row is a :data:`Row`. Each
    statement is told once; where it comes again, nothing stands under it. Linear in the statements
    and links.
    """
    return list(_Outline(graph, essay, numbers).parts())


class _Outline:
    def __init__(self, graph: ArgumentGraph, essay: Essay, numbers: Mapping[str, int]) -> None:
        self.graph = graph
        self.essay = essay
        self.numbers = numbers
        self.own = {statement.key for statement in essay.statements}
        self.written: set[str] = set()

    def parts(self) -> Iterator[dict[str, Any]]:
        statements = self.essay.statements
        yield from self._part("main", [s for s in statements if Flag.THESIS in s.flags])
        rest = [s for s in statements if self._is_root(s)]
        yield from self._part("rest", rest)
        left = [s for s in statements if s.key not in self.written]
        yield from self._part("rest", left)  # circles hold each other, and nothing leads to them

    def _part(self, word: str, roots: list[Statement]) -> Iterator[dict[str, Any]]:
        rows = [
            row for root in roots if root.key not in self.written for row in self._branch(root.key)
        ]
        if rows:
            yield {"word": word, "rows": rows}

    def _is_root(self, statement: Statement) -> bool:
        if statement.key in self.written:
            return False
        onward = self.graph.links_from(statement.key, *_BEARING)
        return not any(
            link.target in self.own or link.target in self.graph.links for link in onward
        )

    def _branch(self, root: str) -> Iterator[Row]:
        """Tell a statement and what bears on it, by an explicit stack: chains may be long."""
        stack: list[tuple[str, int, Link | None]] = [(root, 0, None)]
        while stack:
            key, level, link = stack.pop()
            against = link is not None and link.type is LinkType.ATTACKS
            again = key in self.written
            yield (self.numbers[key], level, int(against), int(again))
            if again:
                continue
            self.written.add(key)
            below = min(level + 1, _MAX_DEPTH)
            stack.extend(
                (source, below, each)
                for each in reversed(self._bearing_on(key))
                for source in reversed(each.sources)
                if source in self.own
            )

    def _bearing_on(self, key: str) -> list[Link]:
        found: list[Link] = []
        for link in self.graph.links_to(key, *_BEARING):
            found.append(link)
            found.extend(self.graph.links_to(link.key, *_BEARING))
        return found
