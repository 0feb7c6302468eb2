"""docs/maps.md against what it describes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argmap.cli.map_command import command
from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.views.spine import SIZE
from tests.commands.run_argmap import argmap

PAGE = (Path(__file__).parents[1] / "docs" / "maps.md").read_text("utf-8")
((NAME, ESSAY),) = re.findall(r"^```markdown (\S+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
COMMANDS = [
    line.split()[1:]
    for block in re.findall(r"^```sh\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    for line in block.splitlines()
]


def test_every_command_draws_and_says_what_is_shown(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("essays").mkdir()
    Path(NAME).write_text(ESSAY, "utf-8")
    assert argmap(capsys, "check", NAME).status == 0
    said = []
    for arguments in COMMANDS:
        if arguments[-1].endswith(".pdf"):
            pytest.importorskip("typst", reason="argmap[pdf] is not installed")
        ran = argmap(capsys, *arguments)
        assert (ran.status, ran.out) == (0, "")
        written = Path(arguments[-1])
        if "--pages" in arguments and written.suffix != ".pdf":
            first = "A1" if "tiles" in arguments else "1"
            written = written.with_stem(f"{written.stem}-{first}")
        assert written.stat().st_size > 1000
        said += ran.err.splitlines(keepends=True)
    (shown,) = re.findall(r"^```text\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert said[0] == shown


def test_the_python_prints_what_is_shown(capsys):
    graph = ArgumentGraph.build([read_essay(ESSAY, NAME)])
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    exec(code, {"graph": graph})  # the page of this project
    (shown,) = re.findall(r"^prints `(.*?)`", PAGE, re.MULTILINE)
    assert capsys.readouterr().out.strip() == shown


def test_every_option_named_is_there_and_has_help():
    named = set(re.findall(r"(--[a-z][a-z-]+)", PAGE))
    known = {name: each for each in command.params for name in each.opts}
    assert named <= set(known)
    assert all(known[name].help for name in named)
    assert f"{SIZE} statements unless" in PAGE
    size = next(each for each in command.params if each.name == "size")
    assert size.default == SIZE
