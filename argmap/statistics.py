"""Counting: what essays hold, how much of it rests on evidence, and how much prose is marked.

A *section* is a heading and what stands right under it; what stands in its subsections is theirs.
Links are counted in the essay that states them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from argmap.graph import ArgumentGraph
from argmap.model import Essay, Flag, Kind, Link, LinkType, Statement, Subtype


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many paragraphs there are, and in how many of them a statement stands."""

    paragraphs: int
    marked: int

    @property
    def share(self) -> float | None:
        """The marked share, 0 to 1; None where there is no paragraph."""
        return self.marked / self.paragraphs if self.paragraphs else None


@dataclass(frozen=True, slots=True)
class SectionCount:
    """What stands right under a heading; ``level`` is 0 for what stands before the first."""

    title: str
    level: int
    statements: int
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class QuestionCount:
    """A question by its key, or a label; its words, and how many statements speak to it."""

    key: str
    text: str
    statements: int


@dataclass(frozen=True, slots=True)
class SourceCount:
    """What statements cite (``source``, else ``cite``, else ``url``), and how many do."""

    source: str
    statements: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What one essay, or several together, hold.

    Every mapping has all of its words, those with a zero too, in the order of the model.
    ``subtypes`` are those of attacks. ``reported`` counts what others are said to assert. Of the
    author's own claims, premises and rebuttals (neither reported nor conceded), ``evidenced`` rest
    on evidence or a stated assumption, and ``not_evidenced`` do not.
    """

    statements: int
    kinds: Mapping[Kind, int]
    flags: Mapping[Flag, int]
    links: Mapping[LinkType, int]
    subtypes: Mapping[Subtype, int]
    reported: int
    evidenced: int
    not_evidenced: int
    coverage: Coverage
    questions: tuple[QuestionCount, ...]
    sources: tuple[SourceCount, ...]


@dataclass(frozen=True, slots=True)
class EssayCounts:
    """The counts of one essay, and of each of its sections in the order of the text."""

    essay: Essay
    counts: Counts
    sections: tuple[SectionCount, ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """The counts of each essay, in the order of their paths, and of all together."""

    essays: tuple[EssayCounts, ...]
    all: Counts


def statistics(graph: ArgumentGraph, paths: Collection[str] | None = None) -> Statistics:
    """Count what the essays of ``graph`` hold, or those at ``paths``; linear.

    Links and evidence from the other essays count where they reach these.
    """
    essays = [essay for essay in graph.essays if paths is None or essay.path in paths]
    links: dict[str, list[Link]] = {essay.key: [] for essay in essays}
    for link in graph.links.values():
        home = graph.essay_of(link.key).key
        if home in links:
            links[home].append(link)
    each = tuple(
        EssayCounts(essay, _counts(graph, [essay], links[essay.key]), _sections(essay))
        for essay in essays
    )
    every_link = [link for stated in links.values() for link in stated]
    return Statistics(each, _counts(graph, essays, every_link))


def _counts(graph: ArgumentGraph, essays: Sequence[Essay], links: Sequence[Link]) -> Counts:
    statements = [statement for essay in essays for statement in essay.statements]
    kinds = Counter(statement.kind for statement in statements)
    flags = Counter(flag for statement in statements for flag in statement.flags)
    types = Counter(link.type for link in links)
    subtypes = Counter(link.subtype for link in links)
    argued = [statement for statement in statements if _argued(statement)]
    evidenced = sum(graph.is_evidenced(statement.key) for statement in argued)
    paragraphs = [paragraph for essay in essays for paragraph in essay.paragraphs]
    return Counts(
        len(statements),
        MappingProxyType({kind: kinds[kind] for kind in Kind}),
        MappingProxyType({flag: flags[flag] for flag in Flag}),
        MappingProxyType({link_type: types[link_type] for link_type in LinkType}),
        MappingProxyType({subtype: subtypes[subtype] for subtype in Subtype}),
        sum(statement.reported for statement in statements),
        evidenced,
        len(argued) - evidenced,
        Coverage(len(paragraphs), sum(paragraph.covered for paragraph in paragraphs)),
        _questions(graph, {statement.key for statement in statements}),
        _sources(statements),
    )


def _argued(statement: Statement) -> bool:
    """Tell whether the author puts a statement forward and ought to have grounds for it."""
    given = statement.kind in (Kind.QUESTION, Kind.EVIDENCE)
    return not (given or statement.reported or statement.has(Flag.CONCEDED))


def _questions(graph: ArgumentGraph, keys: set[str]) -> tuple[QuestionCount, ...]:
    """Count who speaks to each question, of those that are asked or spoken to in some essays."""
    found: list[QuestionCount] = []
    for question in graph.questions().values():
        speakers = sum(key in keys for key in question.speakers)
        if speakers or question.key in keys:
            found.append(QuestionCount(question.key, question.text, speakers))
    return tuple(found)


def _sources(statements: Iterable[Statement]) -> tuple[SourceCount, ...]:
    """Count what is cited, the most often cited first, equals by name."""
    cited = Counter(s.source or s.cite or s.url for s in statements)
    named = [SourceCount(source, number) for source, number in cited.items() if source]
    return tuple(sorted(named, key=lambda each: (-each.statements, each.source)))


def _sections(essay: Essay) -> tuple[SectionCount, ...]:
    """Count what stands right under each heading; before the first only where something does."""
    starts = [section.range.start.line for section in essay.sections]
    statements = Counter(
        bisect_right(starts, statement.range.start.line) for statement in essay.statements
    )
    places = [(bisect_right(starts, p.range.start.line), p.covered) for p in essay.paragraphs]
    paragraphs = Counter(number for number, _ in places)
    marked = Counter(number for number, covered in places if covered)
    headings = [("", 0), *((section.title, section.level) for section in essay.sections)]
    return tuple(
        SectionCount(title, level, statements[n], Coverage(paragraphs[n], marked[n]))
        for n, (title, level) in enumerate(headings)
        if n or statements[n] or paragraphs[n]
    )


def not_counted(graph: ArgumentGraph, paths: Collection[str]) -> tuple[str, ...]:
    """Say, a line for each, which of the essays at ``paths`` are left out or not read whole."""
    twice = [
        f"{essay.path} is left out, as another file is {essay.key}, too"
        for essay in graph.duplicate_editions
        if essay.path in paths
    ]
    broken = [
        f"{essay.path} is not UTF-8 throughout"
        for essay in graph.essays
        if essay.path in paths and any(fault.rule == "invalid-utf8" for fault in essay.faults)
    ]
    return (*twice, *broken)


@dataclass(frozen=True, slots=True)
class DataCounts:
    """The counts of one file of data, or of several together.

    ``linked`` counts premises that act through a link beside its first, as corpus papers do;
    ``circles`` those of support and attack, of which a file lists 1,000 at most; ``findings`` what
    could not be read, and ``unread`` the files of which nothing could.
    """

    name: str
    format: str
    files: int
    unread: int
    findings: int
    statements: int
    kinds: Mapping[Kind, int]
    links: Mapping[LinkType, int]
    subtypes: Mapping[Subtype, int]
    linked: int
    circles: int


def data_counts(
    statements: Collection[Statement],
    links: Collection[Link],
    circles: int,
    name: str,
    format_name: str,
    findings: int = 0,
    *,
    unread: bool = False,
) -> DataCounts:
    """Count what one file holds; linear."""
    kinds = Counter(statement.kind for statement in statements)
    types = Counter(link.type for link in links)
    subtypes = Counter(link.subtype for link in links)
    return DataCounts(
        name,
        format_name,
        1,
        int(unread),
        findings,
        len(statements),
        {kind: kinds[kind] for kind in Kind},
        {link_type: types[link_type] for link_type in LinkType},
        {subtype: subtypes[subtype] for subtype in Subtype},
        sum(len(link.sources) - 1 for link in links),
        circles,
    )


def counts_together(counts: Sequence[DataCounts], name: str, format_name: str = "") -> DataCounts:
    """Add up counts; linear."""
    return DataCounts(
        name,
        format_name,
        sum(each.files for each in counts),
        sum(each.unread for each in counts),
        sum(each.findings for each in counts),
        sum(each.statements for each in counts),
        {kind: sum(each.kinds[kind] for each in counts) for kind in Kind},
        {link_type: sum(each.links[link_type] for each in counts) for link_type in LinkType},
        {subtype: sum(each.subtypes[subtype] for each in counts) for subtype in Subtype},
        sum(each.linked for each in counts),
        sum(each.circles for each in counts),
    )


def by_format(counts: Sequence[DataCounts]) -> tuple[DataCounts, ...]:
    """Add up the counts of each format, in the order in which formats come up."""
    names = dict.fromkeys(each.format for each in counts)
    return tuple(
        counts_together([each for each in counts if each.format == name], name, name)
        for name in names
    )
