"""Outcomes as JSON, for the cache: compact, and refused where it is not just what was written.

Not pickle: a cache may come with a folder that somebody else has sent, and nothing in it may run.
"""

from __future__ import annotations

import json
from typing import Any

from argmap.checking.sketch import Sketch
from argmap.checking.unit import Outcome, Seen
from argmap.model import Edit, Finding, Fix, Position, Range, Severity


def outcome_text(outcome: Outcome) -> bytes:
    """Write an outcome."""
    findings = [_written(finding) for finding in outcome.findings]
    return json.dumps([findings, outcome.seen], separators=(",", ":")).encode()


def outcome_of(text: bytes) -> Outcome | None:
    """Read an outcome; None where the text is damaged."""
    try:
        findings, seen = json.loads(text)
        return Outcome(
            tuple(_finding(*each) for each in findings),
            tuple(
                Seen(_str(path), _str(key), _int(count), _strs(questions), _strs(labels))
                for path, key, count, questions, labels in seen
            ),
        )
    except (ValueError, TypeError, RecursionError):
        return None


def sketch_text(sketch: Sketch) -> bytes:
    """Write a sketch."""
    parts = [sketch.work, *(sorted(part) for part in sketch[1:])]
    return json.dumps(parts, separators=(",", ":")).encode()


def sketch_of(text: bytes) -> Sketch | None:
    """Read a sketch; None where the text is damaged."""
    try:
        work, *parts = json.loads(text)
        mentions, labels, names = (frozenset(_strs(part)) for part in parts)
        return Sketch(_str(work), mentions, labels, names)
    except (ValueError, TypeError, RecursionError):
        return None


def _written(finding: Finding) -> list[Any]:
    fix = finding.fix
    edits = [] if fix is None else [[_numbers(edit.range), edit.text] for edit in fix.edits]
    return [
        finding.code,
        finding.name,
        finding.severity,
        finding.message,
        finding.hint,
        finding.path,
        _numbers(finding.range),
        None if fix is None else [fix.title, fix.safe, edits],
        finding.subject,
    ]


def _finding(
    code: object,
    name: object,
    severity: object,
    message: object,
    hint: object,
    path: object,
    place: Any,
    fix: Any,
    subject: object,
) -> Finding:
    return Finding(
        _str(code),
        _str(name),
        Severity(_str(severity)),
        _str(message),
        _str(hint),
        _str(path),
        _range(*place),
        None if fix is None else _fix(*fix),
        _str(subject),
    )


def _fix(title: object, safe: object, edits: Any) -> Fix:
    made = tuple(Edit(_range(*place), _str(text)) for place, text in edits)
    return Fix(_str(title), made, safe is True)


def _numbers(place: Range) -> tuple[int, int, int, int]:
    return (*place.start, *place.end)


def _range(line: object, column: object, end_line: object, end_column: object) -> Range:
    return Range(Position(_int(line), _int(column)), Position(_int(end_line), _int(end_column)))


def _str(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _int(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value


def _strs(value: Any) -> tuple[str, ...]:
    return tuple(_str(each) for each in value)
