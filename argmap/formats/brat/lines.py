r"""The lines of brat's standoff format, as records, as ``T1\tClaim 0 5;10 20\twords``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.formats.standoff import Span
from argmap.model import Fault, Position, Range

__all__ = ["Entity", "Equivalence", "Line", "Note", "Relation", "Stance", "lines_of"]

_LINE_END = re.compile(r"\r\n|\n|\r")
_SPAN = r"-?[0-9]+[ ]+-?[0-9]+"
_ENTITY = re.compile(rf"(?P<type>\S+)[ \t]+(?P<spans>{_SPAN}(?:[ ]*;[ ]*{_SPAN})*)[ ]*")
_RELATION = re.compile(r"(?P<type>\S+)[ \t]+[^\s:]+:(?P<from>\S+)[ \t]+[^\s:]+:(?P<to>\S+)\s*")
_STANCE = re.compile(r"Stance[ \t]+(?P<of>\S+)[ \t]+(?P<value>\S+)\s*")
_EQUIVALENCE = re.compile(r"Equiv((?:[ \t]+\S+){2,})\s*")
_NOTE = re.compile(r"(?P<type>\S+)[ \t]+(?P<of>\S+)[ \t]*")
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file: its id, as ``N1``, and where it stands. Others of its kind say more."""

    id: str
    raw: str
    range: Range


@dataclass(frozen=True, slots=True)
class Entity(Line):
    """``T``: a stretch of text. ``spans`` are as written: they may lie outside the text."""

    type: str
    spans: tuple[Span, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Relation(Line):
    """``R``: a relation of two annotations."""

    type: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Stance(Line):
    """``A``: the attribute Stance of a claim."""

    of: str
    value: str


@dataclass(frozen=True, slots=True)
class Equivalence(Line):
    """``*``: annotations that stand for the same."""

    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note(Line):
    """``#``: a note of a type about an annotation."""

    type: str
    of: str
    words: str


def lines_of(text: str, faults: list[Fault]) -> Iterator[Line]:
    """Read the lines of a file; what is none of the format is a fault, and left out; linear.

    Events, normalisations, and attributes other than Stance are plain lines.
    """
    for number, raw in enumerate(_LINE_END.split(text), 1):
        if not raw.strip():
            continue
        place = Range(Position(number, 1), Position(number, len(raw) + 1))
        id_, _, rest = raw.partition("\t")
        head, _, words = rest.partition("\t")
        line = _line(id_.strip(), raw, place, rest, head, words)
        if line is None:
            message = f"the line {_short(raw)} is not as brat writes it"
            hint = "a line is an id, as T1, a tab, and what it says: T1, Claim 0 12, the words"
            faults.append(Fault("bad-line", place, message, hint))
        else:
            yield line


def _line(id_: str, raw: str, place: Range, rest: str, head: str, words: str) -> Line | None:
    kind = id_[:1]
    if kind == "T" and (found := _ENTITY.fullmatch(head)):
        spans = _spans(found["spans"])
        return None if spans is None else Entity(id_, raw, place, found["type"], spans, words)
    if kind == "R" and (found := _RELATION.fullmatch(rest)):
        return Relation(id_, raw, place, found["type"], found["from"], found["to"])
    if kind in ("A", "M"):
        if found := _STANCE.fullmatch(rest):
            return Stance(id_, raw, place, found["of"], found["value"])
        return Line(id_, raw, place) if rest.strip() else None
    if kind == "*" and (found := _EQUIVALENCE.fullmatch(rest)):
        return Equivalence(id_, raw, place, tuple(found[1].split()))
    if kind == "#" and (found := _NOTE.fullmatch(head)):
        return Note(id_, raw, place, found["type"], found["of"], words)
    return Line(id_, raw, place) if kind in ("E", "N", "*") and rest.strip() else None


def _spans(text: str) -> tuple[Span, ...] | None:
    """Read offsets; None where one has more digits than any text has characters."""
    pairs = [pair.split() for pair in text.split(";")]
    if any(len(digits) > _MOST_DIGITS for pair in pairs for digits in pair):
        return None
    return tuple((int(start), int(end)) for start, end in pairs)


def _short(raw: str) -> str:
    return repr(raw if len(raw) <= 60 else f"{raw[:57]}...")
