"""All rules over a graph: from faults and checks to findings, less what comments silence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING

from argmap.model import Severity
from argmap.rules.registry import ASKED_FOR, BY_NAME, RULES
from argmap.rules.rule import Breach
from argmap.rules.selection import EVERYTHING

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Essay, Finding
    from argmap.online import Verdict
    from argmap.rules.selection import Force, Selection

__all__ = ["check", "fails"]

_DEAD_LINK = BY_NAME["dead-link"]
"""The rule that the web is asked about."""
_GRAVITY = tuple(Severity)


def check(
    graph: ArgumentGraph,
    selection: Selection = EVERYTHING,
    *,
    verdicts: Mapping[str, Verdict] | None = None,
) -> list[Finding]:
    """Find all that is wrong in the essays of a graph, in the order of paths and places.

    What could not be read (:attr:`Essay.faults`, those of files left out of the graph included)
    and what the rules of the ``selection`` find. ``verdicts`` tell what the web answered, by URL,
    where it was asked. Linear in the graph but for what :meth:`ArgumentGraph.circles` says.
    """
    essays = (*graph.essays, *graph.duplicate_editions)
    unasked = ASKED_FOR if verdicts is None else ASKED_FOR - {_DEAD_LINK.code}
    forces: dict[int, Force] = {}
    in_force: dict[str, Force] = {}
    for essay in essays:
        force = selection.at(essay.path)
        in_force[essay.path] = forces.setdefault(id(force), _without(force, unasked))
    findings = [
        *_faults(essays, in_force),
        *_breaches(graph, in_force, forces.values()),
        *(() if verdicts is None else _dead_links(graph, in_force, verdicts)),
    ]
    if any(essay.suppressions for essay in essays):
        from argmap.rules.suppress import silence

        findings = silence(essays, findings, in_force)
    if findings:
        from argmap.rules.subject import with_subjects

        findings = list(with_subjects(essays, findings))
    return sorted(findings, key=attrgetter("order"))


def fails(findings: Iterable[Finding], level: Severity | None = Severity.WARNING) -> bool:
    """Tell whether findings make a check fail: any does that is as grave as ``level``.

    Where ``level`` is None, none does.
    """
    if level is None:
        return False
    enough = _GRAVITY[: _GRAVITY.index(level) + 1]
    return any(finding.severity in enough for finding in findings)


def _faults(essays: Iterable[Essay], in_force: Mapping[str, Force]) -> Iterator[Finding]:
    for essay in essays:
        for fault in essay.faults:
            rule = BY_NAME[fault.rule]
            severity = in_force[essay.path].get(rule.code)
            if severity is not None:
                breach = Breach(essay.path, fault.range, fault.message, fault.hint, fault.fix)
                yield rule.finding(breach, severity)


def _breaches(
    graph: ArgumentGraph, in_force: Mapping[str, Force], forces: Collection[Force]
) -> Iterator[Finding]:
    for rule in RULES:
        if rule.check is not None and any(rule.code in force for force in forces):
            for breach in rule.check(graph):
                severity = in_force[breach.path].get(rule.code)
                if severity is not None:
                    yield rule.finding(breach, severity)


def _dead_links(
    graph: ArgumentGraph, in_force: Mapping[str, Force], verdicts: Mapping[str, Verdict]
) -> Iterator[Finding]:
    from argmap.rules.evidence.dead_link import check_links

    for breach in check_links(graph, verdicts):
        severity = in_force[breach.path].get(_DEAD_LINK.code)
        if severity is not None:
            yield _DEAD_LINK.finding(breach, severity)


def _without(force: Force, codes: frozenset[str]) -> Force:
    """Leave out what nobody has asked for, so that nobody asks whether it silences anything."""
    return {code: severity for code, severity in force.items() if code not in codes}
