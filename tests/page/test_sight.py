"""Only what is near what is in sight is laid out, and nothing is lost by it."""

from __future__ import annotations

import re

import pytest

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rendering import render
from argmap.rendering.page import Page, page
from argmap.rendering.page.tiles import tiled
from tests.page.waiting import until

COUNT = 120


def box(number: int, x: float, y: float) -> str:
    return (
        f'<g data-s="{number}" class="node claim"><g>'
        f'<path d="M{x},{y}C{x + 10},{y} {x + 20},{y + 5} {x + 20},{y + 30}"/>'
        f'<text x="{x + 2}" y="{y + 9}">d=&quot;7&quot;</text></g></g>'
    )


def line(x1: float, x2: float) -> str:
    return f'<g data-l="0" data-e="0 1" class="edge supports"><path d="M{x1},0C{x1},0 {x2},9 {x2},9"/></g>'


def picture(*items: str) -> str:
    return f'<g class="graph" transform="translate(4 5)"><polygon points="0,0 9,9"/>{"".join(items)}</g></svg>'


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], []),
        (["a"], ["a"]),
        (["near", "far", "nearer"], ["far", "near nearer"]),
        (["near", "short", "nearer"], ["short", "near nearer"]),
        (["a", "long", "b"], ["long", "a", "b"]),
    ],
)
def test_what_lies_together_makes_a_tile(items, expected):
    drawn = {
        "a": box(1, 0, 0),
        "near": box(2, 10, 10),
        "nearer": box(3, 60, 50),
        "far": box(4, -900, 0),
        "b": box(5, 5000, 0),
        "long": line(0, 5000),
        "short": line(0, 50),
    }
    names = {markup: name for name, markup in drawn.items()}
    html = tiled(picture(*(drawn[name] for name in items)))
    assert html.startswith(
        '<g class="graph" transform="translate(4 5)"><polygon points="0,0 9,9"/>'
    )
    assert html.endswith("</g></svg>")
    inner = html[html.index("/>") + 2 : html.rindex("</g></svg>")]
    parts = re.findall(r'<svg class="tile"[^>]*>(.*?)</svg>|(<g data-l.*?</g>)', inner)
    found = [
        " ".join(names[each] for each in re.findall(r"<g data.*?</g>(?:</g>)?", tile or alone))
        for tile, alone in parts
    ]
    assert found == expected


def test_a_tile_says_how_far_it_goes():
    html = tiled(picture(box(0, 1, 2), line(-30, 100), box(1, 60, 40)))
    assert re.findall(r'data-at="([^"]*)"', html) == ["-30 0 100 9", "1 2 80 70"]


def test_the_end_of_a_group_ends_its_tiles():
    html = tiled(picture(box(0, 0, 0))[:-6] + picture(box(1, 0, 0)))
    assert html.count('<svg class="tile"') == 2
    first, second = html.split('<g class="graph"')[1:]
    assert 'data-s="0"' in first
    assert 'data-s="1"' in second


@pytest.fixture(scope="module")
def wide(tmp_path_factory):
    text = "# Much\n\n[All of it]{#all .claim .thesis}.\n\n" + "\n\n".join(
        f"[Part {n}]{{#p{n} .premise supports={'all' if n % 8 == 0 else f'p{n - 1}'}}} of it."
        for n in range(COUNT)
    )
    essay = read_essay(text, "much.md")
    graph = ArgumentGraph.build([essay])
    file = tmp_path_factory.mktemp("wide") / "much.html"
    file.write_bytes(page(Page(graph, "Much", render(graph), {essay.key: text})))
    return file


SHOWN = "[...document.querySelectorAll('svg [data-s]')].filter((each) => each.getClientRects().length).map((each) => statements[each.dataset.s].name)"
SIGHT = """(name) => {
    const sight = document.getElementById('map').getBoundingClientRect();
    const own = document.querySelector(`svg [data-s="${statements.findIndex((each) => each.name === name)}"]`).getBoundingClientRect();
    const [x, y] = [(own.left + own.right) / 2, (own.top + own.bottom) / 2];
    return own.width > 0 && sight.left < x && x < sight.right && sight.top < y && y < sight.bottom;
}"""


@pytest.mark.xdist_group("browser")
def test_what_is_far_is_drawn_when_it_comes_in_sight(opened, wide):
    tab = opened(wide)
    until(tab, f"{SHOWN}.length === statements.length")
    tab.evaluate("picture.restore({scale: 8, x: 0, y: 0})")
    until(tab, f"{SHOWN}.length < statements.length")
    names = tab.evaluate("statements.map((each) => each.name)")
    shown = set(tab.evaluate(SHOWN))
    far = [number for number, name in enumerate(names) if name not in shown]
    tab.evaluate("(number) => page.choose(number)", far[-1])
    until(tab, SIGHT, names[far[-1]])
    place = tab.evaluate("picture.place()")
    tab.set_viewport_size({"width": 1600, "height": 1000})
    assert tab.evaluate("picture.place()") == place
    tab.click("#fit")
    until(tab, f"{SHOWN}.length === statements.length")
    tab.evaluate("picture.restore({scale: 8, x: 0, y: 0})")
    until(tab, f"{SHOWN}.length < statements.length")
    tab.emulate_media(media="print")
    assert len(tab.evaluate(SHOWN)) == COUNT + 1


OFF_THE_MIDDLE = """(name) => {
    const sight = document.getElementById('map').getBoundingClientRect();
    const own = document.querySelector(`svg [data-s="${statements.findIndex((each) => each.name === name)}"]`).getBoundingClientRect();
    return Math.hypot(own.left + own.right - sight.left - sight.right, own.top + own.bottom - sight.top - sight.bottom) / 2;
}"""


@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("name", ["bad", "ledger"])
def test_a_link_leads_to_the_middle_of_the_sight(opened, pages, name):
    tab = opened(pages["map"], fragment=f"s={name}")
    assert tab.evaluate(OFF_THE_MIDDLE, name) < 12


@pytest.mark.xdist_group("browser")
def test_the_outline_and_the_text_are_whole_in_parts(opened, wide):
    tab = opened(wide)
    rows = tab.locator("#outline .o")
    assert rows.count() == COUNT + 1
    sizes = tab.evaluate(
        "[...document.querySelectorAll('#outline .part')].map((each) => each.querySelectorAll('.o').length)"
    )
    assert sum(sizes) == COUNT  # all but the main claim, which holds too many
    assert max(sizes) <= 40
    assert tab.locator(".prose > div").count() > 5
    assert tab.locator(".prose > :not(div)").count() == 0
    assert tab.locator(".prose [data-s]").count() == COUNT + 1
    tab.focus(f"#outline .o:has-text('Part {COUNT - 2}')")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert tab.evaluate("statements[now.chosen].name") == f"p{COUNT - 1}"
    # It is laid out a frame after it was brought into sight.
    until(tab, f"document.querySelector('.prose .chosen').innerText === 'Part {COUNT - 1}'")


@pytest.mark.xdist_group("browser")
def test_the_browsers_own_search_finds_what_the_map_does_not_lay_out(opened, wide):
    tab = opened(wide)
    tab.evaluate(
        "for (const each of document.querySelectorAll('.near')) each.classList.remove('near')"
    )
    assert tab.evaluate(SHOWN) == []
    assert tab.evaluate("(text) => find(text)", f"Part {COUNT - 1} of it")
    assert tab.evaluate("getSelection().anchorNode.parentElement.closest('#text') !== null")
