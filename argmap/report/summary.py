"""The last line: how many findings, or how much was checked and found good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.model import Severity

if TYPE_CHECKING:
    from argmap.model import Finding
    from argmap.report.dispatch import Checked

_PLURALS = {"info": "info"}


def counts(findings: Sequence[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, gravest first, zeros included."""
    found = Counter(finding.severity for finding in findings)
    return {severity: found[severity] for severity in Severity}


def summary(findings: Sequence[Finding], checked: Checked) -> str:
    """One sentence on the whole run."""
    if not findings:
        essays, statements = _many(checked.essays, "essay"), _many(checked.statements, "statement")
        return f"All checks passed: {essays}, {statements}."
    parts = [_many(n, severity.value) for severity, n in counts(findings).items() if n]
    fixable = sum(finding.fix is not None and finding.fix.safe for finding in findings)
    way_out = f", {fixable} of them fixable with --fix" if fixable else ""
    return f"Found {_many(len(findings), 'finding')} ({', '.join(parts)}){way_out}."


def _many(number: int, word: str) -> str:
    return f"{number} {word if number == 1 else _PLURALS.get(word, word + 's')}"
