"""The files to convert: found at paths, and read with those beside them that they need."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from argmap.errors import ArgmapError
from argmap.formats.interface import Format, Source
from argmap.formats.joining import distinct_works
from argmap.formats.registry import formats, readable_suffixes
from argmap.formats.safe.decoding import MOST_BYTES

__all__ = ["STDIN", "Input", "companions", "files_below", "find_inputs", "source_of"]

STDIN = "-"
_SKIPPED = ("node_modules", "__pycache__", "venv", "site-packages")


@dataclass(frozen=True, slots=True)
class Input:
    """A file to convert: what it is called, where it lies, and its name below what was named.

    ``found`` says that a folder was named and not the file itself: one in no format known is then
    passed over. ``data`` holds what came from standard input.
    """

    name: str
    path: Path | None
    relative: PurePath
    size: int
    found: bool = False
    data: bytes | None = None
    work: str = ""


def find_inputs(paths: Sequence[str], stdin: bytes | None, stdin_name: str) -> list[Input]:
    """Find the files at ``paths``, which are files, folders or ``-`` for ``stdin``.

    In a folder they are those with the suffix of a format that is read, without the companions of
    others. Raises :class:`ArgmapError` for a path that is not there, and a folder without such.
    """
    inputs: list[Input] = []
    seen: set[Path] = set()
    for given in paths:
        if given == STDIN:
            data = stdin or b""
            inputs.append(Input(stdin_name, None, PurePath(stdin_name), len(data), data=data))
            continue
        path = Path(given)
        below = path.is_dir()
        for file in _walk(path) if below else (path,):
            resolved, size = _known(file)
            if resolved in seen:
                continue
            seen.add(resolved)
            relative = file.relative_to(path) if below else PurePath(file.name)
            inputs.append(Input(file.as_posix(), file, relative, size, found=below))
    works = distinct_works(each.name for each in inputs)
    return [replace(each, work=work) for each, work in zip(inputs, works, strict=True)]


def _known(file: Path) -> tuple[Path, int]:
    from argmap.reading import suggestion

    if not os.path.lexists(file):
        raise ArgmapError(f"{file} is not there: check the path{suggestion(file)}")
    try:
        return file.resolve(), file.stat().st_size
    except (OSError, RuntimeError) as error:  # a link to itself; one that leads nowhere
        why = getattr(error, "strerror", None) or "its links lead in a circle"
        raise ArgmapError(f"cannot read {file.as_posix()}: {why}") from None


def files_below(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """Yield each folder below one, itself first, with the names of its files, by name.

    Hidden ones are left out, links to folders not followed. Raises :class:`ArgmapError` for a
    folder that cannot be read.
    """

    def refuse(error: OSError) -> None:
        raise ArgmapError(f"cannot read the folder {error.filename}: {error.strerror or error}")

    for root, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _SKIPPED)
        yield Path(root), sorted(name for name in files if not name.startswith("."))


def _walk(folder: Path) -> Iterator[Path]:
    """List the files of a folder that may be read, by name."""
    suffixes = readable_suffixes()
    found = False
    for root, files in files_below(folder):
        names = set(files)
        for name in files:
            suffix = PurePath(name).suffix.lower()
            if suffix in suffixes and not _is_companion(PurePath(name).stem, suffix, names):
                found = True
                yield root / name
    if not found:
        raise ArgmapError(
            f"no file of a format that argmap reads in {folder}: name one, with --from"
        )


def _is_companion(stem: str, suffix: str, names: set[str]) -> bool:
    """Tell whether a file only goes with another of its folder."""
    return any(
        f"{stem}{main}" in names
        for format_ in formats().by_name.values()
        if suffix in format_.companions
        for main in format_.suffixes
        if main != suffix
    )


def source_of(given: Input, lang: str, from_: Format | None) -> Source:
    """Read the bytes of an input, and of the files beside it that its format may need.

    Raises :class:`ArgmapError` for a file that cannot be read.
    """
    if given.data is not None or given.path is None:
        return Source(given.name, given.data or b"", work=given.work, lang=lang)
    beside = {file.suffix.lower(): _bytes(file) for file in companions(given.path, from_)}
    return Source(given.name, _bytes(given.path), beside, given.work, lang)


def companions(path: Path, from_: Format | None = None) -> list[Path]:
    """Return the files beside one that a format may need to read it, where they are there."""
    suffix = path.suffix.lower()
    wanted = {
        companion
        for format_ in ([from_] if from_ else formats().by_name.values())
        if from_ or suffix in format_.suffixes
        for companion in format_.companions
        if companion != suffix
    }
    beside = (path.with_suffix(companion) for companion in sorted(wanted))
    return [file for file in beside if file.is_file()]


def _bytes(path: Path) -> bytes:
    """Read a file; of one that is too large, as much as tells that it is."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ArgmapError(f"cannot read {path.as_posix()}: {error.strerror or error}") from None
