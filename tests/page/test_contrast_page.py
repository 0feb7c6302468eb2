"""The pages of contrasts and editions: what joins two texts, in the picture and in words."""

from __future__ import annotations

import re

import pytest

from argmap.cli import run
from argmap.cli.paging import contrast_html, editions_html
from argmap.cli.reading import read_project
from argmap.compare.contrast import contrast
from argmap.compare.editions import compare_editions
from argmap.config import find_config
from argmap.rendering.page.document import content_policy
from argmap.serving import Board, listen
from argmap.words import words
from tests.page.making import DEBATE, write
from tests.page.test_browser import box, chosen, fragment, names

pytestmark = pytest.mark.xdist_group("browser")

DEBATE_OF_BOTH = DEBATE.replace(
    "{#taste .question}", "{#taste .question} [Who drinks it?]{#who .question}"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Essays of which one has a statement that speaks to two questions."""
    folder = tmp_path_factory.mktemp("both")
    write(folder)
    tea = folder / "essays" / "tea" / "en.md"
    text = tea.read_text("utf-8").replace("supports=bad on=taste", 'supports=bad on="taste who"')
    tea.write_text(text, encoding="utf-8")
    (folder / "essays" / "debate.md").write_text(DEBATE_OF_BOTH, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def both(project):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        assert run(["contrast", "tea@en", "coffee", "-o", "both.html"]) == 0
    return project / "both.html"


def contrasted(folder, left: str, live: str = "") -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        read, graph = read_project([])
        found = contrast(graph, left, "coffee", names=find_config().names)
        return contrast_html(read, graph, found, (), live=live).decode()


def reasons(page, classes: str = "") -> int:
    return page.locator(f"svg .node.link[data-l]{classes}").count()


def test_a_reason_goes_with_what_it_joins(opened, both):
    page = opened(both)
    page.click("[data-show=map]")
    assert reasons(page) == 1
    page.click("#filter summary")
    page.uncheck("label:has-text('On coffee') input")
    assert reasons(page, ".dim") == 1
    page.click("#all")
    box(page, "cold").click()
    page.click("#only")
    assert reasons(page, ".gone") == 1
    page.click("#all")
    assert reasons(page, ".gone") == reasons(page, ".dim") == 0


def test_a_click_on_a_reason_shows_what_it_joins(opened, both):
    page = opened(both)
    page.click("[data-show=map]")
    page.locator("svg .node.link[data-l] text").last.click()
    assert chosen(page) == "pays"
    assert reasons(page, ".lit") == 1
    assert names(page, "svg .attacker") == ["bad"]  # each speaks against the other
    assert "Both cannot be right on the trade." in page.inner_text("#detail")


def test_a_question_is_chosen_in_the_picture_too(opened, both):
    page = opened(both)
    page.click("[data-show=map]")
    page.locator("svg .cluster[data-i='0'] text").first.click()
    assert fragment(page) == "item=worth&view=map"
    assert page.locator("svg .cluster.chosen").get_attribute("data-i") == "0"
    assert page.inner_text("#position") == "1 of 3"
    page.keyboard.press("n")
    assert page.locator("svg .cluster.chosen").get_attribute("data-i") == "1"
    assert "How does it taste?" in page.inner_text("#detail")
    page.click("[data-show=between]")
    assert page.locator(".item.chosen", has_text="How does it taste?").is_visible()


@pytest.mark.parametrize("view", ["item=taste", "item=2"])  # the second is of older links
def test_a_link_names_its_question(opened, both, view):
    page = opened(both, fragment=view)
    assert "How does it taste?" in page.inner_text("#detail")
    assert fragment(page) == "item=taste"


def test_choosing_what_is_drawn_twice_leaves_the_map_where_it_is(opened, both):
    page = opened(both)
    page.click("[data-show=map]")
    cold = page.locator(
        f"svg [data-s='{page.evaluate('statements.findIndex((s) => s.name === `cold`)')}']"
    )
    assert cold.count() == 2
    for each in range(2):
        page.evaluate(f"picture.bringItem({1 + each}, 1)")
        before = page.evaluate("picture.place()")
        cold.nth(each).click()
        assert page.evaluate("picture.place()") == before
        page.keyboard.press("Escape")


def test_each_column_says_whose_text_it_is(opened, pages):
    page = opened(pages["contrast"])
    assert page.inner_text("#left .choice") == "Ann: On tea (en)"
    assert page.inner_text("#right .choice") == "Bo: On coffee (en)"
    page = opened(pages["editions"])
    assert page.inner_text("#left .choice") == "Ann: On tea (en)"


def test_a_redraw_keeps_the_question_though_others_come_before_it(opened, project):
    board = Board()
    server = listen("127.0.0.1", 0, board, content_policy(live=True))
    server.start()
    try:
        board.show(contrasted(project, "tea@en", "v1").encode(), "v1")
        tab = opened(server.url, width=800, height=340, fragment="item=taste")
        tab.evaluate("document.getElementById('left').scrollTop = 60")
        assert tab.evaluate("document.getElementById('left').scrollTop") == 60
        changes = {
            "debate.md": ("[How does", "[Is it hot?]{#hot .question} [How does"),
            "tea/en.md": ("{on=worth}", '{on="hot worth"}'),
            "coffee/en.md": ("on=taste", 'on="hot taste"'),
        }
        files = {project / "essays" / name: change for name, change in changes.items()}
        before = {file: file.read_text("utf-8") for file in files}
        for file, change in files.items():
            file.write_text(before[file].replace(*change), encoding="utf-8")
        board.show(contrasted(project, "tea@en", "v2").encode(), "v2")
        for file, text in before.items():
            file.write_text(text, encoding="utf-8")
        tab.wait_for_selector("html[data-version=v2][data-ready]")
        assert tab.locator(".item.chosen").get_attribute("data-item") == "2"  # it was 1
        assert "How does it taste?" in tab.inner_text("#detail")
        assert tab.evaluate("document.getElementById('left').scrollTop") == 60
        tab.goto("about:blank")
    finally:
        server.stop()


def items(html: str) -> list[str]:
    found = re.findall(r'<button[^>]*class="item".*?</button>', html, re.DOTALL)
    return [re.sub(r"<[^>]*>", " ", each) for each in found]


def test_links_of_other_editions_are_known_in_the_picture(project):
    html = contrasted(project, "tea@ko")
    (svg,) = re.findall(r"<svg .*</svg>", html, re.DOTALL)
    assert 'class="edge' in svg
    assert not re.findall(r'<g class="(?:edge|node link)', svg)


def test_what_stands_between_is_in_the_language_of_the_page(project):
    found = items(contrasted(project, "tea@ko"))
    assert "의견이 맞섬" in found[0]
    assert "서로 모순" in found[0]  # the reason itself is the debate's
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        read, graph = read_project([])
        editions = compare_editions(graph, "tea", "ko")
        html = editions_html(read, graph, editions, (), ()).decode()
    said = " ".join(items(html))
    for korean in ("핵심 주장이나 반박이", "en 판에만 있는", "대상"):
        assert korean in said
    for english in ("only", "Main claims", "supports", "which"):
        assert english not in said


def shown(html: str) -> set[str]:
    """What the page itself says: on its buttons and in the names of its parts."""
    html = re.sub(r"<(script|style|svg|article)\b.*?</\1>", "", html, flags=re.DOTALL)
    html = re.sub(r'<button[^>]*class="item".*?</button>', "", html, flags=re.DOTALL)
    named = re.findall(r'(?:title|aria-label|placeholder)="([^"]*)"', html)
    return set(re.findall(r"[A-Za-z]{2,}", " ".join([*named, re.sub(r"<[^>]*>", " ", html)])))


@pytest.mark.parametrize("kind", ["map", "contrast", "editions"])
def test_a_korean_page_speaks_no_english(project, kind):
    command = {
        "map": ["map", "essays/tea/ko.md"],
        "contrast": ["contrast", "tea@ko", "coffee"],
        "editions": ["editions", "essays/tea", "--base", "ko"],
    }[kind]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        assert run([*command, "-o", "ko.html"]) == 0
        html = (project / "ko.html").read_text("utf-8")
    keys = {"Shift", "Enter", "Esc", "Page", "Down", "Up"}
    own = {"Ann", "Bo", "On", "on", "tea", "coffee", "Tea", "or", "not", "en", "ko"}
    asked = {
        "Is",
        "tea",
        "worth",
        "the",
        "money",
        "How",
        "does",
        "it",
        "taste",
        "Who",
        "drinks",
        "who",
    }
    assert shown(html) - keys - own - asked == set()


def test_whatever_is_put_together_is_in_the_table():
    from argmap.compare.editions import Loss, Rank
    from argmap.model import Kind, LinkType
    from argmap.rendering import contrast_row, editions, editions_words
    from argmap.rendering.contrast_words import MEETINGS, VERBS

    asked = {*MEETINGS.values(), *contrast_row._VERBS.values()}
    asked |= {f"{{}} {verb} {{}}" for verb in VERBS.values()} | {f"{t} {{}}" for t in LinkType}
    asked |= {editions_words.TITLES[rank] for rank in Rank}
    asked |= {table[loss] for table in (editions._LOSSES, editions_words._LOSSES) for loss in Loss}
    asked |= {*Kind, *(f"a {kind}" for kind in Kind if kind is not Kind.EVIDENCE)}
    asked |= {f"{{}} {noun}{s}" for noun in ("main claim", "rebuttal") for s in ("", "s")}
    assert asked <= words("ko", "compared").keys()
