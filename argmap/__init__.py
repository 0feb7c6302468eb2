"""argmap: the argument of an annotated essay, checked, drawn, weighed and compared.

The public API is what ``__all__`` names: six functions, the markdown-it-py plugin, the graph, and
the classes of the model. Everything is imported when it is first used, so that ``import argmap``
costs nothing to speak of.

>>> import argmap
>>> graph = argmap.load("essays")                          # doctest: +SKIP
>>> for finding in argmap.check(graph): print(finding)     # doctest: +SKIP
>>> svg = argmap.render(graph, "svg")                      # doctest: +SKIP
>>> argmap.dump(graph, "essays.json")                      # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from os import PathLike

    from argmap.compare.contrast import Contrast
    from argmap.errors import ArgmapError
    from argmap.formats.interface import Loss
    from argmap.graph import ArgumentGraph
    from argmap.model import (
        Edit,
        Essay,
        Finding,
        Fix,
        Flag,
        Kind,
        Link,
        LinkType,
        Position,
        Range,
        Reference,
        Severity,
        Statement,
        Subtype,
    )
    from argmap.syntax import argmap_plugin

__version__ = "0.1.0"

__all__ = [
    "load",
    "dump",
    "check",
    "check_files",
    "contrast",
    "render",
    "argmap_plugin",
    "ArgmapError",
    "ArgumentGraph",
    "Contrast",
    "Edit",
    "Essay",
    "Finding",
    "Fix",
    "Flag",
    "Kind",
    "Link",
    "LinkType",
    "Loss",
    "Position",
    "Range",
    "Reference",
    "Severity",
    "Statement",
    "Subtype",
]

_HOMES = {
    "argmap_plugin": "argmap.syntax",
    "ArgmapError": "argmap.errors",
    "ArgumentGraph": "argmap.graph",
    "Contrast": "argmap.compare.contrast",
    "Loss": "argmap.formats.interface",
}


def __getattr__(name: str) -> Any:
    """Import a class of the API when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES.get(name, "argmap.model")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def load(*paths: str | PathLike[str], default_lang: str = "en") -> ArgumentGraph:
    """Read essays, and data in any format that argmap reads, into one graph; linear in their size.

    ``paths`` are files or folders. Of a folder the Markdown files are read, or, where it has none,
    the files of all other formats. What is wrong in an essay does not stop it from being read:
    :func:`check` tells. What could not be read in other formats is a :class:`UserWarning`, one a
    file. Raises :class:`ArgmapError` for a path that is not there, and for a file or folder in
    which nothing can be read.
    """
    from argmap.formats.loading import load as run

    return run([str(path) for path in paths], default_lang)


def dump(
    graph: ArgumentGraph,
    path: str | PathLike[str],
    format: str = "",  # noqa: A002  (what everyone calls it)
) -> tuple[Loss, ...]:
    """Write a graph to a file, and return what the format cannot hold.

    The format is that of the suffix unless it is named. A format that takes a file for each essay
    needs a folder where there are several: a ``path`` that ends in a slash, or is one. Files are
    written whole or not at all. Raises :class:`ArgmapError` for a format that is not there or not
    written, and where a file cannot be.
    """
    import os

    from argmap.formats.loading import dump as run

    return run(graph, os.fspath(path), format)


def check(graph: ArgumentGraph) -> list[Finding]:
    """Return what is wrong, in the order of paths and places, less what comments silence."""
    from argmap.rules.run import check as run

    return run(graph)


def check_files(
    *paths: str | PathLike[str],
    jobs: int = 1,
    executor: Executor | None = None,
    default_lang: str = "en",
) -> list[Finding]:
    """Check files, or folders of them, however many; side by side where there are enough.

    ``jobs`` is the number of processes, 0 for one a core. ``executor`` does the work instead,
    whatever it is, and stays open: a pool of threads, or that of a cluster. What is found is the
    same, and in the same order. Memory grows with the largest group of essays that refer to each
    other, not with the number of files. Raises as :func:`load` does.
    """
    from contextlib import nullcontext
    from pathlib import Path

    from argmap.checking.checker import Setup, check_sources
    from argmap.checking.pool import processes
    from argmap.config import Config
    from argmap.rules.selection import EVERYTHING
    from argmap.sources import find_sources

    config = Config(root=Path(), default_lang=default_lang)
    pool = processes(jobs) if executor is None else lambda: nullcontext(executor)
    sources = find_sources([str(path) for path in paths], config, around=False)
    return check_sources(sources, Setup(EVERYTHING, default_lang, pool)).findings


def contrast(graph: ArgumentGraph, left: str, right: str) -> Contrast:
    """Contrast two works of a graph, named as ``work`` or ``work@lang``, question by question.

    Raises :class:`ArgmapError` for a work that is not in the graph.
    """
    from argmap.compare.contrast import contrast as run

    return run(graph, left, right)


def render(graph: ArgumentGraph, format: str = "svg", **options: Any) -> bytes:  # noqa: A002
    """Draw a graph as ``svg``, ``png`` or ``dot``; see :func:`argmap.rendering.render`.

    Raises :class:`ArgmapError` where Graphviz fails or takes too long.
    """
    from argmap.rendering import render as run

    return run(graph, format, **options)
