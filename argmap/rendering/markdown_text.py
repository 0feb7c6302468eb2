"""Text put into Markdown as text."""

from __future__ import annotations

import re

__all__ = ["code", "escape"]

_TICKS = re.compile("`+")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&])")


def escape(text: str) -> str:
    """Escape what Markdown or HTML would obey, and put the text on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def code(text: str) -> str:
    """Show a text as code, on one line, whatever it holds; a bar as tables need it.

    A mark of the essay may be wrong, and an id hold anything. The fence is longer than any run of
    backticks inside (CommonMark 0.31.2, section 6.1).
    """
    line = " ".join(text.split()).replace("|", "\\|")
    if "`" not in line:
        return f"`{line}`"
    fence = "`" * (max(map(len, _TICKS.findall(line))) + 1)
    return f"{fence} {line} {fence}"
