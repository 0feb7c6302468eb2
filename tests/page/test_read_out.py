"""What a screen reader is told: the accessibility tree that the browser makes of the page."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from argmap.cli import run
from tests.page.making import write

pytestmark = pytest.mark.xdist_group("browser")

ACTED_ON = {
    "button",
    "link",
    "searchbox",
    "textbox",
    "checkbox",
    "combobox",
    "option",
    "DisclosureTriangle",
}
PARTS = {"region", "navigation", "dialog"}


@pytest.fixture(scope="module")
def korean(tmp_path_factory):
    folder = tmp_path_factory.mktemp("korean")
    write(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run(["map", "essays/tea/ko.md", "-o", "ko.html"]) == 0
    return folder / "ko.html"


def told(page) -> list[dict]:
    """What is in the tree, in the page's order: roles, names and properties."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    known = {node["nodeId"]: node for node in nodes}
    order, rest = [], [nodes[0]["nodeId"]]
    while rest:
        node = known[rest.pop()]
        rest.extend(each for each in reversed(node.get("childIds", [])) if each in known)
        if not node.get("ignored"):
            order.append(node)
    return [
        {
            "role": node["role"]["value"],
            "name": node.get("name", {}).get("value", ""),
            **{each["name"]: each["value"].get("value") for each in node.get("properties", [])},
        }
        for node in order
    ]


VIEWS = [("map", "s=bad"), ("contrast", "item=worth"), ("contrast", "view=map"), ("editions", "")]


@pytest.mark.parametrize(("kind", "fragment"), VIEWS)
def test_all_that_can_be_acted_on_has_a_name(opened, pages, kind, fragment):
    page = opened(pages[kind], fragment=fragment)
    page.evaluate("document.getElementById('filter').open = true")
    tree = told(page)
    assert {"button", "searchbox", "checkbox", "link"} <= {each["role"] for each in tree}
    nameless = [each for each in tree if each["role"] in ACTED_ON | PARTS and not each["name"]]
    assert nameless == []
    focused = [each for each in tree if each.get("focusable")]
    assert [each for each in focused if each["role"] in ("generic", "none")] == []
    # The picture is hidden, as the outline says the same.
    assert not {each["role"] for each in tree} & {"image", "SvgRoot", "graphics-document"}
    levels = [each["level"] for each in tree if each["role"] == "heading"]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_outline_holds_every_statement_of_the_map(opened, pages):
    page = opened(pages["map"])
    names = [each["name"] for each in told(page) if each["role"] == "button"]
    for text in page.evaluate("statements.map((each) => each.text)"):
        assert [name for name in names if text in name], text
    (attack,) = [name for name in names if "Coffee lost" in name]
    assert attack.startswith("Attacks: rebuttal ")  # a minus may be silent


def test_names_are_in_the_language_of_the_page(opened, korean):
    page = opened(korean, fragment="s=bad")
    page.evaluate("document.getElementById('filter').open = true")
    names = [each["name"] for each in told(page) if each["role"] in ACTED_ON | PARTS]
    assert len(names) > 20
    assert [name for name in names if re.search(r"[A-Za-z]{2}", name)] == []


def test_what_is_chosen_is_said_once(opened, pages):
    page = opened(pages["map"], fragment="s=loses")
    live = [
        each.evaluate("(own) => own.textContent")
        for each in page.locator("[role=status], output, [aria-live]").all()
        if each.get_attribute("aria-live") != "off"
    ]
    assert [text for text in live if text] == ["premise: It loses money"]
    page.keyboard.press("n")
    assert page.locator("#said").text_content() == "premise: it ties up capital"


def test_what_is_chosen_is_marked_in_the_outline(opened, pages):
    page = opened(pages["map"])
    marked = page.locator("[aria-current]")
    for name in ("loses", "bitter"):
        page.evaluate("(name) => page.choose(statements.findIndex((s) => s.name === name))", name)
        assert marked.count() == page.locator("#outline .chosen").count() >= 1
    page.keyboard.press("Escape")
    assert marked.count() == 0
