"""Prices by the piece that two editions of a statement give for different numbers of pieces.

*$60 a token* and *100만 토큰에 60달러* hold the same amount, and are a factor of a million apart.
Tokens are what such prices are given for; another thing is one more row of the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from argmap.compare.editions_parts import Change, Rank, What
from argmap.figures import Figure, find_figures

__all__ = ["price_changes"]

_PIECES = {
    "token": re.compile(r"token|토큰|代[幣币]|[詞词]元|令牌|mã thông báo", re.IGNORECASE),
}
_ONE = {
    "token": re.compile(
        r"\b(?:a|an|per|each|every)\s(?:\w+\s)?token(?![a-z])|토큰\s?(?:하나|한\s?개)?\s?당|토큰\s?하나에"
        r"|每(?:一?[個个])?\s?(?:token|代[幣币]|[詞词]元|令牌)"
        r"|\b(?:mỗi|một)\s(?:token|mã thông báo)\b",
        re.IGNORECASE,
    ),
}
_CLAUSE = re.compile(r"(?<!\d)[,;，；、。]|[,;，；、。](?!\d)|\sand\s|\svà\s|그리고")
_NEAR = 16
_LEAST = 1000
"""A lesser number before a price is more likely to count something else."""


@dataclass(frozen=True, slots=True)
class _Price:
    amount: Figure
    pieces: Decimal


def price_changes(base: tuple[str, str], edition: tuple[str, str]) -> Iterator[Change]:
    """Yield prices of one amount for different numbers of pieces; both are (text, language)."""
    for piece, word in _PIECES.items():
        if base[0] == edition[0] or word.search(base[0]) is None or word.search(edition[0]) is None:
            continue
        theirs = list(_prices(*edition, piece))
        for ours in _prices(*base, piece):
            for other in theirs:
                if (ours.amount.low, ours.amount.high, ours.amount.unit) == (
                    other.amount.low,
                    other.amount.high,
                    other.amount.unit,
                ):
                    if ours.pieces != other.pieces:
                        factor = Decimal(format(ours.pieces / other.pieces, ".6g")).normalize()
                        yield Change(
                            Rank.FACTOR,
                            What.FIGURE,
                            _said(ours, piece),
                            _said(other, piece),
                            factor,
                        )
                    break


def _said(price: _Price, piece: str) -> str:
    many = f"{price.pieces:,f} {piece}s" if price.pieces != 1 else f"1 {piece}"
    return f"{price.amount.text} / {many}"


def _prices(text: str, lang: str, piece: str) -> Iterator[_Price]:
    """Pair each amount with the number of pieces in its clause, else in the clause before."""
    figures = find_figures(text, lang)
    at = [(m.start(), Decimal(1)) for m in _ONE[piece].finditer(text)]
    for figure in figures:
        near = text[max(0, figure.start - _NEAR) : figure.end + _NEAR]
        counts = figure.kind == "count" and figure.low == figure.high
        if counts and (figure.low or 0) >= _LEAST and _PIECES[piece].search(near) is not None:
            at.append((figure.start, figure.low or Decimal(1)))
    ends = [match.end() for match in _CLAUSE.finditer(text)]
    starts = [0, *ends, len(text) + 1]
    last: Decimal | None = None
    for start, end in pairwise(starts):
        here = [pieces for place, pieces in at if start <= place < end]
        last = max(here) if here else last
        for figure in figures:
            if figure.kind == "amount" and start <= figure.start < end and last is not None:
                yield _Price(figure, last)
