"""Ids made of words: what to call a statement that its author has not named.

An id says in two to four words what its statement says: the words that carry weight, in their
order, in plain letters, so that it can be typed anywhere. Words of other scripts are
transliterated by `anyascii <https://github.com/anyascii/anyascii>`_, letter by letter: Hangul as
the Revised Romanisation writes it letter for letter, Chinese characters by their Mandarin readings
(wherever they stand, in Japanese too). What is written without spaces is parted where the script
changes and at the commonest particles, and Chinese characters two by two, as most of their words
are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from itertools import count, groupby

from argmap.stop_words import PARTICLES, STOP_WORDS
from argmap.syntax.ids import id_slip

__all__ = ["anchor", "id_of_words"]

_LONGEST = 32
"""No id is longer, but for the number that tells it from another."""
_ENOUGH = 28
"""An id of two words takes no more of them if that makes it longer than this."""
_MOST_WORDS = 4
_MOST_READ = 2000
"""Characters of a text that are looked at: a block may be long, and its words stand in front."""

_LINKS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NUMBER_MARKS = re.compile(r"(?<=\d)[.,\u066b\u066c](?=\d)")
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ](?=\w)")
_SMALL_NUMBER = re.compile(r"\d{1,2}")
_HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNSPACED = re.compile(rf"[{_HAN}]+|[\u3041-\u309f]+|[\u30a0-\u30ff]+|[\u0e00-\u0e7f]+")
_HAN_RUN = re.compile(rf"[{_HAN}]+")
_HIRAGANA = re.compile(r"[\u3041-\u309f]+")
_PLAIN = re.compile(r"[a-z0-9]+")


_ASCII_RUN = re.compile("[A-Za-z0-9]+")


def id_of_words(text: str, kind: str, taken: Container[str]) -> str:
    """Make an id of the words of ``text`` that is not ``taken``; linear in the text.

    Where nothing in it can be said in letters, the id is the ``kind`` and a number.
    """
    words = _chosen(_plain_words(text[:_MOST_READ]))
    if not words:
        return next(name for n in count(1) if (name := f"{kind}-{n}") not in taken)
    return _free("-".join(words), taken)


def anchor(title: str) -> str | None:
    """Return the anchor that Pandoc and GitHub give a heading, where that is an id; else None.

    Links to the heading lead there, so an id that is written in must not be another. Pandoc keeps
    full stops and GitHub does not; where the two differ there is no such id.
    """
    composed = unicodedata.normalize("NFC", title).strip().lower()
    if any(unicodedata.category(c)[0] == "M" for c in composed):
        return None
    made = "".join(c for c in composed if c in " -_." or c.isalnum()).replace(" ", "-")
    return made if "--" not in made and id_slip(made, 0, 0) is None else None


def _free(name: str, taken: Container[str]) -> str:
    if name not in taken:
        return name
    return next(other for n in count(2) if (other := f"{name}-{n}") not in taken)


def _chosen(words: Iterator[str]) -> list[str]:
    """Take the first words, from one that begins with a letter on, as long as they fit."""
    chosen: list[str] = []
    length = -1
    for word in words:
        if not chosen:
            if word[0].isdigit():
                continue
            word = word[:_LONGEST]
        longer = length + 1 + len(word)
        enough = len(chosen) >= 2 and longer > _ENOUGH
        if longer > _LONGEST or enough or len(chosen) == _MOST_WORDS:
            break
        chosen.append(word)
        length = longer
    return chosen


def _plain_words(text: str) -> Iterator[str]:
    """Yield the words of a text that carry weight in plain letters; all, where none does."""
    composed = unicodedata.normalize("NFC", _LINKS.sub(" ", text))
    joined = _APOSTROPHES.sub("", _NUMBER_MARKS.sub("", composed))
    if joined.isascii():
        runs: Iterable[str] = _ASCII_RUN.findall(joined)
    else:
        runs = ("".join(run) for is_word, run in groupby(joined, _in_word) if is_word)
    found = [part for run in runs for part in _parts(run)]
    weighty = [
        word
        for word in found
        if word.casefold() not in STOP_WORDS and not _SMALL_NUMBER.fullmatch(word)
    ]
    for word in weighty or found:
        plain = _plain(word)
        if plain:
            yield plain


def _in_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char)[0] == "M"


def _parts(word: str) -> Iterator[str]:
    """Part a word of a script without spaces."""
    if word.isascii() or not _UNSPACED.search(word):
        yield word
        return
    at = 0
    for run in _UNSPACED.finditer(word):
        if run.start() > at:
            yield word[at : run.start()]
        at = run.end()
        if _HAN_RUN.fullmatch(run.group()):
            for piece in re.split(f"[{PARTICLES}]", run.group()):
                yield from (piece[n : n + 2] for n in range(0, len(piece), 2))
        elif not _HIRAGANA.fullmatch(run.group()) or run.group() == word:
            yield run.group()  # between others, hiragana are mostly particles and endings
    if at < len(word):
        yield word[at:]


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    """Write a word in ASCII letters and digits, as far as it can be."""
    ascii_word = word
    if not word.isascii():
        ascii_word = "".join(c for c in unicodedata.normalize("NFKD", word) if c.isascii())
        if sum(map(str.isalnum, word)) != sum(map(str.isalnum, ascii_word)):
            from anyascii import anyascii  # only where it is needed: its tables take a moment

            ascii_word = anyascii(word)
    return "".join(_PLAIN.findall(ascii_word.lower()))
