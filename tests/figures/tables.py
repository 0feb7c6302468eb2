"""The tables of phrases beside the tests, as rows of their columns."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def rows(name: str) -> list[tuple[str, ...]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
