"""The page in Firefox and in WebKit, as far as what differs from one browser to another."""

from __future__ import annotations

import pytest

from argmap.rendering.page.document import content_policy
from argmap.serving import Board, listen
from tests.page.making import TEA
from tests.page.other_engines.driving import ENGINES
from tests.page.other_engines.tab import Tab, allowing, watched
from tests.page.test_live import LONG, made

PLACE = "getComputedStyle(one('#canvas')).transform"


@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ENGINES],
)
def tab(request, tmp_path_factory):
    kind = ENGINES[request.param]
    if lacking := kind.lacks():
        pytest.skip(f"there is no {lacking} on this machine: the page is not tried in it")
    engine = kind(tmp_path_factory.mktemp(request.param))
    try:
        tab = Tab(engine)
        tab.size(1400, 900)
        yield tab
    finally:
        engine.close()


@pytest.fixture(scope="module")
def addresses(pages, tmp_path_factory):
    folder = tmp_path_factory.mktemp("watched")
    for name, file in pages.items():
        (folder / f"{name}.html").write_bytes(watched(file.read_bytes()))
    return {name: (folder / f"{name}.html").as_uri() for name in pages}


@pytest.fixture
def opened(tab, addresses):
    def open_(kind: str, fragment: str = "") -> Tab:
        tab.open(addresses[kind] + (f"#{fragment}" if fragment else ""))
        return tab

    yield open_
    assert tab.ask("window.watched") == []


def test_choosing_keys_and_search(opened):
    tab = opened("map")
    tab.drag(tab.box("loses"))
    tab.until_chosen("loses")
    assert tab.ask(
        "[names('.prose .chosen'), names('#outline .chosen'), names('.prose .ground')]"
    ) == [
        ["loses"],
        ["loses"],
        ["ledger"],
    ]
    assert tab.fragment == "s=loses"
    tab.press("ArrowLeft")  # a click on the map has the keys
    tab.until_chosen("bad")
    tab.press("ArrowRight", "ArrowDown", "Enter", "n")
    tab.until_chosen("ledger")
    assert tab.ask("document.activeElement.id") == "detail"
    tab.press("/", *"COFFEE", "Enter", "Enter")
    assert tab.ask("one('#found').textContent") == "2 found"
    tab.until_chosen("buyers")
    tab.press("Escape", "?")
    assert tab.ask("one('#keys').open")
    tab.press("Escape")
    tab.until("!one('#keys').open")
    tab.run("location.hash = 's=cold'")
    tab.until("names('svg .chosen')[0] === 'cold'")


def test_filter_folding_and_stepping(opened):
    tab = opened("map")
    tab.click("#filter summary")
    button, panel = tab.ask(
        "['#filter summary', '#filter > div'].map((css) => one(css).getBoundingClientRect().toJSON())"
    )
    assert panel["left"] == pytest.approx(button["left"], abs=1)
    assert panel["top"] >= button["bottom"]
    tab.click("input[value=evidence]")
    assert "ledger" in tab.ask("names('#outline .o.dim')")
    tab.press("Escape")
    assert not tab.ask("one('#filter').open")
    tab = opened("map", "s=bad")
    tab.click("#fold")
    assert len(tab.ask("names('svg [data-s].gone')")) == 7
    assert tab.ask("one('svg .badge').textContent") == "+7"
    tab = opened("map", tab.fragment)
    assert len(tab.ask("names('svg [data-s].gone')")) == 7
    tab.press("Escape", "s", "PageDown")
    assert tab.ask("names('svg [data-s]:not(.gone)')") == ["bad", "loses"]
    assert tab.ask("getComputedStyle(one('#text')).display") == "none"
    tab.press("PageUp", "Escape")
    assert tab.ask("names('svg [data-s].gone')") == []


def test_zoom_and_pan(opened):
    tab = opened("map")
    x, y, wide = tab.box("ties")
    tab.wheel(x, y, -120)
    tab.until(f"middle(box('ties'))[2] > {1.1 * wide}")
    assert tab.box("ties")[:2] == pytest.approx([x, y], abs=2)
    tab.drag([x, y], [x + 20, y + 5], [x + 50, y + 30])
    tab.until(f"Math.abs(middle(box('ties'))[0] - {x + 50}) < 3")
    assert tab.ask("middle(box('ties'))[1]") == pytest.approx(y + 30, abs=2)
    tab.until_chosen("")
    assert tab.ask("getSelection().toString()") == ""


def test_columns_and_a_narrow_window(opened):
    tab = opened("contrast")
    tab.press("n")
    assert tab.ask("one('#position').textContent") == "1 of 2"
    assert {"bad", "pays"} <= set(tab.ask("names('.prose .told')"))
    tab.click("[data-show=map]")
    assert tab.ask("all('svg .cluster.chosen').length") == 1
    tab.size(500, 844)
    try:
        tab = opened("map")
        assert tab.ask("all('main > .pane').filter((each) => each.offsetParent).length") == 1
        assert tab.ask("document.documentElement.scrollWidth <= innerWidth")
        tab.drag(tab.box("loses"))
        assert tab.ask("one('#detail').offsetParent !== null")
    finally:
        tab.size(1400, 900)


def test_light_and_dark_are_kept(opened):
    tab = opened("map")
    colour = "getComputedStyle(document.body).backgroundColor"
    light = tab.ask(colour)
    tab.click("#theme")
    dark = tab.ask(colour)
    assert dark != light
    tab = opened("map")
    assert tab.ask(colour) == dark
    tab.click("#theme")
    assert tab.ask(colour) == light


def test_a_redraw_keeps_the_place_and_the_server_may_come_back(tab):
    policy = allowing(content_policy(live=True))
    board = Board()
    server = listen("127.0.0.1", 0, board, policy)
    server.start()
    board.show(watched(made(LONG, "v1")), "v1")
    tab.open(f"{server.url}#s=t3")
    before = tab.ask(PLACE)
    tab.press("+")
    tab.until(f"{PLACE} !== '{before}' && !document.getAnimations().length")
    tab.run("one('#text').scrollTop = 210; one('#search').focus()")
    place = tab.ask(PLACE)
    board.show(watched(made(LONG.replace("cold by noon", "cold by ten"), "v2")), "v2")
    tab.until("one('html[data-version=v2][data-ready]') !== null")
    assert "cold by ten" in tab.ask("one('#text').textContent")
    assert tab.ask("[one('#text').scrollTop, document.activeElement.id]") == [210, "search"]
    tab.until(f"{PLACE} === '{place}'")
    tab.until_chosen("t3")
    server.stop()
    tab.until("one('#live').textContent.includes('does not answer')")
    board = Board()
    board.show(watched(made(TEA, "v3")), "v3")
    again = listen("127.0.0.1", server.port, board, policy)
    again.start()
    tab.until("one('html[data-version=v3][data-ready]') !== null")
    assert tab.ask("window.watched") == []
    again.stop()
