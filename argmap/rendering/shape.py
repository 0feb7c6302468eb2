"""The shape a map is given: which way it grows, how wide its boxes are, how high it may become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from argmap.rendering import theme

__all__ = ["DIRECTIONS", "USUAL", "Direction", "Order", "Shape"]

Direction = Literal["right", "left", "down", "up"]
"""Where the grounds stand, seen from the thesis."""
Order = Literal["crossings", "text"]

DIRECTIONS: dict[Direction, str] = {"right": "RL", "left": "LR", "down": "BT", "up": "TB"}
"""Graphviz's ``rankdir`` for each direction, as edges lead from ground to claim."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a map is laid out.

    ``direction`` is where grounds stand, seen from the thesis. ``order`` is ``"text"`` where what
    bears on one statement must stand in the order of the text, whatever crosses for it;
    otherwise the engine has few lines cross. ``text_width`` is that of the text in a box, in
    points. ``tallest`` is the height over width, foreseen, from which branches are spread over
    several columns. ``close`` leaves less white between and about the boxes, for paper.
    ``fold`` has long chains start again at the left, where the map would be a tape. ``straight``
    has all lines drawn straight, which takes half of the time where there are thousands.
    """

    direction: Direction = "right"
    order: Order = "crossings"
    text_width: float = theme.TEXT_WIDTH
    tallest: float = 1.6
    close: bool = False
    fold: bool = True
    straight: bool = False

    @property
    def sideways(self) -> bool:
        """Whether grounds stand beside their claims, not above or below them."""
        return self.direction in ("right", "left")


USUAL = Shape()
"""That of a map of which nothing else is said."""
