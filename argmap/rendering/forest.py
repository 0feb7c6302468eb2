"""A large map of several trees: each laid out by itself, and all set on one sheet.

Frames are those of the map as one graph: an essay's about its trees, a section's or a question's
about those within it. A tree that reaches over several frames stands beside them, and has frames
of its own about the parts of each. The heading is laid out last, to be as wide as the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from argmap.rendering import theme
from argmap.rendering.dot import Drawing, language_of
from argmap.rendering.engine import Engine
from argmap.rendering.labels import group_label
from argmap.rendering.packing import Placed, document, lay_out
from argmap.rendering.plan import Place, Plan, plan
from argmap.rendering.proportions import COLUMN
from argmap.rendering.shape import USUAL, Shape
from argmap.rendering.side_by_side import Tell, lay_out_all
from argmap.rendering.skyline import set_out
from argmap.rendering.subject import subject
from argmap.rendering.themes import now
from argmap.rendering.trees import Tree, alone, split
from argmap.rendering.weighed import NOTHING_WEIGHED, Weighed
from argmap.views.view import View, whole
from argmap.words import speaking

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.rendering.groups import Cluster

__all__ = ["draw_forest"]

_GAP = 22.0
"""Between two trees, in points: twice what parts two boxes of one."""
_APART = 10.0
"""Between two boxes that belong to no tree."""
_MARGIN = 25.0
_ROUND = 12.0
"""Radius of a frame's corners, in points, as the engine has it."""


_QUESTIONS, _LONE = -2, -3
"""In the place of a group: the questions of an essay, and other statements without links."""


@dataclass(slots=True)
class _Frame:
    """A frame of the map, and what stands in it in the order of reading; drawn in the end."""

    title: str = ""
    size: float = theme.GROUP_SIZE
    look: theme.FrameStyle | None = None
    gap: float = _GAP
    inside: list[_Frame | Placed] = field(default_factory=list)
    drawn: Placed | None = None


def draw_forest(
    graph: ArgumentGraph | View,
    *,
    cluster: Cluster = "none",
    title: str | None = None,
    legend: bool = True,
    shape: Shape = USUAL,
    weighed: Weighed = NOTHING_WEIGHED,
    engine: Engine = "bundled",
    timeout: float = 120.0,
    jobs: int | None = None,
    tell: Tell | None = None,
) -> bytes:
    """Draw a map tree by tree: one SVG, as the engine might have written it.

    Takes what :func:`argmap.rendering.render` does. ``jobs`` engines run at one time, as many as
    there are processors unless it is given, and make no difference to the picture; ``tell`` is
    called with how many trees are laid out, and of how many. It is not yet fit to publish: see
    :func:`argmap.rendering.svg.finish`. Raises as :func:`~argmap.rendering.engine.layout` does.
    """
    from graphviz import Digraph  # type: ignore[import-untyped]

    view = graph if isinstance(graph, View) else whole(graph)
    with speaking(language_of(view.graph)):
        told = subject(view, shape, weighed)
        drawn = plan(view.graph, cluster, view.between)
        trees = [*split(drawn), *_lone(drawn)]
        dots = [
            Drawing(told, tree.plan).draw_beside(Digraph(f"t{number}"))
            for number, tree in enumerate(trees)
        ]
        sizes = [len(tree.plan.places) for tree in trees]
        pictures = lay_out_all(dots, sizes, engine=engine, timeout=timeout, jobs=jobs, tell=tell)
        titles = {_QUESTIONS: told.questions, _LONE: told.apart}
        body = _set(_framed(drawn, trees, pictures, titles), engine, timeout)
        label = Drawing(told, drawn).heading(title, body.width, legend=legend)
    heads = lay_out([_label("head", label)], engine=engine, timeout=timeout) if label else []
    return document(_sheet([*heads, body]))


def _lone(drawn: Plan) -> Iterator[Tree]:
    """Yield the statements that no line leads to or from, each as a tree of one box."""
    for number, province in enumerate(drawn.provinces):
        for key in province.questions:
            yield alone(drawn, key, (number, _QUESTIONS))
        for key in province.apart:
            yield alone(drawn, key, (number, _LONE))


def _framed(
    drawn: Plan, trees: Sequence[Tree], pictures: Sequence[Placed], titles: Mapping[int, str]
) -> _Frame:
    """Put the pictures of trees into the frames of the map; return what holds them all."""
    sheet = _Frame()
    frames: dict[Place, _Frame] = {(-1, -1): sheet}

    def opened(place: Place, about: _Frame, frame: _Frame) -> _Frame:
        if place not in frames:
            frames[place] = frame if frame.title else about
            if frame.title:
                about.inside.append(frame)
        return frames[place]

    for tree, picture in zip(trees, pictures, strict=True):
        number, index = tree.place
        within = sheet
        if number >= 0:
            province = drawn.provinces[number]
            essay = _Frame(province.title, theme.PROVINCE_SIZE, now().province)
            within = opened((number, -1), sheet, essay)
            if index != -1:
                title = titles[index] if index < 0 else province.groups[index].title
                gap = _APART if index < 0 else _GAP
                frame = _Frame(title, look=now().group, gap=gap)
                within = opened((number, index), within, frame)
        within.inside.append(picture)
    return sheet


def _set(sheet: _Frame, engine: Engine, timeout: float) -> Placed:
    """Set what stands in each frame, from the innermost outward; return what the sheet holds."""
    levels = [[sheet]]
    while deeper := [f for frame in levels[-1] for f in frame.inside if isinstance(f, _Frame)]:
        levels.append(deeper)
    number = count()
    for level in reversed(levels[1:]):
        contents = [_packed(frame) for frame in level]
        labels = [
            _label(f"f{next(number)}", group_label(frame.title, frame.size, _columns(content)))
            for frame, content in zip(level, contents, strict=True)
        ]
        heads = lay_out(labels, engine=engine, timeout=timeout)
        for frame, head, content in zip(level, heads, contents, strict=True):
            frame.drawn = _about(frame, head, content)
    return _packed(sheet)


def _columns(content: Placed) -> int:
    return max(1, round(content.width / COLUMN))


def _packed(frame: _Frame) -> Placed:
    inside = [each.drawn if isinstance(each, _Frame) else each for each in frame.inside]
    pictures = [each for each in inside if each is not None]
    setting = set_out([(each.width, each.height) for each in pictures], frame.gap)
    moved = (_moved(each, *place) for each, place in zip(pictures, setting.places, strict=True))
    return Placed(b"".join(moved), setting.width, setting.height)


def _about(frame: _Frame, head: Placed, content: Placed) -> Placed:
    """Draw a frame about its label and what stands in it."""
    look = frame.look or now().group
    margin = float(look.margin)
    width = max(head.width, content.width) + 2 * margin
    height = head.height + content.height + 2 * margin
    border = (
        f'<g class="cluster">\n<path fill="{look.fill}" stroke="{look.line}" '
        f'd="{_rounded(width, height)}"/>\n'
    )
    parts = (_moved(head, margin, margin / 2), _moved(content, margin, head.height + margin))
    return Placed(border.encode() + b"".join(parts) + b"</g>\n", width, height)


def _rounded(width: float, height: float) -> str:
    """Return the way round a frame with round corners, clockwise from the upper left."""
    r, w, h = _ROUND, width, height
    near = r / 2
    bends = (
        ((w - r, 0), (w - near, 0), (w, near), (w, r)),
        ((w, h - r), (w, h - near), (w - near, h), (w - r, h)),
        ((r, h), (near, h), (0, h - near), (0, h - r)),
        ((0, r), (0, near), (near, 0), (r, 0)),
    )
    at = (r, 0.0)
    way = []
    for start, *bend in bends:
        # A straight side is a bend, too, as the engine has it.
        way += [at, start, start, *bend]
        at = bend[-1]
    points = [f"{x:.2f},{y:.2f}" for x, y in way]
    return f"M{points[0]}C{' '.join(points)}"


def _label(name: str, label: str) -> str:
    """Return a graph that is a label and nothing else."""
    from graphviz import Digraph

    dot = Digraph(name)
    dot.attr("graph", id=name, pad="0", bgcolor="transparent", fontname=theme.FONT, label=label)
    dot.attr("graph", labelloc="t", labeljust="l")
    return str(dot.source)


def _sheet(rows: Sequence[Placed]) -> Placed:
    """Set pictures below each other, with white about them."""
    down = _MARGIN
    parts = []
    for row in rows:
        parts.append(_moved(row, _MARGIN, down))
        down += row.height
    width = max(row.width for row in rows) + 2 * _MARGIN
    return Placed(b"".join(parts), width, down + _MARGIN)


def _moved(placed: Placed, right: float, down: float) -> bytes:
    start = f'<g transform="translate({right:.2f} {down:.2f})">\n'
    return start.encode() + placed.body.strip() + b"\n</g>\n"
