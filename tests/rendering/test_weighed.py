"""Maps that show how statements come out: by a mark and a word, never by colour alone."""

from __future__ import annotations

import re

import pytest

from argmap.cli.drawing import weighed_for
from argmap.rendering import render
from argmap.rendering.dot import to_dot
from argmap.rendering.themes import DEFAULT
from argmap.rendering.weighed import MARKS, Weighed, line_width
from argmap.views.around import around
from argmap.views.spine import spine
from tests.graph.handmade import graph
from tests.rendering.drawing import all_text, by_id

TEXT = """
t claim.thesis
s claim supports=t
e evidence supports=s
f rebuttal attacks=t
g evidence attacks=f
c claim supports=t
h evidence supports=c
i claim contradicts=c
j evidence supports=i
o premise
q question text="Well?"
"""
STANDINGS = {"t": "stands", "f": "falls", "c": "contested", "o": "open"}


@pytest.fixture(scope="module")
def argued():
    return graph(TEXT)


def test_weighing_gives_plain_data_on_statements(argued):
    found = weighed_for(argued, ["standing", "strength"])
    home = next(iter(found.standings)).rpartition(":")[0]
    assert {key: found.standings[f"{home}:{key}"] for key in STANDINGS} == STANDINGS
    assert set(found.standings) == set(found.strengths) <= set(argued.statements)
    assert f"{home}:q" not in found.standings
    assert found.semantics == "df-quad"
    assert weighed_for(argued, []) == Weighed()


def test_every_box_says_it_in_a_mark_and_a_word_and_is_coloured(argued):
    svg = render(argued, weighed=weighed_for(argued, ["standing"]))
    boxes = by_id(svg)
    for name, standing in STANDINGS.items():
        assert boxes[name].lines[-1] == f"{MARKS[standing]} {standing.upper()}"
        assert f"standing-{standing}" in boxes[name].classes
        assert f"As annotated: {standing}" in boxes[name].tooltip
    assert not any(c.startswith("standing") for c in boxes["q"].classes)
    legend = all_text(svg)
    assert "This is what the marks in the text imply, not who is right." in legend
    assert "something that holds speaks against it" in legend


def test_marks_are_told_apart_and_in_the_fonts_of_the_engine():
    from argmap.rendering.letters import in_engine

    assert len(set(MARKS.values())) == 4
    assert all(map(in_engine, MARKS.values()))


def test_the_key_explains_what_occurs_only(argued):
    view = around(argued, [next(iter(argued.statements))], 0)
    dot = to_dot(view, weighed=weighed_for(argued, ["standing"]))
    head = next(line for line in dot.splitlines() if "a main claim" in line)
    assert "STANDS" in head
    assert "FALLS" not in head
    assert "thicker" not in head


@pytest.mark.parametrize("of", [lambda g: spine(g, 3), lambda g: g])
def test_strength_is_a_number_and_a_width(argued, of):
    found = weighed_for(argued, ["strength"])
    dot = to_dot(of(argued), weighed=found)
    thesis = next(line for line in dot.splitlines() if 'class="claim thesis' in line)
    strength = found.strengths[next(iter(argued.statements))]
    assert f'penwidth="{line_width(strength):g}"' in thesis
    assert f"{strength:.2f}" in thesis
    assert "df-quad, from 0 to 1" in dot


def test_a_part_is_weighed_as_the_whole_says(argued):
    """A view leaves out grounds; what stands on them stands all the same."""
    found = weighed_for(argued, ["standing"])
    view = around(argued, [next(iter(argued.statements))], 0)
    boxes = by_id(render(view, weighed=found))
    assert boxes["t"].lines[-1] == "▲ STANDS"


def test_widths_grow_with_strength():
    widths = [line_width(n / 20) for n in range(21)]
    assert widths == sorted(set(widths))
    assert (line_width(-1), line_width(2)) == (widths[0], widths[-1])


def test_nothing_weighed_leaves_the_picture_alone(argued):
    assert to_dot(argued, weighed=Weighed()) == to_dot(argued)
    assert not re.search(r"STANDS|standing-|thicker", to_dot(argued))


def test_a_box_has_the_colours_of_its_standing_and_the_shape_of_its_kind(argued):
    dot = to_dot(argued, weighed=weighed_for(argued, ["standing"]))
    lines = {name: next(x for x in dot.splitlines() if f'id="w@en:{name}"' in x) for name in "tfo"}
    for name, standing in (("t", "stands"), ("f", "falls"), ("o", "open")):
        line, fill = DEFAULT.standing(standing)
        assert f'color="{line}" fillcolor="{line if name == "t" else fill}"' in lines[name]
    assert 'style="diagonals,filled"' in lines["f"]
