"""What the beginning of a file tells: the keys of a JSON object, the root of an XML document."""

from __future__ import annotations

import re

__all__ = ["outer_keys", "root_element"]

_TOKEN = re.compile(r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*"|[\[\]{}:,]')
_MOST_TOKENS = 20_000
_ROOT = re.compile(
    r"\s*+(?:<\?[^>]*+>\s*+|<!--(?:[^-]|-(?!->))*-->\s*+"
    r"|<![A-Za-z][^>\[]*+(?:\[[^\]]*+\])?[^>]*+>\s*+)*"
    r"<(?:[\w.-]+:)?(?P<name>[\w.-]+)",
    re.DOTALL,
)


def outer_keys(text: str) -> frozenset[str]:
    """Return the keys of the outermost object of a JSON text that may be cut off; linear.

    Empty where the text does not begin with an object.
    """
    if text.lstrip()[:1] != "{":
        return frozenset()
    keys: set[str] = set()
    depth = 0
    string = ""
    for number, match in enumerate(_TOKEN.finditer(text)):
        token = match.group()
        if token in "[{":
            depth += 1
        elif token in "]}":
            depth -= 1
            if depth <= 0:
                break
        elif token == ":" and depth == 1 and string:
            keys.add(string)
        string = token[1:-1] if token[0] == '"' else ""
        if number > _MOST_TOKENS:
            break
    return frozenset(keys)


def root_element(text: str) -> str:
    """Return the local name of the outermost element of an XML text; empty where there is none."""
    match = _ROOT.match(text)
    return match["name"] if match else ""
