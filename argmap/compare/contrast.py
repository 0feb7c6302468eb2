"""Two works, question by question: where they agree, dispute, and pass each other by.

A statement speaks to the questions of its ``on``, its own or its heading's. A link between the two
works belongs to every question that both of its ends speak to; where they share none, to each that
either end speaks to. Restating or supporting the other side's statement is agreement; attacking or
contradicting it is dispute. A link stated between other editions of the two works holds of these,
where they share its ids.

Beside the questions stand the figures and the evidence that both works use; under each question,
what neither addresses: :mod:`argmap.compare.contrast_figures`, ``contrast_sources`` and
``contrast_open`` say exactly what that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from argmap.compare.contrast_links import crossing
from argmap.compare.contrast_parts import EvidenceRow, FigureRow, OpenPoint
from argmap.errors import ArgmapError
from argmap.graph import ArgumentGraph, Question
from argmap.model import Essay, Kind, Link, LinkType


class Meeting(StrEnum):
    """How two works meet on a question."""

    AGREE = "agree"
    DISPUTE = "dispute"
    BOTH = "agree and dispute"
    PASS_BY = "pass by"
    ONE_SIDE = "one side"


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question, and what each side says to it.

    ``left`` and ``right`` are keys of statements in reading order; the *heads* among them are
    those that stand for their side: main statements of the question, which support nothing else
    said to it, and whatever meets the other side.
    """

    id: str
    text: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    left_heads: tuple[str, ...]
    right_heads: tuple[str, ...]
    links: tuple[Link, ...]
    meeting: Meeting
    open: tuple[OpenPoint, ...] = ()
    """What is raised under the question and neither side addresses."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two essays side by side; ``elsewhere`` are links between them that no question gathers."""

    left: Essay
    right: Essay
    rows: tuple[QuestionRow, ...]
    elsewhere: tuple[Link, ...]
    figures: tuple[FigureRow, ...] = ()
    """The figures that both use; how they belong together, the same ones first."""
    evidence: tuple[EvidenceRow, ...] = ()
    """The sources that both take evidence from."""
    words_compared: bool = True
    """Whether the words round figures were compared: not across languages or scripts."""

    def count(self, meeting: Meeting) -> int:
        """Count the questions on which they meet in one way."""
        return sum(row.meeting is meeting for row in self.rows)


def contrast(
    graph: ArgumentGraph,
    left: str,
    right: str,
    *,
    names: Mapping[str, Sequence[str]] | None = None,
) -> Contrast:
    """Contrast two works of ``graph``, each named as ``work`` or ``work@lang``.

    ``names`` has the forms of names, as in the configuration; figures and sources are compared
    with its help. Raises :class:`ArgmapError` for a work that is not there, or twice the same.
    Linear in the graph.
    """
    sides = (find_essay(graph, left), find_essay(graph, right))
    if sides[0].key == sides[1].key:
        raise ArgmapError(f"{sides[0].key} cannot be contrasted with itself: name two works")
    from argmap.compare.contrast_figures import FigureTable  # with what reads them
    from argmap.compare.contrast_open import OpenPoints
    from argmap.compare.contrast_sources import SharedSources, evidence_rows

    side_of = {s.key: i for i, essay in enumerate(sides) for s in essay.statements}
    meetings = crossing(graph, sides)
    questions = graph.questions()
    speaks = _speaks_to(questions)
    by_question: dict[str, list[Link]] = {}
    elsewhere: list[Link] = []
    for link in meetings:
        ids = _questions_of(link, speaks)
        if not ids:
            elsewhere.append(link)
        for question in ids:
            by_question.setdefault(question, []).append(link)
    left_open = OpenPoints(graph, sides, meetings)
    rows = [
        replace(row, open=left_open.under(key, question))
        for key, question in questions.items()
        if (row := _row(graph, key, question, side_of, by_question.get(key, ()))) is not None
    ]
    table = names or {}
    sources = SharedSources(sides, table)
    figures = FigureTable(graph, sides, meetings, table, sources)
    return Contrast(
        *sides,
        tuple(rows),
        tuple(elsewhere),
        figures.rows(),
        evidence_rows(graph, sides, sources),
        figures.words_compared,
    )


def find_essay(graph: ArgumentGraph, name: str) -> Essay:
    """Return the essay called ``work`` or ``work@lang``, or at the path ``name``.

    Of several editions the one in the default language is taken, else the first by language.
    Raises :class:`ArgmapError` with the nearest name where there is none.
    """
    for essay in graph.essays:
        if name in (essay.key, essay.path):
            return essay
    editions = graph.names.works.get(name)
    if editions:
        return editions.get(graph.names.default_lang) or editions[min(editions)]
    from argmap.nearest import nearest

    known = sorted({essay.id for essay in graph.essays})
    near = nearest(name, known)
    way_out = f"did you mean {near}?" if near else f"loaded are {', '.join(known) or 'none'}"
    raise ArgmapError(f"there is no work {name!r}; {way_out}")


def _speaks_to(questions: Mapping[str, Question]) -> dict[str, list[str]]:
    speaks: dict[str, list[str]] = {}
    for key, question in questions.items():
        for speaker in question.speakers:
            speaks.setdefault(speaker, []).append(key)
    return speaks


def _questions_of(link: Link, speaks: Mapping[str, Sequence[str]]) -> list[str]:
    ends = [speaks.get(key, ()) for key in (*link.sources, link.target)]
    shared = [question for question in ends[0] if all(question in end for end in ends)]
    return shared or list(dict.fromkeys(question for end in ends for question in end))


def _row(
    graph: ArgumentGraph,
    key: str,
    question: Question,
    side_of: Mapping[str, int],
    links: Iterable[Link],
) -> QuestionRow | None:
    links = tuple(links)
    met = [end for link in links for end in (*link.sources, link.target)]
    speakers = graph.in_reading_order({*question.speakers, *met})
    sides = [[s for s in speakers if side_of.get(s) == i] for i in (0, 1)]
    if not any(sides):
        return None
    statement = question.statement
    heads = [_heads(graph, side, set(met)) for side in sides]
    return QuestionRow(
        key.rpartition(":")[2],
        statement.text if statement is not None else key.rpartition(":")[2],
        tuple(sides[0]),
        tuple(sides[1]),
        heads[0],
        heads[1],
        links,
        _meeting(links, all(sides)),
    )


def _heads(graph: ArgumentGraph, side: Sequence[str], met: set[str]) -> tuple[str, ...]:
    members = set(side)
    heads = []
    for key in side:
        links = graph.links_from(key, LinkType.SUPPORTS)
        inner = any(link.target in members for link in links)
        statement = graph.statements[key]
        if key in met or (not inner and statement.kind in (Kind.CLAIM, Kind.REBUTTAL)):
            heads.append(key)
    return tuple(heads or side[:1])


def _meeting(links: Sequence[Link], both: bool) -> Meeting:
    opposing = any(link.type in (LinkType.ATTACKS, LinkType.CONTRADICTS) for link in links)
    agreeing = any(link.type in (LinkType.SUPPORTS, LinkType.RESTATES) for link in links)
    if opposing and agreeing:
        return Meeting.BOTH
    if opposing:
        return Meeting.DISPUTE
    if agreeing:
        return Meeting.AGREE
    return Meeting.PASS_BY if both else Meeting.ONE_SIDE
