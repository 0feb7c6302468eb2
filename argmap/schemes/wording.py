"""The critical questions in other languages, by ``scheme.question``; loaded when asked for."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["LANGUAGES", "language", "wording"]

LANGUAGES = ("en", "ko", "zh-Hant", "vi")
"""The languages in which every question is there."""


def language(lang: str) -> str:
    """Return the one of :data:`LANGUAGES` that a tag (BCP 47) stands for, else English.

    ``zh`` without a script or a country is read as ``zh-Hant``; ``zh-Hans`` has no table.
    """
    parts = lang.lower().replace("_", "-").split("-")
    if parts[0] == "zh":
        simplified = "hans" in parts or ("hant" not in parts and {"cn", "sg"} & {*parts})
        return "en" if simplified else "zh-Hant"
    return parts[0] if parts[0] in LANGUAGES else "en"


def wording(lang: str) -> Mapping[str, str]:
    """Return the questions in the language that a tag stands for; none for English."""
    match language(lang):
        case "ko":
            from argmap.schemes.words_ko import QUESTIONS
        case "zh-Hant":
            from argmap.schemes.words_zh_hant import QUESTIONS
        case "vi":
            from argmap.schemes.words_vi import QUESTIONS
        case _:
            return {}
    return QUESTIONS
