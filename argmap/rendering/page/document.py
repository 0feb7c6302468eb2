"""The HTML of the page: head, bars, columns, the map, and what the script is given."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from argmap.model import Essay
from argmap.rendering.page.bar import bar, help_dialog
from argmap.rendering.page.data import number, page_data
from argmap.rendering.page.outline import outline
from argmap.rendering.page.parts import Between, Item, Page
from argmap.rendering.page.picture import inline_svg
from argmap.rendering.page.prose import prose_html
from argmap.rendering.page.words import page_language, page_words
from argmap.rendering.safe_text import one_line
from argmap.words import say, speaking

__all__ = ["content_policy", "page"]

_SCRIPTS = (
    "panzoom.min.js",
    "argument.js",
    "storage.js",
    "theme.js",
    "state.js",
    "sight.js",
    "gestures.js",
    "picture.js",
    "outline.js",
    "detail.js",
    "views.js",
    "main.js",
    "keys.js",
)
_LIVE = "live.js"
_START = "start.js"

_UNREAD = re.compile("[\u202d\u202e\ufffe\uffff]")
"""Overrides of the direction, which make a text read as another, and noncharacters."""


def page(parts: Page) -> bytes:
    """Write the page as one file; deterministic, linear in the picture, the texts and the graph."""
    words = page_words(parts.lang)
    numbers = number(parts.graph)
    data = page_data(parts.graph, numbers, findings=parts.findings, standings=parts.standings)
    essays = [essay for essay in parts.graph.essays if essay.key in parts.texts]
    data["words"] = dict(words)
    with speaking(parts.lang):
        for statement in data["statements"]:
            if "sense" in statement:  # one of few words, as a rule
                statement["sense"] = " ".join(map(say, statement["sense"].split()))
    data["mode"] = "map" if parts.between is None else "columns"
    if parts.between is not None:
        data["items"] = [
            [numbers.statements[key] for key in item.keys if key in numbers.statements]
            for item in parts.between.items
        ]
        data["itemNames"] = _distinct(item.name for item in parts.between.items)
    data["outline"] = [
        {"essay": index, "parts": outline(parts.graph, essay, numbers.statements)}
        for index, essay in enumerate(parts.graph.essays)
        if essay.statements
    ]
    ids, of_links = (
        {**known, **{name: known[key] for name, key in parts.svg_ids.items() if key in known}}
        for known in (numbers.statements, numbers.links)
    )
    style, script = _style(), _script(live=bool(parts.live))
    picture = inline_svg(parts.svg, ids, of_links, parts.record, parts.frames)
    body = _body(parts, essays, numbers.statements, words, picture)
    policy = content_policy(live=bool(parts.live))
    version = f' data-version="{escape(parts.live)}"' if parts.live else ""
    title = escape(one_line(parts.title))
    lang = escape(page_language(parts.lang))
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{lang}"{version}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" '
        'content="light dark">\n<meta name="generator" content="argmap">\n'
        f'<link rel="icon" href="data:,">\n<title>{title}</title>\n'
        f"<style>{style}</style>\n</head>\n{_UNREAD.sub('', body)}"
        f'<script type="application/json" id="data">{_UNREAD.sub("", _json(data))}</script>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    ).encode("utf-8", "replace")


@cache
def _asset(name: str) -> str:
    return (files("argmap.rendering.page") / "assets" / name).read_text("utf-8")


def _style() -> str:
    return _asset("page.css")


@cache
def _script(*, live: bool) -> str:
    names = (*_SCRIPTS, _LIVE, _START) if live else (*_SCRIPTS, _START)
    return "\n".join(_asset(name).rstrip() for name in names)


def content_policy(*, live: bool) -> str:
    """Return the Content-Security-Policy of a page: its own script and style, and nothing else.

    A page that is ``live`` may also listen to the server that it came from.
    """

    def of(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    connect = "; connect-src 'self'" if live else ""
    return (
        f"default-src 'none'; script-src {of(_script(live=live))}; style-src {of(_style())}; "
        f"img-src data:; base-uri 'none'; form-action 'none'{connect}"
    )


def _json(data: object) -> str:
    """Write JSON that cannot end its element: no ``<`` is left, in whatever text."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _body(
    parts: Page,
    essays: Sequence[Essay],
    numbers: Mapping[str, int],
    words: Mapping[str, str],
    picture: str,
) -> str:
    word = {name: escape(text) for name, text in words.items()}
    mode = "map" if parts.between is None else "columns"
    own = "" if page_language(parts.lang) == parts.lang else f' lang="{escape(parts.lang)}"'
    about = f'<p class="about">{escape(one_line(parts.about))}</p>' if parts.about else ""
    order = {essay.key: index for index, essay in enumerate(parts.graph.essays)}
    texts = {essay.key: _text(parts, essay, order, numbers) for essay in essays}
    if parts.between is None:
        columns = (
            f'<section id="text" class="pane" aria-label="{word["text"]}" tabindex="0">'
            f"{_choice(essays, order, word['essay'], 'text-essay')}"
            f"{''.join(texts.values())}</section>\n"
        )
    else:
        columns = _columns(parts.between, essays, order, texts, word)
    return (
        f'<body data-mode="{mode}" data-view="{"map" if mode == "map" else "between"}">\n'
        f'<a class="skip" href="#outline">{word["skip"]}</a>\n'
        f'<header><div class="title"><h1{own}>{escape(one_line(parts.title))}</h1>{about}</div>\n'
        f"{bar(parts, word, mode)}</header>\n<main>\n"
        f'<section id="map" class="pane" role="group" tabindex="0" aria-label="{word["mapKeys"]}">'
        f'<div id="canvas">{picture}</div></section>\n{columns}'
        f'<nav id="outline" class="pane" tabindex="0" aria-label="{word["outline"]}">'
        f'</nav>\n<section id="detail" class="pane" tabindex="0" aria-label="{word["detail"]}" '
        f'><p class="hint">{word["nothing"]}</p></section>\n</main>\n'
        f'<p id="said" class="sr" role="status"></p>\n{help_dialog(word)}'
    )


def _distinct(names: Iterable[str]) -> list[str]:
    """Return names in their order, those that come again with ``~2``, ``~3``… added."""
    count: Counter[str] = Counter()
    found = []
    for name in names:
        count[name] += 1
        found.append(name if count[name] == 1 else f"{name}~{count[name]}")
    return found


def _text(parts: Page, essay: Essay, order: Mapping[str, int], numbers: Mapping[str, int]) -> str:
    html = prose_html(parts.texts[essay.key], essay, numbers)
    return (
        f'<article class="prose" lang="{escape(essay.lang)}" '
        f'data-essay="{order[essay.key]}">{html}</article>\n'
    )


def _head(essays: Sequence[Essay], order: Mapping[str, int], label: str, name: str) -> str:
    """Say at the top of a column whose text it is, or have it chosen where there are several."""
    if len(essays) != 1:
        return _choice(essays, order, label, name)
    (essay,) = essays
    author = f"{one_line(essay.author)}: " if essay.author else ""
    title = escape(f"{author}{one_line(essay.title or essay.id)}")
    lang = escape(essay.lang)
    return f'<p class="choice" lang="{lang}"><strong>{title}</strong> ({lang})</p>'


def _choice(essays: Sequence[Essay], order: Mapping[str, int], label: str, name: str) -> str:
    if len(essays) < 2:
        return ""
    options = "".join(
        f'<option value="{order[essay.key]}">{escape(one_line(essay.title or essay.id))} '
        f"({escape(essay.lang)})</option>"
        for essay in essays
    )
    return (
        f'<p class="choice"><label for="{name}">{label}</label> '
        f'<select id="{name}">{options}</select></p>'
    )


def _columns(
    between: Between,
    essays: Sequence[Essay],
    order: Mapping[str, int],
    texts: Mapping[str, str],
    word: Mapping[str, str],
) -> str:
    known = {essay.key: essay for essay in essays}
    sides = [[known[key] for key in side if key in known] for side in (between.left, between.right)]
    left, right = (
        f'<section id="{name}" class="pane" tabindex="0" aria-label="'
        f'{escape(one_line(", ".join(e.title or e.key for e in side)))}">'
        f"{_head(side, order, word['edition'], f'{name}-essay')}"
        f"{''.join(texts[essay.key] for essay in side)}</section>\n"
        for name, side in zip(("left", "right"), sides, strict=True)
    )
    items = "".join(
        f'<li data-column="{order.get(item.column, -1)}"><button type="button" class="item" '
        f'data-item="{index}">{_label(item)}<strong{_lang(item)}>{escape(one_line(item.title))}'
        "</strong>"
        f"{_notes(item)}</button></li>\n"
        for index, item in enumerate(between.items)
    )
    middle = (
        f'<section id="between" class="pane" tabindex="0" aria-label="{word["between"]}">'
        f'<ol class="items">{items}</ol></section>\n'
    )
    # On paper, and without a script, what stands between comes before the texts it speaks of.
    return middle + left + right


def _notes(item: Item) -> str:
    return "".join(f"<span>{escape(one_line(note))}</span>" for note in item.notes)


def _lang(item: Item) -> str:
    return f' lang="{escape(item.lang)}"' if item.lang else ""


def _label(item: Item) -> str:
    return f"<em>{escape(one_line(item.label))}</em> " if item.label else ""
