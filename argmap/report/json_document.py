"""The JSON format: the findings as data, and a summary. DESIGN.md section 7 names its fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from argmap.report.json_text import json_text
from argmap.report.summary import counts

if TYPE_CHECKING:
    from argmap.model import Finding, Fix, Position, Range
    from argmap.report.dispatch import Checked

VERSION = 1
"""Raised only when a reader of the older one would break."""


def render(findings: Sequence[Finding], checked: Checked) -> str:
    """Write one JSON object, in readable characters, indented by two."""
    return json_text(
        {
            "argmap": VERSION,
            "findings": [finding_data(finding) for finding in findings],
            "summary": {
                "essays": checked.essays,
                "statements": checked.statements,
                "findings": len(findings),
                **{severity.value: number for severity, number in counts(findings).items()},
            },
        }
    )


def finding_data(finding: Finding) -> dict[str, Any]:
    """Return one finding as JSON holds it; lines and columns count from 1, in code points."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "path": finding.path,
        "range": _range(finding.range),
        "fix": _fix(finding.fix) if finding.fix else None,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"range": _range(edit.range), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _range(place: Range) -> dict[str, Any]:
    return {"start": _position(place.start), "end": _position(place.end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
