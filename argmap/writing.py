"""Writing files whole or not at all: beside the old one, then renamed over it."""

from __future__ import annotations

import errno
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
        if named and is_stream(path):
            with path.open("wb") as stream:
                stream.write(content)
            return
        real = _real(path, named=named)
        _refuse_read_only(real, path)
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
        raise _cannot(path, error) from None


def refuse_unwritable(path: Path, *, named: bool = False) -> None:
    """Refuse a place to which :func:`write_file` could not write, before there is what to write.

    Nothing is made, opened or changed. What is found out only by writing, a full disk say, is left
    to that. Raises :class:`ArgmapError` as :func:`write_file` does.
    """
    try:
        if named and is_stream(path):
            if not os.access(path, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            return
        real = _real(path, named=named)
        if real.is_dir():
            raise ArgmapError(f"cannot write {path}: it is a folder; name a file in it")
        _refuse_read_only(real, path)
        folder = real.parent
        # A link that leads nowhere is in the way of a folder.
        while not folder.exists() and not folder.is_symlink() and folder != folder.parent:
            folder = folder.parent
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise _cannot(path, error) from None


def _cannot(path: Path, error: OSError) -> ArgmapError:
    why = error.strerror or str(error)
    return ArgmapError(f"cannot write {path}: {why}; choose another place")


def _real(path: Path, *, named: bool) -> Path:
    """Return what is to be replaced: the path, or what a link that the user named leads to."""
    if not (named and path.is_symlink()):
        return path
    try:
        return path.resolve()
    except RuntimeError:  # Python before 3.13, for links that lead round in a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None


def _refuse_read_only(real: Path, path: Path) -> None:
    if real.exists() and not os.access(real, os.W_OK):
        raise ArgmapError(f"cannot write {path}: it is read-only")


def is_stream(path: Path) -> bool:
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
