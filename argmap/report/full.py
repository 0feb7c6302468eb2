"""The full format, in the manner of ruff's: what, where, the source underlined, and the way out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from argmap.report.cells import visible
from argmap.report.frame import frame
from argmap.report.heading import heading
from argmap.report.paint import Paint, of_severity, paint
from argmap.report.summary import summary

if TYPE_CHECKING:
    from argmap.model import Finding
    from argmap.report.dispatch import Checked, SourceOf
    from argmap.syntax.places import SourceText


def render(
    findings: Sequence[Finding],
    checked: Checked,
    *,
    source_of: SourceOf,
    color: bool,
    width: int,
) -> str:
    """Write each finding as a paragraph, and the summary."""
    blocks: list[str] = []
    # Findings come file by file, and a source may be read from the disk when it is asked for.
    for path, in_file in groupby(findings, key=attrgetter("path")):
        source = source_of(path)
        blocks.extend(_block(finding, source, color, width) for finding in in_file)
    return "\n".join([*blocks, summary(findings, checked) + "\n"])


def _block(finding: Finding, source: SourceText | None, color: bool, width: int) -> str:
    digits = len(str(finding.range.end.line + 1))
    rows = frame(source, finding.range, width - digits - 3) if source is not None else []
    digits = max((len(str(row.number)) for row in rows if row.number), default=1)
    margin = " " * digits
    place = f"{visible(finding.path)}:{finding.range.start}"
    lines = [heading(finding, color), f"{margin}{paint('-->', Paint.FRAME, color)} {place}"]

    bar = paint("|", Paint.FRAME, color)
    if rows:
        lines.append(f"{margin} {bar}")
    for row in rows:
        number = paint(f"{row.number or '':>{digits}}", Paint.FRAME, color)
        lines.append(f"{number} {bar} {row.text}".rstrip())
        if row.carets:
            blank = row.carets[: -len(row.carets.lstrip())]
            carets = paint(row.carets.lstrip(), of_severity(finding.severity), color)
            lines.append(f"{margin} {bar} {blank}{carets}")
    if rows:
        lines.append(f"{margin} {bar}")
    if finding.hint:
        equals = paint("=", Paint.FRAME, color)
        help_ = paint("help:", Paint.STRONG, color)
        lines.append(f"{margin} {equals} {help_} {visible(finding.hint)}")
    return "\n".join(lines) + "\n"
