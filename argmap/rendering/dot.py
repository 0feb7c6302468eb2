"""From the graph of an argument to DOT: boxes, edges and clusters.

The thesis stands at the left and its grounds to the right (``rankdir=RL``, edges from ground to
claim), so a map reads like an outline and grows down the page. The engine stacks what shares a
column from the bottom up, so everything is written in reverse and comes out in reading order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.model import Essay, Kind, Link
from argmap.rendering import theme
from argmap.rendering.groups import Cluster, Group
from argmap.rendering.labels import Label, group_label, statement_label
from argmap.rendering.legend import heading, occurring
from argmap.rendering.looks import box_line, is_unbacked, link_node_line, stroke_line
from argmap.rendering.plan import Place, Plan, Province, Stroke, plan
from argmap.rendering.proportions import COLUMN, Edge, Layout, arrange

if TYPE_CHECKING:
    from graphviz import Digraph  # type: ignore[import-untyped]

    from argmap.graph import ArgumentGraph

__all__ = ["map_title", "set_defaults", "to_dot"]

_QUESTIONS = "Questions"
_APART = "Not linked to anything"
_ANCHOR = "anchor"
_LOOSE = ' constraint="false" weight="0"'
_LARGE = 800
_HASTE = {"nslimit": "0.1", "nslimit1": "0.1", "mclimit": "0.1"}
"""Makes the engine stop straightening lines early: 5,000 boxes take 10 s in place of minutes."""


def to_dot(
    graph: ArgumentGraph,
    *,
    cluster: Cluster = "none",
    title: str | None = None,
    legend: bool = True,
) -> str:
    """Return the map of a graph as DOT.

    ``cluster`` frames the statements of each section, or of each question; several essays are
    framed one each in any case. ``title`` is that of the essay unless given; an empty one leaves it
    out. Deterministic, and linear in the graph but for the spreading of a tower
    (:mod:`argmap.rendering.proportions`).
    """
    from graphviz import Digraph

    return _Drawing(graph, cluster).draw(Digraph("argument"), title, legend=legend)


def map_title(graph: ArgumentGraph) -> str:
    """Return what a map is called: by the essay, or by the debate that brings several together.

    An essay without statements of its own, which says only how others meet, is such a debate.
    """
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
        bgcolor=theme.PAPER,
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
        fontcolor=theme.INK,
        margin="0.1,0.05",
        penwidth="1.1",
    )
    sides = ("e", "w") if rankdir == "RL" else ("w", "e")
    dot.attr("edge", arrowsize="0.7", headport=sides[0], tailport=sides[1])


class _Drawing:
    """Writes one map."""

    def __init__(self, graph: ArgumentGraph, cluster: Cluster) -> None:
        self.graph = graph
        self.plan: Plan = plan(graph, cluster)
        self.marked = {s.key for s in graph.statements.values() if is_unbacked(graph, s)}
        self.nodes_at: dict[Place, list[Link]] = {}
        for key, link in graph.links.items():
            if key in self.plan.link_nodes:
                self.nodes_at.setdefault(self.plan.places[key], []).append(link)
        self.labels: dict[str, Label] = {
            key: statement_label(statement, unsupported=key in self.marked)
            for key, statement in graph.statements.items()
        }
        self.rows: list[Edge] = []
        self.firsts: list[str] = []

    def draw(self, dot: Digraph, title: str | None, *, legend: bool) -> str:
        layout = self._arrange()
        set_defaults(dot)
        if len(self.plan.places) > _LARGE:
            dot.attr("graph", **_HASTE)
        self._heading(dot, title, layout, legend=legend)
        provinces = self.plan.provinces
        self._link_nodes(dot, (-1, -1))
        for number in range(len(provinces) - 1, -1, -1):
            province = provinces[number]
            if not (province.groups or province.questions or province.apart):
                continue
            if province.title:
                with dot.subgraph(name=f"cluster_{number}") as frame:
                    _frame(frame, self._province_label(province, layout), theme.PROVINCE)
                    self._province(frame, number, province, layout)
            else:
                self._province(dot, number, province, layout)
        self._anchor(dot, layout)
        for stroke in reversed(self.plan.strokes):
            self._stroke(dot, stroke, layout)
        return str(dot.source)

    # --- what goes where ----------------------------------------------------------------------

    def _arrange(self) -> Layout:
        names = self.plan.names
        heights = {
            names[key]: self.labels[key].height for key in self.plan.places if key in self.labels
        }
        for key in self.plan.link_nodes:
            heights[names[key]] = theme.SMALL_SIZE * 2
        edges = [(each.tail, each.head) for each in self.plan.strokes if each.pulls]
        bands: dict[Place, list[str]] = {}
        for key, place in self.plan.places.items():
            bands.setdefault(place, []).append(names[key])
        return arrange(heights, edges, list(bands.values()))

    def _heading(self, dot: Digraph, title: str | None, layout: Layout, *, legend: bool) -> None:
        if title is None:
            title = map_title(self.graph)
        essays = _drawn(self.graph)
        author = essays[0].author if len(essays) == 1 else ""
        key = occurring(self.graph, self.plan.link_nodes, self.marked) if legend else None
        label = heading(title, author, key, layout.width)
        if label:
            dot.attr("graph", label=label)

    # --- boxes --------------------------------------------------------------------------------

    def _province(self, dot: Digraph, number: int, province: Province, layout: Layout) -> None:
        columns = max(2, round(layout.width / COLUMN))
        self._gathered(dot, f"cluster_{number}_apart", _APART, province.apart, columns)
        self._gathered(dot, f"cluster_{number}_questions", _QUESTIONS, province.questions, columns)
        for index in range(len(province.groups) - 1, -1, -1):
            group = province.groups[index]
            if group.title:
                with dot.subgraph(name=f"cluster_{number}_{index}") as frame:
                    _frame(frame, self._group_label(group, layout), theme.GROUP)
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
        for key in reversed(group.keys):
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
            _frame(frame, group_label(title), theme.GROUP)
            for key in reversed(keys):
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
                self.labels[key].markup,
                unbacked=key in self.marked,
            )
        )

    def _link_nodes(self, dot: Digraph, place: Place) -> None:
        """Write the nodes of the links that belong to this place."""
        for link in self.nodes_at.get(place, ()):
            dot.body.append(link_node_line(self.plan.names[link.key], link))

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
            more = _LOOSE + _sides(stroke, layout)
        elif edge in layout.lengths:
            more = f' minlen="{layout.lengths[edge]}"'
        key = stroke.link.key
        id_ = "" if key in self.plan.link_nodes else key
        dot.body.append(stroke_line(*edge, stroke.link, id=id_, last=stroke.last, more=more))


def _sides(stroke: Stroke, layout: Layout) -> str:
    """Say where a line begins and ends that does not run from right to left as most do."""
    tail, head = (layout.columns.get(name, 0) for name in (stroke.tail, stroke.head))
    if tail > head:
        return ""
    return ' headport="w" tailport="e"' if tail < head else ' headport="e" tailport="e"'


def _frame(dot: Digraph, label: str, look: theme.FrameStyle) -> None:
    # Sideways layouts swap left and right in the labels of clusters: "r" is the left.
    dot.attr(
        label=label,
        labeljust="r",
        style="rounded,filled",
        color=look.line,
        fillcolor=look.fill,
        margin=look.margin,
    )
