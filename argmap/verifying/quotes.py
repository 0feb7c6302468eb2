"""The quoted words of a statement: what stands in quotation marks of any script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Quoted", "quoted_words"]

_QUOTED = re.compile(
    r"“(?P<a>[^“”]+)”"
    r"|„(?P<b>[^„“”]+)[“”]"
    r"|(?<!\w)\"(?P<c>[^\"]+)\"(?!\w)"
    r"|「(?P<d>[^「」]+)」"
    r"|『(?P<e>[^『』]+)』"
    r"|«(?P<f>[^«»]+)»"
    r"|(?<!\w)‘(?P<g>[^‘]+?)’(?![^\W_가-힣\u3041-\u9fff])"
)


class Quoted(NamedTuple):
    """Words in quotation marks, without them."""

    start: int
    end: int
    text: str


def quoted_words(text: str) -> Iterator[Quoted]:
    """Yield what is quoted in a text, in its order; of quotes inside quotes the outer."""
    for match in _QUOTED.finditer(text):
        name = match.lastgroup
        if name is not None and any(map(str.isalnum, match[name])):
            yield Quoted(match.start(name), match.end(name), match[name])
