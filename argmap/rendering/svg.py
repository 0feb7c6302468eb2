"""From the engine's SVG to the one that is published: safe, labelled, the same bytes every time.

What the engine puts in for its own use goes (comments, names of nodes, a font on each line of
text), and its tooltips become ``<title>`` elements, which browsers show and screen readers read
out. The result must then be well-formed XML, and is held, tag by tag, to the short list of what
belongs in a map: shapes, text, groups, and links to http(s) or mailto. Anything else is refused, so
that nothing an essay says becomes a script or reaches the network.
"""

from __future__ import annotations

import re
from html import unescape
from xml.parsers import expat

from argmap.errors import ArgmapError
from argmap.rendering.chinese_script import chinese_in
from argmap.rendering.safe_text import for_attribute, one_line, safe_url

__all__ = ["SvgError", "finish", "fonts", "size"]

_LATIN_FONTS = "Arial, Helvetica, 'Liberation Sans', Arimo"
_CJK_FONTS = {
    "ko": "'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR', 'Noto Sans KR'",
    "zh-Hant": "'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC', 'Noto Sans TC'",
    "ja": "'Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK JP', 'Noto Sans JP'",
    "zh-Hans": "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC'",
}
"""Chinese characters look otherwise in each: those of the picture's own script stand first."""
_IF_DRAWN = "zh-Hans"
"""Its fonts are named only where it is drawn."""
_VIETNAMESE_FONTS = "Arimo, 'Noto Sans', 'DejaVu Sans'"
"""Those that have the whole of it; Liberation Sans does not everywhere."""


def fonts(first: str = "", *, chinese: str = "") -> str:
    """Return the fonts of a picture: those it was measured for, then the usual ones for CJK.

    ``first`` puts the fonts of one language (``ko``, ``zh-Hant``, ``zh-Hans``, ``ja`` or ``vi``)
    before all others, for programs that take the first font there is and no other. ``chinese`` is
    the script of what is in Chinese: its fonts stand before those of Korean and Japanese.
    """
    order = sorted(_CJK_FONTS, key=lambda each: each != chinese)
    rest = [
        _CJK_FONTS[each]
        for each in order
        if each != first and (each != _IF_DRAWN or each == chinese)
    ]
    if first == "vi":
        return ", ".join([_VIETNAMESE_FONTS, _LATIN_FONTS, *rest, "sans-serif"])
    if first in _CJK_FONTS:
        return ", ".join([_CJK_FONTS[first], _LATIN_FONTS, *rest, "sans-serif"])
    return ", ".join([_LATIN_FONTS, *rest, "sans-serif"])


_SIZE = re.compile(rb'<svg\b[^>]*?\bwidth="([\d.]+)pt"\s+height="([\d.]+)pt"')
_ROOT = re.compile(
    rb'<svg width="([\d.]+)pt" height="([\d.]+)pt"\s+viewBox="([-\d. ]+)"[^>]*>', re.DOTALL
)
_COMMENT = re.compile(rb"<!--.*?-->\s*", re.DOTALL)

# A node or edge with a tooltip: <title>name</title> <g id="a_…"><a …> shapes </a> </g>
_WRAPPED = re.compile(
    rb'<(?:title>[^<]*</title>\s*<g id="a_[^"]*"><a ([^>]*)>\s*|/a>\s*</g>\n'
    rb'|(g id="[^"]*" class="(?:graph|cluster)"[^>]*>\s*)<title>[^<]*</title>\s*)'
)
_HREF = re.compile(rb'xlink:href="([^"]*)"')
_TITLE = re.compile(rb'xlink:title="([^"]*)"')


def _element(attributes: str, *names: str) -> str:
    """A pattern for the opening tags of these elements, with any of these attributes."""
    return f'(?:{"|".join(names)})(?: (?:{attributes.replace(" ", "|")})="[^"<>]*+")*'


_PAINT = "fill stroke stroke-width stroke-dasharray fill-opacity stroke-opacity"
_OPENING = "|".join(
    (
        _element(
            "text-anchor x y font-size fill font-weight font-style font-family text-decoration",
            "text",
        ),
        _element(f"{_PAINT} points d cx cy rx ry", "path", "polygon", "polyline", "ellipse"),
        _element("id class transform", "g"),
        "title",
        _element("xlink:href target rel", "a"),
    )
)
_KNOWN = re.compile(f"(?:[^<]++|<(?:(?:{_OPENING})/?|/(?:text|g|title|a))>)*".encode())
"""All that may stand in a map, below its root."""
_OUTSIDE_PAINT = re.compile(rb'="[^"]*\burl\(', re.IGNORECASE)


class SvgError(ArgmapError):
    """The engine's SVG is not one that can be published. The message is one line."""


def size(svg: bytes) -> tuple[float, float]:
    """Return the width and height that an SVG states, in points; raises :class:`SvgError`."""
    found = _SIZE.search(svg, 0, 4096)
    if found is None:
        raise SvgError("the SVG does not state its size in points")
    return float(found[1]), float(found[2])


def finish(svg: bytes, *, title: str = "", first_font: str = "") -> bytes:
    """Return the engine's SVG made safe, accessible and deterministic; linear in its length.

    ``title`` is what the picture is called by a screen reader or in a browser's tab; for
    ``first_font`` see :func:`fonts`. Raises :class:`SvgError` when the engine wrote anything that
    does not belong in a map.
    """
    svg = _COMMENT.sub(b"", svg).replace(b"\r\n", b"\n")
    root = _ROOT.search(svg)
    if root is None:
        raise SvgError("the layout engine wrote an SVG without a size")
    # Double quotes in text are written as entities, so these are attributes and nothing else.
    body = svg[root.end() :].replace(b' font-family="Arial"', b"")
    body = body.replace(b' xml:space="preserve"', b"")
    body = _WRAPPED.sub(_Unwrapping().replace, body).rstrip()
    chinese = chinese_in(body.decode("utf-8", "replace"))
    finished = _head(root, title, fonts(first_font, chinese=chinese)) + body + b"\n"
    _verify(finished, body)
    return finished


def _head(root: re.Match[bytes], title: str, font: str) -> bytes:
    width, height, box = (part.decode("ascii") for part in root.groups())
    called = for_attribute(one_line(title)).replace("\\\\\\\\", "\\") or "Argument map"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}pt" height="{height}pt" viewBox="{box}" role="img" '
        f'aria-label="{called}" font-family="{font}">\n<title>{called}</title>'
    ).encode()


class _Unwrapping:
    """Turns each tooltip into a title, and keeps the link around a box only where it has a URL."""

    def __init__(self) -> None:
        self.close = b""

    def replace(self, found: re.Match[bytes]) -> bytes:
        opened, frame = found.groups()
        if frame is not None:
            return b"<" + frame
        if opened is None:
            return self.close
        tooltip = _TITLE.search(opened)
        title = b"<title>%s</title>\n" % tooltip[1] if tooltip else b""
        href = _HREF.search(opened)
        if href is None:
            self.close = b""
            return title
        self.close = b"</a>\n"
        return b'%s<a xlink:href="%s" target="_blank" rel="noopener noreferrer">\n' % (
            title,
            href[1],
        )


def _verify(svg: bytes, body: bytes) -> None:
    """Hold every tag below the root to the list; raises :class:`SvgError`.

    The parser vouches that the document is well-formed; then each ``<`` begins a tag, and the list
    is one pattern. (A callback for each element would cost ten times as much.)
    """
    try:
        expat.ParserCreate("utf-8").Parse(svg, True)
    except expat.ExpatError as error:
        raise SvgError(f"the layout engine wrote an SVG that cannot be read: {error}") from None
    known = _KNOWN.match(body)
    end = known.end() if known else 0
    if body[end:] != b"</svg>":
        found = body[end : end + 60].decode("utf-8", "replace")
        raise SvgError(
            f"the layout engine wrote something that does not belong in a map: {found!r}"
        )
    if b"url(" in body.lower() and _OUTSIDE_PAINT.search(body):
        raise SvgError("the layout engine wrote a reference to something outside of the map")
    for href in _HREF.findall(body):
        url = unescape(href.decode("utf-8"))
        if safe_url(url) != url:
            raise SvgError("the layout engine wrote a link that is neither http(s) nor mailto")
