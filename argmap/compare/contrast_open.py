"""What neither work addresses, question by question.

A point is *open* under a question when it is raised there and no statement of either work takes it
up. Three kinds of point are raised, the gravest first:

- *asked*: a question that is itself ``on`` the question, in a work or on a page such as
  ``debate.md``, to which no statement of either work speaks and which none ``answers``. A question
  that nobody speaks to hands its own sub-questions up to the one above it.
- *objection*: a statement of either work on the question that attacks its own author's case, as
  rule AM204 reads it, and that nothing answers in either work: nothing attacks or contradicts it,
  the step it takes, or what it rests on. What the author grants (``.conceded``) is addressed.
- *taken for granted*: a premise or claim of either work on the question, in its author's own
  voice, without a source, that nothing in either work supports and that no link of the other work
  takes up, be it to agree or to dispute; and that matters here, as it is marked ``.assumed``, or
  bears directly (supports or attacks) on a statement, also on this question, that the other work
  disputes. Other statements without grounds are many, and a matter for ``argmap check`` (AM201,
  AM202).

What one work says and the other passes over is not open: one of them has addressed it. Nor is an
attack across the works without a reply, for it is itself what the one has to say on the point.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from argmap.compare.contrast_links import OPPOSING
from argmap.compare.contrast_parts import Open, OpenPoint
from argmap.graph import ArgumentGraph, Question
from argmap.model import Essay, Flag, Kind, Link, LinkType
from argmap.rules.objections import objections

__all__ = ["OpenPoints"]

_MOST_ASKED = 100
"""Questions listed under one: a sub-question may stand, with all below it, under any number."""


class OpenPoints:
    """What two works leave open; ``links`` are those between them. Linear in the graph."""

    def __init__(
        self, graph: ArgumentGraph, sides: tuple[Essay, Essay], links: Sequence[Link]
    ) -> None:
        self._graph = graph
        self._sides = sides
        self._links = links
        self._own = {s.key for essay in sides for s in essay.statements}

    def under(self, key: str, question: Question) -> tuple[OpenPoint, ...]:
        """Return the open points of one question, by kind and then in reading order."""
        said = [each for each in question.speakers if each in self._own]
        here = set(said)
        return (
            *(OpenPoint(Open.ASKED, each) for each in self._asked(key)),
            *(OpenPoint(Open.OBJECTION, each) for each in said if each in self._objections),
            *(OpenPoint(Open.GRANTED, each) for each in said if self._is_granted(each, here)),
        )

    # --- asked ----------------------------------------------------------------------------------

    def _asked(self, key: str) -> list[str]:
        found: dict[str, None] = {}
        ahead = deque(self._nested.get(key, ()))
        while ahead and len(found) < _MOST_ASKED:
            each = ahead.popleft()
            if each not in found and each != key and each not in self._taken_up:
                found[each] = None
                ahead.extend(self._nested.get(each, ()))
        return list(self._graph.in_reading_order(found))

    @cached_property
    def _nested(self) -> Mapping[str, Sequence[str]]:
        """The questions that are on a question, but for those of other editions of the two."""
        works = {essay.id for essay in self._sides}
        nested: dict[str, list[str]] = {}
        for key, question in self._graph.questions().items():
            for speaker in question.speakers:
                statement = self._graph.statements[speaker]
                home = self._graph.essay_of(speaker)
                if statement.kind is Kind.QUESTION and (
                    home.id not in works or speaker in self._own
                ):
                    nested.setdefault(key, []).append(speaker)
        return nested

    @cached_property
    def _taken_up(self) -> frozenset[str]:
        """The questions that a statement of either work, other than a question, speaks to."""
        taken = {
            key
            for key, question in self._graph.questions().items()
            if any(self._says(speaker) for speaker in question.speakers)
        }
        for essay in self._sides:
            for statement in essay.statements:
                taken.update(
                    key
                    for reference in statement.answers
                    if (key := self._graph.resolve(essay, reference)) is not None
                )
        return frozenset(taken)

    def _says(self, key: str) -> bool:
        return key in self._own and self._graph.statements[key].kind is not Kind.QUESTION

    # --- objections -----------------------------------------------------------------------------

    @cached_property
    def _objections(self) -> frozenset[str]:
        raised = {key: links for key, links in objections(self._graph).items() if key in self._own}
        met = self._answered() if raised else frozenset()
        return frozenset(
            key
            for key, links in raised.items()
            if key not in met and not all(link.key in met for link in links)
        )

    def _answered(self) -> frozenset[str]:
        """Return what either work attacks or contradicts, and all that rests on it."""
        met: set[str] = set()
        across = {link.key for link in self._links}
        for link in self._all_links():
            if link.type in OPPOSING and self._own.issuperset(link.sources):
                met.add(link.target)
                if link.type.symmetric and link.key in across:
                    met.update(link.sources)
        ahead = list(met)
        while ahead:
            key = ahead.pop()
            if key in self._graph:
                for link in self._graph.links_from(key, LinkType.SUPPORTS):
                    if link.target not in met:
                        met.add(link.target)
                        ahead.append(link.target)
        return frozenset(met)

    def _all_links(self) -> Iterable[Link]:
        yield from self._graph.links.values()
        yield from self._links  # of other editions, as they hold of these

    # --- taken for granted ----------------------------------------------------------------------

    def _is_granted(self, key: str, here: set[str]) -> bool:
        statement = self._graph.statements[key]
        if statement.kind not in (Kind.PREMISE, Kind.CLAIM) or statement.reported:
            return False
        if statement.source or key in self._met or self._graph.links_to(key, LinkType.SUPPORTS):
            return False
        links = self._graph.links_from(key, LinkType.SUPPORTS, LinkType.ATTACKS)
        if statement.has(Flag.ASSUMED):
            return True
        return any(link.target in self._disputed and link.target in here for link in links)

    @cached_property
    def _met(self) -> frozenset[str]:
        """What a link of the other work takes up, or takes up something of the other work."""
        return frozenset(key for link in self._links for key in (*link.sources, link.target))

    @cached_property
    def _disputed(self) -> frozenset[str]:
        opposing = [link for link in self._links if link.type in OPPOSING]
        both = (key for link in opposing if link.type.symmetric for key in link.sources)
        return frozenset((*(link.target for link in opposing), *both))
