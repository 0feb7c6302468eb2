"""What is said to some questions, by each work that is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.model import Kind, LinkType
from argmap.views.bearing import links_onto
from argmap.views.spine import SIZE
from argmap.views.view import View, keep

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["find_question", "on_questions"]


def on_questions(graph: ArgumentGraph, names: Sequence[str], size: int = SIZE) -> View:
    """Return the view of what is said to some questions, of at most about ``size`` statements.

    The essays share ``size`` equally. Each shows, of the statements that speak to a question,
    first those that meet another essay's, then those that support and attack no other of them,
    then the rest; and where room is left, what supports or attacks these directly, in the order
    of the text. Premises that work together come together. Raises :class:`ArgmapError` for a
    question that is not there, with the nearest, and for one that nothing speaks to. Of a work in
    several editions the one in the default language is shown, else the first by language. Linear
    in what is found and its links.
    """
    questions = {find_question(graph, name): None for name in names}
    found = graph.questions()
    asked = [found[key] for key in questions]
    shown = _editions(graph)
    speakers = graph.in_reading_order(
        {key for question in asked for key in question.speakers if graph.essay_of(key).key in shown}
    )
    if not speakers:
        raise ArgmapError(f"nothing speaks to {', '.join(names)}: mark what does with on=…")
    homes = list(dict.fromkeys(graph.essay_of(key).key for key in speakers))
    share = max(1, size // len(homes))
    kept: set[str] = set()
    for home in homes:
        own = [key for key in speakers if graph.essay_of(key).key == home]
        kept.update(_side(graph, home, own, share))
    title = " / ".join(question.text for question in asked)
    left = len(speakers) - len(kept.intersection(speakers))
    about = f"{len(kept)} statements"
    if left:
        about += f"; {left} more speak to this"
    return keep(graph, kept, title=title, about=about)


def find_question(graph: ArgumentGraph, name: str) -> str:
    """Return the key in :meth:`~argmap.graph.ArgumentGraph.questions` that a user means.

    It is a key, the id of a question in any essay, or a label. Raises :class:`ArgmapError` with
    the nearest where there is none.
    """
    questions = graph.questions()
    if name in questions:
        return name
    by_id: dict[str, str] = {}
    for key in questions:
        by_id.setdefault(key.rpartition(":")[2], key)
    if name in by_id:
        return by_id[name]
    by_work = {
        f"{graph.essay_of(key).id}:{short}": key
        for short, key in by_id.items()
        if key in graph.statements
    }
    if name in by_work:
        return by_work[name]
    from argmap.nearest import nearest

    if not by_id:
        raise ArgmapError(f"there is no question {name!r}: nothing here asks one, or says on=…")
    near = nearest(name, list(by_id))
    some = ", ".join(list(by_id)[:8]) + (" …" if len(by_id) > 8 else "")
    raise ArgmapError(
        f"there is no question {name!r}; " + (f"did you mean {near}?" if near else f"try {some}")
    )


def _editions(graph: ArgumentGraph) -> set[str]:
    """Return one edition of each work."""
    lang = graph.names.default_lang
    return {
        editions[lang if lang in editions else min(editions)].key
        for editions in graph.names.works.values()
    }


def _side(graph: ArgumentGraph, home: str, own: Sequence[str], size: int) -> set[str]:
    """Choose what one essay shows."""
    members = set(own)

    def rank(key: str) -> int:
        links = graph.outgoing.get(key, ())
        if any(
            graph.essay_of(end).key != home
            for link in (*links, *graph.incoming.get(key, ()))
            for end in (*link.sources, link.target)
        ):
            return 0
        inner = any(link.target in members and not link.type.symmetric for link in links)
        return 2 if inner or graph.statements[key].kind is Kind.EVIDENCE else 1

    kept: set[str] = set()
    for key in sorted(own, key=rank):
        _take(kept, (key,), size)
    for key in graph.in_reading_order(kept):
        for link, _ in links_onto(graph, key):
            if graph.essay_of(link.sources[0]).key == home:
                _take(kept, link.sources, size)
    # A premise alone would claim to do what it does with others.
    for key in graph.in_reading_order(kept):
        for link in graph.outgoing.get(key, ()):
            if link.type is LinkType.SUPPORTS and link.target in kept:
                kept.update(link.sources)
    return kept


def _take(kept: set[str], keys: Sequence[str], size: int) -> None:
    if len(kept.union(keys)) <= size:
        kept.update(keys)
