"""Abstract frameworks among the formats."""

from __future__ import annotations

import pytest

import argmap
from argmap.essay import read_essay
from argmap.formats.interface import Source
from argmap.formats.registry import find_format, read_source
from argmap.graph import ArgumentGraph

FRAMEWORKS = {
    "apx": "arg(a).\narg(b).\narg(c).\natt(a,b).\natt(b,c).\n",
    "tgf": "a\nb\nc\n#\na b\nb c\n",
    "p-af": "p af 3\n1 2\n2 3\n",
}


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_what_is_read_is_written_again(name):
    found, reading = read_source(Source("x", FRAMEWORKS[name].encode()))
    assert found is not None
    assert found.name == name
    graph = reading.graph("en")
    assert len(graph.statements) == 3
    assert len(graph.links) == 2
    (output,) = found.write(graph).files
    again = read_source(Source("x", output.data))[1].graph("en")
    assert [s.text for s in again.statements.values()] == [
        s.text for s in graph.statements.values()
    ] or name == "p-af"
    assert len(again.links) == 2


def test_what_is_no_attack_is_counted():
    text = "[A]{#a .claim}. [B]{#b .premise supports=a}. [C]{#c .rebuttal attacks=a}.\n"
    written = find_format("apx", reading=False).write(
        ArgumentGraph.build([read_essay(text, "x.md")])
    )
    assert written.files[0].data == b"arg(a).\narg(b).\narg(c).\natt(c,a).\n"
    assert "links that are no attacks (supports)" in {loss.kind for loss in written.losses}


def test_a_fault_is_one_line(tmp_path):
    (tmp_path / "x.apx").write_text("arg(a).\natt(a,b).\n")
    with pytest.raises(argmap.ArgmapError, match=r"x\.apx:2:1: 'b' is no argument"):
        argmap.load(tmp_path / "x.apx")
