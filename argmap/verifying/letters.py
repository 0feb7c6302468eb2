"""Texts made alike, so that spaces, quotation marks and forms of letters make no difference."""

from __future__ import annotations

import re
import unicodedata

__all__ = [
    "LATIN",
    "TOLD_BY_LETTERS",
    "beginning",
    "composed",
    "language_of",
    "letters",
    "script_of",
]

LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
"""The letters of the Latin script, for a class of a regular expression."""
_SHOWN = 48
_SCRIPTS = {
    "hangul": re.compile("[\uac00-\ud7a3\u1100-\u11ff]"),
    "kana": re.compile("[\u3041-\u30ff]"),
    "han": re.compile("[\u3400-\u9fff]"),
    "latin": re.compile(f"[{LATIN}]"),
}
_LANGUAGES = {"hangul": "ko", "kana": "ja", "han": "zh", "latin": "en"}
TOLD_BY_LETTERS = ("ko", "ja", "zh", "vi", "en")
"""The languages that :func:`language_of` knows; for it, all others in Latin letters are English."""
_VIETNAMESE = re.compile("[ăđơưẠ-ỹ]", re.IGNORECASE)
_WEIGHTS = {"hangul": 4, "kana": 8, "han": 4, "latin": 1}
"""How many Latin letters one letter of a script is worth."""


def composed(text: str) -> str:
    """Return a text with compatibility forms made one, as full width and half width letters."""
    return unicodedata.normalize("NFKC", text)


def letters(text: str) -> str:
    """Return the letters and digits of a text alone, in no case."""
    return "".join(filter(str.isalnum, composed(text).casefold()))


def script_of(text: str) -> str:
    """Return the script that a text is mostly in, or an empty text where it holds no letter."""
    weights = {
        script: len(pattern.findall(text)) * _WEIGHTS[script]
        for script, pattern in _SCRIPTS.items()
    }
    most = max(weights, key=lambda script: weights[script])
    return most if weights[most] else ""


def language_of(text: str) -> str:
    """Guess the language of a text by its letters alone: ko, ja, zh, vi, or else en."""
    language = _LANGUAGES.get(script_of(text), "en")
    if language == "en" and len(_VIETNAMESE.findall(text)) * 20 > len(text.split()):
        return "vi"
    return language


def beginning(text: str) -> str:
    """Return the first few words of a text, for a message."""
    words = " ".join(text.split())
    if len(words) <= _SHOWN:
        return words
    cut = words[:_SHOWN].rpartition(" ")[0]
    return f"{cut if len(cut) > _SHOWN // 2 else words[:_SHOWN]}…"
