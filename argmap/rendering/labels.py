"""What stands in a box: the HTML-like labels, and the tooltips.

The markup is that of Graphviz's HTML-like labels; every cell is given the width of its text, as
the engine cannot be trusted to know it (:mod:`argmap.rendering.text_width`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from argmap.model import Flag, Kind, Link, LinkType, Statement
from argmap.rendering import theme
from argmap.rendering.safe_text import for_attribute, for_label, one_line, safe_url
from argmap.rendering.text_width import BOLD, text_width
from argmap.rendering.themes import now
from argmap.rendering.weighed import NOTHING_WEIGHED, Weighed
from argmap.rendering.wrapping import wrap, wrap_all
from argmap.words import say, spoken

__all__ = [
    "UNSUPPORTED_MARK",
    "Label",
    "between_label",
    "group_label",
    "link_label",
    "link_tooltip",
    "statement_label",
    "statement_tooltip",
    "table",
]

UNSUPPORTED_MARK = "○"
"""Stands beside what rests on no evidence and no stated assumption."""

_SLACK = 1.04
_LEADING = 1.2
_FRAME = 14.0
_PREFIX = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">'
_SHOWN_FLAGS = (Flag.ASSUMED, Flag.CONCEDED, Flag.IMPLICIT)


@dataclass(frozen=True, slots=True)
class Label:
    """An HTML-like label, and about how high its box will be, in points."""

    markup: str
    height: float


def table(rows: str, *, spacing: int = 0) -> str:
    """Wrap rows in the table of an HTML-like label."""
    prefix = _PREFIX if not spacing else _PREFIX.replace('SPACING="0"', f'SPACING="{spacing}"')
    return f"<{prefix}{rows}</TABLE>>"


def statement_label(
    statement: Statement,
    *,
    unsupported: bool = False,
    behind: str = "",
    width: float = theme.TEXT_WIDTH,
    weighed: Weighed = NOTHING_WEIGHED,
) -> Label:
    """Return the label of a statement: header, wrapped text, and who says so by what source.

    ``behind`` says in a few words what a view leaves out behind it; ``width`` is that of the text,
    in points. What ``weighed`` knows of it comes last.
    """
    thesis = Flag.THESIS in statement.flags
    size = theme.THESIS_SIZE if thesis else theme.BODY_SIZE
    lines = wrap_all(
        statement.text, width / BOLD if thesis else width, size, max_lines=theme.MAX_LINES
    )
    strong, soft = now().boxes[statement.kind].line, now().muted
    cell = f'COLSPAN="2" ALIGN="LEFT" BALIGN="LEFT" WIDTH="{round(width * _SLACK)}"'
    if weighed.standings.get(statement.key):
        strong, _ = now().standing(weighed.standings[statement.key])
    if thesis:
        strong = soft = now().thesis_ink if weighed.standings else now().thesis_muted
        style = f'<FONT POINT-SIZE="{size:g}" COLOR="{now().thesis_ink}"><B>', "</B></FONT>"
        body = _spaced(lines, size, cell, style)
    elif Flag.IMPLICIT in statement.flags:
        body = _spaced(lines, size, cell, ("<I>", "</I>"))
    else:
        body = for_label("\n".join(lines)).replace("\n", "<BR/>")
        body = f"<TR><TD {cell}>{body}</TD></TR>"
    rows = _header(statement, strong, soft, width, unsupported=unsupported) + body
    height = _FRAME + (theme.SMALL_SIZE + size * len(lines)) * _LEADING
    provenance = _provenance(statement)
    if provenance:
        lines = wrap(provenance, width, theme.SMALL_SIZE, max_lines=2)
        style = f'<FONT POINT-SIZE="{theme.SMALL_SIZE:g}" COLOR="{soft}"><I>', "</I></FONT>"
        rows += _spaced(lines, theme.SMALL_SIZE, cell, style)
        height += theme.SMALL_SIZE * len(lines) * _LEADING + 2
    for words in (behind, weighed.words(statement.key), weighed.notes.get(statement.key, "")):
        if words:
            rows += _spaced(
                wrap(words, width / BOLD, theme.SMALL_SIZE, max_lines=2),
                theme.SMALL_SIZE,
                cell,
                (f'<FONT POINT-SIZE="{theme.SMALL_SIZE:g}" COLOR="{strong}"><B>', "</B></FONT>"),
            )
            height += theme.SMALL_SIZE * _LEADING + 2
    return Label(table(rows), height)


def _spaced(lines: list[str], size: float, cell: str, style: tuple[str, str]) -> str:
    """Give each line a row of its own: the engine takes bold and italic lines to be too low."""
    height = round(size * _LEADING) + 1
    return "".join(
        f'<TR><TD {cell} HEIGHT="{height}">{style[0]}{for_label(line)}{style[1]}</TD></TR>'
        for line in lines
    )


def _small(color: str, markup: str) -> str:
    return f'<FONT POINT-SIZE="{theme.SMALL_SIZE:g}" COLOR="{color}">{markup}</FONT>'


def _kind_words(kind: Kind, flags: frozenset[Flag]) -> str:
    """Say what a statement is: its kind, or ``THESIS``, and the flags that matter to a reader."""
    return _kind_words_in(spoken(), kind, flags)


@cache
def _kind_words_in(_lang: str, kind: Kind, flags: frozenset[Flag]) -> str:
    words = say("THESIS" if Flag.THESIS in flags else kind.upper())
    return " · ".join([words, *(say(flag.value) for flag in _SHOWN_FLAGS if flag in flags)])


@cache
def _header_width(words: str) -> int:
    return round(text_width(words, theme.SMALL_SIZE) * BOLD * _SLACK) + 4


def _header(
    statement: Statement, strong: str, soft: str, width: float, *, unsupported: bool
) -> str:
    size = theme.SMALL_SIZE
    words = _kind_words(statement.kind, statement.flags)
    least = _header_width(words)
    whole = round(width * _SLACK)
    name = "" if statement.id is None else one_line(statement.id)
    room = (whole - least) / _SLACK - (14 if unsupported else 2)
    if text_width(name, size) > room:
        name = wrap(name, room, size, max_lines=1)[0]
    if unsupported:
        name = f"{name} {UNSUPPORTED_MARK}".lstrip()
    # At the right by the width of its cell: where the engine sets text at the right, it goes by its
    # own idea of how wide the text is.
    right = round(text_width(name, size) * _SLACK) + 2
    return (
        f'<TR><TD ALIGN="LEFT" WIDTH="{whole - right}">{_small(strong, f"<B>{words}</B>")}</TD>'
        f'<TD ALIGN="LEFT" WIDTH="{right}">{_small(soft, f"<I>{for_label(name)}</I>")}</TD></TR>'
    )


def _provenance(statement: Statement) -> str:
    """Say in a few words who asserts it and where it comes from; empty when nothing is known."""
    parts = []
    if statement.by is not None:
        parts.append(say("by {}", statement.by))
    source = statement.source or statement.cite
    if source:
        parts.append(say("Source: {}", source))
    if statement.date and statement.kind is Kind.EVIDENCE:
        parts.append(statement.date)
    return one_line(" · ".join(parts)) if parts else ""


def statement_tooltip(
    statement: Statement, *, unsupported: bool = False, weighed: Weighed = NOTHING_WEIGHED
) -> str:
    """Return a statement's tooltip as a DOT attribute: what it is, its full text, its source."""
    head = _kind_words(statement.kind, statement.flags)
    lines = [head if statement.id is None else f"{head} {statement.id}", statement.text]
    if statement.by is not None:
        lines.append(say("Said by {}", statement.by))
    if statement.source:
        lines.append(say("Source: {}", statement.source))
    if statement.cite:
        lines.append(say("Cited as: {}", statement.cite))
    if statement.date:
        lines.append(say("Date: {}", statement.date))
    if statement.quote:
        lines.append(say("Quote: {}", statement.quote))
    if statement.url:
        url = safe_url(statement.url)
        if url:
            lines.append(say("Link: {}", url))
    if unsupported:
        lines.append(say("Rests on no evidence and no stated assumption."))
    if statement.key in weighed.standings:
        standing = weighed.standings[statement.key]
        word = say(standing.upper()) if spoken() else standing
        lines.append(say("As annotated: {}", word))
    if statement.key in weighed.strengths:
        lines.append(say("Strength: {}", f"{weighed.strengths[statement.key]:.2f}"))
    return _tooltip(lines)


def between_label(link: Link, words: str) -> str:
    """Return the label of the small node of a link that a view leaves statements out on."""
    width = text_width(words, theme.SMALL_SIZE)
    text = _small(now().line_of(link).color, for_label(words))
    return table(f'<TR><TD ALIGN="LEFT" WIDTH="{round(width * _SLACK) + 2}">{text}</TD></TR>')


def link_label(link: Link) -> str:
    """Return the label of the small node of a named link: what it is, and its name."""
    words = say("attack" if link.type is LinkType.ATTACKS else "step")
    name = wrap(one_line(link.name or ""), theme.TEXT_WIDTH / 2, theme.SMALL_SIZE, max_lines=1)[0]
    # The engine takes Korean and Chinese to be narrower than they are, which would close the gap,
    # and this space to be wider.
    gap = "\u00a0" if words >= "\u2e80" else " "
    width = text_width(name, theme.SMALL_SIZE) * BOLD + text_width(words + gap, theme.SMALL_SIZE)
    text = _small(now().line_of(link).color, f"{words}{gap}<B>{for_label(name)}</B>")
    cell = f'<TR><TD ALIGN="LEFT" WIDTH="{round(width * _SLACK) + 2}">{text}</TD></TR>'
    return table(cell)


def link_tooltip(link: Link) -> str:
    """Return a link's tooltip as a DOT attribute: what bears on what, and why."""
    sources = " + ".join(map(_name, link.sources))
    head = f"{sources} {link.type} {_name(link.target)}"
    if link.name:
        head = f"{link.name}: {head}"
    return _tooltip([head, link.reason] if link.reason else [head])


def group_label(title: str, size: float = theme.GROUP_SIZE, columns: int = 1) -> str:
    """Return the label of a cluster, wrapped to the width of its columns of boxes."""
    lines = wrap(one_line(title), theme.TEXT_WIDTH * columns / BOLD, size, max_lines=4)
    width = round(max(text_width(line, size) for line in lines) * BOLD * _SLACK) + 2
    style = f'<FONT POINT-SIZE="{size:g}" COLOR="{now().muted}"><B>', "</B></FONT>"
    return table(_spaced(lines, size, f'ALIGN="LEFT" WIDTH="{width}"', style))


def _name(key: str) -> str:
    return key.rpartition(":")[2]


def _tooltip(lines: list[str]) -> str:
    # No line holds a line break any more, so they can be escaped together.
    return for_attribute("\n".join(map(one_line, lines))).replace("\n", r"\n")
