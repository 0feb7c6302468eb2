"""What each format makes of the sample, byte for byte. ``UPDATE_CASES=1`` writes the files anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sample import CHECKED, FINDINGS, source_of

from argmap.report import Checked, Format, report, sarif

SNAPSHOTS = Path(__file__).parent / "snapshots"
SUFFIXES = {
    Format.JSON: "json",
    Format.JSON_LINES: "jsonl",
    Format.SARIF: "sarif",
    Format.GITLAB: "json",
    Format.JUNIT: "xml",
    Format.RDJSON: "json",
    Format.MARKDOWN: "markdown",  # not md, as the essays here
}


@pytest.mark.parametrize("format_", Format)
@pytest.mark.parametrize("what", ["sample", "nothing"])
def test_golden(format_: Format, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "__version__", "1.2.3")
    findings = FINDINGS if what == "sample" else []
    checked = CHECKED if what == "sample" else Checked(2, 9, ("essays/a.md", "essays/비.md"))
    text = report(findings, format_, checked=checked, source_of=source_of)
    file = SNAPSHOTS / f"{what}-{format_.value}.{SUFFIXES.get(format_, 'txt')}"
    if os.environ.get("UPDATE_CASES"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text.encode() == file.read_bytes(), (
        "if this is meant: UPDATE_CASES=1 pytest tests/report"
    )


@pytest.mark.parametrize("format_", Format)
def test_the_same_findings_make_the_same_bytes(format_: Format) -> None:
    once, again = (
        report(FINDINGS, format_, checked=CHECKED, source_of=source_of) for _ in range(2)
    )
    assert once == again
