"""The shape of a language's table of words, and the patterns made of it.

A key of a table may end in ``!`` and characters that must not follow: ``원!칙인`` is ``원`` not
before ``칙`` or ``인``. Keys in Latin letters match whole words only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from argmap.figures.figure import Bound, Kind

Unit = tuple[str, str, Decimal]  # kind (or "ordinal"), unit, factor
ORDINAL = "ordinal"
_LETTER = "[A-Za-zÀ-ỹ]"


@dataclass(frozen=True, slots=True)
class Words:
    """How one language writes figures; every field is a table."""

    lang: str
    digits: Mapping[str, int | Decimal]  # words that add: one to ninety
    multipliers: Mapping[str, int]  # words that multiply what stands before them
    plurals: Mapping[str, int] = field(default_factory=dict)  # magnitudes: thousands
    several: frozenset[str] = frozenset()  # makes a magnitude of a multiplier: 수, 數, hàng
    over: frozenset[str] = frozenset()  # between number and multiplier: 20多億
    half: frozenset[str] = frozenset()  # half of the last unit, behind it
    units: Mapping[str, Unit] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)  # what is counted, behind a counter
    link: str = r" ?"  # between number, counter and noun
    before: Mapping[str, Bound] = field(default_factory=dict)
    after: Mapping[str, Bound] = field(default_factory=dict)
    particle: str = ""  # may stand between a figure and a bound behind it
    filler: str = ""  # may stand between a bound and the figure behind it
    ranges: str = ""  # joins the ends of a range
    alternatives: str = ""  # joins magnitudes that share a unit
    phrases: tuple[tuple[str, Kind, str], ...] = ()  # pattern, kind, value
    dates: tuple[str, ...] = ()  # patterns with groups y m d q h part decade
    months: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)  # 1 early, 2 mid, 3 late
    alone: frozenset[str] = frozenset()  # number words that need no unit
    not_before: str = ""  # what, just before a number word, makes it none


def table(rows: Iterable[tuple[str, str, str, str]]) -> dict[str, Unit]:
    """Make a table of units from rows of kind, unit, factor and words parted by ``|``."""
    made: dict[str, Unit] = {}
    for kind, unit, factor, words in rows:
        for word in words.split("|"):
            made[word] = (kind, unit, Decimal(factor))
    return made


def bounds(**rows: str) -> dict[str, Bound]:
    """Make a table of bounds from one row of words, parted by ``|``, a bound."""
    made: dict[str, Bound] = {}
    for bound, words in rows.items():
        for word in words.split("|"):
            made[word] = bound  # type: ignore[assignment]
    return made


def either(keys: Iterable[str], unless_followed: str = _LETTER) -> str:
    """Make a pattern that matches any of the keys, the longest first.

    Keys that begin or end in Latin letters match no part of a word; ``unless_followed`` says what
    makes it one behind them.
    """
    groups: dict[tuple[bool, bool], list[str]] = {}
    for key in sorted(set(keys), key=lambda key: (-len(bare(key)), key)):
        word, _, unless = key.partition("!")
        # One space in a key stands for any one blank.
        pattern = re.escape(word).replace(r"\ ", r"\s")
        if unless:
            pattern += f"(?![{unless}])"
        groups.setdefault((is_latin(word[0]), is_latin(word[-1])), []).append(pattern)
    # The classes of letters are large: each is written once a group, not once a word.
    made = []
    for (first, last), patterns in sorted(groups.items()):
        before = f"(?<!{_LETTER})" if first else ""
        after = f"(?!{unless_followed})" if last else ""
        made.append(f"{before}(?:{'|'.join(patterns)}){after}")
    return "|".join(made) or r"(?!)"


def bare(key: str) -> str:
    """Return a key of a table without what must not follow it."""
    return key.partition("!")[0]


def is_latin(char: str) -> bool:
    """Tell whether a character is a Latin letter (with or without marks)."""
    return (char.isalpha() and ord(char) < 0x250) or "\u1e00" <= char <= "\u1eff"
