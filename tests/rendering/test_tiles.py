"""A map on several sheets to be taped together: where it is cut, and what stands on each."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from html import unescape

import pytest

from argmap.errors import ArgmapError
from argmap.rendering import render, tiles
from argmap.rendering.paper import find_paper
from argmap.rendering.svg_pieces import extent, meet, pieces
from tests.graph.handmade import graph

A5 = find_paper("a5")
LONG = "a claim that is long enough to fill several lines of its box, and ends here"
TEXT = "t claim.thesis\n" + "\n".join(
    f'e{n} premise supports={"t" if n < 8 else f"e{n % 8}"} text="{n} {LONG}"' for n in range(30)
)


@pytest.fixture(scope="module")
def svg() -> bytes:
    return render(graph(TEXT))


@pytest.fixture(scope="module")
def tiling(svg):
    return tiles.tiles(svg, A5)


def box(root) -> list[float]:
    return [float(number) for number in root.get("viewBox").split()]


def window(tile) -> tuple[float, float]:
    """From where to where a sheet shows the picture: between what covers its margins."""
    covers = [
        piece.box
        for piece in pieces(tile.content)
        if piece.marks[0].markup.startswith(b'<polygon fill="#FFFFFF" stroke="none"')
    ]
    _, _, above, below = covers[:4]
    return above[3], below[1]


# title, spans with their price, length, room, overlap, how far back, where sheets begin
@pytest.mark.parametrize(
    ("spans", "length", "starts"),
    [
        ([], 100, [0]),
        ([], 101, [0, 90]),
        ([], 250, [0, 90, 180]),
        # Two boxes, the second from 80 to 160: the next sheet begins at it, not within.
        ([(0, 70, 5), (80, 160, 5)], 160, [0, 80]),
        # No cut is free: the cheapest.
        ([(0, 160, 5), (75, 160, 9)], 160, [0, 75]),
        # A box no higher than the overlap is whole on one of the two in any case.
        ([(85, 94, 5)], 150, [0, 90]),
        # A box larger than a sheet.
        ([(0, 300, 1)], 300, [0, 90, 180, 270]),
    ],
)
def test_where_sheets_begin(spans, length, starts):
    found, _ = tiles.cuts(spans, (0, length), 100, 10, 0.4)
    assert found == starts


@pytest.mark.parametrize(
    ("cell", "name"),
    [((0, 0), "A1"), ((1, 1), "B2"), ((25, 9), "Z10"), ((26, 0), "AA1"), ((27, 0), "AB1")],
)
def test_sheets_are_named_as_cells_are(cell, name):
    assert tiles._name(*cell) == name


def test_every_line_of_text_is_whole_on_a_sheet(svg, tiling):
    lines = [
        mark.box
        for piece in pieces(svg)
        for mark in piece.marks
        if mark.is_text and mark.box is not None
    ]
    assert len(lines) > 100
    strip = tiles.OVERLAP * 72 / 25.4 / tiling.setting.scale
    assert all(line[3] - line[1] < strip for line in lines)
    windows = [window(tile) for tile in tiling.tiles]
    assert all(any(top <= line[1] and line[3] <= foot for top, foot in windows) for line in lines)


def test_columns_of_boxes_are_not_cut_where_there_is_a_way_between(svg, tiling):
    boxes = [piece.box for piece in pieces(svg) if piece.kind == "node"]
    strip = tiles.OVERLAP * 72 / 25.4 / tiling.setting.scale
    starts = {round(box(ET.fromstring(tile.content))[0], 1) for tile in tiling.tiles}
    lefts = sorted(start + 10 * 72 / 25.4 / tiling.setting.scale for start in starts)[1:]
    assert lefts
    for start in lefts:
        assert not [b for b in boxes if b[0] < start - 1 and b[2] > start + strip + 1]


def test_a_sheet_holds_what_it_shows_and_no_other_words(svg, tiling):
    assert len(tiling.tiles) > 3
    whole = unescape(svg.decode())
    for tile in tiling.tiles:
        root = ET.fromstring(tile.content)
        assert root.get("aria-label").startswith(f"{tile.name}: ")
        assert root.get("width") in ("148mm", "210mm")
        left, top, wide, high = box(root)
        sheet = left, top, left + wide, top + high
        drawn = pieces(tile.content)
        words = [m.box for p in drawn for m in p.marks if m.is_text and m.box is not None]
        assert all(meet(each, sheet) for each in words)
        assert tile.name in tile.content.decode()
        assert len(tile.content) < len(svg)
    held = "".join(unescape(tile.content.decode()) for tile in tiling.tiles)
    for line in re.findall("<text[^>]*>([^<]+)</text>", whole):
        assert line in held
    assert set(re.findall('id="[^"]+" class="node', svg.decode())) == set(
        re.findall('id="[^"]+" class="node', "".join(t.content.decode() for t in tiling.tiles))
    )


def test_the_same_picture_gives_the_same_sheets_and_neighbours_lead_to_each_other(svg, tiling):
    assert tiles.tiles(svg, A5) == tiling
    names = [tile.name for tile in tiling.tiles]
    assert names == sorted(names, key=lambda name: (int(name[1:]), name[0]))
    for number, tile in enumerate(tiling.tiles, 1):
        for jump in tile.jumps:
            assert number in [back.page for back in tiling.tiles[jump.page - 1].jumps]


def test_empty_sheets_are_left_out():
    """Two boxes far apart, and nothing between them."""
    marks = "".join(
        f'<g id="n{x}" class="node"><polygon fill="none" stroke="#000000" '
        f'points="{x},{x} {x + 50},{x} {x + 50},{x + 20} {x},{x + 20} {x},{x}"/></g>\n'
        for x in (0, 1500)
    )
    svg = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<svg width="1600pt" height="1600pt" '
        'viewBox="0 0 1600 1600" role="img" aria-label="x">\n<title>x</title>\n'
        f"{marks}</svg>\n"
    ).encode()
    made = tiles.tiles(svg, A5)
    assert made.tiles[0].name == "A1"
    assert len(made.tiles) == 2
    assert made.columns * made.rows > 4
    assert not any(tile.jumps for tile in made.tiles)


def test_a_picture_on_one_sheet_needs_no_marks():
    (tile,) = tiles.tiles(render(graph("t claim.thesis")), find_paper("a3")).tiles
    assert b"tape" not in tile.content
    assert b">A1<" in tile.content


def test_what_is_no_picture_of_ours_and_what_is_too_large(svg):
    with pytest.raises(ArgmapError, match="only a picture that argmap has drawn"):
        tiles.tiles(b"<svg/>", A5)
    large = re.sub(rb"translate\([^)]*\)", b"translate(0 0)", svg)
    far = large.replace(b"</svg>", b'<text x="900000" y="90000" font-size="9">x</text></svg>')
    with pytest.raises(ArgmapError, match=r"more than 400 sheets of a5: take larger paper"):
        tiles.tiles(far, A5)


def test_margins_speak_the_language_of_the_essay(svg):
    made = tiles.tiles(svg, A5, lang="ko")
    assert f"{len(made.tiles)}장 가운데 1번째 장" in made.tiles[0].content.decode()
    assert "회색 막대" in made.tiles[0].content.decode()
    assert extent(made.tiles[0].content)[0] < 0


def test_words_beyond_a_sheet_are_not_in_its_pdf(svg, tiling):
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    pytest.importorskip("typst", reason="argmap[pdf] is not installed")
    from argmap.rendering.pdf import to_pdf

    made = to_pdf([tile.content for tile in tiling.tiles[:2]])
    pages = pypdf.PdfReader(io.BytesIO(made.content)).pages
    texts = [page.extract_text().replace("\xa0", " ") for page in pages]
    for tile, text in zip(tiling.tiles, texts, strict=False):
        assert tile.name in text
        # As many boxes begin on it as its SVG has headers of.
        assert text.count("PREMISE") == tile.content.count(b"PREMISE</text>")
