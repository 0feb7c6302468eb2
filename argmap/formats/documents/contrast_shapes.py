"""The shape of a contrast as JSON (:mod:`~argmap.formats.documents.contrast`), for its schema."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Strict

from argmap.compare.contrast import Meeting
from argmap.compare.contrast_parts import Open, Relation, SignKind
from argmap.figures import Bound
from argmap.figures import Kind as FigureKind
from argmap.formats.documents.shapes import Shape
from argmap.model import Kind, LinkType, Subtype
from argmap.weigh.crux import Outcome
from argmap.weigh.standing import Standing

_Standing = Annotated[Standing, Strict(False)]


class ComparedEssayShape(Shape):
    """One of two essays."""

    id: str = Field(description="The work.")
    lang: str
    title: str
    author: str
    stance: str


class JoinShape(Shape):
    """A link between the two."""

    id: str = Field(description="In full.")
    type: Annotated[LinkType, Strict(False)]
    subtype: Annotated[Subtype, Strict(False)] | None = Field(
        description="Of an attack: what it attacks."
    )
    from_: list[str] = Field(alias="from", description="Statements, as ids in full.")
    to: str = Field(description="The statement or link it bears on, as an id in full.")
    reason: str


class OpenShape(Shape):
    """What neither side deals with."""

    why: Annotated[Open, Strict(False)]
    statement: str


class SideShape(Shape):
    """How one side's statements on a question stand."""

    stand: list[str]
    contested: list[str]
    leans_on: list[str] = Field(description="What those that stand rest on.")


class MoveShape(Shape):
    """A statement that would have to stand otherwise."""

    statement: str
    before: _Standing
    after: _Standing


class CaseShape(Shape):
    """What the weighing of both makes of a question."""

    outcome: Annotated[Outcome, Strict(False)]
    carried_by: Literal["left", "right"] | None
    left: SideShape
    right: SideShape
    crux: list[MoveShape] = Field(description="The least that would settle it otherwise.")
    searched: int = Field(description="How many changes at once were looked for.")


class QuestionShape(Shape):
    """A question, and what either side says to it."""

    id: str
    text: str
    meeting: Annotated[Meeting, Strict(False)]
    left: list[str] = Field(description="Statements, as ids in full.")
    right: list[str]
    left_heads: list[str] = Field(description="Those of them that others bear on.")
    right_heads: list[str]
    links: list[JoinShape] = Field(description="Between the two, on this question.")
    open: list[OpenShape]
    case: CaseShape | None = Field(default=None, description="Where the two were weighed.")


class CarriedShape(Shape):
    """A figure, and the statement that gives it."""

    statement: str
    text: str
    kind: FigureKind
    low: str | None = Field(description="A decimal number; null where there is no lower end.")
    high: str | None
    unit: str
    bound: Bound


class SignShape(Shape):
    """What tells that figures belong together."""

    kind: Annotated[SignKind, Strict(False)]
    value: str


class FigureRowShape(Shape):
    """Figures of either side that belong together."""

    relation: Annotated[Relation, Strict(False)]
    left: list[CarriedShape]
    right: list[CarriedShape]
    signs: list[SignShape]


class EvidenceRowShape(Shape):
    """A source that both use."""

    what: Literal["source", "url", "cite"]
    name: str
    left: list[str]
    right: list[str]
    questions: list[str]
    shared: list[str]


class StatementWordsShape(Shape):
    """What a statement says."""

    kind: Annotated[Kind, Strict(False)]
    text: str


class ContrastShape(Shape):
    """What ``argmap contrast -f json`` prints."""

    argmap: Literal[1] = Field(
        description="The version of this format, raised only when a reader would break."
    )
    left: ComparedEssayShape
    right: ComparedEssayShape
    questions: list[QuestionShape]
    elsewhere: list[JoinShape] = Field(description="Links between the two on no question.")
    words_compared: bool = Field(
        description="Whether the words round figures were compared: not across languages."
    )
    figures: list[FigureRowShape]
    evidence: list[EvidenceRowShape]
    statements: dict[str, StatementWordsShape] = Field(description="All named here, by id in full.")
