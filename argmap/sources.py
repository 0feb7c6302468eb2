"""From paths to sources: which files there are, and how to come by their contents.

A *project* is the folder of the nearest configuration file. Where only some files are named, the
project's other essays belong to the sources as well, so that references resolve; findings are for
the named. Folders are walked without following links, so that no circle of them has an end to
miss, and without hidden folders.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap.config import Config
from argmap.errors import ArgmapError
from argmap.reading import suggestion
from argmap.syntax.places import SourceText

SUFFIXES = (".md", ".markdown", ".qmd")
STDIN = "-"
_SKIPPED = ("node_modules", "__pycache__", "venv", "site-packages")


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a check, by the path that findings show; ``named`` are those asked for.

    ``sizes`` are in bytes, as they were when the files were looked for. ``held`` is what was
    read from standard input, which cannot be read again, and contents that are tried out.
    """

    files: dict[str, Path]
    sizes: dict[str, int]
    named: frozenset[str]
    held: dict[str, bytes]

    @property
    def paths(self) -> tuple[str, ...]:
        """All paths, sorted."""
        return tuple(sorted(self.sizes))

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(self.sizes.values())

    def size_of(self, path: str) -> int:
        """The bytes of one file."""
        return self.sizes[path]

    def content(self, path: str) -> bytes:
        """Read a file. Raises :class:`ArgmapError` where it has gone or cannot be read."""
        if path in self.held:
            return self.held[path]
        try:
            return self.files[path].read_bytes()
        except OSError as error:
            raise ArgmapError(f"cannot read {path}: {error.strerror or error}") from None

    def with_contents(self, contents: Mapping[str, bytes]) -> Sources:
        """Return the same sources, some of them with other contents."""
        sizes = {path: len(content) for path, content in contents.items()}
        return Sources(self.files, {**self.sizes, **sizes}, self.named, {**self.held, **contents})

    def source_of(self, path: str) -> SourceText | None:
        """Read the text of a file, for showing a line of it; None where it has gone."""
        if path not in self.sizes:
            return None
        try:
            return SourceText(self.content(path).decode("utf-8", "replace"))
        except ArgmapError:
            return None


def find_sources(
    paths: Sequence[str],
    config: Config,
    *,
    stdin: bytes | None = None,
    stdin_filename: str = "stdin.md",
    around: bool = True,
) -> Sources:
    """Find the essays at ``paths`` and, where ``around``, those of the project around named files.

    ``paths`` are files, folders or ``-`` for ``stdin``. Raises :class:`ArgmapError` for a path that
    is not there or holds no essay. The contents are not read.
    """
    sources = Sources({}, {}, frozenset(), {})
    known: set[Path] = set()
    named: list[str] = []
    if STDIN in paths:
        sources.held[stdin_filename] = stdin or b""
        sources.sizes[stdin_filename] = len(stdin or b"")
        named.append(stdin_filename)
        known.add(Path(stdin_filename).resolve())
    for path in paths:
        files = () if path == STDIN else _files_at(Path(path))
        named.extend(file.as_posix() for file in files if _add(sources, file, known))
    if around and any(path == STDIN or not Path(path).is_dir() for path in paths):
        here = Path.cwd()
        for folder in config.essay_folders:
            for file in _walk(folder) if folder.is_dir() else ():
                _add(sources, _near(file, here), known)
    return Sources(sources.files, sources.sizes, frozenset(named), sources.held)


def not_markdown(paths: Sequence[str]) -> list[str]:
    """Return the paths that may hold data in other formats.

    They are files whose suffix is not one of Markdown, and folders without any Markdown. What is
    not there is none of them.
    """
    return [path for path in paths if path != STDIN and not _is_markdown(Path(path))]


def _is_markdown(path: Path) -> bool:
    if path.is_dir():
        return next(_walk(path), None) is not None
    return path.name.lower().endswith(SUFFIXES) or not os.path.lexists(path)


def _add(sources: Sources, file: Path, known: set[Path]) -> bool:
    """Add a file, once however it is reached; tell whether it is new."""
    try:
        resolved, size = file.resolve(), file.stat().st_size
    except (OSError, RuntimeError) as error:  # a link to itself; one that leads nowhere
        why = getattr(error, "strerror", None) or "its links lead in a circle"
        raise ArgmapError(f"cannot read {file.as_posix()}: {why}") from None
    if resolved in known:
        return False
    known.add(resolved)
    # With slashes on every system.
    sources.files[file.as_posix()] = file
    sources.sizes[file.as_posix()] = size
    return True


def _files_at(path: Path) -> Iterator[Path]:
    if path.is_dir():
        found = list(_walk(path))
        if not found:
            raise ArgmapError(f"no Markdown file in {path}: name a folder that holds .md essays")
        yield from found
    elif not os.path.lexists(path):
        raise ArgmapError(f"{path} is not there: check the path{suggestion(path)}")
    else:
        yield path


def _walk(folder: Path) -> Iterator[Path]:
    """List the Markdown files under a folder, by name."""

    def refuse(error: OSError) -> None:
        raise ArgmapError(f"cannot read the folder {error.filename}: {error.strerror or error}")

    for root, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _SKIPPED)
        for name in sorted(files):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield Path(root, name)


def _near(file: Path, here: Path) -> Path:
    """Write a path from here where that is shorter."""
    try:
        return file.resolve().relative_to(here)
    except (ValueError, OSError, RuntimeError):
        return file
