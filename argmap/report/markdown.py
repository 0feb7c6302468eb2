"""The Markdown format: a page for people, such as the summary of a step in GitHub Actions.

Whatever comes from an essay stands in code spans, where Markdown, HTML, mentions and addresses mean
nothing; a pipe, which would end a cell of the table even there, stands outside as a character
reference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.report.cells import visible
from argmap.report.summary import counts, summary

if TYPE_CHECKING:
    from argmap.model import Finding
    from argmap.report.dispatch import Checked

_MOST_ROWS = 1000
_MOST_BYTES = 900_000  # a summary on GitHub holds 1 MiB, and is refused whole when it is longer
_LONGEST = 400
_TICKS = re.compile("`+")


def render(findings: Sequence[Finding], checked: Checked) -> str:
    """Write a heading, a sentence, and tables: by severity, by rule, and of the findings.

    Of more than 1,000 findings, or 900 kB of them, the first are listed, and the rest counted.
    """
    lines = ["## argmap", "", summary(findings, checked)]
    if findings:
        of_severity = [(severity.value, str(n)) for severity, n in counts(findings).items() if n]
        lines += _table(("severity", "findings"), "right", of_severity)
        by_rule = Counter((finding.code, finding.name) for finding in findings)
        ordered = sorted(by_rule.items(), key=lambda item: (-item[1], item[0]))
        lines += _table(
            ("rule", "findings"),
            "right",
            [(_code(f"{code} {name}"), str(number)) for (code, name), number in ordered],
        )
        listed = _rows(findings)
        lines += _table(("place", "severity", "rule", "finding", "help"), "left", listed)
        if len(findings) > len(listed):
            lines += ["", f"And {len(findings) - len(listed)} more, which are not listed here."]
    return "\n".join(lines) + "\n"


def _rows(findings: Sequence[Finding]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    size = 0
    for finding in findings[:_MOST_ROWS]:
        row = _row(finding)
        size += sum(len(cell.encode()) + 3 for cell in row)
        if size > _MOST_BYTES:
            break
        rows.append(row)
    return rows


def _row(finding: Finding) -> tuple[str, ...]:
    return (
        _code(f"{finding.path}:{finding.range.start}"),
        finding.severity.value,
        _code(finding.code),
        _code(finding.message),
        _code(finding.hint),
    )


def _table(heads: Sequence[str], last: str, rows: Sequence[Sequence[str]]) -> list[str]:
    rule = ["---"] * (len(heads) - 1) + ["---:" if last == "right" else "---"]
    return ["", *(f"| {' | '.join(cells)} |" for cells in (heads, rule, *rows))]


def _code(text: str) -> str:
    """Write a text so that it is shown as it is, in a cell of a table."""
    text = visible(text)
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}…"
    return "&#124;".join(_span(part) if part else "" for part in text.split("|"))


def _span(text: str) -> str:
    """Write a code span (CommonMark 6.1): its fence is longer than any run of backticks in it."""
    fence = "`" * (1 + max((len(run) for run in _TICKS.findall(text)), default=0))
    pad = " " if (text[0] in "` " and text[-1] in "` ") or "`" in (text[0], text[-1]) else ""
    if not text.strip(" "):  # nothing is stripped from a span of spaces only
        pad = ""
    return f"{fence}{pad}{text}{pad}{fence}"
