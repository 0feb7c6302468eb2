"""The page's file: what it holds, and that nothing of an essay gets out of its place."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.rendering import render, theme
from argmap.rendering.page import Page, page
from argmap.rendering.page.document import content_policy
from argmap.rendering.record import recording

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


def data(html: str) -> dict[str, Any]:
    (found,) = re.findall(r'id="data">(.*?)</script>', html, re.DOTALL)
    assert "<" not in found
    return json.loads(found)


def test_the_data_cannot_end_its_element(html):
    statements = data(html)["statements"]
    assert [each["name"] for each in statements] == ["bad", "loss", "~1", "coffee"]
    assert statements[1]["source"] == "The <script>Ledger"


def test_every_statement_is_in_the_map_the_text_and_the_outline(html):
    for name in ("svg", "article"):
        (part,) = re.findall(rf"<{name}\b.*</{name}>", html, re.DOTALL)
        assert set(re.findall(r'data-s="(\d+)"', part)) == {"0", "1", "2", "3"}, name
    (entry,) = data(html)["outline"]
    (main,) = entry["parts"]
    # Its number, its level, whether it attacks, whether it was told before.
    assert main == {
        "word": "main",
        "rows": [[0, 0, 0, 0], [1, 1, 0, 0], [2, 1, 0, 0], [3, 1, 1, 0]],
    }


def test_every_line_is_known_with_its_ends():
    text = "[a]{#a .claim} [b]{#b .premise supports=a via=x} [c]{#c .premise supports=a via=x}"
    essay = read_essay(text, "x.md")
    graph = ArgumentGraph.build([essay])
    with recording() as record:
        svg = render(graph)
    html = page(Page(graph, "", svg, {}, record=record)).decode()
    lines = re.findall(r'<g data-l="(\d+)" data-e="([^"]*)" class="edge', html)
    assert sorted(lines) == [("0", "0"), ("0", "1"), ("0", "2")]


def test_the_same_essay_makes_the_same_bytes(html):
    assert made() == html


def test_a_live_page_may_listen_to_its_server_and_names_its_version():
    html = made(live="v<1>")
    policy = next(a["content"] for t, a in tags(html) if a.get("http-equiv"))
    assert policy == content_policy(live=True)
    assert policy.endswith("; connect-src 'self'")
    assert "connect-src" not in content_policy(live=False)
    assert '<html lang="en" data-version="v&lt;1&gt;">' in html


@pytest.mark.parametrize(
    ("lang", "page_is", "title_is"),
    [("zh-CN", "zh-CN", None), ("en-GB", "en-GB", None), ("fr", "en", "fr"), ("", "en", "")],
)
def test_a_page_is_marked_as_the_language_that_it_speaks(lang, page_is, title_is):
    found = dict(tags(made(lang=lang)))
    assert found["html"]["lang"] == page_is
    assert found["h1"].get("lang") == title_is


ESSAYS = sorted(Path("essays").glob("*/*.md"))


@pytest.mark.skipif(not ESSAYS, reason="not run where essays/ is")
def test_the_page_adds_at_most_150_kb_to_the_picture_and_the_text():
    text = max(ESSAYS, key=lambda file: file.stat().st_size).read_text("utf-8")
    essay = read_essay(text, "x.md")
    graph = ArgumentGraph.build([essay])
    small = render(ArgumentGraph.build([read_essay(ESSAY, "tea.md")]))  # its size is not counted
    html = page(Page(graph, essay.title, small, {essay.key: text}))
    counted = re.sub(rb"<svg.*</svg>|<article.*?</article>", b"", html, flags=re.DOTALL)
    # What the statements say is the text again, told once more.
    said = sum(len(statement.text.encode()) for statement in graph.statements.values())
    assert len(counted) - said <= 150_000
    assert len(graph.statements) > 200


def test_the_scripts_stand_in_the_package_in_short_files():
    assets = files("argmap.rendering.page") / "assets"
    named = {each.name: each.read_text("utf-8") for each in assets.iterdir()}
    assert {"page.css", "panzoom.min.js", "panzoom.LICENSE.txt", "live.js"} <= named.keys()
    for name, script in named.items():
        assert name.startswith("panzoom") or script.count("\n") < 400, name
        # Nothing that could make markup of text.
        for risky in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
        ):
            assert name.startswith("panzoom") or risky not in script, (name, risky)


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.1 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def palettes() -> list[dict[str, str]]:
    css = (files("argmap.rendering.page") / "assets" / "page.css").read_text("utf-8")
    blocks = re.findall(r"\{([^{}]*--paper:[^{}]*)\}", css)
    light = dict(re.findall(r"--(\w+): (#\w{6})", blocks[0]))
    return [{**light, **dict(re.findall(r"--(\w+): (#\w{6})", block))} for block in blocks[:3]]


def test_text_and_signs_have_the_contrast_that_wcag_asks():
    light, dark, chosen_dark = palettes()
    assert dark == chosen_dark != light
    for colours in (light, dark):
        for ground in ("paper", "shade"):
            for text in ("ink", "soft", "claim", "premise", "evidence", "rebuttal", "question"):
                assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
            for sign in ("edge", "focus"):
                assert contrast(colours[sign], colours[ground]) >= 3, (sign, ground)
        for ground in ("chosen", "ground", "attacker", "consequence", "hit"):
            assert contrast(colours["ink"], colours[ground]) >= 4.5, ground


def inverted(colour: str) -> str:
    """What the page's filter makes of a colour of the map where it is dark.

    ``invert(.91)``, then ``hue-rotate(180deg)`` by the matrix of the Filter Effects module, 8.11.
    """
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (0.91 + part * (1 - 2 * 0.91) for part in parts)
    luma = 0.213 * red + 0.715 * green + 0.072 * blue
    turned = (min(1.0, max(0.0, 2 * luma - part)) for part in (red, green, blue))
    return "#" + "".join(f"{round(part * 255):02x}" for part in turned)


def test_the_map_can_be_read_in_the_dark():
    css = (files("argmap.rendering.page") / "assets" / "page.css").read_text("utf-8")
    assert css.count("filter: invert(.91) hue-rotate(180deg)") == 2
    for look in theme.BOXES.values():
        assert contrast(inverted(theme.INK), inverted(look.fill)) >= 4.5
    assert contrast(inverted(theme.MUTED), inverted(theme.PAPER)) >= 4.5
