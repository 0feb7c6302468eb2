"""The shape of compared editions as JSON (:mod:`~argmap.formats.documents.editions`)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Strict

from argmap.compare.editions_parts import Loss, What
from argmap.formats.documents.contrast_shapes import StatementWordsShape
from argmap.formats.documents.shapes import Shape

_Rank = Literal[
    "main",
    "turned",
    "answer",
    "factor",
    "figure",
    "sense",
    "standing",
    "support",
    "detail",
    "wording",
]
"""The names of :class:`argmap.compare.editions_parts.Rank`, the gravest first."""
_Count = Annotated[int, Field(ge=0)]


class EditionShape(Shape):
    """An edition of a work."""

    lang: str
    title: str
    path: str
    statements: _Count


class ChangeShape(Shape):
    """One thing that is said differently; an empty text is nothing."""

    rank: _Rank
    what: Annotated[What, Strict(False)]
    base: str
    edition: str
    factor: str | None = Field(
        description="The edition's figure over the base's, where both give one of one unit."
    )


class EffectShape(Shape):
    """How something stands in one edition for want of what the other says."""

    loss: Annotated[Loss, Strict(False)]
    id: str
    lang: str = Field(description="The edition in which it stands so.")


class DifferenceShape(Shape):
    """All that differs at one statement, or a whole end, or a name."""

    id: str
    rank: _Rank = Field(description="That of the gravest change.")
    base: str | None = Field(description="The statement in the base, as an id in full.")
    edition: str | None
    changes: list[ChangeShape]
    effects: list[EffectShape]
    ids: list[str] = Field(description="The statements of an end, or those with a name.")
    after: str | None = Field(description="The last statement before an end that both have.")


class DriftShape(EditionShape):
    """An edition against the base."""

    shared: _Count = Field(description="Statements that both have.")
    counts: dict[_Rank, _Count]
    differences: list[DifferenceShape] = Field(description="The gravest first.")


class EditionsShape(Shape):
    """What ``argmap editions -f json`` prints."""

    argmap: Literal[1] = Field(
        description="The version of this format, raised only when a reader would break."
    )
    work: str
    base: EditionShape
    editions: list[DriftShape]
    statements: dict[str, StatementWordsShape] = Field(description="All named here, by id in full.")
