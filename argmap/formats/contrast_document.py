"""A contrast as JSON, for programs."""

from __future__ import annotations

import json

from argmap.compare.contrast import Contrast, QuestionRow
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Link


def dumps(graph: ArgumentGraph, contrast: Contrast) -> str:
    """Write a contrast: its two essays, and per question each side's statements and the links."""
    document = {
        "argmap": 1,
        "left": _essay(contrast.left),
        "right": _essay(contrast.right),
        "questions": [_row(row) for row in contrast.rows],
        "elsewhere": [_link(link) for link in contrast.elsewhere],
        "statements": {
            key: {"kind": str(statement.kind), "text": statement.text}
            for key, statement in graph.statements.items()
            if any(key in row.left or key in row.right for row in contrast.rows)
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
