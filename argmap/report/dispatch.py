"""From a format's name to what writes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, assert_never

if TYPE_CHECKING:
    from argmap.model import Finding
    from argmap.syntax.places import SourceText

__all__ = ["Checked", "Format", "SourceOf", "report"]

SourceOf = Callable[[str], "SourceText | None"]
"""Gives the text of a file by the path a finding names, or None where it cannot be had."""


class Format(StrEnum):
    """How findings are written."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


class Checked(NamedTuple):
    """How much was checked, for the summary."""

    essays: int
    statements: int


def report(
    findings: Sequence[Finding],
    format_: Format,
    *,
    checked: Checked,
    source_of: SourceOf,
    color: bool = False,
    width: int = 100,
) -> str:
    """Write ``findings``, in the order given, with a summary at the end.

    ``width`` is that of the terminal in cells; longer source lines are trimmed around what is
    pointed at. No character of an essay that a terminal would obey reaches the result, whatever
    the format. The result ends in a line end.
    """
    # Each format is loaded where it is chosen: a run needs one of them, and a clean one none.
    if not findings and format_ in (Format.FULL, Format.CONCISE):
        from argmap.report.summary import summary

        return summary(findings, checked) + "\n"
    match format_:
        case Format.FULL | Format.CONCISE if not findings:
            from argmap.report.summary import summary

            return summary(findings, checked) + "\n"
        case Format.FULL:
            from argmap.report import full

            return full.render(findings, checked, source_of=source_of, color=color, width=width)
        case Format.CONCISE:
            from argmap.report import concise

            return concise.render(findings, checked, color=color)
        case Format.JSON:
            from argmap.report import json_document

            return json_document.render(findings, checked)
        case _:
            assert_never(format_)
