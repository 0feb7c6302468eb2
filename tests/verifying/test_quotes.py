"""Quoted words are found in the marks of any script, and apostrophes are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.verifying.quotes import quoted_words


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a “big, ‘stupid’ trick” it is", ["big, ‘stupid’ trick"]),
        ('the "next" one, 6" long', ["next"]),
        ("「하나」와 『둘』", ["하나", "둘"]),
        ("il « dit » et „sagt“", [" dit ", "sagt"]),
        ("‘it’s so’, the firm’s ’90s", ["it’s so"]),
        ("‘환각’이라는", ["환각"]),
        ("“” and “…” and “open", []),
    ],
)
def test_quoted(text, quoted):
    assert [each.text for each in quoted_words(text)] == quoted


@given(st.text(st.sampled_from('“”„"‘’「」『』«» ab한'), max_size=60))
def test_any_text(text):
    end = 0
    for each in quoted_words(text):
        assert text[each.start : each.end] == each.text
        assert each.start > end or end == 0
        end = each.end
