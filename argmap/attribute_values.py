"""The values of attributes: references, dates, weights and paragraphs, each judged at its place.

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
    match = _REFERENCE.fullmatch(text)
    if match is None and text in known:
        return Reference(text, None, None, word.range)
    if match is None:
        message = f"{name} names {text!r}, which is not an id"
        faults.append(
            Fault("malformed-id", word.range, message, "write id, work:id or work@lang:id")
        )
        return None
    slip = id_slip(match["id"], 0, 0)
    if slip is not None and text not in known and not _NAMELESS.fullmatch(match["id"]):
        faults.append(Fault("malformed-id", word.range, f"in {name}, {slip.message}", slip.hint))
    return Reference(match["id"], match["work"], match["lang"], word.range)


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
