"""Maps of very many statements: drawn otherwise, which is said; and nothing is left of a stop."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rendering import render
from argmap.rendering.big_maps import STRAIGHT, attributes, said
from tests.commands.run_argmap import argmap

FEW = 12
ESSAY = "[A]{#a .claim .thesis} " + " ".join(
    f"[x]{{#s{number} .evidence supports=a}}" for number in range(FEW)
)


def test_lines_are_straight_beyond_a_size_and_that_is_said():
    assert (dict(attributes(STRAIGHT)), said(STRAIGHT)) == ({}, "")
    assert attributes(STRAIGHT + 1) == {"splines": "line"}
    assert said(10_000).startswith("10,000 statements: the lines between them are drawn straight")
    assert "--spine" in said(10_000)
    page = (Path(__file__).parents[2] / "docs" / "maps.md").read_text("utf-8")
    assert f"Above {STRAIGHT:,} statements the lines are drawn straight" in page


def test_the_command_draws_it_so_and_says_it(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("argmap.rendering.big_maps.STRAIGHT", FEW)
    monkeypatch.setattr("argmap.rendering.dot._LARGE", FEW)
    monkeypatch.chdir(tmp_path)
    Path("x.md").write_text(ESSAY + "\n", "utf-8")
    ran = argmap(capsys, "map", "x.md", "-o", "x.dot")
    assert (ran.status, ran.err.count("drawn straight")) == (0, 1)
    assert "splines=line" in Path("x.dot").read_text("utf-8")
    assert argmap(capsys, "map", "x.md", "--spine", "--size", "5", "-o", "x.dot").err == ""
    graph = ArgumentGraph.build([read_essay("[A]{#a .claim}\n", "x.md")])
    assert b"splines" not in render(graph, "dot")


SLOW = """#!{python}
import os, pathlib, sys, time
if b">ok<" in sys.stdin.buffer.read():
    print("<svg>>ok<</svg>")
else:
    pathlib.Path({sign!r}).write_text(str(os.getpid()))
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_a_map_that_is_stopped_leaves_no_file_and_no_process(tmp_path):
    sign, slow = tmp_path / "sign", tmp_path / "dot"
    slow.write_text(SLOW.format(python=sys.executable, sign=str(sign)), "utf-8")
    slow.chmod(0o755)
    (tmp_path / "x.md").write_text(ESSAY + "\n", "utf-8")
    before = {"dot", "sign", "x.md"}
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from argmap.cli import main; main()"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", code, "map", "x.md", "-o", "x.svg"],
        cwd=tmp_path,
        env={**os.environ, "ARGMAP_DOT": str(slow)},
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with running:
        until = time.monotonic() + 30
        while not (sign.exists() and sign.read_text()) and time.monotonic() < until:
            time.sleep(0.02)
        child = int(sign.read_text())
        running.send_signal(signal.SIGINT)
        complaints = running.communicate(timeout=30)[1]
    assert b"Traceback" not in complaints
    assert running.returncode not in (0, None)
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    assert {path.name for path in tmp_path.iterdir()} == before
