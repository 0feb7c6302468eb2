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
from argmap.cli.common import note
from argmap.config import FILES, RuleChoice
from argmap.errors import ArgmapError
from argmap.sources import STDIN, SUFFIXES

if TYPE_CHECKING:
    from watchfiles import Change

_SETTLED = 100
"""Milliseconds without another change after which a save is taken for done."""


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
    try:
        _check(checking, format_)
        for changed in watched(checking):
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
    """Gives the essays and configurations that were saved, again and again."""

    def __call__(self, checking: Checking) -> Iterator[list[str]]:
        """Give the files that were saved, whenever some were."""
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
            *sorted(outermost), watch_filter=matters, step=_SETTLED, raise_interrupt=True
        ):
            yield sorted({_near(path) for _, path in found})


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
