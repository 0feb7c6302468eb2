"""PNG: by the bundled engine where its own font has every letter, else by resvg and system fonts.

The engine carries Arimo (the widths of Arial; Latin with Vietnamese, Greek, Cyrillic and Hebrew)
and draws the same picture on any machine, with no font installed. It has no Chinese, Japanese
or Korean and draws an empty box for each character it lacks. For these the SVG is drawn by
``resvg-py`` (the extra ``argmap[png]``) with the fonts of the system. As resvg leaves out in
silence what no font has, a few of the letters are tried first.
"""

from __future__ import annotations

import importlib
import math
import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from argmap.errors import ArgmapError
from argmap.rendering.engine import Engine, layout
from argmap.rendering.paper import Setting, place
from argmap.rendering.svg import finish, fonts, size

__all__ = [
    "DPI",
    "MOST_PIXELS",
    "PngError",
    "draw",
    "in_engine",
    "of_finished",
    "of_svg",
    "pixels",
    "script_of",
]

DPI = 144.0
"""Pixels to the inch, unless asked otherwise: twice what a page needs, for projectors."""

MOST_PIXELS = 50_000_000
"""Drawing takes about nine bytes a pixel."""
_POINTS = 72.0
_CSS_DPI = 96.0
_MM = 25.4
_ROOT = re.compile(r'<svg\b[^>]*?\bwidth="([\d.]+)(pt|mm)" height="([\d.]+)(?:pt|mm)"')
_FONTS = re.compile(r'(<svg\b[^>]*? font-family=)"[^"]*"')
_TEXT = re.compile(r"<text\b[^>]*>([^<]*)</text>")
_IN_ENGINE = re.compile(
    "[^\x20-\u0377\u037a-\u037f\u0384-\u052f\u05d0-\u05ea\u1e00-\u1fff\u2010-\u2027\u202f-\u205f"
    "\u20a0-\u20be\u2100-\u214f\u2190-\u2195\u25a0\u25a1\u25b2\u25ba\u25bc\u25c4\u25ca-\u25cc\u25cf]"
)
"""What the engine's font does not have, as measured on graphviz-pure 0.2.2."""
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9]")
_NOWHERE = "\ue123"
"""A character for private use, which no font is expected to have."""


class PngError(ArgmapError):
    """The map cannot be drawn as PNG here. The message is one line and says what to do."""


def draw(
    dot: str,
    *,
    title: str = "",
    dpi: float = DPI,
    width: int | None = None,
    sheet: Setting | None = None,
    engine: Engine = "bundled",
    timeout: float = 120.0,
) -> bytes:
    """Draw DOT as PNG, on a sheet of paper where that is given.

    ``width``, in pixels, is taken before ``dpi``. A map too large is drawn with fewer pixels: at
    most 50 million in all.
    Raises :class:`PngError` when it holds letters for which neither the engine nor, through resvg,
    the system has a font, and what :func:`~argmap.rendering.engine.layout` raises. The layout is
    done twice, as only the first tells how large the picture will be.
    """
    svg = layout(dot, "svg", engine=engine, timeout=timeout)
    lacking = _lacking(svg)
    points = size(svg) if sheet is None else _points(sheet)
    if width is not None:
        dpi = width * _POINTS / max(points[0], 1.0)
    if engine == "bundled" and not any(map(str.isalpha, lacking)):
        attributes = [f"dpi={_capped(dpi, points):.{4 if width is None else 8}g}"]
        if sheet is not None:
            attributes.append(f"viewport={points[0]:.2f},{points[1]:.2f},{sheet.scale:.4f}")
        return layout(dot, "png", engine=engine, timeout=timeout, attributes=attributes)
    return of_svg(svg, title=title, dpi=dpi, sheet=sheet)


def of_svg(svg: bytes, *, title: str = "", dpi: float = DPI, sheet: Setting | None = None) -> bytes:
    """Draw an SVG of the engine, or one put together of several, as PNG, by resvg.

    ``sheet`` sets it on paper, and ``dpi`` is then the paper's. Raises :class:`PngError` where
    resvg is not installed, or the system has no font for the text.
    """
    dpi = _capped(dpi, size(svg) if sheet is None else _points(sheet))
    render, first = _drawn_by(svg)
    finished = finish(svg, title=title, first_font=first)
    if sheet is not None:
        finished = place(finished, sheet)
    return render(finished.decode("utf-8"), dpi / _POINTS)


def of_finished(svg: bytes, *, dpi: float | None = None, width: int | None = None) -> bytes:
    """Draw an SVG that argmap has finished, on paper or not, as PNG, by resvg.

    ``width``, in pixels, is taken before ``dpi``. Raises :class:`PngError` as :func:`of_svg` does.
    """
    root = _ROOT.search(svg.decode("utf-8"), 0, 4096)
    if root is None:
        raise PngError("only a picture that argmap has drawn can become a PNG")
    unit = _POINTS / _MM if root[2] == "mm" else 1.0
    wide, high = float(root[1]) * unit, float(root[3]) * unit
    if width is not None:
        dpi = width * _POINTS / max(wide, 1.0)
    render, first = _drawn_by(svg)
    text = _FONTS.sub(rf'\g<1>"{fonts(first)}"', svg.decode("utf-8"), count=1)
    return render(text, _capped(dpi or DPI, (wide, high)) / _POINTS)


def pixels(png: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG, from its header."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def _drawn_by(svg: bytes) -> tuple[Callable[[str, float], bytes], str]:
    """Return what draws an SVG, and the language whose fonts are to come first."""
    lacking = _lacking(svg)
    # resvg brings no font, and so needs one of the system for plain letters, too.
    render = _resvg(lacking if any(map(str.isalpha, lacking)) else "a")
    return render, _language(lacking) or ("vi" if _VIETNAMESE.search(svg.decode("utf-8")) else "")


def _points(sheet: Setting) -> tuple[float, float]:
    return sheet.width * _POINTS / _MM, sheet.height * _POINTS / _MM


def _capped(dpi: float, size: tuple[float, float]) -> float:
    """Return the dots to the inch at which a picture, its size in points, is not too large."""
    inches = size[0] * size[1] / _POINTS**2
    return max(1.0, min(dpi, math.sqrt(MOST_PIXELS / max(inches, 1e-9))))


def _lacking(svg: bytes) -> set[str]:
    """Return the characters of the drawn text that the engine's font does not have."""
    from html import unescape

    drawn = unescape("".join(_TEXT.findall(svg.decode("utf-8"))))
    return set(_IN_ENGINE.findall(drawn))


def in_engine(char: str) -> bool:
    """Tell whether the font that the engine carries has a character."""
    return _IN_ENGINE.match(char) is None


def _resvg(lacking: Iterable[str]) -> Callable[[str, float], bytes]:
    """Return resvg's drawing function, once it has been seen to draw what the engine cannot."""
    letters = sorted(char for char in lacking if char.isalpha())
    try:
        # By name: it is an extra, and carries no types.
        resvg: Any = importlib.import_module("resvg_py")
    except ImportError:
        what = f"the map has {script_of(letters)} text, which needs system fonts to become a PNG"
        if letters == ["a"]:
            what = "this picture is put together or cut, and becomes a PNG by resvg only"
        raise PngError(
            f"{what}; run: pip install 'argmap[png]', or write an SVG (-o map.svg)"
        ) from None

    def render(svg: str, zoom: float) -> bytes:
        # resvg takes a CSS pixel for its unit, and a point for 96/72 of one.
        return bytes(
            resvg.svg_to_bytes(svg_string=svg, dpi=_CSS_DPI, zoom=zoom * _POINTS / _CSS_DPI)
        )

    unseen = [char for char in _samples(letters) if _unseen(render, char)]
    if unseen:
        raise PngError(
            f"no font for {script_of(unseen)} text was found, so a PNG would leave it out; install "
            "one (Noto Sans CJK, say), or write an SVG (-o map.svg)"
        )
    return render


def _samples(letters: Iterable[str]) -> list[str]:
    """Pick one letter of each script: fonts come by the script."""
    found: dict[str, str] = {}
    for letter in letters:
        found.setdefault(script_of([letter]), letter)
    return list(found.values())


def _unseen(render: Callable[[str, float], bytes], char: str) -> bool:
    """Tell whether a character comes out like a space, or like one that no font has."""

    def sample(text: str) -> bytes:
        return render(
            '<svg xmlns="http://www.w3.org/2000/svg" width="30pt" height="20pt" '
            f'viewBox="0 0 30 20" font-family="{fonts()}"><text x="5" y="15" font-size="14">'
            f"{text}</text></svg>",
            1.0,
        )

    drawn = sample(char)
    return drawn in (sample(" "), sample(_NOWHERE))


_SCRIPTS = (
    # Name in Unicode, language, what to call it. Kana and Hangul tell more than Han does.
    ("HANGUL", "ko", "Korean"),
    ("HIRAGANA", "ja", "Japanese"),
    ("KATAKANA", "ja", "Japanese"),
    ("CJK", "zh", "Chinese or Japanese"),
)


def _language(letters: Iterable[str]) -> str:
    """Guess the language whose fonts should come first from the letters of a map."""
    names = [unicodedata.name(letter, "") for letter in letters]
    for start, language, _ in _SCRIPTS:
        if any(name.startswith(start) for name in names):
            return language
    return ""


def script_of(letters: Iterable[str]) -> str:
    """Name the script of the first of some letters, by its name in Unicode."""
    for letter in letters:
        name = unicodedata.name(letter, "UNKNOWN")
        for start, _, words in _SCRIPTS:
            if name.startswith(start):
                return words
        return name.partition(" ")[0].capitalize()
    return "special"
