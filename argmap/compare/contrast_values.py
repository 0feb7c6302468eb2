"""How the values of two figures stand to each other, whatever they are figures of."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from argmap.figures import Figure, same, stands_in

__all__ = ["Fit", "buckets", "family", "fit", "ratio", "tells", "value_key"]

_EXACT_BELOW = 1000
"""From here on zeros at the end are taken for rounding: $4 billion, but not $30."""
_ABOUT = Decimal("0.1")
_FEW = 1000
_DIGITS = 2
_WIDEST = 12
_SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 604800,
    "month": 2629800,
    "quarter": 7889400,
    "year": 31557600,
    "decade": 315576000,
}


class Fit(StrEnum):
    """How two values stand to each other: equal, both may hold, they cannot both hold."""

    SAME = "same"
    COMPATIBLE = "compatible"
    APART = "apart"


def family(figure: Figure) -> str:
    """Return what a figure compares with: its currency, ``%``, ``times``, its kind or unit."""
    if figure.kind in ("percentage", "fraction"):
        return "pp" if figure.unit == "pp" else "%"
    if figure.kind == "amount":
        return f"amount {figure.unit}"
    if figure.kind == "multiple" or figure.unit in ("time", "times"):
        return "times"
    return figure.kind


def fit(a: Figure, b: Figure) -> Fit | None:
    """Say how two figures stand to each other; None where they cannot be compared.

    *Same* is :func:`argmap.figures.same`. *Compatible*: one rounds the other (4.9 billion is 5
    billion, but 34 is not 30: below a thousand every digit counts), what is *about* lies within a
    tenth, ranges overlap, a bound holds of the other, and a date is the less precise. A bound is
    taken to reach as far as double or half of what it says: nobody says *over 100* of 10,000.
    """
    if family(a) != family(b):
        return None
    if same(a, b):
        return Fit.SAME
    if a.kind == "date":
        if stands_in(a, (b,)) or stands_in(b, (a,)):
            return Fit.COMPATIBLE
        return None if "--" in (a.unit[:2], b.unit[:2]) else Fit.APART
    if a.kind == "count" and b.kind == "count" and a.unit and b.unit and a.unit != b.unit:
        return None
    (low, high), (other_low, other_high) = _reach(a), _reach(b)
    if low <= other_high and other_low <= high:
        return Fit.COMPATIBLE
    return Fit.COMPATIBLE if _rounds(a, b) or _rounds(b, a) else Fit.APART


def ratio(a: Figure, b: Figure) -> Decimal | None:
    """Return by what factor, 1 or more, two values lie apart; None for dates and for nothing."""
    (low, high), (other_low, other_high) = _ends(a), _ends(b)
    if a.kind == "date" or b.kind == "date" or min(low, other_low) <= 0:
        return None
    return max(low / other_high, other_low / high, Decimal(1))


def tells(figure: Figure) -> int:
    """Say how much a value tells of itself: 0 little, 1 something, 2 it has two digits at least.

    Little tell dates, durations, magnitudes (*billions*), counts below 1,000, what is twice, and 0.
    """
    low, high = _ends(figure)
    few = figure.kind == "count" and high < _FEW
    twice = family(figure) == "times" and high <= 2
    magnitude = figure.bound == "about" and high == low * 10
    if figure.kind in ("date", "duration") or few or twice or magnitude or not high:
        return 0
    digits = max(len(end.normalize().as_tuple().digits) for end in (low, high))
    return 2 if digits >= _DIGITS or low != high else 1


def value_key(figure: Figure) -> tuple[str, str, str]:
    """Return what figures of one number share, whatever their bounds."""
    low, high = _ends(figure)
    unit = figure.unit if figure.kind in ("date", "count") else ""
    return f"{family(figure)} {unit}", format(low, ".12g"), format(high, ".12g")


def buckets(figure: Figure) -> tuple[int, ...]:
    """Return the thirds of powers of ten (1, 2, 5, 10…) that a value or range lies in: few.

    Two figures that are compatible have one of these in common, or neighbours, unless one is a
    range over thousands.
    """
    low, high = _ends(figure)
    if figure.kind == "date" or low <= 0:
        return (0,)
    first, last = _bucket(low), _bucket(high)
    return tuple(range(first, last + 1)) if last - first < _WIDEST else (first, last)


def _bucket(value: Decimal) -> int:
    digit = value.as_tuple().digits[0]
    return 3 * value.adjusted() + (digit >= 2) + (digit >= 5)


def _ends(figure: Figure) -> tuple[Decimal, Decimal]:
    if figure.low is None or figure.high is None or figure.kind == "date":
        return Decimal(0), Decimal(0)
    factor = 100 if figure.kind == "fraction" else 1
    if figure.kind == "duration":
        factor = _SECONDS.get(figure.unit, 1)
    return figure.low * factor, figure.high * factor


def _reach(figure: Figure) -> tuple[Decimal, Decimal]:
    low, high = _ends(figure)
    if figure.bound in ("at_least", "more_than"):
        return low, high * 2
    if figure.bound in ("at_most", "less_than"):
        return low / 2, high
    if figure.bound == "about" and low == high:
        return low * (1 - _ABOUT), high * (1 + _ABOUT)
    return low, high


def _rounds(rough: Figure, fine: Figure) -> bool:
    """Tell whether one value is another, rounded to the digits that the one is given with."""
    (low, high), (value, end) = _ends(rough), _ends(fine)
    if low != high or value != end:
        return False
    step = Decimal(1).scaleb(int(low.normalize().as_tuple().exponent)) if low else Decimal(1)
    if low < _EXACT_BELOW:
        step = min(step, Decimal(1))
    return abs(low - value) * 2 <= step
