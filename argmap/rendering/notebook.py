"""The picture of a graph in a notebook: Jupyter, marimo and whatever else asks ``_repr_svg_``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["MOST_STATEMENTS", "picture"]

MOST_STATEMENTS = 60
"""Statements that are read in a cell without much scrolling; of more, the spine is drawn."""


def picture(graph: ArgumentGraph) -> str | None:
    """Return the map of a graph as an ``<svg>`` element, or None where it has no statement.

    Of more than :data:`MOST_STATEMENTS` statements the spine is drawn, whose boxes say what is left
    out; :func:`argmap.render` draws all. Raises :class:`~argmap.rendering.engine.EngineError`.
    """
    if not graph.statements:
        return None
    from argmap.rendering import render
    from argmap.views.spine import spine

    shown = graph if len(graph.statements) <= MOST_STATEMENTS else spine(graph)
    svg = render(shown).decode("utf-8")
    # Within a page, where an XML declaration has no place.
    return svg[svg.index("<svg") :]
