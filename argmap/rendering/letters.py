"""Which letters of a picture no font has, and how these are written all the same.

A PDF and a PNG are drawn with the fonts of ``argmap[fonts]`` where they are installed (Latin with
Vietnamese, Korean, both Chinese scripts), so that they are the same on every machine; the system's
are asked only for what these lack. What no font has is never left out, nor drawn as a box: a few
such characters are spelled in Latin letters, with a warning, and where they are many, the picture
is refused. The fonts have one weight: what is bold is drawn with an outline of its own colour.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from html import escape, unescape
from importlib import resources

from argmap.rendering.chinese_script import chinese_in
from argmap.rendering.glyphs import characters
from argmap.rendering.text_width import text_width
from argmap.words import language

__all__ = [
    "MANY",
    "WITHOUT_DOUBT",
    "Font",
    "cure",
    "drawn_letters",
    "embolden",
    "families",
    "in_engine",
    "language_of_letters",
    "packaged",
    "said_of_lacking",
    "samples",
    "script_of",
    "share",
    "share_of_text",
    "spelled",
    "spelled_dot",
    "visible",
    "without",
]

Font = tuple[str, int]
"""A file, and which font of it."""

_PACKAGES = {
    # Package, family; the first has Latin and Vietnamese as well.
    "ko": ("pylopdf_fonts_ko", "Noto Sans KR"),
    "zh-Hant": ("pylopdf_fonts_zh_tw", "Noto Sans TC"),
    "zh-Hans": ("pylopdf_fonts_zh_cn", "Noto Sans SC"),
}
_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}
_VARIANT = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Variation selectors say how the character before them looks."""
_JOINS = "\u200d\ufe0e\ufe0f\U000e0020-\U000e007f"
"""What makes one picture of several characters, for a class of a pattern."""
MANY = 0.05
"""Part of the text from which what no font has is too much to spell."""
WITHOUT_DOUBT = 4 * MANY
"""That part of the text of the boxes, which is not all that is drawn."""
_NAMED = 8
_TEXT = re.compile(rb"(<text\b[^>]*>)([^<]*)(</text>)")
_BOLD = re.compile(rb'<text\b[^>]*\bfont-weight="bold"[^>]*>')
_TYPE = re.compile(rb'\bfont-size="([\d.]+)"')
_FILL = re.compile(rb'\bfill="([^"]*)"')
_OUTLINE = 0.03
"""Width of the outline of bold text, in its size: half of it lies outside the letter."""
_LEAST = 0.4
"""Part of its size that type is made smaller to at most."""
_IN_ENGINE = re.compile(
    "[^\x20-\u0377\u037a-\u037f\u0384-\u052f\u05d0-\u05ea\u1e00-\u1fff\u2010-\u2027\u202f-\u205f"
    "\u20a0-\u20be\u2100-\u214f\u2190-\u2195\u25a0\u25a1\u25b2\u25ba\u25bc\u25c4\u25ca-\u25cc\u25cf]"
)
"""What the engine's font does not have, as measured on graphviz-pure 0.2.2."""


# --- what is drawn, and what a font has ----------------------------------------------------------


def drawn_letters(pages: Iterable[bytes]) -> set[str]:
    """Return the characters that some SVGs draw; linear."""
    return visible(_words(pages))


def visible(text: str) -> set[str]:
    """Return the characters of a text that are to be seen."""
    return {
        char
        for char in set(text)
        if unicodedata.category(char) not in _UNSEEN and not _VARIANT.match(char)
    }


def share(lacking: Collection[str], pages: Iterable[bytes]) -> float:
    """Return the part of the drawn text that is some characters."""
    return share_of_text(lacking, _words(pages))


def share_of_text(lacking: Collection[str], text: str) -> float:
    """Return the part of a text that is some characters."""
    return sum(char in lacking for char in text) / max(1, len(text))


def _words(pages: Iterable[bytes]) -> str:
    return "".join(unescape(f[2].decode("utf-8")) for svg in pages for f in _TEXT.finditer(svg))


def in_engine(char: str) -> bool:
    """Tell whether the font that the engine carries has a character."""
    return _IN_ENGINE.match(char) is None


def without(letters: Iterable[str], fonts: Iterable[Font]) -> set[str]:
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


# --- the fonts that come as packages -------------------------------------------------------------


def packaged() -> dict[str, Font]:
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


def families(fonts: Iterable[str], lang: str) -> list[str]:
    """Name the families of some of these fonts, first that whose forms a language uses.

    Chinese characters look otherwise in Korean, and in either Chinese script.
    """
    spoken = language(lang)
    first = spoken if spoken in _PACKAGES else "ko"
    return [_PACKAGES[each][1] for each in sorted(fonts, key=lambda each: each != first)]


def said_of_lacking(lacking: Collection[str]) -> str:
    """Say which characters no font has, and of which scripts they are."""
    listed = sorted(lacking, key=lambda char: (not char.isalpha(), char))
    shown = " ".join(listed[:_NAMED])
    more = f" and {len(listed) - _NAMED} more" if len(listed) > _NAMED else ""
    scripts = list(samples(listed))
    named = ", ".join(map(script_of, scripts[:_NAMED])) + (", …" if len(scripts) > _NAMED else "")
    return f"no font here has {shown}{more} ({named})"


def cure(needed: str = "") -> str:
    """Say how letters come to be there; ``needed`` is another extra that must be installed."""
    extras = [needed] if needed else []
    if len(packaged()) < len(_PACKAGES):
        extras.append("fonts")
    system = "install a font that has them (Noto, say)"
    if not extras:
        return system
    run = f"run: pip install 'argmap[{','.join(extras)}]'"
    return run if needed else f"{run}, or {system}"


# --- writing them otherwise ----------------------------------------------------------------------


def spelled(svg: bytes, lacking: Collection[str]) -> bytes:
    """Spell what no font has in plain letters, or by its number in Unicode.

    A line that gets longer by that is set in smaller type, so that it keeps to its box.
    """
    if not lacking:
        return svg
    joins, table = _joins(lacking), _spelling(lacking)

    def replace(found: re.Match[bytes]) -> bytes:
        opening, words = found[1], unescape(found[2].decode("utf-8"))
        text = joins.sub("", words).translate(table)
        room, needed = text_width(words, 1), text_width(text, 1)
        if 0 < room < needed:
            part = max(room / needed, _LEAST)
            opening = _TYPE.sub(lambda size: b'font-size="%.2f"' % (float(size[1]) * part), opening)
        return opening + escape(text).encode() + found[3]

    return _TEXT.sub(replace, svg)


def spelled_dot(dot: str, lacking: Collection[str]) -> str:
    """Spell the same in DOT that argmap wrote, for a picture that has no names nor links."""
    if not lacking:
        return dot
    # The engine takes a backslash for the beginning of an escape, in whatever it stands.
    table = {code: escape(words.replace("\\", "/")) for code, words in _spelling(lacking).items()}
    return _joins(lacking).sub("", dot).translate(table)


def _joins(lacking: Collection[str]) -> re.Pattern[str]:
    listed = re.escape("".join(sorted(lacking)))
    return re.compile(f"(?<=[{listed}])[{_JOINS}]+|[{_JOINS}]+(?=[{listed}])")


def _spelling(lacking: Collection[str]) -> dict[int, str]:
    from anyascii import anyascii

    return {ord(char): anyascii(char) or f"[U+{ord(char):04X}]" for char in lacking}


def embolden(svg: bytes) -> bytes:
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


# --- scripts -------------------------------------------------------------------------------------

_SCRIPTS = (
    # Name in Unicode, language, what to call it. Kana and Hangul tell more than Han does.
    ("HANGUL", "ko", "Korean"),
    ("HIRAGANA", "ja", "Japanese"),
    ("KATAKANA", "ja", "Japanese"),
    ("CJK", "zh-Hant", "Chinese or Japanese"),
)


def language_of_letters(letters: Iterable[str]) -> str:
    """Guess the language whose fonts should come first from the letters of a map."""
    letters = "".join(letters)
    names = [unicodedata.name(letter, "") for letter in letters]
    for start, lang, _ in _SCRIPTS:
        if any(name.startswith(start) for name in names):
            return (chinese_in(letters) or lang) if lang == "zh-Hant" else lang
    return ""


def script_of(letters: Iterable[str]) -> str:
    """Name the script of the first of some letters, by its name in Unicode."""
    for letter in letters:
        if unicodedata.category(letter)[0] in "SP":
            return "signs"
        name = unicodedata.name(letter, "UNKNOWN")
        for start, _, words in _SCRIPTS:
            if name.startswith(start):
                return words
        return name.partition(" ")[0].capitalize()
    return "special"


def samples(letters: Iterable[str]) -> Iterator[str]:
    """Yield one letter of each script."""
    seen: set[str] = set()
    for letter in letters:
        script = script_of([letter])
        if script not in seen:
            seen.add(script)
            yield letter
