"""What to call a statement or a link in a message."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Statement

_LONGEST_TEXT = 40
_LONGEST_NAME = 80
_MOST_NAMED = 3


def called(graph: ArgumentGraph, key: str, home: str) -> str:
    """Name what ``key`` stands for as one would refer to it in the essay with the key ``home``.

    That is its id, with the work before it where it is another's; where it has none, the
    beginning of its words; and for a link without a name, its two ends.
    """
    statement = graph.statements.get(key)
    if statement is None:
        link = graph.links[key]
        if link.name is None:
            sources = listed(graph, link.sources, home)
            return f"the link from {sources} to {called(graph, link.target, home)}"
        return _referred(graph, key, link.name, home)
    if statement.id is None:
        return f"“{short(statement.text)}”"
    return _referred(graph, key, statement.id, home)


def kind_and_name(statement: Statement) -> str:
    """``the claim 'no-profit'``, for a message that stands at the statement itself."""
    name = f"“{short(statement.text)}”" if statement.id is None else _quoted(statement.id)
    return f"the {statement.kind.value} {name}"


def listed(graph: ArgumentGraph, keys: Iterable[str], home: str) -> str:
    """Name some statements or links: all of a few, or the first ones and how many more."""
    keys = list(keys)
    named = [called(graph, key, home) for key in keys[:_MOST_NAMED]]
    if len(keys) > _MOST_NAMED:
        return f"{', '.join(named)} and {len(keys) - _MOST_NAMED} more"
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def _referred(graph: ArgumentGraph, key: str, name: str, home: str) -> str:
    essay = graph.essay_of(key)
    if essay.key == home:
        return _quoted(name)
    alone = essay.lang == graph.names.by_key[home].lang
    return _quoted(f"{essay.id if alone else essay.key}:{name}")


def _quoted(name: str) -> str:
    return repr(short(name, _LONGEST_NAME))


def short(text: str, most: int = _LONGEST_TEXT) -> str:
    """Cut a text to what a message can hold."""
    return text if len(text) <= most else f"{text[:most].rstrip()}…"
