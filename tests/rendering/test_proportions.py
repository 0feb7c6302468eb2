"""No ribbons: whatever the shape of an argument, its map is neither a tower nor a tape."""

from __future__ import annotations

import random

import pytest

from argmap.graph import ArgumentGraph
from argmap.rendering import render
from argmap.rendering.proportions import COLUMN, arrange
from argmap.rendering.svg import size
from tests.graph.handmade import essay, graph
from tests.rendering.drawing import by_id, shown


def star(count: int) -> str:
    return "\n".join(["t claim.thesis", *(f"e{n} evidence supports=t" for n in range(count))])


def chain(count: int) -> str:
    rows = [f"c{n} claim supports=c{n - 1}" for n in range(1, count)]
    return "\n".join(["c0 claim.thesis", *rows])


def forest(count: int, size: int = 2) -> str:
    rows = []
    for tree in range(count // size):
        rows.append(f"r{tree} claim.thesis")
        rows += [f"r{tree}x{n} evidence supports=r{tree}" for n in range(size - 1)]
    return "\n".join(rows)


def comb(count: int) -> str:
    """A thesis with many claims, each with evidence of its own."""
    rows = ["t claim.thesis"]
    for n in range(count // 2):
        rows += [f"c{n} claim supports=t", f"e{n} evidence supports=c{n}"]
    return "\n".join(rows)


def alone(count: int) -> str:
    return "\n".join(f"a{n} claim" for n in range(count))


def bush(count: int, seed: int = 1) -> str:
    choose = random.Random(seed)
    rows = ["n0 claim.thesis"]
    for n in range(1, count):
        link = choose.choice(["supports", "supports", "attacks"])
        rows.append(f"n{n} claim {link}=n{choose.randrange(max(0, n - 30), n)}")
    return "\n".join(rows)


def linked(count: int) -> str:
    """Premises that all act through one link."""
    return "\n".join(["t claim.thesis", *(f"p{n} premise supports=t via=v" for n in range(count))])


def circle(count: int) -> str:
    return "\n".join(f"c{n} claim supports=c{(n + 1) % count}" for n in range(count))


SHAPES = [star, chain, forest, comb, alone, bush, linked, circle]


@pytest.mark.parametrize("count", [50, 90, 240])
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_no_ribbons(shape, count):
    drawn = render(graph(shape(count)))
    width, height = size(drawn)
    assert 1 / 3 <= width / height <= 3
    assert len([box for box in shown(drawn) if "claim" in box.classes or box.id]) >= 50


@pytest.mark.parametrize("shape", [star, bush, forest])
def test_no_ribbons_with_frames(shape):
    """Every tenth statement begins a section."""
    made = essay("w", shape(100))
    from dataclasses import replace

    statements = tuple(
        replace(each, section=(f"Section {number // 10}",))
        for number, each in enumerate(made.statements)
    )
    framed = ArgumentGraph.build([replace(made, statements=statements)])
    width, height = size(render(framed, cluster="section"))
    assert 1 / 3 <= width / height <= 3


@pytest.mark.parametrize("count", [2, 5, 12, 25])
def test_small_maps_are_left_as_they_are(count):
    """A short chain stays a chain: it fits a screen, and folding it would only puzzle."""
    boxes = by_id(render(graph(chain(count))))
    lefts = [boxes[f"c{n}"].left for n in range(count)]
    assert lefts == sorted(lefts)
    assert len(set(lefts)) == count


def test_theses_stand_at_the_left_however_deep_their_trees_are():
    drawn = by_id(render(graph(f"{chain(6)}\n{star(3)}\nlone claim\nask question")))
    assert drawn["c0"].left == pytest.approx(drawn["t"].left, abs=12)
    assert drawn["c0"].left == pytest.approx(drawn["lone"].left, abs=25)
    assert drawn["c0"].left == pytest.approx(drawn["ask"].left, abs=25)


def test_a_statement_stands_by_the_first_thing_it_bears_on():
    drawn = by_id(
        render(
            graph("t claim.thesis\na claim supports=t\nb claim supports=a\nc claim supports=t,b")
        )
    )
    assert drawn["c"].left == pytest.approx(drawn["a"].left, abs=3)
    assert drawn["c"].right < drawn["b"].left


def test_boxes_do_not_lie_on_each_other():
    boxes = [box for box in shown(render(graph(bush(120)))) if box.id.startswith("w@en:n")]
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = (
                one.right <= other.left
                or other.right <= one.left
                or one.bottom <= other.top
                or other.bottom <= one.top
            )
            assert apart, (one.id, other.id)


def test_arrange_foresees_columns():
    heights = dict.fromkeys("tab", 50.0)
    made = arrange(heights, [("a", "t"), ("b", "a")], [list("tab")])
    assert made.columns == {"t": 0, "a": 1, "b": 2}
    assert made.width == 3 * COLUMN
    assert not made.lengths
    assert not made.folded


def test_arrange_folds_a_tape_and_spreads_a_tower():
    names = [f"n{n}" for n in range(60)]
    heights = dict.fromkeys(names, 60.0)
    tape = arrange(heights, list(zip(names[1:], names, strict=False)), [names])
    assert tape.folded
    assert max(tape.columns.values()) < 20
    tower = arrange(heights, [(name, "n0") for name in names[1:]], [names])
    assert tower.lengths
    assert tower.height <= 2 * tower.width


def test_arrange_of_nothing_and_of_circles():
    assert arrange({}, [], []).height == 0
    made = arrange(dict.fromkeys("ab", 50.0), [("a", "b"), ("b", "a"), ("a", "a")], [["a", "b"]])
    assert sorted(made.columns.values()) == [0, 1]
