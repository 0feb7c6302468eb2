"""The fix of a reference that leads nowhere: the one name that is nearest to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.graph.names import Cause
from argmap.model import Edit, Fix

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph, Unresolved


def nearest_name(graph: ArgumentGraph, problem: Unresolved) -> Fix | None:
    """Return the fix that writes the nearest name; None where there is none, or several as near.

    It is never safe: what is nearest need not be what was meant.
    """
    if problem.nearest is None:
        return None
    names = graph.names
    if problem.cause is Cause.PLAIN_LABEL:
        clear = names.is_clear_question(problem.reference)
    else:
        carrier = names.statements.get(problem.carrier or "")
        own = (carrier.id or "",) if carrier else ()
        clear = names.is_clear(names.by_key[problem.essay], problem.reference, own)
    if not clear:
        return None
    edit = Edit(problem.reference.range, problem.nearest)
    return Fix(f"Write {problem.nearest}", (edit,), safe=False)
