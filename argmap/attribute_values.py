"""The values of attributes: references, dates, weights, schemes, paragraphs, judged at their place.

Every function appends what is wrong to the faults it is given and returns what can be used.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from argmap.front_matter import is_date
from argmap.model import Edit, Fault, Fix, Reference
from argmap.syntax.ids import id_slip
from argmap.syntax.marks import Mark, MarkAttribute, Word
from argmap.syntax.places import Position, Range

_REFERENCE = re.compile(r"(?:(?P<work>[^:@]+)(?:@(?P<lang>[^:@]+))?:)?(?P<id>[^:@]+)")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_NAMELESS = re.compile(r"~\d+")
_WEIGHT = re.compile(r"[01](\.[0-9]+)?")
_AT = re.compile(r"p[1-9][0-9]{0,8}(-[1-9][0-9]{0,8})?")


def references(
    attribute: MarkAttribute | None, faults: list[Fault], known: Container[str] = ()
) -> tuple[Reference, ...]:
    """Read the ids of an attribute; none where the attribute is not there.

    ``known`` are ids that stand in this essay: what is wrong with one of these was said there.
    """
    if attribute is None:
        return ()
    found = (_reference(attribute.name, word, faults, known) for word in attribute.words)
    return tuple(reference for reference in found if reference is not None)


def _reference(
    name: str, word: Word, faults: list[Fault], known: Container[str]
) -> Reference | None:
    if _PLAIN.fullmatch(word.text):
        return Reference(word.text, None, None, word.range)
    text = unicodedata.normalize("NFC", word.text)
    if text != word.text:
        message = f"in {name}, {text!r} is not in the composed form (NFC)"
        hint = "write it composed, so that equal ids are equal letter by letter"
        fix = Fix("Compose the id", (Edit(word.range, text),))
        faults.append(Fault("id-not-nfc", word.range, message, hint, fix))
    question = None
    if name == "answers" and text not in known and "." in text.rpartition(":")[2]:
        word, text, question = _at_question(word, text, faults)
    match = _REFERENCE.fullmatch(text)
    if match is None and text in known:
        return Reference(text, None, None, word.range, question)
    if match is None:
        message = f"{name} names {text!r}, which is not an id"
        faults.append(
            Fault("malformed-id", word.range, message, "write id, work:id or work@lang:id")
        )
        return None
    slip = id_slip(match["id"], 0, 0)
    if slip is not None and text not in known and not _NAMELESS.fullmatch(match["id"]):
        faults.append(Fault("malformed-id", word.range, f"in {name}, {slip.message}", slip.hint))
    return Reference(match["id"], match["work"], match["lang"], word.range, question)


def _at_question(word: Word, text: str, faults: list[Fault]) -> tuple[Word, str, str | None]:
    """Part ``id.question`` at the first full stop of its id; return the id, its text, the rest."""
    start, end = word.range.start, word.range.end
    if end.column - start.column == len(word.text) and start.line == end.line:
        at = word.text.index(".", word.text.rfind(":") + 1)
        end = Position(start.line, start.column + at)
    edition, colon, name = text.rpartition(":")
    name, _, question = name.partition(".")
    if not name:
        return word, text, None
    if not question:
        message = f"answers names no question after the full stop in {text!r}"
        hint = "write id.question, or the id alone; argmap questions --list names the questions"
        faults.append(Fault("malformed-id", word.range, message, hint))
    shorter = Word(word.text[: end.column - start.column], Range(start, end))
    return shorter, f"{edition}{colon}{name}", question or None


def date(mark: Mark, faults: list[Fault]) -> str | None:
    """Read ``date``: ISO 8601, of any precision."""
    attribute = mark.attribute("date")
    if attribute is None or is_date(attribute.value):
        return attribute.value if attribute else None
    message = f"the date {attribute.value!r} is not a date in ISO 8601"
    hint = "write it as 2024, 2024-09 or 2024-09-16"
    faults.append(Fault("bad-value", attribute.value_range, message, hint))
    return None


def weight(mark: Mark, faults: list[Fault]) -> float | None:
    """Read ``weight``: a decimal number from 0 to 1."""
    attribute = mark.attribute("weight")
    if attribute is None:
        return None
    value = float(attribute.value) if _WEIGHT.fullmatch(attribute.value) else -1.0
    if 0 <= value <= 1:
        return value
    message = f"the weight {attribute.value!r} is not a number from 0 to 1"
    faults.append(Fault("bad-value", attribute.value_range, message, "write it as 0.7, say"))
    return None


def scheme(mark: Mark, faults: list[Fault]) -> str | None:
    """Read ``scheme``: an argumentation scheme; one that nobody knows is kept as it is written."""
    attribute = mark.attribute("scheme")
    if attribute is None or not attribute.value:
        return None
    from argmap.schemes import SCHEMES, nearest_scheme  # only where an essay names one

    if attribute.value not in SCHEMES:
        near = nearest_scheme(attribute.value)
        message = f"there is no argumentation scheme {attribute.value!r}"
        hint = "argmap questions --list names them all"
        fix = None
        if near is not None:
            hint = f"did you mean {near.id!r}?"
            edit = Edit(attribute.value_range, near.id)
            fix = Fix(f"Write {near.id}", (edit,), safe=False)
        faults.append(Fault("unknown-scheme", attribute.value_range, message, hint, fix))
    return attribute.value


def paragraphs(mark: Mark, faults: list[Fault]) -> tuple[str, ...]:
    """Read ``at``: paragraphs of the original, ``p12`` or ``p12-14``."""
    attribute = mark.attribute("at")
    found: list[str] = []
    for word in attribute.words if attribute else ():
        first, _, last = word.text[1:].partition("-")
        if not _AT.fullmatch(word.text):
            message = f"at names {word.text!r}"
            hint = "write a paragraph of the original as p12, or several as p12-14"
        elif last and int(last) < int(first):
            message, hint = f"at runs backwards: {word.text}", "write the smaller number first"
        else:
            found.append(word.text)
            continue
        faults.append(Fault("bad-value", word.range, message, hint))
    return tuple(found)
