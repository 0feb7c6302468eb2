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
    JSON_LINES = "json-lines"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    RDJSON = "rdjson"
    MARKDOWN = "markdown"


class Checked(NamedTuple):
    """How much was checked, for the summary, and which files, for formats that name them all."""

    essays: int
    statements: int
    paths: tuple[str, ...] = ()


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
    pointed at. Nothing of an essay that a terminal or a CI runner would obey reaches the result,
    whatever the format. The result ends in a line end; only JSON Lines without a finding is empty.
    """
    # Each format is loaded where it is chosen: a run needs one of them, and a clean one none.
    match format_:
        case Format.FULL | Format.CONCISE if not findings:
            from argmap.report.summary import summary

            return summary(findings, checked) + "\n"
        case Format.FULL:
            from argmap.report import full
            from argmap.report.cells import inert

            shown = full.render(findings, checked, source_of=source_of, color=color, width=width)
            return inert(shown)
        case Format.CONCISE:
            from argmap.report import concise
            from argmap.report.cells import inert

            return inert(concise.render(findings, checked, color=color))
        case Format.JSON:
            from argmap.report import json_document

            return json_document.render(findings, checked)
        case Format.JSON_LINES:
            from argmap.report import json_lines

            return json_lines.render(findings)
        case Format.SARIF:
            from argmap.report import sarif

            return sarif.render(findings, source_of=source_of)
        case Format.GITHUB:
            from argmap.report import github

            return github.render(findings, checked)
        case Format.GITLAB:
            from argmap.report import gitlab

            return gitlab.render(findings, source_of=source_of)
        case Format.JUNIT:
            from argmap.report import junit

            return junit.render(findings, checked)
        case Format.RDJSON:
            from argmap.report import rdjson

            return rdjson.render(findings, source_of=source_of)
        case Format.MARKDOWN:
            from argmap.report import markdown
            from argmap.report.cells import inert

            return inert(markdown.render(findings, checked))
        case _:
            assert_never(format_)
