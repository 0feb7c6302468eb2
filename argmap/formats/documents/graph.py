"""The JSON document: essays with their statements, and the links between them, out and in.

Its fields are those of DESIGN.md section 7, and :mod:`~argmap.formats.documents.schemas` has its
JSON Schema. Ids are in full (``work@lang:id``). What the graph says comes back the same: a document
that is read and written again has the same bytes. What it does not keep is what only matters to the
text it came from: faults, suppressions, headings and the places of single attributes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any

from argmap.formats import json_text
from argmap.formats.documents.graph_reading import VERSION, DocumentError, graph_of
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Finding, Fix, Flag, Link, Range, Reference, Statement

__all__ = [
    "DocumentError",
    "answered",
    "dumps",
    "finding_data",
    "from_document",
    "loads",
    "range_data",
    "to_document",
]

_MOST_EXTRA = 100_000
"""Values kept of one ``extra``, against one that unfolds without end."""


# Out


def dumps(graph: ArgumentGraph, findings: Iterable[Finding] | None = None) -> str:
    """Write a graph as a JSON document: UTF-8, indented by two, the same for the same graph."""
    return json_text.write(to_document(graph, findings))


def to_document(graph: ArgumentGraph, findings: Iterable[Finding] | None = None) -> dict[str, Any]:
    """Turn a graph into the data of a document; linear.

    With ``findings``, each essay holds those of its path.
    """
    by_path: dict[str, list[dict[str, Any]]] | None = None
    if findings is not None:
        by_path = {}
        for finding in findings:
            by_path.setdefault(finding.path, []).append(finding_data(finding))
    essays = [_essay_data(graph, essay) for essay in graph.essays]
    if by_path is not None:
        for essay in essays:
            essay["findings"] = by_path.get(essay["path"], [])
    links = [_link_data(link) for link in graph.links.values()]
    return {"argmap": VERSION, "essays": essays, "links": links}


def finding_data(finding: Finding) -> dict[str, Any]:
    """Turn a finding into the data that documents and reports hold."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "path": finding.path,
        "range": range_data(finding.range),
        "fix": None if finding.fix is None else _fix_data(finding.fix),
    }


def answered(graph: ArgumentGraph, essay: Essay, reference: Reference) -> str:
    """Return what ``answers`` names, in full, with the critical question behind it if it has one.

    What leads nowhere is as it is written.
    """
    key = graph.resolve(essay, reference)
    if key is None:
        return str(reference)
    return key if reference.question is None else f"{key}.{reference.question}"


def range_data(place: Range) -> dict[str, Any]:
    """Turn a range into data: ``{"start": {"line", "column"}, "end": {…}}``."""
    start, end = place
    return {
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }


def _fix_data(fix: Fix) -> dict[str, Any]:
    edits = [{"range": range_data(edit.range), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _essay_data(graph: ArgumentGraph, essay: Essay) -> dict[str, Any]:
    return {
        "id": essay.id,
        "lang": essay.lang,
        "path": essay.path,
        "title": essay.title,
        "author": essay.author,
        "stance": essay.stance,
        "date": essay.date,
        "statements": [_statement_data(graph, essay, each) for each in essay.statements],
        "extra": _extra_data(essay.extra, 3),
    }


def _statement_data(graph: ArgumentGraph, essay: Essay, statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.key,
        "kind": statement.kind.value,
        "flags": [flag.value for flag in Flag if flag in statement.flags],
        "text": statement.text,
        "section": list(statement.section),
        "range": range_data(statement.range),
        "text_range": range_data(statement.text_range),
        "on": [graph.question_key(essay, reference) for reference in statement.on],
        "by": statement.by,
        "source": statement.source,
        "url": statement.url,
        "cite": statement.cite,
        "date": statement.date,
        "quote": statement.quote,
        "weight": None if statement.weight is None else float(statement.weight),
        "scheme": statement.scheme,
        "answers": [answered(graph, essay, reference) for reference in statement.answers],
        "sense": statement.sense,
        "at": list(statement.at),
        "extra": _extra_data(statement.extra, 5),
    }


def _link_data(link: Link) -> dict[str, Any]:
    return {
        "id": link.key,
        "type": link.type.value,
        "subtype": None if link.subtype is None else link.subtype.value,
        "from": list(link.sources),
        "to": link.target,
        "reason": link.reason,
        "range": range_data(link.range),
        "path": link.path,
        "implied": link.implied,
    }


def _extra_data(extra: Mapping[str, Any], above: int) -> dict[str, Any]:
    """Bring what is kept from elsewhere into the types of JSON: a date becomes text, NaN null.

    ``above`` is how many lists and objects the result stands in. What would lie deeper than a
    document may be, or beyond 100,000 values, becomes null: a value from YAML can hold itself.
    """
    left = _MOST_EXTRA

    def plain(value: Any, depth: int) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            return None
        if value is None or isinstance(value, bool | int | str):
            return value
        if isinstance(value, float):
            return value if isfinite(value) else None
        if isinstance(value, set | frozenset):
            value = sorted(map(str, value))
        if not isinstance(value, Mapping | list | tuple):
            return value.isoformat() if hasattr(value, "isoformat") else str(value)
        if depth >= json_text.DEEPEST:
            return None
        if isinstance(value, Mapping):
            return {str(key): plain(inner, depth + 1) for key, inner in value.items() if left > 0}
        return [plain(inner, depth + 1) for inner in value if left > 0]

    return {str(key): plain(value, above + 1) for key, value in extra.items()}


# In


def loads(text: str | bytes, *, default_lang: str = "en") -> ArgumentGraph:
    """Read a JSON document from its text. Raises :class:`DocumentError`, one line, for all else."""
    try:
        data = json_text.read(text)
    except json_text.JsonError as error:
        raise DocumentError(str(error)) from None
    return graph_of(data, default_lang)


def from_document(data: object, *, default_lang: str = "en") -> ArgumentGraph:
    """Make a graph of a document's data; linear.

    ``default_lang`` is as in :meth:`ArgumentGraph.build`. Raises :class:`DocumentError`.
    """
    try:
        json_text.check_plain(data)
    except json_text.JsonError as error:
        raise DocumentError(str(error)) from None
    return graph_of(data, default_lang)
