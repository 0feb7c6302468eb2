"""Words by their English: read from the files when first asked for, in the language in force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from argmap.words.choosing import language

__all__ = ["say", "say_counts", "say_number", "speaking", "spoken", "words"]

_SAID = ("map", "compared", "standings")
"""The sections in which :func:`say` looks."""
_ENGLISH = "en"
_NUMBER = re.compile(r"\b\d+\b")
_LANG: ContextVar[str] = ContextVar("lang", default=_ENGLISH)


def words(tag: str, *sections: str) -> Mapping[str, str]:
    """Return the words of some sections in the language of a tag, by their English.

    Nothing for English, which is what stands in for every other language. Raises KeyError for
    a section that is not there.
    """
    return _words(language(tag), sections)


def say(english: str, *given: object) -> str:
    """Return fixed words in the language in force, with what is given put in for each ``{}``."""
    said = _words(_LANG.get(), _SAID).get(english, english)
    return said.format(*given) if given else said


def say_number(one: str, several: str, number: int, *given: object) -> str:
    """Return what is said of one thing, or of several: in English only are these two wordings.

    Other languages have the first, whatever the ``number``.
    """
    if number != 1 and _LANG.get() == _ENGLISH:
        return say(several, *given)
    return say(one, *given)


def say_counts(english: str) -> str:
    """Return what a view says of itself, ``3 of 8 statements``, in the language in force."""
    known = _words(_LANG.get(), _SAID)
    if not known:
        return english
    said = []
    for part in re.split("( · |; )", english):
        template = _NUMBER.sub("{}", part)
        numbers = _NUMBER.findall(part)
        said.append(say(template, *numbers) if template in known else part)
    return "".join(said)


def spoken() -> str:
    """Return the language in force, as ``"ko"`` or ``"zh-Hans"``; empty for English."""
    return "" if _LANG.get() == _ENGLISH else _LANG.get()


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Use the words of a tag's language, as ``zh-TW``, in this block and thread; else English."""
    token = _LANG.set(language(tag))
    try:
        yield
    finally:
        _LANG.reset(token)


@cache
def _words(lang: str, sections: tuple[str, ...]) -> Mapping[str, str]:
    if lang == _ENGLISH:
        return {}
    read = _read(lang)
    return {english: said for name in sections for english, said in read[name].items()}


@cache
def _read(lang: str) -> Mapping[str, Mapping[str, str]]:
    import tomllib
    from importlib.resources import files

    return tomllib.loads((files("argmap.words") / f"{lang}.toml").read_text("utf-8"))
