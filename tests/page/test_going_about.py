"""Going about the page: larger and smaller, from hit to hit, with the keyboard of any script."""

from __future__ import annotations

import pytest

from tests.page.waiting import drawn

pytestmark = pytest.mark.xdist_group("browser")

MIDDLE = """() => {
    const box = document.querySelector("svg .chosen").getBoundingClientRect();
    const pane = document.getElementById("map").getBoundingClientRect();
    return [box.left + box.right - pane.left - pane.right, box.top + box.bottom - pane.top - pane.bottom].map((each) => each / 2);
}"""
CHOSEN = "() => (now.chosen === null ? null : statements[now.chosen].name)"


def test_larger_and_smaller_keep_the_middle_of_the_sight(opened, pages):
    page = opened(pages["map"], fragment="s=ledger")
    for key in ("+", "+", "+", "-", "-", "-", "-", "-"):
        page.keyboard.press(key)
        drawn(page)
        assert max(map(abs, page.evaluate(MIDDLE))) < 12, key


def test_enter_goes_through_what_the_filter_leaves(opened, pages):
    page = opened(pages["map"])
    hits = page.evaluate(
        "() => statements.map((each, n) => [each.name, each.kind, each.text]).filter(([, , text]) => /t/i.test(text))"
    )
    wanted = [name for name, kind, _ in hits if kind == "claim"]
    assert 1 < len(wanted) < len(hits)
    page.click("#filter summary")
    for kind in {kind for _, kind, _ in hits} - {"claim"}:
        page.click(f"input[name=kind][value={kind}]")
    page.keyboard.press("Escape")
    page.fill("#search", "t")
    got = []
    for _ in wanted:
        page.press("#search", "Enter")
        got.append(page.evaluate(CHOSEN))
    assert sorted(got) == sorted(wanted)


def test_shift_enter_begins_with_the_last_hit(opened, pages):
    page = opened(pages["map"])
    page.fill("#search", "t")
    page.press("#search", "Shift+Enter")
    last = page.evaluate("() => statements.findLast((each) => /t/i.test(each.text)).name")
    assert page.evaluate(CHOSEN) == last


def test_the_enter_of_an_input_method_is_its_own(opened, pages):
    page = opened(pages["map"])
    page.fill("#search", "t")
    page.evaluate(
        "() => document.getElementById('search').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    assert page.evaluate(CHOSEN) is None


def test_letters_are_those_of_the_keys_on_a_korean_layout(opened, pages):
    page = opened(pages["map"])
    page.evaluate(
        "() => document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ㅜ', code: 'KeyN', bubbles: true}))"
    )
    assert page.evaluate(CHOSEN) is not None


def test_the_focus_stays_in_the_pane_when_a_link_in_it_is_used(opened, pages):
    page = opened(pages["map"], fragment="s=loses")
    page.focus("#detail button")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "detail"


def test_n_goes_through_the_questions_on_the_map_of_a_contrast(opened, pages):
    page = opened(pages["contrast"])
    page.click("[data-show=map]")
    page.keyboard.press("n")
    assert page.evaluate("() => [now.item, now.chosen]") == [0, None]


def test_a_phone_shows_what_was_chosen_elsewhere_on_its_map(opened, pages):
    page = opened(pages["map"], width=390, height=844)
    page.evaluate("() => picture.restore({scale: 4, x: 900, y: 900})")
    page.evaluate(
        "() => { page.turn('text'); page.choose(statements.length - 1, {turning: false}); page.turn('map'); }"
    )
    drawn(page)
    assert max(map(abs, page.evaluate(MIDDLE))) < 12


def test_what_hides_does_nothing_while_one_steps(opened, pages):
    page = opened(pages["map"])
    page.keyboard.press("s")
    for key in "foF":
        page.keyboard.press(key)
    assert page.evaluate("() => [now.only, now.folds.size]") == [False, 0]
