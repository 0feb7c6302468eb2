"""docs/contrast.md against what it describes."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from argmap.cli.contrast_command import command
from argmap.compare.contrast_parts import Open, Relation
from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from tests.commands.run_argmap import argmap

PAGE = (Path(__file__).parents[2] / "docs" / "contrast.md").read_text("utf-8")
FILES = dict(re.findall(r"^```markdown (\S+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE))


def test_the_example_prints_what_the_page_shows(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name, content in FILES.items():
        Path(name).write_text(content, "utf-8")
    (asked,) = re.findall(r"^`argmap contrast (.*)` says:$", PAGE, re.MULTILINE)
    (shown,) = re.findall(r"^```text\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    with click.Context(command) as context:
        command.parse_args(context, asked.split())
        assert command.invoke(context) == 0
    assert capsys.readouterr().out == shown


def test_every_command_makes_its_sheets(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name, content in FILES.items():
        Path(name).write_text(content, "utf-8")
    (block,) = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    for line in block.splitlines():
        *arguments, output = line.split()[1:]
        if output.endswith(".pdf"):
            pytest.importorskip("typst", reason="argmap[pdf] is not installed")
        ran = argmap(capsys, *arguments, output)
        assert (ran.status, ran.out) == (0, "")
        assert "-point type\n" in ran.err
    assert {path.name for path in tmp_path.glob("*.*")} - FILES.keys() == {
        "wall.pdf", "poster.pdf", "wall-1.svg", "wall-2.svg"
    }  # fmt: skip
    assert "▲ STANDS</text>" in Path("wall-1.svg").read_text("utf-8")


def test_every_class_and_mark_is_described_in_its_order():
    described = re.findall(r"^\| `([\w ]+)` \|", PAGE, re.MULTILINE)
    assert described == [*map(str, Relation), *map(str, Open)]


def test_the_python_runs(capsys):
    graph = ArgumentGraph.build(read_essay(text, name) for name, text in FILES.items())
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    exec(code, {"graph": graph})  # the page of this project
    assert capsys.readouterr().out.startswith("same ['tea@en:loss'] ['milk@en:down']\n")
