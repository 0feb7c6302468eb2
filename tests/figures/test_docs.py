"""The page about figures says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argmap.figures import find_figures

PAGE = (Path(__file__).parents[2] / "docs" / "figures.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (en|ko|zh|vi) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)
CODE = re.findall(r"```python\n(.+?)```", PAGE, re.DOTALL)


def test_there_are_examples() -> None:
    assert len(ROWS) >= 12
    assert CODE


@pytest.mark.parametrize(("lang", "text", "expected"), ROWS)
def test_row(lang: str, text: str, expected: str) -> None:
    assert [str(figure) for figure in find_figures(text, lang)] == [expected]


@pytest.mark.parametrize("code", CODE)
def test_code(code: str) -> None:
    exec(compile(code, "docs/figures.md", "exec"), {})  # our own page
