"""An essay as HTML, its statements marked with their numbers.

Raw HTML of an essay stays text, a picture becomes its description, and of links only http(s) and
mailto remain: what an essay holds can neither run nor reach the network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererProtocol
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from argmap.model import Essay, Kind
from argmap.rendering.safe_text import safe_url
from argmap.syntax import argmap_plugin

__all__ = ["prose_html"]

_KINDS = frozenset(kind.value for kind in Kind)
_ELSEWHERE = {"rel": "noopener noreferrer", "target": "_blank"}
_NOTES = {
    "footnote_block_open": '<hr>\n<ol class="notes">\n',
    "footnote_block_close": "</ol>\n",
    "footnote_open": "<li>",
    "footnote_close": "</li>\n",
    "footnote_anchor": "",
}
"""Notes without the anchors of the plugin's own: the page's fragment is a view of the map."""
_BLOCKS = 12
"""Blocks in a part of the text, which a browser lays out when it comes in sight."""


def prose_html(source: str, essay: Essay, numbers: Mapping[str, int]) -> str:
    """Render the text of an essay, in parts; ``numbers`` are those of statements, by key.

    A part is a ``<div>`` around some blocks. An element that holds a statement has its number in
    ``data-s``, and the statement's kind as its class. No other attribute of the essay's remains.
    Linear in the text.
    """
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    md = MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable("table")
    md.use(front_matter_plugin).use(footnote_plugin).use(argmap_plugin, document=False)
    md.add_render_rule("image", _image)
    # Comments are invisible, and may be marks of ours; other HTML is shown as it is written.
    md.add_render_rule("html_block", _html)
    md.add_render_rule("html_inline", _html)
    for name, markup in _NOTES.items():
        md.add_render_rule(name, _fixed(markup))
    md.add_render_rule("footnote_ref", _note)
    env: dict[str, Any] = {}
    tokens = md.parse(source, env)
    nameless = (s.key for s in essay.statements if s.id is None)
    for token in _all(tokens):
        _dress(token, essay, numbers, nameless)
    return "".join(
        f"<div>\n{md.renderer.render(part, md.options, env)}</div>\n" for part in _parts(tokens)
    )


def _image(
    self: RendererProtocol,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    return f"<em>[{escapeHtml(tokens[index].content)}]</em>"


def _html(
    self: RendererProtocol,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    content = tokens[index].content
    return "" if content.lstrip().startswith("<!--") else escapeHtml(content)


def _note(
    self: RendererProtocol,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    return f"<sup>{int(tokens[index].meta['id']) + 1}</sup>"


def _fixed(markup: str) -> Callable[..., str]:
    def render(*_: object) -> str:
        return markup

    return render


def _parts(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Part a text between its blocks."""
    begun = depth = blocks = 0
    for place, token in enumerate(tokens, 1):
        depth += token.nesting
        blocks += not depth
        if blocks == _BLOCKS or place == len(tokens):
            yield tokens[begun:place]
            begun, blocks = place, 0


def _all(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def _dress(token: Token, essay: Essay, numbers: Mapping[str, int], nameless: Iterator[str]) -> None:
    """Put a statement's number on its element, and take away what the essay put there."""
    classes = str(token.attrs.get("class", "")).split()
    kind = next((name for name in classes if name in _KINDS), None)
    if token.nesting > 0 and "id" in token.attrs:
        key: str | None = f"{essay.key}:{token.attrs['id']}"
    elif token.nesting > 0 and kind is not None:
        key = next(nameless, None)
    else:
        key = None
    for name in list(token.attrs):
        if name in ("class", "id", "title") or name.startswith("data-"):
            del token.attrs[name]
    if token.type == "link_open":
        url = safe_url(str(token.attrs.pop("href", "")))
        token.attrs = {} if url is None else {"href": url, **_ELSEWHERE}
    if key is not None and key in numbers:
        token.attrs["data-s"] = str(numbers[key])
        token.attrs["class"] = f"st {kind or 'claim'}"
