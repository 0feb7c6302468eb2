"""The page in a real browser: clicks, keys, search, filter, folding, stepping, and links to views."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.xdist_group("browser")


def chosen(page) -> str:
    """The id that the pane of the statement tells of."""
    found = page.locator("#detail dd").last
    return found.inner_text() if page.locator("#detail dl").count() else ""


def names(page, selector: str) -> list[str]:
    """The statements that elements stand for, by their ids."""
    return page.evaluate(
        """(selector) => [...new Set([...document.querySelectorAll(selector)]
        .map((each) => statements[Number(each.dataset.s)].name))].sort()""",
        selector,
    )


def hidden(page) -> list[str]:
    return names(page, "svg [data-s].gone")


def fragment(page) -> str:
    return page.evaluate("decodeURIComponent(location.hash).replace(/^#/, '')")


def box(page, name: str):
    return page.locator(f"svg [data-s='{number(page, name)}']").first


def number(page, name: str) -> int:
    return page.evaluate("(name) => statements.findIndex((each) => each.name === name)", name)


def test_choosing_in_the_map_lights_the_text_and_tells_of_it(opened, pages):
    page = opened(pages["map"])
    box(page, "loses").click()
    assert chosen(page) == "loses"
    assert names(page, ".prose .chosen") == ["loses"]
    assert names(page, "#outline .chosen") == ["loses"]
    assert names(page, ".prose .ground") == ["ledger"]
    assert names(page, ".prose .consequence") == ["bad"]
    assert names(page, "svg .consequence") == ["bad"]
    assert fragment(page) == "s=loses"


def test_choosing_in_the_text_and_the_outline_lights_the_map(opened, pages):
    page = opened(pages["map"])
    page.click(".prose [data-s]:text('coffee had buyers')")
    assert names(page, "svg .chosen") == ["buyers"]
    page.click("#outline button:has-text('Tea is a bad trade')")
    assert names(page, "svg .chosen") == ["bad"]
    assert names(page, "svg .attacker") == ["coffee"]  # it attacks the step that leads here


def test_the_pane_gives_the_source_the_link_and_what_it_leads_to(opened, pages):
    page = opened(pages["map"], fragment="s=ledger")
    detail = page.locator("#detail")
    assert "The Ledger" in detail.inner_text()
    link = detail.locator("a")
    assert link.get_attribute("href") == "https://example.org/a?b=1&c=2"
    assert link.get_attribute("rel") == "noopener noreferrer"
    detail.locator("button:has-text('It loses money')").click()
    assert chosen(page) == "loses"


def test_a_click_on_a_line_chooses_what_it_comes_from(opened, pages):
    page = opened(pages["map"])
    line = page.evaluate(
        """() => { const line = [...document.querySelectorAll('svg .edge[data-l]')]
        .find((each) => links[each.dataset.l].from[0] === statements.findIndex((s) => s.name === 'ledger'));
        line.querySelector('path').dispatchEvent(new MouseEvent('click', {bubbles: true})); }"""
    )
    assert line is None
    assert chosen(page) == "ledger"


def test_every_line_goes_with_its_ends(opened, pages):
    for kind in ("map", "contrast", "editions"):
        page = opened(pages[kind])
        assert page.locator("svg .edge").count() > 0
        assert page.locator("svg .edge:not([data-l])").count() == 0
        assert page.locator("svg .edge:not([data-e])").count() == 0


def test_the_keys_go_along_the_argument(opened, pages):
    page = opened(pages["map"])
    page.focus("#map")
    page.keyboard.press("ArrowDown")
    assert chosen(page) == "bad"
    page.keyboard.press("ArrowRight")
    assert chosen(page) == "loses"
    page.keyboard.press("ArrowDown")
    assert chosen(page) == "ties"
    page.keyboard.press("ArrowLeft")
    assert chosen(page) == "bad"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "detail"
    page.keyboard.press("n")
    assert chosen(page) == "loses"
    page.keyboard.press("p")
    page.keyboard.press("Escape")
    assert chosen(page) == ""
    assert fragment(page) == ""


def test_shift_and_an_arrow_move_the_map(opened, pages):
    page = opened(pages["map"])
    page.focus("#map")
    before = page.evaluate("picture.place()")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("+")
    after = page.evaluate("picture.place()")
    assert after["x"] > before["x"]
    assert after["scale"] > before["scale"]
    page.keyboard.press("0")
    assert page.evaluate("picture.place().scale") < after["scale"]


def test_single_letters_can_be_switched_off_and_leave_inputs_alone(opened, pages):
    page = opened(pages["map"])
    page.keyboard.press("/")
    page.keyboard.type("n")
    assert page.input_value("#search") == "n"
    assert chosen(page) == ""
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.uncheck("#letters")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    assert chosen(page) == ""
    page.reload()
    page.keyboard.press("n")
    assert chosen(page) == ""


def test_the_outline_is_one_stop_and_arrows_go_through_it(opened, pages):
    page = opened(pages["map"])
    assert page.locator("#outline button[tabindex='0']").count() == 1
    page.focus("#outline button[tabindex='0']")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert chosen(page) == "loses"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert chosen(page) == "bad"
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert chosen(page) != "bad"


def test_the_skip_link_leads_to_the_outline_and_leaves_the_view(opened, pages):
    page = opened(pages["map"], fragment="s=cold", width=390)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "outline"
    assert fragment(page) == "s=cold&view=outline"


def test_search_counts_dims_and_goes_from_hit_to_hit(opened, pages):
    page = opened(pages["map"])
    page.fill("#search", "COFFEE")
    assert page.inner_text("#found") == "2 found"
    assert names(page, "#outline .o:not(.dim)") == ["buyers", "coffee"]
    assert "buyers" not in names(page, "svg [data-s].dim")
    page.press("#search", "Enter")
    assert chosen(page) == "coffee"
    page.press("#search", "Enter")
    assert chosen(page) == "buyers"
    page.press("#search", "Shift+Enter")
    assert chosen(page) == "coffee"
    page.fill("#search", "no such words")
    assert page.inner_text("#found") == "0 found"


def test_search_finds_hangul_however_it_is_composed(opened, pages):
    page = opened(pages["editions"])
    page.evaluate("""() => { const own = document.getElementById('search');
        own.value = '장부'.normalize('NFD'); own.dispatchEvent(new Event('input')); }""")
    assert page.inner_text("#found") == "1 found"


def test_filter_by_kind_and_question(opened, pages):
    page = opened(pages["contrast"])
    page.click("[data-show=map]")
    page.click("#filter summary")
    page.uncheck("input[value=evidence]")
    assert "ledger" in names(page, "#outline .o.dim")
    assert "bad" not in names(page, "#outline .o.dim")
    page.select_option("#question", label="How does it taste?")
    assert {"cold", "hay"}.isdisjoint(names(page, "#outline .o.dim"))
    assert "bad" in names(page, "#outline .o.dim")
    page.keyboard.press("Escape")
    assert not page.locator("#filter[open]").count()
    page.click("#all")
    assert names(page, "#outline .o.dim") == []


def test_filter_by_work(opened, pages):
    page = opened(pages["contrast"])
    page.click("#filter summary")
    page.uncheck("label:has-text('On coffee') input")
    assert {"pays", "rise", "hay"} <= set(names(page, ".prose .dim"))
    assert "bad" not in names(page, ".prose .dim")


def test_folding_hides_what_bears_on_nothing_else(opened, pages):
    page = opened(pages["map"], fragment="s=bad")
    page.click("#fold")
    # What is bitter bears on another main claim, too.
    assert hidden(page) == ["books", "buyers", "coffee", "cold", "ledger", "loses", "ties"]
    assert page.inner_text("#hidden") == "7 hidden"
    assert page.locator("svg .badge").text_content() == "+7"
    lines = page.locator("svg .edge:not(.gone)")
    assert lines.count() == 2  # from what is bitter to both
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert len(hidden(page)) == 7
    page.keyboard.press("f")
    assert hidden(page) == []


def test_fold_all_leaves_the_main_claims_and_opens_one_by_one(opened, pages):
    page = opened(pages["map"])
    page.click("#fold-all")
    assert names(page, "svg [data-s]:not(.gone)") == ["bad", "nobody"]
    box(page, "bad").dblclick()
    assert {"loses", "coffee"}.isdisjoint(hidden(page))
    assert {"ledger", "buyers"} <= set(hidden(page))


def test_only_what_it_rests_on(opened, pages):
    page = opened(pages["map"], fragment="s=loses")
    page.click("#only")
    assert names(page, "svg [data-s]:not(.gone)") == ["ledger", "loses"]
    assert fragment(page) == "s=loses&only=1"
    page.click("#all")
    assert hidden(page) == []


def test_stepping_shows_one_statement_after_another(opened, pages):
    page = opened(pages["map"])
    page.keyboard.press("s")
    assert names(page, "svg [data-s]:not(.gone)") == ["bad"]
    assert page.inner_text("#position") == "1 of 10"
    assert page.locator("#text").is_hidden()
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.said')).fontSize)")
    assert size > 30
    page.keyboard.press("PageDown")  # what a presenter's clicker sends
    assert names(page, "svg [data-s]:not(.gone)") == ["bad", "loses"]
    assert page.locator("svg .edge:not(.gone)").count() == 2  # one to the step, one from it
    page.click("#next")
    page.keyboard.press("PageUp")
    assert chosen(page) == "loses"
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.inner_text("#position") == "2 of 10"
    page.keyboard.press("Escape")
    assert hidden(page) == []


VIEW = """() => [...document.querySelectorAll('main [data-s], main [data-l]')].map((each) =>
    `${each.tagName} ${each.dataset.s} ${each.dataset.l} ${[...each.classList].sort()}`)"""


def test_the_fragment_gives_the_same_view(opened, pages):
    page = opened(pages["map"])
    page.keyboard.press("n")
    page.keyboard.press("f")
    page.fill("#search", "tea")
    page.click("#filter summary")
    page.uncheck("input[value=premise]")
    before, address = page.evaluate(VIEW), page.url
    again = opened(address)
    assert again.evaluate(VIEW) == before
    assert again.input_value("#search") == "tea"
    assert not again.locator("input[value=premise]").is_checked()


@pytest.mark.parametrize(
    "text",
    [
        "s=nothing&fold=x y&question=99&step=-3&item=7",
        "question=constructor&kinds=",
        "%E0%A4%A",
        "s=__proto__&essays=x",
    ],
)
def test_a_fragment_that_means_nothing_shows_the_whole(opened, pages, text):
    page = opened(pages["map"], fragment=text)
    assert hidden(page) == []
    assert chosen(page) == ""


def test_questions_stand_between_the_texts(opened, pages):
    page = opened(pages["contrast"])
    item = page.locator(".item", has_text="Is tea worth the money?")
    item.click()
    assert item.get_attribute("aria-pressed") == "true"
    assert {"bad", "pays"} <= set(names(page, ".prose .told"))
    detail = page.inner_text("#detail")
    assert "Both cannot be right on the trade." in detail
    assert "Tea will pay" in detail
    page.click("#detail button:has-text('Tea will pay')")
    assert names(page, "#right .chosen") == ["pays"]
    assert page.locator(".item.near", has_text="Is tea worth the money?").count() == 1
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert names(page, "#right .chosen") == ["pays"]


def test_questions_by_the_keyboard(opened, pages):
    page = opened(pages["contrast"])
    page.keyboard.press("n")
    assert page.inner_text("#position") == "1 of 2"
    page.keyboard.press("n")
    assert "How does it taste?" in page.inner_text("#detail")
    page.focus(".item.chosen")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert "Is tea worth the money?" in page.inner_text("#detail")
    page.focus("#right")
    page.keyboard.press("n")
    assert chosen(page) == "pays"


def test_differences_follow_the_edition_that_is_shown(opened, pages):
    page = opened(pages["editions"])
    items = page.locator(".item")
    assert items.count() > 2
    page.locator(".item", has_text="It is cold by noon").first.click()
    assert "cold" in names(page, "#left .told")
    assert "cold" in names(page, "#right .told")
    assert "차에 대하여" in page.inner_text("#detail")
    assert page.locator("#detail button[lang=ko]").count() >= 1


def test_theme(opened, pages):
    page = opened(pages["map"])
    colour = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(colour)
    page.click("#theme")
    dark = page.evaluate(colour)
    assert light == "rgb(255, 255, 255)"
    assert dark != light
    assert opened(pages["map"], scheme="dark").evaluate(colour) == dark


def test_on_a_phone_one_pane_at_a_time_under_low_tools(opened, pages):
    page = opened(pages["map"], width=390, height=844)
    assert page.evaluate("document.querySelector('header').offsetHeight") < 844 / 6
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("main > .pane:visible").count() == 1
    box(page, "loses").click()
    assert page.locator("#detail").is_visible()
    page.click("[data-show=text]")
    assert page.locator(".prose .chosen").is_visible()
    page.click("#more")
    page.click("#step")
    assert page.locator("#detail").is_visible()
    page.click("#more")
    assert page.locator("#step").is_visible()  # the way out
    page.click("#next")
    assert chosen(page) == "loses"


def test_findings_are_with_their_statements(opened, pages):
    page = opened(pages["map"])
    page.click("#filter summary")
    page.check("#flagged")
    shown = names(page, "#outline .o:not(.dim)")
    assert shown
    box(page, shown[0]).click()
    assert page.locator("#detail .finding").count() >= 1
    assert page.locator("#detail .finding:not([lang=en])").count() == 0


def test_print_shows_the_map_and_the_text(opened, pages):
    page = opened(pages["map"], scheme="dark")
    page.emulate_media(media="print")
    assert page.locator("#text").is_visible()
    assert page.locator("#map").is_visible()
    assert page.locator("#bar").is_hidden()
    assert (
        page.evaluate("document.querySelector('#canvas svg').getBoundingClientRect().width") <= 1400
    )


AXE = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@pytest.mark.parametrize("kind", ["map", "contrast", "editions"])
def test_axe_finds_nothing(opened, pages, kind):
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed"
    ).Axe()
    options = {"runOnly": list(AXE), "resultTypes": ["violations"]}
    page = opened(pages[kind], fragment="s=tea@en:bad" if kind != "map" else "s=bad")
    states = [
        ("light", 1400, ""),
        ("dark", 1400, "document.getElementById('filter').open = true"),
        ("dark", 390, "document.getElementById('filter').open = false; page.turn('outline')"),
        ("light", 390, "now.search = 'money'; page.draw(); page.turn('detail')"),
    ]
    if kind == "map":
        states.append(("light", 1400, "page.actions.step(); page.actions.help()"))
    for scheme, width, act in states:
        page.set_viewport_size({"width": width, "height": 850})
        page.emulate_media(color_scheme=scheme)
        page.evaluate(act or "0")
        found = axe.run(page, options=options).response["violations"]
        said = [
            (each["id"], node["html"][:160], node["failureSummary"])
            for each in found
            for node in each["nodes"]
        ]
        assert said == [], (scheme, width)
