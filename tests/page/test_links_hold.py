"""A link to the page, and a page that is served, hold their place when the essay grows."""

from __future__ import annotations

import pytest

from argmap.cli import run
from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rendering import render
from argmap.rendering.page import Page, page
from argmap.rendering.page.data import number, page_data
from tests.page.making import COFFEE, DEBATE, TEA, TEA_KO, write
from tests.page.test_contrast_page import contrasted
from tests.page.waiting import drawn

pytestmark = pytest.mark.xdist_group("browser")

LONG = TEA + "\n\n".join(
    f"Paragraph {n} says [a thing]{{#t{n} .premise supports=cold}}." for n in range(30)
)
GROWN = LONG.replace(
    "## The trade",
    "[Nothing else matters]{#first .claim .thesis}. "
    + " ".join(f"[A ground {n}]{{#g{n} .premise supports=first}}." for n in range(8))
    + "\n\n"
    + "What no one marked.\n\n" * 20
    + "## The trade",
)


def made(text: str, version: str) -> bytes:
    essay = read_essay(text, "tea.md")
    graph = ArgumentGraph.build([essay])
    return page(Page(graph, essay.title, render(graph), {essay.key: text}, live=version))


def save(tab, served, text: str) -> None:
    served.board.show(made(text, "v2"), "v2")
    tab.wait_for_selector("html[data-version=v2][data-ready]")


def fragment(tab) -> str:
    return tab.evaluate("decodeURIComponent(location.hash.slice(1))")


def at(tab, name: str, pane: str) -> list[int]:
    """Where a statement stands in a pane's sight."""
    drawn(tab)
    return tab.evaluate(
        """([name, pane]) => {
        const frame = document.getElementById(pane).getBoundingClientRect();
        const own = document.querySelector(`#${pane} [data-s="${state.known(name)}"]`).getBoundingClientRect();
        return [own.left - frame.left, own.top - frame.top];
        }""",
        [name, pane],
    )


def near(one: list[int], other: list[int], most: float = 3) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


SCROLL = """(pane) => document.querySelector(`#${pane} [data-s="${state.known('t12')}"]`).scrollIntoView()"""


@pytest.mark.parametrize("chosen", ["t12", ""])
def test_a_save_that_moves_everything_leaves_what_is_in_sight(opened, served, chosen):
    served.board.show(made(LONG, "v1"), "v1")
    tab = opened(served.url, fragment=f"s={chosen}" if chosen else "")
    if not chosen:
        tab.evaluate("picture.bring(state.known('t12'), true, false)")
        for pane in ("text", "outline"):
            tab.evaluate(SCROLL, pane)
    before = {pane: at(tab, "t12", pane) for pane in ("map", "text", "outline")}
    scale = tab.evaluate("picture.place().scale")
    save(tab, served, GROWN)
    for pane, place in before.items():
        assert near(at(tab, "t12", pane), place), pane
    assert tab.evaluate("picture.place().scale") == scale


def test_a_save_leaves_what_is_near_where_the_chosen_one_is_gone(opened, served):
    served.board.show(made(LONG, "v1"), "v1")
    tab = opened(served.url, fragment="s=t12")
    before = at(tab, "t11", "text")
    save(tab, served, GROWN.replace("[a thing]{#t12 .premise supports=cold}", "nothing"))
    assert fragment(tab) == ""
    assert near(at(tab, "t11", "text"), before)
    assert tab.evaluate("picture.spots().length") > 0


def test_a_save_in_the_stepping_stays_at_its_statement(opened, served):
    served.board.show(made(LONG, "v1"), "v1")
    tab = opened(served.url, fragment="step=6")
    before = at(tab, tab.evaluate("statements[now.chosen].name"), "map")
    name = tab.evaluate("statements[now.chosen].name")
    assert fragment(tab) == f"s={name}&step={name}"
    save(tab, served, GROWN)
    assert fragment(tab) == f"s={name}&step={name}"
    assert tab.evaluate("views.order[now.step] === now.chosen && now.step > 5")
    assert near(at(tab, name, "map"), before)


@pytest.mark.parametrize("row", ["#outline [data-s='{}']", "#detail [data-s='{}']"])
def test_a_save_leaves_the_keyboard_on_its_row(opened, served, row):
    served.board.show(made(LONG, "v1"), "v1")
    tab = opened(served.url, fragment="s=cold")
    tab.focus(row.format(tab.evaluate("state.known('t12')")))
    pane = tab.evaluate("document.activeElement.closest('.pane').id")
    save(tab, served, GROWN)
    assert tab.evaluate("statements[document.activeElement.dataset.s].name") == "t12"
    assert tab.evaluate("document.activeElement.closest('.pane').id") == pane


def test_a_save_leaves_the_keyboard_on_its_question(opened, served, tmp_path):
    write(tmp_path)
    served.board.show(contrasted(tmp_path, "tea@en", "v1").encode(), "v1")
    tab = opened(served.url)
    tab.locator(".item", has_text="How does it taste?").focus()
    debate = tmp_path / "essays" / "debate.md"
    asked = "[Is it hot?]{#hot .question} [How does"
    debate.write_text(DEBATE.replace("[How does", asked), encoding="utf-8")
    for file, old, new in (
        ("tea", "on=worth", 'on="hot worth"'),
        ("coffee", "on=taste", 'on="hot taste"'),
    ):
        essay = tmp_path / "essays" / file / "en.md"
        essay.write_text(essay.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    served.board.show(contrasted(tmp_path, "tea@en", "v2").encode(), "v2")
    tab.wait_for_selector("html[data-version=v2][data-ready]")
    assert "How does it taste?" in tab.evaluate("document.activeElement.innerText")
    assert tab.evaluate("document.activeElement.dataset.item") == "2"  # it was 1


@pytest.mark.parametrize("asked", ["question=taste", "question=1"])
def test_a_link_names_the_question_of_the_filter(opened, pages, asked):
    tab = opened(pages["contrast"], fragment=asked)
    assert tab.evaluate("data.questions[by('question').value].text") == "How does it taste?"
    assert fragment(tab) == "question=taste"


def test_questions_of_one_name_are_told_apart():
    other = DEBATE.replace("id: debate", "id: other").partition("[Both")[0]
    texts = {"tea.md": TEA, "coffee.md": COFFEE, "debate.md": DEBATE, "other.md": other}
    graph = ArgumentGraph.build([read_essay(text, name) for name, text in texts.items()])
    names = [each["name"] for each in page_data(graph, number(graph))["questions"]]
    assert len(names) == len(set(names)) > 2


@pytest.mark.parametrize(
    ("asked", "step"),
    [
        ("step=3", 2),  # as older links tell it
        ("step=3&s=loses", 1),
        ("step=loses", 1),
        ("s=bad&step=loses", 1),
        ("step=3&s=nothing", None),
        ("step=nothing", None),
        ("step=99", None),
    ],
)
def test_a_step_is_that_of_its_statement(opened, pages, asked, step):
    tab = opened(pages["map"], fragment=asked)
    assert tab.evaluate("now.step") == step
    assert (tab.evaluate("now.chosen") is None) == (step is None)


def test_a_link_holds_the_tab_and_the_edition(opened, pages):
    tab = opened(pages["contrast"])
    tab.click("[data-show=map]")
    assert fragment(tab) == "view=map"
    tab.reload()
    tab.wait_for_selector("html[data-ready]")
    assert tab.locator("#map").is_visible()
    tab.click("[data-show=between]")
    assert fragment(tab) == ""
    tab = opened(pages["map"], fragment="view=toString")
    assert fragment(tab) == ""
    assert tab.locator("#map").is_visible()


def test_a_link_holds_the_edition_of_a_column(opened, tmp_path, monkeypatch):
    write(tmp_path)
    vi = TEA_KO.replace("lang: ko", "lang: vi")
    (tmp_path / "essays" / "tea" / "vi.md").write_text(vi, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["editions", "essays/tea", "--base", "en", "-o", "all.html"]) == 0
    tab = opened(tmp_path / "all.html")
    assert fragment(tab) == ""
    tab.select_option(".choice select", index=1)
    assert fragment(tab) == "edition=vi"
    tab.reload()
    tab.wait_for_selector("html[data-ready]")
    assert tab.locator("#right .prose:visible").get_attribute("lang") == "vi"
    # What is chosen in the other edition does not turn the column back.
    tab = opened(tmp_path / "all.html", fragment="s=tea@ko:cold&edition=vi")
    assert tab.locator("#right .prose:visible").get_attribute("lang") == "vi"
    tab.evaluate("location.hash = 's=tea@ko:cold'")
    tab.wait_for_selector("#right .prose[lang=ko]")
    assert fragment(tab) == "s=tea@ko:cold"


@pytest.mark.parametrize(
    "asked", ["kinds=foo", "essays=foo", "question=foo", "item=foo", "edition=foo"]
)
def test_what_names_nothing_known_is_dropped(opened, pages, asked):
    tab = opened(pages["contrast"], fragment=asked)
    assert tab.locator(".prose .dim").count() == 0
    assert fragment(tab) == ""
