"""From what a user types to the key of a statement or named link."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Essay

_NAME = re.compile(r"(?:(?P<work>[^:@]+)(?:@(?P<lang>[^:@]+))?:)?(?P<id>[^:]+)")


def key_of(graph: ArgumentGraph, name: str, paths: Collection[str] = ()) -> str:
    """Return the key that ``id``, ``work:id`` or ``work@lang:id`` means; linear in the essays.

    An id that several works have must say which, unless only one of them is among the essays at
    ``paths``; of several editions of one work the one in the default language is meant, else the
    first by language. ``~3`` is the third nameless statement of an essay. Raises
    :class:`ArgmapError` with the candidates, or the nearest id there is.
    """
    match = _NAME.fullmatch(name)
    if match is None:
        raise ArgmapError(f"{name!r} is no id: write id, work:id or work@lang:id")
    found = [
        essay
        for essay in graph.essays
        if match["work"] in (None, essay.id)
        and match["lang"] in (None, essay.lang)
        and f"{essay.key}:{match['id']}" in graph
    ]
    if len({essay.id for essay in found}) > 1:
        found = [essay for essay in found if essay.path in paths] or found
    works = dict.fromkeys(essay.id for essay in found)
    if not works:
        raise ArgmapError(f"nothing has the id {name!r}; {_way_out(graph, match)}")
    if len(works) > 1:
        candidates = ", ".join(f"{work}:{match['id']}" for work in works)
        raise ArgmapError(f"several works have {name!r}: say which, {candidates}")
    return f"{_edition(found, graph.names.default_lang).key}:{match['id']}"


def _edition(editions: list[Essay], default_lang: str) -> Essay:
    return min(editions, key=lambda essay: (essay.lang != default_lang, essay.lang))


def _way_out(graph: ArgumentGraph, match: re.Match[str]) -> str:
    from argmap.nearest import nearest

    essays = list(graph.essays)
    works = list(dict.fromkeys(essay.id for essay in essays))
    work = match["work"]
    if work is not None and work not in works:
        near_work = nearest(work, works)
        if near_work is None:
            return f"the works are {_listed(works)}"
        essays = [essay for essay in essays if essay.id == near_work]
        if any(match["id"] in graph.names.names[essay.key] for essay in essays):
            return f"did you mean {near_work}:{match['id']}?"
    elif work is not None:
        essays = [essay for essay in essays if essay.id == work]
        langs = [essay.lang for essay in essays]
        if match["lang"] is not None and match["lang"] not in langs:
            return f"{work} is there in {_listed(langs)}"
    names = {known: essay.id for essay in essays for known in graph.names.names[essay.key]}
    near = nearest(match["id"], names)
    if near is None:
        return "argmap map -f json lists them all" if names else "there are no ids here"
    return f"did you mean {near if len(works) == 1 else f'{names[near]}:{near}'}?"


def _listed(names: list[str]) -> str:
    return ", ".join(names[:8]) + (" …" if len(names) > 8 else "")
