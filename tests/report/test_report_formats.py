"""The formats: what a reader of each of them gets. ``UPDATE_CASES=1`` writes the snapshots anew."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import finding

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.model import Edit, Finding, Fix, Position, Range, Severity
from argmap.report import Checked, Format, report
from argmap.rules.run import check
from argmap.syntax.places import SourceText

SNAPSHOTS = Path(__file__).parent / "snapshots"

TEXTS = {file.name: file.read_text(encoding="utf-8") for file in sorted(SNAPSHOTS.glob("*.md"))}


def source_of(path: str) -> SourceText | None:
    text = TEXTS.get(path)
    return None if text is None else SourceText(text)


def found() -> tuple[list[Finding], Checked]:
    essays = [read_essay(text, path) for path, text in TEXTS.items()]
    graph = ArgumentGraph.build(essays)
    return check(graph), Checked(len(essays), len(graph.statements))


@pytest.mark.parametrize("format_", [Format.FULL, Format.CONCISE, Format.JSON])
@pytest.mark.parametrize("width", [60, 100])
def test_snapshot(format_: Format, width: int) -> None:
    findings, checked = found()
    text = report(findings, format_, checked=checked, source_of=source_of, width=width)
    file = SNAPSHOTS / f"{format_.value}-{width}.txt"
    if os.environ.get("UPDATE_CASES"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", text)


@pytest.mark.parametrize("format_", Format)
def test_colours_change_nothing_else(format_: Format) -> None:
    findings, checked = found()
    dull = report(findings, format_, checked=checked, source_of=source_of)
    bright = report(findings, format_, checked=checked, source_of=source_of, color=True)
    assert plain(bright) == dull
    assert (bright != dull) is (format_ in (Format.FULL, Format.CONCISE))
    assert "\x1b" not in dull


def test_severities_below_error_are_named() -> None:
    findings = [finding(severity=severity) for severity in Severity]
    text = report(findings, Format.CONCISE, checked=Checked(1, 1), source_of=source_of)
    assert text == (
        "a.md:1:1: AM201 unsupported-claim: a message\n"
        "a.md:1:1: AM201 unsupported-claim (warning): a message\n"
        "a.md:1:1: AM201 unsupported-claim (info): a message\n"
        "Found 3 findings (1 error, 1 warning, 1 info).\n"
    )


@pytest.mark.parametrize(
    ("checked", "expected"),
    [
        (Checked(1, 1), "All checks passed: 1 essay, 1 statement.\n"),
        (Checked(2, 120), "All checks passed: 2 essays, 120 statements.\n"),
    ],
)
@pytest.mark.parametrize("format_", [Format.FULL, Format.CONCISE])
def test_nothing_found(format_: Format, checked: Checked, expected: str) -> None:
    assert report([], format_, checked=checked, source_of=source_of) == expected


def test_one_finding() -> None:
    text = report([finding()], Format.CONCISE, checked=Checked(1, 1), source_of=source_of)
    assert text.endswith("Found 1 finding (1 error).\n")


def test_full_without_a_source_still_says_what_and_where() -> None:
    text = report([finding()], Format.FULL, checked=Checked(1, 1), source_of=lambda _: None)
    assert text == (
        "AM201 unsupported-claim: a message\n"
        " --> a.md:1:1\n"
        "  = help: a hint\n"
        "\n"
        "Found 1 finding (1 error).\n"
    )


def test_a_source_is_asked_for_once_a_file() -> None:
    asked = []

    def ask(path: str) -> SourceText | None:
        asked.append(path)
        return SourceText("text")

    findings = [finding(path=path) for path in ("a.md", "a.md", "b.md")]
    report(findings, Format.FULL, checked=Checked(2, 2), source_of=ask)
    assert asked == ["a.md", "b.md"]


def test_json_has_the_fields_of_the_design() -> None:
    fix = Fix("Mend it", (Edit(Range(Position(1, 2), Position(1, 3)), "한"),), safe=False)
    text = report([finding(fix=fix)], Format.JSON, checked=Checked(3, 7), source_of=source_of)
    origin = {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 1}}
    assert json.loads(text) == {
        "argmap": 1,
        "findings": [
            {
                "code": "AM201",
                "name": "unsupported-claim",
                "severity": "error",
                "message": "a message",
                "hint": "a hint",
                "path": "a.md",
                "range": origin,
                "fix": {
                    "title": "Mend it",
                    "safe": False,
                    "edits": [
                        {
                            "range": {
                                "start": {"line": 1, "column": 2},
                                "end": {"line": 1, "column": 3},
                            },
                            "text": "한",
                        }
                    ],
                },
            }
        ],
        "summary": {
            "essays": 3,
            "statements": 7,
            "findings": 1,
            "error": 1,
            "warning": 0,
            "info": 0,
        },
    }


NASTY = st.text(
    st.sampled_from("ab\x00\x07\x1b\x7f\x9b\u202e\u2066\u2028\ud800\r\n\t한[31m"), max_size=30
)


@given(NASTY, NASTY, NASTY, NASTY)
def test_no_essay_commands_the_terminal(message: str, hint: str, path: str, line: str) -> None:
    """Whatever the text, no control character but the line ends of the report itself comes out."""
    source = SourceText(line)
    nasty = finding(message, hint=hint, path=path)
    for format_ in Format:
        text = report([nasty], format_, checked=Checked(1, 1), source_of=lambda _: source)
        rest = text.replace("\n", "")
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", rest)
        text.encode("utf-8")
        assert text.endswith("\n")
        if format_ is Format.CONCISE:
            assert text.count("\n") == 2
        elif format_ is Format.JSON:
            data = json.loads(text)["findings"][0]
            assert (data["message"], data["hint"], data["path"]) == (message, hint, path)


def test_concise_and_json_load_no_table_of_widths() -> None:
    """wcwidth takes a while to load, and only an underline needs it."""
    program = (
        "import sys\n"
        "from argmap.report import Checked, Format, report\n"
        "for format_ in (Format.CONCISE, Format.FULL):\n"
        "    report([], format_, checked=Checked(1, 1), source_of=lambda _: None)\n"
        "print(sorted({'wcwidth', 'json', 'rich', 'pydantic'} & set(sys.modules)))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
