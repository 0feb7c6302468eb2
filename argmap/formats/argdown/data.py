"""Metadata of Argdown, ``{key: value}`` and front matter: YAML, in the form it is written in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from argmap.formats.interface import Source, Unreadable
from argmap.model import Fault, Position, Range

__all__ = ["data_text", "front_text", "read_data"]

_QUOTED = r'"[^"\\]*+(?:\\.[^"\\]*+)*"'
_PAIR = re.compile(rf"([a-z]+): (?:({_QUOTED})|\[((?:{_QUOTED}(?:, )?)*)\]|([\w.+-]+))(, |\}}$)")
_STRING = re.compile(_QUOTED)
# What would end the metadata or begin a title in the eyes of Argdown's lexer, and what YAML
# or JavaScript takes for a line end or refuses.
_ESCAPED = re.compile("={3,}|[{}\\]>\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def _string(text: str) -> str:
    import json

    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: "".join(f"\\u{ord(c):04x}" for c in found.group()), quoted)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, Mapping):
        inner = (f"{_key(key)}: {_value(each)}" for key, each in value.items())
        return f"{{{', '.join(inner)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(each) for each in value)}]"
    return _string("" if value is None else str(value))


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", key) else _string(key)


def data_text(data: Mapping[str, Any]) -> str:
    """Write metadata on one line, with the space before it; empty where there is none."""
    if not data:
        return ""
    return " {" + ", ".join(f"{_key(key)}: {_value(data[key])}" for key in data) + "}"


def front_text(data: Mapping[str, Any]) -> str:
    """Write front matter, one key a line; a mapping in it goes one level in."""
    lines = ["==="]
    for key, value in data.items():
        if isinstance(value, Mapping):
            lines.append(f"{_key(key)}:")
            lines += [f"    {_key(inner)}: {_value(each)}" for inner, each in value.items()]
        else:
            lines.append(f"{_key(key)}: {_value(value)}")
    return "\n".join([*lines, "===", "", ""])


def read_data(text: str, line: int, faults: list[Fault]) -> dict[str, Any]:
    """Read metadata with its braces, or front matter without; what cannot be is a fault.

    Scalars are text. Braces with a line end behind the first hold YAML in blocks.
    """
    fast = _fast(text)
    if fast is not None:
        return fast
    from argmap.formats.safe.yaml import read_yaml

    if re.match(r"\{[ \t]*\n", text):
        text = text[1:-1]
    try:
        data, _ = read_yaml(Source("data", text.encode("utf-8", "replace"), work="data"))
    except Unreadable as error:
        place = Position(line + error.place.start.line - 1, 1)
        message = f"the metadata cannot be read: {error}"
        faults.append(Fault("bad-data", Range(place, place), message, "write it as YAML"))
        return {}
    if data is not None and not isinstance(data, dict):
        place = Position(line, 1)
        hint = "write it as {key: value}"
        faults.append(Fault("bad-data", Range(place, place), "the metadata has no keys", hint))
        return {}
    return data or {}


def _fast(text: str) -> dict[str, Any] | None:
    """Read what :func:`data_text` writes, which YAML would take many times as long for."""
    import json

    if not text.startswith("{"):
        return None
    found: dict[str, Any] = {}
    at = 1
    try:
        while (pair := _PAIR.match(text, at)) is not None:
            key, string, several, bare, end = pair.groups()
            if string is not None:
                found[key] = json.loads(string)
            elif several is not None:
                found[key] = [json.loads(each) for each in _STRING.findall(several)]
            else:
                found[key] = bare
            at = pair.end()
            if end != ", ":
                return found
    except ValueError:
        return None
    return None
