"""The inline rules: spans, comment spans, and attributes that stand where they mark nothing.

markdown-it-py's inline tokens carry no positions, so each rule records ``state.pos`` in the token
it pushes, in an :class:`InlineMark` or as a slip; the offsets count into the content of the
inline token and are turned into places later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.rules_inline import StateInline

from argmap.syntax.attributes import AttributeList, Slip, parse_attributes
from argmap.syntax.pairing import Pairs, pair

SPAN = "argmap_span"
COMMENT_SPAN = "argmap_comment_span"
FOREIGN_SPAN = "argmap_foreign_span"
SLIP = "argmap_slip"
DIRECTIVE_TOKEN = "argmap_directive"

_DIRECTIVE = re.compile(r"<!--\s*argmap:\s*(.*?)\s*-->", re.DOTALL)

_BROKEN_BY_ESCAPE = re.compile(r"\\\]\\?$")


@dataclass(frozen=True, slots=True)
class InlineMark:
    """A mark inside a line: offsets of the whole and of its text, and its attributes."""

    start: int
    end: int
    text_start: int
    text_end: int
    attributes: AttributeList


def _pairs(state: StateInline) -> Pairs:
    """Return the pairs of this inline text, scanned once for all rules."""
    known: Pairs | None = state.env.get("argmap_pairs")
    if known is None or known.text is not state.src:
        known = state.env["argmap_pairs"] = pair(state.src)
    return known


def span(state: StateInline, silent: bool) -> bool:
    """Read ``[text]{…}``, ours as a mark, Pandoc's as a span whose text stays as it is."""
    start = state.pos
    if state.src[start] != "[":
        return False
    pairs = _pairs(state)
    close = pairs.closing.get(start)
    if close is None or close >= state.posMax:
        return False
    found = pairs.attributes.get(close + 1)
    if found is None or found.end > state.posMax or not (found.foreign or found.ours):
        return False
    if not silent:
        if found.ours:
            mark = InlineMark(start, found.end, start + 1, close, found)
            _nest(state, SPAN, mark, start + 1, close)
        else:
            _foreign(state, start, close, found.end)
    state.pos = found.end
    return True


def comment_span(state: StateInline, silent: bool) -> bool:
    """Read ``<!--{…}-->text<!--/-->``, and directives that stand in a line."""
    start = state.pos
    if not state.src.startswith("<!--", start):
        return False
    if directive := _DIRECTIVE.match(state.src, start, state.posMax):
        if not silent:
            token = state.push(DIRECTIVE_TOKEN, "", 0)
            token.content = directive.group()
            token.meta["argmap"] = (directive.group(1), *directive.span())
        state.pos = directive.end()
        return True
    pairs = _pairs(state)
    if start in pairs.stray_comment_ends:
        if not silent:
            end = pairs.stray_comment_ends[start]
            message = "<!--/--> closes nothing"
            hint = "open a mark before it with <!--{…}-->, or take it out"
            _push_slip(state, Slip("unclosed-comment-span", start, end, message, hint))
        return False
    opening = pairs.comments.get(start)
    if opening is None:
        if not silent:
            _malformed_comment(state, pairs, start)
        return False
    closing = pairs.comment_closing.get(start)
    if closing is None or closing[1] > state.posMax:
        if not silent:
            message = "a comment opens a mark and none closes it"
            hint = "put <!--/--> behind the marked words, in the same paragraph"
            if closing is not None:
                message = "a comment's mark runs across the end of another mark"
                hint = "close the inner one first"
            _push_slip(state, Slip("unclosed-comment-span", start, opening.end, message, hint))
            for slip in opening.attributes.slips:
                _push_slip(state, slip)
        return False
    if not silent:
        mark = InlineMark(start, closing[1], opening.end, closing[0], opening.attributes)
        _nest(state, COMMENT_SPAN, mark, opening.end, closing[0])
    state.pos = closing[1]
    return True


def _malformed_comment(state: StateInline, pairs: Pairs, start: int) -> None:
    brace = state.src.find("{", start)
    found = pairs.attributes.get(brace)
    if found is None or not found.ours or state.src[start + 4 : brace].strip():
        return
    for slip in found.slips:
        _push_slip(state, slip)
    if found.closed:
        message = "something stands between the attributes and the end of their comment"
        hint = "a comment mark holds nothing but its attributes: <!--{…}-->"
        _push_slip(state, Slip("malformed-attribute", brace, found.end, message, hint))


def loose_attributes(state: StateInline, silent: bool) -> bool:
    """Find attributes of ours that mark nothing: behind a link, code, a space, or broken brackets."""
    start = state.pos
    if silent or state.src[start] != "{":
        return False
    pairs = _pairs(state)
    found = pairs.attributes.get(start)
    if found is None or found.end > state.posMax:
        found = parse_attributes(state.src, start, state.posMax)
    if not found.ours:
        return False
    for slip in _loose(pairs, found):
        _push_slip(state, slip)
    state.append_pending(state.src[start : found.end])
    state.pos = found.end
    return True


def _loose(pairs: Pairs, found: AttributeList) -> list[Slip]:
    text = pairs.text
    start = found.start
    if escaped := _BROKEN_BY_ESCAPE.search(text[max(0, start - 4) : start]):
        first = start - len(escaped.group())
        opening = text.rfind("\\[", 0, first)
        if opening >= 0:
            words = text[opening + 2 : first]
            mended = f"[{words}]{text[start : found.end]}"
            return [
                Slip(
                    "escaped-span",
                    opening,
                    found.end,
                    "the brackets of this mark are escaped",
                    "take the backslashes out (a formatter may have put them there)",
                    (opening, found.end, mended),
                    "Take the backslashes out",
                )
            ]
    if not found.closed:
        return list(found.slips)
    before = text[start - 1 : start]
    message = "these attributes mark nothing"
    hint = "put the words they mark in brackets right before them: [words]{…}"
    fix: tuple[int, int, str] | None = None
    if before == ")":
        message, hint = "attributes stand on a link or an image", "wrap it in a span: [[…](…)]{…}"
    elif before == "`":
        message, hint = "attributes stand on code", "wrap it in a span: [`…`]{…}"
    elif before == "]" and start - 1 in pairs.closing.values():
        message, hint = "attributes stand on a link or an image", "wrap it in a span: [[…][…]]{…}"
    elif before in ("*", "_"):
        message, hint = "attributes stand on emphasis", "wrap it in a span: [*…*]{…}"
    elif before == " " and text[:start].rstrip(" ").endswith("]"):
        hint = "take the space before { away"
        fix = (len(text[:start].rstrip(" ")), start, "")
    return [
        Slip("misplaced-attributes", start, found.end, message, hint, fix, "Take the space away"),
        *found.slips,
    ]


def _nest(state: StateInline, name: str, mark: InlineMark, start: int, end: int) -> None:
    """Push the tokens of a mark around what the inline rules make of its text."""
    token = state.push(f"{name}_open", "span", 1)
    token.meta["argmap"] = mark
    token.markup = state.src[mark.start : start]
    _tokenize(state, start, end, mark)
    token = state.push(f"{name}_close", "span", -1)
    token.markup = state.src[end : mark.end]


def _foreign(state: StateInline, start: int, close: int, end: int) -> None:
    state.push(FOREIGN_SPAN, "", 0).content = "["
    _tokenize(state, start + 1, close, None)
    state.push(FOREIGN_SPAN, "", 0).content = state.src[close:end]


def _tokenize(state: StateInline, start: int, end: int, mark: InlineMark | None) -> None:
    limit = int(state.md.options["maxNesting"])
    if mark is not None and state.level >= limit:
        message = f"marks nest deeper than {limit} levels; what lies deeper is not read"
        slip = Slip("nested-too-deep", mark.start, mark.text_start, message, "nest them less")
        _push_slip(state, slip)
    outer = state.posMax
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.pos, state.posMax = end, outer


def _push_slip(state: StateInline, slip: Slip) -> None:
    token = state.push(SLIP, "", 0)
    token.meta["argmap"] = slip
    token.hidden = True
