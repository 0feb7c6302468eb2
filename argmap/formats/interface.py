"""The interface of a format: what is read and written, and what is said about it.

A format is a :class:`Format`, a record of functions; :mod:`argmap.formats.registry` finds those
there are. Reading takes a :class:`Source` and gives a :class:`Reading`; writing takes a graph and
gives :class:`Written`. Neither touches files: who calls them chooses every path.

Data comes from anywhere. What is wrong in it is a :class:`~argmap.model.Fault` at its place, and
the rest is read all the same; data that is nothing of the format at all raises :class:`Unreadable`.
What one side has and the other cannot hold is a :class:`Loss`, never silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.model import Essay, Fault, Link, Range
from argmap.syntax.places import START

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = [
    "CERTAIN",
    "LIKELY",
    "NO",
    "POSSIBLE",
    "Fault",
    "Format",
    "Head",
    "Loss",
    "Losses",
    "Output",
    "Reading",
    "Source",
    "Unreadable",
    "Written",
]

NO, POSSIBLE, LIKELY, CERTAIN = 0, 20, 60, 100
"""How sure a format is, by its beginning, that a file is one of its own."""

HEAD = 65_536
"""Bytes of a file that are looked at to tell its format."""

_NOTHING: Mapping[str, bytes] = MappingProxyType({})


class Unreadable(ArgmapError):  # noqa: N818  (a verdict on the data)
    """Data that is nothing of the format at all; the message is one line, and names no file."""

    def __init__(self, message: str, place: Range = START, hint: str = "") -> None:
        super().__init__(message)
        self.place = place
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read.

    ``name`` is what findings call it, a path with slashes. ``beside`` holds the files next to it
    that the format asked for in :attr:`Format.companions`, by suffix, where they are there.
    ``work`` is what to call the work where the data does not name it: an id, made of ``name``
    unless given, and distinct among files that are read together. ``lang`` is the language where
    the data names none. ``whole`` asks for the whole text of essays, for a format that writes it.
    """

    name: str
    data: bytes
    beside: Mapping[str, bytes] = field(default_factory=lambda: _NOTHING)
    work: str = ""
    lang: str = "en"
    whole: bool = False

    def __post_init__(self) -> None:
        if not self.work:
            from argmap.work_ids import id_from

            object.__setattr__(self, "work", id_from(self.name))


class Head:
    """The beginning of a file, for telling its format: at most 65,536 bytes, and the suffix.

    What it is asked for is worked out once, and shared by all formats that ask.
    """

    def __init__(self, data: bytes, suffix: str = "") -> None:
        self.data = data[:HEAD]
        self.suffix = suffix.lower()
        """The end of the file's name, its full stop included; empty where it has none."""

    @cached_property
    def text(self) -> str:
        """The text, without a byte order mark; what cannot be decoded stands as U+FFFD."""
        from argmap.formats.safe.decoding import lenient

        return lenient(self.data)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the outermost JSON object, as far as the head goes; none where it is none."""
        from argmap.formats.sniffing import outer_keys

        return outer_keys(self.text)

    @cached_property
    def root(self) -> str:
        """The name of the outermost XML element, without its namespace; empty where none is."""
        from argmap.formats.sniffing import root_element

        return root_element(self.text)

    def holds(self, pattern: str) -> bool:
        """Tell whether a regular expression (multi-line) is found in the text."""
        return re.search(pattern, self.text, re.MULTILINE) is not None


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that could not be carried over: what kind of thing, how often, and one of them.

    ``kind`` is a plural in plain words (``flags``, ``attacks on links``); ``example`` names one.
    """

    kind: str
    count: int
    example: str = ""


class Losses:
    """Counts what is lost while a format is read or written."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._examples: dict[str, str] = {}

    def add(self, kind: str, example: str = "", count: int = 1) -> None:
        """Note that something is lost; the first example of each kind is kept."""
        self._counts[kind] = self._counts.get(kind, 0) + count
        self._examples.setdefault(kind, example)

    def found(self) -> tuple[Loss, ...]:
        """Return what was lost, by the name of its kind."""
        return tuple(
            Loss(kind, count, self._examples[kind]) for kind, count in sorted(self._counts.items())
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one file.

    ``essays`` state their links by references, as Markdown does, and ``links`` is None; or else
    ``links`` are resolved already, with keys, as :meth:`ArgumentGraph.of_links` takes them.
    ``faults`` are what could not be read, at their places in the file; ``losses``, what was read
    and cannot be kept. Essays hold no faults of a foreign format: rules know none of them.
    """

    essays: tuple[Essay, ...]
    links: tuple[Link, ...] | None = None
    faults: tuple[Fault, ...] = ()
    losses: tuple[Loss, ...] = ()

    def graph(self, default_lang: str = "en") -> ArgumentGraph:
        """Join what was read into a graph; linear."""
        from argmap.graph import ArgumentGraph

        if self.links is None:
            return ArgumentGraph.build(self.essays, default_lang=default_lang)
        return ArgumentGraph.of_links(self.essays, self.links, default_lang=default_lang)


@dataclass(frozen=True, slots=True)
class Output:
    """One file to write.

    ``suffix`` begins with a full stop. ``stem`` tells several files of one kind apart (an essay
    each, say); it is only a wish: who writes makes a harmless name of it, distinct from others.
    Files that belong together (``.ann`` and ``.txt``) share a stem. Empty, it is the main file.
    """

    suffix: str
    data: bytes
    stem: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A graph in a format: its files, at least one, and what they do not hold."""

    files: tuple[Output, ...]
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A format of data, as functions.

    ``name`` is what ``--from`` and ``--to`` take, in lower case with hyphens; ``title`` is what
    people call it. The first of ``suffixes`` is that of a new file. ``companions`` are suffixes of
    files beside the one read that ``read`` needs too (``.txt`` for brat's ``.ann``); such a file is
    not read on its own.

    ``read`` never raises but :class:`Unreadable` (or another :class:`ArgmapError`), whatever the
    data. ``write`` gives the same bytes for the same graph. ``sniff`` says how sure it is, from
    :data:`NO` to :data:`CERTAIN`, by content alone; without it, only the suffix or ``--from`` leads
    to the format. ``whole`` says that it writes texts whole, not statements only: see
    :attr:`Source.whole`.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Callable[[Source], Reading] | None = None
    write: Callable[[ArgumentGraph], Written] | None = None
    sniff: Callable[[Head], int] | None = None
    companions: tuple[str, ...] = ()
    whole: bool = False
