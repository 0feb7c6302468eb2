"""What argmap knows of a statement and other formats have no field for, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from argmap.formats.foreign import is_lang
from argmap.front_matter import is_date
from argmap.model import Flag, Kind, Reference, Statement
from argmap.syntax.places import START

__all__ = ["own_values", "shown", "with_values"]

_TEXTS = ("by", "source", "url", "cite", "date", "quote", "scheme", "sense")


def own_values(statement: Statement) -> dict[str, Any]:
    """Return what a statement has beside its id, kind, text and links; only what it has."""
    values: dict[str, Any] = {
        "flags": [str(flag) for flag in Flag if flag in statement.flags],
        "section": list(statement.section),
        "on": list(map(str, statement.on)),
        "answers": list(map(str, statement.answers)),
        "at": list(statement.at),
    }
    values |= {name: getattr(statement, name) for name in _TEXTS}
    values["weight"] = statement.weight
    return {name: value for name, value in values.items() if value not in (None, [])}


def with_values(statement: Statement, own: Mapping[str, Any]) -> tuple[Statement, list[str]]:
    """Give a statement what :func:`own_values` took; returns the names of what cannot be."""
    fit: dict[str, Any] = {}
    wrong: list[str] = []
    for name, value in own.items():
        try:
            fit[name] = _fitting(name, value)
        except (TypeError, ValueError, KeyError):
            wrong.append(name)
    return (replace(statement, **fit) if fit else statement), wrong


def shown(value: object) -> str:
    """Show a value from outside in a message: on one line and not too long."""
    words = repr(value)
    return words if len(words) <= 60 else f"{words[:57]}..."


def _fitting(name: str, value: Any) -> Any:
    if name == "kind":
        return Kind(value)
    if name == "flags":
        return frozenset(map(Flag, _texts(value)))
    if name in ("section", "at"):
        return tuple(_texts(value))
    if name in ("on", "answers"):
        return tuple(_reference(each, answers=name == "answers") for each in _texts(value))
    if name == "weight" and type(value) in (int, float) and 0 <= value <= 1:
        return float(value)
    if name in _TEXTS and isinstance(value, str) and (name != "date" or is_date(value)):
        return value
    raise KeyError(name)


def _texts(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError
    return value


def _reference(text: str, *, answers: bool) -> Reference:
    """Read ``id``, ``work:id`` or ``work@lang:id``, with a critical question behind a full stop."""
    home, _, local = text.rpartition(":")
    work, _, lang = home.partition("@")
    if lang and not is_lang(lang):
        raise ValueError(text)
    name, _, question = local.partition(".") if answers else (local, "", "")
    return Reference(name, work or None, lang or None, START, question or None)
