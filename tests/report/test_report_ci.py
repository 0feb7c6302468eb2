"""What GitHub, GitLab, reviewdog and the readers of JUnit get: held to their schemas and rules."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from sample import CHECKED, CLEAN, FINDINGS, KOREAN, TEXTS, WINDOWS, finding, mending, source_of

from argmap.model import Position, Range, Severity
from argmap.report import Checked, Format, report
from argmap.syntax.places import SourceText

SCHEMAS = Path(__file__).parent / "schemas"


def at(line: int, column: int, end_line: int, end_column: int) -> Range:
    return Range(Position(line, column), Position(end_line, end_column))


def written(format_: Format, findings: list[Any] = FINDINGS, source: Any = source_of) -> str:
    return report(findings, format_, checked=CHECKED, source_of=source)


def data(format_: Format, findings: list[Any] = FINDINGS, source: Any = source_of) -> Any:
    return json.loads(written(format_, findings, source))


# GitHub


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (at(2, 3, 2, 8), "line=2,col=3,endLine=2,endColumn=8"),
        (at(2, 3, 5, 1), "line=2,endLine=5"),
    ],
)
def test_github_columns_are_left_out_where_lines_differ(place: Range, expected: str) -> None:
    first = written(Format.GITHUB, [finding(range=place)]).splitlines()[0]
    assert first == (
        f"::error file=a.md,{expected},title=AM201 unsupported-claim::a message%0Aa hint"
    )


def test_github_names_its_levels() -> None:
    text = written(Format.GITHUB, [finding(severity=severity) for severity in Severity])
    assert re.findall(r"^::(\w+) ", text, re.MULTILINE) == ["error", "warning", "notice"]


def test_github_escapes_what_parts_a_command() -> None:
    found = finding("100%0A :,", hint="", path="a%,b:c.md", code="AM1,2", name="x:y")
    first = written(Format.GITHUB, [found]).splitlines()[0]
    assert first.startswith("::error file=a%25%2Cb%3Ac.md,line=1,")
    assert first.endswith(",title=AM1%2C2 x%3Ay::100%250A :,")


def test_github_writes_one_line_a_finding_and_a_summary() -> None:
    lines = written(Format.GITHUB).splitlines()
    assert [line[:2] for line in lines[:-1]] == ["::"] * len(FINDINGS)
    assert (
        lines[-1]
        == "Found 9 findings (6 errors, 2 warnings, 1 info), 1 of them fixable with --fix."
    )


# GitLab


def test_gitlab_holds_to_the_documented_form() -> None:
    schema = json.loads((SCHEMAS / "gitlab.json").read_text("utf-8"))
    for findings in (FINDINGS, []):
        jsonschema.validate(data(Format.GITLAB, findings), schema)


def test_gitlab_fingerprints_are_unique_and_do_not_hang_on_lines() -> None:
    same = [finding(path="a.md", range=at(line, 1, line, 4)) for line in (1, 2)]
    before = data(Format.GITLAB, same, lambda _: SourceText("one\none"))
    lower = [finding(path="a.md", range=at(line, 1, line, 4)) for line in (4, 9)]
    after = data(Format.GITLAB, lower, lambda _: SourceText("\n\n\none\n\n\n\n\none"))
    prints = [issue["fingerprint"] for issue in before]
    assert len(set(prints)) == 2
    assert prints == [issue["fingerprint"] for issue in after]


def test_gitlab_maps_severities() -> None:
    made = data(Format.GITLAB, [finding(severity=severity) for severity in Severity])
    assert [issue["severity"] for issue in made] == ["major", "minor", "info"]


# JUnit


def test_junit_holds_to_its_schema() -> None:
    xmlschema = pytest.importorskip("xmlschema", reason="xmlschema is part of argmap[test]")
    schema = xmlschema.XMLSchema(str(SCHEMAS / "junit.xsd"))
    for text in (written(Format.JUNIT), written(Format.JUNIT, [])):
        schema.validate(text)


def test_junit_counts_what_it_holds() -> None:
    root = ElementTree.fromstring(written(Format.JUNIT))
    assert [suite.get("name") for suite in root] == sorted(TEXTS)
    for element in (root, *root):
        assert element.get("tests") == str(len(list(element.iter("testcase"))))
        assert element.get("failures") == str(len(list(element.iter("failure"))))
    clean = next(suite for suite in root if suite.get("name") == CLEAN)
    assert [list(case) for case in clean] == [[]]


def test_junit_information_does_not_fail() -> None:
    root = ElementTree.fromstring(written(Format.JUNIT, [finding(severity=Severity.INFO)]))
    assert root.get("failures") == "0"
    assert [
        element.tag for element in root.iter() if element.text and "a hint" in element.text
    ] == ["system-out"]


def test_junit_of_nothing_is_well_formed() -> None:
    text = report([], Format.JUNIT, checked=Checked(0, 0), source_of=source_of)
    assert len(ElementTree.fromstring(text)) == 0


def test_junit_is_read_by_a_reader_of_its_own() -> None:
    junitparser = pytest.importorskip("junitparser", reason="junitparser is part of argmap[test]")
    suites = list(junitparser.JUnitXml.fromstring(written(Format.JUNIT).encode()))
    failed = [case for suite in suites for case in suite if not case.is_passed]
    assert len(failed) == sum(found.severity is not Severity.INFO for found in FINDINGS)


# reviewdog


def test_rdjson_holds_to_the_documented_form() -> None:
    schema = json.loads((SCHEMAS / "rdjson.json").read_text("utf-8"))
    for findings, source in ((FINDINGS, source_of), ([], source_of), (FINDINGS, lambda _: None)):
        jsonschema.validate(data(Format.RDJSON, findings, source), schema)


def test_rdjson_columns_count_bytes() -> None:
    """The example of reviewdog's own definition: b is at column 6 of ``a𐐀b``."""
    found = [finding(range=at(1, 3, 1, 4)), finding(range=at(1, 2, 1, 3))]
    made = data(Format.RDJSON, found, lambda _: SourceText("a𐐀b"))["diagnostics"]
    columns = [
        [made_["location"]["range"][end]["column"] for end in ("start", "end")] for made_ in made
    ]
    assert columns == [[6, 7], [2, 6]]


def test_rdjson_ranges_cover_the_same_words() -> None:
    for found, made in zip(FINDINGS, data(Format.RDJSON)["diagnostics"], strict=True):
        source = SourceText(TEXTS[found.path])
        lines = source.text.encode().split(b"\n")
        place = made["location"]["range"]

        def offset(end: dict[str, int], lines: list[bytes] = lines) -> int:
            return sum(len(line) + 1 for line in lines[: end["line"] - 1]) + end["column"] - 1

        covered = source.text.encode()[offset(place["start"]) : offset(place["end"])]
        assert covered.decode() == source.text[slice(*map(source.offset, found.range))]


def test_rdjson_a_fix_of_several_edits_is_one_suggestion() -> None:
    made = {each["code"]["value"]: each for each in data(Format.RDJSON)["diagnostics"]}
    (suggestion,) = made["AM005"]["suggestions"]
    assert suggestion["text"] == '"a b"'
    assert suggestion["range"] == made["AM005"]["location"]["range"]
    (quoted,) = made["AM004"]["suggestions"]
    assert quoted["text"] == "위험"
    assert "suggestions" not in made["AM201"]
    assert {KOREAN, WINDOWS} < set(TEXTS)


@pytest.mark.parametrize(
    "place", [at(7, 1, 7, 2), at(1, 50, 1, 60), at(1, 2, 9, 1)], ids=["line", "column", "end"]
)
def test_rdjson_outlives_a_file_that_changed(place: Range) -> None:
    found = finding(range=place, fix=mending((place, "x")))
    (made,) = data(Format.RDJSON, [found], lambda _: SourceText("short\nlines"))["diagnostics"]
    start = made["location"]["range"]["start"]
    assert start["line"] == place.start.line
    assert start.get("column", 1) <= len("short") + 1


def test_rdjson_edits_that_overlap_are_no_suggestion() -> None:
    found = finding(fix=mending((at(1, 1, 1, 4), "x"), (at(1, 3, 1, 5), "y")))
    (made,) = data(Format.RDJSON, [found], lambda _: SourceText("short"))["diagnostics"]
    assert "suggestions" not in made
