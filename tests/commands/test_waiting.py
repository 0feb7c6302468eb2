"""What takes long is said: on a terminal, and after a moment."""

from __future__ import annotations

import sys
import time

import pytest

from argmap.cli import waiting as module
from argmap.cli.waiting import waiting


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
