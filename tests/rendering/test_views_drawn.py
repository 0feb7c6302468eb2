"""Views as they are drawn: counts on boxes, lines through what is left out, directions."""

from __future__ import annotations

import re

import pytest

from argmap.model import Kind
from argmap.rendering import render
from argmap.rendering.dot import to_dot
from argmap.rendering.shape import Shape
from argmap.rendering.view_words import behind_words
from argmap.views.spine import spine
from argmap.views.view import Behind
from tests.graph.handmade import graph
from tests.rendering.drawing import by_id, shown

TEXT = """
a  claim.thesis
a1 claim supports=a
a2 premise supports=a1
x  evidence supports=a2
m  claim supports=a
b  claim.thesis supports=m
b1 claim supports=b
"""


@pytest.mark.parametrize(
    ("behind", "kind", "words"),
    [
        (None, Kind.CLAIM, ""),
        (Behind(), Kind.CLAIM, ""),
        (Behind(1), Kind.CLAIM, "+1 ground"),
        (Behind(12, 3, 3), Kind.CLAIM, "+12 grounds, 3 objections answered"),
        (Behind(0, 1, 0), Kind.PREMISE, "+1 objection unanswered"),
        (Behind(0, 3, 1), Kind.CLAIM, "+3 objections, 1 answered"),
        (Behind(2, 1, 0), Kind.REBUTTAL, "+2 grounds, 1 answer"),
    ],
)
def test_what_a_box_says_of_what_is_left_out(behind, kind, words):
    assert behind_words(behind, kind) == words


def test_a_spine_drawn():
    svg = render(spine(graph(TEXT), 4))
    boxes = by_id(svg)
    assert boxes["a1"].lines[-1] == "+2 grounds"
    assert boxes["b1"].lines[-1] == "The text of b1."
    assert boxes["b/supports/a"].lines == ("… 1 statement between",)
    # It rests on evidence, though that is left out.
    assert "unsupported" not in boxes["a1"].classes
    assert "unsupported" in boxes["b1"].classes


@pytest.mark.parametrize(
    ("direction", "before"),
    [
        ("right", lambda claim, ground: claim.right < ground.left),
        ("left", lambda claim, ground: ground.right < claim.left),
        ("down", lambda claim, ground: claim.bottom < ground.top),
        ("up", lambda claim, ground: ground.bottom < claim.top),
    ],
)
def test_grounds_stand_where_the_direction_says(direction, before):
    boxes = by_id(render(graph(TEXT), shape=Shape(direction=direction)))
    assert before(boxes["a"], boxes["a1"])
    assert before(boxes["a1"], boxes["a2"])


@pytest.mark.parametrize("direction", ["right", "left", "down", "up"])
def test_in_the_order_of_the_text(direction):
    rows = [f"c{n} claim supports=t" for n in range(8)]
    rows += [f"e{n} evidence supports=c{n},c{(n * 3 + 5) % 8}" for n in range(8)]
    shape = Shape(order="text", direction=direction)
    boxes = by_id(render(graph("\n".join(["t claim.thesis", *rows])), shape=shape))
    claims = [boxes[f"c{n}"] for n in range(8)]
    places = [each.top if shape.sideways else each.left for each in claims]
    assert places == sorted(places)


def test_no_box_of_a_spine_lies_on_another():
    nodes = shown(render(spine(graph(TEXT), 5)))
    for number, one in enumerate(nodes):
        for other in nodes[number + 1 :]:
            apart = (
                one.right <= other.left
                or other.right <= one.left
                or one.bottom <= other.top
                or other.bottom <= one.top
            )
            assert apart, (one.id, other.id)


def test_the_width_of_text_is_that_of_the_shape():
    def least(dot: str) -> int:
        return min(int(width) for width in re.findall(r'BALIGN="LEFT" WIDTH="(\d+)"', dot))

    narrow = to_dot(graph(TEXT), shape=Shape(text_width=150))
    assert least(narrow) == round(150 * 1.04)
    assert least(to_dot(graph(TEXT))) == round(236 * 1.04)
