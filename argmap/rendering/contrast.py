"""The contrast map: two sides, and between them, question by question, how they meet.

Every question is a frame of its own with three columns: what the left side says, the links between
the sides with their reasons, what the right side says. A statement that speaks to several questions
is drawn in each, so that no line leaves a frame and none crosses the map. When there are many
questions, the frames stand in several columns, so that the whole is no ribbon.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.compare.contrast import Contrast, QuestionRow
from argmap.model import Essay, Link, LinkType
from argmap.rendering import draw_dot, theme
from argmap.rendering.contrast_words import MEETINGS
from argmap.rendering.dot import set_defaults
from argmap.rendering.labels import link_tooltip, statement_label, table
from argmap.rendering.legend import heading, occurring
from argmap.rendering.looks import box_line, stroke_line
from argmap.rendering.safe_text import for_attribute, for_label, one_line
from argmap.rendering.text_width import BOLD, text_width
from argmap.rendering.wrapping import wrap

if TYPE_CHECKING:
    from graphviz import Digraph  # type: ignore[import-untyped]

    from argmap.graph import ArgumentGraph
    from argmap.rendering.engine import Engine

_SHOWN = 4
"""Statements of a side that a question shows beside those that a link touches."""
_ROW_WIDTH = 3 * (theme.TEXT_WIDTH + 20) + 2 * 40
_ROW_FRAME = 60.0
_GAP = 10.0
_VERBS = {
    LinkType.SUPPORTS: "SUPPORTS",
    LinkType.ATTACKS: "ATTACKS",
    LinkType.CONTRADICTS: "CONTRADICT EACH OTHER",
    LinkType.RESTATES: "SAY THE SAME",
}
_BEST_PROPORTION = 2**0.5
"""Height over width that the choice of columns comes nearest to: an upright sheet of A paper."""


def contrast_dot(graph: ArgumentGraph, contrast: Contrast) -> str:
    """Return the contrast map as DOT. Deterministic, and linear in what the questions gather."""
    from graphviz import Digraph

    dot = Digraph("contrast")
    set_defaults(dot, rankdir="LR")
    dot.attr("graph", ranksep="0.4", nodesep="0.12")
    dot.attr("edge", headport="_", tailport="_")
    rows = [_Row(graph, contrast, number) for number in range(len(contrast.rows))]
    columns = _columns([row.height for row in rows])
    width = len(columns) * _ROW_WIDTH
    title = f"{_title(contrast.left)} / {_title(contrast.right)}"
    about = f"left: {_who(contrast.left)}; right: {_who(contrast.right)}"
    key = occurring(graph, (), ())
    dot.attr("graph", label=heading(title, about, key, width))
    for number in reversed(range(len(rows))):
        rows[number].draw(dot)
    for column in columns:
        for part in range(3):
            # What stands in one column stands in one rank, whatever lines lead there.
            with dot.subgraph() as rank:
                rank.attr(rank="same")
                for number in reversed(column):
                    for name in rows[number].part(part):
                        rank.node(name)
    for left, right in pairwise(columns):
        # Frames of the same height in two columns are tied, or the engine would put the second
        # column below the first.
        for one, other in zip(left, right, strict=False):
            dot.edge(rows[one].edge(1), rows[other].edge(0), style="invis")
    return str(dot.source)


def render_contrast(
    graph: ArgumentGraph,
    contrast: Contrast,
    format: str = "svg",  # noqa: A002  (what everyone calls it)
    *,
    engine: Engine = "bundled",
    timeout: float = 120.0,
) -> bytes:
    """Draw a contrast as SVG, PNG or DOT; raises as :func:`argmap.rendering.render` does."""
    title = f"{_title(contrast.left)} / {_title(contrast.right)}"
    dot = contrast_dot(graph, contrast)
    return draw_dot(dot, format, title=title, engine=engine, timeout=timeout)


def _columns(heights: Sequence[float]) -> list[list[int]]:
    """Deal rows out to columns, in order, so that the whole comes near the best proportion."""
    best: list[list[int]] = [list(range(len(heights)))]
    distance = float("inf")
    for count in range(1, len(heights) + 1):
        dealt: list[list[int]] = [[]]
        share = sum(heights) / count
        filled = 0.0
        for number, height in enumerate(heights):
            if dealt[-1] and filled + height / 2 > share * len(dealt) and len(dealt) < count:
                dealt.append([])
            dealt[-1].append(number)
            filled += height
        tallest = max(sum(heights[n] for n in column) for column in dealt)
        proportion = tallest / (len(dealt) * _ROW_WIDTH)
        off = max(proportion / _BEST_PROPORTION, _BEST_PROPORTION / proportion)
        if off < distance:
            best, distance = dealt, off
    return best


class _Row:
    """One question, ready to be drawn."""

    def __init__(self, graph: ArgumentGraph, contrast: Contrast, number: int) -> None:
        self.graph = graph
        self.number = number
        self.row: QuestionRow = contrast.rows[number]
        self.who = (_who(contrast.left), _who(contrast.right))
        met = {end for link in self.row.links for end in (*link.sources, link.target)}
        self.sides = tuple(
            _shown(heads, keys, met)
            for heads, keys in (
                (self.row.left_heads, self.row.left),
                (self.row.right_heads, self.row.right),
            )
        )
        self.labels = {
            key: statement_label(graph.statements[key]) for side in self.sides for key in side
        }
        self.reasons = [(link, *_reason_label(link)) for link in self.row.links]

    @property
    def height(self) -> float:
        """About how high the row will be, in points."""
        boxes = [sum(self.labels[key].height + _GAP for key in side) + _GAP for side in self.sides]
        reasons = sum(height + _GAP for _, _, height in self.reasons)
        return max(*boxes, reasons) + _ROW_FRAME

    def part(self, part: int) -> list[str]:
        """Name the boxes of one of the row's three columns: left, links, right."""
        if part == 1:
            return [self._middle(index) for index in range(max(1, len(self.reasons)))]
        side = part // 2
        names = [self._name(side, key) for key in self.sides[side]]
        if self._has_more(side):
            names.append(f"{self.number}_{side}_more")
        return names

    def _has_more(self, side: int) -> bool:
        keys = (self.row.left, self.row.right)[side]
        return not keys or len(keys) > len(self.sides[side])

    def edge(self, side: int) -> str:
        """Name a box at the outer edge of one side, to tie another column to."""
        keys = self.sides[side]
        return self._name(side, keys[-1]) if keys else f"{self.number}_{side}_more"

    def draw(self, dot: Digraph) -> None:
        """Write the row's frame, its boxes and its lines."""
        with dot.subgraph(name=f"cluster_{self.number}") as frame:
            frame.attr(
                label=self._heading(),
                labeljust="l",
                labelloc="t",
                style="rounded,filled",
                color=theme.GROUP.line,
                fillcolor=theme.GROUP.fill,
                margin=theme.GROUP.margin,
            )
            for side, keys in enumerate(self.sides):
                for key in reversed(keys):
                    frame.body.append(
                        box_line(
                            self._name(side, key),
                            self.graph.statements[key],
                            self.labels[key].markup,
                            id_prefix=f"{self.row.id}-",
                        )
                    )
                self._more(frame, side)
            for index, (link, label, _) in reversed(list(enumerate(self.reasons))):
                frame.body.append(
                    f'\t"{self._middle(index)}" [label={label} shape="box" style="rounded" '
                    f'color="{theme.line_of(link).color}" penwidth="0.6" margin="0.06,0.03" '
                    f'class="link {link.type}" tooltip="{link_tooltip(link)}"]\n'
                )
            if not self.reasons:
                words = MEETINGS[self.row.meeting]
                frame.node(self._middle(0), _words_label(words), shape="plain", tooltip=words)
        for tail, head in self._invisible():
            dot.edge(tail, head, style="invis")
        for line in self._lines():
            dot.body.append(line)

    def _heading(self) -> str:
        width = _ROW_WIDTH * 0.7
        lines = wrap(one_line(self.row.text), width / BOLD, theme.GROUP_SIZE + 1, max_lines=3)
        words = f"{self.who[0]} and {self.who[1]}: {MEETINGS[self.row.meeting]}"
        rows = [(line, theme.GROUP_SIZE + 1, theme.INK, True) for line in lines]
        rows += [(words, theme.SMALL_SIZE + 1, theme.MUTED, False)]
        return table("".join(_text_row(*row) for row in rows))

    def _more(self, frame: Digraph, side: int) -> None:
        """Say how many statements of a side are left out."""
        if not self._has_more(side):
            return
        keys = (self.row.left, self.row.right)[side]
        rest = len(keys) - len(self.sides[side])
        words = f"and {rest} more" if keys else f"{self.who[side]} says nothing to this"
        words = one_line(words)
        name = f"{self.number}_{side}_more"
        frame.node(name, _words_label(words), shape="plain", tooltip=for_attribute(words))

    def _name(self, side: int, key: str) -> str:
        return f"{self.number}_{side}_{self.sides[side].index(key)}"

    def _middle(self, index: int) -> str:
        return f"{self.number}_m_{index}"

    def _side_of(self, key: str) -> int:
        return 0 if key in self.sides[0] else 1

    def _invisible(self) -> Iterator[tuple[str, str]]:
        """Hold what no line holds in its column."""
        met = {end for link in self.row.links for end in (*link.sources, link.target)}
        for side, keys in enumerate(self.sides):
            names = [self._name(side, key) for key in keys if key not in met]
            if self._has_more(side):
                names.append(f"{self.number}_{side}_more")
            for position, name in enumerate(names):
                middle = self._middle(min(position, max(0, len(self.reasons) - 1)))
                yield (name, middle) if side == 0 else (middle, name)

    def _lines(self) -> Iterator[str]:
        for index, (link, _, _) in enumerate(self.reasons):
            middle = self._middle(index)
            ends = [(source, False) for source in link.sources] + [(link.target, True)]
            for key, is_target in ends:
                side = self._side_of(key)
                name = self._name(side, key)
                # Every line runs from left to right for the engine, whichever way it points.
                tail, head = (name, middle) if side == 0 else (middle, name)
                more = ' tailport="e" headport="w"'
                if is_target and side == 0:
                    more += ' dir="back" arrowtail="normal"'
                pointed = is_target and side == 1
                yield stroke_line(
                    tail, head, link, last=pointed, more=_arrow(link, more, is_target, side)
                )


def _arrow(link: Link, more: str, is_target: bool, side: int) -> str:
    """Keep the arrowhead of a symmetric link away from either end."""
    if link.type.symmetric or not is_target:
        return ' tailport="e" headport="w"'
    return more


def _shown(heads: Sequence[str], keys: Sequence[str], met: set[str]) -> tuple[str, ...]:
    """Choose what a side shows: all that a link touches, and heads up to a number."""
    chosen = {key for key in keys if key in met}
    for key in heads:
        if len(chosen) >= _SHOWN:
            break
        chosen.add(key)
    return tuple(key for key in keys if key in chosen)


def _reason_label(link: Link) -> tuple[str, float]:
    """Return the label of a link between the sides, and about how high it is."""
    color = theme.line_of(link).color
    size = theme.BODY_SIZE - 1
    width = theme.TEXT_WIDTH
    rows = [_text_row(_VERBS[link.type], theme.SMALL_SIZE, color, bold=True)]
    reason = one_line(link.reason)
    lines = wrap(reason, width, size, max_lines=theme.MAX_LINES) if reason else []
    body = "<BR/>".join(for_label(line) for line in lines)
    if body:
        cell = f'<TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{round(width * 1.04)}">'
        font = f'<FONT POINT-SIZE="{size:g}" COLOR="{theme.INK}">'
        rows.append(f"<TR>{cell}{font}{body}</FONT></TD></TR>")
    return table("".join(rows)), (len(lines) + 1) * size * 1.2 + 12


def _words_label(words: str) -> str:
    return table(_text_row(words, theme.SMALL_SIZE + 1, theme.MUTED, bold=False))


def _text_row(text: str, size: float, color: str, bold: bool) -> str:
    text = one_line(text)
    cell = round(text_width(text, size) * (BOLD if bold else 1.0) * 1.05) + 2
    words = f"<B>{for_label(text)}</B>" if bold else for_label(text)
    font = f'<FONT POINT-SIZE="{size:g}" COLOR="{color}">'
    return f'<TR><TD ALIGN="LEFT" WIDTH="{cell}">{font}{words}</FONT></TD></TR>'


def _title(essay: Essay) -> str:
    return essay.title or essay.id


def _who(essay: Essay) -> str:
    return essay.author or essay.title or essay.id
