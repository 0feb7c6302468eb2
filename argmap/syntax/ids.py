"""What an id looks like: letters of any script, digits, ``-`` and ``_``, a letter first, in NFC."""

from __future__ import annotations

import re
import unicodedata

from argmap.syntax.slips import Slip
from argmap.syntax.vocabulary import CLASSES

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_LETTERS = ("Ll", "Lu", "Lo", "Lm", "Lt", "Mn", "Mc", "Nd", "Nl")
"""Letters, the marks that belong to them, digits, and numbers that are letters (〇)."""


def id_slip(value: str, start: int, end: int) -> Slip | None:
    """Say what is wrong with an id that stands between two offsets, or None."""
    if _PLAIN.fullmatch(value):
        return None
    composed = unicodedata.normalize("NFC", value)
    malformed = _malformed(composed, start, end)
    if malformed is not None or composed == value:
        return malformed
    return Slip(
        "id-not-nfc",
        start,
        end,
        f"the id {composed!r} is not in the composed form (NFC)",
        "write it composed, so that equal ids are equal letter by letter",
        ((start, end, composed),),
        "Compose the id",
    )


def _malformed(value: str, start: int, end: int) -> Slip | None:
    if not value:
        hint = "write the id right behind the #, as in {#no-profit .claim}"
        return Slip("malformed-id", start, end, "an id is missing after #", hint)
    bad = next((c for c in value if not _belongs(c)), None)
    if bad is None and unicodedata.category(value[0])[0] == "L":
        return None
    head, dot, tail = value.partition(".")
    classes = tail.split(".")
    if dot and all(each in CLASSES for each in classes) and id_slip(head, 0, 0) is None:
        message = f"a space is missing between the id {head!r} and .{classes[0]}"
        apart = " .".join((head, *classes))
        fix = ((start, end, apart),)
        hint = f"write #{apart}"
        return Slip("malformed-id", start, end, message, hint, fix, "Insert the space")
    if bad is None:
        message = f"the id {value!r} does not begin with a letter"
        return Slip("malformed-id", start, end, message, "begin it with a letter of any script")
    message = f"the id {value!r} holds {bad!r}"
    plain = value.replace("\\", "")
    if plain != value and id_slip(plain, 0, 0) is None:
        hint = "take the backslash out (a formatter may have put it there)"
        fix = ((start, end, plain),)
        return Slip("malformed-id", start, end, message, hint, fix, "Take the backslash out")
    hint = "an id is made of letters, digits, - and _"
    return Slip("malformed-id", start, end, message, hint)


def _belongs(char: str) -> bool:
    return char in "-_" or unicodedata.category(char) in _LETTERS
