"""A whole map in type that can be read, on as few sheets as will hold it side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.rendering import render
from argmap.rendering.big_maps import is_parted
from argmap.rendering.dot import language_of
from argmap.rendering.engine import Engine, EngineError, TooLongError
from argmap.rendering.groups import Cluster
from argmap.rendering.paper import Paper
from argmap.rendering.shape import USUAL, Shape
from argmap.rendering.sheet import shapes
from argmap.rendering.tiles import TEXT, Tiling, tiles
from argmap.rendering.weighed import NOTHING_WEIGHED, Weighed

if TYPE_CHECKING:
    from argmap.views.view import View

__all__ = ["poster"]


def poster(
    view: View,
    paper: Paper,
    *,
    text: float | None = None,
    cluster: Cluster = "none",
    shape: Shape = USUAL,
    weighed: Weighed = NOTHING_WEIGHED,
    engine: Engine = "bundled",
    timeout: float = 120.0,
) -> Tiling:
    """Draw a map, and cut it into sheets of ``paper`` with type of ``text`` points.

    Of the shapes that are tried for one sheet (:mod:`argmap.rendering.sheet`), those with boxes as
    wide as usual, the one that takes the fewest is taken. Raises as
    :func:`argmap.rendering.render` and :func:`argmap.rendering.tiles.tiles` do.
    """
    tried: list[Tiling] = []
    failed: EngineError | None = None
    close = replace(shape, close=True)
    wide = [each for each in shapes(view, shape) if each.text_width == shape.text_width]
    for each in [close] if is_parted(view.graph) else wide or [close]:
        try:
            svg = render(
                view,
                cluster=cluster,
                shape=each,
                weighed=weighed,
                engine=engine,
                timeout=timeout,
            )
        except TooLongError:
            # The next would take as long.
            if tried:
                break
            raise
        except EngineError as error:
            failed = failed or error
            continue
        tried.append(tiles(svg, paper, text=text or TEXT, lang=language_of(view.graph)))
    if failed is not None and not tried:
        raise failed
    return min(tried, key=lambda each: len(each.tiles))
