"""``argmap stats`` of data in other formats."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from argmap.rendering.plain_text import cells
from tests.commands.run_argmap import argmap
from tests.formats.nodesets import UNDERCUTS, nodeset

ESSAY = "[a]{#a .claim}, [b]{#b .premise supports=a}, [c]{.evidence supports=w:a source=x}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.json").write_text(json.dumps(UNDERCUTS))
    circle = nodeset("1:I:a 2:I:b 3:RA 4:CA", "1>3 3>2 2>4 4>1")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "two.json").write_text(json.dumps({"AIF": circle}))
    return tmp_path


def test_counts_by_format(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = argmap(capsys, "stats", ".")
    assert (ran.status, ran.err) == (0, "")
    assert (
        ran.out
        == """\
Files  all  not read  findings
aif      1         -         -
xaif     1         -         -
all      2         -         -

Statements  all  claims  premises  evidence  rebuttals  questions
aif           6       2         2         -          2          -
xaif          2       -         1         -          1          -
all           8       2         3         -          3          -

Links  all  supports  attacks  contradicts  restates  linked premises  circles
aif      5         2        2            -         1                1        1
xaif     2         1        1            -         -                -        1
all      7         3        3            -         1                1        2

Attacks that  rebut  undermine  undercut
aif               -          -         2
xaif              -          1         -
all               -          1         2
"""
    )


def test_as_data_and_in_markdown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(argmap(capsys, "stats", ".", "--format", "json").out)
    assert [(each["path"], each["format"]) for each in data["files"]] == [
        ("one.json", "aif"),
        ("sub/two.json", "xaif"),
    ]
    assert data["all"]["statements"] == 8
    assert data["formats"][0]["subtypes"] == {"rebut": 0, "undermine": 0, "undercut": 2}
    lines = argmap(capsys, "stats", ".", "--format", "md").out.splitlines()
    assert lines[:3] == [
        "| Files | all | not read | findings |",
        "| --- | ---: | ---: | ---: |",
        "| aif | 1 | - | - |",
    ]
    assert "| all | 7 | 3 | 3 | - | 1 | 1 | 2 |" in lines


def test_essays_beside_data_are_read_together(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "w.md").write_text(ESSAY)
    (folder / "v.md").write_text("[d]{.claim}, [e]{.rebuttal attacks=w:a}\n")
    data = json.loads(argmap(capsys, "stats", ".", "--format", "json").out)
    markdown = next(each for each in data["formats"] if each["format"] == "markdown")
    assert (markdown["format"], markdown["files"], markdown["statements"]) == ("markdown", 2, 5)
    assert markdown["links"]["attacks"] == 1


@pytest.mark.parametrize("other", ["package.json", "own.json"])
def test_essays_are_counted_as_before_beside_what_is_no_argument_of_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, other: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "w.md").write_text(ESSAY)
    own = {"argmap": 1, "essays": [], "links": []}
    (tmp_path / other).write_text(json.dumps(own if other == "own.json" else {"name": "x"}))
    ran = argmap(capsys, "stats", ".")
    assert ran.status == 0
    assert "Paragraphs" in ran.out
    assert "Files" not in ran.out
    table = argmap(capsys, "stats", ".", "--format", "md").out
    assert table.startswith("| Statements | all | claims |")


def test_what_cannot_be_read_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.json").write_text('{"nodes": [{"nodeID": "1"')
    (folder / "half.json").write_text(json.dumps(nodeset("1:I:a 2:RA", "1>2 1>7")))
    (folder / "else.json").write_text("[1, 2]")
    (folder / "README.md").write_text("No mark here.\n")
    (folder / "notes.txt").write_text("No argument here.\n")
    ran = argmap(capsys, "stats", ".")
    assert ran.status == 1
    lines = ran.err.splitlines()
    assert "bad.json:1:26: unreadable: it is not JSON" in lines[0]
    assert "half.json:1:1: unknown-id: edges[1]: there is no node '7'" in ran.err
    assert lines[-1] == "argmap: passed over 3 files without an argument, as README.md"
    assert ran.out.splitlines()[1].split() == ["aif", "3", "1", "3"]


def test_from_names_the_format(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = argmap(capsys, "stats", "one.json", "--from", "sadface")
    assert ran.status == 1
    assert ran.out.splitlines()[1].split() == ["sadface", "1", "-", "22"]
    assert "more findings are not shown" in ran.err
    ran = argmap(capsys, "stats", "one.json", "--from", "aiff")
    assert ran.status == 2
    assert "did you mean aif?" in ran.err


def test_files_side_by_side_count_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = argmap(capsys, "stats", ".", "--jobs", "1").out
    # Threads will do: starting processes is tested with the pool.
    pool = partial(ThreadPoolExecutor, 2)
    monkeypatch.setattr("argmap.checking.pool.processes", lambda _: pool)
    monkeypatch.setattr("argmap.formats.counting._MANY", 1)
    monkeypatch.setattr("argmap.formats.counting._MUCH", 1)
    assert argmap(capsys, "stats", ".", "--jobs", "2").out == alone


def test_nothing_of_a_file_reaches_the_terminal_raw(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "x.json").write_text(json.dumps(nodeset("1:I:a", "1>\x1b[31m")))
    ran = argmap(capsys, "stats", ".")
    assert "\x1b" not in ran.out + ran.err
    assert len({cells(line) for line in ran.out.split("\n\n")[0].splitlines()}) == 1


def test_a_path_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = argmap(capsys, "stats", "on.json")
    assert ran.status == 2
    assert "did you mean one.json?" in ran.err
