"""``argmap watch``: one check after another, each when something has been saved."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.checking.unit import Memory
from argmap.cli.checking import Checking
from argmap.cli.telling import note
from argmap.config import FILES, RuleChoice
from argmap.errors import ArgmapError
from argmap.sources import STDIN, SUFFIXES

if TYPE_CHECKING:
    from watchfiles import Change

_SETTLED = 100
"""Milliseconds without another change after which a save is taken for done."""
_LOOK_AGAIN = 2_000
"""Milliseconds after which the files are looked at although nothing was told of them."""

_State = tuple[int, int] | None


def watch(paths: Sequence[str], stdin_filename: str, config_file: Path | None, format_: str) -> int:
    """Check until the user ends it. Raises :class:`ArgmapError` where nothing can be watched."""
    if STDIN in paths:
        raise click.UsageError("Standard input cannot be watched: name files or folders.")
    watched = watcher()
    memory = Memory()

    def begin() -> Checking:
        checking = Checking.begin(paths, stdin_filename, config_file, RuleChoice())
        return replace(checking, setup=replace(checking.setup, memory=memory))

    checking = begin()
    saved = watched(checking)
    try:
        _check(checking, format_)
        for changed in saved:
            _announce(changed)
            try:
                checking = begin()
                _check(checking, format_)
            except ArgmapError as error:  # a file half saved, gone, or a configuration mistyped
                note(str(error))
    except KeyboardInterrupt:
        pass
    return 0


def _check(checking: Checking, format_: str) -> None:
    reports = checking.reports(format_, ())
    result = checking.result()
    findings = checking.sift(result, None, update=False, online=False, whole=False)
    checking.print(findings, result, reports)
    sys.stdout.flush()


def _announce(changed: Sequence[str]) -> None:
    """Begin a new page on a terminal, or tell elsewhere what was saved."""
    if sys.stdout.isatty():
        click.clear()
    else:
        note(f"{', '.join(changed)} changed")


class Watcher:
    """Gives the essays and configurations that were saved, again and again.

    The system tells of them; every moment the files are looked at as well, for what was saved
    before it was listening, and for folders (of a network, of a container) of which it tells
    nothing. That costs a look at each file's date.
    """

    def __call__(self, checking: Checking) -> Iterator[list[str]]:
        """Give the files that were saved since ``checking`` was begun, whenever some were."""
        seen = _states(checking)
        return self._changes(checking, seen)

    def _changes(self, checking: Checking, seen: dict[Path, _State]) -> Iterator[list[str]]:
        from watchfiles import watch as changes

        folders = {file.resolve().parent for file in checking.sources.files.values()}
        folders |= {folder.resolve() for folder in checking.config.essay_folders if folder.is_dir()}
        folders |= {file.resolve().parent for file in checking.config.files} or {Path.cwd()}
        outermost = [f for f in folders if not any(f != o and f.is_relative_to(o) for o in folders)]
        named = {*FILES, *(file.name for file in checking.config.files)}

        def matters(_: Change, path: str) -> bool:
            name = Path(path).name
            return name in named or (name.lower().endswith(SUFFIXES) and not name.startswith("."))

        for found in changes(
            *sorted(outermost),
            watch_filter=matters,
            step=_SETTLED,
            rust_timeout=_LOOK_AGAIN,
            yield_on_timeout=True,
            raise_interrupt=True,
        ):
            now = _states(checking)
            changed = {Path(path) for _, path in found}
            changed |= {path for path, state in now.items() if state != seen[path]}
            seen = now
            if changed:
                yield sorted({_near(str(path)) for path in changed})


def _states(checking: Checking) -> dict[Path, _State]:
    """Return when each file was last saved, in ns, and its size in bytes; None for one gone."""
    states: dict[Path, _State] = {}
    for file in (*checking.sources.files.values(), *checking.config.files):
        path = file.resolve()
        try:
            found = path.stat()
            states[path] = (found.st_mtime_ns, found.st_size)
        except OSError:
            states[path] = None
    return states


def watcher() -> Watcher:
    """Return what watches files. Raises :class:`ArgmapError` where its package is lacking."""
    try:
        import watchfiles  # noqa: F401
    except ModuleNotFoundError:
        raise ArgmapError(
            'watching needs the watchfiles package: pip install "argmap[watch]"'
        ) from None
    return Watcher()


def _near(path: str) -> str:
    try:
        return Path(path).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path
