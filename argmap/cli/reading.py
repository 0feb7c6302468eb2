"""Reading the essays, and data in other formats, that a command is given."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.telling import note, remember_read
from argmap.config import Config, find_config, read_config

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Essay
    from argmap.project import Project
    from argmap.sources import Sources

__all__ = [
    "configured",
    "data_paths",
    "find_named",
    "prose_beside",
    "read_project",
    "read_with_data",
    "texts_of",
]

_MOST_NOTED = 20
"""What could not be read in files of other formats, of which argmap convert tells all."""


def configured(config_file: Path | None) -> Config:
    """Return the configuration that is named, or the closest."""
    return find_config() if config_file is None else read_config(config_file)


def find_named(
    paths: Sequence[str], stdin_filename: str, config: Config, *, around: bool = True
) -> Sources:
    """Find the essays at ``paths``, or the project's where none are named; see ``find_sources``."""
    from argmap.sources import STDIN, find_sources

    if not paths:
        existing = [str(folder) for folder in config.essays if folder.is_dir()]
        paths = existing if config.file is not None and existing else ["."]
    stdin = sys.stdin.buffer.read() if STDIN in paths else None
    sources = find_sources(paths, config, stdin=stdin, stdin_filename=stdin_filename, around=around)
    remember_read(sources.files.values())
    return sources


def read_project(
    paths: Sequence[str],
    stdin_filename: str = "stdin.md",
    *,
    config: Config | None = None,
    around: bool = True,
) -> tuple[Project, ArgumentGraph]:
    """Read the essays at ``paths``, or the project's where none are named, and join them.

    ``around`` has the rest of the project read as well where only some files are named.
    """
    from argmap.checking.unit import graph_of
    from argmap.originals import read_originals
    from argmap.project import Project, read_essays

    config = config or find_config()
    data = data_paths(paths)
    if data:
        own = [path for path in paths if path not in data]
        return read_with_data(data, own, stdin_filename, config, around=around)
    sources = find_named(paths, stdin_filename, config, around=around)
    essays = read_essays(sources, config.default_lang)
    graph = graph_of(essays, config.default_lang, read_originals(sources.paths, config))
    return Project(essays, sources), graph


def data_paths(paths: Sequence[str]) -> list[str]:
    """Return the paths that hold data in other formats; quickly where there is none."""
    from argmap.sources import not_markdown

    if not not_markdown(paths):
        return []
    from argmap.formats.loading import data_paths as run

    return run(paths)


def read_with_data(
    data: Sequence[str], own: Sequence[str], stdin_filename: str, config: Config, *, around: bool
) -> tuple[Project, ArgumentGraph]:
    """Read files of other formats, and essays beside them; what could not be read is noted."""
    from argmap.formats.interface import Reading
    from argmap.formats.joining import joined
    from argmap.formats.loading import read_data
    from argmap.project import Project, read_essays
    from argmap.sources import Sources

    found = read_data(data, config.default_lang)
    for name, fault in found.faults[:_MOST_NOTED]:
        note(f"{name}:{fault.range.start}: {fault.message}")
    if len(found.faults) > _MOST_NOTED:
        note(f"{len(found.faults) - _MOST_NOTED} more things could not be read")
    files = {given.name: given.path for given in found.inputs if given.path is not None}
    remember_read(files.values())
    sizes = {given.name: given.size for given in found.inputs}
    named = frozenset(essay.path for essay in found.essays)
    essays: tuple[Essay, ...] = ()
    held: dict[str, bytes] = {}
    if own:
        sources = find_named(own, stdin_filename, config, around=around)
        essays = read_essays(sources, config.default_lang)
        files.update(sources.files)
        sizes.update(sources.sizes)
        named, held = named | sources.named, sources.held
    graph = joined([Reading(essays), *found.readings], config.default_lang)
    return Project((*essays, *found.essays), Sources(files, sizes, named, held)), graph


def texts_of(graph: ArgumentGraph, project: Project) -> dict[str, str]:
    """Return the sources of the essays in a graph, by the essays' keys, where they are at hand."""
    found = {essay.key: project.sources.source_of(essay.path) for essay in graph.essays}
    return {key: source.text for key, source in found.items() if source is not None}


def prose_beside(graph: ArgumentGraph, sources: Sources) -> dict[str, str]:
    """Return what editions of works with several say beside their statements, by their keys."""
    from argmap.compare.editions_prose import prose_of

    prose = {}
    for essay in graph.essays:
        if len(graph.names.works[essay.id]) > 1:
            source = sources.source_of(essay.path)
            if source is not None:
                prose[essay.key] = prose_of(essay, source.text)
    return prose
