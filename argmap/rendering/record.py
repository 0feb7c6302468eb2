"""Which box and which line of a picture is which, for whoever shows it, as the page does.

A published SVG names its boxes and the lines that are a link's only ones: all that a reader of the
file needs. What goes with what in a browser is more: every line, and what stands at its ends. A
:class:`Record` gathers that while DOT is written, and has every line named after its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

__all__ = ["Line", "Record", "note_box", "recording", "stroke_id"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two boxes, by their names in the DOT, that belongs to a link, by its key."""

    tail: str
    head: str
    link: str


@dataclass(slots=True)
class Record:
    """What was drawn: statements by the names of their boxes, and lines by the ids of theirs."""

    boxes: dict[str, str] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)

    def ends(self, line: Line) -> tuple[str, ...]:
        """Return the keys of the statements at the ends of a line: none, one or two."""
        return tuple(self.boxes[name] for name in (line.tail, line.head) if name in self.boxes)


_RECORD: ContextVar[Record | None] = ContextVar("record", default=None)


@contextmanager
def recording() -> Iterator[Record]:
    """Record what is drawn in this block, in this thread."""
    record = Record()
    token = _RECORD.set(record)
    try:
        yield record
    finally:
        _RECORD.reset(token)


def note_box(name: str, key: str) -> None:
    """Record, where that is asked for, that a box is a statement's."""
    record = _RECORD.get()
    if record is not None:
        record.boxes[name] = key


def stroke_id(line: Line, id_: str) -> str:
    """Return the id of a line in the SVG: its own, where one is recorded, or ``id_``."""
    record = _RECORD.get()
    if record is None:
        return id_
    name = f"line-{len(record.lines)}"
    record.lines[name] = line
    return name
