"""The shape of a weighing as JSON (:mod:`~argmap.formats.documents.weigh`), for its schema."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Strict

from argmap.formats.documents.shapes import Shape
from argmap.weigh.standing import Standing

_Standing = Annotated[Standing, Strict(False)]
_Strength = Annotated[float, Field(ge=0, le=1, description="From 0 to 1, to six places.")]
_Count = Annotated[int, Field(ge=0)]


class WeighedEssayShape(Shape):
    """An essay, and how many of its statements stand how."""

    id: str = Field(description="The work.")
    lang: str
    path: str
    title: str
    counts: dict[Standing, _Count] = Field(description="Statements by their standing.")
    theses: list[str] = Field(description="Ids in full.")


class WeighedShape(Shape):
    """A statement or a link, and how it stands."""

    id: str = Field(description="In full.")
    standing: _Standing
    strength: _Strength
    reason: str = Field(description="Why it stands so, in words.")


class MarkShape(Shape):
    """A standing and a strength."""

    standing: _Standing
    strength: _Strength


class MovedShape(Shape):
    """What a change did to a statement."""

    id: str = Field(description="In full.")
    before: MarkShape
    after: MarkShape


class KeystoneShape(Shape):
    """What changes when a statement, or all that one source gives, is taken away."""

    name: str = Field(description="The statement's id in full, or the source.")
    statements: list[str] = Field(description="What is taken away.")
    changed: _Count = Field(description="Theses that come to stand otherwise.")
    lost: float = Field(description="By how much the strengths of the theses fall, in all.")
    claims: list[str] = Field(description="Claims that stand no longer.")
    theses: list[MovedShape] = Field(description="Theses whose standing or strength changes.")


class KeystonesShape(Shape):
    """What most hangs on."""

    statements: list[KeystoneShape]
    sources: list[KeystoneShape]


class ChangesShape(Shape):
    """What is otherwise without some statements, or with some taken for true."""

    without: list[str]
    assume: list[str]
    theses: list[MovedShape]
    others: list[MovedShape]


class WeighingShape(Shape):
    """What ``argmap weigh -f json`` prints."""

    argmap: Literal[1] = Field(
        description="The version of this format, raised only when a reader would break."
    )
    semantics: str = Field(description="The gradual semantics of the strengths.")
    essays: list[WeighedEssayShape]
    statements: list[WeighedShape]
    links: list[WeighedShape]
    unsettled: list[str] = Field(description="What stands in circles that did not settle.")
    keystones: KeystonesShape | None = Field(description="Where --keystones asks for them.")
    changes: ChangesShape | None = Field(description="Where --without or --assume asks for them.")
