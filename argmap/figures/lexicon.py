"""The tables of the languages that are read together, as compiled patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from argmap.figures.chinese import CHINESE
from argmap.figures.english import ENGLISH
from argmap.figures.figure import Bound
from argmap.figures.korean import KOREAN
from argmap.figures.vietnamese import VIETNAMESE
from argmap.figures.words import Unit, Words, bare, either

AtomType = Literal["literal", "digit", "multiplier", "plural", "several", "over", "half"]
LANGUAGES = {words.lang: words for words in (ENGLISH, KOREAN, CHINESE, VIETNAMESE)}
_HANGUL = re.compile(r"[가-힣ᄀ-ᇿ]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns and tables for one language, with English behind it."""

    lang: str
    languages: tuple[Words, ...]
    atoms: re.Pattern[str]
    atom_types: dict[str, tuple[AtomType, int | Decimal, str]]
    unit: re.Pattern[str]
    units: dict[str, Unit]
    noun: re.Pattern[str]
    nouns: dict[str, str]
    before: re.Pattern[str]
    filler: re.Pattern[str]
    befores: dict[str, Bound]
    after: re.Pattern[str]
    afters: dict[str, Bound]
    range: re.Pattern[str]
    alternative: re.Pattern[str]
    alone: frozenset[str]
    not_before: re.Pattern[str]


def guess_language(text: str) -> str:
    """Guess which of the four languages a text is in by its script; English if none."""
    hangul, han = len(_HANGUL.findall(text)), len(_HAN.findall(text))
    if hangul and hangul * 4 >= han:
        return "ko"
    if han:
        return "zh"
    return "vi" if _VIETNAMESE.search(text) else "en"


def lexicon_for(lang: str | None, text: str) -> Lexicon:
    """Return the lexicon for a language tag (``zh-Hant``), or for the text's own language."""
    primary = (lang or "").partition("-")[0].lower()
    return _lexicon(primary if primary in LANGUAGES else guess_language(text))


@lru_cache(maxsize=8)
def _lexicon(lang: str) -> Lexicon:
    languages = (LANGUAGES[lang],) if lang == "en" else (LANGUAGES[lang], ENGLISH)
    atom_types: dict[str, tuple[AtomType, int | Decimal, str]] = {}
    units: dict[str, Unit] = {}
    nouns: dict[str, str] = {}
    befores: dict[str, Bound] = {}
    afters: dict[str, Bound] = {}
    for words in reversed(languages):
        for word in words.several:
            atom_types[word] = ("several", 1, words.lang)
        for word in words.over:
            atom_types[word] = ("over", 1, words.lang)
        for word in words.half:
            atom_types[word] = ("half", 1, words.lang)
        for word, value in words.digits.items():
            atom_types[word] = ("digit", value, words.lang)
        for word, value in words.multipliers.items():
            atom_types[word] = ("multiplier", value, words.lang)
        for word, value in words.plurals.items():
            atom_types[word] = ("plural", value, words.lang)
        units |= words.units
        nouns |= words.nouns
        befores |= words.before
        afters |= words.after
    link = "|".join(words.link for words in languages)
    filler = "|".join(words.filler for words in languages if words.filler)
    particle = "|".join(words.particle for words in languages if words.particle)
    not_before = "|".join(words.not_before for words in languages if words.not_before)
    return Lexicon(
        lang=lang,
        languages=languages,
        # A number in words may run on into "fold" ("tenfold").
        atoms=re.compile(
            r"(?P<literal>\d+(?:[.,]\d+)*)|(?P<word>"
            + either(atom_types, "(?!fold)[A-Za-zÀ-ỹ]")
            + ")",
            re.IGNORECASE,
        ),
        atom_types={bare(word): atom for word, atom in atom_types.items()},
        unit=re.compile(
            rf"(?:\s(?:of\s)?|-)?(?P<unit>fold(?![a-z])|{either(units)})", re.IGNORECASE
        ),
        units={bare(word): unit for word, unit in units.items()},
        noun=re.compile(rf"(?:{link})(?P<noun>{either(nouns)})", re.IGNORECASE),
        nouns=nouns,
        before=re.compile(either(befores), re.IGNORECASE),
        filler=re.compile(rf"(?:\s?(?:{filler})){{1,2}}\s?(?:us)?[$€£¥₩₫]?", re.IGNORECASE),
        befores={bare(word): bound for word, bound in befores.items()},
        after=re.compile(rf"(?:{particle})\s?(?P<bound>{either(afters)})", re.IGNORECASE),
        afters={bare(word): bound for word, bound in afters.items()},
        range=re.compile(
            r"\s?[~–—-]\s?|" + "|".join(words.ranges for words in languages), re.IGNORECASE
        ),
        alternative=re.compile("|".join(words.alternatives for words in languages), re.IGNORECASE),
        alone=frozenset().union(*(words.alone for words in languages)),
        not_before=re.compile(rf"(?:{not_before or '(?!)'})\Z", re.IGNORECASE),
    )
