"""docs/rules/: the pages are what the rules say, no more and no fewer."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from argmap.rules import pages as making
from argmap.rules.pages import COMMAND, INDEX, write_pages
from argmap.rules.registry import RULES

FOLDER = Path(__file__).parents[1] / "docs" / "rules"
AGAIN = f"docs/rules is not current: run `{COMMAND}`"


@cache
def pages() -> dict[str, str]:
    """All pages, made once: each example of each rule is checked for them."""
    return dict(making.pages())


def test_the_pages_are_current() -> None:
    there = {file.name: file.read_bytes().decode() for file in FOLDER.iterdir()}
    made = pages()
    assert sorted(there) == sorted(made), AGAIN
    assert [name for name in made if there[name] != made[name]] == [], AGAIN


def test_the_index_leads_to_every_page() -> None:
    linked = re.findall(r"\]\(([^)]+)\)", pages()[INDEX])
    assert sorted([*linked, INDEX]) == sorted(pages())
    assert len(linked) == len(RULES)


def test_the_tables_of_the_index_are_tables() -> None:
    rows = re.findall("<tr>", MarkdownIt("commonmark").enable("table").render(pages()[INDEX]))
    assert len(rows) == len(RULES) + len({rule.room for rule in RULES})


def test_pages_of_rules_that_have_gone_are_removed_and_nothing_else(tmp_path: Path) -> None:
    kept = ["notes.md", "AM201.md", "am999-lower.md", "AM999-x.txt", "AM99-short.md"]
    for name in [*kept, "AM999-gone.md", "AM201-renamed.md"]:
        (tmp_path / name).write_text("x")
    write_pages(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([*kept, *pages()])
    assert (tmp_path / INDEX).read_bytes() == pages()[INDEX].encode()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_names_its_rule_first(rule) -> None:
    lines = pages()[f"{rule.code}-{rule.name}.md"].splitlines()
    assert lines[2] == f"# {rule.code} {rule.name}"
    assert lines[4].startswith(f"**{rule.severity.value.capitalize()}**, {rule.room}.")
