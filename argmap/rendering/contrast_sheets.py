"""A contrast on sheets, one a question, in type that can be read, with references between them.

How large a question prints only its layout tells. So each is laid out, its boxes as wide as prints
largest by what they will take; where its type is too small it is divided: its links go in their
order to several sheets, each with the statements that it joins, and so do the statements that no
link joins. All are drawn once more when it is known what stands on which sheet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from argmap.compare.contrast import Contrast, QuestionRow
from argmap.graph import ArgumentGraph
from argmap.model import Link
from argmap.rendering.contrast import EXTENTS, language_of, row_dot
from argmap.rendering.contrast_row import Extent, Row
from argmap.rendering.engine import Engine
from argmap.rendering.numbered import SLACK, Leaf, also_on, elsewhere, refuse_too_many, told
from argmap.rendering.paper import LEAST_TEXT, Paper, setting
from argmap.rendering.safe_text import for_id
from argmap.rendering.sheet import Sheet, largest
from argmap.rendering.weighed import NOTHING_WEIGHED, Weighed
from argmap.words import say_counts, speaking

__all__ = ["divide_row", "draw_questions"]

_LESS = "draw a part of it as a map (argmap map --question)"
_NARROW = (140.0, 112.0)
"""Widths of text in points for what is else too small: five columns on a small sheet."""
_TRIES = 5
"""In how many ways a question is divided, into more parts each time; the first is not at all."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A question or a part of one, in one of the widths; ``silent`` as for :class:`Row`."""

    row: QuestionRow
    silent: tuple[bool, bool]
    extent: Extent
    part: int = 1
    parts: int = 1


@dataclass(frozen=True, slots=True)
class _Sheets:
    """What all sheets of one contrast share."""

    graph: ArgumentGraph
    contrast: Contrast
    paper: Paper
    weighed: Weighed
    engine: Engine
    timeout: float

    def row(self, part: _Part, notes: Mapping[str, str]) -> Row:
        """Return a part, ready to be drawn."""
        alone = replace(self.contrast, rows=(part.row,))
        weighed = replace(self.weighed, notes=notes)
        # There need be no more grounds of parts together than of the whole.
        extent = replace(part.extent, grounds=ceil(part.extent.grounds / part.parts))
        return Row(self.graph, alone, 0, extent, weighed, part.silent)

    def draw(
        self,
        part: _Part,
        notes: Mapping[str, str],
        place: str = "",
        format_: str = "svg",
        dpi: float | None = None,
        width: int | None = None,
    ) -> Sheet:
        """Lay a part out, and set it on paper."""
        return largest(
            [row_dot(self.row(part, notes), place)],
            self.paper,
            format_,
            title=part.row.text,
            engine=self.engine,
            timeout=self.timeout,
            dpi=dpi,
            width=width,
        )


def draw_questions(
    graph: ArgumentGraph,
    contrast: Contrast,
    paper: Paper,
    format: str = "svg",  # noqa: A002  (what everyone calls it)
    *,
    least: float = LEAST_TEXT,
    weighed: Weighed = NOTHING_WEIGHED,
    engine: Engine = "bundled",
    timeout: float = 120.0,
    dpi: float | None = None,
    width: int | None = None,
) -> tuple[Leaf, ...]:
    """Draw each question of a contrast on a sheet, or on several where its type would be too small.

    ``least`` is in points, ``timeout`` in seconds for one layout. Divided or not, a question shows
    what it shows on a sheet of its own (:func:`~argmap.rendering.contrast.render_question`).
    Raises :class:`ArgmapError` where there would be very many sheets, and as
    :func:`~argmap.rendering.sheet.largest` does. A question is laid out at most three
    times for each part of each way to divide it, of which five are tried.
    """
    sheets = _Sheets(graph, contrast, paper, weighed, engine, timeout)
    with speaking(language_of(contrast)):
        fitted = _fitted(sheets, least)
        keys = [tuple(sheets.row(part, {}).labels) for part in fitted]
        leaves = []
        for number, (part, others) in enumerate(zip(fitted, elsewhere(keys), strict=True), 1):
            place = say_counts(told(number, len(fitted), part.part, part.parts))
            sheet = sheets.draw(part, also_on(others), place, format, dpi=dpi, width=width)
            leaves.append(
                Leaf(
                    sheet.content,
                    part.row.text,
                    graph.statements[next(iter(others))].text if others else "",
                    sheet.setting,
                    part.part,
                    part.parts,
                    {for_id(f"{part.row.id}-{key}"): on for key, on in others.items()},
                )
            )
    return tuple(leaves)


def _fitted(sheets: _Sheets, least: float) -> list[_Part]:
    """Divide questions until each can be read, or cannot be divided; in their order."""
    wholes = [_whole(sheets, row) for row in sheets.contrast.rows]
    times = Counter(key for part in wholes for key in sheets.row(part, {}).labels)
    # Nothing is divided for the sake of type that is larger than any sheet has.
    least = min(least * SLACK, setting((1.0, 1.0), sheets.paper).text)
    fitted: list[_Part] = []
    for whole in wholes:
        fitted += _divided(sheets, whole, times, least)
        refuse_too_many(len(fitted), _LESS)
    return fitted


def _divided(
    sheets: _Sheets, whole: _Part, times: Mapping[str, int], least: float
) -> Sequence[_Part]:
    """Divide one question; ``times`` counts for each statement the questions that show it."""
    best: Sequence[_Part] = [whole]
    text, count = 0.0, 1
    for _ in range(_TRIES):
        parts = _parts(sheets, whole, divide_row(sheets.row(whole, {}), count))
        # What is on other sheets says so; on which is not known yet.
        inside = Counter(key for part in parts for key in sheets.row(part, {}).labels)
        notes = also_on({k: (0,) * (times.get(k, 1) + n - 2) for k, n in inside.items()})
        for tried in (parts, *(_as_wide(parts, width) for width in _NARROW)):
            smallest = min(sheets.draw(part, notes).setting.text for part in tried)
            if smallest > text:
                best, text = tried, smallest
            if text >= least:
                return best
        if len(parts) < count:
            break
        # What a sheet holds goes with its area, as seen at the size of the type.
        count = max(count + 1, ceil(count * (least / text) ** 2))
        refuse_too_many(count, _LESS)
    return best


def _whole(sheets: _Sheets, row: QuestionRow) -> _Part:
    return _widest(sheets, _Part(row, (not row.left, not row.right), EXTENTS[0]))


def _parts(sheets: _Sheets, whole: _Part, rows: Sequence[QuestionRow]) -> list[_Part]:
    """Return the parts of a question, in the last of which what none shows is counted."""
    parts = [
        _widest(sheets, replace(whole, row=row, part=number, parts=len(rows)))
        for number, row in enumerate(rows, 1)
    ]
    shown = {key for part in parts for key in sheets.row(part, {}).labels}
    last = parts[-1].row
    rest = replace(
        last,
        left=tuple(k for k in whole.row.left if k in last.left or k not in shown),
        right=tuple(k for k in whole.row.right if k in last.right or k not in shown),
    )
    return [*parts[:-1], replace(parts[-1], row=rest)]


def _as_wide(parts: Sequence[_Part], width: float) -> Sequence[_Part]:
    return [replace(each, extent=replace(each.extent, text_width=width)) for each in parts]


def _widest(sheets: _Sheets, part: _Part) -> _Part:
    """Give a part boxes of the width in which it will print largest, as far as can be foreseen."""
    tried = [replace(part, extent=extent) for extent in EXTENTS]
    return max(tried, key=lambda each: setting(sheets.row(each, {}).size, sheets.paper).scale)


# --- dividing a question -------------------------------------------------------------------------


def divide_row(row: Row, count: int) -> tuple[QuestionRow, ...]:
    """Divide what is shown of a question into at most ``count`` rows, none of them empty.

    Links that share a statement stay beside each other in order, and statements that no link joins
    come after them, of the left side and the right by turns. Each link is in one row, with the
    statements at its ends; each other statement in one. Linear.
    """
    whole = row.row
    met = {end for link in whole.links for end in (*link.sources, link.target)}
    units: list[Link | str] = list(_beside_each_other(whole.links))
    loose = [[key for key in side if key not in met] for side in row.sides]
    for number in range(max(map(len, loose))):
        units += [side[number] for side in loose if number < len(side)]
    count = min(count, len(units))
    if count < 2:
        return (whole,)
    rows = []
    for number in range(count):
        start, end = (round(len(units) * each / count) for each in (number, number + 1))
        links = [unit for unit in units[start:end] if isinstance(unit, Link)]
        named = {link.key for link in links}
        keys = {unit for unit in units[start:end] if isinstance(unit, str)}
        for link in links:
            keys.update((*link.sources, link.target))
        rows.append(
            replace(
                whole,
                left=tuple(key for key in whole.left if key in keys),
                right=tuple(key for key in whole.right if key in keys),
                left_heads=tuple(key for key in row.sides[0] if key in keys),
                right_heads=tuple(key for key in row.sides[1] if key in keys),
                links=tuple(link for link in whole.links if link.key in named),
            )
        )
    return tuple(rows)


def _beside_each_other(links: Sequence[Link]) -> Iterator[Link]:
    """Yield links in their order, save that those that share a statement follow each other."""
    at: dict[str, list[int]] = {}
    for number, link in enumerate(links):
        for end in (*link.sources, link.target):
            at.setdefault(end, []).append(number)
    seen: set[int] = set()
    for first in range(len(links)):
        waiting = [first]
        for number in waiting:  # grows as it goes
            if number in seen:
                continue
            seen.add(number)
            yield links[number]
            for end in (*links[number].sources, links[number].target):
                waiting += at.pop(end, ())
