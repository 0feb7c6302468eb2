"""What a comparison of editions says of a few statements."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from argmap.compare.editions_parts import Difference, Editions
from argmap.errors import ArgmapError
from argmap.graph import ArgumentGraph

__all__ = ["choose", "with_answers"]


def choose(editions: Editions, ids: Collection[str]) -> Editions:
    """Keep the differences at the statements with these ids, and those that leave one so.

    What an edition does not have as it ends early, and what a statement that is gone leaves
    unanswered, is told with that. Raises :class:`ArgmapError`, with the nearest id, for an id that
    no edition has. Linear in the differences.
    """
    essays = (editions.base, *(drift.edition for drift in editions.drifts))
    known = {statement.id for essay in essays for statement in essay.statements if statement.id}
    for id_ in ids:
        if id_ not in known:
            from argmap.nearest import nearest

            near = nearest(id_, sorted(known))
            way_out = f"did you mean {near}?" if near else "argmap stats lists what there is"
            raise ArgmapError(f"no edition of {editions.work} has a statement {id_!r}; {way_out}")
    wanted = set(ids)
    drifts = tuple(
        replace(drift, differences=tuple(d for d in drift.differences if _tells(d, wanted)))
        for drift in editions.drifts
    )
    return replace(editions, drifts=drifts)


def with_answers(graph: ArgumentGraph, editions: Editions, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the keys, in the base or where they are, of statements and of what attacks them."""
    homes = (editions.base.key, *(drift.edition.key for drift in editions.drifts))
    found: dict[str, str] = {}
    for id_ in ids:
        for home in homes:
            key = f"{home}:{id_}"
            if key in graph.statements:
                found.setdefault(id_, key)
                for attacker in graph.attackers(key):
                    if graph.essay_of(attacker).key in homes:
                        found.setdefault(attacker.rpartition(":")[2], attacker)
    return graph.in_reading_order(set(found.values()))


def _tells(difference: Difference, wanted: Collection[str]) -> bool:
    if difference.id in wanted or any(effect.id in wanted for effect in difference.effects):
        return True
    return any(id_ in wanted for id_ in difference.ids)
