"""What a weighing says of each statement, as it is written on a map: plain data, and its words.

Whoever weighs (:mod:`argmap.weigh`) hands over names and numbers by key; nothing here weighs. A
standing is told by a mark and a word on the box, and by its colours besides; a strength by a number
and the width of the box's line.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from argmap.words import say

__all__ = ["DISCLAIMER", "MARKS", "MEANINGS", "NOTHING_WEIGHED", "THICKER", "Weighed", "line_width"]

MARKS: Mapping[str, str] = {"stands": "▲", "falls": "▼", "contested": "◊", "open": "□"}
"""A sign for each standing, of those that the bundled engine's own font has."""

MEANINGS: Mapping[str, str] = {
    "stands": "has grounds, and nothing that holds speaks against it",
    "falls": "something that holds speaks against it",
    "contested": "there is something for it and something against it",
    "open": "no grounds that hold, and nothing that holds against it",
}
"""What the key says of each; docs/weighing.md has the definition."""

DISCLAIMER = "This is what the marks in the text imply, not who is right."

THICKER = "the thicker a box's line, the stronger it is ({}, from 0 to 1)"

_THINNEST, _WIDEST = 0.6, 5.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """Standings by key (``stands``, ``falls``, ``contested``, ``open``), and strengths from 0 to 1.

    Either may be empty, and is then not shown. ``semantics`` is what the strengths were reckoned
    by. ``notes`` are further words on a box, where else it is drawn, say.
    """

    standings: Mapping[str, str] = field(default_factory=dict)
    strengths: Mapping[str, float] = field(default_factory=dict)
    semantics: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)

    def only(self, keys: Container[str]) -> Weighed:
        """Return what is known of some statements, without notes: what a key must explain."""
        return Weighed(
            {key: value for key, value in self.standings.items() if key in keys},
            {key: value for key, value in self.strengths.items() if key in keys},
            self.semantics,
        )

    def words(self, key: str) -> str:
        """Say how a statement comes out: ``▲ STANDS · 0.86``; empty where nothing is known."""
        said = []
        standing = self.standings.get(key)
        if standing is not None:
            said.append(f"{MARKS[standing]} {say(standing.upper())}")
        if key in self.strengths:
            said.append(f"{self.strengths[key]:.2f}")
        return " · ".join(said)


NOTHING_WEIGHED = Weighed()


def line_width(strength: float) -> float:
    """Return the width of a box's line in points for a strength from 0 to 1, in twenty steps."""
    steps = round(min(max(strength, 0.0), 1.0) * 20) / 20
    return round(_THINNEST + (_WIDEST - _THINNEST) * steps, 2)
