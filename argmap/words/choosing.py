"""Which of the languages that there are words in a language tag stands for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

__all__ = ["LANGUAGES", "language", "shared"]

LANGUAGES = ("ko", "zh-Hant", "zh-Hans", "vi")
"""Those that there are words in, beside English."""

_SIMPLIFIED = {"cn", "my", "sg"}
"""Countries whose Chinese is in simplified characters, where a tag names no script."""


@lru_cache(maxsize=256)
def language(tag: str) -> str:
    """Return the one of :data:`LANGUAGES` that a tag (BCP 47) stands for, else ``en``.

    A script in the tag says which Chinese is meant, else the country; ``zh`` alone is read as
    ``zh-Hant``. Case and ``_`` for ``-`` make no difference.
    """
    first, *rest = tag.lower().replace("_", "-").split("-")
    if first != "zh":
        return first if first in LANGUAGES else "en"
    # A single letter begins an extension, or what is for private use.
    end = next((index for index, part in enumerate(rest) if len(part) == 1), len(rest))
    parts = {*rest[:end]}
    if "hans" in parts or ("hant" not in parts and not parts.isdisjoint(_SIMPLIFIED)):
        return "zh-Hans"
    return "zh-Hant"


def shared(tags: Iterable[str]) -> str:
    """Return the tag that all of some are, or else the one language that all stand for.

    ``zh-CN`` and ``zh-SG`` share ``zh-Hans``. Nothing where they differ, where there is no tag, and
    for several that there are no words in.
    """
    every = set(tags)
    if len(every) == 1:
        return every.pop()
    spoken = {language(tag) for tag in every}
    return spoken.pop() if len(spoken) == 1 and "en" not in spoken else ""
