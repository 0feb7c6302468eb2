r"""Text of an essay made harmless for DOT, HTML-like labels and SVG.

An essay may hold anything: markup, quotes, backslashes, control characters, halves of surrogate
pairs. What is drawn is always one line of plain characters that XML 1.0 allows, and Graphviz
takes no part of it for markup or for one of its escapes (``\N`` is the node's name).
"""

from __future__ import annotations

import re

_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""White space that may be folded; the no-break spaces stay."""

_NOT_DRAWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Controls, and the bidi embeddings and overrides that could make a text read as another."""

_NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold: lone surrogates and two noncharacters."""

_NOT_IN_URL = re.compile(
    '[\x00-\x20\x7f-\xa0\u2028-\u202e\u2066-\u2069\ufeff"<>\\\\^`{|}\ud800-\udfff\ufffe\uffff]'
)

_LINK = re.compile(r"(?:https?://|mailto:)[^/?#\s]", re.IGNORECASE)

_NOT_IN_ID = re.compile(r"[^\w@.:~/\-]")


def one_line(text: str) -> str:
    """Return ``text`` as one line that can be drawn: white space folded, controls gone.

    What XML cannot hold becomes U+FFFD, so that the reader sees that something stood there.
    """
    if text.isprintable():
        # No control, no format character, no white space but the plain space.
        return text.strip() if "  " not in text else _SPACES.sub(" ", text).strip()
    text = _NOT_XML.sub("\ufffd", _NOT_DRAWN.sub(" ", text))
    return _SPACES.sub(" ", text).strip()


def for_label(line: str) -> str:
    r"""Escape one line for the text of an HTML-like label.

    Graphviz replaces ``\N``, ``\G`` and their kin in such a label before it reads the markup, and
    turns two backslashes into one. It refuses an element of markup with nothing in it, so an empty
    line becomes a space.
    """
    if not line:
        return " "
    return (
        line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\\", "\\\\")
    )


def for_attribute(text: str) -> str:
    """Escape text for an ordinary DOT attribute, a tooltip say.

    Graphviz reads entities there, and its escapes twice over: a backslash comes out once when four
    go in (measured on versions 2.43 and 16.1).
    """
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("\\", "\\\\\\\\")
    )


def for_id(key: str) -> str:
    """Make an SVG id of a key: letters, digits and ``@ . : ~ / -``, anything else as ``_``."""
    return _NOT_IN_ID.sub("_", key)


def safe_url(url: str | None) -> str | None:
    """Return ``url`` with its unsafe characters percent-encoded, or None unless http(s) or mailto.

    Examples:
        >>> safe_url("https://example.org/a b")
        'https://example.org/a%20b'
        >>> safe_url("javascript:alert(1)") is None
        True

    """
    if url is None:
        return None
    url = url.strip()
    if not _LINK.match(url):
        return None
    return _NOT_IN_URL.sub(_percent, url)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))
