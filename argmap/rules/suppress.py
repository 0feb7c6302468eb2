"""Findings that comments silence, and comments that silence nothing.

A comment rules the findings whose place touches its lines, in its own file. It names rules by code
or by name, exactly; the beginning of a code stands for nothing, so that a comment silences what its
author has seen. Where several comments rule one finding, all of them count as used. What is found
about such comments themselves cannot be silenced.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.rules.registry import BY_NAME, find_rule, nearest_rule
from argmap.rules.rule import Breach, Rule

if TYPE_CHECKING:
    from argmap.model import Essay, Finding, Suppression

_UNUSED = BY_NAME["unused-suppression"]
_UNKNOWN = BY_NAME["unknown-rule"]
_ABOUT_COMMENTS = frozenset(
    BY_NAME[name].code
    for name in (
        "suppression-without-reason",
        "malformed-suppression",
        "unused-suppression",
        "unknown-rule",
    )
)


@dataclass(slots=True)
class _Comment:
    """A suppression, what its words mean, and the codes that it has silenced."""

    path: str
    suppression: Suppression
    rules: dict[str, Rule | None]
    used: set[str] = field(default_factory=set)


def silence(essays: Iterable[Essay], findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what comments silence; add what is wrong with the comments, in no special order.

    O(findings times the comments in their file that name their rule).
    """
    comments = [
        _Comment(essay.path, suppression, {word: find_rule(word) for word in suppression.codes})
        for essay in essays
        for suppression in essay.suppressions
    ]
    ruling: dict[tuple[str, str], list[_Comment]] = defaultdict(list)
    for comment in comments:
        for code in {rule.code for rule in comment.rules.values() if rule is not None}:
            ruling[comment.path, code].append(comment)

    kept = []
    for finding in findings:
        silenced = False
        if finding.code not in _ABOUT_COMMENTS:
            for comment in ruling.get((finding.path, finding.code), ()):
                lines = comment.suppression
                if finding.range.touches_lines(lines.first_line, lines.last_line):
                    comment.used.add(finding.code)
                    silenced = True
        if not silenced:
            kept.append(finding)
    for comment in comments:
        kept.extend(_faults_of(comment))
    return kept


def _faults_of(comment: _Comment) -> Iterator[Finding]:
    unused = []
    for word, rule in comment.rules.items():
        if rule is None:
            yield _unknown(comment, word)
        elif rule.code not in comment.used:
            unused.append(word)
    # Without a reason it has a finding already; one is enough to look at it.
    if unused and comment.suppression.reason:
        some = len(unused) < len(comment.rules)
        yield _UNUSED.finding(
            Breach(
                comment.path,
                comment.suppression.range,
                f"this comment silences nothing of {', '.join(unused)}",
                f"take {', '.join(unused)} out of it"
                if some
                else "remove it, or put it right before the block, or on the line, of the finding",
            )
        )


def _unknown(comment: _Comment, word: str) -> Finding:
    near = nearest_rule(word)
    return _UNKNOWN.finding(
        Breach(
            comment.path,
            comment.suppression.range,
            f"there is no rule {word!r} to silence",
            "write the code or the name printed with the finding"
            if near is None
            else f"did you mean {near.code} ({near.name})?",
        )
    )
