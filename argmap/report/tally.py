"""``--statistics``: how often each rule was broken, in ruff's manner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import Severity
from argmap.report.json_document import VERSION
from argmap.report.json_text import json_text
from argmap.report.paint import of_severity, paint

if TYPE_CHECKING:
    from argmap.model import Finding

__all__ = ["Tally", "statistics", "statistics_json", "tally"]


class Tally(NamedTuple):
    """One rule: how many findings it has, and how many of them ``--fix`` mends."""

    code: str
    name: str
    severity: Severity
    findings: int
    fixable: int

    @property
    def mark(self) -> str:
        """``[*]`` where all can be fixed, ``[-]`` where some can, else ``[ ]``."""
        if self.fixable == self.findings:
            return "[*]"
        return "[-]" if self.fixable else "[ ]"


def tally(findings: Sequence[Finding]) -> list[Tally]:
    """Count findings by rule, the most frequent first, then by code.

    A rule's severity is the gravest that its findings have.
    """
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    rows = [_tally(found) for found in by_code.values()]
    return sorted(rows, key=lambda row: (-row.findings, row.code))


def _tally(found: Sequence[Finding]) -> Tally:
    severity = min((finding.severity for finding in found), key=tuple(Severity).index)
    fixable = sum(finding.fix is not None and finding.fix.safe for finding in found)
    return Tally(found[0].code, found[0].name, severity, len(found), fixable)


def statistics(findings: Sequence[Finding], color: bool) -> str:
    """Write a line for each rule, and the total."""
    rows = tally(findings)
    if not rows:
        return "Found nothing.\n"
    width = len(str(rows[0].findings))
    codes = max(len(row.code) for row in rows)
    lines = [
        f"{row.findings:>{width}}  "
        f"{paint(row.code, of_severity(row.severity), color)}{' ' * (codes - len(row.code))}  "
        f"{row.mark} {row.name}"
        for row in rows
    ]
    rules = f"{len(rows)} {'rule' if len(rows) == 1 else 'rules'}"
    total = f"{len(findings)} {'finding' if len(findings) == 1 else 'findings'}"
    fixable = sum(row.fixable for row in rows)
    mended = f", {fixable} [*] fixable with --fix" if fixable else ""
    return "\n".join([*lines, f"Found {total} of {rules}{mended}."]) + "\n"


def statistics_json(findings: Sequence[Finding]) -> str:
    """Write the same as JSON, indented by two."""
    rows = tally(findings)
    return json_text(
        {
            "argmap": VERSION,
            "statistics": [
                {
                    "code": row.code,
                    "name": row.name,
                    "severity": row.severity.value,
                    "count": row.findings,
                    "fixable": row.fixable,
                }
                for row in rows
            ],
            "total": len(findings),
        }
    )
