"""What a reader sees of an inline text: its words, without markup, comments and annotations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from argmap.syntax.inline import SPAN, remember
from argmap.syntax.scan import InlineMark, Scan

_MARKUP = re.compile(r"[\\`*_\[\]<&]")
"""Characters that can mean more than themselves: without them a text is what it says."""
_WHITE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def spoken(md: MarkdownIt, env: EnvType, found: Scan, start: int, end: int) -> str:
    """Return the words between two offsets of a scanned text, as one line; O(end - start)."""
    piece = found.text[start:end]
    if not _MARKUP.search(piece):
        return _one_line(piece)
    return _one_line(_words(_tokens(md, env, found, start, end)))


def spoken_marks(md: MarkdownIt, env: EnvType, found: Scan) -> list[str]:
    """Return the words of each mark of a scanned text.

    What a mark holds is read once, and the marks inside it are taken from its tokens: so it takes
    time linear in the text, and in the words themselves, which nested marks repeat.
    """
    said: dict[int, str] = {}
    for mark in found.marks:
        if mark.start in said:
            continue
        piece = found.text[mark.text_start : mark.text_end]
        if not _MARKUP.search(piece):
            said[mark.start] = _one_line(piece)
            continue
        tokens = _tokens(md, env, found, mark.text_start, mark.text_end)
        said[mark.start] = _one_line(_words(tokens))
        opened: list[int] = []
        for index, token in enumerate(tokens):
            if token.type == f"{SPAN}_open":
                opened.append(index)
            elif token.type == f"{SPAN}_close":
                first = opened.pop()
                inner: InlineMark = tokens[first].meta["argmap"]
                said[inner.start] = _one_line(_words(tokens[first + 1 : index]))
    return [said[mark.start] for mark in found.marks]


def spoken_places(md: MarkdownIt, env: EnvType, found: Scan) -> tuple[str, list[tuple[int, int]]]:
    """Return the words of a scanned text, as one line, and where in it those of each mark stand.

    The offsets are of code points, first and behind the last; linear.
    """
    if not found.marks and not _MARKUP.search(found.text):
        return _one_line(found.text), []
    tokens = _tokens(md, env, found, 0, len(found.text))
    parts: list[str] = []
    at = 0
    begun: list[tuple[InlineMark, int]] = []
    said: dict[int, tuple[int, int]] = {}
    for token in tokens:
        if token.type == f"{SPAN}_open":
            begun.append((token.meta["argmap"], at))
        elif token.type == f"{SPAN}_close":
            mark, start = begun.pop()
            said[mark.start] = (start, at)
        else:
            words = _words((token,))
            parts.append(words)
            at += len(words)
    raw = "".join(parts)
    text = _one_line(raw)
    return text, _moved([said.get(mark.start, (0, 0)) for mark in found.marks], raw, text)


def _moved(places: list[tuple[int, int]], raw: str, text: str) -> list[tuple[int, int]]:
    """Find in a text of one line what stands at ``places`` before it was made one.

    Only white space goes, comes or changes, so that all else is found by its number.
    """
    visible = [offset for offset, char in enumerate(text) if not char.isspace()]
    numbers = [0]
    for char in raw:
        numbers.append(numbers[-1] + (not char.isspace()))
    found: list[tuple[int, int]] = []
    for start, end in places:
        first, last = numbers[start], numbers[end]
        found.append((visible[first], visible[last - 1] + 1) if first < last else (0, 0))
    return found


def _tokens(md: MarkdownIt, env: EnvType, found: Scan, start: int, end: int) -> list[Token]:
    state = StateInline(found.text, md, env, [])
    remember(state, found)
    state.pos, state.posMax = start, end
    md.inline.tokenize(state)
    for rule in md.inline.ruler2.getRules(""):
        rule(state)
    return state.tokens


def _words(tokens: Sequence[Token]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "text_special", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "image":
            parts.append(_words(token.children or ()))
        elif token.type == "html_inline" and _LINE_BREAK.fullmatch(token.content):
            parts.append("\n")
    return "".join(parts)


def _one_line(text: str) -> str:
    """Make one line of a text.

    A line break is a space, but for one between two Chinese or Japanese characters, whose scripts
    have none.
    """
    if "\n" in text:
        parts: list[str] = []
        last = ""
        for line in text.split("\n"):
            line = line.strip(" \t")
            if parts and not (unspaced(last) and unspaced(line[:1])):
                parts.append(" ")
            parts.append(line)
            last = line[-1:]
        text = "".join(parts)
    if "  " in text or not text.isprintable():
        text = _WHITE.sub(" ", text)
    return text.strip()


def unspaced(char: str) -> bool:
    """Tell whether ``char`` is of a script written without spaces, or its punctuation; no emoji."""
    if not char or char < "\u2e80" or "\uac00" <= char <= "\ud7a3" or "\u1100" <= char <= "\u11ff":
        return False
    return unicodedata.east_asian_width(char) in "WF" and unicodedata.category(char)[0] in "LPN"
