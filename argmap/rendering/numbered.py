"""Sheets that are numbered and refer to each other: what each says of itself and of the others."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from argmap.errors import ArgmapError
from argmap.rendering.paper import Setting
from argmap.words import say

__all__ = ["MOST_SHEETS", "SLACK", "Leaf", "also_on", "cut", "elsewhere", "refuse_too_many", "told"]

MOST_SHEETS = 400
"""More than anyone prints."""
SLACK = 1.02
"""Numbers of sheets are a little wider or narrower than those that were foreseen."""
_FORESEEN = "88"
_LONGEST = 90
"""Characters of the name of a sheet in a list."""

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One sheet of several.

    ``title`` is what it shows, and ``head``, for a part, what the part is about. ``part`` and
    ``parts`` tell which of how many its view was divided into. ``others`` has, for each box by its
    name, the numbers of the other sheets, from 1, on which its statement is drawn. ``straight``
    says that its layout was given up, and that it is drawn with straight lines.
    """

    content: bytes
    title: str
    head: str
    setting: Setting
    part: int
    parts: int
    others: Mapping[str, tuple[int, ...]]
    straight: bool = False

    @property
    def name(self) -> str:
        """What the sheet is called in a list of sheets; a part also by what it is about."""
        if self.parts == 1:
            return cut(self.title, _LONGEST)
        called = f"{cut(self.title, _LONGEST // 2)} ({self.part}/{self.parts})"
        return cut(f"{called}: {self.head}" if self.head else called, _LONGEST)


def cut(text: str, most: int) -> str:
    """Shorten a text to a number of characters."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def told(number: int, count: int, part: int, parts: int) -> str:
    """Say in English which sheet of how many one is, and which part; as views count."""
    said = f"sheet {number} of {count}"
    return said if parts == 1 else f"{said} · part {part} of {parts}"


def elsewhere(sheets: Sequence[Collection[K]]) -> list[dict[K, tuple[int, ...]]]:
    """Return for each sheet on which others what stands there is drawn, too; from 1. Linear."""
    places: dict[K, list[int]] = {}
    for number, each in enumerate(sheets, 1):
        for key in each:
            places.setdefault(key, []).append(number)
    return [
        {key: tuple(n for n in places[key] if n != number) for key in each}
        for number, each in enumerate(sheets, 1)
    ]


def also_on(others: Mapping[K, Sequence[int]]) -> dict[K, str]:
    """Say on which other sheets statements are drawn, in the language in force.

    A 0 is a sheet whose number is not yet known; it takes as much room.
    """
    return {
        key: say(
            f"→ also on sheet{'s' if len(numbers) > 1 else ''} {{}}",
            ", ".join(str(number or _FORESEEN) for number in numbers),
        )
        for key, numbers in others.items()
        if numbers
    }


def refuse_too_many(sheets: int, way_out: str) -> None:
    """Refuse more sheets than anyone prints; ``way_out`` is what to draw of it instead."""
    if sheets > MOST_SHEETS:
        raise ArgmapError(
            f"that would be more than {MOST_SHEETS} sheets: take larger paper or smaller type "
            f"(--text-size), or {way_out}"
        )
