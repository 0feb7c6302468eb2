"""DOT as a format: the map that ``argmap map -f dot`` draws from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.interface import Format, Losses, Output, Written

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["FORMAT", "write"]


def write(graph: ArgumentGraph) -> Written:
    """Write the map as DOT, which shows most of what a graph says, and names it for people."""
    from argmap.formats.not_kept import not_kept
    from argmap.rendering import render

    losses = Losses()
    shown = ("kind", "flags", "essay", "name", "reason", "by", "source", "url", "essay.title")
    not_kept(graph, losses, keeps=shown)
    return Written((Output(".dot", render(graph, "dot")),), losses.found())


FORMAT = Format("dot", "DOT, for Graphviz", (".dot", ".gv"), write=write)
