"""The map by hand: fingers, a wheel and a mouse move it and make it larger where they are."""

from __future__ import annotations

import pytest

from tests.page.test_browser import box, chosen
from tests.page.waiting import drawn, until

pytestmark = pytest.mark.xdist_group("browser")

UNDER = """([x, y]) => {
    const box = document.querySelector('#canvas svg').getBoundingClientRect();
    const { scale } = picture.place();
    return [(x - box.left) / scale, (y - box.top) / scale, scale];
}"""
"""The point of the map that is at a point of the window, and how large the map is."""


@pytest.fixture
def touch(opened, tab):
    """Touch the page: ``touch(kind, *points)``."""
    session = tab.page.context.new_cdp_session(tab.page)

    def touch_(kind: str, *points: tuple[float, float]) -> None:
        touches = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": touches})

    yield touch_
    session.detach()


def under(page, *point: float) -> list[float]:
    drawn(page)
    return page.evaluate(UNDER, point)


def test_two_fingers_make_the_map_larger_between_them(opened, pages, touch):
    page = opened(pages["map"], width=390, height=844)
    x, y, scale = under(page, 200, 450)
    touch("Start", (180, 450))
    touch("Start", (180, 450), (220, 450))
    for step in range(1, 5):
        touch("Move", (180 - 15 * step, 450), (220 + 15 * step, 450))
    touch("End")
    assert under(page, 200, 450) == pytest.approx([x, y, 4 * scale], rel=0.01)
    assert chosen(page) == ""
    assert page.evaluate("visualViewport.scale") == 1  # the page itself stays as it is


def test_one_finger_moves_the_map_wherever_it_begins(opened, pages, touch):
    page = opened(pages["map"], width=390, height=844)
    page.evaluate("picture.fit()")
    before = under(page, 200, 800)  # below the picture
    touch("Start", (200, 800))
    for step in range(1, 5):
        touch("Move", (200 + 10 * step, 800 - 20 * step))
    touch("End")
    assert under(page, 240, 720) == pytest.approx(before, abs=1)


def test_a_finger_scrolls_the_text(opened, pages, touch):
    page = opened(pages["map"], width=390, height=300, fragment="view=text")
    touch("Start", (200, 260))
    for step in range(1, 9):
        touch("Move", (200, 260 - 15 * step))
    touch("End")
    until(page, "document.getElementById('text').scrollTop > 60")
    assert chosen(page) == ""


def test_a_wheel_keeps_what_is_under_it_however_fast_it_turns(opened, pages):
    page = opened(pages["map"])
    before = under(page, 300, 400)
    page.mouse.move(300, 400)
    page.evaluate(
        """() => { for (let turn = 0; turn < 5; turn += 1) document.getElementById('map').dispatchEvent(
        new WheelEvent('wheel', {deltaY: -100, clientX: 300, clientY: 400, cancelable: true})); }"""
    )
    after = under(page, 300, 400)
    assert after[:2] == pytest.approx(before[:2], abs=1)
    assert after[2] == pytest.approx(2 * before[2])


def test_a_pinch_on_a_touchpad_in_safari(opened, pages):
    page = opened(pages["map"])
    before = under(page, 300, 400)
    page.evaluate(
        """() => { for (const [name, scale] of [['start', 1], ['change', 1.5], ['change', 3]]) {
        const event = new MouseEvent(`gesture${name}`, {clientX: 300, clientY: 400, cancelable: true});
        document.getElementById('map').dispatchEvent(Object.assign(event, {scale})); } }"""
    )
    assert under(page, 300, 400) == pytest.approx([*before[:2], 3 * before[2]], abs=1)


def test_what_drags_the_map_chooses_nothing_and_a_click_has_the_keys(opened, pages):
    page = opened(pages["map"])
    page.focus("#search")
    place = box(page, "loses").bounding_box()
    x, y = place["x"] + 10, place["y"] + 10
    before = under(page, x, y)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 90, y + 40, steps=4)
    page.mouse.up()
    assert under(page, x + 90, y + 40) == pytest.approx(before, abs=1)
    assert chosen(page) == ""
    page.mouse.move(x, y)  # with no button down
    assert under(page, x + 90, y + 40) == pytest.approx(before, abs=1)
    page.focus("#search")
    page.mouse.click(x + 90, y + 40)
    assert chosen(page) == "loses"
    page.keyboard.press("ArrowLeft")  # no longer the search's
    assert chosen(page) == "bad"
