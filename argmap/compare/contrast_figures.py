"""Figures that two works both use: the same, compatible, in conflict, or of different things.

Whether two figures are *of one thing* is judged by what the annotations give, never by the number
alone. The signs, of the statements that carry them:

- *link*: a link between the two statements, as ``debate.md`` states them;
- *near link*: the conclusion that one directly supports is attacked or contradicted by the other,
  or by the other's own conclusion;
- *question*: both speak to it; *source*: both name it, however they spell it;
- *words* and *names* that stand in the clauses of both figures, less those of measure and those
  that more than one statement in twenty-five has (:class:`Surroundings`). Words are compared within
  one language or script only, names across them by the table of names.

Values are compared by :func:`argmap.compare.contrast_values.fit`. A figure that *tells little*
(a date, duration, magnitude, what is twice, a count below 1,000) needs more.

**Same** and **compatible** figures are of one thing when

1. a link says that their statements restate each other; or
2. another link joins them and the clauses share a word or name, or the statements a source (two
   words or names, if they tell little). But if one attacks or contradicts the other and gives the
   very same number, they share two words: where thing and number are agreed, there is nothing left
   to attack; or
3. they speak to a common question, and share two words or names; or one, and a source; or there is
   a near link between them, and a word, name or source; or the figures have two digits or more and
   one clause shares a word with what the other's statement supports or attacks (its *context*). If
   they tell little, three words or names, or two and a source. Where words cannot be compared,
   values that are equal, or have two digits or more, and a common source or name are enough.

Of two figures in one statement, one that says the same leaves none that is merely compatible.

**In conflict** are values of one unit that cannot both hold, each the one figure of its unit that
the two statements leave unmatched, if

1. a link says that their statements restate or contradict each other, and they share a word or
   name, or each statement has this one figure; or
2. another link joins them, they share a word or name, tell something, and lie within a factor of
   three; or
3. without a link, they speak to a common question, tell something, and lie within a tenth of each
   other and share a word or name, or within a factor of two and share three. (Each is then the one
   figure of its unit in its statement.)

**Different things** have equal numbers, whatever their bounds, and nothing of the above. Only
numbers that tell something are listed, and only if they are amounts of a million or more, or the
statements share a link, question, source or name: coincidences of small numbers are of no interest.
This is a judgement from what is missing: two figures may be of one thing, and nothing in the marks
tell so.

The cost grows in step with the figures: they are looked up by link, and by question and size; of
one question and size at most 400 pairs are compared; more numbers than that are a way of speaking,
and are left alone. Of one statement the first 40 figures are read. All of it is symmetric.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from argmap.compare.contrast_links import OPPOSING, Across
from argmap.compare.contrast_pairs import (
    FigureAt,
    Pair,
    Shared,
    is_large,
    is_single,
    joined,
    ordered,
    single,
    told,
    within,
)
from argmap.compare.contrast_parts import Carried, FigureRow, Relation, Sign
from argmap.compare.contrast_sources import SharedSources
from argmap.compare.contrast_values import Fit, buckets, family, fit, tells, value_key
from argmap.compare.contrast_words import Surroundings
from argmap.figures import find_figures
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Link, LinkType, Statement

__all__ = ["FigureTable"]

_MOST_OF_ONE = 40
_MOST_PAIRS = 400
_MOST_CARRIERS = 12
_TENTH = Decimal("1.1")
_ORDER = tuple(Relation)


class FigureTable:
    """The figures both sides use, as the module says; ``links`` are those between the sides.

    ``table`` holds names in all of their forms.
    """

    def __init__(
        self,
        graph: ArgumentGraph,
        sides: tuple[Essay, Essay],
        links: Sequence[Link],
        table: Mapping[str, Sequence[str]],
        sources: SharedSources,
    ) -> None:
        self.sides = sides
        self.across = Across(graph, links)
        self.sources = sources
        self.statements: dict[str, Statement] = {}
        self.questions: dict[str, tuple[str, ...]] = {}
        self.by_statement: dict[str, list[FigureAt]] = {}
        for side, essay in enumerate(sides):
            for place, statement in enumerate(essay.statements):
                found = find_figures(statement.text, essay.lang)[:_MOST_OF_ONE]
                if not found:
                    continue
                self.statements[statement.key] = statement
                asked = (graph.question_key(essay, each) for each in statement.on)
                self.questions[statement.key] = tuple(dict.fromkeys(asked))
                self.by_statement[statement.key] = [
                    FigureAt(side, place, number, Carried(statement.key, figure))
                    for number, figure in enumerate(found)
                ]
        carrying = ((e, s) for e in sides for s in e.statements if s.key in self.statements)
        self.around = Surroundings(sides, table, carrying)
        self._near: dict[FigureAt, frozenset[str]] = {}
        self._crowded: set[FigureAt] = set()

    @property
    def words_compared(self) -> bool:
        """Whether words were compared: those of two languages or scripts are not."""
        return self.around.comparable

    def rows(self) -> tuple[FigureRow, ...]:
        """Return the rows in the order of :class:`Relation`, then of the left side's text."""
        pairs = [*self._by_link(), *self._by_question()]
        return tuple(
            sorted(
                (row for row in (*joined(pairs), *self._different(pairs))),
                key=lambda row: (_ORDER.index(row.relation), self._place(row)),
            )
        )

    def _place(self, row: FigureRow) -> tuple[int, int]:
        first = row.left[0]
        found = self.by_statement[first.statement]
        return next((f.place, f.number) for f in found if f.carried == first)

    # --- of one thing ---------------------------------------------------------------------------

    def _by_link(self) -> Iterator[Pair]:
        left = {s.key for s in self.sides[0].statements}
        for ends in self.across.linked:
            keys = sorted(ends, key=lambda key: key not in left)
            if len(keys) == 2 and all(key in self.by_statement for key in keys):
                yield from self._linked(self.by_statement[keys[0]], self.by_statement[keys[1]])

    def _linked(self, left: Sequence[FigureAt], right: Sequence[FigureAt]) -> Iterator[Pair]:
        found: list[Pair] = []
        matched: set[FigureAt] = set()
        for wanted in (Fit.SAME, Fit.COMPATIBLE):
            new = []
            for a, b in _fitting(left, right, wanted):
                if wanted is Fit.SAME or not matched & {a, b}:
                    shared = self._shared(a, b)
                    new.append((a, b))
                    if self._of_one_thing(a, b, wanted, shared):
                        found.append(Pair(a, b, Relation(str(wanted)), shared.signs(self.around)))
            matched.update(f for pair in new for f in pair)
        yield from found
        yield from self._conflicts(
            [f for f in left if f not in matched],
            [f for f in right if f not in matched],
            (left, right),
        )

    def _conflicts(
        self,
        left: Sequence[FigureAt],
        right: Sequence[FigureAt],
        whole: tuple[Sequence[FigureAt], Sequence[FigureAt]],
    ) -> Iterator[Pair]:
        ours, theirs = single(left), single(right)
        for unit in sorted(ours.keys() & theirs.keys()):
            a, b = ours[unit], theirs[unit]
            if fit(a.carried.figure, b.carried.figure) is not Fit.APART:
                continue
            shared = self._shared(a, b)
            if shared.types & {LinkType.RESTATES, LinkType.CONTRADICTS}:
                conflict = bool(shared.words) or all(len(each) == 1 for each in whole)
            else:
                conflict = bool(shared.words) and told(a, b) > 0 and within(a, b, 3)
            if conflict:
                yield Pair(a, b, Relation.CONFLICT, shared.signs(self.around))

    def _by_question(self) -> Iterator[Pair]:
        cells: dict[tuple[str, str, int], tuple[list[FigureAt], list[FigureAt]]] = {}
        for key, figures in self.by_statement.items():
            for each in figures:
                for question in self.questions[key]:
                    for size in buckets(each.carried.figure):
                        cell = (question, family(each.carried.figure), size)
                        cells.setdefault(cell, ([], []))[each.side].append(each)
        seen: set[tuple[FigureAt, FigureAt]] = set()
        for (question, unit, size), (left, _) in cells.items():
            for other in (size - 1, size, size + 1):
                right = cells.get((question, unit, other), ([], []))[1]
                if len(left) * len(right) > _MOST_PAIRS:
                    self._crowded.update(left, right)
                    continue
                for a in left:
                    for b in right:
                        if (a, b) not in seen:
                            seen.add((a, b))
                            yield from self._unlinked(a, b)

    def _unlinked(self, a: FigureAt, b: FigureAt) -> Iterator[Pair]:
        if self.across.types(a.carried.statement, b.carried.statement):
            return  # judged already
        found = fit(a.carried.figure, b.carried.figure)
        tell = told(a, b) > 0
        if found is None or (found is Fit.APART and not (tell and within(a, b, 2))):
            return
        number = len(self._words(a) & self._words(b))
        if (found is Fit.APART and not number) or not (tell or number > 1):
            return  # what follows would say no, at more cost
        shared = self._shared(a, b)
        if found is Fit.APART:
            ours = self.by_statement[a.carried.statement]
            theirs = self.by_statement[b.carried.statement]
            near = number > 2 or within(a, b, _TENTH)
            if near and is_single(a, ours) and is_single(b, theirs):
                yield Pair(a, b, Relation.CONFLICT, shared.signs(self.around))
        elif self._of_one_thing(a, b, found, shared):
            yield Pair(a, b, Relation(str(found)), shared.signs(self.around))

    def _of_one_thing(self, a: FigureAt, b: FigureAt, found: Fit, shared: Shared) -> bool:
        number, source, tell = len(shared.words), shared.source is not None, told(a, b)
        if LinkType.RESTATES in shared.types:
            return True
        if shared.types:
            if found is Fit.SAME and shared.types & set(OPPOSING):
                return number > 1
            return number > 1 or (tell > 0 and (number > 0 or source))
        if not shared.questions:
            return False
        if not tell:
            return number > 2 or (number > 1 and source)
        if number > 1 or (source and number):
            return True
        if shared.near and (number or source):
            return True
        if not self.around.comparable:
            return (found is Fit.SAME or tell > 1) and (source or number > 0)
        return tell > 1 and bool(shared.context)

    def _in_context(self, a: FigureAt, b: FigureAt) -> frozenset[str]:
        """Return what one clause has in common with what the other's statement bears on."""
        shared: set[str] = set()
        for one, other in ((a, b), (b, a)):
            there = self.around.of(self.across.bears_on(other.carried.statement))
            shared |= self._words(one) & there
        return frozenset(shared)

    def _shared(self, a: FigureAt, b: FigureAt) -> Shared:
        keys = (a.carried.statement, b.carried.statement)
        types = self.across.types(*keys)
        theirs = set(self.questions[keys[1]])
        questions = tuple(q for q in self.questions[keys[0]] if q in theirs)
        words = self._words(a) & self._words(b)
        alone = bool(questions) and not types and not words and told(a, b) > 1
        return Shared(
            types,
            not types and self.across.disputed(*keys),
            questions,
            self.sources.common(self.statements[keys[0]], self.statements[keys[1]]),
            words,
            self._in_context(a, b) if alone else frozenset(),
        )

    def _words(self, figure: FigureAt) -> frozenset[str]:
        words = self._near.get(figure)
        if words is None:
            statement = self.statements[figure.carried.statement]
            words = self.around.near(self.sides[figure.side], statement, figure.carried.figure)
            self._near[figure] = words
        return words

    # --- of different things --------------------------------------------------------------------

    def _different(self, pairs: Iterable[Pair]) -> Iterator[FigureRow]:
        known = {f for pair in pairs for f in (pair.left, pair.right)} | self._crowded
        numbers: dict[tuple[str, str, str], tuple[list[FigureAt], list[FigureAt]]] = {}
        for figures in self.by_statement.values():
            for each in figures:
                if tells(each.carried.figure):
                    key = value_key(each.carried.figure)
                    numbers.setdefault(key, ([], []))[each.side].append(each)
        for left, right in numbers.values():
            if not (0 < len(left) <= _MOST_CARRIERS and 0 < len(right) <= _MOST_CARRIERS):
                continue
            alone = [f for f in left if f not in known], [f for f in right if f not in known]
            if (alone[0] or alone[1]) and self._crowded.isdisjoint((*left, *right)):
                yield from self._of_one_number(alone[0] or left, alone[1] or right)

    def _of_one_number(
        self, left: Sequence[FigureAt], right: Sequence[FigureAt]
    ) -> Iterator[FigureRow]:
        kept: dict[FigureAt, None] = {}
        signs: dict[Sign, None] = {}
        for a in left:
            for b in right:
                shared = self._shared(a, b)
                names = any(word.startswith("=") for word in shared.words)
                if is_large(a) or shared.types or shared.questions or shared.source or names:
                    kept[a] = kept[b] = None
                    signs.update(dict.fromkeys(shared.signs(self.around)))
        ours = tuple(f.carried for f in left if f in kept)
        theirs = tuple(f.carried for f in right if f in kept)
        if ours and theirs:
            yield FigureRow(Relation.DIFFERENT, ours, theirs, ordered(signs))


def _fitting(
    left: Sequence[FigureAt], right: Sequence[FigureAt], wanted: Fit
) -> Iterator[tuple[FigureAt, FigureAt]]:
    for a in left:
        for b in right:
            if fit(a.carried.figure, b.carried.figure) is wanted:
                yield a, b
