"""Dates in a text: years, quarters, months, days, decades, as the languages' tables write them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from argmap.figures.figure import Figure
from argmap.figures.folding import Folded
from argmap.figures.lexicon import LANGUAGES, Lexicon
from argmap.figures.words import Words

_ISO = re.compile(
    r"(?<![\d.,/-])(?P<y>(?:19|20)\d\d)(?P<by>[-./])(?P<m>0[1-9]|1[0-2])(?:(?P=by)(?P<d>0[1-9]|[12]\d|3[01]))?"
    r"(?![\d/-]|[.,]\d)"
)
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4}
_ORDER |= {"đầu tiên": 1, "đầu": 1, "cuối": 2, "sau": 2, "상": 1, "하": 2, "上": 1, "下": 2}
_ORDER |= {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_HAN = {han: at for at, han in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_DAYS = {1: (1, 10), 2: (11, 20), 3: (21, 31)}
_NEXT_QUARTER = 8  # a quarter this near behind another is of the same year


def find_dates(folded: Folded, source: str, lexicon: Lexicon) -> list[Figure]:
    """Find the dates of a text, in its order, none overlapping; the earlier pattern wins."""
    found: list[Figure] = []
    taken = bytearray(len(folded.text))
    for words in lexicon.languages:
        for pattern in (_ISO, *_patterns(words.lang)):
            for match in pattern.finditer(folded.text):
                start, end = match.span()
                if start == end or any(taken[start:end]) or not _stands(match):
                    continue
                figure = _figure(folded, source, match, words)
                if figure is not None:
                    taken[start:end] = b"\1" * (end - start)
                    found.append(figure)
    found.sort(key=lambda figure: figure.start)
    return _with_years(found, source)


@lru_cache(maxsize=8)
def _patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in LANGUAGES[lang].dates)


def _stands(match: re.Match[str]) -> bool:
    """Leave out "may" and "march" in small letters: they are verbs."""
    month = match.groupdict().get("m")
    return month not in ("may", "march")


def _figure(folded: Folded, source: str, match: re.Match[str], words: Words) -> Figure | None:
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    year = _number(groups.get("y") or groups.get("y2"), words)
    month, day = _number(groups.get("m"), words), _number(groups.get("d"), words)
    quarter, half = _number(groups.get("q"), words), _number(groups.get("h"), words)
    if "decade" in groups:
        decade = groups["decade"]
        unit = f"{decade}X" if decade.isdigit() else f"19{_HAN[decade]}X"
    elif quarter is not None:
        unit = f"{year}-Q{quarter}" if year else f"--Q{quarter}"
    elif half is not None:
        unit = f"{year}-H{half}" if year else f"--H{half}"
    elif month is not None:
        if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
            return None
        unit = f"{year}-{month:02}" if year else f"--{month:02}"
        if day is not None:
            unit += f"-{day:02}"
    elif year is not None:
        unit = f"{year}"
    else:
        return None
    low = high = None
    part = groups.get("part")
    if part is not None and month is not None:
        first, last = _DAYS[words.parts[re.sub(r"\s", " ", part).lower()]]
        low, high = Decimal(first), Decimal(last)
    first_at = match.end("lead") if "lead" in groups else match.start()
    start, end = folded.original(first_at), folded.original(match.end())
    while end > start and source[end - 1].isspace():
        end -= 1
    return Figure(start, end, source[start:end], "date", low, high, "exactly", unit)


def _number(written: str | None, words: Words) -> int | None:
    if written is None:
        return None
    written = re.sub(r"\s", " ", written).lower()
    if written in words.months:
        return words.months[written]
    if written.isdecimal():
        return int(written)
    if written[0].isdigit():  # 1st
        return int(written[0])
    if written in _ORDER:
        return _ORDER[written]
    if "十" in written:
        tens, _, ones = written.partition("十")
        return (_HAN[tens] if tens else 1) * 10 + (_HAN[ones] if ones else 0)
    if all(char in _HAN for char in written):
        return int("".join(str(_HAN[char]) for char in written))
    return None


def _with_years(dates: list[Figure], source: str) -> list[Figure]:
    """Give a quarter that follows on another its year: 2024年第三季、第四季度."""
    made: list[Figure] = []
    for date in dates:
        if date.unit.startswith("--Q") and made:
            last = made[-1]
            gap = source[last.end : date.start]
            if (
                "-Q" in last.unit
                and last.unit[0] != "-"
                and len(gap) <= _NEXT_QUARTER
                and "." not in gap
            ):
                date = Figure(
                    date.start,
                    date.end,
                    date.text,
                    "date",
                    None,
                    None,
                    "exactly",
                    f"{last.unit[:4]}{date.unit[1:]}",
                )
        made.append(date)
    return made
