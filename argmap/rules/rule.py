"""What a rule is: a row of facts, and for most rules a plain function that looks for breaches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import Finding, Fix, Range, Severity

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["Breach", "Check", "Rule"]

_ROOMS = {
    "0": "syntax",
    "1": "links",
    "2": "support",
    "3": "evidence",
    "4": "debate",
    "5": "editions",
    "6": "reasoning",
}


# Named tuples, as a check makes them by the dozen on its way to a quick answer: a frozen data class
# takes ten times as long to define and three times as long to make.


class Breach(NamedTuple):
    """One place where a rule is broken; with its rule it makes a :class:`Finding`."""

    path: str
    range: Range
    message: str
    hint: str
    fix: Fix | None = None


Check = Callable[["ArgumentGraph"], Iterator[Breach]]
"""Looks through a graph for breaches of one rule, in any order."""


class Rule(NamedTuple):
    """One rule. Its explanation is the docstring of its module.

    ``code`` and ``name`` are both unique and either may be used for it. ``check`` is None where
    the breaches are found while reading (:class:`~argmap.syntax.faults.Fault`) or while running.
    A *quiet* rule is about convenience, not about the argument: it is reported only where it is
    selected by code or name, but ``--fix`` does what it proposes. A rule that is *asked for* is
    judged only where the user has it looked for: on the web, or in an original.
    """

    code: str
    name: str
    severity: Severity
    check: Check | None = None
    quiet: bool = False
    asked_for: bool = False

    @property
    def room(self) -> str:
        """The folder it lives in, by the hundreds of its code."""
        return _ROOMS[self.code[2]]

    @property
    def module(self) -> str:
        """The module that holds its explanation."""
        return f"argmap.rules.{self.room}.{self.name.replace('-', '_')}"

    def finding(self, breach: Breach, severity: Severity | None = None) -> Finding:
        """Turn a breach of this rule into a finding, as grave as the rule is if not told."""
        return Finding(
            self.code,
            self.name,
            severity or self.severity,
            breach.message,
            breach.hint,
            breach.path,
            breach.range,
            breach.fix,
        )
