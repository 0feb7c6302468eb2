"""Argumentation schemes and their critical questions: a table in our own words.

The schemes are those of Walton, Reed and Macagno, *Argumentation Schemes* (Cambridge University
Press 2008), whose chapter 9 is a compendium of them; the patterns and the questions are worded
anew, and shorter. ``rumour`` and ``unnamed-source`` are ours: both are weak kinds of position to
know. Whether a question is an assumption or an exception (:class:`Role`) is our judgement, in the
manner of Carneades.

This is data that knows of no essay. :mod:`argmap.schemes.asking` says which questions the
statements of a graph leave open.
"""

from __future__ import annotations

from functools import lru_cache

from argmap.schemes.actions import ACTIONS
from argmap.schemes.persons import PERSONS
from argmap.schemes.scheme import CriticalQuestion, Role, Scheme
from argmap.schemes.things import THINGS
from argmap.schemes.wording import name_in, names, text_in

__all__ = [
    "SCHEMES",
    "CriticalQuestion",
    "Role",
    "Scheme",
    "known_scheme",
    "name_in",
    "names",
    "nearest_question",
    "nearest_scheme",
    "text_in",
]

SCHEMES: dict[str, Scheme] = {each.id: each for each in (*PERSONS, *THINGS, *ACTIONS)}
"""Every scheme by its id, in the order in which they are listed."""


@lru_cache(maxsize=1024)
def nearest_scheme(word: str) -> Scheme | None:
    """Return the scheme that ``word`` is probably a slip of, or another name for; else None."""
    from argmap.nearest import nearest

    other = {also: each for each in SCHEMES.values() for also in (each.id, *each.also)}
    other.update((name, each) for each in SCHEMES.values() for name in names(each).values())
    found = word if word in other else nearest(word, other)
    return None if found is None else other[found]


def known_scheme(name: str) -> Scheme:
    """Return the scheme by this id; raises :class:`ArgmapError`, with the nearest, for none."""
    from argmap.errors import ArgmapError

    if name in SCHEMES:
        return SCHEMES[name]
    near = nearest_scheme(name)
    way_out = f"did you mean {near.id}?" if near else "argmap questions --list names them all"
    raise ArgmapError(f"there is no argumentation scheme {name!r}; {way_out}")


def nearest_question(scheme: Scheme, word: str) -> CriticalQuestion | None:
    """Return the question of a scheme that ``word`` is probably a slip of, or None."""
    from argmap.nearest import nearest

    found = nearest(word, [each.id for each in scheme.questions])
    return None if found is None else scheme.question(found)
