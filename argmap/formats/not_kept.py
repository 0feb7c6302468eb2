"""What a format has no place for, counted over a graph."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from argmap.formats.interface import Losses
from argmap.formats.loss_names import ATTRIBUTES, essay_field, kept_field

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["not_kept"]

_VALUES = {"on": "questions spoken to", "answers": "questions answered", **ATTRIBUTES}
_HEAD = ("title", "author", "stance", "date")


def not_kept(
    graph: ArgumentGraph, losses: Losses, *, keeps: Collection[str] = (), own: str = ""
) -> None:
    """Note all that a graph has and a format does not keep; linear.

    ``keeps`` names what it does: ``kind``, ``flags``, attributes of a statement by name, ``reason``
    and ``name`` of links, ``essay`` for which essay a statement is of where there are several,
    ``extra``, and ``title``, ``author``, ``stance`` and ``date`` of essays as ``essay.title``….
    ``own`` is the format whose fields in ``extra`` it writes again. Texts and the ends of links are
    taken to be kept.
    """
    values = [(name, kind) for name, kind in _VALUES.items() if name not in keeps]
    for statement in graph.statements.values():
        called = statement.name
        if "kind" not in keeps:
            losses.add("kinds", f"{called} is .{statement.kind}")
        if "flags" not in keeps:
            for flag in sorted(statement.flags):
                losses.add("flags", f"{called} is .{flag}")
        for name, kind in values:
            value = getattr(statement, name)
            if value is not None and value != ():
                losses.add(kind, f"{name} of {called}")
        if "extra" not in keeps and statement.extra:
            _extra(statement.extra, statement.id, own, called, losses)
    for link in graph.links.values():
        if link.name is not None and "name" not in keeps:
            losses.add("names of links", link.name)
        if link.reason and "reason" not in keeps:
            losses.add("reasons of links", link.key.rpartition(":")[2])
    for essay in graph.essays:
        for name in _HEAD:
            if getattr(essay, name) and f"essay.{name}" not in keeps:
                losses.add(essay_field(name), f"{name} of {essay.key}")
        if "extra" not in keeps and essay.extra:
            _extra(essay.extra, None, own, essay.key, losses)
    if len(graph.essays) > 1 and "essay" not in keeps:
        losses.add("essays", f"which of {len(graph.essays)} essays a statement is of")


def _extra(
    extra: Mapping[str, object], id_: str | None, own: str, called: str, losses: Losses
) -> None:
    for kept, fields in extra.items():
        only_id = isinstance(fields, Mapping) and (not fields or dict(fields) == {"id": id_})
        if kept != own and not only_id and (kept != "links" or not own):
            losses.add(kept_field(kept), f"{kept} of {called}")
