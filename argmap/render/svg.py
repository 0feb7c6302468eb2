"""From the engine's SVG to the one that is published: safe, labelled, the same bytes every time.

The engine's output goes through an XML parser once, event by event, and what is known to belong in
a map is written out anew: shapes, text, groups, and links that lead to http(s) or mailto. Anything
else is left out, so nothing that an essay says can become a script or reach the network. On the way,
tooltips become ``<title>`` elements, which browsers show and screen readers read out.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from argmap.render.safe_text import one_line, safe_url

__all__ = ["FONTS", "SvgError", "finish", "size"]

FONTS = (
    "Arial, Helvetica, 'Liberation Sans', Arimo, 'Apple SD Gothic Neo', 'Malgun Gothic', "
    "'PingFang TC', 'Microsoft JhengHei', 'Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK KR', "
    "'Noto Sans KR', sans-serif"
)
"""Fonts for the whole picture: those of the widths it was laid out with, then those for CJK."""

_GEOMETRY = frozenset(
    "cx cy d fill fill-opacity height points r rx ry stroke stroke-dasharray stroke-opacity "
    "stroke-width transform width x y".split()
)
_SHAPES = frozenset(("circle", "ellipse", "path", "polygon", "polyline", "rect"))
_TEXT = frozenset(
    "x y fill fill-opacity font-size font-style font-weight text-anchor text-decoration".split()
)
_SIZE = re.compile(rb'<svg\b[^>]*?\bwidth="([\d.]+)pt"\s+height="([\d.]+)pt"')
_IGNORED_TITLE = frozenset(("", " "))


class SvgError(Exception):
    """The engine's SVG cannot be read. The message is one line."""


def size(svg: bytes) -> tuple[float, float]:
    """Return the width and height that an SVG states, in points; raises :class:`SvgError`."""
    found = _SIZE.search(svg, 0, 4096)
    if found is None:
        raise SvgError("the SVG does not state its size in points")
    return float(found[1]), float(found[2])


def finish(svg: bytes, *, title: str = "") -> bytes:
    """Return the engine's SVG made safe, accessible and deterministic; linear in its length.

    ``title`` is what the picture is called by a screen reader or a browser's tab. Raises
    :class:`SvgError` when ``svg`` is not well-formed XML.
    """
    return _Finisher(title).run(svg)


class _Finisher:
    def __init__(self, title: str) -> None:
        self.title = one_line(title)
        self.out: list[str] = []
        self.open: list[str] = []
        """For each open element, the tag to close it with; empty for one that was left out."""
        self.skipping = 0
        self.text: list[str] | None = None
        self.group_title = -1
        """Where in ``out`` the title of the innermost group stands, once it is known."""

    def run(self, svg: bytes) -> bytes:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.ordered_attributes = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = _refuse
        try:
            parser.Parse(svg, True)
        except expat.ExpatError as error:
            raise SvgError(f"the layout engine wrote an SVG that cannot be read: {error}") from None
        self.out.append("")
        return "".join(self.out).encode("utf-8")
