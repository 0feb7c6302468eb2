"""``argmap serve``: what is saved is drawn, and what cannot be drawn is told."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path

import pytest

from argmap.cli import run
from argmap.cli.checking import Checking
from argmap.cli.served_views import Reading
from argmap.cli.serving import _Drawer
from argmap.cli.waiting import unless_done
from argmap.cli.watching import watcher
from argmap.config import RuleChoice
from argmap.errors import ArgmapError
from argmap.serving import Board
from tests.page.making import write

ESSAY = (
    "[Tea is bad]{#bad .claim .thesis}, for [it is cold]{#cold .premise supports=bad .assumed}.\n"
)


@pytest.fixture
def essay(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "tea.md"
    file.write_text(ESSAY, encoding="utf-8")
    return file


def test_each_save_is_a_page_and_the_same_text_the_same_one(essay):
    board = Board()
    drawer = _Drawer(Reading(("tea.md",)), None, board)
    drawer.draw(drawer.begin(), first=True)
    first = board.state
    assert b"it is cold" in first.page
    drawer.draw(drawer.begin())
    assert board.state.version == first.version
    essay.write_text(ESSAY.replace("cold", "hot"), encoding="utf-8")
    drawer.draw(drawer.begin())
    assert board.state.version != first.version
    assert f'data-version="{board.state.version}"'.encode() in board.state.page
    assert b"it is hot" in board.state.page


def test_a_broken_mark_is_told_and_the_last_good_picture_stays(essay):
    board = Board()
    drawer = _Drawer(Reading(("tea.md",)), None, board)
    drawer.draw(drawer.begin(), first=True)
    good = board.state
    essay.write_text(ESSAY.replace("supports=bad", "supports=bad,cold"), encoding="utf-8")
    drawer.draw(drawer.begin())
    assert (board.state.event, board.state.page) == ("fault", good.page)
    assert board.state.lines[0].startswith("tea.md:1:")
    assert "AM0" in board.state.lines[0]
    essay.write_text(ESSAY, encoding="utf-8")
    drawer.draw(drawer.begin())
    assert (board.state.event, board.state.version) == ("page", good.version)


def test_other_findings_keep_nothing_from_being_drawn(essay):
    board = Board()
    essay.write_text(ESSAY.replace("supports=bad", "supports=nothing"), encoding="utf-8")
    drawer = _Drawer(Reading(("tea.md",)), None, board)
    drawer.draw(drawer.begin())
    assert board.state.event == "page"
    assert b"AM1" in board.state.page


@pytest.fixture
def works(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path)


@pytest.mark.parametrize(
    ("reading", "file", "said", "instead"),
    [
        (Reading(("tea@en", "coffee"), "contrast"), "debate.md", "worth the money", "worth a go"),
        (Reading(("essays/tea",), "editions"), "tea/ko.md", "정오면", "저녁이면"),
        (Reading(("essays/tea",), "editions", "ko"), "tea/en.md", "It loses money", "It pays"),
    ],
)
def test_contrasts_and_editions_are_drawn_anew_too(works, reading, file, said, instead):
    board = Board()
    drawer = _Drawer(reading, None, board)
    drawer.draw(drawer.begin(), first=True)
    first = board.state
    assert b'id="between"' in first.page
    assert said.encode() in first.page
    path = Path("essays", file)
    path.write_text(path.read_text("utf-8").replace(said, instead), encoding="utf-8")
    drawer.draw(drawer.begin())
    assert board.state.version != first.version
    assert instead.encode() in board.state.page
    again = Board()
    drawer = _Drawer(reading, None, again)
    drawer.draw(drawer.begin(), first=True)
    assert again.state.version == board.state.version


def test_another_view_of_the_same_essays_is_another_version(works):
    versions = set()
    readings = [
        Reading(("essays/tea",)),
        Reading(("essays/tea",), weigh=True),
        Reading(("essays/tea",), "editions"),
        Reading(("essays/tea",), "editions", "ko"),
        Reading(("essays/tea",), "editions", weigh=True),
        Reading(("tea@en", "coffee"), "contrast", weigh=True),
    ]
    for reading in readings:
        board = Board()
        drawer = _Drawer(reading, None, board)
        drawer.draw(drawer.begin(), first=True)
        versions.add(board.state.version)
        assert (b'"standing":{' in board.state.page) == reading.weigh
    assert len(versions) == len(readings)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["essays/tea", "--view", "contrast"], "name both"),
        (["tea@en", "milk", "--view", "contrast"], "no work 'milk'"),
        (["essays/coffee", "--view", "editions"], "in two languages"),
        (["essays/tea", "--base", "ko"], "--base is for --view editions"),
    ],
)
def test_what_cannot_be_served_is_one_clear_line(works, capsys, command, words):
    assert run(["serve", *command, "--port", "0"]) == 2
    assert words in capsys.readouterr().err


def test_an_essay_without_statements_or_gone_is_an_error_that_can_be_told(essay):
    drawer = _Drawer(Reading(("tea.md",)), None, Board())
    essay.write_text("Nothing.\n", encoding="utf-8")
    with pytest.raises(ArgmapError, match="no statement in tea"):
        drawer.draw(drawer.begin())
    essay.unlink()
    with pytest.raises(ArgmapError):
        drawer.draw(drawer.begin())


def test_only_what_takes_long_is_told_to_be_busy():
    board = Board()
    with unless_done(60, board.busy):
        pass
    assert board.state.number == 0
    with unless_done(0, board.busy):
        assert board.wait(0, 10).event == "busy"


def test_standard_input_cannot_be_served(essay, capsys):
    assert run(["serve", "-"]) == 2
    assert "Standard input cannot be watched" in capsys.readouterr().err


def test_a_save_reaches_the_browser_and_ctrl_c_ends_it(essay):
    command = [sys.executable, "-m", "argmap", "serve", "tea.md", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            line = process.stderr.readline()
            assert line.startswith("argmap: serving http://127.0.0.1:"), line
            port = int(line.split(":")[3].split("/")[0])
            connection = HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("GET", "/events")
            stream = connection.getresponse()
            assert stream.readline() == b"event: page\n"
            first = stream.readline()
            stream.readline()
            essay.write_text(ESSAY.replace("cold", "hot"), encoding="utf-8")
            lines = islice(iter(stream.readline, b""), 40)  # an event has four, a heartbeat two
            again = next(each for each in lines if b"version" in each)
            assert again != first
            connection.close()
        finally:
            process.send_signal(signal.SIGINT)
            rest = process.stderr.read()
            process.wait(10)
    assert process.returncode == 0
    assert "Traceback" not in rest


@pytest.mark.parametrize("told", [True, False])
def test_a_save_before_the_watch_listens_is_seen(essay, monkeypatch, told):
    monkeypatch.setattr("argmap.cli.watching._LOOK_AGAIN", 50)
    checking = Checking.begin(["tea.md"], "stdin.md", None, RuleChoice())
    saved = watcher()(checking)
    if told:
        threading.Timer(0.3, essay.write_text, [ESSAY + "\nMore.\n"]).start()
    else:
        essay.write_text(ESSAY + "\nMore.\n")
    assert next(saved) == ["tea.md"]


def test_a_mark_that_cannot_be_read_is_told_with_the_first_page_too(essay, capsys):
    board = Board()
    essay.write_text(ESSAY.replace("}", "", 1), encoding="utf-8")
    drawer = _Drawer(Reading(("tea.md",)), None, board)
    drawer.draw(drawer.begin(), first=True)
    assert board.state.page
    assert board.state.event == "fault"
    assert "AM0" in capsys.readouterr().err
