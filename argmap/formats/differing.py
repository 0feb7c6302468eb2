"""What one graph has and another, made from it, has not: the losses of a step."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

from argmap.formats.interface import Loss, Losses
from argmap.formats.loss_names import ATTRIBUTES, essay_field, kept_field
from argmap.model import Essay, Link, Statement

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["lost_between"]

_HEAD = ("id", "lang", "title", "author", "stance", "date")
_FIELDS = {"kind": "kinds", "text": "texts", **ATTRIBUTES}


def lost_between(
    before: ArgumentGraph, after: ArgumentGraph, keys: Mapping[str, str] | None = None
) -> tuple[Loss, ...]:
    """Compare a graph with what became of it; linear.

    ``keys`` leads from the old key of an essay, statement or link to its new one where that is
    another. What another format kept in ``extra`` is lost where it is not there any more.
    """
    losses = Losses()
    keys = keys or {}
    essays = {essay.key: essay for essay in after.essays}
    for essay in before.essays:
        _essay(essay, essays.get(keys.get(essay.key, essay.key)), losses)
    for key, statement in before.statements.items():
        there = after.statements.get(keys.get(key, key))
        if there is None:
            losses.add("statements", statement.name)
            continue
        _statement(statement, there, losses)
        _references(before, after, key, keys, losses)
    _links(before, after, keys, losses)
    return losses.found()


def _essay(essay: Essay, there: Essay | None, losses: Losses) -> None:
    if there is None:
        losses.add("essays", essay.key)
        return
    for name in _HEAD:
        if getattr(essay, name) != getattr(there, name):
            losses.add(essay_field(name), _said(name, getattr(essay, name)))
    for kept in essay.extra:
        if kept not in there.extra:
            losses.add(kept_field(kept), f"{kept} of {essay.key}")


def _statement(statement: Statement, there: Statement, losses: Losses) -> None:
    for name, kind in _FIELDS.items():
        if getattr(statement, name) != getattr(there, name):
            losses.add(kind, f"{statement.name}: {_said(name, getattr(statement, name))}")
    if statement.id != there.id:
        losses.add("ids", _said("id", statement.id))
    for flag in sorted(statement.flags ^ there.flags):
        losses.add("flags", f"{statement.name} is .{flag}")
    for kept in statement.extra:
        if kept not in there.extra and not _says_no_more(statement, kept):
            losses.add(kept_field(kept), f"{kept} of {statement.name}")


def _says_no_more(statement: Statement, kept: str) -> bool:
    """Tell whether what is kept for a format is only the id that the statement has all the same."""
    fields = statement.extra[kept]
    if not isinstance(fields, Mapping):
        return False
    if kept == "links":  # by format and link: no more than the name that the link has
        return all(
            isinstance(each, Mapping) and all(_is_own_id(*link) for link in each.items())
            for each in fields.values()
        )
    return not fields or dict(fields) == {"id": statement.id}


def _is_own_id(name: str, fields: object) -> bool:
    return fields == {"id": name}


def _references(
    before: ArgumentGraph,
    after: ArgumentGraph,
    key: str,
    keys: Mapping[str, str],
    losses: Losses,
) -> None:
    old, new = before.statements[key], after.statements[keys.get(key, key)]
    if not (old.on or new.on or old.answers or new.answers):
        return
    home, there = before.essay_of(key), after.essay_of(new.key)
    on = [before.question_key(home, each) for each in old.on]
    if [keys.get(each, each) for each in on] != [after.question_key(there, e) for e in new.on]:
        losses.add("questions spoken to", f"{old.name}: {_said('on', ' '.join(on))}")
    answers = [(before.resolve(home, each) or each.id, each.question) for each in old.answers]
    now = [(after.resolve(there, each) or each.id, each.question) for each in new.answers]
    if [(keys.get(each, each), question) for each, question in answers] != now:
        losses.add(
            "questions answered", f"{old.name}: answers {old.answers[:1] and old.answers[0]}"
        )


def _links(
    before: ArgumentGraph, after: ArgumentGraph, keys: Mapping[str, str], losses: Losses
) -> None:
    """Match links by their ends; of several with the same, first those that are wholly alike."""
    there: dict[tuple[object, ...], list[Link]] = {}
    for link in after.links.values():
        there.setdefault(_ends(link, {}), []).append(link)
    left: list[tuple[Link, list[Link]]] = []
    for link in before.links.values():
        found = there.get(_ends(link, keys), [])
        same = [each for each in found if (each.name, each.reason) == (link.name, link.reason)]
        if same:
            found.remove(same[0])
        else:
            left.append((link, found))
    for link, found in left:
        if not found:
            losses.add("links", _called(link))
            continue
        taken = found.pop(0)
        if taken.name != link.name:
            losses.add("names of links", _called(link))
        if taken.reason != link.reason:
            losses.add("reasons of links", _called(link))


def _ends(link: Link, keys: Mapping[str, str]) -> tuple[object, ...]:
    sources = sorted(keys.get(source, source) for source in link.sources)
    target = keys.get(link.target, link.target)
    if link.type.symmetric and len(sources) == 1:
        return (link.type, *sorted((*sources, target)))
    return (link.type, tuple(sources), target)


def _called(link: Link) -> str:
    return link.name or link.key.rpartition(":")[2]


def _said(name: str, what: object) -> str:
    shown = _plain(what)
    return f"{name} {shown if len(shown) <= 60 else f'{shown[:57]}...'}"


def _plain(what: object) -> str:
    """Say a value of a field in words."""
    if isinstance(what, tuple | list):
        return ", ".join(map(_plain, what))
    if isinstance(what, frozenset | set):
        return ", ".join(sorted(map(_plain, what)))
    if isinstance(what, str) and not isinstance(what, Enum):
        return repr(what)
    return str(what)
