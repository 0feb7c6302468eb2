"""The bar above the map: what shows, search, filter and the buttons; and the dialog of keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from argmap.graph import ArgumentGraph
from argmap.model import Essay, Kind
from argmap.rendering.page.parts import Page
from argmap.rendering.safe_text import one_line

__all__ = ["bar", "help_dialog"]

_KEYS = (
    ("← → ↑ ↓", "k_move"),
    ("Shift + ← → ↑ ↓", "k_pan"),
    ("Enter", "k_enter"),
    ("n p", "k_step"),
    ("s", "k_present"),
    ("/", "k_search"),
    ("0", "k_fit"),
    ("+ −", "k_zoom"),
    ("f F", "k_fold"),
    ("o", "k_only"),
    ("Esc", "k_esc"),
    ("?", "k_help"),
)


def bar(parts: Page, word: Mapping[str, str], mode: str) -> str:
    """Return the tabs and tools; ``word`` holds escaped words, ``mode`` is map or columns."""

    def button(name: str, shown: str = "", label: str = "", pressed: str = "") -> str:
        label = label or name
        state = f' aria-pressed="{pressed}"' if pressed else ""
        hint = word.get(f"{label}_hint", word[label])
        return (
            f'<button type="button" id="{name}" title="{hint}"{state}>'
            f"{shown or word[label]}</button>"
        )

    def sign(text: str, label: str) -> str:
        return f'<span aria-hidden="true">{text}</span><span class="sr">{word[label]}</span>'

    tabs = "".join(
        f'<button type="button" data-show="{view}" aria-pressed="false">{shown}</button>'
        for view, shown in _tabs(parts, word, mode)
    )
    more = (
        f'<button type="button" id="more" aria-expanded="false" aria-controls="bar" '
        f'title="{word["more"]}">{sign("⋯", "more")}</button>'
    )
    return (
        f'<div class="tabs" role="group" aria-label="{word["views"]}">{tabs}</div>\n'
        f'<div id="bar"><form role="search"><label><span class="sr">{word["search"]}</span>'
        f'<input type="search" id="search" placeholder="{word["search"]}" autocomplete="off">'
        f'</label> <output id="found"></output></form>'
        f'<span class="tools">{button("back", sign("‹", "back"))}'
        f"{button('next', sign('›', 'next'))}"
        f'<output id="position" aria-live="off"></output></span>{more}'
        f'<span class="tools extra of-map">{button("step", pressed="false")}</span>'
        f'<span class="tools extra of-map">{button("fold")}{button("fold-all", "", "foldAll")}'
        f"{button('only', pressed='false')}</span>"
        f'<span class="tools extra">{button("all")}<output id="hidden"></output></span>'
        f"{_filter(parts, word)}"
        f'<span class="tools extra of-map">{button("zoom-in", sign("+", "zoomIn"), "zoomIn")}'
        f"{button('zoom-out', sign('−', 'zoomOut'), 'zoomOut')}{button('fit')}</span>"
        f'<span class="tools extra">{button("theme", sign("◐", "theme"))}'
        f"{button('help', sign('?', 'help'))}</span></div>"
    )


def help_dialog(word: Mapping[str, str]) -> str:
    """Return the dialog that lists the keys."""
    keys = "".join(f"<dt><kbd>{key}</kbd></dt><dd>{word[name]}</dd>" for key, name in _KEYS)
    return (
        f'<dialog id="keys" aria-label="{word["keys"]}"><h2>{word["keys"]}</h2><dl>{keys}</dl>'
        f'<p><label><input type="checkbox" id="letters" checked> {word["letters"]}</label></p>'
        f'<form method="dialog"><button>{word["close"]}</button></form></dialog>\n'
    )


def _filter(parts: Page, word: Mapping[str, str]) -> str:
    used = {statement.kind for statement in parts.graph.statements.values()}
    kinds = "".join(
        f'<label><input type="checkbox" name="kind" value="{kind.value}" checked> '
        f"{word[kind.value]}</label> "
        for kind in Kind
        if kind in used
    )
    sets = [f"<fieldset><legend>{word['kinds']}</legend>{kinds}</fieldset>"]
    questions = "".join(
        f'<option value="{index}">{escape(one_line(_shorten(text)))}</option>'
        for index, text in enumerate(_questions(parts.graph))
    )
    if questions:
        sets.append(
            f'<fieldset><legend>{word["questions"]}</legend><label><span class="sr">'
            f'{word["questions"]}</span><select id="question"><option value="">{word["any"]}'
            f"</option>{questions}</select></label></fieldset>"
        )
    essays = [e for e in parts.graph.essays if e.statements]
    if len(essays) > 1:
        works = "".join(
            f'<label><input type="checkbox" name="essay" value="{index}" checked> '
            f"{escape(one_line(essay.title or essay.id))} ({escape(essay.lang)})</label> "
            for index, essay in enumerate(parts.graph.essays)
            if essay.statements
        )
        sets.append(f"<fieldset><legend>{word['works']}</legend>{works}</fieldset>")
    if any(finding.subject in parts.graph.statements for finding in parts.findings):
        sets.append(
            f"<fieldset><legend>{word['findings']}</legend><label>"
            f'<input type="checkbox" id="flagged"> {word["flagged"]}</label></fieldset>'
        )
    return (
        f'<details id="filter" class="extra"><summary>{word["filter"]}</summary>'
        f"<div>{''.join(sets)}</div></details>"
    )


def _tabs(parts: Page, word: Mapping[str, str], mode: str) -> Iterable[tuple[str, str]]:
    views = ("map", "text") if mode == "map" else ("between", "left", "right", "map")
    for view in (*views, "outline", "detail"):
        if view in ("left", "right"):
            yield view, escape(_side(parts, view))
        else:
            yield view, word["columns" if view == "between" else view]


def _side(parts: Page, side: str) -> str:
    """Name a column shortly: by language among editions, else by author or title."""
    between = parts.between
    if between is None:
        return side
    keys = between.left if side == "left" else between.right
    essays = {essay.key: essay for essay in parts.graph.essays}
    own = [essays[key] for key in keys if key in essays]
    works = {essays[key].id for key in (*between.left, *between.right) if key in essays}
    if len(works) == 1:
        return ", ".join(essay.lang for essay in own)
    return ", ".join(one_line(_shorten(_called(essay), 24)) for essay in own)


def _called(essay: Essay) -> str:
    return essay.author or essay.title or essay.id


def _shorten(text: str, length: int = 80) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _questions(graph: ArgumentGraph) -> Iterable[str]:
    for key, question in graph.questions().items():
        yield question.statement.text if question.statement is not None else key.rpartition(":")[2]
