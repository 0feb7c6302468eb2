"""docs/weighing.md against what it describes."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from argmap.cli.weigh_command import command
from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.weigh.semantics import SEMANTICS
from argmap.weigh.standing import weigh
from argmap.weigh.strength import strengths
from tests.weigh.essays import ORACLE

PAGE = (Path(__file__).parents[2] / "docs" / "weighing.md").read_text("utf-8")
BLOCK = re.compile(r"^```(markdown ?\w*|text)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def examples():
    section = PAGE.partition("\n## Examples\n")[2].partition("\n## ")[0]
    for part in section.split("\n### ")[1:]:
        title, _, body = part.partition("\n")
        blocks = BLOCK.findall(body)
        essays = {kind[9:] or "w": text for kind, text in blocks if kind != "text"}
        (expected,) = [text for kind, text in blocks if kind == "text"]
        yield pytest.param(essays, expected, id=title)


@pytest.mark.parametrize(("essays", "expected"), list(examples()))
def test_an_example(essays, expected):
    graph = ArgumentGraph.build(read_essay(text, f"{name}.md") for name, text in essays.items())
    weighing = weigh(graph)
    for line in expected.splitlines():
        name, said = line.split(maxsplit=1)
        work, _, local = name.rpartition(":")
        assert weighing.reason(f"{work or 'w'}@en:{local}") == said


def test_the_table_of_semantics_and_the_oracle():
    assert re.findall(r"^\| `([\w-]+)` \| [^0]", PAGE, re.MULTILINE)[-4:] == list(SEMANTICS)
    graph = ArgumentGraph.build([read_essay(ORACLE, "w.md")])
    rows = re.findall(r"^\| `([\w-]+)` \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|", PAGE, re.MULTILINE)
    assert len(rows) == 3
    for name, *shown in rows:
        values = strengths(graph, name).values
        assert [f"{values[f'w@en:{key}']:.4f}" for key in ("P2", "A1", "A2")] == shown


def test_every_option_on_the_page_is_there():
    told = set(re.findall(r"--[a-z]+", PAGE))
    options = {name for p in command.params if isinstance(p, click.Option) for name in p.opts}
    assert told <= options
