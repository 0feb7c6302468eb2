"""Essays are untrusted: nothing that they hold runs in the browser, or becomes an attribute.

Payloads come in by two ways: as an essay's source, wherever the syntax takes text, and in every
field of the model, past whatever the syntax refuses.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.model import Finding, Position, Range, Severity
from argmap.rendering import render
from argmap.rendering.page import Between, Item, Page, page
from argmap.rendering.page.data import Standing
from argmap.rendering.record import recording
from tests.page.payloads import PAYLOADS

FIELDS = ("by", "source", "url", "cite", "date", "quote", "scheme", "sense")
_TAGS = """
html head meta link title style body a header div h1 h2 h3 p form label span input
output button details summary fieldset legend select option main section svg g path
polygon polyline ellipse text article nav dialog dl dt dd kbd script ul ol li em strong
sup hr blockquote pre code br table thead tbody tr th td
"""
TAGS = set(_TAGS.split())
_ATTRIBUTES = """
aria-controls aria-expanded aria-hidden aria-label aria-live aria-pressed autocomplete charset
checked class content cx cy d data-at data-column data-e data-essay data-item data-l data-mode
data-s data-show data-view fill fill-opacity focusable font-family font-size font-style
font-weight for height href http-equiv id lang method name placeholder points rel role
rx ry stroke stroke-dasharray stroke-opacity stroke-width tabindex target text-anchor
text-decoration title transform type value viewbox width x xmlns y start style hidden
"""
ATTRIBUTES = set(_ATTRIBUTES.split())
_IDS = """
map canvas text outline detail left between right said bar more filter question flagged
keys letters search found back next position step fold fold-all only all hidden zoom-in
zoom-out fit theme help data text-essay left-essay right-essay
"""
IDS = set(_IDS.split())


def source() -> str:
    """Return an essay whose text, ids, headings, attributes and front matter are payloads."""
    parts = [
        "---\nid: h\n"
        + "".join(
            f"{key}: {json.dumps(PAYLOADS[0] + PAYLOADS[66])}\n"
            for key in ("title", "author", "stance")
        )
        + "---\n"
    ]
    for number, payload in enumerate(PAYLOADS):
        flat = " ".join(payload.split())
        inner = flat.replace('"', "'")
        parts.append(
            f"## {flat} {{on={number}q}}\n\n"
            f'[words {flat} end]{{#s{number} .premise supports=s0 source="{inner}" by="{inner}" url="{inner}" quote="{inner}"}}\n\n'
            f'::: {{#b{number} .evidence supports=s{number} url="{inner}"}}\n{payload}\n\n[x]({flat}) ![y]({flat}) <{flat}>\n:::\n\n'
            f"[{flat}]{{from=b{number} contradicts=s{number}}}\n\n"
            f'[broken]{{#{flat} .claim supports={flat} source={flat}}}\n\n<!-- {{.claim text="{inner}"}} -->\n'
        )
    return "\n".join(parts)


def from_source() -> Page:
    text = source()
    essay = read_essay(text, f"{PAYLOADS[14].replace('/', '')}.md")
    return _page(ArgumentGraph.build([essay]), text)


def from_model() -> Page:
    """Return a page whose every field holds a payload, with an item between for each."""
    text = "\n\n".join(f"[words]{{#s{n} .evidence supports=top}}" for n in range(len(PAYLOADS)))
    essay = read_essay(f"[top]{{#top .claim .thesis}}\n\n{text}\n", "x.md")
    statements = [
        replace(statement, text=payload, **dict.fromkeys(FIELDS, payload))
        for statement, payload in zip(essay.statements[1:], PAYLOADS, strict=True)
    ]
    links = [
        replace(link, reason=PAYLOADS[n % len(PAYLOADS)]) for n, link in enumerate(essay.links)
    ]
    loud = "".join(PAYLOADS[:3])
    essay = replace(
        essay,
        title=loud,
        author=loud,
        statements=(essay.statements[0], *statements),
        links=tuple(links),
    )
    graph = ArgumentGraph.build([essay])
    made = _page(graph, text)
    key = next(iter(graph.statements))
    items = tuple(Item(each, each, (each, each), (key,)) for each in PAYLOADS)
    standings = {
        s: Standing(each, each, 0.5) for s, each in zip(graph.statements, PAYLOADS, strict=False)
    }
    return replace(
        made, between=Between(items, (essay.key,), ()), standings=standings, lang=PAYLOADS[68]
    )


def _page(graph: ArgumentGraph, text: str) -> Page:
    with recording() as record:
        svg = render(graph)
    place = Range(Position(1, 1), Position(1, 2))
    findings = [
        Finding(payload, payload, Severity.ERROR, payload, payload, payload, place, subject=key)
        for key, payload in zip(graph.statements, PAYLOADS, strict=False)
    ]
    essay = graph.essays[0]
    return Page(
        graph,
        essay.title,
        svg,
        {essay.key: text},
        about=essay.author,
        findings=findings,
        record=record,
    )


@cache
def made(how: str) -> bytes:
    parts = from_source() if how == "source" else from_model()
    assert len(parts.graph.statements) > len(PAYLOADS)
    return page(parts)


@pytest.fixture(params=["source", "model"])
def hostile(request, tmp_path):
    name = f"{request.param}' onerror=window.pwned=1 <b>.html"
    file = tmp_path / name
    file.write_bytes(made(request.param))
    return file


class Read(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def test_there_are_many_and_each_once():
    assert len(PAYLOADS) >= 100
    assert len(set(PAYLOADS)) == len(PAYLOADS)


def test_no_tag_and_no_attribute_is_injected(hostile):
    read = Read()
    read.feed(hostile.read_text("utf-8"))
    assert {tag for tag, _ in read.tags} <= TAGS
    assert {name for _, attributes in read.tags for name in attributes} <= ATTRIBUTES
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert set(ids) <= IDS
    assert len(set(ids)) == len(ids)
    styles = {a["style"] for _, a in read.tags if "style" in a}
    assert styles <= {"text-align:left", "text-align:center", "text-align:right"}
    for tag, attributes in read.tags:
        if tag == "a":
            assert (attributes.get("href") or "#").startswith(
                ("https://", "http://", "mailto:", "#")
            )
    assert sum(tag == "script" for tag, _ in read.tags) == 2


LOOK = """() => {
    const all = [...document.querySelectorAll('*')];
    return {
        pwned: window.pwned ?? null,
        polluted: ({}).pwned ?? null,
        scripts: document.scripts.length,
        strange: all.map((each) => each.localName).filter((name) =>
            ['img', 'image', 'iframe', 'object', 'embed', 'base', 'video', 'audio', 'template', 'use', 'foreignObject', 'set', 'animate'].includes(name)),
        handlers: all.flatMap((each) => [...each.attributes].map((one) => one.name)).filter((name) => name.startsWith('on')),
        links: [...new Set([...document.links].map((each) => each.protocol))].sort(),
        violations: window.violations,
    };
}"""


@pytest.mark.xdist_group("browser")
def test_nothing_runs_in_the_browser(opened, tab, hostile):
    tab.page.add_init_script(
        "window.violations = []; addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective));"
    )
    browser = opened(hostile)
    count = browser.evaluate("statements.length")
    # Each is told of in the pane, sought, and gone through, and each item between.
    browser.evaluate(
        """() => {
            statements.forEach((_, number) => detail.tell(number, null));
            (data.items || []).forEach((_, index) => detail.tell(null, index));
            document.querySelector('.item')?.click();
            document.getElementById('fold-all').click();
            document.getElementById('search').value = '<script>';
            document.getElementById('search').dispatchEvent(new Event('input'));
            page.actions.all();
        }"""
    )
    for number in range(0, count, 40):  # a fragment with whatever names there are
        browser.evaluate("(n) => page.choose(n)", number)
        browser.evaluate(
            "() => { const own = location.hash; location.hash = ''; location.hash = own; }"
        )
    browser.locator("#detail").hover()
    browser.wait_for_timeout(100)
    seen = browser.evaluate(LOOK)
    assert seen == {
        "pwned": None,
        "polluted": None,
        "scripts": 2,
        "strange": [],
        "handlers": [],
        "links": seen["links"],
        "violations": [],
    }
    assert set(seen["links"]) <= {"https:", "http:", "mailto:", "file:"}  # file: is the skip link
    assert browser.url.startswith("file:")
