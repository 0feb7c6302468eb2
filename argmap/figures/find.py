"""Find the figures of a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from argmap.figures.dates import find_dates
from argmap.figures.figure import Bound, Figure, Kind
from argmap.figures.folding import Folded, fold
from argmap.figures.lexicon import Lexicon, lexicon_for
from argmap.figures.names import is_name
from argmap.figures.numbers import Number, read_numbers
from argmap.figures.words import ORDINAL

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "₩": "KRW", "₫": "VND"}
_SIGN_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?:US|USD|U\.S\.)\s?)?(?P<sign>[$€£¥₩₫])\s?\Z|(?<![A-Za-z])USD\s?\Z"
)
_SIGN_AFTER = re.compile(r"\s?(?P<sign>[$€£¥₩₫%])(?:(?P<point>[pP](?![A-Za-z])|포인트))?")
_HALF_AFTER = re.compile(r"\s?(?:半|반(?![가-힣]))|\srưỡi(?![A-Za-zÀ-ỹ])")
_HANGUL_NEXT = re.compile(r"\s[가-힣]")
_WORD_NEXT = re.compile(r"\s[a-zA-ZÀ-ỹ]")
# "Twice as dear", said as "dearer two times": the comparison is no bound.
_COMPARED = re.compile(r"(?:cao|nhiều|lớn|thấp|ít|nhỏ)\shơn\s\Z", re.IGNORECASE)
# "Trên một triệu" is "per million": with digits it is "over".
_BEFORE_DIGITS = frozenset({"trên"})
_SINO = frozenset("일이삼사오육칠팔구")
_IN_KOREAN_WORD = re.compile(r"[가-힣\d]\Z")
_LETTER_BEFORE = re.compile(r"[A-Za-z_]\Z")
_YEAR = range(1900, 2100)
_WINDOW = 40
_WHITE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A number with its unit, not yet judged."""

    number: Number
    start: int
    end: int
    low: Decimal
    high: Decimal
    kind: Kind | str
    unit: str
    sure: bool  # a unit stands with it


def find_figures(text: str, lang: str | None = None) -> tuple[Figure, ...]:
    """Find the figures of a text, in its order, none overlapping.

    ``lang`` is the text's language (``en``, ``ko``, ``zh``, ``vi``, or a tag that begins so);
    without it, or with another, the script tells. Digits and English are read in all. Offsets
    are those of ``text`` as it is given. Time is linear in the length of the text.
    """
    folded = fold(text)
    lexicon = lexicon_for(lang, folded.text)
    read = folded.text
    bounds = _Bounds(read, lexicon)
    dates = find_dates(folded, text, lexicon)
    # Figures in original offsets are told apart by a map of what is taken in the folded text.
    taken = bytearray(len(text) + 1)
    for date in dates:
        taken[date.start : date.end] = b"\1" * (date.end - date.start)
    found = list(dates)
    for phrase in _phrases(folded, text, lexicon, bounds):
        if not any(taken[phrase.start : phrase.end]):
            taken[phrase.start : phrase.end] = b"\1" * (phrase.end - phrase.start)
            found.append(phrase)
    drafts = []
    for number in read_numbers(read, lexicon):
        if any(taken[folded.original(number.start) : folded.original(number.end)]):
            continue
        if not number.literal and not _begins(read, number, lexicon):
            continue
        draft = _with_unit(read, number, lexicon)
        if draft is not None:
            drafts.append(draft)
    for draft in _joined(read, drafts, lexicon):
        figure = _judged(folded, text, draft, lexicon, bounds)
        if figure is not None and not any(taken[figure.start : figure.end]):
            taken[figure.start : figure.end] = b"\1" * (figure.end - figure.start)
            found.append(figure)
    return tuple(sorted(found, key=lambda figure: figure.start))


def _phrases(folded: Folded, source: str, lexicon: Lexicon, bounds: _Bounds) -> list[Figure]:
    found = []
    for pattern, kind, value in _compiled(lexicon.lang):
        for match in pattern.finditer(folded.text):
            number = _phrase_value(match, value)
            if number is None:
                continue
            unit = {"percentage": "%", "multiple": "times"}.get(kind, "")
            bound = bounds.of(match.start(), match.end())
            start, end = folded.original(match.start()), folded.original(match.end())
            found.append(Figure(start, end, source[start:end], kind, number, number, bound, unit))
    return found


@lru_cache(maxsize=8)
def _compiled(lang: str) -> tuple[tuple[re.Pattern[str], Kind, str], ...]:
    languages = lexicon_for(lang, "").languages
    return tuple(
        (re.compile(pattern, re.IGNORECASE), kind, value)
        for words in languages
        for pattern, kind, value in words.phrases
    )


def _phrase_value(match: re.Match[str], value: str) -> Decimal | None:
    groups = match.groupdict()
    if value:
        over, _, under = value.partition("/")
        return Decimal(over) / Decimal(under or 1)
    if "pct" in groups:
        return _small(groups["pct"])
    below, above = _small(groups["den"]), _small(groups.get("num") or "1")
    return above / below if above is not None and below else None


def _small(written: str) -> Decimal | None:
    """Read a short number in Arabic digits or in the words of any language, as in fractions."""
    if re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", written):
        return Decimal(written)
    language = {"vi": "vi", "ko": "ko"}.get("ko" if "가" <= written[0] <= "힣" else "", "zh")
    if written[0].isascii() or "à" <= written[0].lower() <= "ỹ":
        language = "vi"
    numbers = read_numbers(written, lexicon_for(language, written))
    return numbers[0].low if len(numbers) == 1 else None


def _with_unit(text: str, number: Number, lexicon: Lexicon) -> _Draft | None:
    """Read the unit before or behind a number; None where it makes the number an ordinal."""
    start, end = number.start, number.end
    low, high = number.low, number.high
    kind: str = "count"
    unit = ""
    sure = False
    if before := _SIGN_BEFORE.search(text, max(0, start - 8), start):
        start = before.start()
        kind, unit, sure = "amount", _SIGNS[before["sign"] or "$"], True
    if after := _SIGN_AFTER.match(text, end):
        sign = after["sign"]
        if sign == "%":
            kind, unit, sure = "percentage", "pp" if after["point"] else "%", True
            end = after.end()
        elif not sure and number.literal and not text[after.end() : after.end() + 1].isdigit():
            kind, unit, sure = "amount", _SIGNS[sign], True
            end = after.end()
    elif match := lexicon.unit.match(text, end):
        name, unit_of, factor = lexicon.units[_WHITE.sub(" ", match["unit"]).lower()]
        if name == ORDINAL:
            return None
        if not sure or name == "amount":
            kind, unit, sure = name, unit_of, True
            low, high = low * factor, high * factor
            end = match.end()
    if unit and (half := _HALF_AFTER.match(text, end)):
        low, high = low + Decimal("0.5"), high + Decimal("0.5")
        end = half.end()
    if (kind == "count" and unit in ("", "person", "time")) and (
        noun := lexicon.noun.match(text, end)
    ):
        direct = "of" not in noun[0].lower()
        unit, sure = lexicon.nouns[_WHITE.sub(" ", noun["noun"]).lower()], True
        end = noun.end() if direct else end
    return _Draft(number, start, end, low, high, kind, unit, sure)


def _joined(text: str, drafts: list[_Draft], lexicon: Lexicon) -> list[_Draft]:
    """Join the ends of ranges, and let magnitudes share the unit of the next."""
    made: list[_Draft] = []
    for draft in drafts:
        if made:
            joined = _range(text, made[-1], draft, lexicon)
            if joined is not None:
                made[-1] = joined
                continue
            last = made[-1]
            gap = text[last.end : draft.start]
            if (
                last.number.vague
                and not last.sure
                and draft.sure
                and len(gap) < _WINDOW
                and lexicon.alternative.fullmatch(gap)
            ):
                made[-1] = replace(last, kind=draft.kind, unit=draft.unit, sure=True)
        made.append(draft)
    return made


def _range(text: str, first: _Draft, second: _Draft, lexicon: Lexicon) -> _Draft | None:
    if (
        first.low != first.high
        or second.low != second.high
        or first.number.vague
        or first.number.more
    ):
        return None
    gap = text[first.end : second.start]
    near = 0 < len(gap) < _WINDOW
    between = gap == " and " and re.search(
        r"between\s\S{0,4}\Z", text[max(0, first.start - 14) : first.start]
    )
    comma = gap in ("、", "，", ",") and not first.number.literal and first.low + 1 == second.low
    if not near or not (between or comma or lexicon.range.fullmatch(gap)):
        return None
    if _is_year(first) and _is_year(second):
        return None  # two dates
    if first.sure and second.sure and (first.kind, first.unit) != (second.kind, second.unit):
        return None
    low, kind, unit = first.low, first.kind, first.unit
    if second.sure and not first.sure:
        kind, unit = second.kind, second.unit
        low *= second.low / (second.number.low or 1) if second.number.low else 1
    elif second.sure and first.start < first.number.start and first.kind == second.kind:
        unit = second.unit
    high = second.low
    if first.number.scaled == 1 and second.number.scaled > 1 and low < second.number.mantissa:
        low *= second.number.scaled
    if first.sure and not second.sure and first.end > first.number.end:
        return None  # "5 users or 10": another thing
    if low >= high:
        return None
    words_only = not (first.number.literal and second.number.literal)
    if text[first.end : second.start].strip() in ("-", "—") and words_only:
        return None
    return replace(
        second,
        start=first.start,
        number=replace(second.number, start=first.number.start, literal=first.number.literal),
        low=low,
        high=high,
        kind=kind,
        unit=unit,
        sure=first.sure or second.sure,
    )


def _judged(
    folded: Folded, source: str, draft: _Draft, lexicon: Lexicon, bounds: _Bounds
) -> Figure | None:
    """Make a figure of a draft, or None where it is part of a name, a word or a list's mark."""
    text, number = folded.text, draft.number
    kind, unit = draft.kind, draft.unit
    low, high = draft.low, draft.high
    if number.literal:
        strong = kind in ("amount", "percentage") or (
            number.scaled > 1
            and not _LETTER_BEFORE.search(text, max(0, number.start - 1), number.start)
        )
        name_end = draft.end if draft.sure or number.scaled > 1 else number.end
        if draft.low != draft.high and not draft.sure:
            name_end = draft.end
        if is_name(
            text, number.start, name_end, lexicon.lang, has_unit=strong, bare=not draft.sure
        ):
            return None
        if low == high and _is_year(draft):
            kind, unit = "date", number.atoms[0].word
    elif not _is_number_word(text, draft, lexicon):
        return None
    bound = bounds.of(draft.start, draft.end, more=number.more)
    if low != high:
        bound = _bound_of_range(bound, vague=number.vague)
    elif kind == "multiple" and _COMPARED.search(text, max(0, draft.start - 16), draft.start):
        bound = "exactly"
    start, end = folded.original(draft.start), folded.original(draft.end)
    shown = source[start:end]
    if kind == "date":
        return Figure(start, end, shown, "date", None, None, "exactly", unit)
    return Figure(start, end, shown, kind, low, high, bound, unit)  # type: ignore[arg-type]


def _is_year(draft: _Draft) -> bool:
    """Tell whether a number is a bare year."""
    word = draft.number.atoms[0].word
    bare = not draft.sure and len(draft.number.atoms) == 1 and draft.number.literal
    return bare and len(word) == 4 and word.isdecimal() and int(word) in _YEAR


def _begins(text: str, number: Number, lexicon: Lexicon) -> bool:
    """Tell whether a number in words may begin where it does: not inside a word, nor an ordinal."""
    atoms = number.atoms
    before = text[max(0, number.start - 10) : number.start]
    if lexicon.not_before.search(before):
        return False
    if atoms[0].lang != "ko":
        return True
    # Sino-Korean digits are common syllables; they count only with a scale behind them.
    return not _IN_KOREAN_WORD.search(before) and not (len(atoms) == 1 and atoms[0].word in _SINO)


def _is_number_word(text: str, draft: _Draft, lexicon: Lexicon) -> bool:
    """Tell whether a number in words is a figure and no part of another word."""
    number, atoms = draft.number, draft.number.atoms
    lang = atoms[0].lang
    ranged = draft.low != draft.high
    types = [atom.type for atom in atoms]
    if number.vague:
        return True
    if types == ["digit"] and not ranged:
        if number.low in (0, 1):
            return False
        if draft.sure:
            return True
        if lang == "ko":
            return atoms[0].word in ("두", "세") and bool(_HANGUL_NEXT.match(text, number.end))
        if lang == "vi":
            return atoms[0].word in lexicon.alone and bool(_WORD_NEXT.match(text, number.end))
        return atoms[0].word in lexicon.alone
    if lang == "ko":
        return draft.sure and ("조" not in atoms[-1].word or draft.kind == "amount")
    if lang == "zh" or lang == "vi":
        return draft.sure or ranged or (len(atoms) > 1 and types[0] == "digit")
    return True


def _bound_of_range(bound: Bound, *, vague: bool) -> Bound:
    """Return the bound of a range: "up to" only says where it ends; magnitudes are vague."""
    if vague:
        return "about" if bound in ("exactly", "at_most") else bound
    return "exactly" if bound == "at_most" else bound


class _Bounds:
    """The words of bounds in a text, read once."""

    __slots__ = ("_ends", "_lexicon", "_text", "_words")

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        found = [(match.end(), match[0]) for match in lexicon.before.finditer(text)]
        self._ends = [end for end, _ in found]
        self._words = [_WHITE.sub(" ", word).lower() for _, word in found]

    def of(self, start: int, end: int, *, more: bool = False) -> Bound:
        """Return the bound of what stands between two offsets."""
        text = self._text
        if more:
            return "more_than"
        if match := self._lexicon.after.match(text, end):
            return self._lexicon.afters[_WHITE.sub(" ", match["bound"]).lower()]
        at = bisect_right(self._ends, start) - 1
        if at < 0 or start - self._ends[at] > _WINDOW:
            return "exactly"
        if not self._lexicon.filler.fullmatch(text, self._ends[at], start):
            return "exactly"
        word = self._words[at]
        if word in _BEFORE_DIGITS and not text[start : start + 2].strip("$€£").isdigit():
            return "exactly"
        return self._lexicon.befores[word]
