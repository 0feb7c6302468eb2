"""What was found before, by content, configuration and version.

An entry is one file, named by the digest of all that it depends on, so an entry is never wrong,
only missing. It is written beside and renamed into place, so two runs at once disturb each other
in nothing; its first line is the digest of the rest, so what is damaged is as good as missing. A
cache that cannot be written is left alone, after one note.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import argmap

_OLD = 30 * 24 * 3600
"""Seconds after which an entry is taken for one that nobody needs any more."""
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of argmap.\n"
"""The mark of folders that backups leave out (https://bford.info/cachedir/)."""
_ENTRY = re.compile(r"[0-9a-f]{16}/[0-9a-f]{2}/(?:[0-9a-f]{30}|\.[0-9a-f]{30}\.\d+)")
_FOLDER = re.compile(r"[0-9a-f]{16}(?:/[0-9a-f]{2})?")
_READERS = ("markdown-it-py", "mdit-py-plugins", "PyYAML")
"""The packages that decide how a text is read."""


def digest(parts: Iterable[bytes | str]) -> str:
    """Return a digest that two lists of parts share only where they are equal; 32 hex digits."""
    made = blake2b(digest_size=16)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.hexdigest()


class Cache:
    """Entries by digest, under ``folder``; ``note`` says once why it cannot be written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.note: str | None = None
        self._entries = folder / stamp()
        self._made = False

    def get(self, key: str) -> bytes | None:
        """Return the content of an entry, or None."""
        try:
            content = self._file(key).read_bytes()
        except OSError:
            return None
        checksum, _, content = content.partition(b"\n")
        return content if checksum.decode("ascii", "replace") == digest([content]) else None

    def put(self, key: str, content: bytes) -> None:
        """Keep an entry, whole or not at all."""
        if self.note is not None:
            return
        file = self._file(key)
        beside = file.with_name(f".{file.name}.{os.getpid()}")
        try:
            if not self._made:
                self._make()
            file.parent.mkdir(exist_ok=True)
            try:
                beside.write_bytes(digest([content]).encode() + b"\n" + content)
                beside.replace(file)
            except BaseException:
                beside.unlink(missing_ok=True)
                raise
        except OSError as error:
            why = error.strerror or str(error)
            self.note = f"the cache {self.folder} cannot be written ({why}): this run went without"

    def _file(self, key: str) -> Path:
        return self._entries / key[:2] / key[2:]

    def _make(self) -> None:
        """Make the folder, and leave out of it what nobody has asked for in a month."""
        self._made = True
        make_folder(self.folder)
        self._entries.mkdir(exist_ok=True)
        if not self.folder.is_symlink():
            self._tidy(time.time() - _OLD)

    def _tidy(self, before: float) -> None:
        """Remove old entries, and nothing that does not look like one, whatever folder this is."""
        for entry in self.folder.glob("*/*/*"):
            name = entry.relative_to(self.folder).as_posix()
            if _ENTRY.fullmatch(name) and entry.lstat().st_mtime < before:
                entry.unlink(missing_ok=True)
        for folder in (*self.folder.glob("*/*"), *self.folder.glob("*")):
            name = folder.relative_to(self.folder).as_posix()
            if _FOLDER.fullmatch(name) and folder.is_dir() and folder != self._entries:
                with suppress(OSError):  # it is not empty
                    folder.rmdir()


def make_folder(folder: Path) -> None:
    """Make the folder of a cache, which no version control or backup wants, or raise OSError."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        (folder / "CACHEDIR.TAG").write_text(_TAG, encoding="utf-8")


def stamp() -> str:
    """Return a digest of the versions on which findings depend: argmap, its readers, Python.

    A development version changes without its number, so the age of argmap's own files counts too.
    """
    home = Path(argmap.__file__).parent
    newest = 0
    for root, _, files in os.walk(home):
        for name in files:
            if name.endswith(".py"):
                newest = max(newest, os.stat(os.path.join(root, name)).st_mtime_ns)  # noqa: PTH116, PTH118
    parts = [argmap.__version__, str(newest), ".".join(map(str, sys.version_info[:3]))]
    for package in _READERS:
        try:
            parts.append(version(package))
        except PackageNotFoundError:
            parts.append("?")
    return digest(parts)[:16]
