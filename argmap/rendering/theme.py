"""How things look: one shape and colour for each kind, one line style for each type of link.

The hues are those of Okabe and Ito (2008), which people with any of the common colour blindnesses
can tell apart, darkened until text and lines reach a contrast of at least 4.5 to 1 on their tints
(WCAG 2.2, level AA), with fills pale enough to print. Nothing is said by colour alone: shape, line
style and words say it too. Colours are six hex digits, as the engine takes no others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from argmap.model import Kind, Link, LinkType, Subtype

FONT = "Arial"
"""The face the engine measures; :mod:`argmap.rendering.svg` adds what stands in for it."""

# Sizes are whole points: in labels the engine cuts off the rest.
BODY_SIZE = 11.0
THESIS_SIZE = 13.0
SMALL_SIZE = 9.0
TITLE_SIZE = 20.0
GROUP_SIZE = 12.0
PROVINCE_SIZE = 16.0
TEXT_WIDTH = 236.0
"""Width of the text in a box, in points: about 42 Latin letters or 21 Han characters a line."""
MAX_LINES = 16
"""Lines of a statement that are drawn; the tooltip has the whole."""

INK = "#1B1F24"
MUTED = "#5A626B"
PAPER = "#FFFFFF"
SUPPORT_COLOR = "#00694E"
ATTACK_COLOR = "#B84300"


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """A kind's box: Graphviz's ``shape``, what is added to its ``style``, and its colours."""

    shape: str
    style: str
    line: str
    fill: str
    outline: str
    """What the legend says of it: its shape, as a rule."""
    peripheries: int = 1
    margin: str = ""
    """Room about the text, in inches, where it is not the usual."""


@dataclass(frozen=True, slots=True)
class LineStyle:
    """A type of link: its line, its arrowhead, and what it is called in the legend."""

    words: str
    color: str
    style: str
    arrowhead: str
    penwidth: float = 1.3
    double: bool = False


@dataclass(frozen=True, slots=True)
class FrameStyle:
    """The frame about a group of boxes; ``margin`` in points."""

    line: str
    fill: str
    margin: str


PROVINCE = FrameStyle("#C9CED4", "#FFFFFF", "16")
GROUP = FrameStyle("#DDE1E5", "#F8F9FB", "12")

BOXES: Mapping[Kind, BoxStyle] = MappingProxyType(
    {
        Kind.CLAIM: BoxStyle("box", "rounded", "#005B94", "#E8F2FA", "round corners"),
        Kind.PREMISE: BoxStyle("box", "", "#57606A", "#F4F5F7", "square"),
        Kind.EVIDENCE: BoxStyle("note", "", "#00694E", "#E6F5EE", "folded corner"),
        Kind.REBUTTAL: BoxStyle(
            "box", "diagonals", "#A93C00", "#FDEFE7", "cut corners", margin="0.17,0.07"
        ),
        Kind.QUESTION: BoxStyle("box", "rounded", "#8A3A74", "#FAEEF6", "double outline", 2),
    }
)

THESIS = BoxStyle("box", "rounded", "#003A5F", "#0B4A78", "a main claim")
THESIS_INK = "#FFFFFF"
THESIS_MUTED = "#D5E6F3"
STEP = BoxStyle("box", "rounded", SUPPORT_COLOR, PAPER, "a step of its own")
REPORTED_FILL = "#FFFFFF"

SUPPORT = LineStyle("supports", SUPPORT_COLOR, "solid", "normal")
ATTACK = LineStyle("attacks", ATTACK_COLOR, "dashed", "normal", 1.5)
UNDERCUT = LineStyle("undercuts the step", ATTACK_COLOR, "dotted", "onormal", 1.8)
CONTRADICTION = LineStyle("contradict each other", ATTACK_COLOR, "solid", "none", 1.2, double=True)
RESTATEMENT = LineStyle("say the same", "#57606A", "dotted", "none", 1.6)

LINES: Mapping[tuple[LinkType, bool], LineStyle] = MappingProxyType(
    {
        (LinkType.SUPPORTS, False): SUPPORT,
        (LinkType.ATTACKS, False): ATTACK,
        (LinkType.ATTACKS, True): UNDERCUT,
        (LinkType.CONTRADICTS, False): CONTRADICTION,
        (LinkType.RESTATES, False): RESTATEMENT,
    }
)
"""By type, and whether the target is itself a link; in the order of the legend."""


def line_of(link: Link) -> LineStyle:
    """Return the line style of a link."""
    return LINES[link.type, link.subtype is Subtype.UNDERCUT]
