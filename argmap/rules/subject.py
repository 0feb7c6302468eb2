"""What a finding is about: the statement it stands in, or else the edition."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate

from argmap.model import Essay, Finding

__all__ = ["with_subjects"]


def with_subjects(essays: Iterable[Essay], findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give each finding its subject: the innermost statement around the beginning of its range.

    Linear in the statements of the files that have findings, O(log n) for a finding, and as many
    steps more as statements are nested.
    """
    by_path = {essay.path: essay for essay in essays}
    around: dict[str, _Around] = {}
    for finding in findings:
        path = finding.path
        if path not in around:
            around[path] = _Around(by_path[path])
        yield replace(finding, subject=around[path].subject(finding))


class _Around:
    """The statements of an essay by their place."""

    __slots__ = ("_essay", "_first", "_reach", "_statements")

    def __init__(self, essay: Essay) -> None:
        self._essay = essay
        self._statements = sorted(essay.statements, key=lambda each: each.range)
        self._first = [each.range.start for each in self._statements]
        ends = (each.range.end for each in self._statements)
        self._reach = list(accumulate(ends, max))
        """How far any statement up to this one reaches, to know when to stop looking."""

    def subject(self, finding: Finding) -> str:
        start = finding.range.start
        at = bisect_right(self._first, start)
        while at > 0 and self._reach[at - 1] >= start:
            at -= 1
            if self._statements[at].range.end >= start:
                return self._statements[at].key
        return self._essay.key
