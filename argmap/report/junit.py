"""The JUnit format: XML that nearly every CI server reads as test results.

There is no one standard of it; this is the part on which Ant, Jenkins (``junit-10.xsd`` of its
xUnit plugin), GitLab and CircleCI agree. A file is a suite, a finding a case that fails, and a file
without findings has one case that passes. Mere information passes too, as it does in a check.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from argmap.model import Severity
from argmap.report.cells import visible

if TYPE_CHECKING:
    from argmap.model import Finding
    from argmap.report.dispatch import Checked

# Beyond what a terminal obeys, these two are not characters of XML 1.0 (its production 2).
_NO_CHARACTERS = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")


def render(findings: Sequence[Finding], checked: Checked) -> str:
    """Write an XML document with a suite for each file checked, by path."""
    by_path: dict[str, list[Finding]] = {path: [] for path in checked.paths}
    for path, in_file in groupby(findings, key=attrgetter("path")):
        by_path.setdefault(path, []).extend(in_file)
    suites = [_suite(path, by_path[path]) for path in sorted(by_path)]
    tests = sum(max(len(in_file), 1) for in_file in by_path.values())
    totals = {"name": "argmap", "tests": tests, "failures": _failures(findings), "errors": 0}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    if suites:
        lines += [f"<testsuites{_attributes(totals)}>", *suites, "</testsuites>"]
    else:
        lines.append(f"<testsuites{_attributes(totals)}/>")
    return "\n".join(lines) + "\n"


def _suite(path: str, findings: Sequence[Finding]) -> str:
    totals = {
        "name": path,
        "tests": max(len(findings), 1),
        "failures": _failures(findings),
        "errors": 0,
        "skipped": 0,
        "time": 0,
    }
    cases = [_case(finding) for finding in findings] or [
        f"    <testcase{_attributes(_passed(path))}/>"
    ]
    return "\n".join([f"  <testsuite{_attributes(totals)}>", *cases, "  </testsuite>"])


def _passed(path: str) -> dict[str, object]:
    return {"name": "argmap check", "classname": path, "file": path, "time": 0}


def _case(finding: Finding) -> str:
    start = finding.range.start
    name = f"{finding.code} {finding.name} ({start})"
    head = _attributes(
        {
            "name": name,
            "classname": finding.path,
            "file": finding.path,
            "line": start.line,
            "time": 0,
        }
    )
    lines = [f"{finding.path}:{start}: {finding.message}"]
    if finding.hint:
        lines.append(f"help: {finding.hint}")
    text = "\n".join(_text(line) for line in lines)
    if finding.severity is Severity.INFO:
        inner = f"<system-out>{text}</system-out>"
    else:
        said = _attributes({"message": finding.message, "type": finding.severity.value})
        inner = f"<failure{said}>{text}</failure>"
    return f"    <testcase{head}>\n      {inner}\n    </testcase>"


def _failures(findings: Iterable[Finding]) -> int:
    return sum(finding.severity is not Severity.INFO for finding in findings)


def _attributes(values: Mapping[str, object]) -> str:
    return "".join(f' {key}="{_text(str(value))}"' for key, value in values.items())


def _text(text: str) -> str:
    # GitHub's runner obeys ##[ wherever a line of a log holds it.
    entities = {'"': "&quot;", "##[": "#&#35;["}
    return escape(visible(text).translate(_NO_CHARACTERS), entities)
