"""One statement or named link as JSON, with its case and what follows from it, for programs."""

from __future__ import annotations

from typing import Any

from argmap.formats import json_text
from argmap.formats.documents.graph import answered, range_data
from argmap.graph import ArgumentGraph
from argmap.graph.case import Branch, Step, case
from argmap.model import Flag, Link, Statement
from argmap.weigh.standing import weigh
from argmap.weigh.strength import strengths


def dumps(graph: ArgumentGraph, key: str, *, depth: int) -> str:
    """Write a statement (or link), its ``grounds`` and ``attacks`` as trees, and its consequences.

    A branch has ``again`` where its own case is written out elsewhere in the trees, and ``below``
    where it has one that is deeper than ``depth``.
    """
    statement = graph.statements.get(key)
    root = case(graph, key, depth)
    document: dict[str, Any] = {"argmap": 1}
    if statement is not None:
        document["statement"] = _statement(graph, statement)
    else:
        document["link"] = _link(graph.links[key])
    document |= _standing(graph, key)
    document["grounds"] = [_step(graph, step) for step in root.grounds]
    document["attacks"] = [_step(graph, step) for step in root.attacks]
    if statement is not None:
        document["links"] = [_link(link) for link in graph.links_from(key)]
        document["consequences"] = list(graph.consequences(key))
        question = graph.questions().get(key)
        document["speakers"] = [] if question is None else list(question.speakers)
    return json_text.write(document)


def _standing(graph: ArgumentGraph, key: str) -> dict[str, Any]:
    """Tell how it is weighed, by the definition of docs/weighing.md; null for a question."""
    weighing = weigh(graph)
    if key not in weighing.standings:
        return {"standing": None, "strength": None, "reason": None}
    return {
        "standing": str(weighing.standings[key]),
        "strength": round(strengths(graph).values[key], 6) + 0.0,
        "reason": weighing.reason(key),
    }


def _statement(graph: ArgumentGraph, statement: Statement) -> dict[str, Any]:
    essay = graph.essay_of(statement.key)
    return {
        "id": statement.key,
        "kind": str(statement.kind),
        "flags": [str(flag) for flag in Flag if statement.has(flag)],
        "text": statement.text,
        "path": essay.path,
        "range": range_data(statement.range),
        "section": list(statement.section),
        "on": [graph.question_key(essay, reference) for reference in statement.on],
        "by": statement.by,
        "source": statement.source,
        "url": statement.url,
        "cite": statement.cite,
        "date": statement.date,
        "quote": statement.quote,
        "weight": statement.weight,
        "scheme": statement.scheme,
        "answers": [answered(graph, essay, reference) for reference in statement.answers],
        "sense": statement.sense,
        "at": list(statement.at),
        "evidenced": graph.is_evidenced(statement.key),
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "id": link.key,
        "type": str(link.type),
        "subtype": None if link.subtype is None else str(link.subtype),
        "from": list(link.sources),
        "to": link.target,
        "reason": link.reason,
        "path": link.path,
        "range": range_data(link.range),
    }


def _step(graph: ArgumentGraph, step: Step) -> dict[str, Any]:
    return {
        "link": _link(step.link),
        "from": [_branch(graph, branch) for branch in step.sources],
        "grounds": [_step(graph, each) for each in step.grounds],
        "attacks": [_step(graph, each) for each in step.attacks],
    }


def _branch(graph: ArgumentGraph, branch: Branch) -> dict[str, Any]:
    statement = graph.statements[branch.key]
    return {
        "id": statement.key,
        "kind": str(statement.kind),
        "flags": [str(flag) for flag in Flag if statement.has(flag)],
        "text": statement.text,
        "by": statement.by,
        "source": statement.source,
        "again": branch.again,
        "below": branch.below,
        "grounds": [_step(graph, step) for step in branch.grounds],
        "attacks": [_step(graph, step) for step in branch.attacks],
    }
