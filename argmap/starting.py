"""Starting a project: a configuration and a first essay, written where nothing stands yet."""

from __future__ import annotations

import os
import tomllib
from importlib.resources import files
from pathlib import Path

from argmap.errors import ArgmapError
from argmap.writing import write_file

FILES = {"argmap.toml": "argmap.toml", "first-essay.md": "essays/first-essay.md"}
"""Templates, and where each goes in the new project."""


def start_project(folder: Path) -> tuple[Path, ...]:
    """Write the files of a new project and return their paths.

    Raises :class:`ArgmapError`, and writes nothing, where one of them is there already, or the
    folder's ``pyproject.toml`` configures argmap.
    """
    made = {template: folder / place for template, place in FILES.items()}
    for path in made.values():
        # A link that leads nowhere is something, too.
        if os.path.lexists(path):
            raise ArgmapError(f"{path} is there already: choose another folder, or move it away")
        if os.path.lexists(path.parent) and not path.parent.is_dir():
            raise ArgmapError(f"{path.parent} is no folder: choose another, or move it away")
    if _configured(folder / "pyproject.toml"):
        raise ArgmapError(
            f"{folder / 'pyproject.toml'} has [tool.argmap] already: choose another folder"
        )
    templates = files("argmap.templates")
    for template, path in made.items():
        write_file(path, templates.joinpath(template).read_bytes())
    return tuple(made.values())


def _configured(pyproject: Path) -> bool:
    try:
        tool = tomllib.loads(pyproject.read_text("utf-8")).get("tool", {})
    except (OSError, ValueError):  # not there, or broken, and then it configures nothing
        return False
    return isinstance(tool, dict) and "argmap" in tool
