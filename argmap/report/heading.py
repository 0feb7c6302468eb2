"""What a finding is, in one line, the same in every format for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import Severity
from argmap.report.cells import visible
from argmap.report.paint import of_severity, paint

if TYPE_CHECKING:
    from argmap.model import Finding


def heading(finding: Finding, color: bool) -> str:
    """``CODE name: message``; a severity below error is named, for colour may be off."""
    code = paint(finding.code, of_severity(finding.severity), color)
    milder = "" if finding.severity is Severity.ERROR else f" ({finding.severity.value})"
    return f"{code} {finding.name}{milder}: {visible(finding.message)}"
