"""What a comment says to argmap, wherever it stands."""

from __future__ import annotations

import re

_DIRECTIVE = re.compile(r"argmap\s*(?::\s*|(?=\signore\b))(.*)", re.IGNORECASE | re.DOTALL)


def directive_in(words: str) -> str | None:
    """Return what stands behind ``argmap:`` in the words of a comment, or None for any other."""
    match = _DIRECTIVE.match(words)
    return match[1].strip() if match else None
