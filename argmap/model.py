"""The model: statements, links, essays and findings, as frozen data.

The terms are those of the field (AIF in brackets): a *statement* is a marked piece of text
(I-node); a *link* is a step from one or more statements to a target (RA, CA, MA). A *work* exists
in *editions*, one a language; an *essay* is one annotated Markdown file, that is, one edition.

An :class:`Essay` holds what one file says: its statements, and its links as stated, with
references that may lead to other files or nowhere. :mod:`argmap.graph` resolves them into
:class:`Link` objects over one or many essays. A statement or link is known everywhere by its
*key*, its id in full: ``work@lang:id``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from argmap.syntax.faults import Edit, Fault, Fix
from argmap.syntax.places import Position, Range

__all__ = [
    "Edit",
    "Essay",
    "Fault",
    "Finding",
    "Fix",
    "Flag",
    "Kind",
    "Link",
    "LinkType",
    "Paragraph",
    "Position",
    "Range",
    "Reference",
    "Section",
    "Severity",
    "StatedLink",
    "Statement",
    "Subtype",
    "Suppression",
]

_EMPTY: Mapping[str, Any] = MappingProxyType({})


def _empty() -> Mapping[str, Any]:
    """Share one empty mapping: a read-only mapping is no allowed default before Python 3.12."""
    return _EMPTY


class Kind(StrEnum):
    """What a statement is in its argument."""

    CLAIM = "claim"
    PREMISE = "premise"
    EVIDENCE = "evidence"
    REBUTTAL = "rebuttal"
    QUESTION = "question"


class Flag(StrEnum):
    """What is said of a statement beside its kind."""

    THESIS = "thesis"
    ASSUMED = "assumed"
    CONCEDED = "conceded"
    IMPLICIT = "implicit"


class LinkType(StrEnum):
    """How a link's sources bear on its target."""

    SUPPORTS = "supports"
    ATTACKS = "attacks"
    CONTRADICTS = "contradicts"
    RESTATES = "restates"

    @property
    def symmetric(self) -> bool:
        """Whether the link says the same from both of its ends."""
        return self in (LinkType.CONTRADICTS, LinkType.RESTATES)


class Subtype(StrEnum):
    """What kind of attack an attack is; derived from its target, never typed.

    An attack on a claim or rebuttal *rebuts*, on a premise or evidence *undermines*, on a link
    *undercuts*.
    """

    REBUT = "rebut"
    UNDERMINE = "undermine"
    UNDERCUT = "undercut"


class Severity(StrEnum):
    """How much a finding matters. Errors and warnings make a check fail; information does not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Reference:
    """An id as an essay writes it: ``id``, ``work:id`` or ``work@lang:id``, with its place.

    In ``answers`` it may go on: in ``id.respect``, ``question`` is the critical question
    ``respect`` of the scheme of the statement ``id``. ``range`` ends before the full stop.
    """

    id: str
    work: str | None
    lang: str | None
    range: Range
    question: str | None = None

    def __str__(self) -> str:
        name = self.id if self.question is None else f"{self.id}.{self.question}"
        if self.work is None:
            return name
        return f"{self.work}{'@' + self.lang if self.lang else ''}:{name}"


@dataclass(frozen=True, slots=True)
class Statement:
    """A marked piece of text.

    ``id`` is None where the mark has none; ``key`` is then ``work@lang:~N``, the N-th nameless
    statement of its essay. ``text`` is the rendered plain text. ``range`` is the whole mark,
    ``text_range`` its text. ``section`` holds the headings above it, outermost first. ``on`` are
    the questions it speaks to, its own or else those of the nearest heading. ``weight`` lies in
    0 to 1. ``places`` maps the name of each attribute written (``id``, ``kind``, ``supports``,
    ``url``, ``on``…) to the range of its value.
    """

    key: str
    id: str | None
    kind: Kind
    text: str
    range: Range
    text_range: Range
    flags: frozenset[Flag] = frozenset()
    section: tuple[str, ...] = ()
    on: tuple[Reference, ...] = ()
    by: str | None = None
    source: str | None = None
    url: str | None = None
    cite: str | None = None
    date: str | None = None
    quote: str | None = None
    weight: float | None = None
    scheme: str | None = None
    answers: tuple[Reference, ...] = ()
    sense: str | None = None
    at: tuple[str, ...] = ()
    places: Mapping[str, Range] = field(default_factory=_empty, compare=False, repr=False)
    extra: Mapping[str, Any] = field(default_factory=_empty, compare=False, repr=False)

    @property
    def name(self) -> str:
        """What to call it in a message: its id, or ``~N`` where it has none."""
        return self.key.rpartition(":")[2]

    @property
    def reported(self) -> bool:
        """Whether someone other than the author asserts it."""
        return self.by is not None

    @property
    def accepted(self) -> bool:
        """Whether it needs no support of its own: evidence, or a stated assumption."""
        return self.kind is Kind.EVIDENCE or Flag.ASSUMED in self.flags

    def has(self, flag: Flag) -> bool:
        """Tell whether the statement carries ``flag``."""
        return flag in self.flags

    def place(self, attribute: str) -> Range:
        """Return where ``attribute`` is written, or the whole mark where it is not."""
        return self.places.get(attribute, self.range)


@dataclass(frozen=True, slots=True)
class StatedLink:
    """A link as an essay states it, its references not yet resolved.

    ``source`` is the key of the statement that carries the link attribute, or None for a mark
    with ``from``, whose ``sources`` then act together and whose ``reason`` is the mark's text.
    Each target is a link of its own. ``implied`` links come from nested list items.
    """

    type: LinkType
    source: str | None
    sources: tuple[Reference, ...]
    targets: tuple[Reference, ...]
    range: Range
    via: str | None = None
    via_range: Range | None = None
    reason: str = ""
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A step from one or more statements to a statement or another link, resolved.

    ``sources`` and ``target`` are keys. ``name`` is the id given by ``via``; the key of a link
    without a name is ``work@lang:source/type/target``, which no typed id can equal. ``range`` is
    where it is stated (the first of its sources, when it has several).
    """

    key: str
    type: LinkType
    subtype: Subtype | None
    sources: tuple[str, ...]
    target: str
    name: str | None
    reason: str
    path: str
    range: Range
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what it hands down: its plain-text title, its level (1 to 6), its questions."""

    title: str
    level: int
    range: Range
    on: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose, table row or heading left out, and whether a statement stands in it."""

    range: Range
    covered: bool


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that silences findings: rule codes or names, a reason, and the lines it rules."""

    codes: tuple[str, ...]
    reason: str
    range: Range
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One diagnostic, at one place. It knows what it is; a report decides how it looks.

    ``subject`` is the key of the statement it stands in, or else the edition's, ``work@lang``.
    """

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    path: str
    range: Range
    fix: Fix | None = None
    subject: str = ""

    @property
    def order(self) -> tuple[str, Range, str, str]:
        """The key findings are sorted by: path, place, code, message."""
        return (self.path, self.range, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Essay:
    """One annotated Markdown file: one edition of a work.

    ``id`` and ``lang`` come from the front matter, else from the file's name and the default
    language. ``faults`` are what could not be read; the rest of the file still is.
    """

    id: str
    lang: str
    path: str
    title: str = ""
    author: str = ""
    stance: str = ""
    date: str = ""
    statements: tuple[Statement, ...] = ()
    links: tuple[StatedLink, ...] = ()
    sections: tuple[Section, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    faults: tuple[Fault, ...] = ()
    line_count: int = 1
    extra: Mapping[str, Any] = field(default_factory=_empty, compare=False, repr=False)

    @property
    def key(self) -> str:
        """The edition in full: ``work@lang``."""
        return f"{self.id}@{self.lang}"
