"""The page that is served, in a browser: drawn anew in its place, and clear about faults."""

from __future__ import annotations

import pytest

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rendering import render
from argmap.rendering.page import Page, page
from argmap.rendering.page.document import content_policy
from argmap.serving import Board, listen
from tests.page.making import TEA
from tests.page.waiting import until

pytestmark = pytest.mark.xdist_group("browser")


def made(text: str, version: str) -> bytes:
    essay = read_essay(text, "tea.md")
    graph = ArgumentGraph.build([essay])
    return page(Page(graph, essay.title, render(graph), {essay.key: text}, live=version))


LONG = TEA + "\n\n".join(
    f"Paragraph {n} says [a thing]{{#t{n} .premise supports=cold}}." for n in range(30)
)


def test_a_redraw_keeps_the_place_the_zoom_and_the_choice(opened, served):
    served.board.show(made(LONG, "v1"), "v1")
    tab = opened(served.url, fragment="s=t3")
    tab.keyboard.press("+")
    tab.click("#theme")
    tab.evaluate("picture.restore({scale: 0.8, x: 33, y: -44})")
    tab.evaluate("document.getElementById('text').scrollTop = 210")
    tab.evaluate("document.getElementById('outline').scrollTop = 90")
    tab.focus("#search")
    served.board.show(made(LONG.replace("cold by noon", "cold by ten"), "v2"), "v2")
    tab.wait_for_selector("html[data-version=v2][data-ready]")
    assert "cold by ten" in tab.inner_text("#text")
    place = tab.evaluate("picture.place()")
    assert {name: round(value) for name, value in place.items()} == {"scale": 1, "x": 33, "y": -44}
    assert round(place["scale"], 2) == 0.8
    assert tab.evaluate("document.getElementById('text').scrollTop") == 210
    assert tab.evaluate("document.getElementById('outline').scrollTop") == 90
    assert tab.evaluate("document.activeElement.id") == "search"
    assert tab.evaluate("document.documentElement.dataset.theme") == "dark"
    assert tab.evaluate("statements[now.chosen].name") == "t3"
    assert tab.locator("#live").is_hidden()


def test_a_fault_is_shown_above_the_last_good_picture(opened, served):
    served.board.show(made(TEA, "v1"), "v1")
    tab = opened(served.url)
    served.board.busy()
    until(tab, "document.getElementById('live').innerText.includes('Drawing')")
    served.board.fault(["tea.md:1:2: AM005 <img src=x onerror=alert(1)>"])
    tab.wait_for_selector("#live li")
    assert tab.inner_text("#live li") == "tea.md:1:2: AM005 <img src=x onerror=alert(1)>"
    assert tab.locator("svg [data-s]").count() > 0
    served.board.show(served.board.state.page, "v1")
    tab.wait_for_selector("#live", state="hidden")


def test_a_page_whose_server_goes_says_so_and_comes_back(opened, served, tab):
    served.board.show(made(TEA, "v1"), "v1")
    shown = opened(served.url)
    served.stop()
    until(shown, "document.getElementById('live').innerText.includes('does not answer')")
    board = Board()
    board.show(made(TEA.replace("noon", "ten"), "v2"), "v2")
    again = listen("127.0.0.1", served.port, board, content_policy(live=True))
    again.start()
    shown.wait_for_selector("html[data-version=v2][data-ready]")
    again.stop()
    shown.goto("about:blank")
    # The browser itself writes of connections that it could not have.
    tab.faults[:] = [fault for fault in tab.faults if "net::ERR_" not in fault]
