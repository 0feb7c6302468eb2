"""The words of the syntax: kinds, flags, link attributes and the other attributes.

A list of attributes is *ours* when it holds one of the words in :data:`CLASSES` or
:data:`SIGNALS`, or a near miss of one; every other list (``{.smallcaps}``, ``{width=50%}``) is
left to Pandoc without a word.
"""

from __future__ import annotations

from functools import lru_cache

KINDS = ("claim", "premise", "evidence", "rebuttal", "question")
FLAGS = ("thesis", "assumed", "conceded", "implicit")
CLASSES = KINDS + FLAGS

LINKS = ("supports", "attacks", "contradicts", "restates")
REFERENCES = (*LINKS, "from", "on", "answers")
"""Attributes whose value is one or more ids."""
LISTS = (*REFERENCES, "at")
"""Attributes whose value may hold several words."""
COMMAS = ",;，、；"
"""What people put between the words of a list, where only a space is right."""
ATTRIBUTES = (
    *LINKS,
    *("via", "from", "on", "by", "source", "url", "cite", "date", "quote"),
    *("weight", "scheme", "answers", "sense", "at", "text"),
)

SIGNALS = (*LINKS, "via", "from", "on", "answers")
"""Attributes that Pandoc has no use for: a list that holds one of them is ours."""
_NEAR_SIGNALS = (*LINKS, "answers")  # the shorter ones have too many innocent neighbours

_CUTOFF = 0.82
"""Lowest difflib ratio of a near miss: takes ``rebutal`` and ``premiss``, leaves ``aim``."""


@lru_cache(maxsize=1024)
def near_class(word: str) -> str | None:
    """Return the kind or flag that ``word`` is a slip of, or None; the word itself is no slip."""
    return _near(word, CLASSES)


@lru_cache(maxsize=1024)
def near_signal(word: str) -> str | None:
    """Return the link attribute that ``word`` is a slip of, or None."""
    return _near(word, _NEAR_SIGNALS)


@lru_cache(maxsize=1024)
def near_attribute(word: str) -> str | None:
    """Return the attribute nearest to ``word``, less strictly, for a hint in a list of ours."""
    return _near(word, ATTRIBUTES, 0.6)


def only_near_attribute(word: str) -> bool:
    """Tell whether one attribute is nearer to ``word`` than every other: no guess is needed."""
    from difflib import SequenceMatcher

    near = near_attribute(word)
    folded = word.lower()
    ratios = {name: SequenceMatcher(None, name, folded).ratio() for name in ATTRIBUTES}
    return near is not None and all(
        ratio < ratios[near] for name, ratio in ratios.items() if name != near
    )


def _near(word: str, words: tuple[str, ...], cutoff: float = _CUTOFF) -> str | None:
    """Return the word whose difflib ratio to ``word`` is best, if it reaches ``cutoff``."""
    folded = word.lower()
    # Each letter that only one of two words has stays unmatched: most words need no difflib.
    letters = set(folded)
    rest = 1 - cutoff
    possible = [w for w in words if len(letters ^ set(w)) <= rest * (len(folded) + len(w))]
    if not possible or len(folded) > 2 * len("contradicts"):
        return None
    from difflib import get_close_matches

    found = get_close_matches(folded, possible, 1, cutoff)
    return found[0] if found else None
