"""The body of an original, to be asked where a figure, a name or a quotation stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

from argmap.rules.quoting import Missing, QuotedText
from argmap.verifying.body import Body
from argmap.verifying.figure_reader import FigureReader
from argmap.verifying.letters import TOLD_BY_LETTERS, composed, language_of
from argmap.verifying.names import Name, Names
from argmap.verifying.quotes import Quoted

__all__ = ["LookedUp"]

AROUND = 1
"""Paragraphs before and behind those of ``at`` in which a name may stand."""


class LookedUp:
    """A body with what was read of each paragraph, once, when it was first asked for.

    ``lang`` is the language of the original, as its letters tell it where it is empty.
    """

    def __init__(self, body: Body, figures: FigureReader, names: Names, lang: str = "") -> None:
        self.body = body
        self.names = names
        self._figures = figures
        self._lang = lang
        self._composed: dict[int, str] = {}
        self._found: dict[int, Sequence[Any]] = {}
        self._quoted: dict[int, QuotedText] = {}

    @cached_property
    def lang(self) -> str:
        """The language of the original."""
        return self._lang or language_of("\n".join(each.text for each in self.body.passages))

    def there(self, numbers: Iterable[int]) -> list[int]:
        """Return those of some paragraphs that the body has, each once, in its order."""
        return [n for n in sorted(set(numbers)) if 0 < n <= len(self.body)]

    def has_figure(self, figure: Any, numbers: Sequence[int]) -> bool:
        """Tell whether one of some paragraphs has a figure."""
        return any(self._figures.stands_in(figure, self._figures_in(n)) for n in numbers)

    def has_name(self, name: Name, numbers: Sequence[int]) -> bool:
        """Tell whether some paragraphs, or one right beside them, hold a name."""
        near = self.there(n + off for n in numbers for off in range(-AROUND, AROUND + 1))
        return any(self.names.stands_in(name, self._composed_text(n)) for n in near)

    def missing_quote(self, quoted: Quoted, numbers: Sequence[int]) -> Missing | None:
        """Return what of some quoted words does not stand in some paragraphs, or None."""
        if len(numbers) == 1:
            return self._quoted_text(numbers[0]).missing(quoted.text)
        return QuotedText(self.body.text(numbers)).missing(quoted.text)

    def is_in(self, lang: str) -> bool:
        """Tell whether the original is in a language, as far as its letters can tell."""
        lang = lang.partition("-")[0].lower()
        own = self.lang.partition("-")[0].lower()
        return own == lang or (not self._lang and own == "en" and lang not in TOLD_BY_LETTERS)

    def with_figure(self, figure: Any) -> list[int]:
        """Return all paragraphs that have a figure."""
        return self._all(lambda n: self.has_figure(figure, [n]))

    def with_name(self, name: Name) -> list[int]:
        """Return all paragraphs that hold a name."""
        return self._all(lambda n: self.names.stands_in(name, self._composed_text(n)))

    def with_quote(self, quoted: Quoted) -> list[int]:
        """Return all paragraphs that hold some quoted words."""
        return self._all(lambda n: self._quoted_text(n).missing(quoted.text) is None)

    def _all(self, holds: Callable[[int], bool]) -> list[int]:
        return [n for n in range(1, len(self.body) + 1) if holds(n)]

    def _figures_in(self, number: int) -> Sequence[Any]:
        if number not in self._found:
            text = self.body.passages[number - 1].text
            self._found[number] = self._figures.find_figures(text, self.lang)
        return self._found[number]

    def _composed_text(self, number: int) -> str:
        if number not in self._composed:
            self._composed[number] = composed(self.body.passages[number - 1].text)
        return self._composed[number]

    def _quoted_text(self, number: int) -> QuotedText:
        if number not in self._quoted:
            self._quoted[number] = QuotedText(self.body.passages[number - 1].text)
        return self._quoted[number]
