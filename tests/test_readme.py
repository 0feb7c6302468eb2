"""What the README shows is true: its commands, its examples, its findings."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from argmap.cli.group import COMMANDS
from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rules.run import check
from tests.commands.run_argmap import argmap

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def blocks(language: str) -> list[str]:
    return [text for name, text in BLOCKS if name == language]


def test_ci_calls_the_test_command_of_the_readme():
    command = next(text.strip() for text in blocks("sh") if "pytest" in text)
    assert command in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_the_commands_are_those_of_the_help():
    listed = dict(line.split(None, 2)[1:] for line in blocks("text")[0].strip().splitlines())
    assert listed == COMMANDS


def test_the_first_example_passes():
    essay = read_essay(blocks("markdown")[0], "example.md")
    assert len(essay.statements) == 6
    assert check(ArgumentGraph.build([essay])) == []


def test_the_finding_is_what_check_prints(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "essay.md").write_text(blocks("markdown")[1], "utf-8")
    assert argmap(capsys, "check", "essay.md").out == blocks("text")[1]


def test_the_suppression_silences_it(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "essay.md").write_text(blocks("markdown")[2] + blocks("markdown")[1], "utf-8")
    assert argmap(capsys, "check", "essay.md").status == 0


@pytest.mark.filterwarnings("error")
def test_the_python_example_runs(tmp_path, monkeypatch, capsys):
    """With the essays here, but without their translations: a drawing of all takes longer."""
    for essay in (ROOT / "essays").rglob("*.md"):
        if essay.stem in ("en", "debate"):
            copy = tmp_path / essay.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(essay, copy)
    monkeypatch.chdir(tmp_path)
    exec(compile(blocks("python")[0], "README.md", "exec"), {})
    assert "[" in capsys.readouterr().out


def test_the_files_it_points_to_are_there():
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
