"""docs/editors.md: what editors are told, against what argmap writes."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable

import pytest

from argmap.cli import run as argmap
from tests.integration.sample import ROOT, argmap_on_path, run, write

PAGE = (ROOT / "docs" / "editors.md").read_text("utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)

ESSAYS = {
    "argmap.toml": 'essays = ["my essays"]\n',
    "my essays/a.md": "[Tea cools]{#tea .claim .thesis}, for [a cup]{#cup .premise supports=tee}.\n",
    "my essays/b.md": "[뜨거운: 감자 (warning)]{#감자 .claim .assumed}.\n",
}
LINE = re.compile(
    r"(?P<path>.*?):(?P<line>\d+):(?P<column>\d+): (?P<code>AM\d+) "
    r"(?P<name>[a-z-]+)(?: \((?P<severity>\w+)\))?: (?P<message>.*)"
)
"""What the page says of the lines, in its own words."""


def block(language: str) -> str:
    return next(text for name, text in BLOCKS if name == language)


@pytest.fixture
def lines(tmp_path, monkeypatch, capsys) -> list[str]:
    write(tmp_path, ESSAYS)
    monkeypatch.chdir(tmp_path)
    assert argmap(["check", "--format", "concise"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said.pop().startswith("Found ")
    return said


def expected(lines: Iterable[str]) -> list[tuple[str, int, int, str]]:
    found = [LINE.fullmatch(line) for line in lines]
    assert all(found)
    return [
        (m["path"], int(m["line"]), int(m["column"]), m["severity"] or "error") for m in found if m
    ]


def test_the_sample_has_errors_and_warnings(lines):
    assert {severity for *_, severity in expected(lines)} == {"error", "warning"}


def test_the_lines_on_the_page():
    for line in block("text").splitlines():
        assert LINE.fullmatch(line), line


def test_the_problem_matcher_of_visual_studio_code(lines):
    task = json.loads(block("json"))["tasks"][0]
    pattern = task["problemMatcher"]["pattern"]
    found = [re.search(pattern["regexp"], line) for line in lines]
    assert all(found)
    assert [
        (
            m[pattern["file"]],
            int(m[pattern["line"]]),
            int(m[pattern["column"]]),
            m[pattern["severity"]] or task["problemMatcher"]["severity"],
        )
        for m in found
        if m
    ] == expected(lines)
    assert not re.search(pattern["regexp"], "Found 2 findings (1 error, 1 warning).")
    assert [task["command"], *task["args"]] == ["argmap", "check", "--format", "concise"]


def emacs_pattern(text: str) -> re.Pattern[str]:
    """Turn a string of Emacs Lisp that holds a pattern into one of Python's."""
    written = text.replace("\\\\", "\\")
    parts = {r"\(?:": "(?:", r"\(": "(", r"\)": ")", r"\|": "|", "(": r"\(", ")": r"\)"}
    return re.compile(re.sub(r"\\\(\?:|\\[()|]|[()]", lambda match: parts[match[0]], written))


def test_the_pattern_of_emacs(lines):
    quoted = re.search(r"argmap \"(.*)\"\n\s*1 2 3 \(4 \. 5\)", block("elisp"))
    assert quoted
    pattern = emacs_pattern(quoted[1])
    found = [pattern.match(line) for line in lines]
    assert all(found)
    assert [
        (m[1], int(m[2]), int(m[3]), "warning" if m[4] else "info" if m[5] else "error")
        for m in found
        if m
    ] == expected(lines)


def has_vim() -> bool:
    if shutil.which("vim") is None:
        return False
    said = subprocess.run(["vim", "--version"], capture_output=True, text=True, check=False).stdout
    return "+eval" in said and "+quickfix" in said


@pytest.mark.skipif(not has_vim(), reason="there is no Vim with quickfix")
def test_the_compiler_of_vim(lines, tmp_path):
    write(tmp_path, {"vim/compiler/argmap.vim": block("vim")})
    (tmp_path / "found.txt").write_text("\n".join([*lines, "Found some."]) + "\n", "utf-8")
    commands = [
        "set encoding=utf-8 nocompatible",
        f"set runtimepath^={(tmp_path / 'vim').as_posix()}",
        "compiler argmap",
        "cgetfile found.txt",
        "let found = map(getqflist(), 'extend(v:val, {\"path\": bufname(v:val.bufnr)})')",
        "call writefile([json_encode(found), &makeprg], 'read.txt')",
        "quitall!",
    ]
    asked = [part for command in commands for part in ("-c", command)]
    ran = run(["vim", "-es", "-u", "NONE", "-i", "NONE", *asked], tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    read, program = (tmp_path / "read.txt").read_text("utf-8").splitlines()
    types = {"w": "warning", "i": "info", "": "error"}
    assert [
        (e["path"], e["lnum"], e["col"], types[e["type"].lower()]) for e in json.loads(read)
    ] == expected(lines)
    assert program == "argmap check --format concise"


def test_the_command_lines(tmp_path):
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not there")
    write(tmp_path, {**ESSAYS, "essays/tea.md": ESSAYS["my essays/a.md"]})
    env = {"PATH": argmap_on_path(tmp_path / "bin")}
    for command in (text.strip() for language, text in BLOCKS if language == "sh"):
        # What argmap would hand to reviewdog is JSON; the rest is for reviewdog to read.
        ran = run([bash, "-c", command.split(" | ")[0]], tmp_path, env)
        assert ran.returncode == 1, ran.stderr
        if "rdjson" in command:
            assert json.loads(ran.stdout)["diagnostics"]
        else:
            assert ran.stdout.startswith("essays/tea.md:1:")
