"""YAML of others: mappings, lists and text, read without recursion and without aliases.

PyYAML's events are put together here. Its own composer walks deep data by recursion, and unfolds
aliases as often as they are named; its tags would choose types.
"""

from __future__ import annotations

from typing import Any

from argmap.formats.interface import Source, Unreadable
from argmap.formats.safe.decoding import text_of
from argmap.model import Fault, Position, Range

__all__ = ["DEEPEST", "LONGEST", "read_yaml"]

DEEPEST = 100
"""How many lists and mappings may stand in each other."""
LONGEST = 5_000_000
"""The longest YAML that is read, in characters: PyYAML is slow."""


def read_yaml(source: Source) -> tuple[Any, tuple[Fault, ...]]:
    """Read the first document of a YAML file; linear.

    Every scalar is text as it stands, and one that is empty and bare is None; of a key that stands
    twice, the last counts. Raises :class:`Unreadable`, at its place, for what is no YAML, uses an
    alias, nests more than 100 deep, has a list as a key or is longer than five million characters.
    """
    import yaml

    text, faults = text_of(source.data)
    if len(text) > LONGEST:
        raise Unreadable(f"it is longer than {LONGEST:,} characters of YAML", hint="split it")
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _assembled(yaml, text, loader), faults
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(str(error.problem or error.context or "it cannot be read").split())
        raise Unreadable(f"it is not YAML: {what}", _place(mark)) from None
    except yaml.reader.ReaderError as error:
        char = error.character if isinstance(error.character, int) else ord(str(error.character))
        raise Unreadable(f"it holds the character U+{char:04X}, which YAML does not") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise Unreadable(f"it is not YAML: {' '.join(str(error).split())[:120]}") from None


def _assembled(yaml: Any, text: str, loader: Any) -> Any:
    """Put the events of the first document together."""
    top: list[Any] = []
    open_: list[Any] = [top]
    keys: list[Any] = [None]  # of each open mapping, the key that waits for its value
    missing = object()

    def put(value: Any, mark: Any) -> None:
        holder = open_[-1]
        if isinstance(holder, list):
            holder.append(value)
        elif keys[-1] is missing:
            if not isinstance(value, str | None):
                raise Unreadable("a list or mapping stands as a key", _place(mark))
            keys[-1] = value or ""
        else:
            holder[keys[-1]] = value
            keys[-1] = missing

    for event in yaml.parse(text, Loader=loader):
        mark = event.start_mark
        if isinstance(event, yaml.ScalarEvent):
            bare_and_empty = event.value == "" and event.implicit[0]
            put(None if bare_and_empty else event.value, mark)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(open_) > DEEPEST:
                raise Unreadable(
                    f"its lists and mappings nest more than {DEEPEST} deep", _place(mark)
                )
            made: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            put(made, mark)
            open_.append(made)
            keys.append(missing)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            open_.pop()
            keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            hint = "write the value out where it is used"
            raise Unreadable("it uses an alias (*name), which is not read", _place(mark), hint)
        elif isinstance(event, yaml.DocumentEndEvent):
            break
    return top[0] if top else None


def _place(mark: Any) -> Range:
    place = Position(1, 1) if mark is None else Position(mark.line + 1, mark.column + 1)
    return Range(place, place)
