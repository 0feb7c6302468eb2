"""Counts as a table for the terminal, and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from argmap.render.plain_text import cells
from argmap.statistics import Counts, Statistics

_TABLES = ("kinds", "flags", "links", "attacks", "sections", "questions", "sources")
_TITLES = {"attacks": "attacks by what they attack", "sections": "statements by section",
           "questions": "statements by question"}  # fmt: skip


def text(found: Statistics) -> str:
    """Write counts as aligned columns, one an essay and one for all where there are several."""
    columns = [*found.essays, found.total] if len(found.essays) > 1 else list(found.essays)
    return "\n".join(_lines(columns)) + "\n"


def data(found: Statistics) -> str:
    """Write counts as JSON: ``essays[]`` and ``total``."""
    document = {
        "essays": [_plain(counts) for counts in found.essays],
        "total": _plain(found.total),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _plain(counts: Counts) -> dict[str, object]:
    return {**asdict(counts), "coverage": round(counts.coverage, 4)}


def _lines(columns: list[Counts]) -> Iterator[str]:
    rows: list[tuple[str, ...]] = [("", *(counts.name for counts in columns))]
    for title, attribute in (
        ("statements", "statements"),
        ("said by others", "reported"),
        ("claims and premises on evidence", "evidenced"),
        ("claims and premises on none", "unbacked"),
        ("paragraphs", "paragraphs"),
    ):
        rows.append((title, *(str(getattr(counts, attribute)) for counts in columns)))
    rows.append(("with a statement", *(f"{counts.coverage:.0%}" for counts in columns)))
    for table in _TABLES:
        tables: list[Mapping[str, int]] = [getattr(counts, table) for counts in columns]
        names = dict.fromkeys(name for counted in tables for name in counted)
        if names:
            rows.append(())
            rows.append((_TITLES.get(table, table),))
        for name in names:
            rows.append((f"  {_short(name)}", *(str(each.get(name, "")) for each in tables)))
    widths = [
        max((cells(row[i]) for row in rows if len(row) > i), default=0)
        for i in range(len(columns) + 1)
    ]
    for row in rows:
        first = row[0] + " " * (widths[0] - cells(row[0])) if len(row) > 1 else "".join(row)
        rest = [
            " " * (width - cells(cell)) + cell
            for cell, width in zip(row[1:], widths[1:], strict=False)
        ]
        yield "  ".join([first, *rest]).rstrip()


def _short(name: str, width: int = 44) -> str:
    """Cut a name to some cells."""
    if cells(name) <= width:
        return name
    kept = ""
    for char in name:
        if cells(kept + char) >= width:
            break
        kept += char
    return kept.rstrip() + "…"
