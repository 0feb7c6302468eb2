"""Faults: what looks like an annotation and is not well formed.

A fault is data, found while reading and kept beside what could be read. It names the rule that
explains it (by the rule's kebab-case name); :mod:`argmap.rules` gives it a code and a severity.
"""

from __future__ import annotations

from dataclasses import dataclass

from argmap.syntax.places import Range


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace what stands in ``range`` by ``text``."""

    range: Range
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend a finding; a safe one never changes the prose or the meaning."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Fault:
    """Something malformed at ``range``: the rule's name, a message, a way out, perhaps a fix."""

    rule: str
    range: Range
    message: str
    hint: str = ""
    fix: Fix | None = None
