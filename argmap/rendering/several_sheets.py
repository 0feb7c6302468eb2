"""Views drawn each on a sheet of its own, in type that can be read, with references between them.

How large a view prints only its layout tells. So each is laid out; where its type is too small it
is divided (:mod:`argmap.views.division`) and its parts are laid out in turn. All are drawn once
more when it is known how many sheets there are and what stands on which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from argmap.rendering.dot import language_of
from argmap.rendering.engine import Engine, TooLongError
from argmap.rendering.groups import Cluster
from argmap.rendering.numbered import (
    SLACK,
    Leaf,
    also_on,
    elsewhere,
    refuse_too_many,
    told,
)
from argmap.rendering.paper import LEAST_TEXT, Paper, Setting, setting
from argmap.rendering.shape import USUAL, Shape
from argmap.rendering.sheet import Sheet, best_shape, draw_sheet
from argmap.rendering.weighed import NOTHING_WEIGHED, Weighed
from argmap.views.division import divide
from argmap.views.view import View
from argmap.words import speaking

__all__ = ["draw_several"]

_COMFORTABLE = 1.4
"""Above the least size of type, that from which no other shape is tried."""
_PER_A3, _A3 = 24 * (8.3 / LEAST_TEXT) ** 2, 297.0 * 420.0
"""Statements that an A3 sheet holds in type of the least size, and how large it is."""
_FAR = 4
"""How many times what a sheet holds is divided without being laid out first."""
_FEW = 3
"""Statements on a sheet that is not divided: one of less says nothing."""
T = TypeVar("T")

_LESS = "draw part of it (--spine, --question)"


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
    fall_back: bool = False,
) -> tuple[Leaf, ...]:
    """Draw each view on a sheet, or on several where its type would be smaller than ``least``.

    ``least`` is in points; ``timeout`` in seconds, for one layout. A view that cannot be divided
    stays as it is, in the shape that prints largest. Raises :class:`ArgmapError` where there would
    be more than :data:`MOST_SHEETS` sheets, and what :func:`~argmap.rendering.sheet.draw_sheet`
    raises. With ``fall_back``, a sheet whose layout is given up is drawn with straight lines, in as
    much time again, and says so (:attr:`Leaf.straight`). At most eight layouts are tried for a
    sheet, and for each view that is divided; sixteen for one that is too small and cannot be.
    """

    def in_time(shape: Shape, draw: Callable[[Shape], T]) -> T:
        try:
            return draw(shape)
        except TooLongError:
            if shape.straight or not fall_back:
                raise
            return draw(replace(shape, straight=True))

    def measure(view: View, notes: Mapping[str, str], least_: float) -> tuple[Shape, Setting]:
        return in_time(
            shape,
            lambda shape: best_shape(
                view,
                paper,
                least=least_,
                enough=least * _COMFORTABLE,
                cluster=cluster,
                shape=shape,
                weighed=replace(weighed, notes=notes),
                engine=engine,
                timeout=timeout,
            ),
        )

    def drawn(sheet: _Fitted, about: str, notes: Mapping[str, str]) -> tuple[Shape, Sheet]:
        return in_time(
            sheet.shape,
            lambda shape: (
                shape,
                draw_sheet(
                    replace(sheet.view, about=about),
                    paper,
                    format,
                    cluster=cluster,
                    shape=shape,
                    settled=True,
                    weighed=replace(weighed, notes=notes),
                    engine=engine,
                    timeout=timeout,
                    dpi=dpi,
                    width=width,
                ),
            ),
        )

    usual = round(_PER_A3 * paper.short * paper.long / _A3 * (LEAST_TEXT / least) ** 2)
    # Nothing is divided for the sake of type that is larger than any sheet has.
    most = setting((1.0, 1.0), paper).text
    fitted = _fitted(views, measure, min(least * SLACK, most), max(_FEW, usual))
    others = elsewhere([each.view.graph.statements for each in fitted])
    leaves = []
    for number, (each, there) in enumerate(zip(fitted, others, strict=True), 1):
        view = each.view
        place = told(number, len(fitted), each.part, each.parts)
        about = f"{place} · {view.about}" if view.about else place
        used, made = drawn(each, about, _references(view, there))
        straight = used.straight and not shape.straight
        leaves.append(
            Leaf(
                made.content,
                view.title or view.about,
                _head(view),
                made.setting,
                each.part,
                each.parts,
                there,
                straight,
            )
        )
    return tuple(leaves)


def _head(view: View) -> str:
    """Return the first statement of a view that bears on no other there, unless it is its title."""
    graph = view.graph
    heads = (
        graph.statements[key].text
        for key in graph.in_reading_order(graph.statements)
        if all(link.type.symmetric for link in graph.outgoing.get(key, ()))
    )
    return next((text for text in heads if text != view.title), "")


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
            refuse_too_many(-(-count // usual), _LESS)
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
            refuse_too_many(len(fitted) + len(parts) + len(waiting), _LESS)
        fitted += [
            _Fitted(each, shape, number, len(parts))
            for number, (each, shape) in enumerate(parts, 1)
        ]
    return fitted


def _references(view: View, others: Mapping[str, Sequence[int]]) -> dict[str, str]:
    with speaking(language_of(view.graph)):
        return also_on(others)
