"""What a work is called when its file does not say."""

from __future__ import annotations

import unicodedata
from pathlib import PurePath

__all__ = ["id_from"]


def id_from(path: str) -> str:
    """Make a work's id of a file's name: what an id cannot hold becomes a hyphen."""
    stem = unicodedata.normalize("NFC", PurePath(path).stem)
    kept = "".join(c if c in "-_" or c.isalnum() else "-" for c in stem).strip("-")
    return kept if kept and kept[0].isalpha() else f"essay-{kept}".rstrip("-")
