"""A question that is too hard is given up, by time or Ctrl-C, and nothing goes on behind it."""

from __future__ import annotations

import random
import signal
import threading
import time

import pytest

from argmap.errors import ArgmapError
from argmap.formats.frameworks.iccma import FrameworkFormat, write_framework
from argmap.formats.frameworks.iccma_answers import answer_text
from argmap.weigh.frameworks import Framework, TimeOver, parse_task, solve
from argmap.weigh.frameworks.stopping import Stop, within

SE_PR = parse_task("SE-PR")


@pytest.fixture
def hard() -> Framework:
    """Random attacks, so many that a solver is busy for minutes, and so few that it has to think."""
    pytest.importorskip("pysat", reason="python-sat, the extra argmap[sat], is not installed")
    chance = random.Random(6)
    count = 400
    pairs = [(a, b) for a in range(count) for b in range(count) if chance.random() < 0.06]
    return Framework(tuple(f"a{number}" for number in range(count)), tuple(pairs))


def test_time_is_over(hard):
    before = threading.active_count()
    text = write_framework(hard, FrameworkFormat.APX).encode()
    with pytest.raises(ArgmapError) as over:
        answer_text(text, "F", "SE-PR", timeout=0.3)
    assert isinstance(over.value, TimeOver)
    assert str(over.value) == (
        "no answer after 0.3 seconds: give it longer with --timeout, or ask an easier task, as "
        "DC-PR or SE-GR"
    )
    assert threading.active_count() == before


def test_it_can_be_asked_from_any_thread(hard):
    caught: list[BaseException] = []

    def ask():
        try:
            solve(hard, SE_PR, timeout=0.1)
        except TimeOver as over:
            caught.append(over)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert len(caught) == 1


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers that signal here")
def test_ctrl_c_stops_the_solver(hard):
    def interrupt(number, frame):
        raise KeyboardInterrupt

    before = threading.active_count()
    old = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        with pytest.raises(KeyboardInterrupt):
            solve(hard, SE_PR)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)
    assert threading.active_count() == before


def test_what_is_attached_is_interrupted_once():
    class Solver:
        interrupted = 0

        def interrupt(self) -> None:
            self.interrupted += 1

    solver = Solver()
    seen: list[str] = []

    def work(stop: Stop) -> None:
        stop.attach(solver)
        while not solver.interrupted:
            time.sleep(0.001)
        stop.attach(None)
        seen.append("stopped")
        stop.check()
        seen.append("went on")

    with pytest.raises(TimeOver):
        within(0.01, work)
    assert solver.interrupted == 1
    assert seen == ["stopped"]


def test_what_the_work_raises_comes_out():
    def work(stop: Stop) -> None:
        raise ArgmapError("as it is")

    with pytest.raises(ArgmapError, match=r"^as it is$"):
        within(None, work)


def test_an_answer_in_time_is_the_answer():
    assert within(60, lambda stop: 6) == 6
    assert within(None, lambda stop: None) is None
