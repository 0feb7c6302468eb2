"""What a contrast holds beside its questions: figures, evidence, and what stays open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from argmap.figures import Figure

__all__ = [
    "Carried",
    "EvidenceRow",
    "FigureRow",
    "Open",
    "OpenPoint",
    "Relation",
    "Sign",
    "SignKind",
]


class Relation(StrEnum):
    """How figures of two works belong together."""

    SAME = "same"
    COMPATIBLE = "compatible"
    CONFLICT = "in conflict"
    DIFFERENT = "different things"


class SignKind(StrEnum):
    """What tells that two figures are of one thing, the strongest sign first."""

    LINK = "link"
    NEAR = "near link"
    QUESTION = "question"
    SOURCE = "source"
    NAME = "name"
    WORD = "word"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign that figures are of one thing.

    ``value`` says which link, question, source, name or word; *context* is a word that one clause
    shares with what the other's statement supports or attacks.
    """

    kind: SignKind
    value: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A figure and the key of the statement that carries it."""

    statement: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Figures of either side that belong together, in reading order, and what tells so.

    For *different things* the signs are what the statements share although they speak of
    different things: often nothing.
    """

    relation: Relation
    left: tuple[Carried, ...]
    right: tuple[Carried, ...]
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A source that both sides take evidence from, and the keys of the statements that do.

    ``what`` is ``source``, ``url`` or ``cite``; ``questions`` are those that a statement of either
    side speaks to, and ``shared`` those of them to which both sides bring it.
    """

    what: str
    name: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    questions: tuple[str, ...]
    shared: tuple[str, ...]


class Open(StrEnum):
    """Why a point counts as one that neither side addresses."""

    ASKED = "asked"
    OBJECTION = "objection"
    GRANTED = "taken for granted"


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A point raised under a question that neither side addresses; ``key`` is a statement's."""

    why: Open
    key: str
