"""What a text says: the inline tokens of two texts, made comparable."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from argmap.syntax.inline import DIRECTIVE_TOKEN, SPAN

NOTHING = "<!-- -->"
"""A comment that says nothing: what CommonMark offers to keep two things apart."""

_SILENT = (f"{SPAN}_open", f"{SPAN}_close", DIRECTIVE_TOKEN)
_SPACES = re.compile(r"\s+")


def said(children: Sequence[Token]) -> list[tuple[str, ...]]:
    """Return what inline tokens say and how, white space evened out and annotations left out."""
    found: list[tuple[str, ...]] = []
    text: list[str] = []

    def flush(behind: str = "") -> None:
        words = _SPACES.sub(" ", "".join(text))
        if not found or found[-1][0] == "hardbreak":
            words = words.lstrip()
        if behind == "hardbreak":
            words = words.rstrip()
        if words:
            found.append(("text", words))
        text.clear()

    for child in children:
        if child.type in ("text", "text_special"):
            text.append(child.content)
        elif child.type == "softbreak":
            text.append(" ")
        elif child.type in _SILENT:
            continue
        elif child.type != "html_inline" or child.content != NOTHING:
            flush(child.type)
            if child.type == "hardbreak" and not found:
                continue
            attributes = (f"{name}={value}" for name, value in child.attrs.items())
            content = str(said(child.children)) if child.children else child.content
            content = _SPACES.sub(" ", content)
            found.append((child.type, child.tag, child.markup, content, *attributes))
    flush()
    while found and (found[-1][0] == "hardbreak" or found[-1] == ("text", " ")):
        found.pop()
    if found and found[-1][0] == "text":
        found.append(("text", found.pop()[1].rstrip()))
    return found
