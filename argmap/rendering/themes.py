"""Themes: the colours of a picture and the weight of its lines, and which theme is in force.

Shapes, line styles, words and sizes are the same in all (:mod:`argmap.rendering.theme`), so that a
picture says the same in each of them, and most of it without any colour. Whoever draws chooses a
theme for a block (:func:`using`); what writes DOT asks for the one in force (:func:`now`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from argmap.model import Kind, Link, LinkType, Subtype
from argmap.rendering import theme
from argmap.rendering.theme import BoxStyle, FrameStyle, LineStyle

__all__ = ["DEFAULT", "THEMES", "Theme", "now", "using"]


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours, each of six hex digits, and ``line_width``, a factor on the width of all lines.

    A ``…_fill`` is what lies behind text; the colour of the same name without it is that of the
    outline and of the small header. ``grave_fill`` and ``note_fill`` are behind notes on editions.
    """

    name: str
    paper: str = theme.PAPER
    ink: str = theme.INK
    muted: str = theme.MUTED
    claim: str = theme.BOXES[Kind.CLAIM].line
    claim_fill: str = theme.BOXES[Kind.CLAIM].fill
    premise: str = theme.BOXES[Kind.PREMISE].line
    premise_fill: str = theme.BOXES[Kind.PREMISE].fill
    evidence: str = theme.BOXES[Kind.EVIDENCE].line
    evidence_fill: str = theme.BOXES[Kind.EVIDENCE].fill
    rebuttal: str = theme.BOXES[Kind.REBUTTAL].line
    rebuttal_fill: str = theme.BOXES[Kind.REBUTTAL].fill
    question: str = theme.BOXES[Kind.QUESTION].line
    question_fill: str = theme.BOXES[Kind.QUESTION].fill
    thesis: str = theme.THESIS.line
    thesis_fill: str = theme.THESIS.fill
    thesis_ink: str = theme.THESIS_INK
    thesis_muted: str = theme.THESIS_MUTED
    reported_fill: str = theme.REPORTED_FILL
    support: str = theme.SUPPORT_COLOR
    attack: str = theme.ATTACK_COLOR
    restatement: str = theme.RESTATEMENT.color
    stands: str = "#00694E"
    stands_fill: str = "#E0F3EA"
    falls: str = "#A93C00"
    falls_fill: str = "#FBE3D6"
    contested: str = "#8A3A74"
    contested_fill: str = "#F8E6F2"
    open: str = "#57606A"
    open_fill: str = "#FFFFFF"
    frame: str = theme.GROUP.line
    frame_fill: str = theme.GROUP.fill
    outer_frame: str = theme.PROVINCE.line
    outer_frame_fill: str = theme.PROVINCE.fill
    grave_fill: str = "#FBE3D6"
    note_fill: str = "#FFF6D6"
    line_width: float = 1.0

    @property
    def boxes(self) -> Mapping[Kind, BoxStyle]:
        """The box of each kind, in the order of the legend."""
        return _boxes(self)

    @property
    def lines(self) -> Mapping[tuple[LinkType, bool], LineStyle]:
        """The line of each type of link, as :data:`argmap.rendering.theme.LINES`."""
        return _lines(self)

    @property
    def thesis_box(self) -> BoxStyle:
        """The box of a main claim."""
        return replace(theme.THESIS, line=self.thesis, fill=self.thesis_fill)

    @property
    def step(self) -> BoxStyle:
        """The box of a named step."""
        return replace(theme.STEP, line=self.support, fill=self.paper)

    @property
    def group(self) -> FrameStyle:
        """The frame of a section or question."""
        return replace(theme.GROUP, line=self.frame, fill=self.frame_fill)

    @property
    def province(self) -> FrameStyle:
        """The frame of a work."""
        return replace(theme.PROVINCE, line=self.outer_frame, fill=self.outer_frame_fill)

    def line_of(self, link: Link) -> LineStyle:
        """Return the line style of a link."""
        return _lines(self)[link.type, link.subtype is Subtype.UNDERCUT]

    def standing(self, name: str) -> tuple[str, str]:
        """Return the colours of a standing, as ``"falls"``: of its line, and of what it fills."""
        return {
            "stands": (self.stands, self.stands_fill),
            "falls": (self.falls, self.falls_fill),
            "contested": (self.contested, self.contested_fill),
            "open": (self.open, self.open_fill),
        }[name]


@lru_cache(maxsize=16)
def _boxes(chosen: Theme) -> Mapping[Kind, BoxStyle]:
    colors = {
        Kind.CLAIM: (chosen.claim, chosen.claim_fill),
        Kind.PREMISE: (chosen.premise, chosen.premise_fill),
        Kind.EVIDENCE: (chosen.evidence, chosen.evidence_fill),
        Kind.REBUTTAL: (chosen.rebuttal, chosen.rebuttal_fill),
        Kind.QUESTION: (chosen.question, chosen.question_fill),
    }
    return MappingProxyType(
        {
            kind: replace(box, line=colors[kind][0], fill=colors[kind][1])
            for kind, box in theme.BOXES.items()
        }
    )


@lru_cache(maxsize=16)
def _lines(chosen: Theme) -> Mapping[tuple[LinkType, bool], LineStyle]:
    colors = {LinkType.SUPPORTS: chosen.support, LinkType.RESTATES: chosen.restatement}
    return MappingProxyType(
        {
            key: replace(
                line,
                color=colors.get(key[0], chosen.attack),
                penwidth=line.penwidth * chosen.line_width,
            )
            for key, line in theme.LINES.items()
        }
    )


DEFAULT = Theme("default")

DARK = Theme(
    "dark",
    paper="#14181D",
    ink="#EEF1F4",
    muted="#AEB7C0",
    claim="#7CC4F5",
    claim_fill="#142B3D",
    premise="#B4BDC7",
    premise_fill="#242A31",
    evidence="#5FD3A8",
    evidence_fill="#10302A",
    rebuttal="#FF9E6B",
    rebuttal_fill="#3A2115",
    question="#E9A3D3",
    question_fill="#351F30",
    thesis="#CFE8FB",
    thesis_fill="#A9D6F7",
    thesis_ink="#0B1A26",
    thesis_muted="#1F3A50",
    reported_fill="#14181D",
    support="#5FD3A8",
    attack="#FF9E6B",
    restatement="#B4BDC7",
    stands="#5FD3A8",
    stands_fill="#10302A",
    falls="#FF9E6B",
    falls_fill="#3A2115",
    contested="#E9A3D3",
    contested_fill="#351F30",
    open="#B4BDC7",
    open_fill="#14181D",
    frame="#3A424B",
    frame_fill="#1A1F25",
    outer_frame="#4B5560",
    outer_frame_fill="#14181D",
    grave_fill="#54281A",
    note_fill="#3E3814",
)

PRINT = Theme(
    "print",
    ink="#000000",
    muted="#4A4A4A",
    claim="#303030",
    claim_fill="#FFFFFF",
    premise="#505050",
    premise_fill="#FFFFFF",
    evidence="#303030",
    evidence_fill="#F0F0F0",
    rebuttal="#000000",
    rebuttal_fill="#FFFFFF",
    question="#303030",
    question_fill="#FFFFFF",
    thesis="#000000",
    thesis_fill="#2B2B2B",
    thesis_ink="#FFFFFF",
    thesis_muted="#DADADA",
    reported_fill="#FFFFFF",
    support="#404040",
    attack="#000000",
    restatement="#606060",
    stands="#404040",
    stands_fill="#FFFFFF",
    falls="#000000",
    falls_fill="#D2D2D2",
    contested="#202020",
    contested_fill="#EBEBEB",
    open="#606060",
    open_fill="#FFFFFF",
    frame="#BBBBBB",
    frame_fill="#FFFFFF",
    outer_frame="#999999",
    outer_frame_fill="#FFFFFF",
    grave_fill="#D9D9D9",
    note_fill="#F2F2F2",
)

HIGH_CONTRAST = Theme(
    "high-contrast",
    ink="#000000",
    muted="#262626",
    claim="#00355C",
    claim_fill="#FFFFFF",
    premise="#1A1A1A",
    premise_fill="#FFFFFF",
    evidence="#003D2C",
    evidence_fill="#FFFFFF",
    rebuttal="#6B1A00",
    rebuttal_fill="#FFFFFF",
    question="#55103F",
    question_fill="#FFFFFF",
    thesis="#000000",
    thesis_fill="#000000",
    thesis_ink="#FFFFFF",
    thesis_muted="#FFFFFF",
    reported_fill="#FFFFFF",
    support="#003D2C",
    attack="#6B1A00",
    restatement="#1A1A1A",
    stands="#003D2C",
    stands_fill="#FFFFFF",
    falls="#6B1A00",
    falls_fill="#FFFFFF",
    contested="#55103F",
    contested_fill="#FFFFFF",
    open="#1A1A1A",
    open_fill="#FFFFFF",
    frame="#000000",
    frame_fill="#FFFFFF",
    outer_frame="#000000",
    outer_frame_fill="#FFFFFF",
    grave_fill="#FFE9DD",
    note_fill="#FFFBE6",
    line_width=1.6,
)

THEMES: Mapping[str, Theme] = MappingProxyType(
    {each.name: each for each in (DEFAULT, DARK, PRINT, HIGH_CONTRAST)}
)

_NOW: ContextVar[Theme] = ContextVar("theme", default=DEFAULT)


def now() -> Theme:
    """Return the theme in force, the default one unless another is being used."""
    return _NOW.get()


@contextmanager
def using(chosen: Theme) -> Iterator[Theme]:
    """Draw in a theme in this block, in this thread."""
    token = _NOW.set(chosen)
    try:
        yield chosen
    finally:
        _NOW.reset(token)
