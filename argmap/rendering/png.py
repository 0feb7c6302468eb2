"""PNG: by the bundled engine where its own font has every letter, else by resvg and other fonts.

The engine carries Arimo (the widths of Arial; Latin with Vietnamese, Greek, Cyrillic and Hebrew)
and draws the same picture on any machine, with no font installed. It has no Chinese, Japanese
or Korean and draws an empty box for each character it lacks. For these the SVG is drawn by
``resvg-py`` (the extra ``argmap[png]``) with the fonts of ``argmap[fonts]``, and of the system for
what these lack. As resvg leaves out in silence what no font has, letters are tried first; what is
spelled, and what refused, is as for a PDF (:mod:`argmap.rendering.letters`).
"""

from __future__ import annotations

import importlib
import math
import re
import warnings
from collections.abc import Callable, Collection, Iterable, Mapping
from html import escape
from typing import Any

from argmap.errors import ArgmapError
from argmap.rendering import letters
from argmap.rendering.engine import Engine, layout
from argmap.rendering.paper import Setting, place
from argmap.rendering.svg import finish, fonts, size

__all__ = [
    "DPI",
    "MOST_PIXELS",
    "PngError",
    "PngWarning",
    "draw",
    "of_finished",
    "of_svg",
    "pixels",
    "refuse_script",
    "require_resvg",
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
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9]")
_NOWHERE = "\ue123"
"""A character for private use, which no font is expected to have."""


_MOST_TRIED = 600
"""Letters that are tried one by one with the fonts of the system: about three milliseconds each."""


class PngError(ArgmapError):
    """The map cannot be drawn as PNG here. The message is one line and says what to do."""


class PngWarning(UserWarning):
    """The map is drawn, but some letters of it otherwise; one line that says which and why."""


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
    Letters that no font has are spelled where they are few, with a :class:`PngWarning`; where they
    are many, :class:`PngError` is raised, besides what :func:`~argmap.rendering.engine.layout`
    raises. The layout is done twice, as only the first tells how large the picture will be.
    """
    svg = layout(dot, "svg", engine=engine, timeout=timeout)
    lacking = _not_in_engine([svg])
    points = size(svg) if sheet is None else _points(sheet)
    if width is not None:
        dpi = width * _POINTS / max(points[0], 1.0)
    if engine != "bundled":
        return of_svg(svg, title=title, dpi=dpi, sheet=sheet)
    if lacking:
        # The engine draws alike everywhere, so signs are better spelled by it than drawn with
        # whatever font the system has.
        by_resvg = any(map(str.isalpha, lacking)) or not letters.without(
            lacking, letters.packaged().values()
        )
        if by_resvg:
            try:
                return of_svg(svg, title=title, dpi=dpi, sheet=sheet)
            except PngError:
                if letters.share(lacking, [svg]) > letters.MANY:
                    raise
        what = letters.said_of_lacking(lacking)
        warnings.warn(
            f"{what}: spelled in Latin letters; {letters.cure('png')}", PngWarning, stacklevel=2
        )
        dot = letters.spelled_dot(dot, lacking)
        svg = layout(dot, "svg", engine=engine, timeout=timeout)
        points = size(svg) if sheet is None else points
    attributes = [f"dpi={_capped(dpi, points):.{4 if width is None else 8}g}"]
    if sheet is not None:
        attributes.append(f"viewport={points[0]:.2f},{points[1]:.2f},{sheet.scale:.4f}")
    return layout(dot, "png", engine=engine, timeout=timeout, attributes=attributes)


def of_svg(
    svg: bytes,
    *,
    title: str = "",
    dpi: float | None = None,
    width: int | None = None,
    sheet: Setting | None = None,
) -> bytes:
    """Draw an SVG of the engine, or one put together of several, as PNG, by resvg.

    ``sheet`` sets it on paper, and ``dpi`` is then the paper's; ``width``, in pixels, is taken
    before it. Raises :class:`PngError` where
    resvg is not installed, or there is no font for the text; warns as :func:`draw` does.
    """
    points = size(svg) if sheet is None else _points(sheet)
    if width is not None:
        dpi = width * _POINTS / max(points[0], 1.0)
    dpi = _capped(dpi or DPI, points)
    finished = finish(svg, title=title)
    if sheet is not None:
        finished = place(finished, sheet)
    return _rendered(finished, dpi)


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
    return _rendered(svg, _capped(dpi or DPI, (wide, high)))


def refuse_script(text: str) -> None:
    """Refuse a text that could not be drawn as PNG for want of resvg, before it is laid out.

    Only one that is without doubt too much to spell. Raises :class:`PngError`; linear.
    """
    foreign = {char for char in set(text) if char.isalpha() and not letters.in_engine(char)}
    if letters.share_of_text(foreign, text) > letters.WITHOUT_DOUBT:
        require_resvg(foreign)


def pixels(png: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG, from its header."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def _points(sheet: Setting) -> tuple[float, float]:
    return sheet.width * _POINTS / _MM, sheet.height * _POINTS / _MM


def _capped(dpi: float, size: tuple[float, float]) -> float:
    """Return the dots to the inch at which a picture, its size in points, is not too large."""
    inches = size[0] * size[1] / _POINTS**2
    return max(1.0, min(dpi, math.sqrt(MOST_PIXELS / max(inches, 1e-9))))


def _not_in_engine(pages: Iterable[bytes]) -> set[str]:
    """Return the characters of the drawn text that the engine's font does not have."""
    return {char for char in letters.drawn_letters(pages) if not letters.in_engine(char)}


def require_resvg(foreign: Collection[str] = ()) -> Any:
    """Return what draws an SVG; raises :class:`PngError` where it is not installed.

    ``foreign`` are the letters for which it is needed; none where it is for what is put together.
    """
    try:
        # By name: it is an extra, and carries no types.
        return importlib.import_module("resvg_py")
    except ImportError:
        what = "this picture is put together or cut, and becomes a PNG by resvg only"
        named = sorted(char for char in foreign if char.isalpha()) or sorted(foreign)
        if named:
            what = (
                f"the map has {letters.script_of(named)} text, which needs other fonts than the "
                "engine's to become a PNG"
            )
        raise PngError(f"{what}; {letters.cure('png')}, or write an SVG (-o map.svg)") from None


def _rendered(svg: bytes, dpi: float) -> bytes:
    """Draw a finished SVG by resvg, with what no font has spelled."""
    foreign = _not_in_engine([svg])
    resvg = require_resvg(foreign)
    there = letters.packaged()
    files = [file for file, _ in there.values()]

    def render(text: str, zoom: float, **more: Any) -> bytes:
        # resvg takes a CSS pixel for its unit, and a point for 96/72 of one.
        return bytes(
            resvg.svg_to_bytes(
                svg_string=text, dpi=_CSS_DPI, zoom=zoom * _POINTS / _CSS_DPI, **more
            )
        )

    used = letters.drawn_letters([svg])
    rest = letters.without(used, there.values())
    more: dict[str, Any] = {"font_files": files} if files else {}
    if files and not rest:
        # The same picture on every machine, then.
        more["skip_system_fonts"] = True
    named = _families(svg, foreign, there)
    # resvg brings no font, and so needs one of the system for plain letters, too.
    plain = next((char for char in sorted(used - foreign) if char.isalnum()), "a")
    tried = rest if files else {*_tried(used), plain}
    unseen = _unseen(render, tried, named, more)
    if plain in unseen:
        raise PngError(
            "no font was found, so a PNG would have no words; run: pip install 'argmap[fonts]', "
            "or write an SVG (-o map.svg)"
        )
    if unseen:
        what = letters.said_of_lacking(unseen)
        if letters.share(unseen, [svg]) > letters.MANY:
            raise PngError(
                f"{what}, so no PNG is drawn; {letters.cure()}, or write an SVG (-o map.svg)"
            )
        warnings.warn(
            f"{what}: spelled in Latin letters; {letters.cure()}", PngWarning, stacklevel=3
        )
        svg = letters.spelled(svg, unseen)
    if files:
        svg = letters.embolden(svg)
    text = _FONTS.sub(rf'\g<1>"{named}"', svg.decode("utf-8"), count=1)
    return render(text, dpi / _POINTS, **more)


def _families(svg: bytes, foreign: Collection[str], there: Mapping[str, letters.Font]) -> str:
    """Name the fonts of a picture, those first that have what the engine's lacks."""
    lang = letters.language_of_letters(foreign)
    usual = fonts(lang or ("vi" if _VIETNAMESE.search(svg.decode("utf-8")) else ""))
    return ", ".join([*(f"'{each}'" for each in letters.families(there, lang)), usual])


def _tried(used: Collection[str]) -> set[str]:
    """Return what is to be tried where there is no font but those of the system."""
    beyond = {char for char in used if not char.isascii()}
    return beyond if len(beyond) <= _MOST_TRIED else set(letters.samples(sorted(beyond)))


def _unseen(
    render: Callable[..., bytes], tried: Iterable[str], named: str, more: dict[str, Any]
) -> set[str]:
    """Return the characters that come out like a space, or like one that no font has."""

    def sample(text: str) -> bytes:
        return render(
            '<svg xmlns="http://www.w3.org/2000/svg" width="30pt" height="20pt" '
            f'viewBox="0 0 30 20" font-family="{named}"><text x="5" y="15" font-size="14">'
            f"{escape(text)}</text></svg>",
            1.0,
            **more,
        )

    listed = sorted(tried)
    if not listed:
        return set()
    nothing = sample(" "), sample(_NOWHERE)
    return {char for char in listed if sample(char) in nothing}
