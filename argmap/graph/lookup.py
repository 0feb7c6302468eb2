"""From what a user types to the key of a statement or named link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

_NAME = re.compile(r"(?:(?P<work>[^:@]+)(?:@(?P<lang>[^:@]+))?:)?(?P<id>[^:]+)")


def key_of(graph: ArgumentGraph, name: str) -> str:
    """Return the key that ``id``, ``work:id`` or ``work@lang:id`` means; linear in the essays.

    An id that several works have must say which; of several editions of one work the one in the
    default language is meant, else the first by language. Raises :class:`ArgmapError` with the
    candidates, or the nearest id there is.
    """
    match = _NAME.fullmatch(name)
    if match is None:
        raise ArgmapError(f"{name!r} is no id: write id, work:id or work@lang:id")
    found: dict[str, dict[str, str]] = {}
    for essay in graph.essays:
        key = graph.names.names[essay.key].get(match["id"])
        if match["work"] in (None, essay.id) and match["lang"] in (None, essay.lang):
            nameless = f"{essay.key}:{match['id']}"
            key = key if key is not None and key in graph else nameless
            if key in graph:
                found.setdefault(essay.id, {})[essay.lang] = key
    if not found:
        raise ArgmapError(f"nothing has the id {name!r}{_nearest(graph, match['id'])}")
    if len(found) > 1:
        candidates = ", ".join(f"{work}:{match['id']}" for work in found)
        raise ArgmapError(f"several works have {name!r}: say which, {candidates}")
    editions = next(iter(found.values()))
    return editions.get(graph.names.default_lang) or editions[min(editions)]


def _nearest(graph: ArgumentGraph, name: str) -> str:
    from argmap.nearest import nearest

    near = nearest(name, (known for names in graph.names.names.values() for known in names))
    return f"; did you mean {near}?" if near else ": see 'argmap map … -f json' for all ids"
