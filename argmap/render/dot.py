"""From the graph of an argument to DOT: boxes, edges and clusters.

The thesis stands at the left and its grounds to the right (``rankdir=RL``, edges from ground to
claim), so a map reads like an outline and grows down the page. The engine stacks what shares a column
from the bottom up, so everything is written in reverse and comes out in reading order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.model import Flag, Kind, Link, Statement
from argmap.render import theme
from argmap.render.groups import Cluster, Group
from argmap.render.labels import (
    Label,
    group_label,
    link_label,
    link_tooltip,
    statement_label,
    statement_tooltip,
)
from argmap.render.legend import heading, occurring
from argmap.render.plan import Plan, Province, plan
from argmap.render.proportions import COLUMN, Edge, Layout, arrange
from argmap.render.safe_text import for_id, safe_url

if TYPE_CHECKING:
    from graphviz import Digraph

    from argmap.graph import ArgumentGraph

__all__ = ["to_dot"]

_QUESTIONS = "Questions"
_APART = "Not linked to anything"
_ANCHOR = "anchor"
_UNBACKED = (Kind.CLAIM, Kind.PREMISE, Kind.REBUTTAL)


def to_dot(
    graph: ArgumentGraph,
    *,
    cluster: Cluster = "none",
    title: str | None = None,
    legend: bool = True,
) -> str:
    """Return the map of a graph as DOT.

    ``cluster`` frames the statements of each section, or of each question; several essays are framed
    one each in any case. ``title`` is that of the essay unless given; an empty one leaves it out.
    Deterministic, and linear in the graph but for the spreading of a tower
    (:mod:`argmap.render.proportions`).
    """
    from graphviz import Digraph

    return _Drawing(graph, cluster).draw(Digraph("argument"), title, legend=legend)


def unsupported(graph: ArgumentGraph, statement: Statement) -> bool:
    """Tell whether a box carries the mark of what its author asserts and nothing evidenced backs."""
    return (
        statement.kind in _UNBACKED
        and not statement.reported
        and not graph.is_evidenced(statement.key)
    )


def box_attributes(statement: Statement, *, marked: bool) -> dict[str, str]:
    """Return the look of a statement's node, its class in the SVG, its tooltip and its URL."""
    thesis = Flag.THESIS in statement.flags
    box = theme.THESIS if thesis else theme.BOXES[statement.kind]
    style = f"{box.style},filled" if box.style else "filled"
    classes = [statement.kind.value, *sorted(statement.flags)]
    fill = box.fill
    if statement.reported:
        style += ",dashed"
        classes.append("reported")
        if not thesis:
            fill = theme.REPORTED_FILL
    if marked:
        classes.append("unsupported")
    attributes = {
        "class": " ".join(classes),
        "shape": box.shape,
        "style": style,
        "color": box.line,
        "fillcolor": fill,
        "tooltip": statement_tooltip(statement, unsupported=marked),
    }
    if box.peripheries > 1:
        attributes["peripheries"] = str(box.peripheries)
    if box.margin:
        attributes["margin"] = box.margin
    url = safe_url(statement.url)
    if url is not None:
        attributes["URL"] = url.replace("&", "&amp;")
        attributes["target"] = "_blank"
    return attributes


def edge_attributes(link: Link) -> dict[str, str]:
    """Return the look of a link's line, its class in the SVG, and its tooltip."""
    line = theme.line_of(link)
    kind = link.type.value if link.subtype is None else f"{link.type.value} {link.subtype.value}"
    return {
        "class": kind,
        "color": f"{line.color}:{theme.PAPER}:{line.color}" if line.double else line.color,
        "style": line.style,
        "penwidth": f"{line.penwidth:g}",
        "arrowhead": line.arrowhead,
        "tooltip": link_tooltip(link),
    }


def set_defaults(dot: Digraph) -> None:
    """Set what holds for the whole picture: direction, type, distances."""
    dot.attr(
        "graph",
        rankdir="RL",
        bgcolor=theme.PAPER,
        fontname=theme.FONT,
        nodesep="0.14",
        ranksep="0.55",
        pad="0.35",
        labelloc="t",
        labeljust="l",
        tooltip=" ",
    )
    dot.attr(
        "node",
        fontname=theme.FONT,
        fontsize=f"{theme.BODY_SIZE:g}",
        fontcolor=theme.INK,
        margin="0.1,0.05",
        penwidth="1.1",
    )
    dot.attr("edge", arrowsize="0.7", headport="e", tailport="w")


class _Drawing:
    """Writes one map."""

    def __init__(self, graph: ArgumentGraph, cluster: Cluster) -> None:
        self.graph = graph
        self.plan: Plan = plan(graph, cluster)
        self.marked = {s.key for s in graph.statements.values() if unsupported(graph, s)}
        self.labels: dict[str, Label] = {
            key: statement_label(statement, unsupported=key in self.marked)
            for key, statement in graph.statements.items()
        }
        self.rows: list[Edge] = []
        self.firsts: list[str] = []

    def draw(self, dot: Digraph, title: str | None, *, legend: bool) -> str:
        layout = self._arrange()
        set_defaults(dot)
        self._heading(dot, title, layout, legend=legend)
        provinces = self.plan.provinces
        self._outside(dot, (-1, -1))
        for number in range(len(provinces) - 1, -1, -1):
            province = provinces[number]
            if not (province.groups or province.questions or province.apart):
                continue
            if province.title:
                with dot.subgraph(name=f"cluster_{number}") as frame:
                    _frame(frame, province.title, theme.PROVINCE)
                    self._province(frame, number, province, layout)
            else:
                self._province(dot, number, province, layout)
        self._anchor(dot, layout)
        for link in reversed(self.graph.links.values()):
            self._link(dot, link, layout)
        return dot.source

    # --- what goes where ----------------------------------------------------------------------

    def _arrange(self) -> Layout:
        names = self.plan.names
        heights = {names[key]: self.labels[key].height for key in self.plan.places if key in self.labels}
        for key in self.plan.link_nodes:
            heights[names[key]] = theme.SMALL_SIZE * 2
        edges = [
            edge
            for key, link in self.graph.links.items()
            if key not in self.plan.loose
            for edge in self._edges(link)
        ]
        bands: dict[tuple[int, int], list[str]] = {}
        for key, place in self.plan.places.items():
            bands.setdefault(place, []).append(names[key])
        return arrange(heights, edges, list(bands.values()))

    def _edges(self, link: Link) -> list[Edge]:
        names = self.plan.names
        if link.key in self.plan.link_nodes:
            node = names[link.key]
            return [*((names[source], node) for source in link.sources), (node, names[link.target])]
        return [(names[link.sources[0]], names[link.target])]

    def _heading(self, dot: Digraph, title: str | None, layout: Layout, *, legend: bool) -> None:
        essays = [essay for essay in self.graph.essays if essay.statements]
        if title is None:
            title = essays[0].title or essays[0].id if len(essays) == 1 else ""
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
                    _frame(frame, group.title, theme.GROUP)
                    self._group(frame, group, (number, index))
            else:
                self._group(dot, group, (number, index))
        self._outside(dot, (number, -1))

    def _group(self, dot: Digraph, group: Group, place: tuple[int, int]) -> None:
        self._outside(dot, place)
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
            _frame(frame, title, theme.GROUP)
            for key in reversed(keys):
                self._statement(frame, key)
        names = [self.plan.names[key] for key in keys]
        for start in range(0, len(names), columns):
            row = names[start : start + columns]
            self.firsts.append(row[0])
            self.rows += [(right, left) for left, right in zip(row, row[1:], strict=False)]

    def _statement(self, dot: Digraph, key: str) -> None:
        marked = key in self.marked
        attributes = box_attributes(self.graph.statements[key], marked=marked)
        attributes["id"] = for_id(key)
        dot.node(self.plan.names[key], self.labels[key].markup, _attributes=attributes)

    def _outside(self, dot: Digraph, place: tuple[int, int]) -> None:
        """Write the nodes of the links that belong to this place."""
        for key, link in self.graph.links.items():
            if key in self.plan.link_nodes and self.plan.places[key] == place:
                self._link_node(dot, link)

    def _link_node(self, dot: Digraph, link: Link) -> None:
        line = theme.line_of(link)
        attributes = {
            "id": for_id(link.key),
            "class": f"link {link.type}",
            "color": line.color,
            "tooltip": link_tooltip(link),
        }
        if link.name is None:
            attributes |= {"shape": "point", "width": "0.09"}
            dot.node(self.plan.names[link.key], "", _attributes=attributes)
        else:
            attributes |= {
                "shape": "box",
                "style": "rounded,filled",
                "fillcolor": theme.PAPER,
                "margin": "0.04,0.01",
                "width": "0",
                "height": "0",
            }
            dot.node(self.plan.names[link.key], link_label(link).markup, _attributes=attributes)

    # --- lines --------------------------------------------------------------------------------

    def _anchor(self, dot: Digraph, layout: Layout) -> None:
        """Tie the root of each tree to its column, where there are several trees.

        The engine would otherwise align them by their ends, at the right.
        """
        roots = {**dict.fromkeys(self.firsts, 0), **layout.roots}
        if len(roots) > 1:
            dot.node(_ANCHOR, "", shape="point", style="invis", width="0", height="0")
            for root, column in roots.items():
                dot.edge(root, _ANCHOR, style="invis", minlen=str(column + 1))
        for tail, head in self.rows:
            dot.edge(tail, head, style="invis")

    def _link(self, dot: Digraph, link: Link, layout: Layout) -> None:
        attributes = edge_attributes(link)
        if link.key in self.plan.loose:
            attributes |= {"constraint": "false", "weight": "0"}
        edges = self._edges(link)
        last = edges[-1]
        for edge in edges:
            each = dict(attributes)
            if edge != last:
                each["arrowhead"] = "none"
            elif len(edges) == 1:
                each["id"] = for_id(link.key)
            if edge in layout.folded:
                each |= {"constraint": "false", "weight": "0"}
            elif edge in layout.lengths:
                each["minlen"] = str(layout.lengths[edge])
            dot.edge(*edge, _attributes=each)


def _frame(dot: Digraph, title: str, look: theme.FrameStyle) -> None:
    # Sideways layouts swap left and right in the labels of clusters: "r" is the left.
    dot.attr(
        label=group_label(title),
        labeljust="r",
        style="rounded,filled",
        color=look.line,
        fillcolor=look.fill,
        margin=look.margin,
        tooltip=" ",
    )
