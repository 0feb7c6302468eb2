"""Whether two figures say the same, across languages, scripts and ways to write them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from argmap.figures.figure import Figure

_PEOPLE = frozenset({"person", "user", "employee"})
_LOWER = frozenset({"at_least", "more_than"})
_UPPER = frozenset({"at_most", "less_than"})
_LARGE = 10_000
_TIMES: dict[str, tuple[str, int]] = {
    "minute": ("second", 60),
    "hour": ("second", 3600),
    "day": ("second", 86400),
    "week": ("second", 604800),
    "quarter": ("month", 3),
    "year": ("month", 12),
    "decade": ("month", 120),
}

Side = Literal["lower", "upper", "about", "exactly"]


def same(a: Figure, b: Figure) -> bool:
    """Tell whether two figures say the same: value, unit, and the side of the bound.

    Fractions compare with percentages, weeks with days, and counts with multiples where both
    say *times*. A count whose unit is not known may be a count of anything. *At least* and *more
    than* are one side, as translations blur them.
    """
    if a.kind == "date" or b.kind == "date":
        return a.kind == b.kind and (a.unit, a.low, a.high) == (b.unit, b.low, b.high)
    return _side(a) == _side(b) and _same_values(a, b)


def stands_in(figure: Figure, figures: Iterable[Figure]) -> bool:
    """Tell whether what a figure says stands among the figures of a text.

    More lenient than :func:`same`: a date may be less precise than the text's; a bound may be
    left out or added but not turned round (*at most* for *at least*); a value may be one end of
    the text's range, and a range may be given as two values. Linear in the number of figures.
    """
    others = tuple(figures)
    if figure.kind == "date":
        return any(_less_precise(figure, other) for other in others)
    if any(_agree(figure, other) and _same_values(figure, other) for other in others):
        return True
    if figure.low == figure.high:
        return any(_is_end(figure, other) for other in others)
    if _is_magnitude(figure):
        return False
    low, high = _ends(figure)
    return all(
        any(_same_values(end, other) or _is_end(end, other) for other in others)
        for end in (low, high)
    )


def _side(figure: Figure) -> Side:
    if figure.bound in _LOWER:
        return "lower"
    if figure.bound in _UPPER:
        return "upper"
    return "about" if figure.bound == "about" else "exactly"


def _agree(a: Figure, b: Figure) -> bool:
    return {_side(a), _side(b)} != {"lower", "upper"}


def _same_values(a: Figure, b: Figure) -> bool:
    return _same_unit(a, b) and _values(a) == _values(b)


def _measure(figure: Figure) -> tuple[str, Decimal]:
    """Return the unit that a figure compares in, and how many of it one of its own makes."""
    if figure.kind == "fraction":
        return "%", Decimal(100)
    if figure.kind == "duration" and figure.unit in _TIMES:
        unit, factor = _TIMES[figure.unit]
        return unit, Decimal(factor)
    if figure.unit == "time":
        return "times", Decimal(1)
    return figure.unit, Decimal(1)


def _values(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    _, factor = _measure(figure)
    low = None if figure.low is None else _rounded(figure.low * factor)
    return low, None if figure.high is None else _rounded(figure.high * factor)


def _rounded(value: Decimal) -> Decimal:
    """Cut off what a third leaves behind: twelve significant digits."""
    return Decimal(format(value, ".12g"))


def _same_unit(a: Figure, b: Figure) -> bool:
    if a.kind == "date" or b.kind == "date":
        return False
    unit, other = _measure(a)[0], _measure(b)[0]
    if unit == other:
        return True
    if {a.kind, b.kind} == {"amount", "count"}:
        # "$1B, and then 1B more": a large number without a unit may be money.
        return not (unit and other) and all((f.low or 0) >= _LARGE for f in (a, b))
    if a.kind != "count" or b.kind != "count":
        return False
    return not unit or not other or ({unit, other} <= _PEOPLE and "person" in (unit, other))


def _is_magnitude(figure: Figure) -> bool:
    return figure.bound == "about" and figure.low is not None and figure.high == figure.low * 10


def _ends(figure: Figure) -> tuple[Figure, Figure]:
    def one(value: Decimal | None) -> Figure:
        return Figure(
            figure.start, figure.end, figure.text, figure.kind, value, value, "exactly", figure.unit
        )

    return one(figure.low), one(figure.high)


def _is_end(figure: Figure, other: Figure) -> bool:
    if other.kind == "date" or other.low == other.high or _is_magnitude(other):
        return False
    return any(_same_values(figure, end) for end in _ends(other))


def _less_precise(date: Figure, other: Figure) -> bool:
    """Tell whether one date says no more than another: 2024 for 2024-07, --07 for 2024-07."""
    if other.kind != "date":
        return False
    if date.low is not None and (date.low, date.high) != (other.low, other.high):
        return False
    said, known = date.unit, other.unit
    if said.endswith("X"):
        return known.startswith(said[:3])
    if said.startswith("--") and not known.startswith("--"):
        known = f"-{known[4:]}"
    return known == said or known.startswith(f"{said}-")
