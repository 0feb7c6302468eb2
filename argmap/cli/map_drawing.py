"""What ``argmap map`` draws once it is known what is asked for: one picture, or several sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.common import note, write_result
from argmap.cli.drawing import note_if_smaller, pdf_of, said_of_type, sheet_name
from argmap.errors import ArgmapError
from argmap.rendering.paper import LEAST_TEXT

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.rendering.engine import Engine
    from argmap.rendering.groups import Cluster
    from argmap.rendering.paper import Paper, Setting
    from argmap.rendering.shape import Shape
    from argmap.rendering.weighed import Weighed
    from argmap.views.sheets import By
    from argmap.views.view import View

_PART = "draw part of it (--spine, --question, --around, --pages), or take larger paper"
_LESS = "draw less (--size, --depth), or take larger paper"


@dataclass(frozen=True, slots=True)
class Wish:
    """How a map is to be drawn: format, layout, sheet, pixels, and what is written on its boxes."""

    format: str
    shape: Shape
    weighed: Weighed
    cluster: Cluster = "none"
    engine: Engine = "bundled"
    timeout: float = 120.0
    paper: Paper | None = None
    dpi: float | None = None
    width: int | None = None


def draw_map(view: View, wish: Wish) -> bytes:
    """Draw one map, and note what its reader must be told."""
    content = _picture(view, wish)
    if wish.format == "pdf":
        from argmap.rendering.dot import language_of, map_title

        return pdf_of([content], map_title(view), language_of(view.graph))
    if wish.format == "png":
        note_if_smaller(content, wish.dpi, wish.width)
    return content


def draw_pages(graph: ArgumentGraph, by: By, size: int, wish: Wish, output: Path | None) -> None:
    """Draw a map as several sheets, and write them: a PDF, or a numbered file for each.

    Raises :class:`ArgmapError` where there is nothing to divide by, or nowhere to write to.
    """
    from argmap.views.sheets import on_sheets

    if output is None or str(output) == "-":
        raise ArgmapError("--pages makes several sheets: name a file with -o")
    from argmap.rendering.dot import language_of, map_title
    from argmap.rendering.map_words import speaking

    views = on_sheets(graph, by, size)
    places: dict[str, list[int]] = {}
    for number, view in enumerate(views, 1):
        for key in view.graph.statements:
            places.setdefault(key, []).append(number)
    drawn, settings = [], []
    for number, view in enumerate(views, 1):
        about = " · ".join(p for p in (f"sheet {number} of {len(views)}", view.about) if p)
        others = {k: [n for n in places[k] if n != number] for k in view.graph.statements}
        with speaking(language_of(view.graph)):
            weighed = replace(wish.weighed, notes=_references(others))
        content, setting = _drawn(replace(view, about=about), replace(wish, weighed=weighed))
        drawn.append(content)
        settings.append(setting)
    note(_said_of_sheets(settings))
    missing = sum(key not in places for key in graph.statements if key not in graph.questions())
    if missing:
        verb = "is" if missing == 1 else "are"
        note(f"{missing} of {len(graph.statements)} statements {verb} on none of the sheets")
    if wish.format == "pdf":
        write_result(pdf_of(drawn, map_title(graph), language_of(graph)), output)
        return
    for number, content in enumerate(drawn, 1):
        write_result(content, sheet_name(output, number))
    note(f"wrote {sheet_name(output, 1).name} to {sheet_name(output, len(drawn)).name}")


def _references(others: Mapping[str, list[int]]) -> dict[str, str]:
    """Say on which other sheets a statement is drawn, too."""
    from argmap.rendering.map_words import say

    return {
        key: say(
            f"→ also on sheet{'s' if len(numbers) > 1 else ''} {{}}", ", ".join(map(str, numbers))
        )
        for key, numbers in others.items()
        if numbers
    }


def _picture(view: View, wish: Wish) -> bytes:
    """Draw one map, and note the size of its type on paper."""
    content, setting = _drawn(view, wish)
    if setting is not None:
        note(said_of_type(setting, _PART if view.graph is view.of else _LESS))
    return content


def _said_of_sheets(settings: list[Setting | None]) -> str:
    """Say in one line between what sizes of type some sheets are printed."""
    sizes = [each.text for each in settings if each is not None]
    least, most = f"{min(sizes):.1f}", f"{max(sizes):.1f}"
    said = f"{len(sizes)} sheets, with statements in {least}- to {most}-point type"
    small = [str(number) for number, size in enumerate(sizes, 1) if size < LEAST_TEXT]
    if not small:
        return said
    which = ", ".join(small[:10]) + (" …" if len(small) > 10 else "")
    return f"{said}; too small to read on sheet {which}: {_LESS}"


def _drawn(view: View, wish: Wish) -> tuple[bytes, Setting | None]:
    format_ = "svg" if wish.format == "pdf" else wish.format
    if wish.paper is None:
        from argmap.rendering import render

        content = render(
            view,
            format_,
            cluster=wish.cluster,
            shape=wish.shape,
            weighed=wish.weighed,
            engine=wish.engine,
            timeout=wish.timeout,
            dpi=wish.dpi,
            width=wish.width,
        )
        return content, None
    from argmap.rendering.sheet import draw_sheet

    drawn = draw_sheet(
        view,
        wish.paper,
        format_,
        cluster=wish.cluster,
        shape=wish.shape,
        weighed=wish.weighed,
        engine=wish.engine,
        timeout=wish.timeout,
        dpi=wish.dpi,
        width=wish.width,
    )
    return drawn.content, drawn.setting
