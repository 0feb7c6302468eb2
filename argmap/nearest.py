"""The nearest name: what someone meant who typed a name that does not exist.

Names are compared *folded*: compatibility forms made one, case, accents and separators dropped,
Hangul taken apart into its letters, so that ``Loi_Nhuan`` finds ``lợi-nhuận`` and a slip in one
letter of a Korean syllable counts as one slip. Chinese characters have no parts here and count
whole. In this order, a name is near when

1. it folds to the same, or to the same but for a plural ``s``;
2. it is one to three slips away, depending on length: a slip is a letter missing, added, changed,
   or two neighbours swapped (the optimal string alignment distance of Damerau and Levenshtein);
3. it has the same words in another order (``profit-no``), or is the one name that begins with the
   word given, or that the word begins with (``loss`` for ``loss-2024``).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cached_property

__all__ = ["NameIndex", "nearest"]

_MOST_COMPARED = 100
"""Names measured letter by letter for one word; only where ids all look alike are there more."""
_LONGEST = 100
"""Folded names longer than this are compared for equality only."""
_THIRD = sum(4 << 3 * place for place in range(61))
_SEPARATORS = re.compile(r"[\W_]+")
_STROKES = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ı": "i"})  # these have no decomposition


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate nearest to ``word``, or None when none is near.

    The first of equals wins. To ask many words of the same candidates, make one
    :class:`NameIndex` and keep it.
    """
    return NameIndex(candidates).nearest(word)


class NameIndex:
    """Names, kept so that the one nearest to a word is found fast.

    Building takes time linear in the letters of all names. For a word one slip away, the answer
    takes a few dictionary look-ups; for others, one bit operation for each name of about the
    right length, and the comparison of at most 100 names letter by letter, however alike they are.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(dict.fromkeys(names))
        self._folds: list[str] = []
        self._by_fold: dict[str, list[int]] = defaultdict(list)
        self._by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._by_prefix: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self._names):
            words = _words(name)
            folded = "".join(words)
            self._folds.append(folded)
            self._by_fold[folded].append(number)
            self._by_words[tuple(sorted(words))].append(number)
            for prefix in _prefixes(words):
                self._by_prefix[prefix].append(number)

    @cached_property
    def _by_length(self) -> dict[int, list[tuple[int, int]]]:
        """The names of each folded length, with their letters."""
        made: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, folded in enumerate(self._folds):
            if len(folded) <= _LONGEST:
                made[len(folded)].append((number, _letters(folded)))
        return made

    @cached_property
    def _by_shortened(self) -> dict[str, list[int]]:
        """The names by their folds and by all that these are with one letter taken out.

        Two words are one slip apart only if they have one of these in common.
        """
        made: dict[str, list[int]] = defaultdict(list)
        for number, folded in enumerate(self._folds):
            if len(folded) <= _LONGEST:
                for shortened in _shortened(folded):
                    made[shortened].append(number)
        return made

    def nearest(self, word: str, exclude: Collection[str] = ()) -> str | None:
        """Return the name nearest to ``word`` that is not in ``exclude``, or None."""
        words = _words(word)
        folded = "".join(words)
        if not folded:
            return None
        for same in (folded, f"{folded}s", folded.removesuffix("s")):
            found = self._first(self._by_fold.get(same, ()), exclude)
            if found is not None and (same == folded or len(same) > 1):
                return found
        return (
            self._by_distance(folded, exclude)
            or self._first(self._by_words.get(tuple(sorted(words)), ()), exclude)
            or self._by_beginning(words, folded, exclude)
        )

    def is_clear(self, word: str, exclude: Collection[str] = ()) -> bool:
        """Tell whether one name is nearer to ``word`` than every other: no guess between equals."""
        found = self.nearest(word, exclude)
        if found is None:
            return False
        next_best = self.nearest(word, {*exclude, found})
        return next_best is None or _nearness(word, found) < _nearness(word, next_best)

    def _first(self, numbers: Iterable[int], exclude: Collection[str]) -> str | None:
        return next((self._names[n] for n in numbers if self._names[n] not in exclude), None)

    def _by_distance(self, folded: str, exclude: Collection[str]) -> str | None:
        """Find the name fewest slips away; of equals, one with the same first letter."""
        limit = _slips_allowed(len(folded))
        if not limit or len(folded) > _LONGEST:
            return None
        close = {n for each in _shortened(folded) for n in self._by_shortened.get(each, ())}
        return self._closest(folded, 1, sorted(close)[:_MOST_COMPARED], exclude) or (
            self._closest(folded, limit, self._alike(folded, limit), exclude) if limit > 1 else None
        )

    def _alike(self, folded: str, limit: int) -> list[int]:
        """Pick names of about the same length and letters, the likeliest lengths first."""
        letters, length = _letters(folded), len(folded)
        alike: list[int] = []
        sizes = range(length - limit, length + limit + 1)
        for size in sorted(sizes, key=lambda size: abs(size - length)):
            most = 2 * min(limit, _slips_allowed(size))  # a slip changes two counts by one at most
            alike += [
                number
                for number, others in self._by_length.get(size, ())
                if (letters ^ others).bit_count() <= most
            ]
        return alike[:_MOST_COMPARED]

    def _closest(
        self, folded: str, limit: int, numbers: Iterable[int], exclude: Collection[str]
    ) -> str | None:
        best: tuple[int, bool, int] | None = None
        for number in numbers:
            other = self._folds[number]
            allowed = min(limit, _slips_allowed(len(other)))
            distance = slips(folded, other, allowed if best is None else min(allowed, best[0]))
            if distance is None or self._names[number] in exclude:
                continue
            rank = (distance, folded[0] != other[0], number)
            if best is None or rank < best:
                best = rank
        return None if best is None else self._names[best[2]]

    def _by_beginning(
        self, words: tuple[str, ...], folded: str, exclude: Collection[str]
    ) -> str | None:
        """Find the one name that begins with the word, or the longest that the word begins with."""
        longer = [n for n in self._by_prefix.get(folded, ()) if self._names[n] not in exclude]
        if len(longer) == 1:
            return self._names[longer[0]]
        for prefix in reversed(_prefixes(words)):
            if 2 * len(prefix) >= len(folded):
                found = self._first(self._by_fold.get(prefix, ()), exclude)
                if found is not None:
                    return found
        return None


def _nearness(word: str, name: str) -> tuple[int, int]:
    """Rank a name that is near: the same, the same but for a plural, some slips, the rest."""
    one, other = "".join(_words(word)), "".join(_words(name))
    if one == other:
        return (0, 0)
    if one in (f"{other}s", other.removesuffix("s")):
        return (1, 0)
    count = slips(one, other, _slips_allowed(max(len(one), len(other))))
    return (3, 0) if count is None else (2, count)


def slips(one: str, other: str, limit: int) -> int | None:
    """Count the slips between two words, or return None when there are more than ``limit``.

    The optimal string alignment distance, worked out in a band around the diagonal.
    """
    if abs(len(one) - len(other)) > limit:
        return None
    if one == other:
        return 0
    start, end = 0, 0
    shorter = min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    # A row is kept as its cells in the band only; what lies outside is over the limit anyway.
    over = limit + 1
    width = len(other)
    before_last = [over] * (width + 1)
    last = [j if j <= limit else over for j in range(width + 1)]
    for i, letter in enumerate(one, 1):
        row = [over] * (width + 1)
        if i <= limit:
            row[0] = i
        for j in range(max(1, i - limit), min(width, i + limit) + 1):
            other_letter = other[j - 1]
            cost = last[j - 1] + (letter != other_letter)
            if last[j] + 1 < cost:
                cost = last[j] + 1
            if row[j - 1] + 1 < cost:
                cost = row[j - 1] + 1
            if (
                i > 1
                and j > 1
                and letter == other[j - 2]
                and one[i - 2] == other_letter
                and before_last[j - 2] + 1 < cost
            ):
                cost = before_last[j - 2] + 1
            row[j] = cost
        if min(row) > limit and min(last) > limit:
            return None
        before_last, last = last, row
    return last[width] if last[width] <= limit else None


def _slips_allowed(length: int) -> int:
    """Say how many slips leave a word of ``length`` folded letters recognisable."""
    if length < 3:
        return 0
    if length < 6:
        return 1
    return 2 if length < 12 else 3


def _words(name: str) -> tuple[str, ...]:
    """Split a name at its separators and fold each word."""
    decomposed = unicodedata.normalize("NFKD", name).casefold().translate(_STROKES)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return tuple(word for word in _SEPARATORS.split(plain) if word)


def _prefixes(words: tuple[str, ...]) -> list[str]:
    """Return the beginnings of a name that end at a separator and have three letters or more."""
    prefixes: list[str] = []
    beginning = ""
    for word in words[:-1]:
        beginning += word
        if len(beginning) > _LONGEST:
            break
        if len(beginning) >= 3:
            prefixes.append(beginning)
    return prefixes


def _shortened(word: str) -> set[str]:
    """Return the word, and what it is with any one letter taken out."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _letters(word: str) -> int:
    """Return how often each letter stands in a word, up to three times, as one bit for each time.

    Two letters may share their bits, which makes words look more alike than they are, never less.
    """
    bits = 0
    for letter in word:
        bit = 1 << 3 * (ord(letter) % 61)
        while bits & bit and not bit & _THIRD:
            bit <<= 1
        bits |= bit
    return bits
