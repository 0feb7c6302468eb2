"""Writing files whole or not at all: beside the old one, then renamed over it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from argmap.errors import ArgmapError


def write_file(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``, making its folder where that is missing.

    The content goes to a new file in the same folder first, so a crash, a full disk or Ctrl-C
    leaves either the old file or the new one. Raises :class:`ArgmapError` where it cannot.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(beside).chmod(_mode(path))
            Path(beside).replace(path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        why = error.strerror or str(error)
        raise ArgmapError(f"cannot write {path}: {why}; choose another place with -o") from None


def _mode(path: Path) -> int:
    """Return the mode of the file that is replaced, or what a new file would get."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
