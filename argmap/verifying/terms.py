"""What the configuration says to a verification: how names are written, and what is no argument."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

__all__ = ["VerifyTerms", "numbers_in", "ranges"]

_PARAGRAPHS = re.compile(r"p([1-9][0-9]{0,8})(?:-([1-9][0-9]{0,8}))?")


@dataclass(frozen=True, slots=True)
class VerifyTerms:
    """The terms of one edition.

    ``names`` maps each name to its other forms, in any script. ``uncovered`` maps paragraphs of
    the original, as ``at`` writes them, to the reason why no statement digests them.
    """

    names: Mapping[str, Sequence[str]] = field(default_factory=dict)
    uncovered: Mapping[str, str] = field(default_factory=dict)


def numbers_in(word: str) -> range | None:
    """Return the paragraphs that ``p12`` or ``p12-14`` names; None where it names none."""
    match = _PARAGRAPHS.fullmatch(word)
    if match is None:
        return None
    first = int(match[1])
    last = int(match[2] or first)
    return range(first, last + 1) if first <= last else None


def ranges(numbers: Iterable[int]) -> str:
    """Write paragraphs as ``at`` does, parted by commas: ``p1-3, p7``."""
    return ", ".join(
        f"p{first}" if first == last else f"p{first}-{last}" for first, last in _runs(numbers)
    )


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    ordered = sorted(set(numbers))
    if not ordered:
        return
    first = ordered[0]
    for one, following in pairwise([*ordered, ordered[-1] + 2]):
        if following != one + 1:
            yield first, one
            first = following
