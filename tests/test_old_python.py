"""What the oldest Python that argmap runs on gets wrong, and so is not used."""

from __future__ import annotations

import re
from pathlib import Path

import argmap

ROOT = Path(argmap.__file__).parent


def test_no_group_is_repeated_possessively():
    """Before 3.11.5, ``(…)*+`` may miss what it should match (python/cpython#106052)."""
    possessive = re.compile(r"\)[*?+]\+")
    found = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in sorted(ROOT.rglob("*.py"))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if possessive.search(line)
    ]
    assert found == []
