"""The ids of nodes and steps that are written: those that were read, names, and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from argmap.formats.aif.parts import is_id
from argmap.formats.foreign import foreign, foreign_link, names_of, spelt

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["Ids", "keys_by_id"]


def keys_by_id(again: ArgumentGraph, format_name: str, keys: Mapping[str, str]) -> dict[str, str]:
    """Lead from old keys to those in what was read again, by the ids that were written for them.

    ``keys`` has the old key of each id, a text.
    """
    found: dict[str, str] = {}
    for key, statement in again.statements.items():
        id_ = foreign(statement.extra, format_name).get("id")
        if id_ is not None and spelt(id_) in keys:
            found.setdefault(keys[spelt(id_)], key)
    for key, link in again.links.items():
        id_ = foreign_link(again, link, format_name).get("id")
        if id_ is not None and spelt(id_) in keys:
            found.setdefault(keys[spelt(id_)], key)
    return found


class Ids:
    """Gives each statement and link of a graph an id that no other has; linear.

    What was read in the format has the id it had; else a statement has its name, a named link its
    own, and any other link a number. ``others`` are ids that are taken. ``of`` has the id of each
    key, ``keys`` the key of each id; ``first`` leads from a link that is a further target of a step
    to the link that stands for the step.
    """

    def __init__(self, graph: ArgumentGraph, format_name: str, others: Iterable[object]) -> None:
        self.graph = graph
        self.of: dict[str, str | int] = {}
        self.keys: dict[str, str] = {}
        self.first: dict[str, str] = {}
        self._last = 0
        taken = [each for each in others if isinstance(each, str | int)]
        own: dict[str, Any] = {
            key: foreign(each.extra, format_name).get("id")
            for key, each in graph.statements.items()
        }
        for key, link in graph.links.items():
            own[key] = foreign_link(graph, link, format_name).get("id")
        names = names_of(graph)
        self.count(*own.values(), *names.values(), *taken)
        self._used = set(map(spelt, taken))
        for key, id_ in own.items():
            if is_id(id_) and spelt(id_) not in self._used:
                self._take(key, id_)
        for key in (*graph.statements, *graph.links):
            if key not in self.of and not self._joins(key, own[key]):
                self._take(key, self._new(key, names[key]))

    def _new(self, key: str, name: str) -> str:
        link = self.graph.links.get(key)
        named = link is None or link.name is not None
        return name if named and spelt(name) not in self._used else self.number()

    def _take(self, key: str, id_: str | int) -> None:
        self.of[key] = id_
        self._used.add(spelt(id_))
        self.keys[spelt(id_)] = key

    def _joins(self, key: str, id_: Any) -> bool:
        """Tell whether a link is a further target of a step that stands already; join it then."""
        links = self.graph.links
        first = links.get(self.keys.get(spelt(id_), "")) if is_id(id_) else None
        link = links.get(key)
        if first is None or link is None:
            return False
        if link.name is not None or (link.type, link.sources) != (first.type, first.sources):
            return False
        self.of[key] = self.of[first.key]
        self.first[key] = first.key
        return True

    def count(self, *ids: object) -> None:
        """Have new numbers begin behind these ids, as far as they are numbers."""
        for id_ in ids:
            text = id_ if isinstance(id_, str) else str(id_) if type(id_) is int else ""
            if text.isascii() and text.isdigit() and len(text) <= 18:
                self._last = max(self._last, int(text))

    def number(self) -> str:
        """Return a number that is no id yet."""
        self._last += 1
        return str(self._last)

    def pairs(self) -> Iterator[tuple[str | int, str | int]]:
        """Yield the ends of all edges: premises to steps, and steps to what they bear on."""
        for link in self.graph.links.values():
            step = self.of[link.key]
            if link.key not in self.first:
                for source in link.sources:
                    yield self.of[source], step
            yield step, self.of[link.target]
