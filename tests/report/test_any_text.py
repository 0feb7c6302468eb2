"""Whatever an essay or a path holds, each format can still be read, and says what was said."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from sample import finding

from argmap.model import Finding, Position, Range, Severity
from argmap.report import Checked, Format, report
from argmap.report.cells import visible
from argmap.syntax.places import SourceText

ANY = (
    st.lists(st.sampled_from(["##[add-mask]x", "::error::x", " ", "\n", "#", "|"])).map("".join)
    | st.text(st.characters(exclude_categories=()), max_size=40)
    | st.text(
        st.sampled_from("a%:,;={}[]()<>&\"'\\`|@#\r\n\t\x00\x1b\x85\u2028\ufffe\udc80\U00020000한"),
        max_size=40,
    )
)


@st.composite
def findings(draw: st.DrawFn) -> tuple[list[Finding], str]:
    """A few findings at places of a text, which holds anything."""
    text = draw(ANY)
    source = SourceText(text)
    path = draw(ANY)
    found = []
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(source.text)))
        end = draw(st.integers(start, len(source.text)))
        changed: dict[str, Any] = {
            "hint": draw(ANY),
            "path": path,
            "severity": draw(st.sampled_from(Severity)),
            "range": source.range(start, end),
        }
        found.append(finding(draw(ANY), **changed))
    return sorted(found, key=lambda each: each.order), text


def written(format_: Format, found: list[Finding], text: str) -> str:
    made = report(
        found,
        format_,
        checked=Checked(1, 1, (found[0].path,)),
        source_of=lambda _: SourceText(text),
    )
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]", made
    )
    if format_ is not Format.GITHUB:
        for line in made.split("\n"):
            assert "##[" not in line
            assert not line.lstrip().startswith("::")
    return made


@given(findings())
def test_json_and_json_lines(drawn: tuple[list[Finding], str]) -> None:
    whole = json.loads(written(Format.JSON, *drawn))["findings"]
    lines = written(Format.JSON_LINES, *drawn).splitlines()
    assert [json.loads(line) for line in lines] == whole
    assert [each["message"] for each in whole] == [each.message for each in drawn[0]]


@given(findings())
def test_sarif(drawn: tuple[list[Finding], str]) -> None:
    (run,) = json.loads(written(Format.SARIF, *drawn))["runs"]
    marks = [each["partialFingerprints"]["argmapFinding/v1"] for each in run["results"]]
    assert len(set(marks)) == len(drawn[0])
    for each in run["results"]:
        uri = each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(
            r"(file://)?([\w.~/-]|%[0-9A-F]{2}|(?<=file:///[A-Za-z]):)*", uri, re.ASCII
        )
        text = each["message"]["text"].replace("{{", "").replace("}}", "")
        assert not re.search("[{}]", text)
        assert not re.search(r"(?<!\\)\](?=\()", each["message"]["text"])


@given(findings())
def test_gitlab_and_rdjson(drawn: tuple[list[Finding], str]) -> None:
    issues = json.loads(written(Format.GITLAB, *drawn))
    assert [issue["location"]["path"] for issue in issues] == [each.path for each in drawn[0]]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    octets = [
        len(line.encode("utf-8", "surrogatepass")) for line in SourceText(drawn[1]).text.split("\n")
    ]
    for each in json.loads(written(Format.RDJSON, *drawn))["diagnostics"]:
        for end in each["location"]["range"].values():
            assert 1 <= end["column"] <= octets[end["line"] - 1] + 1


@given(findings())
def test_junit(drawn: tuple[list[Finding], str]) -> None:
    root = ElementTree.fromstring(written(Format.JUNIT, *drawn).encode())
    cases = list(root.iter("testcase"))
    assert len(cases) == len(drawn[0])
    for case, each in zip(cases, drawn[0], strict=True):
        legal = re.sub("[\ufffe\uffff]", "\ufffd", visible(each.message))
        if each.severity is not Severity.INFO:
            assert case[0].get("message") == legal
        assert legal in (case[0].text or "")


def command(line: str) -> tuple[str, dict[str, str], str]:
    """Read a workflow command as the runner does (ActionCommand.TryParseV2)."""
    assert line.startswith("::")
    head, _, message = line[2:].partition("::")
    name, _, rest = head.partition(" ")
    properties = dict(pair.split("=", 1) for pair in rest.split(","))
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        message = message.replace(code, char)
    for key, value in properties.items():
        for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            value = value.replace(code, char)
        properties[key] = value
    return name, properties, message


@given(findings())
def test_github(drawn: tuple[list[Finding], str]) -> None:
    *lines, _ = written(Format.GITHUB, *drawn).split("\n")[:-1]
    assert len(lines) == len(drawn[0])
    for line, each in zip(lines, drawn[0], strict=True):
        name, properties, message = command(line)
        assert name in ("error", "warning", "notice")
        assert properties["file"] == visible(each.path)
        assert int(properties["line"]) == each.range.start.line
        assert message == "\n".join(visible(part) for part in (each.message, each.hint) if part)


@given(findings())
def test_full_and_concise(drawn: tuple[list[Finding], str]) -> None:
    for format_ in (Format.FULL, Format.CONCISE):
        assert written(format_, *drawn).count("AM201 unsupported-claim") >= len(drawn[0])


def test_a_place_outside_its_text_is_no_fault_of_any_format() -> None:
    far = [finding(range=Range(Position(9, 9), Position(10, 1)))]
    for format_ in Format:
        assert written(format_, far, "short")
