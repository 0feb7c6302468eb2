"""The parts of a page that a link can lead to, and which links mean one.

The scanner is our own and goes through a page once, whatever stands in it. That of the standard
library needs time that grows with the square of some broken pages (CVE-2025-6069), and a page is
the work of strangers. It follows the tokenizer of the HTML standard as far as attributes need it.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

__all__ = ["Page", "charset_of", "decode", "read_page", "wanted_anchor"]

_TAG = re.compile(r"<(?:(?P<comment>!--)|(?P<end>/)?(?P<name>[a-zA-Z][^\s/>]*+))")
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?P<name>[^\s/>][^\s/>=]*+)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'"
    r"|(?P<unclosed>[\"'])|(?P<bare>[^\s>][^\s>]*+)))?"
)
_OPAQUE = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes")
}
_LITTLE_TEXT = 300
"""With scripts and fewer characters than this, a page is but the frame that scripts fill."""

_META_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})")
_CHARSET = re.compile(r"(?i)charset\s*=\s*[\"']?\s*([\w.:-]{1,40})")
# Of Python's codecs, those that the web knows (WHATWG, Encoding). Others may be slow or no text.
_KNOWN_CODECS = re.compile(
    r"utf-8|utf-16(-[bl]e)?|ascii|iso8859-\d+|cp125\d|cp86[26]|cp874|koi8-[ru]|mac-(roman|cyrillic)"
    r"|euc_(kr|jp)|cp949|shift_jis|cp932|iso2022_jp|gb2312|gbk|gb18030|big5(hkscs)?|tis-620"
)


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of an HTML page: its anchors, and whether scripts have yet to fill it."""

    anchors: frozenset[str]
    scripted: bool

    def has(self, fragment: str) -> bool:
        """Tell whether a link's fragment leads to a part of the page (HTML, 7.4.6.4).

        GitHub and its like put ``user-content-`` before ids and let a script find them.
        """
        spelt = {fragment, unquote(fragment)}
        return any(one in self.anchors or f"user-content-{one}" in self.anchors for one in spelt)


def wanted_anchor(fragment: str) -> str:
    """Return the part of a page that a fragment names, or an empty string.

    None is named by ``#top``, nor by a text fragment (``:~:text=``), nor by what scripts read: a
    route (``#/a``, ``#!a``), a setting (``#t=30``), the lines of a listing (``#L10-L20``).
    """
    fragment = fragment.partition(":~:")[0]
    if fragment.lower() == "top" or re.search(r"[=/!&?]", fragment):
        return ""
    return "" if re.fullmatch(r"[Ll]\d+([Cc]\d+)?([-:][Ll]?\d+([Cc]\d+)?)?", fragment) else fragment


def read_page(text: str) -> Page:
    """Collect every ``id``, and every ``name`` of an ``a``. Linear in the length of the text."""
    anchors: set[str] = set()
    written, scripts, at = 0, False, 0
    while found := _TAG.search(text, at):
        written += _length(text[at : found.start()])
        at = found.end()
        if found["comment"]:
            at = _after_comment(text, at)
            continue
        name = found["name"].lower()
        found_here = []
        while attribute := _ATTRIBUTE.match(text, at):
            at = len(text) if attribute["unclosed"] else attribute.end()
            key = attribute["name"].lower()
            if key == "id" or (key == "name" and name == "a"):
                found_here.append(attribute["double"] or attribute["single"] or attribute["bare"])
        at = text.find(">", at) + 1 or len(text) + 1
        if at > len(text):
            break  # a tag that is never closed is none
        if found["end"]:
            continue
        anchors.update(unescape(value) for value in found_here if value)
        if name in _OPAQUE:
            scripts = scripts or name == "script"
            end = _OPAQUE[name].search(text, at)
            at = end.start() if end else len(text)
    written += _length(text[at:])
    return Page(frozenset(anchors), scripts and written < _LITTLE_TEXT)


def _length(text: str) -> int:
    """Count the characters of a text, white space left out."""
    return sum(map(len, text.split()))


def _after_comment(text: str, at: int) -> int:
    """Return where a comment has ended: at the end of the text, where it never does."""
    if text.startswith((">", "->"), at):
        return text.index(">", at) + 1
    end = text.find("-->", at)
    return end + 3 if end >= 0 else len(text)


def charset_of(content_type: str, beginning: bytes) -> str:
    """Return the codec of a page by its header or its own word (``meta``), else UTF-8."""
    header = _CHARSET.search(content_type)
    meta = _META_CHARSET.search(beginning[:2048])
    meta_label = meta[1].decode("ascii", "replace") if meta else None
    for label in (header[1] if header else None, meta_label):
        try:
            name = codecs.lookup(label).name if label else ""
        except (LookupError, ValueError):
            continue
        if _KNOWN_CODECS.fullmatch(name):
            return "utf-8" if label is meta_label and name.startswith("utf-16") else name
    return "utf-8"


def decode(body: bytes, content_type: str) -> str:
    """Decode a page, with a mark for what cannot be."""
    return body.decode(charset_of(content_type, body), "replace")
