"""The shapes of the JSON documents: pydantic models, to check what is read and to make schemas.

Importing this costs pydantic; import it inside the function that needs it.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, Strict, model_validator
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from argmap.model import Flag, Kind, LinkType, Severity, Subtype

# JSON has no enums, so a word of one is taken as the enum; all else must be of its type exactly.
_Kind = Annotated[Kind, Strict(False)]
_Flag = Annotated[Flag, Strict(False)]
_LinkType = Annotated[LinkType, Strict(False)]
_Subtype = Annotated[Subtype, Strict(False)]
_Severity = Annotated[Severity, Strict(False)]
_Count = Annotated[int, Field(ge=0)]
_Name = Annotated[str, Field(min_length=1)]


class Shape(BaseModel):
    """What all shapes share: no keys but their own, and no type taken for another."""

    model_config = ConfigDict(extra="forbid", strict=True)


class PositionShape(Shape):
    """A place between two characters."""

    line: int = Field(ge=1, description="Counts from 1.")
    column: int = Field(ge=1, description="Counts from 1, in Unicode code points.")


class RangeShape(Shape):
    """A stretch of a file's text."""

    start: PositionShape = Field(description="The place before its first character.")
    end: PositionShape = Field(description="The place behind its last character.")

    @model_validator(mode="after")
    def _forwards(self) -> RangeShape:
        if (self.end.line, self.end.column) < (self.start.line, self.start.column):
            raise ValueError("the end stands before the start")
        return self


class EditShape(Shape):
    """A replacement of a stretch of text."""

    range: RangeShape
    text: str = Field(description="What to put there.")


class FixShape(Shape):
    """A way to mend a finding."""

    title: str = Field(description="What the fix does.")
    safe: bool = Field(description="Whether it leaves the prose and the meaning as they are.")
    edits: list[EditShape]


class FindingShape(Shape):
    """One diagnostic, at one place."""

    code: str = Field(description="The rule's code, as AM201.")
    name: str = Field(description="The rule's name, as unsupported-claim.")
    severity: _Severity = Field(description="Errors and warnings make a check fail.")
    message: str = Field(description="What is wrong, in one line.")
    hint: str = Field(default="", description="What to do about it.")
    path: str = Field(description="The file.")
    range: RangeShape
    fix: FixShape | None = None


class StatementShape(Shape):
    """A marked piece of text."""

    id: _Name = Field(
        description="In full: work@lang:id; with ~N for the N-th nameless statement of its essay."
    )
    kind: _Kind
    flags: list[_Flag] = Field(default=[], description="What is said of it beside its kind.")
    text: str = Field(description="Its plain text.")
    section: list[str] = Field(default=[], description="The headings above it, outermost first.")
    range: RangeShape = Field(description="The whole mark.")
    text_range: RangeShape = Field(description="The text in the mark.")
    on: list[str] = Field(
        default=[], description="The questions it speaks to: ids in full, or plain labels."
    )
    by: str | None = Field(default=None, description="Who asserts it, when not the author.")
    source: str | None = Field(default=None, description="Where it comes from, in words.")
    url: str | None = Field(default=None, description="Where it comes from, as a link.")
    cite: str | None = Field(default=None, description="A citation key.")
    date: str | None = Field(default=None, description="ISO 8601, of any precision.")
    quote: str | None = Field(default=None, description="The words of the source.")
    weight: float | None = Field(default=None, ge=0, le=1, description="How much it counts.")
    scheme: str | None = Field(default=None, description="The scheme of the argument it makes.")
    answers: list[str] = Field(
        default=[],
        description="What it answers, as ids in full; .question behind one is a critical question.",
    )
    sense: str | None = Field(default=None, description="What this edition did to its sense.")
    at: list[str] = Field(default=[], description="Paragraphs of the original, as p12 or p12-14.")
    extra: dict[str, Any] = Field(
        default={}, description="What a foreign format held and argmap does not use."
    )


class EssayShape(Shape):
    """One annotated file, that is, one edition of a work."""

    id: _Name = Field(description="The work.")
    lang: _Name = Field(description="The language of this edition.")
    path: str = Field(description="The file, with forward slashes.")
    title: str = ""
    author: str = ""
    stance: str = ""
    date: str = ""
    statements: list[StatementShape] = Field(description="In reading order.")
    extra: dict[str, Any] = Field(
        default={}, description="What the front matter or a foreign format held beside."
    )
    findings: list[FindingShape] | None = Field(
        default=None, description="What a check found in this file, where one was made."
    )


class LinkShape(Shape):
    """A step from one or more statements to a statement or to another link."""

    id: _Name = Field(
        description="In full: work@lang:name, or work@lang:source/type/target when it has no name."
    )
    type: _LinkType
    subtype: _Subtype | None = Field(
        default=None, description="Of an attack: what it attacks. Derived from the target."
    )
    from_: list[_Name] = Field(
        alias="from", min_length=1, description="The statements that act together, as ids in full."
    )
    to: _Name = Field(description="The statement or link it bears on, as an id in full.")
    reason: str = Field(default="", description="Why, in the words of the mark that states it.")
    range: RangeShape = Field(description="Where it is stated.")
    path: str = Field(description="The file that states it.")
    implied: bool = Field(default=False, description="Whether only a nested list states it.")


class DocumentShape(Shape):
    """The arguments of one or many essays: their statements, and the links between them."""

    argmap: Literal[1] = Field(
        description="The version of this format, raised only when a reader would break."
    )
    essays: list[EssayShape] = Field(description="In the order of their paths.")
    links: list[LinkShape] = Field(description="In the order in which they are stated.")


class SummaryShape(Shape):
    """What a check looked at and how much it found."""

    essays: _Count = Field(description="Files checked.")
    statements: _Count = Field(description="Statements in them.")
    findings: _Count = Field(description="Findings of all severities.")
    error: _Count
    warning: _Count
    info: _Count


class FindingsShape(Shape):
    """What ``argmap check --format json`` prints."""

    argmap: Literal[1] = Field(
        description="The version of this format, raised only when a reader would break."
    )
    findings: list[FindingShape] = Field(description="By path and place.")
    summary: SummaryShape


class _Schema(GenerateJsonSchema):
    def field_title_should_be_set(self, schema: Any) -> bool:
        """Leave out titles that only repeat a field's name."""
        return False


def json_schema(shape: type[Shape], name: str, title: str) -> dict[str, Any]:
    """Make the JSON Schema (2020-12) of a shape, under ``urn:argmap:name:1``."""
    made: JsonSchemaValue = shape.model_json_schema(by_alias=True, schema_generator=_Schema)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:argmap:{name}:1",
        "title": title,
    }
    return {**head, **{key: value for key, value in made.items() if key not in head}}
