"""The page's file: what it holds, and that nothing of an essay gets out of its place."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rendering import render
from argmap.rendering.page import Page, page
from argmap.rendering.page.words import LANGUAGES

ESSAY = """---
id: tea
title: On tea
---

[Tea is a *bad* trade]{#bad .claim .thesis}, for [it loses money]{#loss .evidence supports=bad
source="The <script>Ledger" url="https://example.org/a"}. <!--{.premise supports=bad}-->It is cold<!--/-->.

::: {#coffee .rebuttal by="the trade" attacks=bad}
So did coffee. <script>alert(1)</script> [a](javascript:alert) ![b](https://example.org/b.png)
:::
"""


def made(text: str = ESSAY, **more: object) -> str:
    essay = read_essay(text, "tea.md")
    graph = ArgumentGraph.build([essay])
    parts = Page(
        graph,
        essay.title,
        render(graph, "svg"),
        {essay.key: text},
        **more,  # type: ignore[arg-type]
    )
    return page(parts).decode()


@pytest.fixture(scope="module")
def html() -> str:
    return made()


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(html)
    return parser.seen


def test_the_policy_names_the_only_script_and_style_by_their_hashes(html):
    policy = next(a["content"] for t, a in tags(html) if a.get("http-equiv"))
    (script,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    for text, name in ((script, "script-src"), (style, "style-src")):
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")


def test_nothing_of_an_essay_runs_or_asks_a_host(html):
    seen = tags(html)
    assert [a for t, a in seen if t == "script"] == [
        {"type": "application/json", "id": "data"},
        {},
    ]
    assert not [t for t, _ in seen if t in ("img", "iframe", "object", "embed", "image", "use")]
    assert not [n for _, a in seen for n in a if n.startswith("on") or n in ("style", "src")]
    hrefs = {a["href"] for _, a in seen if a.get("href")}
    assert hrefs == {"data:,", "#outline"}  # the source's link is made by the script


def test_the_data_cannot_end_its_element(html):
    (data,) = re.findall(r'id="data">(.*?)</script>', html, re.DOTALL)
    assert "<" not in data
    statements = json.loads(data)["statements"]
    assert [each["name"] for each in statements] == ["bad", "loss", "~1", "coffee"]
    assert statements[1]["source"] == "The <script>Ledger"


def test_every_statement_is_in_the_map_the_text_and_the_outline(html):
    for name in ("svg", "article", "nav"):
        (part,) = re.findall(rf"<{name}\b.*?</{name}>", html, re.DOTALL)
        assert set(re.findall(r'data-s="(\d+)"', part)) == {"0", "1", "2", "3"}, name


def test_the_same_essay_makes_the_same_bytes(html):
    assert made() == html


def test_every_language_has_every_word():
    english = LANGUAGES["en"]
    for lang, words in LANGUAGES.items():
        assert words.keys() == english.keys(), lang
        for name, text in english.items():
            places = [sorted(re.findall(r"{\w}", each)) for each in (text, words[name])]
            assert places[0] == places[1], (lang, name)
