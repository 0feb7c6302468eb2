"""What ``argmap serve`` can show: a map, a contrast, or editions, each read anew for every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

import click

from argmap.cli.reading import read_project
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.config import Config
    from argmap.graph import ArgumentGraph
    from argmap.model import Finding
    from argmap.project import Project

__all__ = ["VIEWS", "Kind", "Reading", "Shown", "paths_of", "read"]

Kind = Literal["map", "contrast", "editions"]
VIEWS: tuple[Kind, ...] = ("map", "contrast", "editions")


class Shown(NamedTuple):
    """What the essays are now, and what writes their page, given what was found and a version."""

    project: Project
    graph: ArgumentGraph
    page: Callable[[Sequence[Finding], str], bytes]


class Reading(NamedTuple):
    """What is to be shown of which paths, and whether it is weighed; ``base`` is of editions."""

    paths: tuple[str, ...]
    kind: Kind = "map"
    base: str | None = None
    weigh: bool = False


def paths_of(reading: Reading, config: Config) -> list[str]:
    """Return the files and folders to read and to watch; none where the project's are meant.

    Raises :class:`click.UsageError` where a contrast is not given its two works.
    """
    if reading.kind != "contrast":
        return list(reading.paths)
    from argmap.cli.comparing import contrast_paths

    if len(reading.paths) < 2:
        raise click.UsageError("--view contrast shows two works: name both, by id or path.")
    left, right, *debate = reading.paths
    return contrast_paths(left, right, debate, config)


def read(reading: Reading, config: Config) -> Shown:
    """Read what is to be shown. Raises :class:`ArgmapError` where there is nothing to show."""
    makers = {"map": _map, "contrast": _contrast, "editions": _editions}
    return makers[reading.kind](reading, config)


def _map(reading: Reading, config: Config) -> Shown:
    from argmap.cli.paging import map_page
    from argmap.rendering import render

    project, graph = read_project(reading.paths, config=config, around=False)
    if not graph.statements:
        names = ", ".join(sorted(project.named))
        raise ArgmapError(f"no statement in {names}: mark one, as in [words]{{#an-id .claim}}")

    def page(findings: Sequence[Finding], live: str) -> bytes:
        return map_page(
            graph, project, findings, lambda: render(graph), weigh=reading.weigh, live=live
        )

    return Shown(project, graph, page)


def _contrast(reading: Reading, config: Config) -> Shown:
    from argmap.cli.comparing import read_contrast
    from argmap.cli.paging import contrast_html

    left, right = reading.paths[:2]
    project, graph, found = read_contrast(left, right, paths_of(reading, config), config)

    def page(findings: Sequence[Finding], live: str) -> bytes:
        return contrast_html(project, graph, found, findings, live=live, weigh=reading.weigh)

    return Shown(project, graph, page)


def _editions(reading: Reading, config: Config) -> Shown:
    from argmap.cli.comparing import read_editions
    from argmap.cli.paging import editions_html

    def name_one(works: Sequence[str]) -> str:
        return f"name the files of one, {' or '.join(works)}"

    project, graph, found = read_editions(
        reading.paths, "stdin.md", config, base=reading.base, way_out=name_one
    )

    def page(findings: Sequence[Finding], live: str) -> bytes:
        return editions_html(project, graph, found, (), findings, live=live, weigh=reading.weigh)

    return Shown(project, graph, page)
