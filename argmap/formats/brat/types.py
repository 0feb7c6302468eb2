"""The types of argument corpora in brat, and what they are here."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.model import Flag, Kind, LinkType, Statement

__all__ = ["NOTE", "RELATIONS", "TYPES", "kind_of", "link_type_of", "type_of"]

NOTE = "Argmap"
"""The type of our own notes."""

_KINDS: Mapping[str, Kind] = {
    "majorclaim": Kind.CLAIM,
    "thesis": Kind.CLAIM,
    "claim": Kind.CLAIM,
    "conclusion": Kind.CLAIM,
    "position": Kind.CLAIM,
    "ownclaim": Kind.CLAIM,
    "backgroundclaim": Kind.CLAIM,
    "premise": Kind.PREMISE,
    "reason": Kind.PREMISE,
    "evidence": Kind.EVIDENCE,
    "data": Kind.EVIDENCE,
    "rebuttal": Kind.REBUTTAL,
    "counterclaim": Kind.REBUTTAL,
    "question": Kind.QUESTION,
}
_THESES = ("majorclaim", "thesis")
TYPES = ("MajorClaim", *(kind.value.capitalize() for kind in Kind))
"""The types that are written, unless another was read that says the same."""
_LINKS: Mapping[str, LinkType] = {
    "support": LinkType.SUPPORTS,
    "attack": LinkType.ATTACKS,
    "partialattack": LinkType.ATTACKS,
    "rebut": LinkType.ATTACKS,
    "undermine": LinkType.ATTACKS,
    "contradict": LinkType.CONTRADICTS,
    "restate": LinkType.RESTATES,
    "rephrase": LinkType.RESTATES,
    "semanticallysame": LinkType.RESTATES,
}
RELATIONS: Mapping[LinkType, str] = {each: each.value for each in LinkType}


def kind_of(type_: str) -> tuple[Kind, frozenset[Flag]] | None:
    """Return the kind and flags that a type of stretches stands for; None for one of other use."""
    word = _folded(type_)
    kind = _KINDS.get(word)
    if kind is None:
        return None
    return kind, frozenset({Flag.THESIS} if word in _THESES else ())


def link_type_of(type_: str) -> LinkType | None:
    """Return the type of link that a type of relations stands for, or None."""
    return _LINKS.get(_folded(type_).removesuffix("s"))


def type_of(statement: Statement, kept: object) -> str:
    """Return the type to write: the one that was read, while it still says the same."""
    thesis = statement.kind is Kind.CLAIM and Flag.THESIS in statement.flags
    flags = frozenset({Flag.THESIS} if thesis else ())
    if isinstance(kept, str) and not kept.split()[1:] and kept.strip() == kept != "":
        known = kind_of(kept)
        if known is None or known == (statement.kind, flags):
            return kept
    return "MajorClaim" if thesis else statement.kind.value.capitalize()


def _folded(type_: str) -> str:
    return type_.casefold().replace("_", "").replace("-", "")
