"""What stays as the reader left it, what closes, and what the counts say then."""

from __future__ import annotations

import pytest

from argmap.cli import run
from tests.page.making import TEA, TEA_KO, write
from tests.page.test_browser import fragment
from tests.page.test_live import made

pytestmark = pytest.mark.xdist_group("browser")

THEME = "document.documentElement.dataset.theme ?? null"
ACTIVE = "document.activeElement.value ?? document.activeElement.id"
POSITION = "document.getElementById('position').textContent"


def test_light_or_dark_is_kept_for_the_next_visit_and_not_in_the_link(opened, pages):
    page = opened(pages["map"])
    page.click("#theme")
    assert fragment(page) == ""
    page = opened(pages["map"])
    assert page.evaluate(THEME) == "dark"
    page.click("#theme")  # as the system says: it is followed again
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.evaluate(THEME) is None
    assert dark != "rgb(255, 255, 255)"
    assert opened(pages["map"]).evaluate(THEME) is None


def test_a_page_works_where_nothing_may_be_kept(opened, pages, tab):
    session = tab.page.context.new_cdp_session(tab.page)
    refuse = (
        "Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new Error('no'); }"
    )
    session.send("Page.enable")
    own = session.send("Page.addScriptToEvaluateOnNewDocument", {"source": refuse})
    page = opened(pages["map"])
    page.click("#theme")
    assert page.evaluate(THEME) == "dark"
    session.send("Page.removeScriptToEvaluateOnNewDocument", own)
    session.detach()


def test_the_filter_closes_when_the_keyboard_leaves_it(opened, pages):
    page = opened(pages["map"])
    page.focus("#filter summary")
    page.keyboard.press("Enter")
    boxes = page.locator("#filter :is(input, select)").count()
    for _ in range(boxes):
        page.keyboard.press("Tab")
        assert page.evaluate("document.getElementById('filter').open")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "zoom-in"
    assert not page.evaluate("document.getElementById('filter').open")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not page.evaluate("document.getElementById('filter').open")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_redraw_leaves_open_what_is_open(opened, served):
    served.board.show(made(TEA, "v1"), "v1")
    page = opened(served.url, width=390, height=844)
    page.click("#more")
    page.click("#filter summary")
    page.focus("input[value=evidence]")
    page.keyboard.press("Space")
    served.board.show(made(TEA.replace("noon", "ten"), "v2"), "v2")
    page.wait_for_selector("html[data-version=v2][data-ready]")
    assert page.locator("#filter input[value=premise]").is_visible()
    assert page.evaluate("document.getElementById('more').getAttribute('aria-expanded')") == "true"
    assert page.evaluate(ACTIVE) == "evidence"
    page.keyboard.press("Space")
    assert fragment(page) == ""  # all kinds again
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    served.board.show(made(TEA, "v3"), "v3")
    page.wait_for_selector("html[data-version=v3][data-ready]")
    assert page.locator("#keys").is_visible()
    assert page.locator("#filter input[value=premise]").is_hidden()


@pytest.fixture(scope="module")
def three(tmp_path_factory):
    """A page of editions in three languages, whose differences are not as many in each."""
    folder = tmp_path_factory.mktemp("three")
    write(folder)
    text = TEA_KO.replace("lang: ko", "lang: vi").replace("supports=bad via=money", "supports=bad")
    (folder / "essays" / "tea" / "vi.md").write_text(text.split("[정오면")[0], encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run(["editions", "essays/tea", "-o", "three.html"]) == 0
    return folder / "three.html"


def test_the_count_is_that_of_the_edition_that_is_shown(opened, three):
    page = opened(three)
    page.keyboard.press("n")
    page.keyboard.press("n")
    counts = page.evaluate(
        "data.items.map((_, n) => views.items[n].closest('[data-column]').dataset.column)"
    )
    first, last = counts[0], counts[-1]
    assert counts.count(first) != counts.count(last)
    assert page.evaluate(POSITION) == f"2 of {counts.count(first)}"
    page.select_option("#right-essay", last)
    assert page.evaluate(POSITION) == ""  # the difference was the other's
    assert page.locator(".item.chosen").count() == 0
    assert "item=" not in fragment(page)
    page.keyboard.press("n")
    assert page.evaluate(POSITION) == f"1 of {counts.count(last)}"
    # A link to a difference turns the column to its edition, and counts there.
    page = opened(three, fragment=fragment(page).replace("edition=", "x="))
    assert page.evaluate(POSITION) == f"1 of {counts.count(last)}"


def test_questions_of_which_nothing_is_told_yet_are_not_shown(opened, pages):
    page = opened(pages["contrast"])
    page.click("[data-show=map]")
    frames = page.locator("svg .cluster")
    assert frames.count() == 2
    page.keyboard.press("s")
    for step in range(page.evaluate("views.order.length")):
        shown = [each for each in frames.all() if each.is_visible()]
        assert shown
        for frame in shown:
            within = (
                "(own) => [...own.closest('.graph').querySelectorAll('[data-s]:not(.gone)')].length"
            )
            assert frame.evaluate(within) > 0, step
        page.keyboard.press("PageDown")
    assert len(shown) == 2
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert all(each.is_visible() for each in frames.all())


def test_a_question_goes_with_all_that_is_said_to_it(opened, pages):
    page = opened(pages["contrast"], fragment="view=map&s=tea@en:buyers")
    page.click("#only")
    frames = page.locator("svg .cluster")
    assert [each.is_visible() for each in frames.all()] == [True, False]
    page.click("#all")
    assert [each.is_visible() for each in frames.all()] == [True, True]
