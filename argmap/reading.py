"""Reading one text file whole, as the commands that take a single file need it."""

from __future__ import annotations

from pathlib import Path

from argmap.errors import ArgmapError


def read_file(path: Path) -> str:
    """Return the text of a file, its line ends and byte order mark kept.

    Raises :class:`ArgmapError`, one line, for what is not there, is a folder or is not UTF-8.
    """
    if path.is_dir():
        raise ArgmapError(f"{path} is a folder: name one file in it")
    if not path.exists():
        raise ArgmapError(f"{path} is not there: check the path{suggestion(path)}")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ArgmapError(f"cannot read {path}: {error.strerror or error}") from None
    return decode(content, str(path))


def decode(content: bytes, name: str) -> str:
    """Decode UTF-8. Raises :class:`ArgmapError`, which calls the file ``name``, for all else."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ArgmapError(
            f"{name} is not text in UTF-8 (byte {error.start + 1}, on line {line}, is not): "
            "save it as UTF-8"
        ) from None


def suggestion(path: Path) -> str:
    """Return the end of a message that a path is not there: the nearest name beside it, if any."""
    from argmap.nearest import nearest

    try:
        near = nearest(path.name, sorted(entry.name for entry in path.parent.iterdir()))
    except OSError:
        return ""
    return f", or did you mean {path.parent / near}?" if near else ""
