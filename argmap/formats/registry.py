"""The formats there are: our own by a table, those of others by entry points.

Which one a file is in is told by what it holds, then by its suffix.

A package of another's adds a format by an entry point of the group ``argmap.formats`` that leads
to a :class:`~argmap.formats.interface.Format`. None of this is loaded by ``argmap check``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from argmap.errors import ArgmapError
from argmap.formats.interface import (
    NO,
    Fault,
    Format,
    Head,
    Loss,
    Reading,
    Source,
    Unreadable,
    Written,
)
from argmap.formats.safe.decoding import MOST_BYTES
from argmap.syntax.places import START

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = [
    "GROUP",
    "OURS",
    "Formats",
    "find_format",
    "format_to_write",
    "formats",
    "read_source",
    "readable_suffixes",
    "recognise",
    "write_graph",
]

GROUP = "argmap.formats"
"""The group of entry points by which other packages add formats."""

OURS: Mapping[str, str] = {
    "markdown": "argmap.formats.markdown",
    "json": "argmap.formats.json_format",
    "aif": "argmap.formats.aif",
    "xaif": "argmap.formats.xaif",
    "sadface": "argmap.formats.sadface",
    "argdown": "argmap.formats.argdown",
    "microtexts": "argmap.formats.microtexts",
    "kialo": "argmap.formats.kialo",
    "carneades": "argmap.formats.carneades",
    "brat": "argmap.formats.brat",
    "web-annotation": "argmap.formats.web_annotation",
    "apx": "argmap.formats.frameworks.apx",
    "tgf": "argmap.formats.frameworks.tgf",
    "p-af": "argmap.formats.frameworks.p_af",
    "csv": "argmap.formats.csv_edges",
    "graphml": "argmap.formats.graphml",
    "mermaid": "argmap.formats.mermaid",
    "dot": "argmap.formats.dot_format",
}
"""Our own formats: the module, whose ``FORMAT`` it is, by name. Of equals, the first is taken."""


class Formats(NamedTuple):
    """All formats by name, and a line for each of another package that cannot be used."""

    by_name: Mapping[str, Format]
    unusable: tuple[str, ...]


@cache
def formats() -> Formats:
    """Load all formats, our own first, then those of others by name."""
    ours = {name: import_module(module).FORMAT for name, module in OURS.items()}
    others, unusable = _of_others(ours)
    return Formats({**ours, **others}, unusable)


def _of_others(ours: Mapping[str, Format]) -> tuple[dict[str, Format], tuple[str, ...]]:
    """Load the formats of other packages; one that fails must not take the others down."""
    from importlib.metadata import entry_points

    found: dict[str, Format] = {}
    unusable: list[str] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        try:
            format_ = point.load()
        except Exception as error:  # whatever the code of others may raise
            why = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        else:
            if not isinstance(format_, Format):
                why = f"{point.value} is no argmap.formats.interface.Format"
            elif format_.name in ours or format_.name in found:
                why = f"there is a format {format_.name!r} already"
            else:
                found[format_.name] = format_
                continue
        package = point.dist.name if point.dist is not None else "an unknown package"
        unusable.append(f"the format {point.name!r} of {package} cannot be used: {why}")
    return found, tuple(unusable)


def find_format(name: str, *, reading: bool) -> Format:
    """Return a format by its name, or by a suffix as ``.json`` where it is asked to be written.

    Raises :class:`ArgmapError` for one that is not there, or goes only the other way.
    """
    known = formats().by_name
    format_ = known.get(name)
    if format_ is None:
        from argmap.nearest import nearest

        near = nearest(name, known)
        way_out = f"did you mean {near}?" if near else f"there are {', '.join(known)}"
        broken = "".join(f"; {line}" for line in formats().unusable)
        raise ArgmapError(f"there is no format {name!r}; {way_out}{broken}")
    if (format_.read if reading else format_.write) is None:
        does, others = ("read", "write") if reading else ("write", "read")
        able = ", ".join(_able(reading))
        raise ArgmapError(f"argmap cannot {does} {name}, only {others} it; it can {does} {able}")
    return format_


def _able(reading: bool) -> list[str]:
    return [f.name for f in formats().by_name.values() if (f.read if reading else f.write)]


def format_to_write(name: str) -> Format:
    """Return the format that a file's name asks for by its suffix.

    Raises :class:`ArgmapError` where no format has the suffix, or several have it.
    """
    suffix = PurePath(name).suffix.lower()
    writable = [f for f in formats().by_name.values() if f.write is not None]
    found = [f for f in writable if suffix and suffix in f.suffixes]
    # The suffix by which a format is known first goes before one that it has beside others.
    found = [f for f in found if f.suffixes[0] == suffix] or found
    if suffix == ".json":
        found = [f for f in found if f.name == "json"] or found
    if len(found) == 1:
        return found[0]
    what = f"the suffix {suffix!r}" if suffix else "a file without a suffix"
    if found:
        several = " or ".join(f"--to {f.name}" for f in found)
        raise ArgmapError(f"several formats have {what}: say {several}")
    choices = ", ".join(f.name for f in writable)
    raise ArgmapError(f"no format is written to {what}: say --to and one of {choices}")


def write_graph(graph: ArgumentGraph, format_: Format) -> Written:
    """Write a graph in a format; references that lead nowhere are counted among what is lost.

    Raises :class:`ArgmapError` where a format of another package fails.
    """
    assert format_.write is not None
    try:
        written = format_.write(graph)
    except ArgmapError:
        raise
    except Exception as error:  # the code of others
        if format_.name in OURS:
            raise
        why = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        raise ArgmapError(f"the format {format_.name} failed to write ({why})") from None
    nowhere = [problem for problem in graph.problems if problem.role != "on"]
    if not nowhere:
        return written
    first = nowhere[0]
    lost = Loss("references that lead nowhere", len(nowhere), f"{first.role}={first.reference}")
    return replace(written, losses=(*written.losses, lost))


def readable_suffixes() -> frozenset[str]:
    """Return the suffixes by which files of a readable format are known in a folder."""
    return frozenset(
        suffix for f in formats().by_name.values() if f.read is not None for suffix in f.suffixes
    )


SAY_NOTHING = frozenset({".txt"})
"""Suffixes that files of no format have as well: what they hold must tell."""


def recognise(source: Source) -> Format:
    """Tell the format of a file by its beginning, then by its suffix.

    Raises :class:`Unreadable` where no format knows it.
    """
    suffix = PurePath(source.name).suffix.lower()
    head = Head(source.data, suffix)
    readable = [f for f in formats().by_name.values() if f.read is not None]
    sure = [(_sure(f, head), suffix in f.suffixes, f) for f in readable]
    if any(certainty > NO for certainty, _, _ in sure):
        return max(sure, key=lambda judged: judged[:2])[2]
    named = [f for f in readable if suffix in f.suffixes and suffix not in SAY_NOTHING]
    if len(named) == 1:
        return named[0]
    hint = "say " + (" or ".join(f"--from {f.name}" for f in named) or "--from and its format")
    raise Unreadable("no format is known by what it holds", hint=hint)


def _sure(format_: Format, head: Head) -> int:
    if format_.sniff is None:
        return NO
    try:
        return format_.sniff(head)
    except Exception:  # a format of others that stumbles does not know the file
        if format_.name in OURS:
            raise
        return NO


def read_source(source: Source, format_: Format | None = None) -> tuple[Format | None, Reading]:
    """Read a file in a format, or in the one that it is found to be in.

    What cannot be read at all is a fault, and the reading holds no essays; the format is None where
    none knows the file.
    """
    try:
        if len(source.data) > MOST_BYTES:
            most = MOST_BYTES // 1024 // 1024
            raise Unreadable(f"it is larger than {most} MiB", hint="split it")
        if format_ is None:
            format_ = recognise(source)
        assert format_.read is not None
        return format_, format_.read(source)
    except Unreadable as error:
        fault = Fault("unreadable", error.place, str(error), error.hint)
    except ArgmapError as error:
        fault = Fault("unreadable", START, str(error))
    except Exception as error:  # the code of others must not take everything down
        if format_ is None or format_.name in OURS:
            raise
        why = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        fault = Fault("unreadable", START, f"the format {format_.name} failed on it ({why})")
    return format_, Reading((), faults=(fault,))
