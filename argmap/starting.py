"""Starting a project: a configuration and a first essay, written where nothing stands yet."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from argmap.errors import ArgmapError
from argmap.writing import write_file

FILES = {"argmap.toml": "argmap.toml", "first-essay.md": "essays/first-essay.md"}
"""Templates, and where each goes in the new project."""


def start_project(folder: Path) -> tuple[Path, ...]:
    """Write the files of a new project and return their paths.

    Raises :class:`ArgmapError`, and writes nothing, where one of them is there already.
    """
    made = {template: folder / place for template, place in FILES.items()}
    for path in made.values():
        if path.exists():
            raise ArgmapError(f"{path} is there already: choose another folder, or move it away")
    templates = files("argmap.templates")
    for template, path in made.items():
        write_file(path, templates.joinpath(template).read_bytes())
    return tuple(made.values())
