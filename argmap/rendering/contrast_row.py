"""One question of a contrast: what each side says to it, and between them how they meet.

A question is a frame with three columns: what the left side says, the links between the sides with
their reasons, what the right side says. Where it is drawn alone, the grounds of what meets stand
outside of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.compare.contrast import Contrast, QuestionRow
from argmap.model import Essay, Flag, Link, LinkType
from argmap.rendering import theme
from argmap.rendering.contrast_words import MEETINGS
from argmap.rendering.labels import link_tooltip, statement_label, table
from argmap.rendering.looks import box_line, stroke_line
from argmap.rendering.safe_text import for_attribute, for_id, for_label, one_line
from argmap.rendering.text_width import BOLD, text_width
from argmap.rendering.themes import now
from argmap.rendering.weighed import NOTHING_WEIGHED, Weighed
from argmap.rendering.wrapping import wrap
from argmap.words import say

if TYPE_CHECKING:
    from graphviz import Digraph  # type: ignore[import-untyped]

    from argmap.graph import ArgumentGraph

__all__ = ["GAP", "WIDTH", "Extent", "Row", "who"]

WIDTH = 3 * (theme.TEXT_WIDTH + 20) + 2 * 40
"""About how wide a question is, in points."""
GAP = 10.0
_FRAME = 60.0
_BOX_FRAME = 26
_ROOM = 1.25
_HEAD = 130.0
_VERBS = {
    LinkType.SUPPORTS: "SUPPORTS",
    LinkType.ATTACKS: "ATTACKS",
    LinkType.CONTRADICTS: "CONTRADICT EACH OTHER",
    LinkType.RESTATES: "SAY THE SAME",
}


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a question is shown, and how wide.

    ``heads`` is how many statements a side shows beside those that a link touches; ``grounds`` how
    many grounds and objections of these stand outside of them. ``text_width`` is that of the text
    in a box, in points.
    """

    heads: int = 4
    grounds: int = 0
    text_width: float = theme.TEXT_WIDTH


class Row:
    """One question, ready to be drawn."""

    def __init__(
        self,
        graph: ArgumentGraph,
        contrast: Contrast,
        number: int,
        extent: Extent = Extent(),
        weighed: Weighed = NOTHING_WEIGHED,
        silent: tuple[bool, bool] | None = None,
    ) -> None:
        """Choose what is shown of a question, and wrap its words.

        ``weighed`` is how statements come out, to be shown on their boxes; ``silent`` tells of each
        side whether it says nothing to the question, which a part of a question cannot tell.
        """
        self.graph = graph
        self.weighed = weighed
        self.number = number
        self.width = extent.text_width
        self.row: QuestionRow = contrast.rows[number]
        self.who = (who(contrast.left), who(contrast.right))
        self.silent = silent or (not self.row.left, not self.row.right)
        met = {end for link in self.row.links for end in (*link.sources, link.target)}
        self.sides = tuple(
            _shown(heads, keys, met, extent.heads)
            for heads, keys in (
                (self.row.left_heads, self.row.left),
                (self.row.right_heads, self.row.right),
            )
        )
        shown = {key for side in self.sides for key in side}
        said = (set(self.row.left), set(self.row.right))
        self.outer = tuple(
            _grounds(graph, side, shown, said[number], extent.grounds)
            for number, side in enumerate(self.sides)
        )
        outer = [key for side in self.outer for link in side for key in link.sources]
        self.labels = {
            key: statement_label(graph.statements[key], width=self.width, weighed=weighed)
            for key in graph.in_reading_order({*shown, *outer})
        }
        self.reasons = [(link, *_reason_label(link, self.width)) for link in self.row.links]

    @property
    def height(self) -> float:
        """About how high the row will be, in points."""
        boxes = [sum(self.labels[key].height + GAP for key in side) + GAP for side in self.sides]
        reasons = sum(height + GAP for _, _, height in self.reasons)
        return max(*boxes, reasons) + _FRAME

    @property
    def size(self) -> tuple[float, float]:
        """About how wide and high the row will be where it is drawn alone, in points."""
        stacks = [
            sum(self.labels[key].height + GAP for key in keys)
            for side, outer in zip(self.sides, self.outer, strict=True)
            for keys in (side, {key for link in outer for key in link.sources})
        ]
        stacks.append(sum(height + GAP for _, _, height in self.reasons))
        parts = 3 + sum(1 for outer in self.outer if outer)
        # The engine needs room for lines; the head takes about as much as a box.
        return parts * (self.width + 54), max(stacks) * _ROOM + _HEAD

    @property
    def links(self) -> tuple[Link, ...]:
        """All links that are drawn."""
        return (*self.row.links, *(link for side in self.outer for link in side))

    def level(self, dot: Digraph) -> None:
        """Have what stands in one column stand in one rank, whatever lines lead there."""
        for part in range(3):
            with dot.subgraph() as rank:
                rank.attr(rank="same")
                for name in self.part(part):
                    rank.node(name)

    def part(self, part: int) -> list[str]:
        """Name the boxes of one of the row's three columns: left, links, right."""
        if part == 1:
            return [self._middle(index) for index in range(max(1, len(self.reasons)))]
        side = part // 2
        names = [self._name(side, key) for key in self.sides[side]]
        if self._has_more(side):
            names.append(self._more_name(side))
        return names

    def draw(self, dot: Digraph, *, framed: bool = True) -> None:
        """Write the row's frame, its boxes and its lines."""
        name = f"cluster_{self.number}" if framed else f"row_{self.number}"
        with dot.subgraph(name=name) as frame:
            if framed:
                frame.attr(
                    id=f"frame{self.number}",
                    label=self._heading(),
                    labeljust="l",
                    labelloc="t",
                    style="rounded,filled",
                    color=now().group.line,
                    fillcolor=now().group.fill,
                    margin=now().group.margin,
                )
            for side in (0, 1):
                self._side(frame, side)
            self._middles(frame)
        for tail, head in self._invisible():
            dot.edge(tail, head, style="invis")
        for line in (*self._lines(), *self._outer_lines()):
            dot.body.append(line)

    # --- boxes --------------------------------------------------------------------------------

    def _side(self, frame: Digraph, side: int) -> None:
        outer = [key for link in self.outer[side] for key in link.sources]
        for key in reversed([*dict.fromkeys(outer), *self.sides[side]]):
            frame.body.append(
                box_line(
                    self._name(side, key),
                    self.graph.statements[key],
                    self.labels[key].markup,
                    id_prefix=f"{self.row.id}-",
                    weighed=self.weighed,
                )
            )
        self._more(frame, side)

    def _middles(self, frame: Digraph) -> None:
        for index, (link, label, _) in reversed(list(enumerate(self.reasons))):
            frame.body.append(
                f'\t"{self._middle(index)}" [label={label} shape="box" style="rounded" '
                f'color="{now().line_of(link).color}" penwidth="0.6" margin="0.06,0.03" '
                f'id="{for_id(f"{self.row.id}-{link.key}")}" class="link {link.type}" '
                f'tooltip="{link_tooltip(link)}"]\n'
            )
        if not self.reasons:
            words = say(MEETINGS[self.row.meeting])
            label = _words_label(words, self.width)
            frame.node(self._middle(0), label, shape="plain", tooltip=words)

    def _heading(self) -> str:
        width = WIDTH * 0.7
        lines = wrap(one_line(self.row.text), width / BOLD, theme.GROUP_SIZE + 1, max_lines=3)
        rows = [(line, theme.GROUP_SIZE + 1, now().ink, True) for line in lines]
        words = say("{} and {}: {}", *self.who, say(MEETINGS[self.row.meeting]))
        rows += [(words, theme.SMALL_SIZE + 1, now().muted, False)]
        return table("".join(_text_row(*row) for row in rows))

    def _has_more(self, side: int) -> bool:
        keys = (self.row.left, self.row.right)[side]
        return self.silent[side] or len(keys) > len(self._said(side))

    def _said(self, side: int) -> set[str]:
        """Return what is shown of what a side says to the question."""
        outer = {key for link in self.outer[side] for key in link.sources}
        return outer.union(self.sides[side]).intersection((self.row.left, self.row.right)[side])

    def _more(self, frame: Digraph, side: int) -> None:
        """Say how many statements of a side are left out."""
        if not self._has_more(side):
            return
        keys = (self.row.left, self.row.right)[side]
        rest = len(keys) - len(self._said(side))
        silent = self.silent[side]
        left_out = (
            say("{} says nothing to this", self.who[side]) if silent else say("and {} more", rest)
        )
        words = one_line(left_out)
        label = _words_label(words, self.width)
        frame.node(self._more_name(side), label, shape="plain", tooltip=for_attribute(words))

    def _name(self, side: int, key: str) -> str:
        keys = self.sides[side]
        if key in keys:
            return f"{self.number}_{side}_{keys.index(key)}"
        outer = list(dict.fromkeys(s for link in self.outer[side] for s in link.sources))
        return f"{self.number}_{side}_o{outer.index(key)}"

    def _more_name(self, side: int) -> str:
        return f"{self.number}_{side}_more"

    def _middle(self, index: int) -> str:
        return f"{self.number}_m_{index}"

    def _side_of(self, key: str) -> int:
        return 0 if key in self.sides[0] else 1

    # --- lines --------------------------------------------------------------------------------

    def _invisible(self) -> Iterator[tuple[str, str]]:
        """Hold what no line holds in its column."""
        met = {end for link in self.row.links for end in (*link.sources, link.target)}
        for side, keys in enumerate(self.sides):
            names = [self._name(side, key) for key in keys if key not in met]
            if self._has_more(side):
                names.append(self._more_name(side))
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

    def _outer_lines(self) -> Iterator[str]:
        for side in (0, 1):
            for link in self.outer[side]:
                head = self._name(side, link.target)
                for source in link.sources:
                    tail = self._name(side, source)
                    if side == 0:
                        yield stroke_line(tail, head, link, more=' tailport="e" headport="w"')
                    else:
                        back = ' tailport="e" headport="w" dir="back" arrowtail="normal"'
                        yield stroke_line(head, tail, link, last=False, more=back)


def who(essay: Essay) -> str:
    """Return whom to name as a side: its author, or its title."""
    return essay.author or essay.title or essay.id


def _arrow(link: Link, more: str, is_target: bool, side: int) -> str:
    """Keep the arrowhead of a symmetric link away from either end."""
    if link.type.symmetric or not is_target:
        return ' tailport="e" headport="w"'
    return more


def _shown(heads: Sequence[str], keys: Sequence[str], met: set[str], most: int) -> tuple[str, ...]:
    """Choose what a side shows: all that a link touches, and heads up to a number."""
    chosen = {key for key in keys if key in met}
    for key in heads:
        if len(chosen) >= most:
            break
        chosen.add(key)
    return tuple(key for key in keys if key in chosen)


def _grounds(
    graph: ArgumentGraph, side: Sequence[str], shown: set[str], said: set[str], most: int
) -> tuple[Link, ...]:
    """Choose the links from outside to what a side shows, from one ground of each on.

    A thesis rests on much that is beside the question: its grounds must speak to it themselves.
    """
    found: dict[str, Link] = {}
    sources: set[str] = set()
    home = {graph.essay_of(key).key for key in side}
    waiting = [
        [
            link
            for link in graph.incoming.get(key, ())
            if not link.type.symmetric
            and link.target == key
            and not shown.intersection(link.sources)
            and graph.essay_of(link.sources[0]).key in home
            and (Flag.THESIS not in graph.statements[key].flags or said.issuperset(link.sources))
        ]
        for key in side
    ]
    while any(waiting):
        for links in waiting:
            if not links:
                continue
            link = links.pop(0)
            # What bears on two of them would be drawn across.
            fits = len(sources) + len(link.sources) <= most and not sources & set(link.sources)
            if fits:
                found[link.key] = link
                sources.update(link.sources)
    order = {key: number for number, key in enumerate(side)}
    return tuple(sorted(found.values(), key=lambda link: order[link.target]))


def _reason_label(link: Link, width: float) -> tuple[str, float]:
    """Return the label of a link between the sides, and about how high it is."""
    color = now().line_of(link).color
    size = theme.BODY_SIZE - 1
    rows = [_text_row(say(_VERBS[link.type]), theme.SMALL_SIZE, color, bold=True)]
    reason = one_line(link.reason)
    lines = wrap(reason, width, size, max_lines=theme.MAX_LINES) if reason else []
    body = "<BR/>".join(for_label(line) for line in lines)
    if body:
        cell = f'<TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{round(width * 1.04)}">'
        font = f'<FONT POINT-SIZE="{size:g}" COLOR="{now().ink}">'
        rows.append(f"<TR>{cell}{font}{body}</FONT></TD></TR>")
    return table("".join(rows)), (len(lines) + 1) * size * 1.2 + 12


def _words_label(words: str, width: float) -> str:
    """Return the label of a few words, as wide as a box, so that all questions are as wide."""
    least = width + _BOX_FRAME
    return table(_text_row(words, theme.SMALL_SIZE + 1, now().muted, bold=False, least=least))


def _text_row(text: str, size: float, color: str, bold: bool, least: float = 0.0) -> str:
    text = one_line(text)
    cell = round(max(text_width(text, size) * (BOLD if bold else 1.0) * 1.05, least)) + 2
    words = f"<B>{for_label(text)}</B>" if bold else for_label(text)
    font = f'<FONT POINT-SIZE="{size:g}" COLOR="{color}">'
    return f'<TR><TD ALIGN="LEFT" WIDTH="{cell}">{font}{words}</FONT></TD></TR>'
