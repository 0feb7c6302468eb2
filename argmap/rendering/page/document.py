"""The HTML of the page: head, bars, columns, the map, and what the script is given."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from argmap.graph import ArgumentGraph
from argmap.model import Essay, Finding, Kind
from argmap.rendering.page.data import Standing, number, page_data
from argmap.rendering.page.outline import outline_html
from argmap.rendering.page.picture import inline_svg
from argmap.rendering.page.prose import prose_html
from argmap.rendering.page.words import page_words
from argmap.rendering.safe_text import for_id, one_line

__all__ = ["Between", "Item", "Page", "page"]

_SCRIPTS = ("panzoom.min.js", "argument.js", "picture.js", "views.js", "main.js")
_LIVE = "live.js"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry between two columns: a question or difference, and the statements it is about.

    ``notes`` are lines under the title; ``keys`` are those of statements in any column;
    ``column`` is the key of the essay that a difference belongs to, or nothing.
    """

    title: str
    label: str = ""
    notes: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    column: str = ""


@dataclass(frozen=True, slots=True)
class Between:
    """What stands between the columns, and the keys of the essays at the left and the right."""

    items: tuple[Item, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What a page is made of.

    ``texts`` are the sources of essays, by their keys. ``svg`` is a finished picture. A contrast or
    a comparison of editions has something ``between`` the texts. ``svg_ids`` are ids in the
    picture that are not simply the key of their statement, with that key.
    """

    graph: ArgumentGraph
    title: str
    svg: bytes
    texts: Mapping[str, str]
    lang: str = "en"
    about: str = ""
    findings: Sequence[Finding] = ()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    between: Between | None = None
    svg_ids: Mapping[str, str] = field(default_factory=dict)
    live: bool = False


def page(parts: Page) -> bytes:
    """Write the page as one file; deterministic, linear in the picture, the texts and the graph."""
    words = page_words(parts.lang)
    numbers = number(parts.graph)
    data = page_data(parts.graph, numbers, findings=parts.findings, standings=parts.standings)
    essays = [essay for essay in parts.graph.essays if essay.key in parts.texts]
    data["words"] = dict(words)
    data["mode"] = "map" if parts.between is None else "columns"
    if parts.between is not None:
        data["items"] = [
            [numbers.statements[key] for key in item.keys if key in numbers.statements]
            for item in parts.between.items
        ]
    ids = {for_id(key): index for key, index in numbers.statements.items()}
    ids |= {for_id(name): numbers.statements[key] for name, key in parts.svg_ids.items()}
    links = {for_id(key): index for key, index in numbers.links.items()}
    style = _asset("page.css")
    scripts = _SCRIPTS if not parts.live else (*_SCRIPTS[:-1], _LIVE, _SCRIPTS[-1])
    script = "\n".join(_asset(name).rstrip() for name in scripts)
    picture = inline_svg(parts.svg, ids, links)
    body = _body(parts, essays, numbers.statements, words, picture)
    policy = _policy(style, script, live=parts.live)
    title = escape(one_line(parts.title))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(parts.lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" '
        'content="light dark">\n<meta name="generator" content="argmap">\n'
        f'<link rel="icon" href="data:,">\n<title>{title}</title>\n'
        f"<style>{style}</style>\n</head>\n{body}"
        f'<script type="application/json" id="data">{_json(data)}</script>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    ).encode("utf-8", "replace")


@cache
def _asset(name: str) -> str:
    return (files("argmap.rendering.page") / "assets" / name).read_text("utf-8")


def _policy(style: str, script: str, *, live: bool) -> str:
    def of(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    connect = "; connect-src 'self'" if live else ""
    return (
        f"default-src 'none'; script-src {of(script)}; style-src {of(style)}; "
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
    about = f'<p class="about">{escape(one_line(parts.about))}</p>' if parts.about else ""
    order = {essay.key: index for index, essay in enumerate(parts.graph.essays)}
    texts = {essay.key: _text(parts, essay, order, numbers) for essay in essays}
    outlines = "".join(
        f'<section lang="{escape(essay.lang)}" data-essay="{index}">'
        f"<h2>{escape(one_line(essay.title or essay.key))}</h2>\n"
        f"{outline_html(parts.graph, essay, numbers, words)}</section>\n"
        for index, essay in enumerate(parts.graph.essays)
        if essay.statements
    )
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
        f"<header><div><h1>{escape(one_line(parts.title))}</h1>{about}</div>\n"
        f"{_bar(parts, word, mode)}</header>\n<main>\n"
        f'<section id="map" class="pane" role="group" tabindex="0" aria-label="{word["mapKeys"]}">'
        f'<div id="canvas">{picture}</div></section>\n{columns}'
        f'<nav id="outline" class="pane" tabindex="0" aria-label="{word["outline"]}">{outlines}'
        f'</nav>\n<section id="detail" class="pane" tabindex="0" aria-label="{word["detail"]}" '
        f'aria-live="polite"><p class="hint">{word["nothing"]}</p></section>\n</main>\n'
        f"{_help(word)}"
    )


def _text(parts: Page, essay: Essay, order: Mapping[str, int], numbers: Mapping[str, int]) -> str:
    html = prose_html(parts.texts[essay.key], essay, numbers)
    return (
        f'<article class="prose" lang="{escape(essay.lang)}" '
        f'data-essay="{order[essay.key]}">{html}</article>\n'
    )


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
        f"{_choice(side, order, word['edition'], f'{name}-essay')}"
        f"{''.join(texts[essay.key] for essay in side)}</section>\n"
        for name, side in zip(("left", "right"), sides, strict=True)
    )
    items = "".join(
        f'<li data-column="{order.get(item.column, -1)}"><button type="button" class="item" '
        f'data-item="{index}">{_label(item)}<strong>{escape(one_line(item.title))}</strong>'
        f"{_notes(item)}</button></li>\n"
        for index, item in enumerate(between.items)
    )
    middle = (
        f'<section id="between" class="pane" tabindex="0" aria-label="{word["between"]}">'
        f'<ol class="items">{items}</ol></section>\n'
    )
    return left + middle + right


def _notes(item: Item) -> str:
    return "".join(f"<span>{escape(one_line(note))}</span>" for note in item.notes)


def _label(item: Item) -> str:
    return f"<em>{escape(one_line(item.label))}</em> " if item.label else ""


def _bar(parts: Page, word: Mapping[str, str], mode: str) -> str:
    def button(name: str, shown: str, label: str, pressed: str = "") -> str:
        state = f' aria-pressed="{pressed}"' if pressed else ""
        return (
            f'<button type="button" id="{name}" title="{word[label]}"{state}>'
            f"{shown or word[label]}</button>"
        )

    def sign(text: str, label: str) -> str:
        return f'<span aria-hidden="true">{text}</span><span class="sr">{word[label]}</span>'

    used = {statement.kind for statement in parts.graph.statements.values()}
    kinds = "".join(
        f'<label><input type="checkbox" name="kind" value="{kind.value}" checked> '
        f"{word[kind.value]}</label> "
        for kind in Kind
        if kind in used
    )
    works = "".join(
        f'<label><input type="checkbox" name="essay" value="{index}" checked> '
        f"{escape(one_line(essay.title or essay.id))} ({escape(essay.lang)})</label> "
        for index, essay in enumerate(parts.graph.essays)
        if essay.statements
    )
    questions = "".join(
        f'<option value="{index}">{escape(one_line(_shorten(text)))}</option>'
        for index, text in enumerate(_questions(parts.graph))
    )
    views = ("map", "text") if mode == "map" else ("between", "left", "right", "map")
    tabs = "".join(
        f'<button type="button" data-show="{view}" aria-pressed="false">'
        f"{_tab(view, parts, word)}</button>"
        for view in (*views, "outline", "detail")
    )
    several = len(works) and len([e for e in parts.graph.essays if e.statements]) > 1
    works_set = f"<fieldset><legend>{word['works']}</legend>{works}</fieldset>" if several else ""
    ask = (
        f'<fieldset><legend>{word["questions"]}</legend><label><span class="sr">'
        f'{word["questions"]}</span><select id="question"><option value="">{word["any"]}</option>'
        f"{questions}</select></label></fieldset>"
        if questions
        else ""
    )
    return (
        f'<div class="tabs" role="group" aria-label="{word["map"]}, {word["text"]}">{tabs}</div>\n'
        f'<div class="bar"><form role="search"><label><span class="sr">{word["search"]}</span>'
        f'<input type="search" id="search" placeholder="{word["search"]}" autocomplete="off">'
        f'</label> <output id="found"></output></form>'
        f'<span class="tools">{button("zoom-in", sign("+", "zoomIn"), "zoomIn")}'
        f"{button('zoom-out', sign('−', 'zoomOut'), 'zoomOut')}{button('fit', '', 'fit')}</span>"
        f'<span class="tools">{button("fold", "", "fold", "false")}'
        f"{button('only', '', 'only', 'false')}{button('all', '', 'all')}</span>"
        f'<span class="tools">{button("step", "", "step", "false")}{button("back", "", "back")}'
        f'{button("next", "", "next")}<output id="position"></output></span>'
        f'<details id="filter"><summary>{word["filter"]}</summary><div>'
        f"<fieldset><legend>{word['kinds']}</legend>{kinds}</fieldset>{ask}{works_set}</div></details>"
        f'<span class="tools">{button("theme", sign("◐", "theme"), "theme")}'
        f"{button('help', sign('?', 'help'), 'help')}</span>"
        f'<output id="hidden"></output></div>'
    )


def _tab(view: str, parts: Page, word: Mapping[str, str]) -> str:
    if view in ("left", "right") and parts.between is not None:
        keys = parts.between.left if view == "left" else parts.between.right
        essay = next((e for e in parts.graph.essays if e.key in keys), None)
        if essay is not None:
            return escape(one_line(_shorten(essay.title or essay.id, 24)))
    return word.get("columns" if view == "between" else view, escape(view))


def _shorten(text: str, length: int = 80) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _questions(graph: ArgumentGraph) -> Iterable[str]:
    for key, question in graph.questions().items():
        yield question.statement.text if question.statement is not None else key.rpartition(":")[2]


def _help(word: Mapping[str, str]) -> str:
    rows = (
        ("← → ↑ ↓", "k_move"), ("n p", "k_step"), ("/", "k_search"), ("0", "k_fit"),
        ("+ −", "k_zoom"), ("f", "k_fold"), ("o", "k_only"), ("Esc", "k_esc"), ("?", "k_help"),
    )  # fmt: skip
    keys = "".join(f"<dt><kbd>{key}</kbd></dt><dd>{word[name]}</dd>" for key, name in rows)
    return (
        f'<dialog id="keys" aria-label="{word["keys"]}"><h2>{word["keys"]}</h2><dl>{keys}</dl>'
        f'<form method="dialog"><button>{word["close"]}</button></form></dialog>\n'
    )
