"""docs/fixes.md: its examples are what comes out, and its table is what the rules do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argmap.fixing import add_ignores, mend
from argmap.id_words import id_of_words
from argmap.model import Finding
from argmap.rules.registry import RULES
from tests.fixing.checking import findings_of, findings_with_ids
from tests.fixing.test_mending import SAFE, UNSAFE

PAGE = (Path(__file__).parents[2] / "docs" / "fixes.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```markdown\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
ROWS = re.findall(r"^\| (AM\d+) ([\w-]+) \| (safe|unsafe|none) \| (.*?) ?\|$", PAGE, re.MULTILINE)
IDS = re.findall(r"^\| ([^|`]+?) \| `([\w-]+)` \|$", PAGE, re.MULTILINE)
TABLE = {code: how for code, _, how, _ in ROWS}


def test_the_example_comes_out_as_it_says() -> None:
    before, after, _ = EXAMPLES
    assert mend({"e.md": before}, findings_with_ids).texts["e.md"] == after


def test_the_silenced_example_comes_out_as_it_says() -> None:
    silenced = EXAMPLES[2]
    bare = re.sub(r"^<!--.*-->\n| <!--.*-->", "", silenced, flags=re.MULTILINE)
    why = {"AM201": "the author gives no reason"}
    done = add_ignores({"e.md": bare}, findings_of({"e.md": bare}), why)
    assert done.texts["e.md"] == silenced


@pytest.mark.parametrize(("words", "name"), IDS)
def test_ids_are_made_as_it_says(words: str, name: str) -> None:
    assert id_of_words(words, "claim", ()) == name


def test_every_syntax_rule_is_in_the_table_by_its_name() -> None:
    names = {rule.code: rule.name for rule in RULES}
    assert {rule.code for rule in RULES if rule.code.startswith("AM0")} <= set(TABLE)
    for code, name, _, _ in ROWS:
        assert names.get(code, name) == name


def fixes(case: str) -> list[Finding]:
    return [each for each in findings_of({"e.md": case}) if each.fix]


@pytest.mark.parametrize("name", SAFE)
def test_what_the_table_calls_safe_is_safe(name: str) -> None:
    found = [each for each in fixes(SAFE[name][0]) if each.fix and each.fix.safe]
    assert found
    assert {TABLE[each.code] for each in found} == {"safe"}


@pytest.mark.parametrize("name", UNSAFE)
def test_what_the_table_calls_unsafe_is_unsafe(name: str) -> None:
    for each in fixes(UNSAFE[name][0]):
        assert TABLE[each.code] == "unsafe" or "unsafe where" in PAGE.split(each.code)[1]


def test_every_fix_in_the_table_has_a_case() -> None:
    elsewhere = {"AM035": "ids", "AM113": "its own rule", "AM029": "a comment", "AM102": "files"}
    cases = [before for before, _ in (*SAFE.values(), *UNSAFE.values())]
    seen = {each.code for case in cases for each in fixes(case)}
    assert {code for code, how in TABLE.items() if how != "none"} - set(elsewhere) == seen - {
        "AM035"
    }
