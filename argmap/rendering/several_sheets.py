"""Views drawn each on a sheet of its own, in type that can be read, with references between them.

How large a view prints only its layout tells. So each is laid out; where its type is too small it
is divided (:mod:`argmap.views.division`) and its parts are laid out in turn. All are drawn once
more when it is known how many sheets there are and what stands on which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from argmap.errors import ArgmapError
from argmap.rendering.dot import language_of
from argmap.rendering.engine import Engine
from argmap.rendering.groups import Cluster
from argmap.rendering.map_words import say, speaking
from argmap.rendering.paper import LEAST_TEXT, Paper, Setting, setting
from argmap.rendering.shape import USUAL, Shape
from argmap.rendering.sheet import best_shape, draw_sheet
from argmap.rendering.weighed import NOTHING_WEIGHED, Weighed
from argmap.views.division import divide
from argmap.views.view import View

__all__ = ["MOST_SHEETS", "Leaf", "draw_several"]

MOST_SHEETS = 400
"""More than anyone prints."""
_COMFORTABLE = 1.4
"""Above the least size of type, that from which no other shape is tried."""
_SLACK = 1.02
"""Numbers of sheets are a little wider or narrower than those that were foreseen."""
_PER_A3, _A3 = 24 * (8.3 / LEAST_TEXT) ** 2, 297.0 * 420.0
"""Statements that an A3 sheet holds in type of the least size, and how large it is."""
_FAR = 4
"""How many times what a sheet holds is divided without being laid out first."""
_FEW = 3
"""Statements on a sheet that is not divided: one of less says nothing."""
_FORESEEN = "88"
_LONGEST = 90
"""Characters of the name of a sheet in a list."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One sheet of several.

    ``part`` and ``parts`` tell which of how many its view was divided into; ``others`` has, by key,
    the numbers of the other sheets, from 1, on which a statement is drawn.
    """

    content: bytes
    view: View
    setting: Setting
    part: int
    parts: int
    others: Mapping[str, tuple[int, ...]]

    @property
    def name(self) -> str:
        """What the sheet is called in a list of sheets; a part also by what it is about."""
        called = self.view.title or self.view.about
        if self.parts == 1:
            return _cut(called, _LONGEST)
        graph = self.view.graph
        heads = (
            graph.statements[key].text
            for key in graph.in_reading_order(graph.statements)
            if all(link.type.symmetric for link in graph.outgoing.get(key, ()))
        )
        head = next((text for text in heads if text != self.view.title), "")
        called = f"{_cut(called, _LONGEST // 2)} ({self.part}/{self.parts})"
        return _cut(f"{called}: {head}" if head else called, _LONGEST)


@dataclass(frozen=True, slots=True)
class _Fitted:
    view: View
    shape: Shape
    part: int = 1
    parts: int = 1


def draw_several(
    views: Sequence[View],
    paper: Paper,
    format: str = "svg",  # noqa: A002  (what everyone calls it)
    *,
    least: float = LEAST_TEXT,
    cluster: Cluster = "none",
    shape: Shape = USUAL,
    weighed: Weighed = NOTHING_WEIGHED,
    engine: Engine = "bundled",
    timeout: float = 120.0,
    dpi: float | None = None,
    width: int | None = None,
) -> tuple[Leaf, ...]:
    """Draw each view on a sheet, or on several where its type would be smaller than ``least``.

    ``least`` is in points; ``timeout`` in seconds, for one layout. A view that cannot be divided
    stays as it is, in the shape that prints largest. Raises :class:`ArgmapError` where there would
    be more than :data:`MOST_SHEETS` sheets, and what :func:`~argmap.rendering.sheet.draw_sheet`
    raises. At most eight layouts are tried for a sheet, and for each view that is divided; sixteen
    for one that is too small and cannot be.
    """

    def measure(view: View, notes: Mapping[str, str], least_: float) -> tuple[Shape, Setting]:
        return best_shape(
            view,
            paper,
            least=least_,
            enough=least * _COMFORTABLE,
            cluster=cluster,
            shape=shape,
            weighed=replace(weighed, notes=notes),
            engine=engine,
            timeout=timeout,
        )

    usual = round(_PER_A3 * paper.short * paper.long / _A3 * (LEAST_TEXT / least) ** 2)
    # Nothing is divided for the sake of type that is larger than any sheet has.
    most = setting((1.0, 1.0), paper).text
    fitted = _fitted(views, measure, min(least * _SLACK, most), max(_FEW, usual))
    places: dict[str, list[int]] = {}
    for number, each in enumerate(fitted, 1):
        for key in each.view.graph.statements:
            places.setdefault(key, []).append(number)
    leaves = []
    for number, each in enumerate(fitted, 1):
        view = each.view
        about = " · ".join(p for p in _told(number, len(fitted), each) if p)
        others = {
            key: tuple(n for n in places[key] if n != number) for key in view.graph.statements
        }
        drawn = draw_sheet(
            replace(view, about=about),
            paper,
            format,
            cluster=cluster,
            shape=each.shape,
            settled=True,
            weighed=replace(weighed, notes=_references(view, others)),
            engine=engine,
            timeout=timeout,
            dpi=dpi,
            width=width,
        )
        leaves.append(Leaf(drawn.content, view, drawn.setting, each.part, each.parts, others))
    return tuple(leaves)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _told(number: int, count: int, sheet: _Fitted) -> Iterator[str]:
    yield f"sheet {number} of {count}"
    if sheet.parts > 1:
        yield f"part {sheet.part} of {sheet.parts}"
    yield sheet.view.about


def _fitted(
    views: Sequence[View],
    measure: Callable[[View, Mapping[str, str], float], tuple[Shape, Setting]],
    least: float,
    usual: int,
) -> list[_Fitted]:
    """Divide views until each can be read, or cannot be divided; in their order."""
    times = Counter(key for view in views for key in view.graph.statements)
    fitted: list[_Fitted] = []
    for view in views:
        parts: list[tuple[View, Shape]] = []
        waiting = [view]
        while waiting:
            each = waiting.pop()
            count = len(each.graph.statements)
            divided: tuple[View, ...] = (each,)
            if count > MOST_SHEETS * usual:
                raise _too_many()
            if count > _FAR * usual:
                divided = divide(each, usual)
            if len(divided) == 1:
                foreseen = {key: (0,) * (times[key] - 1) for key in each.graph.statements}
                notes = _references(each, foreseen)
                shape, found = measure(each, notes, least if count > _FEW else 0.0)
                if found.text < least and count > _FEW:
                    # What a sheet holds goes with its area, as seen at the size of the type.
                    most = round(count * (found.text / least) ** 2)
                    divided = divide(each, min(most, count - 1))
                if len(divided) == 1 or max(len(p.graph.statements) for p in divided) >= count:
                    if found.text < least and count > _FEW:
                        # It stays too small: then as large as may be.
                        shape, _ = measure(each, notes, 0.0)
                    parts.append((each, shape))
                    continue
            for part in divided:
                times.update(part.graph.statements.keys())
            times.subtract(each.graph.statements.keys())
            waiting += reversed(divided)
            if len(fitted) + len(parts) + len(waiting) > MOST_SHEETS:
                raise _too_many()
        fitted += [
            _Fitted(each, shape, number, len(parts))
            for number, (each, shape) in enumerate(parts, 1)
        ]
    return fitted


def _too_many() -> ArgmapError:
    return ArgmapError(
        f"that would be more than {MOST_SHEETS} sheets: take larger paper or smaller type "
        "(--text-size), or draw part of it (--spine, --question)"
    )


def _references(view: View, others: Mapping[str, Sequence[int]]) -> dict[str, str]:
    """Say on which other sheets a statement is drawn, too; a 0 is one not yet known."""
    with speaking(language_of(view.graph)):
        return {
            key: say(
                f"→ also on sheet{'s' if len(numbers) > 1 else ''} {{}}",
                ", ".join(str(number or _FORESEEN) for number in numbers),
            )
            for key, numbers in others.items()
            if numbers
        }
