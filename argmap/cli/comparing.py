"""What is compared, read as the command line names it: two works, or the editions of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.cli.reading import prose_beside, read_project
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.compare.contrast import Contrast
    from argmap.compare.editions import Editions
    from argmap.config import Config
    from argmap.graph import ArgumentGraph
    from argmap.project import Project

__all__ = ["Contrasted", "Compared", "contrast_paths", "read_contrast", "read_editions"]


class Contrasted(NamedTuple):
    """A contrast, and what it was read from."""

    project: Project
    graph: ArgumentGraph
    contrast: Contrast


class Compared(NamedTuple):
    """The editions of a work, and what they were read from."""

    project: Project
    graph: ArgumentGraph
    editions: Editions


def contrast_paths(left: str, right: str, debate: Sequence[str], config: Config) -> list[str]:
    """Return the files and folders to read for a contrast; none where the project's are meant.

    ``left`` and ``right`` are works or paths. Where paths are named without a ``debate``, the rest
    of the project may hold the questions.
    """
    paths = [path for path in (left, right) if Path(path).exists()]
    if paths and not debate:
        debate = [str(folder) for folder in config.essay_folders if folder.is_dir()]
    return [*paths, *debate]


def read_contrast(left: str, right: str, paths: Sequence[str], config: Config) -> Contrasted:
    """Contrast two works of the essays at ``paths``, each named as a work or by its path.

    Raises :class:`ArgmapError` where one is not there, or neither speaks to any question.
    """
    from argmap.compare.contrast import contrast, find_essay
    from argmap.sources import SUFFIXES

    for side in (left, right):
        if side.lower().endswith(SUFFIXES) and not Path(side).exists():
            raise ArgmapError(f"{side} is not there: check the path")
    project, graph = read_project(paths, config=config)
    sides = []
    for side in (left, right):
        found = next((e for e in graph.essays if Path(side).exists() and _at(e.path, side)), None)
        sides.append((found or find_essay(graph, side)).key)
    result = contrast(graph, *sides, names=config.names)
    if not result.rows:
        raise ArgmapError("neither speaks to any question: mark what they speak to with on=…")
    return Contrasted(project, graph, result)


def read_editions(
    paths: Sequence[str],
    stdin_filename: str,
    config: Config,
    *,
    work: str | None = None,
    base: str | None = None,
    way_out: Callable[[Sequence[str]], str],
) -> Compared:
    """Compare the editions of a work, or of the only one that ``paths`` have in two languages.

    Raises :class:`ArgmapError` where there is none or several; then ``way_out`` says what to do.
    """
    from argmap.compare.editions import compare_editions

    project, graph = read_project(paths, stdin_filename, config=config)
    editions = compare_editions(
        graph,
        work or _the_work(graph, project, way_out),
        base,
        names=config.names,
        prose=prose_beside(graph, project.sources),
    )
    return Compared(project, graph, editions)


def _the_work(
    graph: ArgumentGraph, project: Project, way_out: Callable[[Sequence[str]], str]
) -> str:
    from argmap.compare.editions import works_with_editions

    named = {essay.id for essay in graph.essays if essay.path in project.named}
    works = [work for work in works_with_editions(graph) if work in named]
    if len(works) == 1:
        return works[0]
    if not works:
        raise ArgmapError("no work is there in two languages: give its essays one id, two lang")
    raise ArgmapError(f"several works are there in many languages: {way_out(works)}")


def _at(path: str, side: str) -> bool:
    """Tell whether an essay's path is, or lies under, the path that names a side."""
    essay, named = Path(path).resolve(), Path(side).resolve()
    return essay == named or named in essay.parents
