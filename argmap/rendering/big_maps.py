"""What is given up, and said, where a map holds very many statements.

The engine's time for curves grows faster than that for places: at 2,000 boxes they are half of all,
and among some 10,000 boxes it often finds no way for them at all, after minutes. So beyond a size
lines are drawn straight from the start.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["STRAIGHT", "attributes", "said"]

STRAIGHT = 3_000
"""Statements of which a map has straight lines."""


def attributes(statements: int) -> Mapping[str, str]:
    """Return the attributes of the DOT graph that a map of so many statements is given."""
    return {"splines": "line"} if statements > STRAIGHT else {}


def said(statements: int) -> str:
    """Say what is done otherwise for so many statements, and what reads better; perhaps nothing.

    Examples:
        >>> said(STRAIGHT)
        ''

    """
    if statements <= STRAIGHT:
        return ""
    return (
        f"{statements:,} statements: the lines between them are drawn straight, as the engine "
        "finds no curves among so many; --spine, --question and --around draw what can be read"
    )
