"""Maps: from the graph of an argument to DOT, and by Graphviz to SVG and PNG.

:func:`render` is the whole of it. Below it, :mod:`~argmap.rendering.dot` writes the DOT,
:mod:`~argmap.rendering.engine` lays it out, :mod:`~argmap.rendering.svg` makes it fit to publish,
and :mod:`~argmap.rendering.contrast` draws two works side by side. They are loaded when used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.rendering.engine import Engine
    from argmap.rendering.groups import Cluster
    from argmap.rendering.shape import Shape
    from argmap.rendering.side_by_side import Tell
    from argmap.rendering.themes import Theme
    from argmap.rendering.weighed import Weighed
    from argmap.views.view import View

__all__ = ["FORMATS", "draw_dot", "render"]

FORMATS = ("svg", "png", "dot")
"""What :func:`render` can make."""


def render(
    graph: ArgumentGraph | View,
    format: str = "svg",  # noqa: A002  (what everyone calls it)
    *,
    cluster: Cluster = "none",
    title: str | None = None,
    legend: bool = True,
    shape: Shape | None = None,
    theme: Theme | None = None,
    weighed: Weighed | None = None,
    paper: str | None = None,
    engine: Engine = "bundled",
    timeout: float = 120.0,
    dpi: float | None = None,
    width: int | None = None,
    jobs: int | None = None,
    tell: Tell | None = None,
) -> bytes:
    """Draw the map of a graph, or of a view of one (:mod:`argmap.views`).

    The same graph gives the same bytes, every time. ``cluster`` frames the statements of each
    ``"section"`` or ``"question"``; several essays are framed one each in any case. ``title`` is
    the essay's own unless given; ``shape`` says how it is laid out. ``paper`` (``"a3"``,
    ``"letter-landscape"``) makes it fit a sheet. ``theme`` is one of
    :data:`argmap.rendering.themes.THEMES`, or one's own; ``weighed`` has standings and strengths to
    show (:mod:`argmap.rendering.weighed`). ``engine`` is the bundled one or, where asked for,
    a ``"system"`` ``dot``; ``timeout`` is in seconds; ``dpi`` and ``width``, in pixels,
    are for PNG only.

    A large map of several trees is laid out tree by tree (:mod:`argmap.rendering.forest`), by as
    many engines at a time as ``jobs`` says, or there are processors; ``tell`` is then called with
    how many trees are done, and of how many. As DOT and on paper it is one graph.

    Raises :class:`~argmap.rendering.engine.EngineError` and, for PNG,
    :class:`~argmap.rendering.png.PngError`, each with a one-line message that says what to do.
    Where a few letters of a PNG are spelled, as no font has them, it warns
    (:class:`~argmap.rendering.png.PngWarning`).
    """
    from argmap.rendering.dot import map_title, to_dot
    from argmap.rendering.shape import USUAL
    from argmap.rendering.themes import now, using
    from argmap.rendering.weighed import NOTHING_WEIGHED

    if theme is not None and theme is not now():
        with using(theme):
            return render(
                graph,
                format,
                cluster=cluster,
                title=title,
                legend=legend,
                shape=shape,
                weighed=weighed,
                paper=paper,
                engine=engine,
                timeout=timeout,
                dpi=dpi,
                width=width,
                jobs=jobs,
                tell=tell,
            )
    shape, weighed = shape or USUAL, weighed or NOTHING_WEIGHED
    if paper is not None:
        from argmap.rendering.paper import find_paper
        from argmap.rendering.sheet import draw_sheet

        return draw_sheet(
            graph,
            find_paper(paper),
            format,
            cluster=cluster,
            title=title,
            legend=legend,
            shape=shape,
            weighed=weighed,
            engine=engine,
            timeout=timeout,
            dpi=dpi,
            width=width,
        ).content
    called = map_title(graph) if title is None else title
    if format in ("svg", "png"):
        from argmap.rendering.big_maps import is_parted
        from argmap.views.view import View

        if is_parted(graph.graph if isinstance(graph, View) else graph):
            from argmap.rendering.forest import draw_forest
            from argmap.rendering.png import PngError, of_finished
            from argmap.rendering.svg import finish

            drawn = draw_forest(
                graph,
                cluster=cluster,
                title=title,
                legend=legend,
                shape=shape,
                weighed=weighed,
                engine=engine,
                timeout=timeout,
                jobs=jobs,
                tell=tell,
            )
            svg = finish(drawn, title=called)
            if format == "svg":
                return svg
            try:
                return of_finished(svg, dpi=dpi, width=width)
            except PngError:
                pass  # without resvg or fonts for it, the engine draws it as one graph
    dot = to_dot(graph, cluster=cluster, title=title, legend=legend, shape=shape, weighed=weighed)
    return draw_dot(dot, format, title=called, engine=engine, timeout=timeout, dpi=dpi, width=width)


def draw_dot(
    dot: str,
    format: str = "svg",  # noqa: A002  (what everyone calls it)
    *,
    title: str = "",
    engine: Engine = "bundled",
    timeout: float = 120.0,
    dpi: float | None = None,
    width: int | None = None,
) -> bytes:
    """Turn DOT that argmap wrote, a map or a contrast, into a picture, or into bytes of DOT.

    ``title`` is what the picture is called by a screen reader. Raises as :func:`render` does, and
    ValueError for a format that is not one of :data:`FORMATS`.
    """
    if format == "dot":
        return dot.encode("utf-8", "replace")
    if format == "svg":
        from argmap.rendering.engine import layout
        from argmap.rendering.svg import finish

        return finish(layout(dot, "svg", engine=engine, timeout=timeout), title=title)
    if format == "png":
        from argmap.rendering.png import DPI, draw

        return draw(dot, title=title, dpi=dpi or DPI, width=width, engine=engine, timeout=timeout)
    raise ValueError(f"a map cannot be written as {format!r}; choose one of {', '.join(FORMATS)}")
