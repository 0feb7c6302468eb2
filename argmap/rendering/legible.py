"""Whether a theme can be read: the contrast of what is set on what, by WCAG 2.2.

Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio and the definition of relative luminance
there; 4.5 to 1 is what level AA asks of text (success criterion 1.4.3). Lines are held to the same,
as words of their colour stand beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.rendering.themes import Theme

__all__ = ["LEAST", "Faint", "contrast", "faint", "pairs"]

LEAST = 4.5
"""What level AA asks of text."""

_KINDS = ("claim", "premise", "evidence", "rebuttal", "question")
_STANDINGS = ("stands", "falls", "contested", "open")
_GROUNDS = (
    "paper",
    *(f"{name}_fill" for name in (*_KINDS, *_STANDINGS)),
    "reported_fill",
    "frame_fill",
    "outer_frame_fill",
)


class Faint(NamedTuple):
    """Two colours of a theme, by their names, that are too near to each other."""

    front: str
    back: str
    ratio: float


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours of six hex digits, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def pairs() -> Iterator[tuple[str, str]]:
    """Yield what is set on what, by the names of a theme's colours."""
    for back in _GROUNDS:
        yield "ink", back
        yield "muted", back
    yield "ink", "grave_fill"
    yield "ink", "note_fill"
    for name in _KINDS:
        yield name, f"{name}_fill"
        yield name, "reported_fill"
    for name in _STANDINGS:
        yield name, f"{name}_fill"
        # A main claim is filled with the strong colour of its standing.
        yield "thesis_ink", name
    yield "thesis_ink", "thesis_fill"
    yield "thesis_muted", "thesis_fill"
    for name in ("support", "attack", "restatement"):
        for back in ("paper", "frame_fill", "outer_frame_fill"):
            yield name, back


def faint(theme: Theme) -> list[Faint]:
    """Return what of a theme has less contrast than level AA asks for, faintest first."""
    found = []
    for front, back in pairs():
        ratio = contrast(getattr(theme, front), getattr(theme, back))
        if ratio < LEAST:
            found.append(Faint(front, back, ratio))
    return sorted(found, key=lambda each: each.ratio)
