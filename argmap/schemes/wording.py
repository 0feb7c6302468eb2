"""Schemes and their critical questions in the languages that there are words in."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.schemes.scheme import CriticalQuestion, Scheme
from argmap.words import LANGUAGES, words

__all__ = ["name_in", "names", "text_in"]


def name_in(tag: str, scheme: Scheme) -> str:
    """Return what a scheme is called in the language of a tag (``ko``, ``zh-TW``), or English."""
    return words(tag, "schemes").get(scheme.name, scheme.name)


def names(scheme: Scheme) -> Mapping[str, str]:
    """Return what a scheme is called in every language, by language, English first."""
    return {lang: name_in(lang, scheme) for lang in ("en", *LANGUAGES)}


def text_in(tag: str, question: CriticalQuestion) -> str:
    """Return a question in the language of a tag, or in English."""
    return words(tag, "questions").get(question.text, question.text)
