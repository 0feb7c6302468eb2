"""The reviewdog format: RDFormat, which reviewdog turns into review comments with suggestions.

Its fields are those of ``DiagnosticResult`` in reviewdog's ``proto/rdf/reviewdog.proto``: lines and
columns count from 1, columns in bytes of UTF-8, and the end of a range is exclusive.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from argmap.model import Position, Range, Severity
from argmap.report.json_text import json_text

if TYPE_CHECKING:
    from argmap.model import Finding, Fix
    from argmap.report.dispatch import SourceOf
    from argmap.syntax.places import SourceText


def render(findings: Sequence[Finding], *, source_of: SourceOf) -> str:
    """Write one JSON object with all diagnostics.

    Where a source cannot be had, places are whole lines, and there are no suggestions.
    """
    diagnostics: list[dict[str, Any]] = []
    for path, in_file in groupby(findings, key=attrgetter("path")):
        source = source_of(path)
        bytes_in = None if source is None else _Bytes(source)
        diagnostics.extend(_diagnostic(finding, bytes_in) for finding in in_file)
    gravest = next((s for s in Severity if any(f.severity is s for f in findings)), Severity.INFO)
    return json_text(
        {
            "source": {"name": "argmap"},
            "severity": gravest.name,
            "diagnostics": diagnostics,
        }
    )


def _diagnostic(finding: Finding, bytes_in: _Bytes | None) -> dict[str, Any]:
    place = bytes_in.range(finding.range) if bytes_in else None
    if place is None:
        place = {"start": {"line": finding.range.start.line}}
        if finding.range.end.line != finding.range.start.line:
            place["end"] = {"line": finding.range.end.line}
    said = f"{finding.message}\nhelp: {finding.hint}" if finding.hint else finding.message
    diagnostic: dict[str, Any] = {
        "message": said,
        "location": {"path": finding.path, "range": place},
        "severity": finding.severity.name,
        "code": {"value": finding.code},
    }
    suggestion = _suggestion(finding.fix, bytes_in) if finding.fix and bytes_in else None
    if suggestion is not None:
        diagnostic["suggestions"] = [suggestion]
    return diagnostic


def _suggestion(fix: Fix, bytes_in: _Bytes) -> dict[str, Any] | None:
    """Make one suggestion of a fix: several would be offered as alternatives of each other."""
    edits = sorted(fix.edits, key=attrgetter("range"))
    if not edits or not all(bytes_in.holds(edit.range) for edit in edits):
        return None
    parts: list[str] = []
    at = edits[0].range.start
    for edit in edits:
        if edit.range.start < at:
            return None  # they overlap, so nobody knows what they make together
        parts += [bytes_in.between(at, edit.range.start), edit.text]
        at = edit.range.end
    whole = bytes_in.range(Range(edits[0].range.start, at))
    return {"range": whole, "text": "".join(parts)}


class _Bytes:
    """A source with its columns in bytes; what was counted last on a line is not counted again."""

    __slots__ = ("_last", "_source")

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._last = (1, 1, 1)  # a line, a column in code points, the same in bytes

    def holds(self, place: Range) -> bool:
        """Tell whether a range lies in the source, which may have changed in between."""
        return 1 <= place.start.line <= place.end.line <= self._source.line_count

    def range(self, place: Range) -> dict[str, Any] | None:
        """Return a range as RDFormat has it, or None where it lies outside the source."""
        if not self.holds(place):
            return None
        return {"start": self._position(place.start), "end": self._position(place.end)}

    def between(self, start: Position, end: Position) -> str:
        """Return the text between two places."""
        return self._source.text[self._offset(start) : self._offset(end)]

    def _position(self, position: Position) -> dict[str, int]:
        line, column, counted = self._last
        if line != position.line or column > position.column:
            column, counted = 1, 1
        text = self.between(Position(position.line, column), position)
        counted += len(text.encode("utf-8", "surrogatepass"))
        self._last = (position.line, position.column, counted)
        return {"line": position.line, "column": counted}

    def _offset(self, position: Position) -> int:
        """Return the offset of a place, at most that of its line's end."""
        source = self._source
        last = position.line == source.line_count
        end = len(source.text) if last else source.line_start(position.line + 1) - 1
        return min(source.offset(position), end)
