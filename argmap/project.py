"""From sources to essays: the files read whole, for whatever needs them all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.config import Config
from argmap.essay import read_essay_bytes
from argmap.model import Essay
from argmap.sources import Sources, find_sources


@dataclass(frozen=True, slots=True)
class Project:
    """The essays read, in the order of their paths, and the sources they were read from."""

    essays: tuple[Essay, ...]
    sources: Sources

    @property
    def named(self) -> frozenset[str]:
        """The paths that were asked for."""
        return self.sources.named


def load_project(
    paths: Sequence[str],
    config: Config,
    *,
    stdin: bytes | None = None,
    stdin_filename: str = "stdin.md",
    around: bool = True,
) -> Project:
    """Read the essays at ``paths`` and, where ``around``, those of the project around named files.

    Raises :class:`ArgmapError` as :func:`find_sources` does, and for a file that cannot be read.
    """
    sources = find_sources(paths, config, stdin=stdin, stdin_filename=stdin_filename, around=around)
    return Project(read_essays(sources, config.default_lang), sources)


def read_essays(sources: Sources, default_lang: str) -> tuple[Essay, ...]:
    """Read all sources, in the order of their paths."""
    return tuple(
        read_essay_bytes(sources.content(path), path, default_lang=default_lang)
        for path in sources.paths
    )
