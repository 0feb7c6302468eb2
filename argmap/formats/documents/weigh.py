"""A weighing as JSON, for programs."""

from __future__ import annotations

from typing import Any

from argmap.formats import json_text
from argmap.weigh.changes import Change, Changes
from argmap.weigh.keystones import Keystone, Turn
from argmap.weigh.survey import EssayWeight, Survey


def dumps(found: Survey) -> str:
    """Write a weighing: ``essays[]``, ``statements[]`` and ``links[]``; others where asked for.

    Every statement of the essays, and every link that bears on one of them or is stated there, has
    its ``standing``, its ``strength`` (from 0 to 1, rounded to six places) and the ``reason``.
    ``keystones`` and ``changes`` are null where they were not asked for.
    """
    paths = {each.essay.path for each in found.essays}
    graph = found.graph
    keys = [key for key in graph.statements if graph.essay_of(key).path in paths]
    links = [
        key
        for key, link in graph.links.items()
        if link.path in paths or graph.essay_of(link.target).path in paths
    ]
    stones = found.keystones
    document = {
        "argmap": 1,
        "semantics": found.strengths.semantics,
        "essays": [_essay(each) for each in found.essays],
        "statements": [_weighed(found, k) for k in keys if k in found.weighing.standings],
        "links": [_weighed(found, k) for k in links if k in found.weighing.standings],
        "unsettled": list(found.strengths.unsettled),
        "keystones": None
        if stones is None
        else {
            "statements": [_stone(stone) for stone in stones.statements],
            "sources": [_stone(stone) for stone in stones.sources],
        },
        "changes": None if found.changes is None else _changes(found.changes),
    }
    return json_text.write(document)


def _essay(each: EssayWeight) -> dict[str, Any]:
    return {
        "id": each.essay.id,
        "lang": each.essay.lang,
        "path": each.essay.path,
        "title": each.essay.title,
        "counts": {str(standing): number for standing, number in each.counts.items()},
        "theses": list(each.theses),
    }


def _weighed(found: Survey, key: str) -> dict[str, Any]:
    return {
        "id": key,
        "standing": str(found.weighing.standings[key]),
        "strength": _rounded(found.strengths.values[key]),
        "reason": found.weighing.reason(key),
    }


def _stone(stone: Keystone) -> dict[str, Any]:
    return {
        "name": stone.name,
        "statements": list(stone.keys),
        "changed": stone.changed,
        "lost": _rounded(stone.lost),
        "claims": list(stone.claims),
        "theses": [_turn(turn) for turn in stone.turns],
    }


def _turn(turn: Turn) -> dict[str, Any]:
    return {"id": turn.thesis, **_moved(turn)}


def _changes(changes: Changes) -> dict[str, Any]:
    return {
        "without": list(changes.without),
        "assume": list(changes.assume),
        "theses": [{"id": change.key, **_moved(change)} for change in changes.theses],
        "others": [{"id": change.key, **_moved(change)} for change in changes.others],
    }


def _moved(change: Turn | Change) -> dict[str, Any]:
    return {
        "before": {"standing": str(change.before), "strength": _rounded(change.was)},
        "after": {"standing": str(change.after), "strength": _rounded(change.now)},
    }


def _rounded(value: float) -> float:
    return round(value, 6) + 0.0  # no minus zero
