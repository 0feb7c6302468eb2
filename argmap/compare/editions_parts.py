"""What the editions of a work can differ in: the parts that a comparison is made of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum

from argmap.model import Essay

__all__ = ["Change", "Difference", "Drift", "Editions", "Effect", "Loss", "Rank", "What"]


class Rank(IntEnum):
    """What a difference does to the argument, the gravest first."""

    MAIN = 1
    """A main claim or a rebuttal is lost or added."""
    TURNED = 2
    """The sense is reversed, or a support has become an attack."""
    ANSWER = 3
    """An attack is gone or added, so that something may stand unanswered."""
    FACTOR = 4
    """A figure is off by a power of ten: most likely its unit."""
    FIGURE = 5
    """A figure says something else."""
    SENSE = 6
    """The annotator marked the sense as weakened, garbled or the like."""
    STANDING = 7
    """Kind, flags, or who asserts it."""
    SUPPORT = 8
    """A reason, or a step of support, is lost or added."""
    DETAIL = 9
    """A figure, a name or a source is given in one only."""
    WORDING = 10
    """The annotator marked another wording."""


class What(StrEnum):
    """Where a difference lies."""

    STATEMENT = "statement"
    END = "end"
    SENSE = "sense"
    KIND = "kind"
    FLAGS = "flags"
    BY = "by"
    LINK = "link"
    FIGURE = "figure"
    SOURCE = "source"
    NAME = "name"


class Loss(StrEnum):
    """How something stands in one edition for want of what the other says."""

    UNANSWERED = "unanswered"
    """An objection or a reported view that nothing attacks there."""
    UNOPPOSED = "unopposed"
    """A statement or step of the author's own that nothing attacks there."""
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Effect:
    """What a difference leaves behind: ``id`` stands so in the edition in ``lang``."""

    loss: Loss
    id: str
    lang: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that two editions say differently; an empty text is "nothing".

    ``factor`` is the edition's figure over the base's, where both give one value of one unit.
    """

    rank: Rank
    what: What
    base: str
    edition: str
    factor: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs at one id, or a whole end, or a name.

    ``id`` is the statement's, of an end the first that is not there, of a name the name itself.
    ``base`` and ``edition`` are the keys of the statement in either, None where it is not there;
    of a name, the first that has it. ``ids`` are the statements of an end in order, or those with
    the name. ``after`` is the last statement before an end that both have.
    """

    id: str
    base: str | None
    edition: str | None
    changes: tuple[Change, ...]
    effects: tuple[Effect, ...] = ()
    ids: tuple[str, ...] = ()
    after: str | None = None

    @property
    def rank(self) -> Rank:
        """That of its gravest change."""
        return self.changes[0].rank

    @property
    def what(self) -> What:
        """Where its gravest change lies."""
        return self.changes[0].what


@dataclass(frozen=True, slots=True)
class Drift:
    """One edition against the base; ``shared`` counts the statements that both have."""

    edition: Essay
    shared: int
    differences: tuple[Difference, ...]

    def counts(self) -> Counter[Rank]:
        """Count the differences by their rank."""
        return Counter(difference.rank for difference in self.differences)


@dataclass(frozen=True, slots=True)
class Editions:
    """The editions of one work, each against the base."""

    work: str
    base: Essay
    drifts: tuple[Drift, ...]
