"""Text put into Markdown as text."""

from __future__ import annotations

import re

__all__ = ["escape"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&])")


def escape(text: str) -> str:
    """Escape what Markdown or HTML would obey, and put the text on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
