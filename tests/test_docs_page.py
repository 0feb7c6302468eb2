"""docs/page.md: its commands write pages, and its keys are those of the page."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from argmap.cli import run
from argmap.cli.serve_command import PORT
from argmap.rendering.page.bar import help_dialog
from argmap.rendering.page.document import _script, _style
from argmap.rendering.page.words import page_words
from tests.page.making import write

PAGE = (Path(__file__).parents[1] / "docs" / "page.md").read_text("utf-8")
COMMANDS = "".join(re.findall(r"^```sh\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)).splitlines()


def test_its_commands_write_pages(tmp_path, monkeypatch, capsys):
    write(tmp_path)
    monkeypatch.chdir(tmp_path)
    for line in COMMANDS:
        command = shlex.split(line)[1:]
        if command[0] == "serve":
            assert run(["serve", "--help"]) == 0
            assert {word for word in command if word.startswith("--")} <= set(
                re.findall(r"--\w+", capsys.readouterr().out)
            )
        else:
            assert run(command) == 0, line
            assert Path(command[-1]).read_bytes().startswith(b"<!DOCTYPE html>")


def test_weighing_is_for_pages(tmp_path, monkeypatch, capsys):
    write(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run(["map", "essays/tea/en.md", "--weigh", "-o", "map.html"]) == 0
    assert '"standing":{"label":"' in Path("map.html").read_text("utf-8")
    assert run(["map", "essays/tea/en.md", "--weigh", "-o", "map.svg"]) == 2
    assert "--weigh is for a page" in capsys.readouterr().err


def test_its_keys_are_those_of_the_page():
    shown = re.findall(r"<kbd>(.*?)</kbd>", help_dialog(page_words("en")))
    told = re.findall(r"^\| ([^|]+) \|", PAGE, re.MULTILINE)
    for keys in shown:
        for key in keys.split(" "):
            assert any(key in row.split(" ") or key == "+" for row in told), key


def test_its_figures_are_true():
    assert f"port {PORT}" in PAGE
    (size,) = re.findall(r"the scripts and the style are (\d+)", PAGE)
    assert len((_script(live=True) + _style()).encode()) <= int(size) * 1000
