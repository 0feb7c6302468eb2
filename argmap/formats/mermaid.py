"""A Mermaid flowchart, for pages that draw one: GitHub, GitLab, Obsidian and others.

Mermaid reads its own text several times over (directives by a search for ``%%{`` anywhere, labels
as Markdown, entities of a form of its own), so every character of a label that could mean
something to any of these, where it stands, is written as a number. A link that is attacked, or has
several sources, is a node of its own. Grounds stand to the right, as on our own maps: the other way
Mermaid draws a long essay as a ribbon of 36,000 pixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.formats.interface import Format, Loss, Losses, Output, Written
from argmap.model import Flag, Kind, Link, LinkType

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Statement
    from argmap.rendering.shape import Direction
    from argmap.views.view import View

__all__ = ["FORMAT", "MOST_LINKS", "MOST_TEXT", "flowchart", "too_much", "write"]

MOST_LINKS, MOST_TEXT = 500, 50_000
"""What Mermaid draws unless its page raises ``maxEdges`` and ``maxTextSize``, which no diagram may.

The text is counted in UTF-16 code units; GitHub keeps to both.
"""

_WAYS = {"right": "RL", "left": "LR", "up": "TB", "down": "BT"}
_SHAPES = {
    Kind.CLAIM: ("(", ")"),
    Kind.PREMISE: ("[", "]"),
    Kind.EVIDENCE: ("[(", ")]"),
    Kind.REBUTTAL: ("{{", "}}"),
    Kind.QUESTION: ("([", "])"),
}
_ARROWS = {
    LinkType.SUPPORTS: "-->",
    LinkType.ATTACKS: "-.->",
    LinkType.CONTRADICTS: "<-.->",
    LinkType.RESTATES: "---",
}
_TAIL = {"supports": "---", "attacks": "-.-", "contradicts": "-.-", "restates": "---"}
"""The first half of a link that has a node of its own, without a head."""
_MEANS = re.compile(
    r"""["#<>`\\{}\[\]*_~|@]|%(?=%)|(?<=%)%|\$(?=\$)|(?<=\$)\$|&(?=[\w#])|:(?=\S)"""
)
_OPENING, _CLOSING = ("\ufb02\u00b0", "fl\u00b0"), ("\u00b6\u00df", "\u00b6\u2060\u00df")
"""Mermaid keeps entities as ``ﬂ°34¶ß`` for a while, and takes such signs in the end for its own."""
_LISTED = re.compile(r"^(\d+)([.)])(?!\d)|^([-+])(?!\d)")


def write(graph: ArgumentGraph) -> Written:
    """Write the statements, each with the class of its kind, and the links with their lines.

    What is more than Mermaid draws is among the losses, as :func:`too_much` tells it.
    """
    from argmap.formats.not_kept import not_kept
    from argmap.views.view import whole

    losses = Losses()
    not_kept(graph, losses, keeps=("kind", "flags", "by", "name", "essay", "essay.title"))
    for statement in graph.statements.values():
        for flag in sorted(statement.flags - {Flag.THESIS}):
            losses.add("flags", f"{statement.name} is .{flag}")
    text, lines = flowchart(whole(graph))
    for loss in too_much(text, lines):
        losses.add(loss.kind, count=loss.count)
    return Written((Output(".mmd", text.encode("utf-8", "replace")),), losses.found())


def flowchart(view: View, direction: Direction = "right") -> tuple[str, int]:
    """Write part of a graph, with the count of what stands behind a statement or on a line.

    Returns the text and how many lines are drawn in it; linear. ``direction`` is where grounds
    stand, seen from the thesis.
    """
    chart = _Flowchart(view)
    return "\n".join([f"flowchart {_WAYS[direction]}", *chart.lines()]) + "\n", chart.drawn


def too_much(text: str, links: int) -> tuple[Loss, ...]:
    """Tell by how much a flowchart passes what Mermaid draws; nothing where it does not."""
    way_out = "draw a part, by argmap map with --spine, --question or --around"
    characters = len(text.encode("utf-16-le", "replace")) // 2
    over = (
        (f"lines past the {MOST_LINKS} that Mermaid draws ({way_out})", links - MOST_LINKS),
        (
            f"characters past the {MOST_TEXT:,} that Mermaid reads ({way_out})",
            characters - MOST_TEXT,
        ),
    )
    return tuple(Loss(kind, count) for kind, count in over if count > 0)


class _Flowchart:
    def __init__(self, view: View) -> None:
        self.view = view
        graph = self.graph = view.graph
        self.names = {key: f"s{number}" for number, key in enumerate(graph.statements, 1)}
        attacked = {link.target for link in graph.links.values()}
        for number, (key, link) in enumerate(graph.links.items(), 1):
            if key in attacked or len(link.sources) > 1:
                self.names[key] = f"l{number}"
        self.styled: dict[str, list[int]] = {}
        self.drawn = 0

    def lines(self) -> Iterator[str]:
        several = len(self.graph.essays) > 1
        for number, essay in enumerate(self.graph.essays, 1):
            if several:
                title = _label(essay.title or essay.key)
                yield f'  subgraph e{number}["{title}"]'
            for statement in essay.statements:
                yield self._box(statement)
            if several:
                yield "  end"
        for key, link in self.graph.links.items():
            if key in self.names:
                yield f'  {self.names[key]}(("{_label(link.name or "")}")):::step'
        for link in self.graph.links.values():
            yield from self._line(link)
        yield from self._styles()

    def _box(self, statement: Statement) -> str:
        from argmap.rendering.view_words import behind_words

        opening, closing = _SHAPES[statement.kind]
        said = _label(statement.text)
        if statement.by is not None:
            said = f"{_label(statement.by)}: {said}"
        behind = behind_words(self.view.behind.get(statement.key), statement.kind)
        if behind:
            said += f"<br/>{_label(behind)}"
        look = "thesis" if Flag.THESIS in statement.flags else statement.kind.value
        return f'  {self.names[statement.key]}{opening}"{said}"{closing}:::{look}'

    def _line(self, link: Link) -> Iterator[str]:
        target = self.names[link.target]
        middle = self.names.get(link.key)
        if middle is None:
            yield self._arrow(self.names[link.sources[0]], _ARROWS[link.type], target, link)
            return
        for source in link.sources:
            yield self._arrow(self.names[source], _TAIL[link.type], middle, link)
        yield self._arrow(middle, _ARROWS[link.type], target, link)

    def _arrow(self, start: str, arrow: str, end: str, link: Link) -> str:
        self.styled.setdefault(link.type, []).append(self.drawn)
        self.drawn += 1
        between = self.view.between.get(link.key)
        if between is None:
            return f"  {start} {arrow} {end}"
        from argmap.rendering.view_words import between_words

        return f'  {start} {arrow}|"{_label(between_words(between))}"| {end}'

    def _styles(self) -> Iterator[str]:
        from argmap.rendering import theme

        for kind, box in theme.BOXES.items():
            yield f"  classDef {kind} fill:{box.fill},stroke:{box.line},color:{theme.INK}"
        thesis = theme.THESIS
        yield f"  classDef thesis fill:{thesis.fill},stroke:{thesis.line},color:{theme.THESIS_INK}"
        step = theme.STEP
        yield f"  classDef step fill:{step.fill},stroke:{step.line},color:{theme.INK}"
        for link_type in LinkType:
            drawn = self.styled.get(link_type)
            if drawn:
                color = theme.LINES[link_type, False].color
                yield f"  linkStyle {','.join(map(str, drawn))} stroke:{color}"


def _label(text: str) -> str:
    """Return a text as one line that Mermaid shows as it is; a space for none, which it refuses."""
    from argmap.rendering.safe_text import one_line

    line = _MEANS.sub(lambda found: f"#{ord(found[0])};", one_line(text))
    line = line.replace(*_OPENING).replace(*_CLOSING)
    return _LISTED.sub(_unlisted, line) or " "


def _unlisted(found: re.Match[str]) -> str:
    """Keep the beginning of a text from being that of a list."""
    number, stop, bullet = found.groups()
    return f"#{ord(bullet)};" if bullet else f"{number}#{ord(stop)};"


FORMAT = Format("mermaid", "Mermaid flowchart", (".mmd", ".mermaid"), write=write)
