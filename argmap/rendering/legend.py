"""The head of a map: its title and the key to what occurs in it, as one HTML-like label."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import Flag, Kind
from argmap.rendering import theme
from argmap.rendering.labels import UNSUPPORTED_MARK, table
from argmap.rendering.safe_text import for_label, one_line
from argmap.rendering.text_width import BOLD, text_width
from argmap.rendering.themes import now
from argmap.rendering.weighed import DISCLAIMER, MARKS, MEANINGS, THICKER, Weighed
from argmap.rendering.wrapping import wrap
from argmap.words import say

if TYPE_CHECKING:
    from argmap.model import Link, Statement

__all__ = ["Occurring", "heading", "occurring"]

_SLACK = 1.05
_LINE = 36
_GAP = 14
_USUAL_WIDTH = 1700.0
"""Width of a map, in points, from which its head grows with it, so that it is read from as far."""
_MOST_GROWTH = 1.6


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
    statements: Collection[Statement],
    links: Iterable[Link],
    *,
    nodes: Iterable[Link] = (),
    unsupported: Container[str] = (),
) -> Occurring:
    """Look over what is drawn for what its key must explain; linear.

    ``nodes`` are the links drawn as nodes, ``unsupported`` the keys of marked statements.
    """
    theses = {s.key for s in statements if Flag.THESIS in s.flags}
    named = {link.name is not None for link in nodes}
    return Occurring(
        kinds=frozenset(s.kind for s in statements if s.key not in theses),
        thesis=bool(theses),
        reported=any(s.reported for s in statements),
        unsupported=any(s.key in unsupported for s in statements),
        lines=frozenset(now().line_of(link) for link in links),
        joints=False in named,
        steps=True in named,
    )


def heading(
    title: str,
    subtitle: str,
    key: Occurring | None,
    width: float,
    weighed: Weighed | None = None,
) -> str:
    """Return the label of the whole map, or an empty string when there is nothing to say.

    ``width`` is about how wide the map will be; the key breaks into rows to fit. A second key
    says what the standings and strengths in ``weighed`` mean.
    """
    width = max(width, 2 * theme.TEXT_WIDTH)
    scale = min(_MOST_GROWTH, max(1.0, width / _USUAL_WIDTH))
    texts = [0.0]
    rows = [
        *_text_rows(title, round(theme.TITLE_SIZE * scale), now().ink, width, texts, bold=True),
        *_text_rows(subtitle, round(theme.GROUP_SIZE * scale), now().muted, width, texts),
    ]
    size = round(theme.SMALL_SIZE * scale)
    lines = [] if key is None else _broken(_entries(key, size), width)
    if weighed is not None:
        lines += _broken(_weighed_entries(weighed, size), width)
    if lines:
        if rows:
            rows.append('<TR><TD HEIGHT="6"></TD></TR>')
        widest = max(sum(entry.width for entry in line) for line in lines)
        # A wide title would stretch the key's cells.
        widest = max(widest, *texts)
        rows += [_key_row(line, widest) for line in lines]
        rows.append('<TR><TD HEIGHT="12"></TD></TR>')
    return table("".join(rows), spacing=2) if rows else ""


def _text_rows(
    text: str, size: int, color: str, width: float, widths: list[float], *, bold: bool = False
) -> list[str]:
    """Return the rows of a text, and add how wide they are to ``widths``."""
    text = one_line(text)
    if not text:
        return []
    scale = BOLD if bold else 1.0
    rows = []
    for line in wrap(text, width / scale, size, max_lines=3):
        cell = round(text_width(line, size) * scale * _SLACK) + 2
        widths.append(cell)
        words = f"<B>{for_label(line)}</B>" if bold else for_label(line)
        rows.append(
            f'<TR><TD ALIGN="LEFT" WIDTH="{cell}"><FONT POINT-SIZE="{size}" COLOR="{color}">'
            f"{words}</FONT></TD></TR>"
        )
    return rows


def _broken(entries: Iterable[_Entry], width: float) -> list[list[_Entry]]:
    lines: list[list[_Entry]] = []
    room = 0.0
    for entry in entries:
        if entry.width > room:
            lines.append([])
            room = width
        lines[-1].append(entry)
        room -= entry.width
    return lines


def _key_row(line: list[_Entry], widest: float) -> str:
    cells = "".join(entry.cells for entry in line)
    # A nested table is stretched to the width of its cell; an empty cell takes that up.
    rest = round(widest - sum(entry.width for entry in line))
    if rest > 0:
        cells += f'<TD WIDTH="{rest}"></TD>'
    return (
        '<TR><TD ALIGN="LEFT"><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3">'
        f"<TR>{cells}</TR></TABLE></TD></TR>"
    )


def _entries(key: Occurring, size: int) -> list[_Entry]:
    entries = []
    if key.thesis:
        entries.append(_box(say("THESIS"), now().thesis_box, now().thesis_ink, size))
    entries += [
        _box(say(kind.upper()), box, box.line, size)
        for kind, box in now().boxes.items()
        if kind in key.kinds
    ]
    if key.reported:
        dashed = f'BORDER="1" STYLE="DASHED" BGCOLOR="{now().reported_fill}" COLOR="{now().ink}"'
        entries.append(
            _chip(say("by {}", "…"), say("said by someone else"), dashed, now().ink, size)
        )
    entries += [_line(line, size) for line in now().lines.values() if line in key.lines]
    if key.joints:
        entries.append(_sign("●", say("premises that work together"), size))
    if key.steps:
        entries.append(_box(f"{say('step')} …", now().step, now().step.line, size))
    if key.unsupported:
        words = say("rests on no evidence and no stated assumption")
        entries.append(_sign(UNSUPPORTED_MARK, words, size))
    return entries


def _weighed_entries(weighed: Weighed, size: int) -> list[_Entry]:
    entries = []
    occurring = set(weighed.standings.values())
    for standing, mark in MARKS.items():
        if standing in occurring:
            line, fill = now().standing(standing)
            look = f'BORDER="1" BGCOLOR="{fill}" COLOR="{line}"'
            said = f"{mark} {say(standing.upper())}"
            entries.append(_chip(said, say(MEANINGS[standing]), look, line, size))
    if weighed.strengths:
        words = say(THICKER, weighed.semantics)
        entries.append(_sign("0.50", words, size))
    if entries:
        entries.append(_meaning(say(DISCLAIMER), size))
    return entries


def _box(words: str, box: theme.BoxStyle, ink: str, size: int) -> _Entry:
    rounded = ' STYLE="ROUNDED"' if box.style == "rounded" else ""
    attributes = f'BORDER="1" BGCOLOR="{box.fill}" COLOR="{box.line}"{rounded}'
    return _chip(words, say(box.outline), attributes, ink, size)


def _chip(words: str, meaning: str, attributes: str, ink: str, size: int) -> _Entry:
    width = round(text_width(words, size) * BOLD * _SLACK) + 12
    chip = (
        f'<TD {attributes} WIDTH="{width}"><FONT POINT-SIZE="{size}" COLOR="{ink}">'
        f"<B>{words}</B></FONT></TD>"
    )
    said = _meaning(meaning, size)
    return _Entry(chip + said.cells, width + said.width)


def _sign(sign: str, meaning: str, size: int) -> _Entry:
    said = _meaning(meaning, size)
    cell = f'<TD><FONT POINT-SIZE="{size}" COLOR="{now().muted}">{sign}</FONT></TD>'
    return _Entry(cell + said.cells, said.width + size + 8)


def _meaning(words: str, size: int) -> _Entry:
    width = round(text_width(words, size) * _SLACK) + _GAP
    cell = (
        f'<TD ALIGN="LEFT" WIDTH="{width}"><FONT POINT-SIZE="{size}" COLOR="{now().ink}">'
        f"{for_label(words)}</FONT></TD>"
    )
    return _Entry(cell, width)


def _line(line: theme.LineStyle, size: int) -> _Entry:
    """Draw a line as the border of an empty cell, after its arrowhead as a character."""
    thick = 1 if line.penwidth < 1.4 else 2
    sides = "TB" if line.double else "T"
    rule = (
        '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>'
        f'<TD HEIGHT="{size // 2 + 1}" WIDTH="{_LINE}"></TD></TR><TR>'
        f'<TD BORDER="{thick}" SIDES="{sides}" STYLE="{line.style}" COLOR="{line.color}" '
        f'WIDTH="{_LINE}" HEIGHT="{size // 2}"></TD></TR></TABLE>'
    )
    head = "" if line.arrowhead == "none" else "◄"
    arrow = f'<TD><FONT POINT-SIZE="{size}" COLOR="{line.color}">{head}</FONT></TD>' if head else ""
    said = _meaning(say(line.words), size)
    cells = f'{arrow}<TD WIDTH="{_LINE}">{rule}</TD>{said.cells}'
    return _Entry(cells, said.width + _LINE + (size + 8 if head else 6))
