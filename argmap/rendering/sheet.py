"""A map made to fit a sheet of paper: of several shapes, the one that can be printed largest.

How high and wide a map becomes only the engine knows, so a few shapes are laid out and measured:
narrower and wider boxes, fewer and more columns. A large map is laid out once or twice, as it takes
long and will not be read on one sheet anyhow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.rendering import theme
from argmap.rendering.dot import map_title, to_dot
from argmap.rendering.engine import Engine, EngineError, TooLongError, layout
from argmap.rendering.paper import Paper, Setting, place, setting
from argmap.rendering.shape import USUAL, Shape
from argmap.rendering.svg import finish, size
from argmap.rendering.weighed import NOTHING_WEIGHED, Weighed

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.rendering.groups import Cluster
    from argmap.views.view import View

__all__ = ["Sheet", "best_shape", "draw_sheet", "largest", "on_paper", "shapes"]

_WIDTHS = (236.0, 160.0, 180.0, 200.0)
_TALLEST = (1.6, 0.6)
_AS_LARGE = 0.92
"""How much smaller a plainer shape may print than the largest."""
_HOPELESS = 0.6
"""How much too small one shape may print for another to be tried."""
_SMALL, _MIDDLING = 60, 250
"""Statements up to which all shapes are tried, and up to which those of one width of box."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture, and how it stands on its paper."""

    content: bytes
    setting: Setting


def draw_sheet(
    graph: ArgumentGraph | View,
    paper: Paper,
    format: str = "svg",  # noqa: A002  (what everyone calls it)
    *,
    cluster: Cluster = "none",
    title: str | None = None,
    legend: bool = True,
    shape: Shape = USUAL,
    weighed: Weighed = NOTHING_WEIGHED,
    engine: Engine = "bundled",
    timeout: float = 120.0,
    dpi: float | None = None,
    width: int | None = None,
    settled: bool = False,
) -> Sheet:
    """Draw a map for a sheet of paper, in the shape of box and column that prints largest.

    Of ``shape`` the direction and order are kept; all of it where it is ``settled``, by
    :func:`best_shape`. DOT is that of the shape chosen, without the paper. Raises as
    :func:`argmap.rendering.render` does.
    """
    called = map_title(graph) if title is None else title
    dots = (
        to_dot(graph, cluster=cluster, title=title, legend=legend, shape=each, weighed=weighed)
        for each in ([shape] if settled else shapes(graph, shape))
    )
    return largest(
        dots, paper, format, title=called, engine=engine, timeout=timeout, dpi=dpi, width=width
    )


def largest(
    dots: Iterable[str],
    paper: Paper,
    format: str = "svg",  # noqa: A002  (what everyone calls it)
    *,
    title: str = "",
    engine: Engine = "bundled",
    timeout: float = 120.0,
    dpi: float | None = None,
    width: int | None = None,
) -> Sheet:
    """Lay out several shapes of one picture, and draw the one that prints largest on a sheet.

    Of those that come out about as large, the first is taken. Raises as ``draw_sheet`` does.
    """
    tried = [
        (setting(size(svg), paper), dot, svg)
        for dot, svg in _laid_out(dict.fromkeys(dots), engine, timeout)
    ]
    enough = _AS_LARGE * max(found.scale for found, _, _ in tried)
    found, dot, svg = next(each for each in tried if each[0].scale >= enough)
    if format == "dot":
        return Sheet(dot.encode("utf-8", "replace"), found)
    if format == "png":
        from argmap.rendering.png import DPI, draw

        content = draw(
            dot,
            title=title,
            dpi=dpi or DPI,
            width=width,
            sheet=found,
            engine=engine,
            timeout=timeout,
        )
        return Sheet(content, found)
    if format != "svg":
        raise ValueError(f"a map cannot be written as {format!r}")
    return Sheet(place(finish(svg, title=title), found), found)


def best_shape(
    graph: ArgumentGraph | View,
    paper: Paper,
    *,
    least: float,
    enough: float,
    cluster: Cluster = "none",
    shape: Shape = USUAL,
    weighed: Weighed = NOTHING_WEIGHED,
    engine: Engine = "bundled",
    timeout: float = 120.0,
) -> tuple[Shape, Setting]:
    """Find the shape in which a map prints largest on a sheet, and how it would stand there.

    Type of ``enough`` points is looked for, and no further; nor where the first shape is so far
    from ``least`` that none will reach it. Raises as :func:`draw_sheet` does.
    """
    by_dot = {
        to_dot(graph, cluster=cluster, shape=each, weighed=weighed): each
        for each in shapes(graph, shape)
    }
    tried: list[tuple[Shape, Setting]] = []
    for dot, svg in _laid_out(by_dot, engine, timeout):
        tried.append((by_dot[dot], setting(size(svg), paper)))
        text = tried[-1][1].text
        if text >= enough or text < _HOPELESS * least:
            break
    large = _AS_LARGE * max(found.scale for _, found in tried)
    return next(each for each in tried if each[1].scale >= min(large, enough / theme.BODY_SIZE))


def on_paper(svg: bytes, paper: Paper) -> Sheet:
    """Set a finished SVG on paper as it is, a contrast say."""
    found = setting(size(svg), paper)
    return Sheet(place(svg, found), found)


def _laid_out(dots: Iterable[str], engine: Engine, timeout: float) -> Iterator[tuple[str, bytes]]:
    """Lay out several shapes; one that the engine cannot do is passed over, unless none can be."""
    done = False
    failed: EngineError | None = None
    for dot in dots:
        try:
            svg = layout(dot, "svg", engine=engine, timeout=timeout)
        except TooLongError:
            # The next would take as long.
            if done:
                return
            raise
        except EngineError as error:
            failed = failed or error
            continue
        done = True
        yield dot, svg
    if failed is not None and not done:
        raise failed


def shapes(graph: ArgumentGraph | View, shape: Shape) -> Iterator[Shape]:
    """Yield the shapes worth trying, the usual one first."""
    from argmap.views.view import View

    count = len((graph.graph if isinstance(graph, View) else graph).statements)
    close = replace(shape, close=True, fold=count > _SMALL)
    widths = _WIDTHS if count <= _SMALL else _WIDTHS[:1]
    for tallest in _TALLEST if count <= _MIDDLING else _TALLEST[:1]:
        for width in widths:
            yield replace(close, text_width=width, tallest=tallest)
