"""What a view leaves out, in a few words on the box or line that it stands behind."""

from __future__ import annotations

from argmap.model import Kind
from argmap.views.view import Behind
from argmap.words import say

__all__ = ["behind_words", "between_words"]


def behind_words(behind: Behind | None, kind: Kind) -> str:
    """Say what stands behind a box: ``+12 grounds, 3 objections answered``; perhaps nothing.

    What is said against a rebuttal is an answer to it.

    Examples:
        >>> behind_words(Behind(grounds=1, objections=3, answered=2), Kind.CLAIM)
        '+1 ground, 3 objections, 2 answered'

    """
    if behind is None:
        return ""
    said = []
    if behind.grounds:
        said.append(_count(behind.grounds, "ground"))
    if behind.objections and kind is Kind.REBUTTAL:
        said.append(_count(behind.objections, "answer"))
    elif behind.objections:
        said.append(_count(behind.objections, "objection"))
        if behind.answered == behind.objections:
            said[-1] = say("{} answered", said[-1])
        elif behind.answered:
            said.append(say("{} answered", behind.answered))
        else:
            said[-1] = say("{} unanswered", said[-1])
    return "+" + ", ".join(said) if said else ""


def between_words(number: int) -> str:
    """Say how many statements a line leaves out on its way."""
    if not number:
        return say("… by way of a step")
    return say(f"… {{}} statement{'' if number == 1 else 's'} between", number)


def _count(number: int, what: str) -> str:
    return say(f"{{}} {what}" if number == 1 else f"{{}} {what}s", number)
