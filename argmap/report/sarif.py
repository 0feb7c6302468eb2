"""The SARIF format, 2.1.0: what code scanning, and the viewers in editors, read.

Fields are those of the OASIS standard "Static Analysis Results Interchange Format (SARIF) Version
2.1.0"; its sections are named below. Limits and habits of GitHub's code scanning are kept to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from argmap import __version__
from argmap.model import Severity
from argmap.report.fingerprint import fingerprints
from argmap.report.json_text import json_text

if TYPE_CHECKING:
    from argmap.model import Finding, Fix, Range
    from argmap.report.dispatch import SourceOf
    from argmap.rules.rule import Rule

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
"""The schema that the output is valid against; named in it, never fetched."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"
_FINGERPRINT = "argmapFinding/v1"
_MOST = 1000  # GitHub refuses descriptions of more than 1,024 characters
_DRIVE = re.compile(r"[A-Za-z]:/")


def render(findings: Sequence[Finding], *, source_of: SourceOf) -> str:
    """Write a log with one run, which explains the rules that occur in it."""
    codes = sorted({finding.code for finding in findings})
    numbers = {code: number for number, code in enumerate(codes)}
    names = {finding.code: finding.name for finding in findings}
    marks = fingerprints(findings, source_of)
    run = {
        "tool": {
            "driver": {
                "name": "argmap",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(code, names[code]) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The folder in which argmap was run."}}
        },
        "results": [
            _result(finding, numbers[finding.code], mark)
            for finding, mark in zip(findings, marks, strict=True)
        ],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, name: str) -> dict[str, Any]:
    """Make a reportingDescriptor (3.49) of a rule, with its explanation as help."""
    from argmap.rules.registry import find_rule

    rule = find_rule(code)
    return {"id": code, "name": name} if rule is None else _described(rule)


def _described(rule: Rule) -> dict[str, Any]:
    from argmap.rules.examples import sections
    from argmap.rules.explain import explanation, summary

    text = explanation(rule)
    _, _, description = sections(text)[""].partition("\n")
    said = " ".join((description.strip() or summary(rule)).split())
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": f"{summary(rule)}."},
        "fullDescription": {"text": _cut(said)},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.room]},
    }


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[: _MOST - 1].rstrip()}…"


def _result(finding: Finding, number: int, fingerprint: str) -> dict[str, Any]:
    """Make a result (3.27) of a finding."""
    parts = [part for part in (finding.message, finding.hint) if part]
    place = {"artifactLocation": _location(finding.path), "region": _region(finding.range)}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message("\nhelp: ".join(parts)) or finding.name},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    if finding.fix is not None and finding.fix.edits:
        result["fixes"] = [_fix(finding.fix, finding.path)]
    return result


def _fix(fix: Fix, path: str) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.range), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": _location(path), "replacements": replacements}
    return {
        "description": {"text": _message(fix.title)},
        "artifactChanges": [change],
        "properties": {"safe": fix.safe},
    }


def _region(place: Range) -> dict[str, int]:
    """Make a region (3.30): lines and columns from 1, the end column exclusive, as ours are."""
    return {
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    }


def _location(path: str) -> dict[str, str]:
    """Make an artifactLocation (3.4); absolute where the path is, else relative to the root."""
    if path.startswith("/"):
        return {"uri": f"file://{_quoted(path)}"}
    if _DRIVE.match(path):
        return {"uri": f"file:///{path[:2]}{_quoted(path[2:])}"}
    return {"uri": _quoted(path), "uriBaseId": _ROOT}


def _quoted(path: str) -> str:
    try:
        octets = path.encode("utf-8", "surrogateescape")  # the very bytes of a name not in UTF-8
    except UnicodeEncodeError:
        octets = path.encode("utf-8", "surrogatepass")
    return quote(octets, safe="/")


def _message(text: str) -> str:
    """Write plain text as a message string: no placeholder (3.11.5), no embedded link (3.11.6)."""
    text = text.replace("{", "{{").replace("}", "}}")
    if "](" in text:
        text = text.replace("[", r"\[").replace("]", r"\]")
    return text
