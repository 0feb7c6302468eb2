"""What can be asked of a framework, in ICCMA's words: a problem and a semantics, as ``DS-PR``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from argmap.errors import ArgmapError
from argmap.weigh.frameworks.framework import shown


class Problem(StrEnum):
    """What is asked."""

    SOME_EXTENSION = "SE"
    """One extension, whichever."""
    CREDULOUS = "DC"
    """Whether some extension holds the argument."""
    SKEPTICAL = "DS"
    """Whether every extension holds the argument."""


class Semantics(StrEnum):
    """Which sets of arguments count as extensions (Dung 1995)."""

    GROUNDED = "GR"
    """The least complete extension; there is exactly one."""
    COMPLETE = "CO"
    """Free of conflict, and holding exactly what it defends."""
    PREFERRED = "PR"
    """The largest complete extensions by inclusion; there is at least one."""
    STABLE = "ST"
    """Free of conflict, and attacking all else; there may be none."""


@dataclass(frozen=True, slots=True)
class Task:
    """A problem under a semantics."""

    problem: Problem
    semantics: Semantics

    @property
    def about_argument(self) -> bool:
        """Whether the task asks about one argument."""
        return self.problem is not Problem.SOME_EXTENSION

    def __str__(self) -> str:
        return f"{self.problem}-{self.semantics}"


def parse_task(text: str) -> Task:
    """Read a task, as ``DS-PR``, in capitals or not. Raises :class:`ArgmapError` for all else."""
    problem, _, semantics = text.strip().upper().partition("-")
    try:
        return Task(Problem(problem), Semantics(semantics))
    except ValueError:
        raise ArgmapError(
            f"there is no task {shown(text)}: write one of {', '.join(Problem)}, a dash, and "
            f"one of {', '.join(Semantics)}, as DS-PR"
        ) from None
