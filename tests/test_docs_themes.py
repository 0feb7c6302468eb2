"""docs/themes.md against what it describes."""

from __future__ import annotations

import re
from pathlib import Path

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rendering.theme_file import theme_keys
from argmap.rendering.themes import THEMES
from tests.commands.run_argmap import argmap
from tests.test_docs_maps import ESSAY, NAME

PAGE = (Path(__file__).parents[1] / "docs" / "themes.md").read_text("utf-8")
((FILE, THEME),) = re.findall(r"^```toml (\S+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_every_command_draws_and_the_python_prints_what_is_shown(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("essays").mkdir()
    Path(NAME).write_text(ESSAY, "utf-8")
    Path(FILE).write_text(THEME, "utf-8")
    (block,) = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    for line in block.splitlines():
        arguments = line.split()[1:]
        assert argmap(capsys, *arguments).status == 0
        assert Path(arguments[-1]).stat().st_size > 1000
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    exec(code, {"graph": ArgumentGraph.build([read_essay(ESSAY, NAME)])})  # of this project
    (shown,) = re.findall(r"^prints `(.*?)`", PAGE, re.MULTILINE)
    assert capsys.readouterr().out.strip() == shown


def test_every_theme_and_key_is_told_of():
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    told = {word for row in rows for word in re.findall("`([a-z-]+)`", row.split("|")[1])}
    assert told == {*THEMES, *theme_keys()} - {"base"}
