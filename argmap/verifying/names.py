"""Names in a statement, and whether a text holds them, in whatever script it writes them.

A table from the configuration says which forms are one name (Microsoft, 마이크로소프트, 微軟). Of
names that are not in it, those in Latin letters are known by their looks, a capital letter or a
digit, and must stand in the text by the same letters, whatever their case. Names in scripts
without capitals are known by the table alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from argmap.stop_words import STOP_WORDS
from argmap.verifying.letters import LATIN, composed, letters, script_of

__all__ = ["Name", "Names"]

_WORD = re.compile(rf"[{LATIN}0-9]+(?:[-‐‑&.'’+·]?[{LATIN}0-9]+)*")
_PART = re.compile(rf"[{LATIN}]+|[0-9]+|[^\W\d_{LATIN}]+")
_GAP = r"[\W_]{0,2}"
_SEAM = "(?<=[a-z0-9])(?=[A-Z])"
"""Where cells of a table are glued when a page is copied: `PresidentGreg BrockmanTBD`."""
_BEFORE = rf"(?:(?<![{LATIN}0-9])|{_SEAM})"
_BEHIND = rf"(?:(?:['’]?s)?(?![{LATIN}])|{_SEAM})"
_HANGUL = re.compile("[가-힣]")
_PARTICLES = (
    "(?:이라는|라는|이라고|라고|이라|으로서|로서|으로써|로써|으로부터|로부터|에게서|에서|에게|까지|부터|"
    "처럼|만큼|보다|조차|마저|밖에|대로|마다|이나|나|이든|든|이란|란|이며|며|이고|고|이자|이다|다|인|일|"
    "으로|로|은|는|이|가|을|를|의|와|과|도|만|에|야|여|들|사|측|식|판|형|제|발|급|계|주)"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;])[\s\"'“”‘’«»()\[\]*_]*\Z")
_LABEL_ENDS = re.compile(r"\Z|['’]s|[,;(]|\s+[A-Z]")
"""What follows a name at the beginning of a label: `Reuters`, `Zitron's test`, `Sam Altman`."""
_POSSESSIVE = re.compile(r"['’]s?\Z")
_NO_NAMES = """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday q1 q2 q3 q4 i mr mrs ms dr tháng thứ
"""
_CALENDAR = frozenset(_NO_NAMES.split())
"""Capitalised words that are no names; dates are figures."""
_CAPITALISE_NOUNS = ("de", "lb")


class Name(NamedTuple):
    """A name where a text has it; ``known`` are the names of the table that it is a form of."""

    start: int
    end: int
    text: str
    known: frozenset[str] = frozenset()


class Names:
    """The table of names, ready to be looked for in any number of texts.

    ``familiar`` are texts (the essay, the original) that tell a name at the beginning of a
    sentence, where every word is capitalised, from other words.
    """

    def __init__(
        self, table: Mapping[str, Sequence[str]], familiar: Iterable[str] = (), lang: str = "en"
    ) -> None:
        self._lang = lang.partition("-")[0].lower()
        forms = {name: tuple(dict.fromkeys((name, *more))) for name, more in table.items()}
        self._canonical: dict[str, set[str]] = defaultdict(set)
        for name, each in forms.items():
            for form in each:
                if letters(form):
                    self._canonical[letters(form)].add(name)
        every = sorted({f for each in forms.values() for f in each if letters(f)}, key=len)
        self._spotting = _any_of(_spotted(form) for form in reversed(every))
        self._forms = {
            name: re.compile("|".join(_looked_for(form) for form in each if letters(form)))
            for name, each in forms.items()
        }
        self._familiar = set(_inside_sentences(familiar))
        self._lower = {word for text in familiar for word in _lower_case(text)}

    def in_text(self, text: str, *, label: bool = False) -> list[Name]:
        """Find the names in a text, in their order; a ``label`` (a source) may begin with one."""
        found = list(self._of_table(text))
        taken = [(name.start, name.end) for name in found]
        if self._lang not in _CAPITALISE_NOUNS:
            found += [
                name
                for name in self._by_looks(text, label=label)
                if not any(name.start < end and start < name.end for start, end in taken)
            ]
        return sorted(found)

    def stands_in(self, name: Name, text: str) -> bool:
        """Tell whether a text, already :func:`composed`, holds a name, in any of its forms."""
        if name.known:
            return any(self._forms[known].search(text) is not None for known in name.known)
        return _pattern(name.text).search(text) is not None

    def same(self, name: Name, others: Iterable[str]) -> bool:
        """Tell whether a name, or a part of it, is in one of some texts, such as the author's."""
        return any(self.stands_in(name, composed(other)) for other in others)

    def _of_table(self, text: str) -> Iterator[Name]:
        if self._spotting is not None:
            for match in self._spotting.finditer(text):
                known = frozenset(self._canonical.get(letters(match.group()), ()))
                if known:
                    yield Name(match.start(), match.end(), match.group(), known)

    def _by_looks(self, text: str, *, label: bool) -> Iterator[Name]:
        everywhere = script_of(text) != "latin"  # only its names have capitals
        for match in _WORD.finditer(text):
            for start, word in _split(match):
                sure = everywhere or (label and start == 0 and _LABEL_ENDS.match(text, len(word)))
                if self._is_name(text, start, word, sure=bool(sure)):
                    yield Name(start, start + len(word), word)

    def _is_name(self, text: str, start: int, word: str, *, sure: bool) -> bool:
        bare = word.casefold()
        if bare in _CALENDAR or len(letters(word)) < 2 or word.isdigit():
            return False
        if _marked(word):
            return True
        if not word[0].isupper():
            return False
        before = text[max(start - 8, 0) : start]
        if bare in STOP_WORDS or (not sure and _SENTENCE_START.search(before)):
            return bare in self._familiar and bare not in self._lower
        return True


def _any_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    joined = "|".join(patterns)
    return re.compile(joined) if joined else None


def _spotted(form: str) -> str:
    """Return a pattern that spots a form in an essay: at the beginning of a word, in its case."""
    body = r"\s+".join(map(re.escape, form.split()))
    before = after = ""
    if re.match(f"[{LATIN}0-9]", form):
        before = rf"(?<![{LATIN}0-9])"
    elif _HANGUL.match(form):
        before = "(?<![가-힣])"
    if re.search(f"[{LATIN}0-9]$", form):
        after = rf"(?![{LATIN}0-9])"
    elif _HANGUL.search(form[-1:]):
        after = f"(?={_PARTICLES}*(?![가-힣]))"
    return before + body + after


def _looked_for(form: str) -> str:
    """Return a pattern that finds a form in a composed text: by its letters, and leniently."""
    form = composed(form)
    if re.search(f"[{LATIN}]{{4}}s$", form):
        form = form[:-1]  # what may follow holds it
    body = _GAP.join(map(re.escape, _PART.findall(form))) or re.escape(form)
    before = _BEFORE if re.match(f"[{LATIN}0-9]", form) else ""
    after = _BEHIND if re.search(f"[{LATIN}]$", form) else ""
    if re.search("[0-9]$", form):
        after = "(?![0-9])"
    return f"{before}(?i:{body}){after}"


@lru_cache(maxsize=4096)
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(_looked_for(form))


def _marked(word: str) -> bool:
    """Tell whether a word is a name wherever it stands: `OpenAI`, `AWS`, `o1`, `4o`."""
    has_letter = any(map(str.isalpha, word))
    if has_letter and any(map(str.isdigit, word)):
        return not re.fullmatch(r"\d+(?:st|nd|rd|th|s|x|k|m|bn|tn|B|K|M|T)", word)
    return any(map(str.isupper, word[1:]))


def _split(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Part `AI-driven` and `Sam’s`; keep `GPT-4o` and `Coca-Cola` whole."""
    word, start = match.group(), match.start()
    word = _POSSESSIVE.sub("", word)
    pieces = re.split("[-‐‑]", word)
    if len(pieces) > 1 and any(piece.islower() and piece.isalpha() for piece in pieces):
        for piece in pieces:
            yield start, _singular(piece)
            start += len(piece) + 1
    else:
        yield start, _singular(word)


def _singular(word: str) -> str:
    """Return `GPU` of `GPUs`."""
    return word[:-1] if len(word) > 2 and word[-1] == "s" and word[:-1].isupper() else word


def _inside_sentences(texts: Iterable[str]) -> Iterator[str]:
    """Yield what is capitalised inside sentences, folded."""
    for text in texts:
        for match in _WORD.finditer(text):
            word = _POSSESSIVE.sub("", match.group())
            before = text[max(match.start() - 8, 0) : match.start()]
            if word[0].isupper() and not _SENTENCE_START.search(before):
                yield word.casefold()


def _lower_case(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        if match.group().islower():
            yield match.group()
