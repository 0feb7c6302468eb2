"""The YAML at the head of an essay: who wrote it, which work and edition it is.

Only the keys named here are ours; a publishing tool's own (``format``, ``bibliography``…) pass. Each
finding stands at its key or value, which is why the nodes of the YAML are read here one by one:
pydantic knows no lines, and would cost a third of a second on the way to every check. All scalars
are read as the text they are (``2024`` and ``no`` included), aliases are refused where they count,
and nothing is built from tags, so no YAML can run, or grow beyond what was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.syntax.attributes import id_slip
from argmap.syntax.faults import Fault
from argmap.syntax.places import Position, Range

if TYPE_CHECKING:
    import yaml

KEYS = ("id", "lang", "title", "author", "stance", "date", "original")

RULE = "bad-front-matter"
_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?")
_MAX_DEPTH = 20


@dataclass(slots=True)
class FrontMatter:
    """What the head of an essay says; absent keys are empty. ``places`` maps each key to its value."""

    values: dict[str, str] = field(default_factory=dict)
    original: Mapping[str, Any] | None = None
    places: dict[str, Range] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fail(self, place: Range, message: str, hint: str = "") -> None:
        """Note a fault."""
        self.faults.append(Fault(RULE, place, message, hint))


def is_date(text: str) -> bool:
    """Tell whether ``text`` is a date in ISO 8601, of any precision from a year to a second."""
    if not _DATE.fullmatch(text):
        return False
    from datetime import date, datetime

    try:
        if "T" in text:
            datetime.fromisoformat(text)
        else:
            date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def read_front_matter(text: str, first_line: int) -> FrontMatter:
    """Read the YAML between the two ``---``, which begins on ``first_line``; never raises for it."""
    import yaml

    found = FrontMatter()
    head = _lines(first_line, first_line + text.rstrip("\n").count("\n"))
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = head if mark is None else _point(mark.line, mark.column, first_line)
        problem = " ".join(str(error.problem or error.context or "it cannot be read").split())
        found.fail(place, f"the front matter is not YAML: {problem}", "write one key: value a line")
        return found
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        why = "it nests too deep" if isinstance(error, RecursionError) else _first_line(error)
        found.fail(head, f"the front matter cannot be read: {why}", "write one key: value a line")
        return found
    if node is None:
        return found
    if not isinstance(node, yaml.MappingNode):
        what = "a list" if isinstance(node, yaml.SequenceNode) else "a single value"
        place = _range(node, first_line)
        found.fail(
            place, f"the front matter is {what}", "write one key: value a line, as id: my-essay"
        )
        return found
    for key_node, value_node in node.value:
        _read_key(found, key_node, value_node, first_line)
    _suggest_keys(found, [key for key, _ in node.value], first_line)
    return found


def _read_key(found: FrontMatter, key_node: yaml.Node, value: yaml.Node, first_line: int) -> None:
    import yaml

    key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
    if key not in KEYS:
        return
    place = _range(value, first_line)
    if key in found.places:
        found.fail(_range(key_node, first_line), f"the front matter gives {key} twice", "keep one")
        return
    found.places[key] = place
    if key == "original":
        if isinstance(value, yaml.MappingNode):
            found.original = _plain(value, found, first_line, set(), 0)
        else:
            hint = "write its title, publisher, date or url below it, each on an indented line"
            found.fail(place, "original is not a mapping", hint)
        return
    if not isinstance(value, yaml.ScalarNode):
        found.fail(place, f"{key} is not a single value", f"write {key}: and one value")
        return
    text = " ".join(str(value.value).split())
    if not text:
        found.fail(place, f"{key} is empty", f"give {key} a value, or leave the line out")
    elif key == "id" and (slip := id_slip(text, 0, len(text))) is not None:
        found.fail(place, f"as a work's id, {slip.message}", slip.hint)
    elif key == "lang" and not _LANG.fullmatch(text):
        found.fail(place, f"lang is {text!r}", "write a language tag, as en, ko or zh-Hant")
    elif key == "date" and not is_date(text):
        hint = "write it as 2024, 2024-09 or 2024-09-16"
        found.fail(place, f"the date {text!r} is not a date in ISO 8601", hint)
    else:
        found.values[key] = text


def _suggest_keys(found: FrontMatter, keys: list[yaml.Node], first_line: int) -> None:
    """A misspelt key is one near to a key of ours that is not there."""
    from difflib import get_close_matches

    for node in keys:
        name = node.value if isinstance(node.value, str) else ""
        if not name or name in KEYS:
            continue
        missing = [key for key in KEYS if key not in found.places and len(key) > 2]
        if near := get_close_matches(name.lower(), missing, 1, 0.8):
            place = _range(node, first_line)
            found.fail(place, f"the front matter has no key {name!r}", f"write {near[0]}")


def _plain(node: yaml.Node, found: FrontMatter, first_line: int, seen: set[int], depth: int) -> Any:
    """Turn a node into plain data; what repeats by alias, or nests too deep, is refused."""
    import yaml

    if id(node) in seen or depth > _MAX_DEPTH:
        why = "uses an alias" if id(node) in seen else "nests too deep"
        found.fail(_range(node, first_line), f"the front matter {why}", "write the value out")
        return None
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return {
            str(key.value): _plain(value, found, first_line, seen, depth + 1)
            for key, value in node.value
        }
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value, found, first_line, seen, depth + 1) for value in node.value]
    return str(node.value)


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]


def _lines(first: int, last: int) -> Range:
    return Range(Position(first, 1), Position(max(first, last), 1))


def _point(line: int, column: int, first_line: int) -> Range:
    at = Position(first_line + line, column + 1)
    return Range(at, at)


def _range(node: yaml.Node, first_line: int) -> Range:
    start, end = node.start_mark, node.end_mark
    if start is None or end is None:
        return _lines(first_line, first_line)
    return Range(
        Position(first_line + start.line, start.column + 1),
        Position(first_line + end.line, end.column + 1),
    )
