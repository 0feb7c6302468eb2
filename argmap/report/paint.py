"""Colours for the terminal, where they are wanted; the plain text says the same without them."""

from __future__ import annotations

from enum import StrEnum

from argmap.model import Severity

_RESET = "\x1b[0m"


class Paint(StrEnum):
    """The select graphic rendition sequences in use (ECMA-48, 8.3.117)."""

    ERROR = "\x1b[1;31m"
    WARNING = "\x1b[1;33m"
    INFO = "\x1b[1;36m"
    FRAME = "\x1b[1;34m"
    STRONG = "\x1b[1m"


def paint(text: str, colour: Paint, on: bool) -> str:
    """Return ``text`` in ``colour``, or as it is."""
    return f"{colour.value}{text}{_RESET}" if on and text else text


def of_severity(severity: Severity) -> Paint:
    """The colour of a severity."""
    return Paint[severity.name]
