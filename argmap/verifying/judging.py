"""One statement against the paragraphs of the original that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from argmap.model import Essay, Statement
from argmap.rules.naming import short
from argmap.rules.rule import Breach
from argmap.syntax.places import Position, Range, SourceText
from argmap.verifying.figure_reader import FigureReader
from argmap.verifying.looked_up import LookedUp
from argmap.verifying.names import Name
from argmap.verifying.places import value_place, word_place
from argmap.verifying.quotes import Quoted, quoted_words
from argmap.verifying.terms import numbers_in, ranges

__all__ = ["Judge", "Ruled", "Tally"]

F = TypeVar("F", bound=Any)

_MOST_PLACES = 4
_ATTRIBUTES = ("source", "by")


class Ruled(NamedTuple):
    """A breach, and the name of the rule that it breaks."""

    rule: str
    breach: Breach


@dataclass(slots=True)
class Tally:
    """How many of one kind were looked for, how many found, and how many nobody could look for."""

    sought: int = 0
    found: int = 0
    translated: int = 0

    def add(self, *, found: bool) -> bool:
        """Count one, and hand back whether it was found."""
        self.sought += 1
        self.found += found
        return found


class Judge:
    """Judges the statements of one essay, and counts what it looks for."""

    def __init__(
        self, essay: Essay, source: SourceText, looked_up: LookedUp, figures: FigureReader
    ) -> None:
        self.essay = essay
        self.source = source
        self.original = looked_up
        self._reader = figures
        self._inner = _inner(essay.statements)
        described = essay.extra.get("original")
        described = described if isinstance(described, dict) else {}
        told = (essay.author, described.get("publisher"), described.get("author"))
        self._nameable = [each for each in told if isinstance(each, str) and each]
        """Who wrote and published it: the text itself has no need to name them."""
        self.figures = Tally()
        self.names = Tally()
        self.quotes = Tally()

    def judge(self, statement: Statement) -> Iterator[Ruled]:
        """Yield what a statement says that the paragraphs of its ``at`` do not."""
        numbers: list[int] = []
        for word in statement.at:
            named = numbers_in(word) or range(0)
            there = self.original.there(range(named.start, min(named.stop, self._most + 1)))
            numbers.extend(there)
            if len(there) < len(named):
                yield self._not_there(statement, word)
        if not numbers:
            return
        numbers = self.original.there(numbers)
        at = ranges(numbers)
        text = statement.text
        quoted = self._own(statement, quoted_words(text))
        yield from self._quotes(statement, quoted, numbers, at)
        names = self._own(statement, self.original.names.in_text(text))
        figures = self._reader.find_figures(text, self.essay.lang)
        aside = [(each.start, each.end) for each in self._missing_quotes]
        figures = [
            figure
            for figure in self._own(statement, figures)
            if not _overlaps(figure, aside)
            and not _overlaps(figure, [(n.start, n.end) for n in names if n.known])
        ]
        yield from self._figures(statement, figures, numbers, at)
        aside += [(figure.start, figure.end) for figure in figures]
        names = [name for name in names if not _overlaps(name, aside)]
        yield from self._names_in_text(statement, names, numbers, at)
        for attribute in _ATTRIBUTES:
            yield from self._names_in_value(statement, attribute, numbers, at)

    def _own(self, statement: Statement, found: Iterable[F]) -> list[F]:
        """Leave out what stands in statements inside this one that have paragraphs of their own."""
        inner = self._inner.get(statement.key)
        if inner is None:
            return list(found)
        return [
            each
            for each in found
            if not any(
                place.start <= word_place(self.source, statement, each.start, each.end).start
                and word_place(self.source, statement, each.start, each.end).end <= place.end
                for place in inner
            )
        ]

    @property
    def _most(self) -> int:
        return len(self.original.body)

    def _not_there(self, statement: Statement, word: str) -> Ruled:
        whole = statement.place("at")
        value = self.source.between(whole) or ""
        start = value.find(word)
        place = value_place(self.source, whole, value, start, start + len(word))
        count = "1 paragraph" if self._most == 1 else f"{self._most} paragraphs"
        message = f"there is no {word} in the original: its body has {count}"
        hint = "name the paragraphs it digests, counted from the first of the body"
        return Ruled("paragraph-not-there", Breach(self.essay.path, place, message, hint))

    _missing_quotes: tuple[Quoted, ...] = ()

    def _quotes(
        self, statement: Statement, quoted: list[Quoted], numbers: list[int], at: str
    ) -> Iterator[Ruled]:
        missing_quotes = []
        for each in quoted:
            missing = self.original.missing_quote(each, numbers)
            if missing is not None and not self.original.is_in(self.essay.lang):
                self.quotes.translated += 1
                continue
            if self.quotes.add(found=missing is None) or missing is None:
                continue
            missing_quotes.append(each)
            if missing.misplaced:
                message = f"in {at}, “{missing.words}” comes before what it follows here"
            elif missing.words == short(" ".join(each.text.split())):
                message = f"“{missing.words}” is not in {at} of the original"
            else:
                message = f"the quoted words are not in {at}, from “{missing.words}” on"
            if missing.instead:
                message += f", where that has “{missing.instead}”"
            hint = _elsewhere(
                self.original.with_quote(each),
                "copy the words from the original, or take the quotation marks off",
            )
            yield self._at(statement, "quote-not-in-original", each, message, hint)
        self._missing_quotes = tuple(missing_quotes)

    def _figures(
        self, statement: Statement, figures: Iterable[Any], numbers: list[int], at: str
    ) -> Iterator[Ruled]:
        for figure in figures:
            if self.figures.add(found=self.original.has_figure(figure, numbers)):
                continue
            message = f"{short(_spaced(figure.text))} is not in {at} of the original"
            hint = _elsewhere(
                self.original.with_figure(figure),
                "say what the original says; where it is derived, or in other units, silence this "
                "with the reason",
            )
            yield self._at(statement, "figure-not-in-original", figure, message, hint)

    def _names_in_text(
        self, statement: Statement, names: list[Name], numbers: list[int], at: str
    ) -> Iterator[Ruled]:
        for name, message, hint in self._strangers(names, statement.text, numbers, at):
            yield self._at(statement, "name-not-in-original", name, message, hint)

    def _names_in_value(
        self, statement: Statement, attribute: str, numbers: list[int], at: str
    ) -> Iterator[Ruled]:
        value = getattr(statement, attribute)
        if not value:
            return
        whole = statement.place(attribute)
        names = self.original.names.in_text(value, label=True)
        for name, message, hint in self._strangers(names, value, numbers, at):
            place = value_place(self.source, whole, value, name.start, name.end)
            breach = Breach(self.essay.path, place, f"{attribute}: {message}", hint)
            yield Ruled("name-not-in-original", breach)

    def _strangers(
        self, names: list[Name], text: str, numbers: list[int], at: str
    ) -> Iterator[tuple[Name, str, str]]:
        """Yield the names that are not there, each once and those side by side as one."""
        missing: list[Name] = []
        seen: set[str] = set()
        for name in names:
            if self.original.names.same(name, self._nameable):
                continue
            if name.text in seen:
                continue
            seen.add(name.text)
            if self.names.add(found=self.original.has_name(name, numbers)):
                continue
            last = missing[-1] if missing else None
            if last and not last.known and not name.known and text[last.end : name.start] == " ":
                missing[-1] = Name(last.start, name.end, f"{last.text} {name.text}")
            else:
                missing.append(name)
        for name in missing:
            message = f"{short(name.text)} is not in {at} of the original, nor right beside"
            hint = _elsewhere(
                self.original.with_name(name),
                "name whom the original names; where it writes the name otherwise, put both forms "
                "into the table of names",
            )
            yield name, message, hint

    def _at(self, statement: Statement, rule: str, found: Any, message: str, hint: str) -> Ruled:
        place: Range = word_place(self.source, statement, found.start, found.end)
        return Ruled(rule, Breach(self.essay.path, place, message, hint))


def _inner(statements: Iterable[Statement]) -> dict[str, list[Range]]:
    """Return for each statement the places of those with ``at`` that stand inside it."""
    found: dict[str, list[Range]] = {}
    open_: list[Statement] = []
    for statement in sorted(statements, key=lambda s: (s.range.start, _backwards(s.range.end))):
        while open_ and open_[-1].range.end < statement.range.end:
            open_.pop()
        if statement.at:
            for outer in open_:
                found.setdefault(outer.key, []).append(statement.range)
        open_.append(statement)
    return found


def _backwards(position: Position) -> tuple[int, int]:
    return -position.line, -position.column


def _overlaps(found: Any, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(found.start < end and start < found.end for start, end in stretches)


def _elsewhere(numbers: list[int], else_: str) -> str:
    """Tell where it does stand; else what to do."""
    if not numbers:
        return else_
    shown = ranges(numbers[:_MOST_PLACES])
    more = " and elsewhere" if len(numbers) > _MOST_PLACES else ""
    return f"it stands in {shown}{more}: add what is meant to at"


def _spaced(text: str) -> str:
    return " ".join(text.split())
