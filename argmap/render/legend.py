"""The head of a map: its title and the key to what occurs in it, as one HTML-like label."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import Flag, Kind
from argmap.render import theme
from argmap.render.labels import UNSUPPORTED_MARK, table
from argmap.render.safe_text import for_label, one_line
from argmap.render.text_width import BOLD, text_width
from argmap.render.wrapping import wrap

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["Occurring", "heading", "occurring"]

_SLACK = 1.05
_LINE = 34
_GAP = 14


@dataclass(frozen=True, slots=True)
class Occurring:
    """What a map holds, and so what its key must explain."""

    kinds: frozenset[Kind] = frozenset()
    thesis: bool = False
    reported: bool = False
    unsupported: bool = False
    lines: frozenset[theme.LineStyle] = frozenset()
    joints: bool = False
    steps: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of the key: its cells, and about how wide they are in points."""

    cells: str
    width: float


def occurring(
    graph: ArgumentGraph, link_nodes: Iterable[str], unsupported: Container[str]
) -> Occurring:
    """Look over a graph for what its key must explain; linear."""
    statements = graph.statements.values()
    theses = {s.key for s in statements if Flag.THESIS in s.flags}
    return Occurring(
        kinds=frozenset(s.kind for s in statements if s.key not in theses),
        thesis=bool(theses),
        reported=any(s.reported for s in statements),
        unsupported=any(s.key in unsupported for s in statements),
        lines=frozenset(theme.line_of(link) for link in graph.links.values()),
        joints=any(graph.links[key].name is None for key in link_nodes),
        steps=any(graph.links[key].name is not None for key in link_nodes),
    )


def heading(title: str, subtitle: str, key: Occurring | None, width: float) -> str:
    """Return the label of the whole map, or an empty string when there is nothing to say.

    ``width`` is about how wide the map will be; the key breaks into rows to fit.
    """
    width = max(width, 2 * theme.TEXT_WIDTH)
    rows = [
        *_text_rows(title, theme.TITLE_SIZE, theme.INK, width, bold=True),
        *_text_rows(subtitle, theme.GROUP_SIZE, theme.MUTED, width),
    ]
    if key is not None:
        if rows:
            rows.append('<TR><TD HEIGHT="6"></TD></TR>')
        lines = _rows(_entries(key), width)
        widest = max((sum(entry.width for entry in line) for line in lines), default=0.0)
        for line in lines:
            cells = "".join(entry.cells for entry in line)
            # A nested table is stretched to the width of its cell; an empty cell takes that up.
            rest = round(widest - sum(entry.width for entry in line))
            if rest > 0:
                cells += f'<TD WIDTH="{rest}"></TD>'
            rows.append(
                '<TR><TD ALIGN="LEFT"><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" '
                f'CELLPADDING="3"><TR>{cells}</TR></TABLE></TD></TR>'
            )
        if lines:
            rows.append('<TR><TD HEIGHT="10"></TD></TR>')
    return table("".join(rows), spacing=2) if rows else ""


def _text_rows(text: str, size: float, color: str, width: float, *, bold: bool = False) -> list[str]:
    text = one_line(text)
    if not text:
        return []
    scale = BOLD if bold else 1.0
    rows = []
    for line in wrap(text, width / scale, size, max_lines=3):
        cell = round(text_width(line, size) * scale * _SLACK) + 2
        words = f"<B>{for_label(line)}</B>" if bold else for_label(line)
        rows.append(
            f'<TR><TD ALIGN="LEFT" WIDTH="{cell}"><FONT POINT-SIZE="{size:g}" COLOR="{color}">'
            f"{words}</FONT></TD></TR>"
        )
    return rows


def _rows(entries: Iterable[_Entry], width: float) -> list[list[_Entry]]:
    rows: list[list[_Entry]] = []
    room = 0.0
    for entry in entries:
        if entry.width > room:
            rows.append([])
            room = width
        rows[-1].append(entry)
        room -= entry.width
    return rows


def _entries(occurring: Occurring) -> Sequence[_Entry]:
    entries = []
    if occurring.thesis:
        entries.append(_box_entry("THESIS", theme.THESIS, theme.THESIS_INK))
    for kind, box in theme.BOXES.items():
        if kind in occurring.kinds:
            entries.append(_box_entry(kind.upper(), box, box.line))
    if occurring.reported:
        entries.append(_reported_entry())
    entries += [_line_entry(line) for line in theme.LINES.values() if line in occurring.lines]
    if occurring.joints:
        entries.append(_words_entry("●", "premises that work together"))
    if occurring.steps:
        entries.append(_box_entry("step …", theme.STEP, theme.SUPPORT.color))
    if occurring.unsupported:
        entries.append(_words_entry(UNSUPPORTED_MARK, "rests on no evidence and no stated assumption"))
    return entries


def _box_entry(words: str, box: theme.BoxStyle, ink: str) -> _Entry:
    rounded = ' STYLE="ROUNDED"' if box.style == "rounded" else ""
    attributes = f'BORDER="1" BGCOLOR="{box.fill}" COLOR="{box.line}"{rounded}'
    return _entry(words, box.outline, attributes, ink)


def _reported_entry() -> _Entry:
    attributes = f'BORDER="1" STYLE="DASHED" BGCOLOR="{theme.REPORTED_FILL}" COLOR="{theme.INK}"'
    return _entry("by …", "said by someone else", attributes, theme.INK)


def _entry(words: str, meaning: str, attributes: str, ink: str) -> _Entry:
    size = theme.SMALL_SIZE
    chip = round(text_width(words, size) * BOLD * _SLACK) + 10
    cell = (
        f'<TD {attributes} WIDTH="{chip}"><FONT POINT-SIZE="{size:g}" COLOR="{ink}">'
        f"<B>{words}</B></FONT></TD>"
    )
    meaning_cell, width = _meaning(meaning)
    return _Entry(cell + meaning_cell, chip + width)


def _words_entry(sign: str, meaning: str) -> _Entry:
    meaning_cell, width = _meaning(meaning)
    sign_cell = f'<TD><FONT POINT-SIZE="10" COLOR="{theme.MUTED}">{sign}</FONT></TD>'
    return _Entry(sign_cell + meaning_cell, width + 14)


def _meaning(words: str) -> tuple[str, float]:
    size = theme.SMALL_SIZE
    width = round(text_width(words, size) * _SLACK) + _GAP
    cell = (
        f'<TD ALIGN="LEFT" WIDTH="{width}"><FONT POINT-SIZE="{size:g}" COLOR="{theme.INK}">'
        f"{for_label(words)}</FONT></TD>"
    )
    return cell, width


_HEADS = {"normal": "◄", "onormal": "◄"}


def _line_entry(line: theme.LineStyle) -> _Entry:
    """Draw a line as the border of an empty cell, with its arrowhead as a character before it."""
    thick = 1 if line.penwidth < 1.4 else 2
    sides = "TB" if line.double else "T"
    rule = (
        f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>'
        f'<TD HEIGHT="5" WIDTH="{_LINE}"></TD></TR><TR>'
        f'<TD BORDER="{thick}" SIDES="{sides}" STYLE="{line.style}" COLOR="{line.color}" '
        f'WIDTH="{_LINE}" HEIGHT="4"></TD></TR></TABLE>'
    )
    head = _HEADS.get(line.arrowhead)
    arrow = f'<TD><FONT POINT-SIZE="9" COLOR="{line.color}">{head}</FONT></TD>' if head else ""
    meaning_cell, width = _meaning(line.words)
    cells = f'{arrow}<TD WIDTH="{_LINE}">{rule}</TD>{meaning_cell}'
    return _Entry(cells, width + _LINE + 16)
