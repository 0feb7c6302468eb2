"""From paths to essays: which files there are, and what they hold.

A *project* is the folder of the nearest configuration file. Where only some files are named, the
project's other essays are read as well, so that references resolve; findings are for the named.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from argmap.config import Config
from argmap.errors import ArgmapError
from argmap.essay import read_essay_bytes
from argmap.model import Essay
from argmap.reading import suggestion
from argmap.syntax.places import SourceText

SUFFIXES = (".md", ".markdown", ".qmd")
STDIN = "-"
_SKIPPED = ("node_modules", "__pycache__", "venv", "site-packages")


@dataclass(slots=True)
class Project:
    """The essays read, the paths that were asked for, and the way back to their texts.

    ``stdin`` holds the text read from standard input, which cannot be read again.
    """

    essays: tuple[Essay, ...]
    named: frozenset[str]
    files: dict[str, Path] = field(default_factory=dict)
    stdin: dict[str, str] = field(default_factory=dict)

    def source_of(self, path: str) -> SourceText | None:
        """Read the text of an essay again, for showing a line of it; None where it has gone."""
        if path in self.stdin:
            return SourceText(self.stdin[path])
        file = self.files.get(path)
        if file is None:
            return None
        try:
            return SourceText(file.read_bytes().decode("utf-8", "replace"))
        except OSError:
            return None


def load_project(
    paths: Sequence[str],
    config: Config,
    *,
    stdin: bytes | None = None,
    stdin_filename: str = "stdin.md",
    around: bool = True,
) -> Project:
    """Read the essays at ``paths`` and, where ``around``, those of the project around named files.

    ``paths`` are files, folders or ``-`` for ``stdin``. Raises :class:`ArgmapError` for a path that
    is not there, cannot be read, or holds no essay.
    """
    project = Project((), frozenset())
    named: list[Path] = []
    essays: list[Essay] = []
    known: set[Path] = set()
    shown: list[str] = []
    for path in paths:
        if path == STDIN:
            essay = read_essay_bytes(stdin or b"", stdin_filename, default_lang=config.default_lang)
            project.stdin[stdin_filename] = (stdin or b"").decode("utf-8", "replace")
            essays.append(essay)
            shown.append(stdin_filename)
            known.add(Path(stdin_filename).resolve())
        else:
            named.extend(_files_at(Path(path)))
    for file in named:
        resolved = file.resolve()
        if resolved in known:
            continue
        known.add(resolved)
        shown.append(_shown(file))
        essays.append(_read(file, config, project))
    if around and any(path == STDIN or not Path(path).is_dir() for path in paths):
        for folder in config.essay_folders:
            if folder.is_dir():
                for file in _walk(folder):
                    if file.resolve() not in known:
                        known.add(file.resolve())
                        essays.append(_read(_near(file), config, project))
    project.essays = tuple(sorted(essays, key=lambda essay: essay.path))
    project.named = frozenset(shown)
    return project


def _files_at(path: Path) -> list[Path]:
    if path.is_dir():
        found = _walk(path)
        if not found:
            raise ArgmapError(f"no Markdown file in {path}: name a folder that holds .md essays")
        return found
    if not path.exists():
        raise ArgmapError(f"{path} is not there: check the path{suggestion(path)}")
    return [path]


def _walk(folder: Path) -> list[Path]:
    """List the Markdown files under a folder, by name, hidden folders and links left out."""
    found: list[Path] = []
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _SKIPPED)
        found.extend(
            Path(root, name)
            for name in sorted(files)
            if name.lower().endswith(SUFFIXES) and not name.startswith(".")
        )
    return found


def _read(file: Path, config: Config, project: Project) -> Essay:
    path = _shown(file)
    try:
        content = file.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        raise ArgmapError(f"cannot read {path}: {why}") from None
    project.files[path] = file
    return read_essay_bytes(content, path, default_lang=config.default_lang)


def _shown(file: Path) -> str:
    """Write a path as findings show it: with slashes on every system."""
    return file.as_posix()


def _near(file: Path) -> Path:
    """Write a path from here where that is shorter."""
    try:
        return file.resolve().relative_to(Path.cwd())
    except ValueError:
        return file
