"""Mending essays: fixes applied, shown as a diff, and findings silenced with a reason.

Nothing here reads or writes a file: texts come in and go out, and the prose in them, what
:func:`argmap.strip.strip` prints, stays as it was.
"""

from __future__ import annotations

from argmap.fixing.applying import Applied, apply
from argmap.fixing.diff import unified_diff
from argmap.fixing.mending import FindingsOf, Mended, decode, mend
from argmap.fixing.suppressing import Ignored, add_ignores

__all__ = [
    "Applied",
    "FindingsOf",
    "Ignored",
    "Mended",
    "add_ignores",
    "apply",
    "decode",
    "mend",
    "unified_diff",
]
