"""PDF: finished SVGs, a page each, by typst (the extra ``argmap[pdf]``).

Text stays text, and can be selected and searched; of the fonts only what is used is embedded. The
fonts of ``argmap[fonts]`` come first where they are installed (Latin with Vietnamese, Korean, both
Chinese scripts), so that the bytes are the same on every machine; the system's are asked only for
what these lack. What no font has is never left out: a few such characters are spelled in Latin
letters, with a warning, and where they are many, no PDF is written. The fonts have one weight: what
is bold is drawn with an outline of its own colour. Links are laid over, as typst takes none from an
SVG. The page is the picture's size, or the sheet's.
"""

from __future__ import annotations

import importlib
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unicodedata import category

from argmap.errors import ArgmapError
from argmap.rendering.glyphs import characters
from argmap.rendering.pdf_links import Box, Jump, links
from argmap.rendering.png import in_engine, script_of
from argmap.rendering.safe_text import one_line

__all__ = ["Pdf", "PdfError", "to_pdf"]

_PACKAGES = {
    # Package, family; the first has Latin and Vietnamese as well.
    "ko": ("pylopdf_fonts_ko", "Noto Sans KR"),
    "zh-Hant": ("pylopdf_fonts_zh_tw", "Noto Sans TC"),
    "zh-Hans": ("pylopdf_fonts_zh_cn", "Noto Sans SC"),
}
_SIMPLIFIED = re.compile(r"zh(-[a-z]+)*-(hans|cn|sg|my)\b", re.IGNORECASE)
_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}
_VARIANT = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Variation selectors say how the character before them looks."""
_JOINS = "\u200d\ufe0e\ufe0f\U000e0020-\U000e007f"
"""What makes one picture of several characters, for a class of a pattern."""
_LONGEST = 14_400.0
"""Side of a page in points beyond which Acrobat does not go (PDF 1.7, annex C)."""
_MANY = 0.05
"""Part of the letters from which what no font has is too much to spell."""
_NAMED = 8
_ROOT = re.compile(rb'<svg\b[^>]*?\bwidth="([\d.]+)(pt|mm)" height="([\d.]+)(?:pt|mm)"')
_BOX = re.compile(rb'\bviewBox="(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+)"')
_FONTS = re.compile(rb'(<svg\b[^>]*? font-family=")[^"]*"')
_TEXT = re.compile(rb"(<text\b[^>]*>)([^<]*)(</text>)")
_BOLD = re.compile(rb'<text\b[^>]*\bfont-weight="bold"[^>]*>')
_TYPE = re.compile(rb'\bfont-size="([\d.]+)"')
_FILL = re.compile(rb'\bfill="([^"]*)"')
_OUTLINE = 0.03
"""Width of the outline of bold text, in its size: half of it lies outside the letter."""
_SVG = "{http://www.w3.org/2000/svg}"
_UNITS = {b"pt": 1.0, b"mm": 72 / 25.4}


class PdfError(ArgmapError):
    """No PDF can be written here. The message is one line and says what to do."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF, and what the reader of it must be told: lines without a full stop, or none."""

    content: bytes
    warnings: tuple[str, ...] = ()


def to_pdf(
    pages: Sequence[bytes],
    *,
    title: str = "",
    lang: str = "",
    names: Sequence[str] = (),
    jumps: Sequence[Sequence[Jump]] = (),
) -> Pdf:
    """Make one PDF of SVGs that argmap has finished, a page each.

    ``title`` is that of the document; ``lang`` puts the font of one language first (``ko``,
    ``zh-Hant``, …), as Chinese characters look otherwise in each. ``names`` are those of the pages,
    for the list beside them in a reader; ``jumps`` what leads from each page to others. Raises
    :class:`PdfError` where typst is not there, or no font has the text.
    """
    typst = _typst()
    used = _letters(pages)
    fonts = _packaged()
    lacking = _without(used, fonts.values())
    system = bool(lacking) and not all(map(in_engine, lacking))
    if system:
        lacking = _without(lacking, _of_system(typst))
    lacking = {char for char in lacking if not in_engine(char)}
    warnings = _warnings(lacking, pages)
    first = _first_font(lang)
    named = sorted(fonts, key=lambda each: each != first)
    families = ", ".join([*(_PACKAGES[each][1] for each in named), "Arial", "sans-serif"])
    with TemporaryDirectory(prefix="argmap-") as name:
        folder = Path(name)
        parts = [_head(title, lang)]
        for number, svg in enumerate(pages):
            drawn = _FONTS.sub(rb"\g<1>%s" % families.encode() + b'"', svg, count=1)
            drawn = _spelled(drawn, lacking)
            # Fonts of the system may be bold themselves.
            (folder / f"{number}.svg").write_bytes(_embolden(drawn) if fonts else drawn)
            name = names[number] if names else ""
            there = [jump for jump in (jumps[number] if jumps else ()) if jump.page <= len(pages)]
            parts.append(_page(svg, number, name, there))
        # From a file: what typst is given as bytes may read no other file.
        (folder / "map.typ").write_text("\n".join(parts), "utf-8")
        try:
            content = typst.compile(
                str(folder / "map.typ"),
                root=str(folder),
                font_paths=[str(Path(file).parent) for file, _ in fonts.values()],
                ignore_system_fonts=not system,
                format="pdf",
                timestamp=0,
            )
        except RuntimeError as error:
            said = one_line(str(error))[:200]
            raise PdfError(f"typst could not write the PDF: {said}; write an SVG instead") from None
    return Pdf(bytes(content), warnings)


def _typst() -> Any:
    try:
        return importlib.import_module("typst")
    except ImportError:
        raise PdfError(
            "a PDF needs typst; run: pip install 'argmap[pdf,fonts]', or write an SVG (-o map.svg)"
        ) from None


# --- fonts ---------------------------------------------------------------------------------------


def _letters(pages: Iterable[bytes]) -> set[str]:
    """Return the characters that are drawn."""
    used: set[str] = set()
    for svg in pages:
        for found in _TEXT.finditer(svg):
            used.update(unescape(found[2].decode("utf-8")))
    return {char for char in used if category(char) not in _UNSEEN and not _VARIANT.match(char)}


def _packaged() -> dict[str, tuple[str, int]]:
    """Return the sans-serif fonts of ``argmap[fonts]`` that are installed, by language."""
    found = {}
    for lang, (package, _) in _PACKAGES.items():
        try:
            folder = resources.files(package)
        except ModuleNotFoundError:
            continue
        for file in sorted(folder.iterdir(), key=lambda each: each.name):
            if file.name.startswith("NotoSans") and file.name.endswith((".otf", ".ttf")):
                found[lang] = (str(file), 0)
                break
    return found


def _first_font(lang: str) -> str:
    """Return the key of the font whose forms of Chinese characters a language uses."""
    if _SIMPLIFIED.match(lang):
        return "zh-Hans"
    return "zh-Hant" if lang.lower().partition("-")[0] == "zh" else "ko"


def _of_system(typst: Any) -> Iterator[tuple[str, int]]:
    for font in typst.Fonts(include_embedded_fonts=False).fonts():
        if font.path is not None:
            yield font.path, font.index


def _without(letters: Iterable[str], fonts: Iterable[tuple[str, int]]) -> set[str]:
    """Return the characters that none of some fonts has; asks no more fonts than are needed."""
    rest = set(letters)
    for file, index in fonts:
        if not rest:
            break
        codes = sorted(map(ord, rest))
        for each in characters(file, index):
            if each.stop > codes[0] and each.start <= codes[-1]:
                rest = {char for char in rest if ord(char) not in each}
    return rest


def _warnings(lacking: set[str], pages: Sequence[bytes]) -> tuple[str, ...]:
    if not lacking:
        return ()
    text = "".join(unescape(f[2].decode("utf-8")) for svg in pages for f in _TEXT.finditer(svg))
    part = sum(char in lacking for char in text) / max(1, len(text))
    listed = sorted(lacking)
    shown = " ".join(listed[:_NAMED])
    more = f" and {len(listed) - _NAMED} more" if len(listed) > _NAMED else ""
    what = f"no font here has {shown}{more} ({script_of(listed)})"
    cure = "install a font that has them (Noto, say)"
    if len(_packaged()) < len(_PACKAGES):
        cure = f"run: pip install 'argmap[fonts]', or {cure}"
    if part > _MANY:
        raise PdfError(f"{what}, so no PDF is written; {cure}")
    return (f"{what}: spelled in Latin letters; {cure}",)


def _spelled(svg: bytes, lacking: set[str]) -> bytes:
    """Spell what no font has in plain letters, or by its number in Unicode."""
    if not lacking:
        return svg
    from html import escape

    from anyascii import anyascii

    listed = re.escape("".join(sorted(lacking)))
    joins = re.compile(f"(?<=[{listed}])[{_JOINS}]+|[{_JOINS}]+(?=[{listed}])")
    table = {ord(char): anyascii(char) or f"[U+{ord(char):04X}]" for char in lacking}

    def spelled(found: re.Match[bytes]) -> bytes:
        text = joins.sub("", unescape(found[2].decode("utf-8")))
        return found[1] + escape(text.translate(table)).encode() + found[3]

    return _TEXT.sub(spelled, svg)


def _embolden(svg: bytes) -> bytes:
    """Outline bold text in its own colour: the fonts come in one weight only."""

    def outlined(found: re.Match[bytes]) -> bytes:
        size, fill = _TYPE.search(found[0]), _FILL.search(found[0])
        if size is None:
            return found[0]
        colour = fill[1] if fill else b"#000000"
        return found[0][:-1] + b' stroke="%s" stroke-width="%.2f">' % (
            colour,
            _OUTLINE * float(size[1]),
        )

    return _BOLD.sub(outlined, svg)


# --- the document --------------------------------------------------------------------------------


def _head(title: str, lang: str) -> str:
    language = lang.partition("-")[0].lower()
    spoken = f'#set text(lang: "{language}")\n' if re.fullmatch("[a-z]{2,3}", language) else ""
    return f"#set document(title: {_string(title or 'Argument map')}, date: none)\n{spoken}"


def _page(svg: bytes, number: int, name: str, jumps: Sequence[Jump]) -> str:
    """Return a page in typst: its name for the outline, the picture, and its links over it."""
    root, box = _ROOT.search(svg, 0, 4096), _BOX.search(svg, 0, 4096)
    if root is None or box is None:
        raise PdfError("only a picture that argmap has drawn can become a PDF")
    unit = _UNITS[root[2]]
    width, height = float(root[1]) * unit, float(root[3]) * unit
    shrink = min(1.0, _LONGEST / max(width, height, 1.0))
    width, height = width * shrink, height * shrink
    left, top, wide, _ = map(float, box.groups())
    scale = width / wide
    called = ET.fromstring(svg).findtext(f"{_SVG}title") or "Argument map"
    lines = [
        f"#set page(width: {width:.3f}pt, height: {height:.3f}pt, margin: 0pt)",
        "#pagebreak(weak: true)" if number else "",
        f"#place(top + left, hide(heading({_string(name)})))" if name else "",
        (
            f'#place(top + left, image("{number}.svg", width: 100%, height: 100%, '
            f"alt: {_string(called)}))"
        ),
    ]
    over: list[tuple[str, Box]] = [(_string(url), box) for url, box in links(svg)]
    over += [(f"(page: {each.page}, x: 0pt, y: 0pt)", each.box) for each in jumps]
    for target, (x0, y0, x1, y1) in over:
        at = f"dx: {(x0 - left) * scale:.2f}pt, dy: {(y0 - top) * scale:.2f}pt"
        size = f"width: {(x1 - x0) * scale:.2f}pt, height: {(y1 - y0) * scale:.2f}pt"
        lines.append(f"#place(top + left, {at}, link({target}, box({size})))")
    return "\n".join(lines)


def _string(text: str) -> str:
    """Return text as a string of typst, in which nothing of it can be code."""
    plain = "".join(char for char in one_line(text) if char.isprintable())
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
