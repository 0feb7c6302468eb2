"""What takes long is said: on a terminal, and after a moment."""

from __future__ import annotations

import signal
import sys
import time

import pytest

from argmap.cli import waiting as module
from argmap.cli.waiting import ended_by_sigterm, waiting


@pytest.mark.parametrize(
    ("terminal", "moment", "told"),
    [(True, 0.0, ["argmap: laying out …"]), (True, 60.0, []), (False, 0.0, [])],
)
def test_it_is_said_on_a_terminal_after_a_moment(capsys, monkeypatch, terminal, moment, told):
    monkeypatch.setattr(module, "MOMENT", moment)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    with waiting("laying out"):
        until = time.monotonic() + (10 if told else 0.05)
        said: list[str] = []
        while time.monotonic() < until and not said:
            said += capsys.readouterr().err.splitlines()
            time.sleep(0.01)
    assert said == told


def test_parts_are_counted_on_one_line_that_is_gone_in_the_end(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with waiting("laying out", "laying out {} of {} trees") as tell:
        assert tell is not None
        tell(1, 1200)
        assert capsys.readouterr().err == ""  # it has not yet taken a moment
    monkeypatch.setattr(module, "MOMENT", -1.0)
    with waiting("laying out", "laying out {} of {} trees") as tell:
        assert tell is not None
        for done in (999, 999, 1200):
            tell(done, 1200)
    said = capsys.readouterr().err.replace("argmap: laying out …\n", "")
    lines = [f"argmap: laying out {n} of 1,200 trees …" for n in ("999", "1,200")]
    assert said == f"{lines[0]}\r{lines[1]}\r{' ' * len(lines[1])}\r"


def test_nothing_is_counted_off_a_terminal(capsys):
    with waiting("laying out", "{} of {}") as tell:
        assert tell is None
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
def test_sigterm_ends_a_block_and_is_as_it_was_afterwards():
    with pytest.raises(SystemExit) as ended, ended_by_sigterm():
        signal.raise_signal(signal.SIGTERM)
    assert ended.value.code == 143
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    # Whoever has a way of their own, a server say, keeps it.
    held = []
    signal.signal(signal.SIGTERM, lambda *_: held.append(1))
    try:
        with ended_by_sigterm():
            signal.raise_signal(signal.SIGTERM)
        assert held == [1]
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
