"""What each field is called where it is told that a format does not keep it."""

from __future__ import annotations

__all__ = ["ATTRIBUTES", "essay_field", "kept_field"]

ATTRIBUTES = {
    "by": "names in by",
    "source": "sources",
    "url": "urls",
    "cite": "cites",
    "date": "dates",
    "quote": "quotes",
    "weight": "weights",
    "scheme": "schemes",
    "sense": "senses",
    "at": "paragraphs of the original",
    "section": "section titles",
}
"""Those of a statement that mean the same wherever it stands."""


def essay_field(name: str) -> str:
    """Name a field of an essay's head, as ``title``."""
    return f"{name}s of essays"


def kept_field(name: str) -> str:
    """Name what another format kept in ``extra``."""
    return "descriptions of originals" if name == "original" else "fields kept for other formats"
