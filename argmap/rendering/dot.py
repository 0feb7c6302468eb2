"""From the graph of an argument to DOT: boxes, edges and clusters.

The thesis stands at the left and its grounds to the right (``rankdir=RL``, edges from ground to
claim), so a map reads like an outline and grows down the page, unless its shape says otherwise.
Sideways the engine stacks what shares a column from the bottom up, so everything is written in
reverse and comes out in reading order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from argmap.model import Essay, Kind, Link
from argmap.rendering import big_maps, theme
from argmap.rendering.groups import Cluster, Group
from argmap.rendering.labels import group_label
from argmap.rendering.legend import heading, occurring
from argmap.rendering.looks import box_line, link_node_line, stroke_line
from argmap.rendering.plan import Place, Plan, Province, Stroke, plan
from argmap.rendering.proportions import COLUMN, Edge, Layout, arrange
from argmap.rendering.shape import DIRECTIONS, USUAL, Shape
from argmap.rendering.subject import Subject, subject
from argmap.rendering.themes import now
from argmap.rendering.view_words import between_words
from argmap.rendering.weighed import NOTHING_WEIGHED, Weighed
from argmap.views.view import View, whole
from argmap.words import say_counts, shared, speaking

if TYPE_CHECKING:
    from graphviz import Digraph  # type: ignore[import-untyped]

    from argmap.graph import ArgumentGraph

__all__ = ["Drawing", "language_of", "map_title", "set_defaults", "to_dot"]

_ANCHOR = "anchor"
_ROW = 120.0
"""From one row to the next, in points, in a map that grows down or up."""
_BOX_FRAME = 24.0
_SIDES = {"RL": ("e", "w"), "LR": ("w", "e"), "BT": ("s", "n"), "TB": ("n", "s")}
"""Where a line that runs as most do ends and begins, by Graphviz's ``rankdir``."""
_LOOSE = ' constraint="false" weight="0"'
_LARGE = 800
_HASTE = {"nslimit": "0.1", "nslimit1": "0.1", "mclimit": "0.1"}
"""Makes the engine stop straightening lines early: 5,000 boxes take 10 s in place of minutes."""


T = TypeVar("T")


def to_dot(
    graph: ArgumentGraph | View,
    *,
    cluster: Cluster = "none",
    title: str | None = None,
    legend: bool = True,
    shape: Shape = USUAL,
    weighed: Weighed = NOTHING_WEIGHED,
) -> str:
    """Return the map of a graph, or of a view of one, as DOT.

    ``cluster`` frames the statements of each section, or of each question; several essays are
    framed one each in any case. ``title`` is that of the essay unless given; an empty one leaves it
    out. ``weighed`` is how statements come out, to be shown on their boxes. Deterministic, and
    linear in the graph but for the spreading of a tower (:mod:`argmap.rendering.proportions`).
    """
    from graphviz import Digraph

    view = graph if isinstance(graph, View) else whole(graph)
    with speaking(language_of(view.graph)):
        drawing = Drawing(subject(view, shape, weighed), plan(view.graph, cluster, view.between))
        return drawing.draw(Digraph("argument"), title, legend=legend)


def language_of(graph: ArgumentGraph) -> str:
    """Return the language of the essays that claim anything, where they share one; or nothing."""
    return shared(essay.lang for essay in _drawn(graph))


def map_title(graph: ArgumentGraph | View) -> str:
    """Return what a map is called: by the essay, or by the debate that brings several together.

    An essay without statements of its own, which says only how others meet, is such a debate. A
    view may have a title of its own.
    """
    if isinstance(graph, View):
        if graph.title:
            return graph.title
        graph = graph.graph
    drawn = _drawn(graph)
    if len(drawn) == 1:
        return drawn[0].title or drawn[0].id
    for essay in graph.essays:
        if not _has_claims(essay) and essay.title:
            return essay.title
    return " / ".join(dict.fromkeys(essay.title or essay.id for essay in drawn))


def _drawn(graph: ArgumentGraph) -> list[Essay]:
    return [essay for essay in graph.essays if _has_claims(essay)] or list(graph.essays)


def _has_claims(essay: Essay) -> bool:
    return any(statement.kind is not Kind.QUESTION for statement in essay.statements)


def set_defaults(dot: Digraph, *, rankdir: str = "RL") -> None:
    """Set what holds for the whole picture: direction, type, distances."""
    dot.attr(
        "graph",
        rankdir=rankdir,
        newrank="true",
        bgcolor=now().paper,
        fontname=theme.FONT,
        nodesep="0.14",
        ranksep="0.55",
        pad="0.35",
        labelloc="t",
        labeljust="l",
    )
    dot.attr(
        "node",
        fontname=theme.FONT,
        fontsize=f"{theme.BODY_SIZE:g}",
        fontcolor=now().ink,
        margin="0.1,0.05",
        penwidth=f"{1.1 * now().line_width:g}",
    )
    head, tail = _SIDES[rankdir]
    dot.attr("edge", arrowsize="0.7", headport=head, tailport=tail)


class Drawing:
    """Writes one map: as one graph, or (:mod:`argmap.rendering.forest`) as one for each tree."""

    def __init__(self, subject: Subject, plan: Plan) -> None:
        self.subject = subject
        self.graph = graph = subject.graph
        self.shape = subject.shape
        self.plan = plan
        self.link_nodes = sorted(plan.link_nodes, key=subject.order.__getitem__)
        self.nodes_at: dict[Place, list[Link]] = {}
        for key in self.link_nodes:
            self.nodes_at.setdefault(plan.places[key], []).append(graph.links[key])
        self.named = ""
        self.rows: list[Edge] = []
        self.firsts: list[str] = []

    def draw(self, dot: Digraph, title: str | None, *, legend: bool) -> str:
        """Write the whole map as one graph."""
        layout = self._arrange()
        self._set(dot, len(self.graph.statements))
        width = layout.width if self.shape.sideways else layout.height
        label = self.heading(title, width, legend=legend)
        if label:
            dot.attr("graph", label=label)
        self._write(dot, layout)
        return str(dot.source)

    def draw_beside(self, dot: Digraph) -> str:
        """Write a graph that is to stand beside others, without a heading.

        What stands in it is named after the graph, as all become one document.
        """
        self.named = f"{dot.name}-"
        self._set(dot, len(self.plan.places) - len(self.link_nodes))
        dot.attr("graph", id=dot.name, pad="0", bgcolor="transparent")
        self._write(dot, self._arrange())
        return str(dot.source)

    def _set(self, dot: Digraph, statements: int) -> None:
        """Set what holds for a whole graph of so many statements."""
        set_defaults(dot, rankdir=DIRECTIONS[self.shape.direction])
        if self.shape.close:
            dot.attr("graph", pad="0.05", ranksep="0.42", nodesep="0.12")
        if self.shape.order == "text":
            dot.attr("graph", ordering="in")
        if len(self.plan.places) > _LARGE:
            dot.attr("graph", **_HASTE, **big_maps.attributes(statements))
        if self.shape.straight:
            dot.attr("graph", splines="line")

    def _write(self, dot: Digraph, layout: Layout) -> None:
        """Write boxes, frames and lines."""
        provinces = self.plan.provinces
        self._link_nodes(dot, (-1, -1))
        for number, province in self._written(list(enumerate(provinces))):
            if not (province.groups or province.questions or province.apart):
                continue
            if province.title:
                with dot.subgraph(name=f"cluster_{number}") as frame:
                    self._frame(frame, self._province_label(province, layout), now().province)
                    self._province(frame, number, province, layout)
            else:
                self._province(dot, number, province, layout)
        self._anchor(dot, layout)
        # The order of lines into a box, where that is to hold, is read from the top.
        as_read = self.shape.order == "text"
        for stroke in self.plan.strokes if as_read else self._written(self.plan.strokes):
            self._stroke(dot, stroke, layout)

    # --- what goes where ----------------------------------------------------------------------

    def _arrange(self) -> Layout:
        names = self.plan.names
        box = self.shape.text_width + _BOX_FRAME
        sideways = self.shape.sideways
        heights = {
            names[key]: self.subject.labels[key].height if sideways else box
            for key in self.plan.places
            if key in self.subject.labels
        }
        for key in self.link_nodes:
            heights[names[key]] = theme.SMALL_SIZE * 2
        edges = [(each.tail, each.head) for each in self.plan.strokes if each.pulls]
        bands: dict[Place, list[str]] = {}
        for key, place in self.plan.places.items():
            bands.setdefault(place, []).append(names[key])
        wider = self.shape.text_width - theme.TEXT_WIDTH
        return arrange(
            heights,
            edges,
            list(bands.values()),
            column=COLUMN + wider if sideways else _ROW,
            tallest=self.shape.tallest,
            fold=self.shape.fold,
        )

    def heading(self, title: str | None, width: float, *, legend: bool) -> str:
        """Return the label of the whole map, about ``width`` points wide; perhaps empty."""
        view = self.subject.view
        if title is None:
            title = map_title(view)
        essays = _drawn(self.graph)
        author = essays[0].author if len(essays) == 1 else ""
        about = " · ".join(part for part in (author, say_counts(view.about)) if part)
        nodes = [key for key in self.link_nodes if key not in view.between]
        if not legend:
            return heading(title, about, None, width)
        key = occurring(
            self.graph.statements.values(),
            self.graph.links.values(),
            nodes=map(self.graph.links.__getitem__, nodes),
            unsupported=self.subject.marked,
        )
        shown = self.subject.weighed.only(self.graph.statements)
        return heading(title, about, key, width, shown)

    # --- boxes --------------------------------------------------------------------------------

    def _province(self, dot: Digraph, number: int, province: Province, layout: Layout) -> None:
        columns = max(2, round(layout.width / COLUMN))
        self._gathered(dot, f"cluster_{number}_apart", self.subject.apart, province.apart, columns)
        asked = self.subject.questions
        self._gathered(dot, f"cluster_{number}_questions", asked, province.questions, columns)
        for index, group in self._written(list(enumerate(province.groups))):
            if group.title:
                with dot.subgraph(name=f"cluster_{number}_{index}") as frame:
                    self._frame(frame, self._group_label(group, layout), now().group)
                    self._group(frame, group, (number, index))
            else:
                self._group(dot, group, (number, index))
        self._link_nodes(dot, (number, -1))

    def _province_label(self, province: Province, layout: Layout) -> str:
        keys = [key for group in province.groups for key in group.keys]
        return group_label(province.title, theme.PROVINCE_SIZE, max(2, self._columns(keys, layout)))

    def _group_label(self, group: Group, layout: Layout) -> str:
        return group_label(group.title, theme.GROUP_SIZE, self._columns(group.keys, layout))

    def _columns(self, keys: Iterable[str], layout: Layout) -> int:
        """Count the columns that some statements are foreseen to take."""
        columns = [layout.columns.get(self.plan.names[key], 0) for key in keys]
        return max(columns, default=0) - min(columns, default=0) + 1

    def _group(self, dot: Digraph, group: Group, place: Place) -> None:
        self._link_nodes(dot, place)
        for key in self._written(group.keys):
            self._statement(dot, key)

    def _gathered(
        self, dot: Digraph, name: str, title: str, keys: Sequence[str], columns: int
    ) -> None:
        """Set statements without links in rows, under a heading, instead of in one long column."""
        if not keys:
            return
        # Enough columns that the block is no tower of its own.
        columns = max(columns, round((len(keys) / 4) ** 0.5))
        with dot.subgraph(name=name) as frame:
            self._frame(frame, group_label(title), now().group)
            for key in self._written(keys):
                self._statement(frame, key)
        names = [self.plan.names[key] for key in keys]
        for start in range(0, len(names), columns):
            row = names[start : start + columns]
            self.firsts.append(row[0])
            self.rows += [(right, left) for left, right in pairwise(row)]

    def _statement(self, dot: Digraph, key: str) -> None:
        dot.body.append(
            box_line(
                self.plan.names[key],
                self.graph.statements[key],
                self.subject.labels[key].markup,
                unbacked=key in self.subject.marked,
                weighed=self.subject.weighed,
            )
        )

    def _link_nodes(self, dot: Digraph, place: Place) -> None:
        """Write the nodes of the links that belong to this place."""
        for link in self.nodes_at.get(place, ()):
            left_out = self.subject.view.between.get(link.key)
            words = "" if left_out is None else between_words(left_out)
            dot.body.append(link_node_line(self.plan.names[link.key], link, words))

    # --- lines --------------------------------------------------------------------------------

    def _anchor(self, dot: Digraph, layout: Layout) -> None:
        """Tie the root of each tree to its column, where there are several trees.

        The engine would otherwise align them by their ends, at the right.
        """
        roots = {**dict.fromkeys(self.firsts, 0), **layout.roots}
        if len(roots) > 1:
            # One for each column, as a long line would take room in the columns that it passes.
            anchors = [f"{_ANCHOR}{column}" for column in range(max(roots.values()) + 1)]
            for anchor in anchors:
                dot.node(anchor, "", shape="point", style="invis", width="0", height="0")
            for left, right in pairwise(anchors):
                dot.edge(right, left, style="invis")
            # Where trees stand side by side, a pull to one anchor would draw them apart in height.
            weight = "0" if len(anchors) > 1 and not layout.folded else "1"
            for root, column in roots.items():
                dot.edge(root, anchors[column], style="invis", weight=weight)
        for tail, head in self.rows:
            dot.edge(tail, head, style="invis")

    def _stroke(self, dot: Digraph, stroke: Stroke, layout: Layout) -> None:
        edge = (stroke.tail, stroke.head)
        more = ""
        if not stroke.pulls or edge in layout.folded:
            more = _LOOSE + self._sides(stroke, layout)
        elif edge in layout.lengths:
            more = f' minlen="{layout.lengths[edge]}"'
        key = stroke.link.key
        id_ = "" if key in self.plan.link_nodes else key
        dot.body.append(stroke_line(*edge, stroke.link, id=id_, last=stroke.last, more=more))

    def _sides(self, stroke: Stroke, layout: Layout) -> str:
        """Say where a line begins and ends that does not run the way that most do."""
        tail, head = (layout.columns.get(name, 0) for name in (stroke.tail, stroke.head))
        if tail > head:
            return ""
        back, front = _SIDES[DIRECTIONS[self.shape.direction]]
        return f' headport="{front if tail < head else back}" tailport="{back}"'

    # --- writing ------------------------------------------------------------------------------

    def _written(self, sequence: Sequence[T]) -> Sequence[T]:
        """Return things in the order in which they must be written to be read in their own."""
        return sequence[::-1] if self.shape.sideways else sequence

    def _frame(self, dot: Digraph, label: str, look: theme.FrameStyle) -> None:
        if self.named:
            dot.attr(id=f"{self.named}{dot.name}")
        dot.attr(
            label=label,
            # From right to left, left and right are swapped in the labels of clusters.
            labeljust="r" if self.shape.direction == "right" else "l",
            style="rounded,filled",
            color=look.line,
            fillcolor=look.fill,
            margin=look.margin,
        )
