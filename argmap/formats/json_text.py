"""JSON as text, out and in: strict, and the same bytes for the same data.

What is written is readable (UTF-8, indented by two) and safe to show in a terminal. What is read
may come from anywhere: every way in which a text is not plain JSON is one :class:`JsonError`.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

DEEPEST = 64
"""How many lists and objects may stand in each other."""

# json writes these as they are, and a terminal would obey them: DEL, C1, line separators and
# the controls of writing direction. They stand only inside strings, where an escape says the same.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class JsonError(ValueError):
    """A text that is not JSON, or not JSON that every reader takes alike. One line."""


def write(data: Any) -> str:
    """Write data as JSON: keys in the order they have, two spaces, a line end at the end.

    Half of a surrogate pair, which no file can hold, becomes U+FFFD. Raises ValueError for a
    number that JSON does not have (NaN, infinity).
    """
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    text = _OBEYED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return _SURROGATE.sub("\ufffd", text) + "\n"


def read(text: str | bytes) -> Any:
    """Read JSON. Raises :class:`JsonError` for all else, and for what readers disagree on.

    That is: a key twice in one object, NaN, numbers too large for a float, half of a surrogate
    pair, and lists or objects more than 64 deep.
    """
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise JsonError(f"not UTF-8: byte {error.start + 1} fits no character") from None
    try:
        data = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_object,
            parse_constant=_no_constant,
            parse_float=_finite,
        )
    except json.JSONDecodeError as error:
        what = error.msg[:1].lower() + error.msg[1:]
        raise JsonError(f"not JSON: {what} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise JsonError(f"nested more than {DEEPEST} deep") from None
    except JsonError:
        raise
    except ValueError as error:  # a whole number of thousands of digits
        raise JsonError(f"not JSON that can be read: {str(error).partition(';')[0]}") from None
    check_plain(data)
    return data


def check_plain(data: Any) -> None:
    """Refuse what JSON cannot hold. Raises :class:`JsonError` with the place; linear."""
    pending: list[tuple[Any, tuple[str | int, ...]]] = [(data, ())]
    while pending:
        value, place = pending.pop()
        kind = type(value)
        if kind is str:
            if not value.isascii() and _SURROGATE.search(value):
                raise JsonError(f"{path(place)}: half of a surrogate pair stands alone in the text")
        elif kind is dict or kind is list:
            if len(place) >= DEEPEST:
                raise JsonError(f"{path(place[:3])}: nested more than {DEEPEST} deep")
            if kind is list:
                pending.extend((inner, (*place, index)) for index, inner in enumerate(value))
                continue
            for key, inner in value.items():
                if type(key) is not str or _SURROGATE.search(key):
                    raise JsonError(f"{path(place)}: {quoted(key)} cannot be a key")
                pending.append((inner, (*place, key)))
        elif kind is float:
            if not math.isfinite(value):
                raise JsonError(f"{path(place)}: {value} is no number in JSON")
        elif value is not None and kind is not bool and kind is not int:
            raise JsonError(f"{path(place)}: {kind.__name__} is no type of JSON")


def path(place: tuple[str | int, ...]) -> str:
    """Write a place in a document as one would in a program: ``essays[0].statements[2].kind``."""
    written = ""
    for step in place:
        if isinstance(step, int):
            written += f"[{step}]"
        elif re.fullmatch(r"\w{1,40}", step):
            written += f".{step}" if written else step
        else:
            written += f"[{quoted(step)}]"
    return written or "the top level"


def quoted(value: object) -> str:
    """Show a value from outside in a message: on one line, harmless, and not too long."""
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise JsonError(f"the key {quoted(key)} stands twice in one object")
            seen.add(key)
    return made


def _no_constant(name: str) -> float:
    raise JsonError(f"{name} is no number in JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise JsonError(f"the number {quoted(digits)} is too large")
    return number
