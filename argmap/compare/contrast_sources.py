"""Evidence that two works both use: the same source, address or key, however it is spelled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.compare.contrast_parts import EvidenceRow
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Statement
from argmap.rules.sources import SourceNames, folded

__all__ = ["SharedSources", "evidence_rows"]


class SharedSources:
    """The sources of two essays by one name each.

    Names are folded as rule AM303 does (case, width, spaces, punctuation, a leading *The*), and a
    table of names makes its forms one. What gives an address or a key alone is of the source that
    stands beside that elsewhere, as :class:`SourceNames` has it.
    """

    def __init__(self, sides: Sequence[Essay], table: Mapping[str, Sequence[str]]) -> None:
        self._names = SourceNames(s for essay in sides for s in essay.statements)
        self._one = {
            folded(form): folded(name) for name, forms in table.items() for form in (*forms, name)
        }
        self._written = {folded(name): name for name in table}

    def of(self, statement: Statement) -> str | None:
        """Return the one name of a statement's source; None where it does not say."""
        name = self._names.of(statement)
        return None if name is None else self._one.get(name, name)

    def shown(self, name: str) -> str:
        """Return a name as it is written: as the table has it, else as an essay has."""
        return self._written.get(name) or self._names.shown(name)

    def common(self, left: Statement, right: Statement) -> str | None:
        """Return the source that two statements share, as it is written, or None."""
        name = self.of(left)
        return self.shown(name) if name is not None and name == self.of(right) else None


def evidence_rows(
    graph: ArgumentGraph, sides: tuple[Essay, Essay], sources: SharedSources
) -> tuple[EvidenceRow, ...]:
    """Return what evidence both sides use: sources in reading order, then addresses, then keys.

    Any statement with a ``source``, ``url`` or ``cite`` counts, whatever its kind. An address or
    key is left out where a row of a source has its statements already. Linear.
    """
    rows = list(_rows(graph, sides, "source", sources))
    row_of = {key: number for number, row in enumerate(rows) for key in (*row.left, *row.right)}
    for what in ("url", "cite"):
        for row in _rows(graph, sides, what, sources):
            known = {row_of.get(key) for key in (*row.left, *row.right)}
            if len(known) > 1 or None in known:
                rows.append(row)
    return tuple(rows)


def _rows(
    graph: ArgumentGraph, sides: tuple[Essay, Essay], what: str, sources: SharedSources
) -> Iterator[EvidenceRow]:
    found: dict[str, tuple[list[Statement], list[Statement]]] = {}
    for side, essay in enumerate(sides):
        for statement in essay.statements:
            name = _name(statement, what, sources)
            if name is not None:
                found.setdefault(name, ([], []))[side].append(statement)
    for name, (left, right) in found.items():
        if left and right:
            ours, theirs = (
                _questions(graph, *each) for each in zip(sides, (left, right), strict=True)
            )
            shown = sources.shown(name) if what == "source" else name
            yield EvidenceRow(
                what,
                shown,
                tuple(s.key for s in left),
                tuple(s.key for s in right),
                tuple(dict.fromkeys((*ours, *theirs))),
                tuple(question for question in ours if question in theirs),
            )


def _name(statement: Statement, what: str, sources: SharedSources) -> str | None:
    if what == "source":
        return sources.of(statement) if statement.source else None
    if what == "cite":
        return statement.cite.strip() if statement.cite else None
    return _address(statement.url) if statement.url else None


def _address(url: str) -> str:
    """Return an address without scheme, ``www.``, fragment and last slash."""
    bare = url.strip().partition("#")[0]
    scheme, mark, rest = bare.partition("://")
    bare = rest if mark and scheme.casefold() in ("http", "https") else bare
    host, slash, path = bare.partition("/")
    return f"{host.casefold().removeprefix('www.')}{slash}{path}".rstrip("/")


def _questions(
    graph: ArgumentGraph, essay: Essay, statements: Iterable[Statement]
) -> dict[str, None]:
    keys = (graph.question_key(essay, each) for s in statements for each in s.on)
    return dict.fromkeys(keys)
