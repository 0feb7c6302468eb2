"""Maps of very many statements: drawn otherwise, which is said; and nothing is left of a stop."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from argmap.building import plan
from argmap.config import BuildConfig
from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rendering import big_maps, engine, render, side_by_side
from argmap.rendering.big_maps import (
    PARTED,
    STRAIGHT,
    are_straight,
    attributes,
    is_parted,
    said,
)
from argmap.rendering.engine import Children, EngineError, TooLongError
from argmap.rendering.shape import Shape
from argmap.rendering.side_by_side import lay_out_all
from tests.commands.run_argmap import argmap

FEW = 12
ESSAY = "[A]{#a .claim .thesis} " + " ".join(
    f"[x]{{#s{number} .evidence supports=a}}" for number in range(FEW)
)


def _graph(*sizes: int) -> ArgumentGraph:
    """Return a graph of trees with so many statements."""
    text = "\n\n".join(
        f"[A]{{#a{tree} .claim}} "
        + " ".join(f"[x]{{#s{tree}-{n} .evidence supports=a{tree}}}" for n in range(size - 1))
        for tree, size in enumerate(sizes)
    )
    return ArgumentGraph.build([read_essay(text, "x.md")])


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((10,), ""),
        ((6, 4), ""),
        ((6, 5), "11 statements: each of the 2 trees they form is laid out by itself; --spine"),
        ((21,), "21 statements: the lines between them are drawn straight, as the engine finds"),
        (
            (21, 5),
            "26 statements: each of the 2 trees they form is laid out by itself; in the largest, of 21",
        ),
    ],
)
def test_what_is_done_otherwise_is_said(monkeypatch, sizes, expected):
    monkeypatch.setattr(big_maps, "PARTED", 10)
    monkeypatch.setattr(big_maps, "STRAIGHT", 20)
    graph = _graph(*sizes)
    assert said(graph).startswith(expected)
    assert bool(said(graph)) == bool(expected)
    assert is_parted(graph) == ("by itself" in expected)
    assert are_straight(graph) == ("the lines" in expected and "by itself" not in expected)
    # On paper, and as DOT, it is one graph.
    assert "by itself" not in said(graph, parted=False)


def test_the_page_names_the_sizes():
    assert (dict(attributes(STRAIGHT)), dict(attributes(STRAIGHT + 1))) == ({}, {"splines": "line"})
    page = (Path(__file__).parents[2] / "docs" / "maps.md").read_text("utf-8")
    assert f"Above {STRAIGHT:,} statements" in page
    assert f"Above {PARTED:,} statements" in page


def test_the_page_shows_what_is_said(slow, monkeypatch):
    page = (Path(__file__).parents[2] / "docs" / "maps.md").read_text("utf-8")
    shown = re.findall(
        r"^argmap: (.*)$", page.partition("## Very many statements")[2], re.MULTILINE
    )
    monkeypatch.setattr(big_maps, "PARTED", 10)
    monkeypatch.setattr("argmap.views.spine.spine.__defaults__", (5,))
    expected = [said(_graph(6, 5)), *slow(lambda count, straight: count > 5)[2]]
    assert [re.sub(r"\d[\d,]*", "0", line) for line in shown] == [
        re.sub(r"\d[\d,]*", "0", line) for line in expected
    ]


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


# --- what takes too long ---------------------------------------------------------------------------


@pytest.fixture
def slow(tmp_path, monkeypatch, capsys):
    """Return how to draw a map where layouts are given up, as long as ``too_long`` says so."""

    def draw(too_long, *options):
        def layout(view, wish):
            if too_long(len(view.graph.statements), wish.shape.straight):
                raise TooLongError(wish.timeout)
            lines = "straight" if wish.shape.straight else "curved"
            return f"{len(view.graph.statements)} {lines}".encode()

        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr("argmap.cli.map_drawing.draw_map", layout)
        Path("x.md").write_text(ESSAY + "\n", "utf-8")
        Path("x.svg").unlink(missing_ok=True)
        ran = argmap(capsys, "map", "x.md", "-o", "x.svg", "--timeout", "7", *options)
        drawn = Path("x.svg").read_text("utf-8") if Path("x.svg").exists() else ""
        return ran.status, drawn, ran.err.replace("argmap: ", "").splitlines()

    monkeypatch.setattr("argmap.views.spine.SIZE", 5)
    return draw


GIVEN_UP = "the layout took longer than 7 s"
MORE = "; --timeout allows more"
STRAIGHTENED = f"{GIVEN_UP}: its lines are drawn straight instead{MORE}"
NOTHING = (
    "the layout engine took longer than 7 s to lay the map out; draw fewer essays at once, or "
    "allow more time"
)


def test_what_takes_too_long_is_drawn_with_straight_lines(slow):
    assert slow(lambda count, straight: False) == (0, "13 curved", [])
    assert slow(lambda count, straight: not straight) == (0, "13 straight", [STRAIGHTENED])


def test_and_then_its_spine(slow, monkeypatch):
    monkeypatch.setattr("argmap.views.spine.spine.__defaults__", (5,))
    spine = f"{GIVEN_UP}: the spine of it is drawn instead, 5 of 13 statements{MORE}"
    assert slow(lambda count, straight: count > 5) == (0, "5 curved", [STRAIGHTENED, spine])
    # Of lines that are straight for the size of the map there is nothing to be gained.
    monkeypatch.setattr(big_maps, "STRAIGHT", FEW)
    status, drawn, lines = slow(lambda count, straight: count > 5)
    assert (status, drawn, lines[1:]) == (0, "5 curved", [spine])


def test_nothing_less_is_left_or_wanted(slow):
    status, drawn, lines = slow(lambda count, straight: True)
    assert (status, drawn, lines) == (2, "", [STRAIGHTENED, NOTHING])
    status, drawn, lines = slow(lambda count, straight: not straight, "--no-fallback")
    assert (status, drawn, lines) == (2, "", [NOTHING])
    # Of a view that was asked for, there is no spine.
    assert slow(lambda *_: True, "--around", "a")[2] == [STRAIGHTENED, NOTHING]


def test_a_page_of_a_spine_is_one_of_its_statements(slow, monkeypatch):
    monkeypatch.setattr("argmap.views.spine.spine.__defaults__", (5,))
    shown = []

    def page(view, project, findings, draw, **_):
        shown.append(len(view.graph.statements))
        return draw()

    monkeypatch.setattr("argmap.cli.paging.map_page", page)
    assert slow(lambda count, straight: count > 5, "-f", "html")[:2] == (0, "5 curved")
    assert shown == [13, 13, 5]


def test_a_build_never_falls_back(monkeypatch):
    """What it makes must be the same on every machine."""

    def layout(*_, timeout, **__):
        raise TooLongError(timeout)

    monkeypatch.setattr("argmap.rendering.engine.layout", layout)
    artefact = next(a for a in plan(_graph(3), BuildConfig()) if a.path.suffix == ".svg")
    with pytest.raises(TooLongError, match="took longer than 120 s"):
        artefact.make()


def test_straight_lines_are_asked_of_the_engine():
    assert b"splines=line" in render(_graph(3), "dot", shape=Shape(straight=True))


# --- several engines at a time, and their end --------------------------------------------------------

ENGINE = """#!{python}
import os, pathlib, sys, time
given = sys.stdin.read()
pathlib.Path({folder!r}, "pid-" + str(os.getpid())).write_text(given)
if "fail" in given: sys.exit("it failed")
if "slow" in given: time.sleep(60)
print('<svg width="1pt" height="1pt" viewBox="0 0 1 1">' + given.strip() + "</svg>")
"""


@pytest.fixture
def engines(tmp_path, monkeypatch):
    """Stand in for the engine; return the folder in which each that runs leaves its number."""
    if os.name == "nt":
        pytest.skip("a script is no program on Windows")
    program = tmp_path / "engine"
    program.write_text(ENGINE.format(python=sys.executable, folder=str(tmp_path)), "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(engine, "_bundled", lambda: str(program))
    monkeypatch.setattr(side_by_side, "_BATCH", 1)
    return tmp_path


def running(folder: Path) -> list[int]:
    """Return the engines that have begun and not ended."""
    found = []
    for path in folder.glob("pid-*"):
        number = int(path.name.removeprefix("pid-"))
        with suppress(ProcessLookupError):
            os.kill(number, 0)
            found.append(number)
    return found


def lay_out(*dots: str, timeout: float = 30.0) -> list[bytes]:
    made = lay_out_all(dots, [1] * len(dots), engine="bundled", timeout=timeout, jobs=2)
    return [picture.body for picture in made]


def test_pictures_come_in_the_order_of_their_graphs(engines):
    assert lay_out("c", "a", "b") == [b"c", b"a", b"b"]
    assert lay_out() == []


def test_where_one_fails_the_others_end(engines):
    with pytest.raises(EngineError, match="it failed"):
        lay_out("slow", "fail", "slow")
    assert running(engines) == []


def test_an_engine_that_begins_after_the_end_is_ended(engines):
    children = Children()
    children.end()
    with pytest.raises(EngineError, match="signal 9"):
        engine.layout("slow", children=children)
    assert running(engines) == []


def test_the_time_is_for_all_of_them(engines):
    with pytest.raises(TooLongError, match=r"took longer than 0\.5 s"):
        lay_out("a", "slow", "slow", "b", timeout=0.5)
    assert running(engines) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
@pytest.mark.parametrize(
    ("stop", "status", "told"),
    [(signal.SIGINT, 130, ["argmap: interrupted"]), (signal.SIGTERM, 143, [])],
    ids=["ctrl-c", "sigterm"],
)
def test_a_map_that_is_stopped_leaves_no_file_and_no_process(tmp_path, stop, status, told):
    """Two engines at work, for two trees."""
    folder = tmp_path / "pids"
    folder.mkdir()
    program = tmp_path / "engine"
    program.write_text(ENGINE.format(python=sys.executable, folder=str(folder)), "utf-8")
    program.chmod(0o755)
    (tmp_path / "x.md").write_text(
        "[slow A]{#a .claim}, [B]{#b .evidence supports=a}.\n\n"
        "[slow C]{#c .claim}, [D]{#d .evidence supports=c}.\n",
        "utf-8",
    )
    before = {path.name for path in tmp_path.iterdir()}
    code = f"""
import signal; signal.signal(signal.SIGINT, signal.default_int_handler)
from argmap.rendering import big_maps, engine, side_by_side
big_maps.PARTED, side_by_side._BATCH = 3, 1
side_by_side.cores = lambda: 2
engine._bundled = lambda: {str(program)!r}
from argmap.cli import main; main()
"""
    child = subprocess.Popen(
        [sys.executable, "-c", code, "map", "x.md", "-o", "x.svg"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    with child:
        until = time.monotonic() + 30
        while len(running(folder)) < 2 and child.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        child.send_signal(stop)
        complaints = child.communicate(timeout=30)[1]
    assert "Traceback" not in complaints
    assert [line for line in complaints.splitlines()[1:] if line] == told
    assert child.returncode == status
    assert len(list(folder.iterdir())) == 2
    assert running(folder) == []
    assert {path.name for path in tmp_path.iterdir()} == before
