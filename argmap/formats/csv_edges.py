"""A CSV table of links, one row for each of their sources, for spreadsheets and graph tools."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.interface import Format, Losses, Output, Written

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["COLUMNS", "FORMAT", "write"]

COLUMNS = (
    *("link", "type", "subtype", "source", "target", "source_kind", "source_text"),
    *("target_kind", "target_text", "reason"),
)
_FORMULA = re.compile(r"[=+\-@\t\r]")
"""What a cell must not begin with: a spreadsheet would compute it, and a formula can send data."""


def write(graph: ArgumentGraph) -> Written:
    """Write the links (RFC 4180, UTF-8 with LF). Premises that are linked share their ``link``.

    A cell that a spreadsheet would take for a formula has an apostrophe put before it. Statements
    that stand in no link are left out, and counted.
    """
    import csv
    import io

    from argmap.formats.not_kept import not_kept

    losses = Losses()
    not_kept(graph, losses, keeps=("kind", "reason", "name", "essay"))
    linked: set[str] = set()
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(COLUMNS)
    for link in graph.links.values():
        linked.update((*link.sources, link.target))
        target = graph.statements.get(link.target)
        for key in link.sources:
            source = graph.statements[key]
            row = (
                *(link.key, link.type, link.subtype or "", key, link.target),
                *(source.kind, source.text),
                *(("link", "") if target is None else (target.kind, target.text)),
                link.reason,
            )
            rows.writerow([_cell(str(each)) for each in row])
    for key, statement in graph.statements.items():
        if key not in linked:
            losses.add("statements without links", statement.name)
    return Written((Output(".csv", table.getvalue().encode("utf-8", "replace")),), losses.found())


def _cell(text: str) -> str:
    text = text.replace("\0", "\ufffd")
    return f"'{text}" if _FORMULA.match(text) else text


FORMAT = Format("csv", "CSV table of links", (".csv",), write=write)
