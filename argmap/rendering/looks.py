"""Nodes and edges as lines of DOT: how statements and links look, and what they carry.

The ``graphviz`` package joins these lines into a graph. They are written here, since its own
quoting takes ten times as long as it does to write them: every name and value is put in double
quotes, and none can hold one (:mod:`argmap.rendering.safe_text`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.model import Flag, Kind, Link, LinkType, Statement, Subtype
from argmap.rendering.labels import between_label, link_label, link_tooltip, statement_tooltip
from argmap.rendering.record import Line, note_box, stroke_id
from argmap.rendering.safe_text import for_id, safe_url
from argmap.rendering.themes import Theme, now
from argmap.rendering.weighed import NOTHING_WEIGHED, Weighed, line_width

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["box_line", "is_unbacked", "link_node_line", "stroke_line"]

_UNBACKED = (Kind.CLAIM, Kind.PREMISE, Kind.REBUTTAL)


def is_unbacked(graph: ArgumentGraph, statement: Statement) -> bool:
    """Tell whether the author asserts it and it rests on no evidence and no stated assumption."""
    return (
        statement.kind in _UNBACKED
        and statement.by is None
        and not graph.is_evidenced(statement.key)
    )


def box_line(
    name: str,
    statement: Statement,
    label: str,
    *,
    unbacked: bool = False,
    id_prefix: str = "",
    weighed: Weighed = NOTHING_WEIGHED,
) -> str:
    """Return the node of a statement. Its id in the SVG is its key, after ``id_prefix``."""
    note_box(name, statement.key)
    strength = weighed.strengths.get(statement.key)
    look = _box_look(
        now(),
        statement.kind,
        statement.flags,
        reported=statement.by is not None,
        unbacked=unbacked,
        standing=weighed.standings.get(statement.key, ""),
        penwidth=None if strength is None else line_width(strength),
    )
    url = safe_url(statement.url) if statement.url else None
    link = "" if url is None else f' URL="{url.replace("&", "&amp;")}" target="_blank"'
    tooltip = statement_tooltip(statement, unsupported=unbacked, weighed=weighed)
    return (
        f'\t"{name}" [label={label} id="{for_id(id_prefix + statement.key)}" {look}{link} '
        f'tooltip="{tooltip}"]\n'
    )


@lru_cache(maxsize=4096)
def _box_look(
    theme: Theme,
    kind: Kind,
    flags: frozenset[Flag],
    *,
    reported: bool,
    unbacked: bool,
    standing: str,
    penwidth: float | None,
) -> str:
    thesis = Flag.THESIS in flags
    box = theme.thesis_box if thesis else theme.boxes[kind]
    if standing:
        line, pale = theme.standing(standing)
        box = replace(box, line=line, fill=line if thesis else pale)
    style = f"{box.style},filled" if box.style else "filled"
    classes = [kind.value, *sorted(flags)]
    fill = box.fill
    if reported:
        style += ",dashed"
        classes.append("reported")
        if not thesis and not standing:
            fill = theme.reported_fill
    if unbacked:
        classes.append("unsupported")
    if standing:
        classes.append(f"standing-{standing}")
    look = {"class": " ".join(classes), "shape": box.shape, "style": style}
    look |= {"color": box.line, "fillcolor": fill}
    if penwidth is not None:
        look["penwidth"] = f"{penwidth:g}"
    if box.peripheries > 1:
        look["peripheries"] = str(box.peripheries)
    if box.margin:
        look["margin"] = box.margin
    return _attributes(look)


def link_node_line(name: str, link: Link, between: str = "") -> str:
    """Return the small node of a link: a named step, or the joint of linked premises.

    ``between`` says instead what a view leaves out on the link.
    """
    color = now().line_of(link).color
    start = f'\t"{name}" [id="{for_id(link.key)}" class="link {link.type}" color="{color}"'
    end = f'tooltip="{link_tooltip(link)}"]\n'
    if between:
        return (
            f'{start} label={between_label(link, between)} shape="plain" '
            f'style="filled" fillcolor="{now().paper}" {end}'
        )
    if link.name is None:
        return f'{start} label="" shape="point" width="0.09" {end}'
    return (
        f'{start} label={link_label(link)} shape="box" style="rounded,filled" '
        f'fillcolor="{now().paper}" margin="0.04,0.01" width="0" height="0" {end}'
    )


def stroke_line(
    tail: str,
    head: str,
    link: Link,
    *,
    id: str = "",  # noqa: A002  (it is the attribute's name)
    last: bool = True,
    more: str = "",
) -> str:
    """Return an edge of a link. Only the ``last`` on the way to its target has the arrowhead."""
    id_ = stroke_id(Line(tail, head, link.key), id)
    named = f'id="{for_id(id_)}" ' if id_ else ""
    look = _stroke_look(now(), link.type, link.subtype, last)
    return f'\t"{tail}" -> "{head}" [{named}{look}{more} tooltip="{link_tooltip(link)}"]\n'


@lru_cache(maxsize=256)
def _stroke_look(theme: Theme, type_: LinkType, subtype: Subtype | None, last: bool) -> str:
    line = theme.lines[type_, subtype is Subtype.UNDERCUT]
    return _attributes(
        {
            "class": type_.value if subtype is None else f"{type_.value} {subtype.value}",
            "color": f"{line.color}:{theme.paper}:{line.color}" if line.double else line.color,
            "style": line.style,
            "penwidth": f"{line.penwidth:g}",
            "arrowhead": line.arrowhead if last else "none",
        }
    )


def _attributes(values: Mapping[str, str]) -> str:
    return " ".join(f'{name}="{value}"' for name, value in values.items())
