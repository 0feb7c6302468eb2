"""The names that AIF gives to steps: those of argumentation schemes, and those that say nothing.

An RA or CA node is called by its scheme, and by ``Default Inference`` or ``Default Conflict`` where
it has none, as in AIFdb. Names of schemes are those of Walton, Reed and Macagno, with or without
``Argument from`` before them.
"""

from __future__ import annotations

from functools import cache, lru_cache

from argmap.model import LinkType

__all__ = ["PLAIN", "name_of_scheme", "scheme_of_name"]

PLAIN = {
    LinkType.SUPPORTS: "Default Inference",
    LinkType.ATTACKS: "Default Conflict",
    LinkType.CONTRADICTS: "Default Conflict",
    LinkType.RESTATES: "Default Rephrase",
}
"""What a node of each type is called where no scheme is known."""

_SAYS_NOTHING = frozenset(
    {"", "ra", "ca", "ma", "inference", "conflict", "rephrase", "support", "attack"}
    | {"default support", "default attack", "none", "null"}
    | {name.lower() for name in PLAIN.values()}
)
_HEAD = "argument from "


@lru_cache(maxsize=1024)
def scheme_of_name(name: str) -> str | None:
    """Return the scheme that a node's name means: our id for one we know, else the name itself."""
    plain = " ".join(name.split())
    lowered = plain.lower()
    if lowered in _SAYS_NOTHING:
        return None
    return _ids().get(lowered.removeprefix(_HEAD), plain)


def name_of_scheme(scheme: str) -> str:
    """Return what AIF calls a scheme: its name in capitals, or as it is where we know it not."""
    from argmap.schemes import SCHEMES

    known = SCHEMES.get(scheme)
    if known is None:
        return scheme
    return (known.source or known.name).partition(";")[0].title()


@cache
def _ids() -> dict[str, str]:
    from argmap.schemes import SCHEMES

    found: dict[str, str] = {}
    for each in SCHEMES.values():
        names = (each.id, each.name, each.id.replace("-", " "), *each.source.split(";"))
        for name in names:
            if lowered := name.strip().lower().removeprefix(_HEAD):
                found.setdefault(lowered, each.id)
    return found
