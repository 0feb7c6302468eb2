"""What to call a statement or link, as one would refer to it in some essay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.words import say

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["listed", "name_in"]

MOST_NAMED = 3


def name_in(graph: ArgumentGraph, key: str, home: str) -> str:
    """Return an id, with its work before it where that is not the essay with the key ``home``.

    With the language too, where it is another edition of the same work; O(1).
    """
    essay = graph.essay_of(key)
    name = key[len(essay.key) + 1 :]
    if essay.key == home:
        return name
    return f"{essay.key if essay.id == home.partition('@')[0] else essay.id}:{name}"


def listed(names: list[str]) -> str:
    """Put some names in a row: all of a few, or the first two and how many more."""
    if len(names) > MOST_NAMED:
        return say("{}, {} and {} more", *names[:2], len(names) - 2)
    if len(names) < 2:
        return "".join(names)
    return say("{} and {}" if len(names) == 2 else "{}, {} and {}", *names)
