"""A graph shows itself in a notebook: as IPython would ask it, and by IPython where that is."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rendering.notebook import MOST_STATEMENTS

ESSAY = (
    "[Tea cools]{#tea .claim .thesis}, as [cups <b>lose</b> heat]{#cups .evidence supports=tea}.\n"
)


def graph_of(text: str) -> ArgumentGraph:
    return ArgumentGraph.build([read_essay(text, "tea.md")])


def test_the_picture_is_an_svg_element():
    drawn = graph_of(ESSAY)._repr_svg_()
    assert ET.fromstring(drawn).tag.endswith("}svg")
    assert "Tea cools" in drawn


def test_a_graph_without_statements_has_no_picture_but_words():
    empty = graph_of("Nothing here.\n")
    assert empty._repr_svg_() is None
    assert repr(empty) == "<ArgumentGraph of tea@en: 0 statements, 0 links>"
    assert repr(ArgumentGraph.build([])) == "<ArgumentGraph of no essay: 0 statements, 0 links>"


def test_of_a_large_graph_the_spine_is_shown():
    grounds = "".join(f"[x]{{#s{n} .evidence supports=cups}} " for n in range(MOST_STATEMENTS))
    drawn = graph_of(ESSAY.replace(".evidence", ".claim") + "\n" + grounds)._repr_svg_()
    assert ":s59" not in drawn
    assert "grounds" in drawn


def test_ipython_shows_picture_and_words():
    formatters = pytest.importorskip(
        "IPython.core.formatters", reason="IPython is not here: nothing asks for the picture"
    )
    data, _ = formatters.DisplayFormatter().format(graph_of(ESSAY))
    assert data["text/plain"] == "<ArgumentGraph of tea@en: 2 statements, 1 link>"
    assert data["image/svg+xml"].startswith("<svg")
