"""What an argumentation scheme is: a pattern of reasoning with the questions it must face."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["CriticalQuestion", "Role", "Scheme"]


class Role(StrEnum):
    """What a critical question does while nobody answers it.

    The distinction is that of Gordon, Prakken and Walton, "The Carneades model of argument and
    burden of proof", Artificial Intelligence 171 (2007), pages 875 to 896.
    """

    ASSUMPTION = "assumption"
    """It may be taken for granted until somebody asks; then whoever argues must answer."""
    EXCEPTION = "exception"
    """To ask is not enough: whoever asks must show that the exception holds."""


@dataclass(frozen=True, slots=True)
class CriticalQuestion:
    """One question that an argument of some scheme must face; ``id`` is unique in its scheme."""

    id: str
    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Scheme:
    """A pattern of presumptive reasoning.

    ``id`` is what ``scheme=`` takes, and ``name`` what to call it in English; other languages are
    in :mod:`argmap.words`. ``premises`` and ``conclusion`` are the pattern, with letters for what
    differs from case to case. ``also`` are other words for it, only to guess what was meant.
    ``source`` is the scheme's name in Walton, Reed and Macagno (2008), chapter 9; empty where the
    scheme is ours.
    """

    id: str
    name: str
    premises: tuple[str, ...]
    conclusion: str
    questions: tuple[CriticalQuestion, ...]
    source: str = ""
    also: tuple[str, ...] = ()

    def question(self, question_id: str) -> CriticalQuestion | None:
        """Return the question with this id, or None."""
        return next((each for each in self.questions if each.id == question_id), None)


def granted(question_id: str, text: str) -> CriticalQuestion:
    """Make a question about what is taken for granted until somebody asks: an assumption."""
    return CriticalQuestion(question_id, text, Role.ASSUMPTION)


def unless(question_id: str, text: str) -> CriticalQuestion:
    """Make a question about what would upset the argument if it were shown: an exception."""
    return CriticalQuestion(question_id, text, Role.EXCEPTION)
