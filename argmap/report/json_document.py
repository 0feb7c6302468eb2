"""The JSON format: the findings as data, and a summary. DESIGN.md section 7 names its fields."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from argmap.report.summary import counts

if TYPE_CHECKING:
    from argmap.model import Finding, Fix, Position, Range
    from argmap.report.dispatch import Checked

VERSION = 1
"""Raised only when a reader of the older one would break."""

# What json leaves raw and a terminal would obey: DEL, C1, bidirectional controls, surrogates.
_OBEYED = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff]"
)


def render(findings: Sequence[Finding], checked: Checked) -> str:
    """Write one JSON object, in readable characters, indented by two."""
    document = {
        "argmap": VERSION,
        "findings": [_finding(finding) for finding in findings],
        "summary": {
            "essays": checked.essays,
            "statements": checked.statements,
            "findings": len(findings),
            **{severity.value: number for severity, number in counts(findings).items()},
        },
    }
    text = json.dumps(document, ensure_ascii=False, indent=2)
    # Such a character can only stand inside a string, so escaping it there keeps the JSON valid.
    return _OBEYED.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
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
