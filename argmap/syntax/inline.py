"""The inline rules, for rendering and for the words of a mark: what the scan found becomes tokens.

markdown-it-py's inline tokens carry no positions; :mod:`argmap.syntax.scan` has them, and these
rules only look up what begins at ``state.pos``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererProtocol
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from argmap.syntax.attributes import AttributeList
from argmap.syntax.placing import join_lines
from argmap.syntax.scan import InlineMark, Scan, scan

SPAN = "argmap_span"
DIRECTIVE_TOKEN = "argmap_directive"

_SCAN = "argmap_scan"
_NAME = re.compile(r"[A-Za-z_][\w.-]*")


def remember(state: StateInline, found: Scan) -> None:
    """Keep what the scan of this text found, for the rules that are about to run."""
    vars(state)[_SCAN] = found


def _found(state: StateInline) -> Scan:
    """Return what the scan finds in this text, scanned once for all rules."""
    known: Scan | None = vars(state).get(_SCAN)
    if known is None:
        known = scan(state.src, state.env.get("references"))
        remember(state, known)
    return known


def span(state: StateInline, silent: bool) -> bool:
    """Read a mark that begins here, ``[text]{…}`` or ``<!--{…}-->text<!--/-->``."""
    if state.src[state.pos] not in "[<":
        return False
    mark = _found(state).beginning(state.pos)
    if mark is None or mark.end > state.posMax:
        return False
    if not silent:
        _nest(state, mark)
    state.pos = mark.end
    return True


def directive(state: StateInline, silent: bool) -> bool:
    """Read a comment that speaks to argmap."""
    if not state.src.startswith("<!--", state.pos):
        return False
    found = _found(state).directive(state.pos)
    if found is None or found[2] > state.posMax:
        return False
    if not silent:
        token = state.push(DIRECTIVE_TOKEN, "", 0)
        token.content = state.src[state.pos : found[2]]
        token.meta["argmap"] = found
    state.pos = found[2]
    return True


def render_directive(
    self: RendererProtocol,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    """Render a comment as raw HTML is rendered: escaped where the pipeline lets none through."""
    del self, env
    content = tokens[index].content
    return content if options.get("html") else escapeHtml(content)


def foreign_span(state: StateInline, silent: bool) -> bool:
    """Read a span with attributes of Pandoc's, of which only the words are of interest."""
    if state.src[state.pos] != "[":
        return False
    mark = _found(state).beginning(state.pos, foreign=True)
    if mark is None or mark.end > state.posMax:
        return False
    if not silent:
        _tokenize(state, mark)
    state.pos = mark.end
    return True


def parse_link_label(state: StateInline, start: int, disable_nested: bool = False) -> int:
    """Find the ``]`` of the ``[`` at ``start``, as markdown-it does, but let marks stand in a link.

    markdown-it takes any construct that begins with ``[`` for a link, and a link within a link
    makes the outer one plain text. So a mark is entered here and its attributes are stepped over.
    """
    found = _found(state)
    outer = state.pos
    state.pos = start + 1
    depth = 1
    end = -1
    while state.pos < state.posMax:
        at = state.pos
        char = state.src[at]
        if char == "[" and (found.beginning(at) or found.beginning(at, foreign=True)):
            depth += 1
            state.pos += 1
            continue
        if char == "]":
            depth -= 1
            if depth == 0:
                end = at
                break
            mark = found.ending(at)
            if mark is not None:
                state.pos = mark.end
                continue
        state.md.inline.skipToken(state)
        if char == "[":
            if state.pos == at + 1:
                depth += 1
            elif disable_nested:
                break
    state.pos = outer
    return end


def dress(token: Token, attributes: AttributeList) -> None:
    """Give a token the attributes that Pandoc would render."""
    classes = [item.value for item in attributes.items if item.name == "."]
    for item in attributes.items:
        if item.name == "#":
            token.attrs.setdefault("id", item.value)
    if classes:
        token.attrs["class"] = " ".join(classes)
    for item in attributes.items:
        if _NAME.fullmatch(item.name):
            key = item.name if item.name.startswith("data-") else f"data-{item.name}"
            token.attrs.setdefault(key, join_lines(item.value))


def _nest(state: StateInline, mark: InlineMark) -> None:
    """Push the tokens of a mark around what the inline rules make of its text."""
    token = state.push(f"{SPAN}_open", "span", 1)
    token.meta["argmap"] = mark
    token.markup = state.src[mark.start : mark.text_start]
    dress(token, mark.attributes)
    _tokenize(state, mark)
    token = state.push(f"{SPAN}_close", "span", -1)
    token.markup = state.src[mark.text_end : mark.end]


def _tokenize(state: StateInline, mark: InlineMark) -> None:
    outer = state.posMax
    state.pos, state.posMax = mark.text_start, mark.text_end
    state.md.inline.tokenize(state)
    state.pos, state.posMax = mark.end, outer
