"""Counts as JSON, for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from argmap.formats import json_text
from argmap.statistics import Counts, Coverage, DataCounts, EssayCounts, Statistics


def dumps(found: Statistics) -> str:
    """Write counts: ``essays[]``, each with its ``sections[]``, and ``all`` of them together."""
    document = {
        "argmap": 1,
        "essays": [_essay(each) for each in found.essays],
        "all": _counts(found.all),
    }
    return json_text.write(document)


def data_dumps(
    files: Sequence[DataCounts],
    formats: Sequence[DataCounts],
    all_: DataCounts,
    passed_over: Sequence[str],
) -> str:
    """Write the counts of files of data: ``files[]``, ``formats[]``, and ``all`` of them together.

    ``passed_over`` are files of a folder that hold no argument.
    """
    document = {
        "argmap": 1,
        "files": [{"path": each.name, "format": each.format, **_data(each)} for each in files],
        "formats": [
            {"format": each.format, "files": each.files, **_data(each)} for each in formats
        ],
        "all": {"files": all_.files, **_data(all_)},
        "passed_over": list(passed_over),
    }
    return json_text.write(document)


def _data(counts: DataCounts) -> dict[str, Any]:
    return {
        "unread": counts.unread,
        "findings": counts.findings,
        "statements": counts.statements,
        "kinds": {str(kind): number for kind, number in counts.kinds.items()},
        "links": {str(link_type): number for link_type, number in counts.links.items()},
        "subtypes": {str(subtype): number for subtype, number in counts.subtypes.items()},
        "linked_premises": counts.linked,
        "circles": counts.circles,
    }


def _essay(each: EssayCounts) -> dict[str, Any]:
    essay = each.essay
    sections = [
        {
            "title": section.title,
            "level": section.level,
            "statements": section.statements,
            "paragraphs": _coverage(section.coverage),
        }
        for section in each.sections
    ]
    return {
        "id": essay.id,
        "lang": essay.lang,
        "path": essay.path,
        "title": essay.title,
        **_counts(each.counts),
        "sections": sections,
    }


def _counts(counts: Counts) -> dict[str, Any]:
    questions = counts.questions
    return {
        "statements": counts.statements,
        "kinds": {str(kind): number for kind, number in counts.kinds.items()},
        "flags": {str(flag): number for flag, number in counts.flags.items()},
        "links": {str(link_type): number for link_type, number in counts.links.items()},
        "subtypes": {str(subtype): number for subtype, number in counts.subtypes.items()},
        "reported": counts.reported,
        "evidenced": counts.evidenced,
        "not_evidenced": counts.not_evidenced,
        "paragraphs": _coverage(counts.coverage),
        "questions": [{"id": q.key, "text": q.text, "statements": q.statements} for q in questions],
        "sources": [{"source": s.source, "statements": s.statements} for s in counts.sources],
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    share = None if coverage.share is None else round(coverage.share, 4)
    return {"all": coverage.paragraphs, "marked": coverage.marked, "share": share}
