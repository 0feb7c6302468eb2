"""JSON of others: any encoding, and keys that stand twice; but no depth or number without end."""

from __future__ import annotations

import re
from typing import Any

from argmap.formats.interface import Source, Unreadable
from argmap.formats.safe.decoding import text_of
from argmap.model import Fault, Position, Range
from argmap.syntax.places import START, SourceText

__all__ = ["DEEPEST", "read_json"]

DEEPEST = 200
"""How many lists and objects may stand in each other; real files have less than ten."""

_BRACKET = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*"|[\[{]|[\]}]', re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_NUMBER = re.compile(r"[0-9]{400}")


def read_json(source: Source) -> tuple[Any, tuple[Fault, ...]]:
    """Read a file as JSON; linear. Returns its data, and what was wrong with its encoding.

    Whole numbers are ``int`` and others ``float``; of a key that stands twice in one object, the
    last counts. Half of a surrogate pair becomes U+FFFD. Raises :class:`Unreadable`, at its place,
    for what is no JSON, nests more than 200 deep, or holds a number that no program keeps (NaN,
    infinity, hundreds of digits).
    """
    import json

    text, faults = text_of(source.data)
    _check_depth(text)
    try:
        data = json.loads(text, parse_constant=_no_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        place = Position(error.lineno, error.colno)
        what = error.msg[:1].lower() + error.msg[1:]
        raise Unreadable(f"it is not JSON: {what}", Range(place, place)) from None
    except RecursionError:
        raise Unreadable(_too_deep()) from None
    except ValueError as error:
        number = _LONGEST_NUMBER.search(text)
        where = _at(text, number.start()) if number else START
        raise Unreadable(f"it is not JSON that can be read: {_first(error)}", where) from None
    if "\\u" in text or _SURROGATE.search(text):
        data = _without_surrogates(data)
    return data, faults


def _check_depth(text: str) -> None:
    """Refuse what nests too deep before a parser does, which would do so by recursion; linear."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return
    depth = 0
    for match in _BRACKET.finditer(text):
        token = match.group()
        if token in "[{":
            depth += 1
            if depth > DEEPEST:
                raise Unreadable(_too_deep(), _at(text, match.start()))
        elif token in "]}":
            depth -= 1


def _too_deep() -> str:
    return f"its lists and objects nest more than {DEEPEST} deep"


def _at(text: str, offset: int) -> Range:
    place = SourceText(text).position(offset)
    return Range(place, place)


def _first(error: ValueError) -> str:
    return str(error).partition(";")[0]


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no number in JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if number - number != 0:
        raise ValueError(f"the number {digits[:40]} is too large")
    return number


def _without_surrogates(data: Any) -> Any:
    """Put U+FFFD for halves of surrogate pairs, in keys too; without recursion."""
    top = [data]
    pending: list[Any] = [top]
    while pending:
        holder = pending.pop()
        if isinstance(holder, dict):
            for key in [key for key in holder if _SURROGATE.search(key)]:
                holder[_SURROGATE.sub("\ufffd", key)] = holder.pop(key)
        for key, value in list(holder.items() if isinstance(holder, dict) else enumerate(holder)):
            if isinstance(value, str):
                if _SURROGATE.search(value):
                    holder[key] = _SURROGATE.sub("\ufffd", value)
            elif isinstance(value, list | dict):
                pending.append(value)
    return top[0]
