r"""Text, values and heads of annotated Markdown, written so that they are read as what they say.

A statement's text is plain; in Markdown some of its characters would be markup. Only those that
could be are escaped, so that prose stays prose: ``snake_case`` and ``3 * 4`` need no backslash.
"""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["head_value", "heading", "inline", "number", "paragraph", "plain_lines", "value"]

_WHITE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_LINE_ENDS = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_NOT_TEXT = re.compile("[\0\ud800-\udfff]")
_MARKUP = re.compile(
    r"""
      \\ | ` | \[ | \]
    | (?<![^\W_])_ | _(?![^\W_])         # an underscore inside a word is only that
    | (?<!\ )\* | \*(?!\ )               # a star between spaces is only that
    | <(?=[A-Za-z/!?])
    | &(?=[A-Za-z\#])
    | \{(?=\s*[\#.\w])
    """,
    re.VERBOSE,
)
_LINE_START = re.compile(r"[#>+*:|~=-]|(?P<number>\d{1,9})[.)]")
_BARE = re.compile(r"[\w.:@-]+")
_PLAIN_HEAD = re.compile(r"[^\W\d_](?:[\w,.()/%-]|[ ](?=[^\s#])|:(?=\w))*")
_YAML_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def plain_lines(text: str) -> list[str]:
    """Part a text into the lines that Markdown can hold: none empty, single spaces within."""
    text = _NOT_TEXT.sub("\ufffd", text)
    lines = (_WHITE.sub(" ", line).strip() for line in _LINE_ENDS.split(text))
    return [line for line in lines if line]


def inline(line: str) -> str:
    r"""Escape one line for a place inside a paragraph.

    A brace behind a bracket becomes an entity: ``\]\{`` is what formatters make of a span, which
    argmap reports.
    """
    escaped = _MARKUP.sub(lambda found: f"\\{found.group()}", line)
    return re.sub(r"\\\]\\?\{", r"\\]&#123;", escaped)


def paragraph(line: str) -> str:
    """Escape one line for a paragraph, or a heading, of its own."""
    escaped = inline(line)
    match = _LINE_START.match(escaped)
    if match is None:
        return escaped
    at = match.end("number") if match["number"] else 0
    return f"{escaped[:at]}\\{escaped[at:]}"


def heading(line: str) -> str:
    """Escape one line for a heading, which takes braces at its end for its own attributes."""
    escaped = paragraph(line)
    if escaped.endswith("}"):
        return f"{escaped[:-1]}&#125;"
    # A row of # behind a space would be taken for the end of the heading.
    return re.sub(r" (#+)$", r" \\\1", escaped)


def value(text: str) -> str:
    """Write the value of an attribute, in quotes where it needs them.

    A value can hold neither a double quote nor a backslash: single quotes and slashes take their
    place. It is one line. Empty where nothing is left.
    """
    text = _WHITE.sub(" ", _NOT_TEXT.sub("\ufffd", text)).strip()
    if _BARE.fullmatch(text):
        return text
    text = text.replace('"', "'").replace("\\", "/")
    return f'"{text}"' if text else ""


def number(weight: float) -> str:
    """Write a number from 0 to 1 in digits alone."""
    written = f"{Decimal(repr(float(weight))):f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def head_value(text: str) -> str:
    """Write a value of the front matter as YAML takes it for text."""
    text = _WHITE.sub(" ", _NOT_TEXT.sub("\ufffd", text)).strip()
    if _PLAIN_HEAD.fullmatch(text) and text.lower() not in _YAML_WORDS:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    unseen = "".join(c if c.isprintable() else _escape(c) for c in escaped)
    return f'"{unseen}"'


def _escape(char: str) -> str:
    point = ord(char)
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
