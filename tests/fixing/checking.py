"""What a check finds, and a rule of ids that is asked as ``--fix`` asks it."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.model import Finding, Severity
from argmap.rules.rule import Rule
from argmap.rules.run import check
from argmap.rules.syntax import missing_id

MISSING_ID = Rule("AM035", "missing-id", Severity.INFO, missing_id.check, quiet=True)


def findings_of(texts: Mapping[str, str]) -> list[Finding]:
    """What is wrong, as ``argmap check`` says it."""
    return check(graph_of(texts))


def findings_with_ids(texts: Mapping[str, str]) -> list[Finding]:
    """As ``argmap check --fix`` asks it: with the ids that are missing."""
    found = check(graph_of(texts))
    ids = [MISSING_ID.finding(breach) for breach in missing_id.check(graph_of(texts))]
    return [*(each for each in found if each.code != MISSING_ID.code), *ids]


def graph_of(texts: Mapping[str, str]) -> ArgumentGraph:
    return ArgumentGraph.build(read_essay(text, path) for path, text in texts.items())
