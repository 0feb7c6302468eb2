"""Loading and dumping graphs by path: what the public functions of these names do."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.formats.interface import Fault, Loss, Output, Reading
from argmap.sources import not_markdown

if TYPE_CHECKING:
    from argmap.formats.inputs import Input
    from argmap.graph import ArgumentGraph
    from argmap.model import Essay

__all__ = ["Data", "data_paths", "dump", "load", "read_data"]


@dataclass(frozen=True, slots=True)
class Data:
    """What was read from files that are not Markdown: the files, and a reading of each."""

    inputs: tuple[Input, ...]
    readings: tuple[Reading, ...]

    @property
    def essays(self) -> tuple[Essay, ...]:
        """The essays of all files."""
        return tuple(essay for reading in self.readings for essay in reading.essays)

    @property
    def faults(self) -> tuple[tuple[str, Fault], ...]:
        """What could not be read, each with the name of its file."""
        pairs = zip(self.inputs, self.readings, strict=True)
        return tuple((each.name, fault) for each, reading in pairs for fault in reading.faults)


def data_paths(paths: Sequence[str]) -> list[str]:
    """Return the paths that hold data and not Markdown.

    They are folders without any Markdown but with other files that may be read, and files that a
    format knows by their suffix or by what they hold; any other file is taken for an essay.
    """
    return [path for path in not_markdown(paths) if _is_data(Path(path))]


def _is_data(path: Path) -> bool:
    from argmap.formats.inputs import files_below
    from argmap.formats.interface import HEAD, Source, Unreadable
    from argmap.formats.registry import SAY_NOTHING, readable_suffixes, recognise

    suffixes = readable_suffixes()
    if path.is_dir():
        names = (PurePath(name) for _, files in files_below(path) for name in files)
        return any(name.suffix.lower() in suffixes for name in names)
    if path.suffix.lower() in suffixes - SAY_NOTHING:
        return True
    try:
        with path.open("rb") as file:
            return recognise(Source(path.name, file.read(HEAD))).name != "markdown"
    except (OSError, Unreadable):  # whoever reads it says why
        return False


def read_data(paths: Sequence[str], default_lang: str) -> Data:
    """Read files of any format, and folders of them; linear in their size.

    Raises :class:`ArgmapError` for a path that is not there, and where nothing can be read in a
    file that was named, or in any of a folder.
    """
    from argmap.formats.inputs import find_inputs, source_of
    from argmap.formats.registry import read_source

    inputs: list[Input] = []
    readings: list[Reading] = []
    for given in find_inputs(paths, None, ""):
        format_, reading = read_source(source_of(given, default_lang, None))
        if format_ is None and given.found:
            continue  # a folder may hold anything
        if not reading.essays and not given.found and reading.faults:
            fault = reading.faults[0]
            hint = f": {fault.hint}" if fault.hint else ""
            raise ArgmapError(f"{given.name}:{fault.range.start}: {fault.message}{hint}")
        inputs.append(given)
        readings.append(reading)
    if not any(reading.essays for reading in readings):
        raise ArgmapError(f"no file of a format that argmap reads in {', '.join(paths)}")
    return Data(tuple(inputs), tuple(readings))


def load(paths: Sequence[str], default_lang: str) -> ArgumentGraph:
    """Read files and folders of any format into one graph; see :func:`argmap.load`."""
    from argmap.config import Config
    from argmap.graph import ArgumentGraph
    from argmap.project import load_project

    foreign = data_paths(paths)
    essays: tuple[Essay, ...] = ()
    if len(foreign) < len(paths) or not paths:
        own = [path for path in paths if path not in foreign]
        config = Config(root=Path(), default_lang=default_lang)
        essays = load_project(own, config, around=False).essays
    if not foreign:
        return ArgumentGraph.build(essays, default_lang=default_lang)
    from argmap.formats.joining import joined

    data = read_data(foreign, default_lang)
    for given, reading in zip(data.inputs, data.readings, strict=True):
        if reading.faults:
            fault = reading.faults[0]
            more = len(reading.faults) - 1
            others = f" (and {more} more: argmap convert tells them all)" if more else ""
            told = f"{given.name}:{fault.range.start}: {fault.message}{others}"
            warnings.warn(told, UserWarning, stacklevel=3)
    return joined([Reading(essays), *data.readings], default_lang)


def dump(graph: ArgumentGraph, path: str, format_name: str) -> tuple[Loss, ...]:
    """Write a graph to a file or folder; see :func:`argmap.dump`."""
    from argmap.formats.inputs import Input
    from argmap.formats.registry import find_format, format_to_write, write_graph
    from argmap.formats.sink import Sink, stems
    from argmap.writing import write_file

    format_ = find_format(format_name, reading=False) if format_name else format_to_write(path)
    written = write_graph(graph, format_)
    folder = path.endswith(("/", os.sep)) or Path(path).is_dir()
    work = graph.essays[0].id if graph.essays else "empty"
    name = stems((Output("", b"", work),))[work]
    one = Input(name, None, PurePath(name), 0)
    for file, content in Sink(Path(path), folder=folder, inputs=(one,)).files(0, written):
        write_file(file, content)
    return written.losses
