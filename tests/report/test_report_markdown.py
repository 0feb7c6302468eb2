"""The Markdown of a step summary: a reader sees the text, and nothing of it is markup."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sample import CHECKED, FINDINGS, HARM, finding, source_of

from argmap.report import Checked, Format, report
from argmap.report.cells import inert, visible

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = {"text", "code_inline"}


def written(*findings: object) -> str:
    return report(list(findings), Format.MARKDOWN, checked=Checked(1, 1), source_of=source_of)  # type: ignore[arg-type]


def cells(text: str) -> list[list[str]]:
    """The rows of the last table, each cell as a reader sees it."""
    rows: list[list[str]] = []
    tokens = MARKDOWN.parse(text)
    last = max(at for at, token in enumerate(tokens) if token.type == "table_open")
    for before, token in pairwise(tokens[last:]):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and before.type in ("td_open", "th_open"):
            children = token.children or []
            assert {child.type for child in children} <= PLAIN
            rows[-1].append("".join(child.content for child in children))
        else:
            assert token.type not in ("html_block", "fence", "code_block")
    return rows


def test_the_tables_count_and_list() -> None:
    text = report(FINDINGS, Format.MARKDOWN, checked=CHECKED, source_of=source_of)
    assert text.startswith(
        "## argmap\n\nFound 9 findings (6 errors, 2 warnings, 1 info), 1 of them fixable with --fix.\n"
    )
    rows = cells(text)
    assert rows[0] == ["place", "severity", "rule", "finding", "help"]
    assert len(rows) == 1 + len(FINDINGS)
    assert "| `AM112 dead-branch` | 2 |" in text


def test_nothing_found_is_a_sentence() -> None:
    assert written() == "## argmap\n\nAll checks passed: 1 essay, 1 statement.\n"


ANY = st.text(st.characters(exclude_categories=()), max_size=60) | st.text(
    st.sampled_from("a `|\\<>@#[]()!*_~&;:/\n\t"), max_size=40
)


@given(ANY, ANY, ANY)
@example("a|b", r"\|", "`|` ")
@example(" ", "``", "|")
@example("` ", " `", "  ")
def test_a_reader_sees_the_text_and_nothing_else(message: str, hint: str, path: str) -> None:
    (_, row) = cells(written(finding(message, hint=hint, path=path)))
    said = [f"{path}:1:1", "error", "AM201", message, hint]
    # A parser may strip or join spaces at the edge of a cell; nothing else is changed.
    assert [re.sub(" +", " ", cell).strip() for cell in row] == [
        re.sub(" +", " ", inert(visible(text))).strip() for text in said
    ]


def test_mentions_and_addresses_stand_in_code_only() -> None:
    text = written(finding(HARM, hint="ask @octocat, www.example.org, #1 or a@example.org"))
    outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", text).replace("&#124;", "")
    assert not re.search("[@<]|www|://|#1", outside)


def test_a_long_list_is_cut_and_says_so() -> None:
    text = written(*[finding(str(n)) for n in range(1234)])
    assert text.count("\n| `a.md") == 1000
    assert text.endswith("\nAnd 234 more, which are not listed here.\n")


@pytest.mark.parametrize("length", [400, 401])
def test_a_long_message_is_cut(length: int) -> None:
    (_, row) = cells(written(finding("x" * length)))
    assert row[3] == ("x" * 400 + "…")[: 401 if length > 400 else 400]


def test_a_summary_fits_into_what_github_takes() -> None:
    worst = "한|" * 5000
    text = written(*[finding(worst, hint=worst, path=worst) for _ in range(1000)])
    assert 700_000 < len(text.encode()) < 1024 * 1024
    assert text.endswith(" more, which are not listed here.\n")
