"""docs/formats-aif.md: its commands run, and print what the page shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from argmap.cli.group import argmap as group
from argmap.essay import read_essay
from tests.commands.run_argmap import argmap

PAGE = (Path(__file__).parents[2] / "docs" / "formats-aif.md").read_text("utf-8")
FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
ESSAY = next(body for language, body in FENCES if language == "markdown")
STEPS = [
    (command, shown)
    for language, body in FENCES
    if language == "console"
    for command, shown in re.findall(r"^\$ argmap (.*)\n((?:(?!\$ ).*\n)*)", body, re.MULTILINE)
]
SHELL = [
    line.removeprefix("argmap ")
    for language, body in FENCES
    if language == "sh"
    for line in body.splitlines()
]


def test_the_commands_print_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rent.md").write_text(ESSAY, "utf-8")
    assert len(STEPS) == 6
    for command, shown in STEPS:
        ran = argmap(capsys, *shlex.split(command))
        assert ran.status == 0
        assert _counted_out(ran.err + ran.out) == _counted_out(shown), command
    assert argmap(capsys, *shlex.split(SHELL[0])).status == 0
    before, after = (read_essay((tmp_path / name).read_text("utf-8"), name).statements
                     for name in ("rent.md", "again.md"))  # fmt: skip
    assert [(s.key, s.kind, s.text, s.by) for s in before] == [
        (s.key, s.kind, s.text, s.by) for s in after
    ]


def _counted_out(text: str) -> str:
    """Leave out how much of what is kept for a format Markdown does not carry."""
    return re.sub(r"(fields kept for other formats).*", r"\1", text)


@pytest.mark.parametrize("line", SHELL)
def test_every_other_command_is_understood(line: str) -> None:
    name, *arguments = shlex.split(line)
    context = click.Context(group)
    command = group.get_command(context, name)
    assert command is not None
    command.make_context(name, list(arguments), parent=context)
