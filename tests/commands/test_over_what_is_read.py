"""No result is written over what it was made of, nor over a file that nobody named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.commands.run_argmap import argmap

TEA = """\
---
id: tea
---
[Tea is good]{#t .claim .thesis on=q}, [it warms]{#w .evidence supports=t source=x on=q}.
[Why?]{#q .question}
"""


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("tea.md").write_text(TEA, "utf-8")
    Path("milk.md").write_text(TEA.replace("id: tea", "id: milk").replace("#q", "#q2"), "utf-8")
    Path("ko.md").write_text(TEA.replace("id: tea", "id: tea\nlang: ko"), "utf-8")


@pytest.mark.parametrize(
    "command",
    [
        "map tea.md -f svg -o tea.md",
        "map tea.md -f json -o tea.md",
        "weigh tea.md -o tea.md",
        "questions tea.md -o tea.md",
        "contrast milk.md tea.md -o tea.md",
        "editions ko.md tea.md -o tea.md",
        "check tea.md --output json:tea.md",
        "convert tea.md -o tea.md",
        "verify milk.md --against tea.md --output json:tea.md",
    ],
)
def test_an_essay_is_not_written_over(capsys, command):
    ran = argmap(capsys, *command.split())
    assert (ran.status, Path("tea.md").read_text("utf-8")) == (2, TEA)
    assert "tea.md" in ran.err.splitlines()[-1]


def test_a_report_among_the_essays_is_written_again(capsys):
    for _ in range(2):
        assert argmap(capsys, "questions", "-o", "questions.md").status == 0


@pytest.mark.parametrize("output", ["x.ann", "x.jsonld"])
def test_a_text_of_somebody_elses_stays(capsys, output):
    Path("x.txt").write_text("mine", "utf-8")
    ran = argmap(capsys, "convert", "tea.md", "-o", output)
    assert ran.status == 2
    assert f"x.txt is there already, and would be written along with {output}" in ran.err
    assert Path("x.txt").read_text("utf-8") == "mine"
    assert not Path(output).exists()
    Path("x.txt").unlink()
    for _ in range(2):
        assert argmap(capsys, "convert", "tea.md", "-o", output).status == 0


def test_of_two_files_none_is_written_where_one_cannot_be(capsys):
    Path("x.txt").mkdir()
    assert argmap(capsys, "convert", "tea.md", "-o", "x.ann").status == 2
    assert not Path("x.ann").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_several_sheets_are_not_for_a_stream(capsys):
    os.mkfifo("pipe.svg")
    ran = argmap(capsys, "map", "tea.md", "--pages", "question", "-o", "pipe.svg")
    assert ran.status == 2
    assert "--pages makes several files" in ran.err
