"""Which essays must be checked together.

Two essays share a group when they are editions of one work, when one may name the other's work, or
when one speaks to a question that the other asks; and so on from essay to essay. A label that is no
question joins its essay to all that ask one, as any of them may have been meant.
"""

from __future__ import annotations

from collections.abc import Mapping

from argmap.checking.sketch import Sketch


class Groups:
    """Paths that are joined two by two (union-find with path halving)."""

    def __init__(self) -> None:
        self._leader: dict[str, str] = {}

    def find(self, path: str) -> str:
        """Return the path that stands for the group of ``path``."""
        leader = self._leader
        leader.setdefault(path, path)
        while leader[path] != path:
            leader[path] = path = leader[leader[path]]
        return path

    def join(self, one: str, other: str) -> None:
        """Put the groups of two paths together."""
        self._leader[self.find(one)] = self.find(other)

    def all(self) -> list[tuple[str, ...]]:
        """List the groups, each in the order of its paths, in the order of their first."""
        found: dict[str, list[str]] = {}
        for path in sorted(self._leader):
            found.setdefault(self.find(path), []).append(path)
        return [tuple(paths) for paths in found.values()]


def join_all(groups: Groups, sketches: Mapping[str, Sketch]) -> None:
    """Join what belongs together by its sketches; near to linear in all that they hold."""
    works: dict[str, str] = {}
    asked: dict[str, list[str]] = {}
    for path, each in sketches.items():
        groups.join(path, works.setdefault(each.work, path))
        for name in each.names:
            asked.setdefault(name, []).append(path)
    askers = sorted({path for paths in asked.values() for path in paths})
    for path, each in sketches.items():
        for work in each.mentions & works.keys():
            groups.join(path, works[work])
        for label in each.labels - each.names:  # its own question comes first
            for asker in asked.get(label, askers):
                groups.join(path, asker)
            if label not in asked:
                askers = askers[:1]  # from now on they are one
