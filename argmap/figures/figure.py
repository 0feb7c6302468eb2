"""What a figure is: a value, or a range of values, with its unit and its bound."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["amount", "percentage", "fraction", "multiple", "count", "duration", "date"]
Bound = Literal["exactly", "at_least", "at_most", "about", "more_than", "less_than"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text, with what it says.

    ``start`` and ``end`` are offsets in code points, the end exclusive; ``text`` is what stands
    there. ``low`` and ``high`` are equal for one value and differ for a range. A magnitude
    (*billions*, ``수십억``) is the range from one power of ten to the next, with the bound
    ``about``.

    ``unit`` is a currency's code, ``%`` (or ``pp``, percentage points), ``times``, a unit of time
    (``year`` … ``second``), what is counted where a table knows it (``person``, ``user``), or
    nothing. Of a date it is the date in ISO 8601, as precise as the text is: ``2024``,
    ``2024-07``, ``2024-07-19``, ``--07`` and ``--07-19`` without a year, the decade ``199X``;
    beyond the standard, ``2024-Q3`` and ``2024-H1`` for quarters and halves. Its ``low`` and
    ``high`` are days where the text says early (1 to 10), mid (11 to 20) or late (21 to 31) in a
    month, else None.
    """

    start: int
    end: int
    text: str
    kind: Kind
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    unit: str

    def __str__(self) -> str:
        """Say it in short: ``amount 5000000000 USD``, ``percentage 0.1..1 %``, ``date 2024-Q3``."""
        parts: list[str] = [self.kind]
        if self.bound != "exactly":
            parts.append(self.bound)
        if self.low is not None and self.high is not None:
            low, high = plain(self.low), plain(self.high)
            parts.append(low if low == high else f"{low}..{high}")
        if self.unit:
            parts.append(self.unit)
        return " ".join(parts)


def plain(value: Decimal) -> str:
    """Write a number in full, without an exponent or zeros that say nothing."""
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written
