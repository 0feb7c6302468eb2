"""A quotation is found as a reader would find it, and what differs is named."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.rules.quoting import Missing, QuotedText

WORDS = st.lists(
    st.text(st.sampled_from("abcxyzäß가나다中文字ệ"), min_size=1, max_size=6),
    min_size=3,
    max_size=30,
)


@settings(max_examples=25, deadline=None)
@given(WORDS, st.data())
def test_any_part_of_a_text_is_found_whatever_its_looks(
    words: list[str], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    marks = data.draw(st.lists(st.sampled_from(["", "*", "_", "“", "'"]), min_size=2, max_size=2))
    text = " ".join(words[:first]) + "\n> " + marks[0].join(words[first:]) + "."
    quotation = " ".join(words[first : last + 1])
    assert QuotedText(text).missing(quotation.upper() if "ß" not in text else quotation) is None
    if last - first > 1:
        gap = data.draw(st.sampled_from([" … ", " [...] ", " [so to speak] ", " (...) ", "..."]))
        assert QuotedText(text).missing(f"{words[first]}{gap}{words[last]}") is None


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.text(max_size=200))
def test_no_text_breaks_it_and_what_is_missing_is_of_the_quotation(quote: str, text: str) -> None:
    missing = QuotedText(text).missing(quote)
    if missing is not None:
        assert missing.words.removesuffix("…").strip() in " ".join(quote.split())
    assert QuotedText(quote).missing(quote) is None or any(c in quote for c in "<>#[")


@pytest.mark.parametrize(
    ("quote", "missing"),
    [
        ("the pupils are late", Missing("late", "tired at noon.")),
        ("the teachers are late", Missing("the teachers are late")),
        ("at noon … the pupils", Missing("the pupils", misplaced=True)),
        ("the pupils are … awake", Missing("awake")),
    ],
)
def test_what_differs(quote: str, missing: Missing) -> None:
    assert QuotedText("It is said that the pupils are tired at noon.").missing(quote) == missing


def test_the_passage_is_named_far_into_a_long_text() -> None:
    text = (
        "An idle sentence — of no “note”.\n" * 2000
        + "Then the pupils were tired.\n"
        + "More. " * 99
    )
    found = QuotedText(text).missing("then the pupils were asleep")
    assert found == Missing("asleep", "tired. More. More. More. More. More.…")


def test_a_comment_that_is_not_closed_is_text() -> None:
    assert QuotedText("a <!-- b --> c <!-- d").missing("a c") is None
    assert QuotedText("<!-- " * 50_000 + "end").missing("end") is None
