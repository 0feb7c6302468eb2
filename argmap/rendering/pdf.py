"""PDF: finished SVGs, a page each, by typst (the extra ``argmap[pdf]``).

Text stays text, and can be selected and searched; of the fonts only what is used is embedded.
:mod:`argmap.rendering.letters` says which they are, and what becomes of letters that none has.
Links are laid over, as typst takes none from an SVG. The page is the picture's size, or that of its
sheet.
"""

from __future__ import annotations

import importlib
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from argmap.errors import ArgmapError
from argmap.rendering import letters
from argmap.rendering.pdf_links import Box, Jump, links
from argmap.rendering.safe_text import one_line

__all__ = ["Pdf", "PdfError", "refuse_script", "require_typst", "to_pdf"]

_LONGEST = 14_400.0
"""Side of a page in points beyond which Acrobat does not go (PDF 1.7, annex C)."""
_ROOT = re.compile(rb'<svg\b[^>]*?\bwidth="([\d.]+)(pt|mm)" height="([\d.]+)(?:pt|mm)"')
_BOX = re.compile(rb'\bviewBox="(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+)"')
_FONTS = re.compile(rb'(<svg\b[^>]*? font-family=")[^"]*"')
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
    typst = require_typst()
    fonts = letters.packaged()
    lacking = letters.without(letters.drawn_letters(pages), fonts.values())
    system = bool(lacking) and not all(map(letters.in_engine, lacking))
    if system:
        lacking = letters.without(lacking, _of_system(typst))
    lacking = {char for char in lacking if not letters.in_engine(char)}
    warnings = _warnings(lacking, pages)
    families = ", ".join([*letters.families(fonts, lang), "Arial", "sans-serif"])
    with TemporaryDirectory(prefix="argmap-") as name:
        folder = Path(name)
        parts = [_head(title, lang)]
        for number, svg in enumerate(pages):
            drawn = _FONTS.sub(rb"\g<1>%s" % families.encode() + b'"', svg, count=1)
            drawn = letters.spelled(drawn, lacking)
            # Fonts of the system may be bold themselves.
            drawn = letters.embolden(drawn) if fonts else drawn
            (folder / f"{number}.svg").write_bytes(drawn)
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


def require_typst() -> Any:
    """Return what writes PDFs; raises :class:`PdfError` where it is not installed."""
    try:
        return importlib.import_module("typst")
    except ImportError:
        raise PdfError(
            "a PDF needs typst; run: pip install 'argmap[pdf,fonts]', or write an SVG (-o map.svg)"
        ) from None


def refuse_script(text: str) -> None:
    """Refuse a text that no font here has, before it is laid out.

    Only one that is without doubt too much to spell. Raises :class:`PdfError`; linear.
    """
    typst = require_typst()
    lacking = letters.without(letters.visible(text), letters.packaged().values())
    lacking = {char for char in lacking if not letters.in_engine(char)}
    if letters.share_of_text(lacking, text) <= letters.WITHOUT_DOUBT:
        return
    lacking = letters.without(lacking, _of_system(typst))
    if letters.share_of_text(lacking, text) > letters.WITHOUT_DOUBT:
        raise PdfError(_refusal(lacking))


def _of_system(typst: Any) -> Iterator[letters.Font]:
    for font in typst.Fonts(include_embedded_fonts=False).fonts():
        if font.path is not None:
            yield font.path, font.index


def _warnings(lacking: set[str], pages: Sequence[bytes]) -> tuple[str, ...]:
    if not lacking:
        return ()
    if letters.share(lacking, pages) > letters.MANY:
        raise PdfError(_refusal(lacking))
    what = letters.said_of_lacking(lacking)
    return (f"{what}: spelled in Latin letters; {letters.cure()}",)


def _refusal(lacking: set[str]) -> str:
    return f"{letters.said_of_lacking(lacking)}, so no PDF is written; {letters.cure()}"


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
