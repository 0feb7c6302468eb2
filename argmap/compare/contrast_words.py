"""The words and names that stand with a figure, by which two figures may be of one thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from argmap.figures import Figure
from argmap.model import Essay, Statement
from argmap.stop_words import PARTICLES, STOP_WORDS
from argmap.verifying.letters import script_of
from argmap.verifying.names import Names

__all__ = ["Surroundings"]

_PARTS = re.compile(r"(?<!\d),|,(?!\d)|[;:!?()\n—–，。；：！？、（）]|\.(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]{2,}")
_HANGUL = re.compile("[가-힣]")
_STEM = 5
_FEWEST = 2
_COMMON = 0.1
_LEAST_COMMON = 4
_SHORTEST = 3
_ENGLISH_ENDINGS = "ations ation ments ment ings ing ors or ers er ies es ed s e y"
_ENDINGS = tuple(_ENGLISH_ENDINGS.split())
_MEASURES = """
million billion trillion thousand hundred dollar dollars cent cents percent euro euros pound pounds
year years month months week weeks day days hour hours minute minutes second seconds figure figures
number numbers amount amounts total estimate estimates around roughly nearly
"""
_NOT_TOLD = frozenset(_MEASURES.split())
"""Words of measure, that stand with figures of anything."""


class Surroundings:
    """What stands round the figures of two essays.

    Words are compared by their beginnings (*value*, *valuation*), Chinese characters two
    by two, Korean words by their first two syllables, Vietnamese syllables two by two; names by the
    table, and else by their letters. What more than one in ten of the statements with
    figures has, and more than four, tells nothing.
    """

    def __init__(
        self,
        sides: Sequence[Essay],
        table: Mapping[str, Sequence[str]],
        with_figures: Iterable[tuple[Essay, Statement]],
    ) -> None:
        self._langs = {e.key: e.lang.partition("-")[0].lower() for e in sides}
        texts = {e.key: [s.text for s in e.statements] for e in sides}
        self._names = {e.key: Names(table, texts[e.key], e.lang) for e in sides}
        scripts = {script_of("\n".join(texts[e.key])) for e in sides}
        latin = scripts == {"latin"}
        self.comparable = len(scripts) == 1 and (not latin or len(set(self._langs.values())) == 1)
        """Whether the words of both may be compared, as they are of one language or script."""
        self._statements = {s.key: (e.key, s.text) for e in sides for s in e.statements}
        self._whole: dict[str, frozenset[str]] = {}
        self._spelled: dict[str, str] = {}
        seen: Counter[str] = Counter()
        keys = [statement.key for _, statement in with_figures]
        for key in keys:
            seen.update(self._all(key))
        most = max(_LEAST_COMMON, _COMMON * len(keys))
        self._common = {word for word, number in seen.items() if number > most}

    def near(self, essay: Essay, statement: Statement, figure: Figure) -> frozenset[str]:
        """Return the words and names of the clause that a figure stands in.

        A clause is what stands between two marks of punctuation; one that holds fewer than two
        words of its own takes in those beside it.
        """
        text = statement.text
        ends = [0, *(m.end() for m in _PARTS.finditer(text)), len(text)]
        last = next(i for i, end in enumerate(ends) if end >= figure.end)
        first = max(last - 1, 0)
        while first > 0 and ends[first] > figure.start:
            first -= 1
        words = self._telling(essay.key, text[ends[first] : ends[last]])
        if len(words) < _FEWEST:
            start, end = ends[max(first - 1, 0)], ends[min(last + 1, len(ends) - 1)]
            words = self._telling(essay.key, text[start:end])
        return words

    def of(self, keys: Iterable[str]) -> frozenset[str]:
        """Return the words and names of some statements of either essay."""
        return frozenset(word for key in keys for word in self._all(key)) - self._common

    def shown(self, word: str) -> str:
        """Return a word as the works have it, a name without its mark; O(1)."""
        return self._spelled.get(word, word.removeprefix("="))

    @staticmethod
    def is_name(word: str) -> bool:
        """Tell whether what is shared is a name."""
        return word.startswith("=")

    def _all(self, key: str) -> frozenset[str]:
        words = self._whole.get(key)
        if words is None:
            words = self._whole[key] = frozenset(self._words(*self._statements[key]))
        return words

    def _telling(self, edition: str, text: str) -> frozenset[str]:
        return frozenset(self._words(edition, text)) - self._common

    def _words(self, edition: str, text: str) -> Iterator[str]:
        """Yield words, and names with an ``=`` before them."""
        parts, end = [], 0
        for name in self._names[edition].in_text(text):
            for known in sorted(name.known) or (name.text,):
                word = f"={known.casefold()}"
                self._spelled[word] = min(self._spelled.get(word, known), known)
                yield word
            parts.append(text[end : name.start])
            end = max(end, name.end)
        if not self.comparable:
            return
        found = [w.casefold() for w in _WORD.findall(" ".join((*parts, text[end:])))]
        if self._langs[edition] == "vi":
            yield from (f"{a} {b}" for a, b in pairwise(found))
            return
        for word in found:
            if word in STOP_WORDS or word in _NOT_TOLD:
                continue
            if _HANGUL.match(word):
                if len(word) >= _FEWEST:
                    yield word[:_FEWEST]  # what follows is mostly a particle
            elif _HAN.match(word):
                pairs = (word[i : i + 2] for i in range(len(word) - 1))
                yield from (pair for pair in pairs if not set(pair) & set(PARTICLES))
            elif len(word) >= _SHORTEST:
                stem = _stem(word)
                spelled = self._spelled.setdefault(stem, word)
                self._spelled[stem] = min(spelled, word, key=lambda w: (len(w), w))
                yield stem


def _stem(word: str) -> str:
    """Return the beginning of a word, without the commonest endings of English."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST + 1:
            word = word[: -len(ending)]
            break
    return word[:_STEM]
