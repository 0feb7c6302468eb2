"""A contrast as JSON, for programs."""

from __future__ import annotations

import json

from argmap.compare.contrast import Contrast, QuestionRow
from argmap.compare.contrast_cases import Cases
from argmap.compare.contrast_parts import Carried, EvidenceRow, FigureRow
from argmap.figures.figure import plain
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Link
from argmap.weigh.crux import Case, Side


def dumps(graph: ArgumentGraph, contrast: Contrast, cases: Cases | None = None) -> str:
    """Write a contrast: its essays, per question each side's statements and links, and the rest.

    The rest is what both use, ``figures`` and ``evidence``, and what is ``open`` on each question.
    With ``cases`` each question has its ``case``: what stands, on what, and the crux.
    """
    keys = {key for row in contrast.rows for key in (*row.left, *row.right)}
    keys.update(point.key for row in contrast.rows for point in row.open)
    for case in cases.cases if cases is not None else ():
        keys.update(key for side in (case.left, case.right) for key in side.leans_on)
        keys.update(move.key for move in case.crux)
    keys.update(c.statement for row in contrast.figures for c in (*row.left, *row.right))
    keys.update(key for row in contrast.evidence for key in (*row.left, *row.right))
    document = {
        "argmap": 1,
        "left": _essay(contrast.left),
        "right": _essay(contrast.right),
        "questions": [
            _row(row) | ({} if cases is None else {"case": _case(cases.cases[number])})
            for number, row in enumerate(contrast.rows)
        ],
        "elsewhere": [_link(link) for link in contrast.elsewhere],
        "words_compared": contrast.words_compared,
        "figures": [_figures(row) for row in contrast.figures],
        "evidence": [_evidence(row) for row in contrast.evidence],
        "statements": {
            key: {"kind": str(statement.kind), "text": statement.text}
            for key, statement in graph.statements.items()
            if key in keys
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _essay(essay: Essay) -> dict[str, str]:
    return {
        "id": essay.id,
        "lang": essay.lang,
        "title": essay.title,
        "author": essay.author,
        "stance": essay.stance,
    }


def _row(row: QuestionRow) -> dict[str, object]:
    return {
        "id": row.id,
        "text": row.text,
        "meeting": str(row.meeting),
        "left": list(row.left),
        "right": list(row.right),
        "left_heads": list(row.left_heads),
        "right_heads": list(row.right_heads),
        "links": [_link(link) for link in row.links],
        "open": [{"why": str(point.why), "statement": point.key} for point in row.open],
    }


def _case(case: Case) -> dict[str, object]:
    return {
        "outcome": str(case.outcome),
        "carried_by": None if case.carried_by is None else ("left", "right")[case.carried_by],
        "left": _side(case.left),
        "right": _side(case.right),
        "crux": [
            {"statement": move.key, "before": str(move.before), "after": str(move.after)}
            for move in case.crux
        ],
        "searched": case.searched,
    }


def _side(side: Side) -> dict[str, object]:
    return {
        "stand": list(side.standing),
        "contested": list(side.contested),
        "leans_on": list(side.leans_on),
    }


def _figures(row: FigureRow) -> dict[str, object]:
    return {
        "relation": str(row.relation),
        "left": [_carried(each) for each in row.left],
        "right": [_carried(each) for each in row.right],
        "signs": [{"kind": str(sign.kind), "value": sign.value} for sign in row.signs],
    }


def _carried(carried: Carried) -> dict[str, object]:
    figure = carried.figure
    return {
        "statement": carried.statement,
        "text": figure.text,
        "kind": figure.kind,
        "low": None if figure.low is None else plain(figure.low),
        "high": None if figure.high is None else plain(figure.high),
        "unit": figure.unit,
        "bound": figure.bound,
    }


def _evidence(row: EvidenceRow) -> dict[str, object]:
    return {
        "what": row.what,
        "name": row.name,
        "left": list(row.left),
        "right": list(row.right),
        "questions": list(row.questions),
        "shared": list(row.shared),
    }


def _link(link: Link) -> dict[str, object]:
    return {
        "id": link.key,
        "type": str(link.type),
        "subtype": None if link.subtype is None else str(link.subtype),
        "from": list(link.sources),
        "to": link.target,
        "reason": link.reason,
    }
