"""Figures that two editions of a statement give differently, across languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from argmap.compare.editions_parts import Change, Rank, What
from argmap.figures import Figure, find_figures, stands_in

__all__ = ["figure_changes"]

_FEW = 100
_LEAST_FACTOR = Decimal("0.000000000001")


def figure_changes(
    base: tuple[str, str], edition: tuple[str, str], everywhere: tuple[Sequence[Figure], ...]
) -> Iterator[Change]:
    """Yield how the figures of one statement differ; both are (text, language).

    ``everywhere`` holds all figures of the base and of the edition: what is given in one statement
    only, and stands elsewhere in the other edition, is no difference. Nor is a small count: one
    language says *both* where another says *the two*. O(figures of the one x of the other).
    """
    if base[0] == edition[0]:
        return  # left as it was; what is a figure depends on the language
    ours, theirs = find_figures(*base), find_figures(*edition)
    lost = list(as_whole([figure for figure in ours if not _stands(figure, theirs)]))
    added = list(as_whole([figure for figure in theirs if not _stands(figure, ours)]))
    for figure, other in [*_scaled(lost, added), *_only_ones(lost, added)]:
        factor = _factor(figure, other)
        rank = Rank.FACTOR if factor is not None and _is_power(factor) else Rank.FIGURE
        yield Change(rank, What.FIGURE, figure.text, other.text, factor)
    for figure in lost:
        if _tells(figure) and not _stands(figure, everywhere[1]):
            yield Change(Rank.DETAIL, What.FIGURE, figure.text, "")
    for figure in added:
        if _tells(figure) and not _stands(figure, everywhere[0]):
            yield Change(Rank.DETAIL, What.FIGURE, "", figure.text)


def _stands(figure: Figure, others: Sequence[Figure]) -> bool:
    """Tell whether a figure stands among others, perhaps as a less precise date or a bare count."""
    return stands_in(figure, others) or any(
        stands_in(other, (figure,))
        if other.kind == figure.kind
        else {other.kind, figure.kind} == {"count", "multiple"}
        and (other.low, other.high) == (figure.low, figure.high)
        for other in others
    )


def _scaled(lost: list[Figure], added: list[Figure]) -> list[tuple[Figure, Figure]]:
    """Take out and return what the other edition gives a power of ten away, in their order."""
    pairs = []
    for figure in tuple(lost):
        for other in added:
            factor = _factor(figure, other) if _alike(figure, other) else None
            if factor is not None and _is_power(factor):
                pairs.append(_taken(figure, other, lost, added))
                break
    return pairs


def _only_ones(lost: list[Figure], added: list[Figure]) -> list[tuple[Figure, Figure]]:
    """Take out and return what is alone of its kind on both sides.

    Small counts are no counterparts of one another unless they count the same.
    """
    pairs = []
    for figure in tuple(lost):
        alike = [other for other in added if _alike(figure, other)]
        alone = len(alike) == 1 and sum(_alike(each, figure) for each in lost) == 1
        if alone and _tells(figure) and _tells(alike[0]):
            pairs.append(_taken(figure, alike[0], lost, added))
    return pairs


def _taken(
    figure: Figure, other: Figure, lost: list[Figure], added: list[Figure]
) -> tuple[Figure, Figure]:
    lost.remove(figure)
    added.remove(other)
    return figure, other


def _alike(a: Figure, b: Figure) -> bool:
    if a.kind != b.kind:
        return False
    if a.kind == "date":
        return a.unit[:2] == b.unit[:2]
    return a.kind == "amount" or a.unit == b.unit


def _factor(a: Figure, b: Figure) -> Decimal | None:
    if a.low is None or b.low is None or a.high is None or b.high is None or a.unit != b.unit:
        return None
    if a.kind == "date" or not (a.low and b.low and a.high and b.high):
        return None
    factor = b.low / a.low
    if b.high / a.high != factor or factor < _LEAST_FACTOR:
        return None
    return Decimal(format(factor, ".6g")).normalize()


def _is_power(factor: Decimal) -> bool:
    """Tell whether a factor is a power of ten other than 1."""
    return factor != 1 and factor.normalize().as_tuple().digits == (1,)


def _tells(figure: Figure) -> bool:
    """Tell whether a figure is more than a way of speaking: no small count, no 0, no bare month."""
    if figure.kind == "date":
        return not figure.unit.startswith("--")
    if figure.kind in ("amount", "percentage"):
        return bool(figure.high)
    if figure.kind == "count":
        return (figure.high or 0) >= _FEW
    return figure.kind == "multiple" and (figure.high or 0) > 2


def as_whole(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Keep one of each figure, whatever its place and words."""
    kept = {replace(figure, start=0, end=0, text=""): figure for figure in figures}
    return tuple(kept.values())
