"""The editions of a work as JSON, for programs."""

from __future__ import annotations

import json

from argmap.compare.editions import Change, Difference, Drift, Editions
from argmap.figures.figure import plain
from argmap.graph import ArgumentGraph
from argmap.model import Essay

__all__ = ["dumps"]


def dumps(graph: ArgumentGraph, editions: Editions) -> str:
    """Write the editions: the base, and for each other its differences, the gravest first."""
    keys = {
        key
        for drift in editions.drifts
        for difference in drift.differences
        for key in (difference.base, difference.edition)
        if key is not None
    }
    document = {
        "argmap": 1,
        "work": editions.work,
        "base": _essay(editions.base),
        "editions": [_drift(drift) for drift in editions.drifts],
        "statements": {
            key: {"kind": str(graph.statements[key].kind), "text": graph.statements[key].text}
            for key in graph.in_reading_order(keys)
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _essay(essay: Essay) -> dict[str, object]:
    return {
        "lang": essay.lang,
        "title": essay.title,
        "path": essay.path,
        "statements": len(essay.statements),
    }


def _drift(drift: Drift) -> dict[str, object]:
    counts = drift.counts()
    return {
        **_essay(drift.edition),
        "shared": drift.shared,
        "counts": {rank.name.lower(): counts[rank] for rank in sorted(counts)},
        "differences": [_difference(difference) for difference in drift.differences],
    }


def _difference(difference: Difference) -> dict[str, object]:
    return {
        "id": difference.id,
        "rank": difference.rank.name.lower(),
        "base": difference.base,
        "edition": difference.edition,
        "changes": [_change(change) for change in difference.changes],
        "effects": [
            {"loss": str(effect.loss), "id": effect.id, "lang": effect.lang}
            for effect in difference.effects
        ],
        "ids": list(difference.ids),
        "after": difference.after,
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "rank": change.rank.name.lower(),
        "what": str(change.what),
        "base": change.base,
        "edition": change.edition,
        "factor": None if change.factor is None else plain(change.factor),
    }
