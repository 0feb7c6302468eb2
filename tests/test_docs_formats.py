"""docs/formats.md: every format is there, and every command on the page is one."""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path

import click
import pytest

from argmap.cli.group import argmap
from argmap.report import Format
from argmap.report.outputs import parse_output

PAGE = (Path(__file__).parents[1] / "docs" / "formats.md").read_text("utf-8")
FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
COMMANDS = [
    match[1].strip().split(" | ")[0]
    for language, body in FENCES
    if language in ("sh", "yaml")
    for match in re.finditer(r"(?:^|- run: |- )(argmap .+)$", body, re.MULTILINE)
]


def test_every_format_has_its_section_and_its_row() -> None:
    for format_ in Format:
        assert f"\n## {format_}\n" in PAGE
        assert f"\n| `{format_}` | " in PAGE


def test_commands_were_found() -> None:
    assert len(COMMANDS) >= 12


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_is_understood(line: str) -> None:
    _, name, *arguments = shlex.split(line)
    group = click.Context(argmap)
    command = argmap.get_command(group, name)
    assert command is not None
    command.make_context(name, list(arguments), parent=group)
    for before, after in pairwise(arguments):
        if before == "--output":
            parse_output(after)
