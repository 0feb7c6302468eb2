"""Cases in Markdown files: a title, an essay, what is found in it; lone dots stand between.

An essay may be several files; a line ``=== name.md`` begins the next. What is found is written as
``range CODE message``, with the file before it where there are several. Run with
``UPDATE_CASES=1`` and ``-n 0`` to write down what is found now; read the difference before you keep
it.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from rule_examples import Example, findings_in

FILES = sorted((Path(__file__).parent / "cases").glob("*.md"))
_NEXT_FILE = re.compile(r"^=== (?P<name>\S+\.md)$\n", re.MULTILINE)
_CASE = re.compile(
    r"^(?P<title>[^\n.][^\n]*)\n\.\n(?P<essay>.*?)^\.\n(?P<found>.*?)^\.$", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True)
class Case:
    title: str
    essay: str
    found: str


def cases_in(file: Path) -> list[Case]:
    text = file.read_text(encoding="utf-8")
    return [Case(m["title"], m["essay"], m["found"]) for m in _CASE.finditer(text)]


def files_of(essay: str) -> list[Example]:
    parts = _NEXT_FILE.split(essay)
    if len(parts) == 1:
        return [Example("essay.md", essay.encode())]
    assert not parts[0].strip()
    return [
        Example(name, text.encode()) for name, text in zip(parts[1::2], parts[2::2], strict=True)
    ]


def found_in(essay: str) -> str:
    files = files_of(essay)
    lines = []
    for finding in findings_in(files):
        path = f"{finding.path}:" if len(files) > 1 else ""
        lines.append(f"{path}{finding.range} {finding.code} {finding.message}\n")
    return "".join(lines)


ALL = [(file, case) for file in FILES for case in cases_in(file)]


@pytest.mark.parametrize(
    ("file", "case"), ALL, ids=[f"{file.stem}: {case.title}" for file, case in ALL]
)
def test_case(file: Path, case: Case) -> None:
    found = found_in(case.essay)
    if os.environ.get("UPDATE_CASES"):
        assert "PYTEST_XDIST_WORKER" not in os.environ, "two would write one file: add -n 0"
        text = file.read_text(encoding="utf-8")
        head = f"{case.title}\n.\n{case.essay}.\n"
        text = text.replace(f"{head}{case.found}.", f"{head}{found}.")
        file.write_text(text, encoding="utf-8", newline="\n")
    else:
        assert found == case.found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_case_is_lost_to_a_slip_in_the_dots(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines.count(".") == 3 * len(cases_in(file))
    titles = [case.title for case in cases_in(file)]
    assert len(titles) == len(set(titles))
