"""Every rule is explained in the same form, and its examples do what they say."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from rule_examples import examples, findings_in, sections

import argmap.rules
from argmap.rules.explain import UnknownRuleError, explain, explanation, overview, summary
from argmap.rules.registry import RULES, find_rule
from argmap.rules.rule import Rule

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")

ROOMS = ("syntax", "links", "support", "evidence", "debate", "editions", "reasoning")
HEADINGS = ["", "Why it matters", "What to do", "Bad", "Good"]


@each_rule
def test_bad_example_is_found_and_nothing_else(rule: Rule) -> None:
    """One cause, one finding: the bad example has this finding and no other."""
    found = findings_in(examples(sections(explanation(rule))["Bad"]), rule)
    assert [(finding.code, finding.name) for finding in found] == [(rule.code, rule.name)]
    assert found[0].message
    assert found[0].hint, "a finding says what to do"
    assert found[0].severity is rule.severity


@each_rule
def test_good_example_is_clean(rule: Rule) -> None:
    files = examples(sections(explanation(rule))["Good"])
    assert files
    assert findings_in(files, rule) == []


@each_rule
def test_explanation_has_the_form(rule: Rule) -> None:
    text = explanation(rule)
    parts = sections(text)
    assert list(parts) == HEADINGS
    first, _, rest = parts[""].strip().partition("\n\n")
    assert "\n" not in first, "the first line is a summary"
    assert first.endswith(".")
    assert len(first) <= 80
    assert len(rest) > 40, "it says what the rule means"
    for heading in ("Why it matters", "What to do"):
        assert len(parts[heading].strip()) > 40
    assert len(examples(parts["Bad"])) >= 1


@each_rule
def test_code_and_name_have_the_form(rule: Rule) -> None:
    assert re.fullmatch(r"AM\d{3}", rule.code)
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", rule.name)


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(codes)
    counted = Counter([*codes, *(rule.name for rule in RULES)])
    assert counted.most_common(1)[0][1] == 1


def test_every_module_is_a_rule_and_every_rule_a_module() -> None:
    root = Path(argmap.rules.__file__).parent
    modules = {
        f"argmap.rules.{room}.{file.stem}"
        for room in ROOMS
        for file in (root / room).glob("*.py")
        if file.stem != "__init__"
    }
    assert modules == {rule.module for rule in RULES}


def test_summaries_are_unique() -> None:
    assert len({summary(rule) for rule in RULES}) == len(RULES)


@each_rule
def test_is_found_by_code_and_by_name(rule: Rule) -> None:
    assert find_rule(rule.code) is rule
    assert find_rule(rule.name) is rule
    assert explain(rule.code) == explain(rule.name)


def test_explanation_is_headed_by_code_name_and_severity() -> None:
    assert explain("AM201").startswith("# AM201 unsupported-claim (error)\n\nA claim that nothing")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("unsuported-claim", "AM201 (unsupported-claim)"),
        ("am201", "AM201 (unsupported-claim)"),
        ("circular", "AM104 (circular-support)"),
    ],
)
def test_unknown_rule_names_the_nearest(word: str, meant: str) -> None:
    with pytest.raises(UnknownRuleError) as caught:
        explain(word)
    assert str(caught.value) == f"there is no rule {word!r}; did you mean {meant}?"


def test_unknown_rule_without_a_near_one_says_where_to_look() -> None:
    with pytest.raises(UnknownRuleError, match=r"'qqqq': argmap rule lists them all"):
        explain("qqqq")


def test_overview_lists_every_rule_once() -> None:
    lines = [line for line in overview().splitlines() if line.startswith("| AM")]
    assert len(lines) == len(RULES)
    for rule, line in zip(RULES, lines, strict=True):
        assert line == f"| {rule.code} | {rule.name} | {rule.severity.value} | {summary(rule)} |"


@each_rule
def test_explanations_mention_only_rules_that_exist(rule: Rule) -> None:
    named = re.findall(r"\bAM\d+\b", explanation(rule))
    assert [code for code in named if find_rule(code) is None] == (
        [] if rule.code != "AM029" else ["AM999"]
    )
