"""How two editions of a statement differ in what it is and who says it."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.compare.editions_parts import Change, Rank, What
from argmap.model import Flag, Statement

__all__ = ["is_turned", "sense_change", "standing_changes"]

_REVERSED = frozenset({"reversed", "opposite", "turned"})
_WORDING = frozenset({"wording", "shade", "softer", "tone"})


def is_turned(statement: Statement) -> bool:
    """Tell whether the annotator marked a statement as saying the reverse."""
    return not _REVERSED.isdisjoint((statement.sense or "").split())


def sense_change(base: Statement, edition: Statement) -> Iterator[Change]:
    """Yield what the annotator marked in one and not in the other."""
    if base.sense != edition.sense:
        words = {word for sense in (base.sense, edition.sense) for word in (sense or "").split()}
        rank = Rank.SENSE
        if words & _REVERSED:
            rank = Rank.TURNED
        elif words <= _WORDING:
            rank = Rank.WORDING
        yield Change(rank, What.SENSE, base.sense or "", edition.sense or "")


def standing_changes(base: Statement, edition: Statement) -> Iterator[Change]:
    """Yield another kind, other flags, and what is asserted or attested in one edition only.

    Who asserts it is compared by whether someone does: languages write names in their own way.
    So are sources; that evidence without its source has become a premise is one change.
    """
    if base.kind is not edition.kind:
        yield Change(Rank.STANDING, What.KIND, str(base.kind), str(edition.kind))
    if base.flags != edition.flags:
        thesis = base.has(Flag.THESIS) is not edition.has(Flag.THESIS)
        rank = Rank.MAIN if thesis else Rank.STANDING
        yield Change(rank, What.FLAGS, _flags(base, edition), _flags(edition, base))
    if base.reported is not edition.reported:
        yield Change(Rank.STANDING, What.BY, base.by or "", edition.by or "")
    if bool(base.source) is not bool(edition.source):
        yield Change(Rank.DETAIL, What.SOURCE, base.source or "", edition.source or "")


def _flags(statement: Statement, other: Statement) -> str:
    return " ".join(sorted(statement.flags - other.flags))
