"""The concise format: one line a finding, for editors, ``grep`` and long lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.report.cells import visible
from argmap.report.heading import heading
from argmap.report.paint import Paint, paint
from argmap.report.summary import summary

if TYPE_CHECKING:
    from argmap.model import Finding
    from argmap.report.dispatch import Checked


def render(findings: Sequence[Finding], checked: Checked, *, color: bool) -> str:
    """Write ``path:line:column: CODE name: message`` for each, and the summary."""
    lines = []
    for finding in findings:
        path = visible(finding.path)
        # GitHub's runner would take the line for a command; the colon behind the path is another.
        if f"{path}:".lstrip().startswith("::"):
            path = f"./{path}"
        path = paint(path, Paint.STRONG, color)
        lines.append(f"{path}:{finding.range.start}: {heading(finding, color)}")
    return "\n".join([*lines, summary(findings, checked)]) + "\n"
