"""Nodes and edges of other formats, and what is kept of them for the way back.

What a format held and we do not use stands in ``extra``, under the name of the format:
``statement.extra["aif"]`` has the node's original ``id`` and its other fields. A link has no
``extra`` of its own; what belongs to it is kept by its first source, in ``extra["links"]``, by the
part of the link's key behind the essay.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap.model import Flag, Kind, Link, LinkType, Range

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = [
    "LINKS",
    "Edge",
    "Id",
    "Node",
    "foreign",
    "foreign_link",
    "names_of",
    "scheme_of",
    "spelt",
]

Id = str | int
_NOTHING: Mapping[str, Any] = MappingProxyType({})
LINKS = "links"
"""The key of ``extra`` under which a statement keeps what belongs to its links."""


def _nothing() -> Mapping[str, Any]:
    return _NOTHING


@dataclass(frozen=True, slots=True)
class Node:
    """A statement of another format.

    ``values`` are attributes of :class:`~argmap.model.Statement` by name: ``by``, ``source``,
    ``url``, ``cite``, ``date``, ``quote``, ``weight``, ``scheme``, ``sense``, and as tuples of text
    ``section`` and ``on``. Without a ``kind`` it gets one by its part in the argument. ``extra`` is
    what else the format holds.
    """

    id: Id
    text: str
    kind: Kind | None = None
    flags: frozenset[Flag] = frozenset()
    range: Range | None = None
    values: Mapping[str, Any] = field(default_factory=_nothing)
    extra: Mapping[str, Any] = field(default_factory=_nothing)


@dataclass(frozen=True, slots=True)
class Edge:
    """A link of another format: ``sources`` act together; ``target`` may be another edge's id.

    ``named`` keeps its id as the link's name even where nothing refers to it.
    """

    type: LinkType
    sources: tuple[Id, ...]
    target: Id
    id: Id | None = None
    reason: str = ""
    scheme: str | None = None
    range: Range | None = None
    named: bool = False
    extra: Mapping[str, Any] = field(default_factory=_nothing)


def is_lang(text: str) -> bool:
    """Tell whether a text is a language tag as front matter takes it: ``en``, ``zh-Hant``."""
    return re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", text) is not None


def spelt(id_: Id) -> str:
    """Write an id as all that refer to it may: 7 as "7", letters composed."""
    text = id_ if isinstance(id_, str) else str(id_)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def foreign(extra: Mapping[str, Any], format_name: str) -> Mapping[str, Any]:
    """Return what ``extra``, of an essay or statement, keeps for a format; empty where nothing."""
    return _mapping(extra.get(format_name))


def foreign_link(graph: ArgumentGraph, link: Link, format_name: str) -> Mapping[str, Any]:
    """Return what is kept of a link for a format: its fields, its original ``id`` among them."""
    return foreign(_kept(graph, link), format_name)


def scheme_of(graph: ArgumentGraph, link: Link) -> str | None:
    """Return the argumentation scheme of a link, or None.

    That is what its format gave it, else that of a source that makes no other link.
    """
    given = _kept(graph, link).get("scheme")
    if isinstance(given, str):
        return given
    for key in link.sources:
        scheme = graph.statements[key].scheme
        if scheme is not None and len(graph.links_from(key)) == 1:
            return scheme
    return None


def _kept(graph: ArgumentGraph, link: Link) -> Mapping[str, Any]:
    local = link.key.removeprefix(f"{graph.essay_of(link.key).key}:")
    for source in link.sources:
        kept = _mapping(graph.statements[source].extra.get(LINKS))
        if local in kept:
            return _mapping(kept[local])
    return _NOTHING


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else _NOTHING


def names_of(graph: ArgumentGraph) -> dict[str, str]:
    """Return a short name for each statement and link, by key, each name once; linear.

    It is the part behind the essay (an id, ``~3``, a link's name) where only one essay has that,
    and else the whole key.
    """
    short = {
        key: key.removeprefix(f"{graph.essay_of(key).key}:")
        for key in (*graph.statements, *graph.links)
    }
    counts = Counter(short.values())
    return {key: name if counts[name] == 1 else key for key, name in short.items()}
