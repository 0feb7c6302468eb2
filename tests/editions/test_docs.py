"""docs/editions.md against what it describes."""

from __future__ import annotations

import re
from pathlib import Path

import click

from argmap.cli.editions_command import command
from argmap.compare.editions import Rank, compare_editions
from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from tests.commands.run_argmap import argmap

PAGE = (Path(__file__).parents[2] / "docs" / "editions.md").read_text("utf-8")
FILES = dict(re.findall(r"^```markdown (\S+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE))


def test_the_example_prints_what_the_page_shows(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name, content in FILES.items():
        Path(name).write_text(content, "utf-8")
    (asked,) = re.findall(r"^`argmap editions (.*)` says:$", PAGE, re.MULTILINE)
    (shown,) = re.findall(r"^```text\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    with click.Context(command) as context:
        command.parse_args(context, asked.split())
        assert command.invoke(context) == 0
    assert capsys.readouterr().out == shown


def test_every_command_draws(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name, content in FILES.items():
        Path(name).write_text(content, "utf-8")
    (block,) = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    for line in block.splitlines():
        ran = argmap(capsys, *line.split()[1:])
        assert (ran.status, ran.out) == (0, "")
    assert Path("poster-A1.svg").is_file()
    assert "STANDS</text>" in Path("standing.svg").read_text("utf-8")


def test_every_rank_is_described_in_its_order():
    described = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert described == [rank.name.lower() for rank in Rank]


def test_the_python_runs(capsys):
    graph = ArgumentGraph.build(read_essay(text, name) for name, text in FILES.items())
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    exec(code, {"graph": graph})  # the page of this project
    assert capsys.readouterr().out.split()[:2] == ["ko", "cheaper"]
    assert compare_editions(graph, "tea").base.lang == "en"
