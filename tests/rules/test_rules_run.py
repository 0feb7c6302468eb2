"""The runner: order, faults, and what it costs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_examples import Example, examples, findings_in, findings_of, load, sections

import argmap
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Fault, Finding, Severity
from argmap.rules.explain import explanation
from argmap.rules.registry import ASKED_FOR, BY_NAME, RULES
from argmap.rules.run import check, fails
from argmap.syntax.places import START

EVERY_BAD_ESSAY = [
    example
    for rule in RULES
    for example in examples(sections(explanation(rule))["Bad"])
    if rule.code != "AM001"
]


def _finding(severity: Severity) -> Finding:
    return Finding("AM999", "some-rule", severity, "message", "hint", "a.md", START)


def test_order_does_not_depend_on_the_order_of_essays() -> None:
    files = [
        Example(f"{number:02}.md", example.content)
        for number, example in enumerate(EVERY_BAD_ESSAY)
    ]
    found = findings_in(files)
    assert found == findings_in(files[::-1])
    assert found == sorted(found, key=lambda finding: finding.order)
    silent = len(ASKED_FOR) + sum(rule.quiet for rule in RULES)
    assert len({finding.path for finding in found}) > len(RULES) - silent - 2


def test_faults_become_findings_with_their_fix() -> None:
    found = findings_of("[A]{#a .claim .thesis .assumed}, [b]{.premise supports='a' .assumed}\n")
    assert [finding.code for finding in found] == ["AM004"]
    fix = found[0].fix
    assert fix is not None
    assert all("'" not in edit.text for edit in fix.edits)


def test_faults_of_a_file_that_was_left_out_are_found() -> None:
    essays = [
        Essay("a", "en", "a.md"),
        Essay("a", "en", "b.md", faults=(Fault("bad-value", START, "m", "h"),)),
    ]
    found = check(ArgumentGraph.build(essays))
    assert [(finding.path, finding.name) for finding in found] == [
        ("b.md", "bad-value"),
        ("b.md", "duplicate-edition"),
    ]


def test_every_fault_that_reading_can_find_has_a_rule() -> None:
    """Look through the calls that make faults for the names of rules.

    What foreign formats have wrong with them is told by names of their own.
    """
    makers = {"Slip", "Fault", "_fault", "_slip", "_mend"}
    named = set()
    root = Path(argmap.__file__).parent
    for file in (file for file in root.rglob("*.py") if root / "formats" not in file.parents):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                function = node.func
                name = getattr(function, "attr", getattr(function, "id", ""))
                first = node.args[0]
                if name in makers and isinstance(first, ast.Constant):
                    named.add(first.value)
    assert len(named) > 15
    assert named <= BY_NAME.keys()


@pytest.mark.parametrize(
    ("severities", "failing"),
    [
        ([], False),
        ([Severity.INFO], False),
        ([Severity.INFO, Severity.WARNING], True),
        ([Severity.ERROR], True),
    ],
)
def test_what_makes_a_check_fail(severities: list[Severity], failing: bool) -> None:
    assert fails(_finding(severity) for severity in severities) is failing


def test_no_essay_no_finding() -> None:
    assert check(ArgumentGraph.build([])) == []


KINDS = st.sampled_from(["claim", "premise", "evidence", "rebuttal", "question"])
FLAGS = st.sampled_from(["", " .thesis", " .assumed", " .conceded", ' by="x"', " source=x"])
IDS = st.sampled_from("abcdef")
LINKS = st.sampled_from(["supports", "attacks", "contradicts", "restates"])
STATEMENTS = st.builds(
    "[Words of {0}]{{#{0} .{1}{2} {3}={4}{5}}}".format,
    IDS,
    KINDS,
    FLAGS,
    LINKS,
    IDS,
    st.sampled_from(["", " via=v", " via=w", " on=q"]),
)


@settings(max_examples=20, deadline=None)
@given(st.lists(STATEMENTS, max_size=8))
def test_no_rule_breaks_on_any_tangle(statements: list[str]) -> None:
    """Whatever is linked with whatever: every finding stands in the text and says what to do."""
    text = "\n".join(statements)
    lines = text.split("\n")
    for finding in findings_of(text):
        start, end = finding.range
        assert 1 <= start.line <= end.line <= len(lines)
        assert start.column >= 1
        assert end.column <= len(lines[end.line - 1]) + 1
        assert finding.message
        assert finding.hint
    assert findings_of(text) == findings_of(text)


@settings(max_examples=25, deadline=None)
@given(st.lists(STATEMENTS, max_size=8))
def test_a_chain_is_reported_wherever_support_is_missing(statements: list[str]) -> None:
    """No claim of the author's looks supported when it is not: its cause is among the findings."""
    graph = ArgumentGraph.build([load(Example("essay.md", "\n".join(statements).encode()))])
    codes = {finding.code for finding in check(graph)}
    for key, statement in graph.statements.items():
        bare = not graph.is_evidenced(key) and not statement.reported
        if bare and statement.kind == "claim" and "conceded" not in statement.flags:
            chain = graph.broken_chain(key)
            end = graph.statements[chain[-1]] if chain else statement
            if end.reported or "conceded" in end.flags or end.kind == "question":
                continue
            assert codes & {"AM201", "AM202", "AM104", "AM105", "AM101", "AM103", "AM026"}


def test_a_check_loads_neither_networkx_nor_the_explanations() -> None:
    program = (
        "import sys\n"
        "from argmap.essay import read_essay\n"
        "from argmap.graph import ArgumentGraph\n"
        "from argmap.rules.run import check\n"
        "check(ArgumentGraph.build([read_essay('[A]{#a .claim .thesis}', 'a.md')]))\n"
        "heavy = {'networkx', 'pydantic', 'wcwidth', 'difflib', 'argmap.rules.explain',\n"
        "         'argmap.rules.syntax.single_quotes', 'argmap.report'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
