"""What the page's script is given: the argument as plain data, everything known by its number.

Numbers, not ids, stand in the page's attributes, so that no id of an essay can become markup.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from argmap.graph import ArgumentGraph
from argmap.model import Finding, Link, LinkType, Statement
from argmap.rendering.safe_text import safe_url

__all__ = ["Numbers", "Standing", "number", "page_data"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a statement stands where it was weighed: a label, why, and its strength (0 to 1)."""

    label: str
    reason: str
    strength: float | None = None


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of statements and links, by key, in reading order."""

    statements: Mapping[str, int]
    links: Mapping[str, int]


def number(graph: ArgumentGraph) -> Numbers:
    """Number what a graph holds."""
    return Numbers(
        {key: index for index, key in enumerate(graph.statements)},
        {key: index for index, key in enumerate(graph.links)},
    )


def page_data(
    graph: ArgumentGraph,
    numbers: Numbers,
    *,
    findings: Iterable[Finding] = (),
    standings: Mapping[str, Standing] | None = None,
) -> dict[str, Any]:
    """Return the argument as JSON data; linear in the graph.

    ``essays[]`` {key, title, lang}; ``questions[]`` {name, text}; ``statements[]`` {name, essay,
    kind, flags, text, on[], and what else it carries}; ``links[]`` {type, from[], to, toLink,
    name, reason}, where ``to`` and ``toLink`` are the number of a statement or of a link. What is
    left out is the first essay, no question, support.
    """
    essays = {essay.key: index for index, essay in enumerate(graph.essays)}
    questions = list(graph.questions())
    speaks: dict[str, list[int]] = {}
    for index, question in enumerate(graph.questions().values()):
        for speaker in question.speakers:
            speaks.setdefault(speaker, []).append(index)
    found: dict[str, list[dict[str, str]]] = {}
    for finding in findings:
        found.setdefault(finding.subject, []).append(
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "message": finding.message,
                "hint": finding.hint,
            }
        )
    weighed = standings or {}
    statements = []
    for statement in graph.statements.values():
        data = _statement(statement)
        essay = essays[graph.essay_of(statement.key).key]
        if essay:
            data["essay"] = essay
        if statement.key in speaks:
            data["on"] = speaks[statement.key]
        if statement.key in found:
            data["findings"] = found[statement.key]
        standing = weighed.get(statement.key)
        if standing is not None:
            data["standing"] = {"label": standing.label, "reason": standing.reason}
            if standing.strength is not None:
                data["standing"]["strength"] = round(standing.strength, 3)
        statements.append(data)
    return {
        "essays": [
            {"key": essay.key, "title": essay.title or essay.key, "lang": essay.lang}
            for essay in graph.essays
        ],
        "questions": [
            {"name": name, "text": _question(graph, key)}
            for name, key in zip(_names(questions), questions, strict=True)
        ],
        "statements": statements,
        "links": [_link(link, numbers) for link in graph.links.values()],
    }


def _names(keys: Sequence[str]) -> list[str]:
    """Return what a link calls each question: its id or label; its key where others have that."""
    names = [key.rpartition(":")[2] for key in keys]
    count = Counter(names)
    return [name if count[name] == 1 else key for name, key in zip(names, keys, strict=True)]


def _question(graph: ArgumentGraph, key: str) -> str:
    statement = graph.questions()[key].statement
    return statement.text if statement is not None else key.rpartition(":")[2]


def _statement(statement: Statement) -> dict[str, Any]:
    data: dict[str, Any] = {
        "name": statement.name,
        "kind": statement.kind.value,
        "text": statement.text,
    }
    if statement.flags:
        data["flags"] = sorted(flag.value for flag in statement.flags)
    for name in ("by", "source", "cite", "date", "quote", "weight", "scheme", "sense"):
        value = getattr(statement, name)
        if value is not None:
            data[name] = value
    url = safe_url(statement.url) if statement.url else None
    if url is not None:
        data["url"] = url
    if statement.at:
        data["at"] = list(statement.at)
    return data


def _link(link: Link, numbers: Numbers) -> dict[str, Any]:
    data: dict[str, Any] = {"from": [numbers.statements[source] for source in link.sources]}
    if link.type is not LinkType.SUPPORTS:
        data["type"] = link.type.value
    if link.target in numbers.statements:
        data["to"] = numbers.statements[link.target]
    else:
        data["toLink"] = numbers.links[link.target]
    if link.name is not None:
        data["name"] = link.name
    if link.reason:
        data["reason"] = link.reason
    return data
