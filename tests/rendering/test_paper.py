"""Sheets of paper: their sizes, and how a picture stands on one."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from argmap.errors import ArgmapError
from argmap.rendering import render
from argmap.rendering.paper import PAPERS, find_paper, large_enough, place, setting
from argmap.rendering.sheet import draw_sheet, on_paper
from tests.graph.handmade import graph

TEXT = "t claim.thesis\n" + "\n".join(f"e{n} evidence supports=t" for n in range(6))


# title, picture in points, paper, sheet in mm, size of the text
@pytest.mark.parametrize(
    ("size", "name", "sheet", "text"),
    [
        ((1000, 500), "a4", (297, 210), 8.64),
        ((500, 1000), "a4", (210, 297), 8.64),
        ((500, 1000), "a4-landscape", (297, 210), 5.93),
        ((1000, 1000), "letter", (215.9, 279.4), 6.11),
        ((10, 10), "a3", (297, 420), 22.0),
        ((1000, 500), "TABLOID-Portrait", (279.4, 431.8), 8.09),
    ],
)
def test_a_picture_is_set_as_large_as_the_sheet_lets_it(size, name, sheet, text):
    found = setting(size, find_paper(name))
    assert (found.width, found.height) == sheet
    assert found.text == pytest.approx(text, abs=0.01)


@pytest.mark.parametrize(
    ("size", "name"),
    [((10, 10), "a5"), ((1000, 500), "a4"), ((1500, 2300), "a2"), ((9e5, 9), None)],
)
def test_the_smallest_paper_that_a_picture_can_be_read_on(size, name):
    assert large_enough(size) == name


@pytest.mark.parametrize("name", ["a9", "", "a4-sideways", "a4-", "landscape", "a3 landscape"])
def test_paper_that_there_is_not(name):
    if name == "a4-":
        assert find_paper(name).name == "a4"
        return
    with pytest.raises(ArgmapError, match=r"there is no paper .*use a5, a4"):
        find_paper(name)


def test_the_sheet_is_white_to_its_edges_and_the_picture_in_its_middle():
    svg = render(graph(TEXT))
    sheet = on_paper(svg, find_paper("a4"))
    root = ET.fromstring(sheet.content)
    assert (root.get("width"), root.get("height")) == ("297mm", "210mm")
    box = [float(number) for number in root.get("viewBox").split()]
    before = [float(number) for number in ET.fromstring(svg).get("viewBox").split()]
    assert box[0] + box[2] / 2 == pytest.approx(before[0] + before[2] / 2, abs=0.02)
    assert box[1] + box[3] / 2 == pytest.approx(before[1] + before[3] / 2, abs=0.02)
    ground = root.find("{http://www.w3.org/2000/svg}polygon")
    corners = [float(number) for number in re.findall(r"-?[\d.]+", ground.get("points"))]
    assert corners[:2] == pytest.approx(box[:2], abs=0.02)
    assert corners[4:6] == pytest.approx([box[0] + box[2], box[1] + box[3]], abs=0.02)


def test_only_what_argmap_drew_is_set_on_paper():
    with pytest.raises(ArgmapError, match="only a picture that argmap has drawn"):
        place(b"<svg/>", setting((1, 1), find_paper("a4")))


def test_a_png_has_the_size_of_the_sheet():
    drawn = draw_sheet(graph(TEXT), find_paper("a5-landscape"), "png", dpi=72)
    width, height = (int.from_bytes(drawn.content[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (pytest.approx(595, abs=1), pytest.approx(420, abs=1))


def test_the_same_graph_gives_the_same_sheet_and_no_shape_prints_much_larger():
    first = draw_sheet(graph(TEXT), find_paper("a4"))
    assert first.content == render(graph(TEXT), paper="a4")
    usual = setting(
        tuple(float(n) for n in re.findall(rb'(?:width|height)="([\d.]+)pt"', render(graph(TEXT)))),
        find_paper("a4"),
    )
    assert first.setting.text >= usual.text
    assert set(PAPERS) >= {"a5", "a4", "a3", "letter", "tabloid"}
