"""``--output``: a format and a file, told apart whatever the path."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.errors import ArgmapError
from argmap.report import Format
from argmap.report.outputs import Output, parse_output


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sarif:x.sarif", Output(Format.SARIF, Path("x.sarif"))),
        ("SARIF:x", Output(Format.SARIF, Path("x"))),
        ("json:-", Output(Format.JSON, None)),
        (r"sarif:C:\x.sarif", Output(Format.SARIF, Path(r"C:\x.sarif"))),
        (r"C:\x.sarif", Output(Format.SARIF, Path(r"C:\x.sarif"))),
        ("json-lines:a:b", Output(Format.JSON_LINES, Path("a:b"))),
        ("report.sarif", Output(Format.SARIF, Path("report.sarif"))),
        ("report.SARIF.json", Output(Format.SARIF, Path("report.SARIF.json"))),
        ("out/junit.xml", Output(Format.JUNIT, Path("out/junit.xml"))),
        ("x.jsonl", Output(Format.JSON_LINES, Path("x.jsonl"))),
        ("markdown:보고.md", Output(Format.MARKDOWN, Path("보고.md"))),
    ],
)
def test_read(text: str, expected: Output) -> None:
    assert parse_output(text) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sarf:x.sarif", "there is no format 'sarf'; did you mean sarif?"),
        ("jsonl:x", "there is no format 'jsonl'; did you mean json"),
        ("yaml:x", "there is no format 'yaml'; the formats are full, concise, json"),
        ("sarif:", "sarif: names no file: write sarif:PATH, or sarif:-"),
        ("sarif", "sarif names no file: write sarif:PATH, or sarif:-"),
        ("x.json", "which format is x.json to have? Write FORMAT:PATH, such as json:x.json"),
        ("essay.md", "such as markdown:essay.md"),
        ("out/report", "such as sarif:out/report"),
        (".sarif", "which format is .sarif to have?"),
        ("", "which format is FILE to have?"),
        ("a\x1b[31m:x", "there is no format 'a␛[31m'"),
    ],
)
def test_refused_with_the_way_out(text: str, said: str) -> None:
    with pytest.raises(ArgmapError) as caught:
        parse_output(text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
