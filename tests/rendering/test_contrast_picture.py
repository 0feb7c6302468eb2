"""The contrast drawn: frames set closely in columns, and one question on a sheet of its own."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.compare.contrast import contrast
from argmap.errors import ArgmapError
from argmap.graph import ArgumentGraph
from argmap.rendering import draw_dot
from argmap.rendering.contrast import (
    contrast_dot,
    question_dot,
    render_contrast,
    render_question,
)
from argmap.rendering.contrast_row import WIDTH, Row
from argmap.rendering.packing import GAP, columns
from tests.graph.handmade import essay
from tests.rendering.drawing import SVG, all_text, shown

COUNT = 12


@pytest.fixture(scope="module")
def debate() -> ArgumentGraph:
    left, right, links = [], [], []
    for n in range(COUNT):
        long = "A word. " * (4 * n + 1)
        left += [f'a{n} claim on=q{n} text="{long}"', f"x{n} evidence supports=a{n}"]
        left += [f"s{n} claim on=q{n}", f"h{n} claim on=q{n} attacks=s{n}"]
        right += [f"b{n} claim on=q{n}", f"y{n} rebuttal attacks=b{n} by=them"]
        links.append(f'from=left:a{n} contradicts=right:b{n} "They differ on {n}."')
    asked = [f'q{n} question text="Question {n}?"' for n in range(COUNT)]
    return ArgumentGraph.build(
        [
            essay("left", "\n".join(left), title="Left"),
            essay("right", "\n".join(right), title="Right"),
            essay("debate", "\n".join([*asked, *links])),
        ]
    )


@pytest.fixture(scope="module")
def drawn(debate) -> bytes:
    return render_contrast(debate, contrast(debate, "left", "right"))


def frames(svg: bytes) -> dict[str, tuple[float, float, float, float]]:
    """Return the frames of a contrast as left, top, right, bottom, in the picture's points."""
    found = {}
    for outer in ET.fromstring(svg).iter(f"{SVG}g"):
        moved = re.match(r"translate\(([\d.-]+) ([\d.-]+)\)", outer.get("transform") or "")
        if not moved:
            continue
        for frame in outer.iter(f"{SVG}g"):
            if frame.get("class") == "cluster":
                inner = next(outer.iter(f"{SVG}g"))
                inner = outer.find(f"{SVG}g")
                shift = re.search(r"translate\(([\d.-]+) ([\d.-]+)\)", inner.get("transform"))
                right, down = (float(moved[n]) + float(shift[n]) for n in (1, 2))
                path = frame.find(f"{SVG}path")
                numbers = [float(n) for n in re.findall(r"-?[\d.]+", path.get("d"))]
                xs, ys = numbers[::2], numbers[1::2]
                found[frame.get("id")] = (
                    min(xs) + right,
                    min(ys) + down,
                    max(xs) + right,
                    max(ys) + down,
                )
    return found


def test_frames_do_not_touch_and_leave_no_gap_taller_than_a_margin(drawn):
    placed = frames(drawn)
    assert len(placed) == COUNT
    by_column: dict[int, list[tuple[float, float, float, float]]] = {}
    for box in placed.values():
        by_column.setdefault(round(box[0] / 100), []).append(box)
    assert len(by_column) > 1
    for boxes in by_column.values():
        boxes.sort(key=lambda box: box[1])
        for above, below in pairwise(boxes):
            assert 0 < below[1] - above[3] <= 32


def test_frames_stand_closely_in_the_dot_too(debate):
    found = contrast(debate, "left", "right")
    svg = draw_dot(contrast_dot(debate, found), "svg")
    by_column: dict[int, list[tuple[float, float]]] = {}
    for frame in ET.fromstring(svg).iter(f"{SVG}g"):
        if (frame.get("id") or "").startswith("frame"):
            numbers = re.findall(r"-?[\d.]+", frame.find(f"{SVG}path").get("d"))
            xs, ys = [float(n) for n in numbers[::2]], [float(n) for n in numbers[1::2]]
            by_column.setdefault(round(min(xs) / 300), []).append((min(ys), max(ys)))
    assert sorted(map(len, by_column.values())) == sorted(
        map(len, columns([Row(debate, found, n).height for n in range(COUNT)], WIDTH))
    )
    for spans in by_column.values():
        for above, below in pairwise(sorted(spans)):
            assert 0 < below[0] - above[1] <= 32


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_contrast_speaks_the_language_of_both_essays(lang):
    works = [
        ("left", lang, "a claim on=q\nc claim on=p"),
        ("right", "ko", "b claim on=q"),
        ("debate", "ko", "q question\np question\nfrom=left:a attacks=right:b"),
    ]
    graph = ArgumentGraph.build([essay(f"{id_}@{of}", text) for id_, of, text in works])
    text = all_text(render_contrast(graph, contrast(graph, "left", "right")))
    korean = ("주장", "반박", "의견이 맞섬", "한쪽만 말함", "이 물음에 답하지 않음", "왼쪽: ")
    english = ("CLAIM", "ATTACKS", "they dispute", "only one speaks", "says nothing to", "left: ")
    for words, others in zip(korean, english, strict=True):
        assert (words in text, others in text) == (lang == "ko", lang == "en")


def test_no_name_stands_twice_in_the_document(drawn):
    ids = [each.get("id") for each in ET.fromstring(drawn).iter() if each.get("id")]
    assert len(ids) == len(set(ids))


def test_every_question_and_reason_is_there(drawn):
    text = all_text(drawn)
    for n in range(COUNT):
        assert f"Question {n}?" in text
        assert f"They differ on {n}." in text


def test_a_question_alone_stands_between_the_grounds_of_both_sides(debate):
    svg = render_question(debate, contrast(debate, "left", "right"), "q2")
    boxes = {each.id.rpartition(":")[2]: each for each in shown(svg)}
    middle = next(each for each in shown(svg) if "They differ on 2." in each.text)
    assert boxes["x2"].right < boxes["a2"].left < boxes["a2"].right < middle.left
    assert middle.right < boxes["b2"].left < boxes["b2"].right < boxes["y2"].left
    assert not [name for name in boxes if not name.endswith("2") and name[0] in "abxysh"]
    # Main statements of one side stand in one column, and nothing is drawn within it.
    assert not [each for each in shown(svg, "edge") if "h2 attacks s2" in each.tooltip]


def test_on_paper_and_of_a_question_that_there_is_not(debate):
    found = contrast(debate, "left", "right")
    assert b'width="297mm" height="210mm"' in render_question(
        debate, found, "q0", paper="a4-landscape"
    )
    with pytest.raises(ArgmapError, match="neither side speaks to 'zzz'"):
        question_dot(debate, found, "zzz")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.floats(20, 900), min_size=1, max_size=40), st.floats(200, 900), st.floats(0, 200)
)
def test_every_frame_is_dealt_once_and_no_column_is_a_tower(heights, width, head):
    dealt = columns(heights, width, head)
    assert sorted(number for column in dealt for number in column) == list(range(len(heights)))
    assert all(column for column in dealt)
    tallest = max(sum(heights[n] + GAP for n in column) for column in dealt)
    share = sum(height + GAP for height in heights) / len(dealt)
    assert tallest <= share + max(heights) + GAP + 1
