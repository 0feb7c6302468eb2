"""The body is found by the words that open and close it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.verifying.body import Body, Unfound, find_body
from argmap.verifying.original import Passage

TEXT = ["Preface.", "It began “well”, they say.", "Then — not.", "So it ended.", "Related: then"]
PASSAGES = [Passage(10 + n, text) for n, text in enumerate(TEXT)]


def body(**bounds: object) -> list[str] | Unfound:
    found = find_body(PASSAGES, {"body": bounds})
    return [p.text for p in found.passages] if isinstance(found, Body) else found


def test_without_bounds_all_is_body():
    found = find_body(PASSAGES, {})
    assert isinstance(found, Body)
    assert len(found) == 5


def test_bounds_are_found_whatever_the_spaces_marks_and_case():
    assert body(first='it  began "WELL"', last="it ended") == TEXT[1:4]
    assert body(first="Then not") == TEXT[2:]
    assert body(last="then not.") == TEXT[:3]


@pytest.mark.parametrize(
    ("bounds", "key", "said"),
    [
        ({"first": "It ends"}, "first", "“It ends” opens no paragraph in the original"),
        ({"first": "began well"}, "first", "it stands in line 11"),
        ({"last": "then"}, "last", None),
        ({"first": "So it", "last": "not."}, "last", "behind the first paragraph of the body"),
        ({"first": "…"}, "first", "first of body opens no paragraph"),
        ({"first": ["x"]}, "first", "first of body opens no paragraph"),
        ({"frist": "x"}, "body", "body has no key 'frist'"),
    ],
)
def test_what_is_wrong_is_named(bounds, key, said):
    found = body(**bounds)
    if said is None:
        assert found == TEXT
        return
    assert isinstance(found, Unfound)
    assert found.key == key
    assert said in found.message
    assert found.hint


def test_found_twice():
    twice = [Passage(1, "The end."), Passage(5, "The end.")]
    found = find_body(twice, {"body": {"last": "the end"}})
    assert isinstance(found, Unfound)
    assert "closes 2 paragraphs" in found.message
    assert "lines 1, 5" in found.message


def test_a_body_that_is_no_mapping():
    assert isinstance(find_body(PASSAGES, {"body": "x"}), Unfound)


@given(st.lists(st.text(max_size=8), max_size=6), st.text(max_size=8), st.text(max_size=8))
def test_any_words_find_a_body_or_say_why_not(texts, first, last):
    passages = [Passage(n, text) for n, text in enumerate(texts, 1)]
    found = find_body(passages, {"body": {"first": first, "last": last}})
    if isinstance(found, Body):
        assert found.passages
    else:
        assert found.message
        assert found.hint
