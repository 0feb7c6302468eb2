"""Large maps of several trees: each is laid out by itself, and all are set on one sheet."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rendering import big_maps, render, side_by_side
from argmap.rendering.forest import draw_forest
from argmap.rendering.plan import plan
from argmap.rendering.png import PngError
from argmap.rendering.shape import Shape
from argmap.rendering.skyline import set_out
from argmap.rendering.trees import sizes, split
from tests.rendering.drawing import SVG, all_text, by_id, shown

HEAD = "---\nid: {id}\nlang: en\ntitle: The essay {id}\nauthor: A. Nobody\n---\n\n"
ONE = (
    HEAD.format(id="one")
    + """## First

[A]{#a .claim .thesis}. [B]{#b .premise supports=a via=step}, [C]{#c .premise supports=a via=step},
but [D & <D>]{#d .rebuttal attacks=step}. [D two]{#dd .evidence supports=d url="https://example.org/d"}.

[E]{#e .claim .thesis}, for [F]{#f .evidence supports=e source="S"}.

## Second

[G]{#g .claim contradicts=h}, [H]{#h .claim}. [Across the sections]{#x .premise supports=g}.

[Alone]{#alone .claim}. [Alone, too]{#too .claim}. [Why?]{#why .question}
"""
)
TWO = (
    HEAD.format(id="two")
    + """
[K]{#k .claim .thesis}, for [L]{#l .evidence supports=k}. [M]{#m .claim}, for [N]{#n .evidence
supports=m}. [Against E]{#against .rebuttal attacks=one:e}.
"""
)


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch):
    monkeypatch.setattr(big_maps, "PARTED", 3)


def read(*texts: str) -> ArgumentGraph:
    return ArgumentGraph.build([read_essay(t, f"{n}.md") for n, t in enumerate(texts)])


def placed(svg: bytes) -> dict[str, tuple[float, float, float, float]]:
    """Return where every box stands on the sheet, by its id: left, top, right, bottom."""
    found = {}
    waiting = [(ET.fromstring(svg), 0.0, 0.0)]
    while waiting:
        element, right, down = waiting.pop()
        moved = re.search(r"translate\(([-\d.]+) ([-\d.]+)\)", element.get("transform", ""))
        if moved:
            right, down = right + float(moved[1]), down + float(moved[2])
        if element.get("class", "").startswith("node"):
            points = [p for e in element.iter() for p in (e.get("points") or e.get("d") or "",)]
            numbers = [float(n) for n in re.findall(r"-?[\d.]+", " ".join(points))]
            xs = [x + right for x in numbers[::2]] or [right]
            ys = [y + down for y in numbers[1::2]] or [down]
            found[element.get("id", "")] = (min(xs), min(ys), max(xs), max(ys))
        waiting += [(child, right, down) for child in element]
    return found


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def is_frame(element: ET.Element) -> bool:
    return element.get("class") == "cluster"


def in_frames(svg: bytes) -> dict[str, list[str]]:
    """Return, for every box by the end of its id, the first words of each frame about it."""
    found = {}

    def walk(element: ET.Element, frames: list[str]) -> None:
        for child in element:
            within = frames
            if is_frame(child):
                within = [*frames, next(child.iter(f"{SVG}text")).text or ""]
            elif child.get("class", "").startswith("node"):
                found[child.get("id", "").rpartition(":")[2]] = within
            walk(child, within)

    walk(ET.fromstring(svg), [])
    return found


def test_it_shows_what_one_graph_shows(monkeypatch):
    graph = read(ONE, TWO)
    parted = render(graph)
    monkeypatch.setattr(big_maps, "PARTED", 100)
    whole = render(graph)
    assert parted != whole
    for kind in ("node", "edge"):
        seen, expected = (
            Counter(
                (e.id if ":" in e.id else "", e.classes, e.tooltip, e.lines, e.href) for e in each
            )
            for each in (shown(parted, kind), shown(whole, kind))
        )
        assert seen == expected
    assert by_id(parted)["dd"].href == "https://example.org/d"
    assert "The essay one / The essay two" in all_text(parted)
    assert b"a main claim" in parted


@pytest.mark.parametrize("cluster", ["none", "section"])
@pytest.mark.parametrize("direction", ["right", "down"])
def test_nothing_overlaps_and_no_id_is_given_twice(cluster, direction):
    svg = render(read(ONE, TWO), cluster=cluster, shape=Shape(direction=direction))
    boxes = placed(svg)
    assert len(boxes) == len(shown(svg))
    assert not [pair for pair in combinations(boxes.values(), 2) if overlap(*pair)]
    width, height = map(float, re.findall(rb'(?:width|height)="([\d.]+)pt"', svg)[:2])
    assert all(x >= 0 and y >= 0 and r <= width and b <= height for x, y, r, b in boxes.values())
    ids = re.findall(rb' id="([^"]*)"', svg)
    assert len(ids) == len(set(ids))


def test_frames_are_those_of_the_whole():
    one = "The essay one · A. Nobody"
    frames = in_frames(render(read(ONE, TWO), cluster="section"))
    assert frames["a"] == [one, "First"]
    assert frames["alone"] == frames["too"] == [one, "Not linked to anything"]
    assert frames["why"] == [one, "Questions"]
    assert frames["k"] == frames["m"] == ["The essay two · A. Nobody"]
    # A tree of two essays stands in neither's frame; the engine draws one for its part of each.
    assert frames["e"] == frames["against"] == []
    svg = render(read(ONE, TWO))
    titles = [e.findtext(f"{SVG}text") for e in ET.fromstring(svg).iter() if is_frame(e)]
    assert Counter(titles)[one] == Counter(titles)["The essay two · A. Nobody"] == 1
    assert svg.count(b">The essay one \xc2\xb7 A. Nobody<") == 2
    alone = in_frames(render(read(ONE)))
    assert alone["a"] == []
    assert alone["why"] == ["Questions"]


def test_the_number_of_engines_makes_no_difference(monkeypatch):
    graph = read(ONE, TWO)
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(side_by_side, "_BATCH", 2)
    one = draw_forest(graph, jobs=1, tell=lambda *counts: told.append(counts))
    assert one == draw_forest(graph, jobs=3)
    assert told[-1] == (8, 8)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_dot_is_one_graph_and_a_single_tree_is_drawn_as_ever(monkeypatch):
    assert render(read(ONE), "dot").count(b"digraph") == 1
    single = read(
        "[A]{#a .claim} " + " ".join(f"[x]{{#s{n} .evidence supports=a}}" for n in range(4))
    )
    svg = render(single)
    monkeypatch.setattr(big_maps, "PARTED", 100)
    assert render(single) == svg


def test_without_a_font_or_resvg_a_png_is_drawn_of_one_graph(monkeypatch):
    def missing(*_: object, **__: object) -> bytes:
        raise PngError("no resvg")

    monkeypatch.setattr("argmap.rendering.png.of_finished", missing)
    assert render(read(ONE), "png", width=300).startswith(b"\x89PNG")


def test_a_page_finds_every_box_and_line():
    from argmap.rendering.page.picture import inline_svg
    from argmap.rendering.record import recording

    graph = read(ONE, TWO)
    with recording() as record:
        svg = render(graph)
    numbers = {key: number for number, key in enumerate(graph.statements)}
    links = {key: number for number, key in enumerate(graph.links)}
    page = inline_svg(svg, numbers, links, record)
    assert {int(n) for n in re.findall(r'data-s="(\d+)"', page)} == set(numbers.values())
    assert {int(n) for n in re.findall(r'data-l="(\d+)"', page)} == set(links.values())
    assert len(re.findall(r"data-e=", page)) == len(record.lines)


# --- the trees of a plan, and setting them out -----------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=14),
    st.sampled_from(["none", "section"]),
)
def test_every_statement_is_in_one_tree_with_all_it_is_linked_to(links, cluster):
    above = {a: b for a, b in links if a > b}
    text = "".join(
        f"{'## S' if n % 5 == 0 else ''}\n\n[t{n}]{{#t{n} .claim"
        + (f" supports=t{above[n]} via=v{n}" if n in above and n % 2 else "")
        + (f" supports=t{above[n]}" if n in above and not n % 2 else "")
        + "}\n"
        for n in range(12)
    )
    graph = read(text)
    drawn = plan(graph, cluster)
    trees = split(drawn)
    lone = [key for p in drawn.provinces for key in (*p.questions, *p.apart)]
    members = [set(tree.keys) for tree in trees]
    assert sorted([*lone, *(key for tree in trees for key in tree.keys)]) == sorted(
        graph.statements
    )
    for link in graph.links.values():
        assert [m for m in members if {*link.sources, link.target} <= m]
    assert sorted(sizes(graph)) == sorted([*map(len, members), *(1 for _ in lone)])
    assert sum(len(tree.plan.strokes) for tree in trees) == len(drawn.strokes)


SIZES = st.lists(st.tuples(st.floats(1, 900), st.floats(1, 900)), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(SIZES)
def test_pictures_are_set_apart_and_within_the_sheet(pictures):
    setting = set_out(pictures, 10.0)
    boxes = [
        (x, y, x + width, y + height)
        for (x, y), (width, height) in zip(setting.places, pictures, strict=True)
    ]
    for one, other in combinations(boxes, 2):
        apart = (one[0] - 9.9, one[1] - 9.9, one[2] + 9.9, one[3] + 9.9)
        assert not overlap(apart, other)
    assert all(
        x >= 0 and y >= 0 and right <= setting.width + 0.1 and bottom <= setting.height + 0.1
        for x, y, right, bottom in boxes
    )
    assert setting == set_out(pictures, 10.0)


def test_a_sheet_is_like_paper_and_read_from_the_upper_left():
    setting = set_out([(300.0, 100.0)] * 200, 10.0)
    assert 0.8 < setting.height / setting.width < 2.2
    assert setting.places[0] == (0.0, 0.0)
    rows = [y for _, y in setting.places]
    assert rows == sorted(rows)
    assert set_out([], 10.0).places == ()
