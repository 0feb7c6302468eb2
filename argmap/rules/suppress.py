"""Findings that comments silence, and comments that silence nothing.

A comment rules the findings whose place touches its lines, in its own file. It names rules by code
or by name, exactly, or ``all`` of them; the beginning of a code stands for nothing, so that a
comment silences what its author has seen. Of a rule that is not in force nobody can say whether a
comment silences anything. Where several comments rule one finding, all of them count as used. What
is found about such comments themselves cannot be silenced.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from argmap.rules.registry import BY_NAME, find_rule, nearest_rule
from argmap.rules.rule import Breach, Rule
from argmap.suppressions import ALL

if TYPE_CHECKING:
    from argmap.model import Essay, Finding, Range, Suppression
    from argmap.rules.selection import Force

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


class _Comment(NamedTuple):
    """A suppression, what its words mean, and the codes that it has silenced."""

    path: str
    suppression: Suppression
    rules: dict[str, Rule | None]
    used: set[str]


class _Ruling:
    """The comments of one file that name one rule, to be asked which of them rule a place."""

    __slots__ = ("_comments", "_first", "_reach")

    def __init__(self, comments: Iterable[_Comment]) -> None:
        self._comments = sorted(comments, key=lambda comment: comment.suppression.first_line)
        self._first = [comment.suppression.first_line for comment in self._comments]
        last = (comment.suppression.last_line for comment in self._comments)
        self._reach = list(accumulate(last, max))
        """The last line ruled by any comment up to this one, to know when to stop looking."""

    def over(self, place: Range) -> Iterator[_Comment]:
        """Yield the comments whose lines ``place`` touches; O(log n), and those that overlap."""
        at = bisect_right(self._first, place.end.line)
        while at > 0 and self._reach[at - 1] >= place.start.line:
            at -= 1
            lines = self._comments[at].suppression
            if place.touches_lines(lines.first_line, lines.last_line):
                yield self._comments[at]


def silence(
    essays: Iterable[Essay], findings: Sequence[Finding], in_force: Mapping[str, Force]
) -> list[Finding]:
    """Leave out what comments silence; add what is wrong with the comments, in no special order.

    ``in_force`` holds for each path the rules that were looked for there.
    """
    comments = [
        _Comment(
            essay.path,
            suppression,
            {word: find_rule(word) for word in suppression.codes if word != ALL},
            set(),
        )
        for essay in essays
        for suppression in essay.suppressions
    ]
    naming: dict[tuple[str, str], list[_Comment]] = defaultdict(list)
    for comment in comments:
        for code in {rule.code for rule in comment.rules.values() if rule is not None}:
            naming[comment.path, code].append(comment)
        if ALL in comment.suppression.codes:
            naming[comment.path, ALL].append(comment)
    ruling = {path_and_code: _Ruling(named) for path_and_code, named in naming.items()}

    kept = []
    for finding in findings:
        silenced = False
        if finding.code not in _ABOUT_COMMENTS:
            for word in (finding.code, ALL):
                rulers = ruling.get((finding.path, word))
                for comment in rulers.over(finding.range) if rulers is not None else ():
                    comment.used.add(word)
                    silenced = True
        if not silenced:
            kept.append(finding)
    for comment in comments:
        kept.extend(_faults_of(comment, in_force[comment.path]))
    return kept


def _faults_of(comment: _Comment, force: Force) -> Iterator[Finding]:
    unused = []
    if ALL in comment.suppression.codes and ALL not in comment.used:
        unused.append(ALL)
    for word, rule in comment.rules.items():
        if rule is None:
            if _UNKNOWN.code in force:
                yield _unknown(comment, word, force)
        elif rule.code not in comment.used and rule.code in force:
            unused.append(word)
    # Without a reason it has a finding already; one is enough to look at it.
    if unused and comment.suppression.reason and _UNUSED.code in force:
        some = len(unused) < len(comment.suppression.codes)
        yield _UNUSED.finding(
            Breach(
                comment.path,
                comment.suppression.range,
                f"this comment silences nothing of {', '.join(unused)}",
                f"take {', '.join(unused)} out of it"
                if some
                else "remove it, or put it right before the block, or on the line, of the finding",
            ),
            force[_UNUSED.code],
        )


def _unknown(comment: _Comment, word: str, force: Force) -> Finding:
    near = nearest_rule(word)
    return _UNKNOWN.finding(
        Breach(
            comment.path,
            comment.suppression.range,
            f"there is no rule {word!r} to silence",
            "write the code or the name printed with the finding"
            if near is None
            else f"did you mean {near.code} ({near.name})?",
        ),
        force[_UNKNOWN.code],
    )
