"""The GitHub format: workflow commands, which GitHub Actions turns into annotations.

The commands and their escapes are those of GitHub's "Workflow commands for GitHub Actions"; the
runner's ``ActionCommand`` undoes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.model import Severity
from argmap.report.cells import visible
from argmap.report.summary import summary

if TYPE_CHECKING:
    from argmap.model import Finding
    from argmap.report.dispatch import Checked

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(findings: Sequence[Finding], checked: Checked) -> str:
    """Write one command a finding, and the summary as a plain line of the log."""
    return "\n".join([*map(_command, findings), summary(findings, checked)]) + "\n"


def _command(finding: Finding) -> str:
    start, end = finding.range
    properties: dict[str, str | int] = {"file": finding.path, "line": start.line}
    if start.line == end.line:  # columns are refused where the lines differ
        properties |= {"col": start.column, "endLine": end.line, "endColumn": end.column}
    else:
        properties["endLine"] = end.line
    properties["title"] = f"{finding.code} {finding.name}"
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    said = [_data(part) for part in (finding.message, finding.hint) if part]
    return f"::{_COMMANDS[finding.severity]} {written}::{'%0A'.join(said)}"


def _data(text: str) -> str:
    # Line ends are already shown as pictures, so that no text of an essay begins a command.
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
