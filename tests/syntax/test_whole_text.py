"""The whole text of an essay: every mark's words stand where they are said to stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap.syntax.marks import Form
from argmap.syntax.reader import read
from argmap.syntax.whole_text import whole_text
from tests.syntax.cases_in import ALL, IDS
from tests.syntax.documents import Generated, documents
from tests.syntax.soup import soup

ESSAYS = sorted((Path(__file__).parents[2] / "essays").glob("*/*.md"))


def assert_in_place(source: str) -> None:
    whole = whole_text(source)
    for mark in read(source).marks:
        places = whole.places.get(mark.range, ())
        if mark.form is Form.IMPLICIT:
            assert places == ()
            continue
        lines = [whole.text[start:end] for start, end in places]
        assert lines == [line for line in mark.text.split("\n") if line], mark


@pytest.mark.parametrize("path", ESSAYS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_our_essays(path: Path) -> None:
    assert_in_place(path.read_text("utf-8"))


@pytest.mark.parametrize(("file", "case"), ALL, ids=IDS)
def test_the_cases(file, case) -> None:
    del file
    assert_in_place(case.essay)


@given(documents())
def test_any_document(document: Generated) -> None:
    assert_in_place(document.text)


@settings(max_examples=40)
@given(soup())
def test_any_text(source: str) -> None:
    assert_in_place(source)
