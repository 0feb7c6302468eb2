"""docs/frameworks.md: what it shows is what is printed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from argmap.cli import run
from argmap.formats.frameworks.iccma import read_framework

pytest.importorskip("pysat", reason="python-sat, the extra argmap[sat], is not installed")

PAGE = (Path(__file__).parents[2] / "docs" / "frameworks.md").read_text("utf-8")
FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
SHOWN = [
    (command, printed)
    for language, body in FENCES
    if language == "console"
    for command, printed in re.findall(r"^\$ argmap (.+)\n((?:[^$].*\n)+)", body, re.MULTILINE)
]


def test_there_are_examples():
    assert [language for language, _ in FENCES].count("python") == 1
    assert len(SHOWN) == 8


@pytest.mark.parametrize(("command", "printed"), SHOWN, ids=[command for command, _ in SHOWN])
def test_console(command, printed, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for suffix, body in FENCES:
        if suffix in ("apx", "af"):
            Path(f"weather.{suffix}").write_text(body, "utf-8")
    assert run(shlex.split(command)) == 0
    assert capsys.readouterr().out == printed


def test_tgf():
    (body,) = (body for language, body in FENCES if language == "tgf")
    framework, _ = read_framework(body.encode(), "F")
    assert (framework.arguments, len(framework.attacks)) == (("rain", "snow"), 2)


def test_python():
    (body,) = (body for language, body in FENCES if language == "python")
    exec(compile(body, "docs/frameworks.md", "exec"), {})
