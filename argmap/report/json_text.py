"""JSON that is safe to print: readable, and without a character that a terminal would obey."""

from __future__ import annotations

import json
import re
from typing import Any

# What json leaves raw and a terminal would obey: DEL, C1, bidirectional controls, surrogates. The
# rest of the C0 controls json escapes by itself.
_OBEYED = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff]"
)


def json_text(document: Any, indent: int | None = 2) -> str:
    """Write ``document`` as JSON in readable characters, ending in a line end.

    With ``indent=None`` it is one line, as JSON Lines asks for. Keys stay in their order.
    """
    text = json.dumps(document, ensure_ascii=False, indent=indent)
    # These can only stand inside a string, so escaping them there keeps the JSON valid. GitHub's
    # runner obeys ##[ wherever a line of a log holds it.
    text = text.replace("##[", r"#\u0023[")
    return _OBEYED.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"
