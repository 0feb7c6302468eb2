"""Writing files whole or not at all: beside the old one, then renamed over it."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from argmap.errors import ArgmapError


def write_file(path: Path, content: bytes, *, named: bool = False) -> None:
    """Write ``content`` to ``path``, making its folder where that is missing.

    The content goes to a new file in the same folder first, so a crash, a full disk or Ctrl-C
    leaves either the old file or the new one. Where the user ``named`` the path, what a link leads
    to is written, and a device or a pipe is written into; else a link is replaced, for a project
    of somebody else's may have laid it. Raises :class:`ArgmapError` where it cannot.
    """
    try:
        if named and _is_stream(path):
            with path.open("wb") as stream:
                stream.write(content)
            return
        real = path.resolve() if named and path.is_symlink() else path
        if real.exists() and not os.access(real, os.W_OK):
            raise ArgmapError(f"cannot write {path}: it is read-only")
        real.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=".argmap-", dir=real.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(beside).chmod(_mode(real))
            Path(beside).replace(real)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        why = error.strerror or str(error)
        raise ArgmapError(f"cannot write {path}: {why}; choose another place") from None


def _is_stream(path: Path) -> bool:
    """Tell whether a path is there and neither a file nor a folder: a device, say, or a pipe."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _mode(path: Path) -> int:
    """Return the mode of the file that is replaced, or what a new file would get."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
