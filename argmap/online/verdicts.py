"""What is known of a link after asking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Status", "Verdict", "summary"]


class Status(StrEnum):
    """How a link stands.

    *dead*: its server says that the page is gone, or the page lacks the part that is linked.
    *unknown*: no answer that says either. *skipped*: the settings leave out its host. *refused*:
    it leads where we do not go.
    """

    OK = "ok"
    DEAD = "dead"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one link stands, and why.

    ``reason`` is in plain words, none of them the server's own, and empty where all is well.
    ``url`` is where the link led in the end. ``moved`` says that every step there was said to be
    for good. ``part`` is the anchor that the page lacks, where that is why the link is dead.
    """

    status: Status
    reason: str = ""
    url: str = ""
    moved: bool = False
    part: str = ""


_WORDS = {
    Status.OK: "live",
    Status.DEAD: "dead",
    Status.UNKNOWN: "unknown",
    Status.SKIPPED: "skipped",
    Status.REFUSED: "refused",
}


def summary(verdicts: Iterable[Verdict]) -> str:
    """Count verdicts in one line, as in ``3 links: 2 live, 1 unknown``."""
    counted = Counter(verdict.status for verdict in verdicts)
    total = counted.total()
    parts = [f"{counted[status]} {word}" for status, word in _WORDS.items() if counted[status]]
    return f"{total} link{'' if total == 1 else 's'}" + (f": {', '.join(parts)}" if parts else "")
