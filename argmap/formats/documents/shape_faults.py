"""What pydantic found wrong with a document, said in one line: the place, and what is expected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from argmap.formats.json_text import path, quoted
from argmap.nearest import nearest

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "an object",
    "model_type": "an object",
    "model_attributes_type": "an object",
}


def first_fault(error: ValidationError, shape: type[BaseModel]) -> str:
    """Say the first fault; an unknown key before all, as it may be why another is missing."""
    faults = error.errors(include_url=False)
    unknown = [fault for fault in faults if fault["type"] == "extra_forbidden"]
    fault = (unknown or faults)[0]
    place = fault["loc"]
    if unknown:
        return f"{path(place[:-1])}: {_unknown(str(place[-1]), _keys_at(shape, place[:-1]))}"
    return f"{path(place)}: {_wrong(fault)}"


def _wrong(fault: ErrorDetails) -> str:
    kind, given = fault["type"], fault["input"]
    context: dict[str, Any] = fault.get("ctx", {})
    if kind == "missing":
        return "it is missing"
    if kind in _EXPECTED:
        return f"it should be {_EXPECTED[kind]}, not {_kind_of(given)}"
    if kind in ("enum", "literal_error"):
        words = str(context.get("expected", ""))
        near = (
            nearest(given, words.replace("'", "").replace(" or ", ", ").split(", "))
            if isinstance(given, str)
            else None
        )
        hint = f"; did you mean {near!r}?" if near else ""
        return f"it should be {words}, not {quoted(given)}{hint}"
    message = fault["msg"].removeprefix("Value error, ").removeprefix("Input ")
    return f"{message[:1].lower()}{message[1:]}".replace("\n", " ")


def _unknown(key: str, keys: list[str]) -> str:
    near = nearest(key, keys)
    hint = f"did you mean {near!r}?" if near else f"there are {', '.join(keys)}"
    return f"the key {quoted(key)} is unknown; {hint}"


def _kind_of(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    for kind, name in ((str, "text"), (int, "a number"), (float, "a number"), (list, "a list")):
        if isinstance(value, kind):
            return name
    return "an object"


def _keys_at(shape: type[BaseModel], place: tuple[int | str, ...]) -> list[str]:
    """Find the keys of the shape at a place in a document of shape ``shape``."""
    from pydantic import BaseModel

    for step in place:
        if isinstance(step, int):
            continue
        field = next(
            (f for name, f in shape.model_fields.items() if (f.alias or name) == step), None
        )
        if field is None:
            break
        inner = [field.annotation]
        while inner:
            kind = inner.pop()
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                shape = kind
                break
            inner.extend(get_args(kind))
    return [field.alias or name for name, field in shape.model_fields.items()]
