"""Counts as tables: for the terminal, aligned by the cells that characters take, or in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.model import Flag, Kind, LinkType, Subtype
from argmap.rendering.markdown_text import escape
from argmap.rendering.plain_text import cells
from argmap.rendering.safe_text import one_line
from argmap.statistics import Counts, Coverage, DataCounts, EssayCounts, Statistics

_PLURALS = {
    Kind.CLAIM: "claims",
    Kind.PREMISE: "premises",
    Kind.EVIDENCE: "evidence",
    Kind.REBUTTAL: "rebuttals",
    Kind.QUESTION: "questions",
}
_MOST_COLUMNS = 4
"""With more essays than that, questions are counted over all of them only."""
_HEADING = 14
"""Cells that an essay's name gets at the head of a column."""


class _Row(NamedTuple):
    label: str
    numbers: tuple[str, ...]


def text(found: Statistics, width: int = 100) -> str:
    """Write counts as tables no wider than ``width`` cells, where names can be cut to that."""
    return _written(_tables(found), width)


def markdown(found: Statistics) -> str:
    """Write counts as tables of Markdown."""
    return _marked_down(_tables(found))


def data_text(formats: Sequence[DataCounts], all_: DataCounts, width: int = 100) -> str:
    """Write the counts of files of data, by their formats, as :func:`text` does."""
    return _written(_data(formats, all_), width)


def data_markdown(formats: Sequence[DataCounts], all_: DataCounts) -> str:
    """Write the counts of files of data, by their formats, as tables of Markdown."""
    return _marked_down(_data(formats, all_))


def _tables(found: Statistics) -> Iterator[list[_Row]]:
    essays = [(each.essay.key, each.counts) for each in found.essays]
    rows = essays if len(essays) == 1 else [*essays, ("all", found.all)]
    yield from _summaries(rows)
    yield from _sections(found.essays)
    yield _questions(found)
    yield _sources(found)


def _data(formats: Sequence[DataCounts], all_: DataCounts) -> Iterator[list[_Row]]:
    rows = list(formats) if len(formats) == 1 else [*formats, all_]
    yield [
        _Row("Files", ("all", "not read", "findings")),
        *(_row(each.name, each.files, each.unread, each.findings) for each in rows),
    ]
    yield [
        _Row("Statements", ("all", *_PLURALS.values())),
        *(_row(c.name, c.statements, *(c.kinds[kind] for kind in Kind)) for c in rows),
    ]
    yield [
        _Row("Links", ("all", *map(str, LinkType), "linked premises", "circles")),
        *(
            _row(c.name, sum(c.links.values()), *c.links.values(), c.linked, c.circles)
            for c in rows
        ),
    ]
    yield [
        _Row("Attacks that", tuple(map(str, Subtype))),
        *(_row(c.name, *c.subtypes.values()) for c in rows),
    ]


def _written(tables: Iterable[list[_Row]], width: int) -> str:
    lines: list[str] = []
    for table in tables:
        if len(table) > 1:
            lines += ["", *_aligned(table, width)] if lines else _aligned(table, width)
    return "\n".join(lines) + "\n"


def _marked_down(tables: Iterable[list[_Row]]) -> str:
    lines: list[str] = []
    for table in tables:
        if len(table) < 2:
            continue
        head, *rows = ([escape(row.label), *map(escape, row.numbers)] for row in table)
        rule = ["---", *("---:" for _ in head[1:])]
        lines += ["", *(f"| {' | '.join(row)} |" for row in (head, rule, *rows))]
    return "\n".join(lines[1:]) + "\n"


def _summaries(rows: Sequence[tuple[str, Counts]]) -> Iterator[list[_Row]]:
    """A table for each thing that is counted, with a row for each essay."""
    yield [
        _Row("Statements", ("all", *_PLURALS.values())),
        *(_row(name, c.statements, *(c.kinds[kind] for kind in Kind)) for name, c in rows),
    ]
    yield [
        _Row("Marked as", (*(str(flag) for flag in Flag), "reported")),
        *(_row(name, *(c.flags[flag] for flag in Flag), c.reported) for name, c in rows),
    ]
    yield [
        _Row("The author's own, argued for", ("on evidence", "on none")),
        *(_row(name, c.evidenced, c.not_evidenced) for name, c in rows),
    ]
    yield [
        _Row("Links", ("all", *(str(link_type) for link_type in LinkType))),
        *(_row(n, sum(c.links.values()), *(c.links[t] for t in LinkType)) for n, c in rows),
    ]
    yield [
        _Row("Attacks that", tuple(str(subtype) for subtype in Subtype)),
        *(_row(name, *(c.subtypes[subtype] for subtype in Subtype)) for name, c in rows),
    ]
    yield [
        _Row("Paragraphs", ("all", "with a statement", "share")),
        *(_covered(name, c.coverage) for name, c in rows),
    ]


def _sections(essays: Sequence[EssayCounts]) -> Iterator[list[_Row]]:
    for each in essays:
        top = min((section.level for section in each.sections if section.level), default=1)
        yield [
            _Row(f"Sections of {each.essay.key}", ("statements", "paragraphs", "marked", "share")),
            *(
                _covered(
                    "  " * max(section.level - top, 0) + one_line(section.title)
                    if section.level
                    else "(before the first heading)",
                    section.coverage,
                    section.statements,
                )
                for section in each.sections
            ),
        ]


def _questions(found: Statistics) -> list[_Row]:
    speaking = [e for e in found.essays if any(q.statements for q in e.counts.questions)]
    if not 1 < len(speaking) <= _MOST_COLUMNS:
        speaking = []
    columns = [*(each.counts for each in speaking), found.all]
    names = [_cut(each.essay.id, _HEADING) for each in speaking]
    counted = [{q.key: q.statements for q in counts.questions} for counts in columns]
    heads = (*names, "all" if names else "statements")
    rows = [_Row("Questions, by who speaks to them", heads)]
    for question in found.all.questions:
        name = question.key.rpartition(":")[2]
        words = name if question.text == question.key else f"{name}: {one_line(question.text)}"
        rows.append(_row(words, *(each.get(question.key, 0) for each in counted)))
    return rows


def _sources(found: Statistics) -> list[_Row]:
    cited = found.all.sources
    return [
        _Row("Sources", ("statements",)),
        *(_row(one_line(each.source), each.statements) for each in cited),
    ]


def _row(label: str, *numbers: int) -> _Row:
    return _Row(label, tuple(str(number) if number else "-" for number in numbers))


def _covered(label: str, coverage: Coverage, *before: int) -> _Row:
    share = "-" if coverage.share is None else f"{coverage.share:.0%}"
    counts = _row(label, *before, coverage.paragraphs, coverage.marked)
    return _Row(label, (*counts.numbers, share))


def _aligned(table: Sequence[_Row], width: int) -> list[str]:
    """Write rows under each other: labels to the left, numbers to the right."""
    columns = list(zip(*(row.numbers for row in table), strict=True))
    widths = [max(map(cells, column)) for column in columns]
    room = max(20, width - sum(widths) - 2 * len(widths))
    labels = [_cut(row.label, room) for row in table]
    first = max(map(cells, labels))
    lines: list[str] = []
    for label, row in zip(labels, table, strict=True):
        numbers = (" " * (w - cells(n)) + n for n, w in zip(row.numbers, widths, strict=True))
        lines.append("  ".join((label + " " * (first - cells(label)), *numbers)))
    return lines


def _cut(text: str, room: int) -> str:
    """Shorten a text to some cells; an ellipsis says so."""
    if cells(text) <= room:
        return text
    text = text[: 8 * room]
    while cells(text) >= room:
        text = text[:-1]
    return f"{text.rstrip()}…"
