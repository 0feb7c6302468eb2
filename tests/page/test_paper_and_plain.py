"""The page on paper, without a script, and its filter in a narrow window."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.xdist_group("browser")

COLOUR = "(name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()"


def tops(page, *names: str) -> list[float]:
    """Where panes begin, from the top; all of them must be there to see."""
    assert all(page.locator(f"#{name}").is_visible() for name in names)
    return [page.locator(f"#{name}").bounding_box()["y"] for name in names]


@pytest.mark.parametrize("width", [390, 800, 1400])
@pytest.mark.parametrize("kind", ["map", "contrast"])
def test_the_filter_opens_within_the_window(opened, pages, kind, width):
    page = opened(pages[kind], width=width)
    if width == 390:
        page.click("#more")
    page.click("#filter summary")
    panel = page.locator("#filter > div").bounding_box()
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= width
    assert panel["y"] + panel["height"] <= 900


@pytest.mark.parametrize("chosen", ["", "dark"])
def test_paper_is_light_where_the_screen_is_dark(opened, pages, chosen):
    page = opened(pages["map"])
    light = page.evaluate(COLOUR, "--claim")
    page.evaluate("(chosen) => chosen && (document.documentElement.dataset.theme = chosen)", chosen)
    page.emulate_media(media="screen", color_scheme="dark")
    assert page.evaluate(COLOUR, "--claim") != light
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(COLOUR, "--claim") == light
    assert page.evaluate(COLOUR, "--ink") == "#000"
    assert page.evaluate("getComputedStyle(document.getElementById('canvas')).filter") == "none"


def test_what_lies_behind_the_panes_is_not_printed(opened, pages):
    page = opened(pages["map"])
    page.emulate_media(media="print")
    colour = "getComputedStyle(document.querySelector('main')).backgroundColor"
    assert page.evaluate(colour) == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("view", ["between", "map", "detail"])
@pytest.mark.parametrize("width", [390, 1400])
def test_a_contrast_is_printed_whole_from_any_tab(opened, pages, width, view):
    page = opened(pages["contrast"], width=width)
    page.evaluate("(view) => page.turn(view)", view)
    page.emulate_media(media="print")
    places = tops(page, "map", "between", "left", "right")
    assert places == sorted(places)
    assert page.locator("#left .choice").is_visible()
    for hidden in ("#bar", ".tabs", "#outline", "#detail"):
        assert page.locator(hidden).is_hidden()


def test_a_map_is_printed_whole_while_it_is_stepped_through(opened, pages):
    page = opened(pages["map"])
    page.click("#step")
    page.emulate_media(media="print")
    assert tops(page, "map", "text") == sorted(tops(page, "map", "text"))
    assert page.locator("#detail").is_hidden()
    gone = page.locator("svg .gone").first
    assert gone.evaluate("(element) => getComputedStyle(element).visibility") == "visible"


def test_a_map_is_no_higher_than_a_sheet_that_lies(opened, pages):
    page = opened(pages["map"], width=1050, height=720)
    page.emulate_media(media="print")
    box = page.locator("#canvas > svg").bounding_box()
    assert box["y"] + box["height"] <= 720


def test_a_chosen_statement_can_be_read_where_others_are_sought(opened, pages):
    page = opened(pages["map"], scheme="dark", fragment="s=cold")
    page.fill("#search", "coffee")
    found = page.locator("#text .st.dim.chosen").first
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert found.evaluate("(element) => getComputedStyle(element).color") == ink


@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize(
    ("kind", "texts"), [("map", ["text"]), ("contrast", ["between", "left", "right"])]
)
def test_without_a_script_all_parts_stand_one_under_another(browser, pages, kind, texts, width):
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto(pages[kind].as_uri())
    places = tops(page, "map", *texts)
    assert places == sorted(places)
    for dead in ("#bar", ".tabs", "#outline", "#detail"):
        assert page.locator(dead).is_hidden()
    page.locator("#map").hover()
    before = page.locator("#canvas").bounding_box()
    page.mouse.wheel(120, 0)
    wider = before["width"] > width
    # Scrolling begins a little later than the wheel.
    for _ in range(100 if wider else 1):
        page.wait_for_timeout(100)
        after = page.locator("#canvas").bounding_box()
        if after["x"] < before["x"]:
            break
    assert (after["x"] < before["x"]) == wider
    context.close()
