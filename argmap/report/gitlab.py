"""The GitLab format: a Code Quality report, shown in merge requests.

Its fields are those of "Code Quality report format" in GitLab's documentation of Code Quality.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from argmap.model import Severity
from argmap.report.fingerprint import fingerprints
from argmap.report.json_text import json_text

if TYPE_CHECKING:
    from argmap.model import Finding
    from argmap.report.dispatch import SourceOf

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(findings: Sequence[Finding], *, source_of: SourceOf) -> str:
    """Write a JSON array with an object for each finding; without findings, an empty one."""
    marks = fingerprints(findings, source_of)
    return json_text([_issue(finding, mark) for finding, mark in zip(findings, marks, strict=True)])


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    way_out = f" (help: {finding.hint})" if finding.hint else ""
    lines = {"begin": finding.range.start.line, "end": finding.range.end.line}
    return {
        "description": f"{finding.name}: {finding.message}{way_out}",
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.path, "lines": lines},
    }
