"""All rules over a graph: from faults and checks to findings, less what comments silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from argmap.model import Severity
from argmap.rules.registry import BY_NAME, RULES
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Essay, Finding

__all__ = ["check", "fails"]


def check(graph: ArgumentGraph) -> list[Finding]:
    """Find all that is wrong in the essays of a graph, in the order of paths and places.

    What could not be read (:attr:`Essay.faults`, those of files left out of the graph included)
    and what the rules find. Linear in the graph but for what :meth:`ArgumentGraph.circles` says.
    """
    essays = (*graph.essays, *graph.duplicate_editions)
    findings = [*_faults(essays), *_breaches(graph)]
    if any(essay.suppressions for essay in essays):
        from argmap.rules.suppress import silence

        findings = silence(essays, findings)
    return sorted(findings, key=attrgetter("order"))


def fails(findings: Iterable[Finding]) -> bool:
    """Tell whether findings make a check fail: any does but mere information."""
    return any(finding.severity is not Severity.INFO for finding in findings)


def _faults(essays: Iterable[Essay]) -> Iterator[Finding]:
    for essay in essays:
        for fault in essay.faults:
            breach = Breach(essay.path, fault.range, fault.message, fault.hint, fault.fix)
            yield BY_NAME[fault.rule].finding(breach)


def _breaches(graph: ArgumentGraph) -> Iterator[Finding]:
    for rule in RULES:
        if rule.check is not None:
            for breach in rule.check(graph):
                yield rule.finding(breach)
