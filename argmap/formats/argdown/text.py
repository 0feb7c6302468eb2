r"""Text as Argdown spells it: what must stand behind a backslash, and what its marks mean."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Plain", "escape", "plain", "rule_text", "squeeze"]

_SPECIAL = re.compile(
    r"[\\#*_\[<{]"
    r"|/(?=[/*])"
    r"|={3,}"
    r"|\.(?=[^\s.]*\.)|:(?=[^\s:]*:)"  # else a shortcode, as .heart. would be
)
_SPACE = re.compile(r"[ \t\r\n]+")
_TAG = r"[A-Za-z0-9_\[\]\\^`\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef-]+"
_INLINE = re.compile(
    r"\\(?P<escaped>.)"
    r"|\[(?P<words>[^\[\]]+)\]\((?P<url>[^)\[]+)\)"
    rf"|\#(?:\((?P<phrase>[^()#]+)\)|(?P<tag>{_TAG}))(?P<gap>[ \t]?)"
    r"|(?P<mark>\*\*|__|\*|_)"
)
_MAY_END = frozenset(" \t\n)}_.,!?;:-*")
_RULE = re.compile(r"[\\,{/<\[.:#*_]|-(?=-)|(?<=-)-")


class Plain(NamedTuple):
    """What a marked text says, and its tags.

    ``markup`` is the text with its marks, without the tags at the end, where it held bold, italic
    or links, and else empty.
    """

    text: str
    tags: tuple[str, ...] = ()
    markup: str = ""


def squeeze(text: str) -> str:
    """Put one space for each run of them, and for line ends, as Argdown reads a text."""
    return _SPACE.sub(" ", text).strip(" ")


def escape(text: str) -> str:
    """Write text so that Argdown reads it as it is, on one line; linear."""
    return _SPECIAL.sub(lambda found: "".join(f"\\{c}" for c in found.group()), squeeze(text))


def rule_text(text: str) -> str:
    """Write the name of an inference rule."""
    return _RULE.sub(r"\\\g<0>", squeeze(text))


def plain(raw: str) -> Plain:
    """Read a text with its escapes, bold and italic, links and tags; linear.

    Tags at the end belong to the statement and not to its text; others stay in it. Marks that do
    not close are text.
    """
    if not any(c in raw for c in "\\[#*_"):
        return Plain(squeeze(raw))
    out: list[str] = []
    tags: list[str] = []
    open_: list[tuple[str, int]] = []
    last_text = 0  # the pieces up to here end in something that is no tag
    marked = False
    at = end = 0
    for found in _INLINE.finditer(raw):
        between = raw[at : found.start()]
        out.append(between)
        if between.strip():
            last_text, end = len(out), found.start()
        at = found.end()
        kind = found.lastgroup
        if kind == "gap":
            tags.append(found["phrase"] or found["tag"])
            out.append(found.group())
            continue
        if kind == "escaped":
            out.append(found["escaped"])
        elif kind == "url":
            out.append(found["words"])
            marked = True
        else:
            marked |= _style(found["mark"], raw[at : at + 1], out, open_)
        last_text, end = len(out), at
    if raw[at:].strip():
        out.append(raw[at:])
        last_text, end = len(out), len(raw)
    for mark, place in open_:
        out[place] = mark
    markup = raw[:end].strip() if marked else ""
    return Plain(squeeze("".join(out[:last_text])), tuple(dict.fromkeys(tags)), markup)


def _style(mark: str, after: str, out: list[str], open_: list[tuple[str, int]]) -> bool:
    """Open or close bold or italic; a mark that does neither is text."""
    if open_ and open_[-1][0] == mark and (not after or after in _MAY_END):
        open_.pop()
        out.append("")
        return True
    if after and not after.isspace():
        open_.append((mark, len(out)))
        out.append("")
    else:
        out.append(mark)
    return False
