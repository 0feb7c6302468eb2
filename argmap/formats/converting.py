"""From files in one format to files in another: what ``argmap convert`` does.

Either all inputs are joined into one graph and written to the file that is named, or each becomes
a file of its own in a folder, side by side where there are many. Paths are made of the inputs' own
and of the output that was named, never of what the data says; an essay's id tells files apart, as
letters, digits and hyphens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from argmap.formats.inputs import Input, source_of
from argmap.formats.interface import Fault, Loss, Losses, Reading, Written
from argmap.formats.joining import joined
from argmap.formats.registry import find_format, read_source, write_graph

__all__ = ["Converted", "Input", "Request", "convert_all", "convert_each"]

_MANY = 16
"""Files from which on it may pay to start processes, if they hold as much as this in bytes too."""
_MUCH = 2_000_000

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What to do with an input: the names of formats, "" where the input tells, and a language."""

    from_: str = ""
    to: str = ""
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of one input, or of all together.

    ``skipped`` are files in a folder that no format knows. ``essays`` counts what was read.
    """

    name: str
    written: Written | None
    faults: tuple[tuple[str, Fault], ...] = ()
    losses: tuple[Loss, ...] = ()
    skipped: tuple[str, ...] = ()
    essays: int = 0


def _read(given: Input, request: Request) -> tuple[Reading, bool]:
    """Read one input; tell whether it is passed over, as no format knows it."""
    from_ = find_format(request.from_, reading=True) if request.from_ else None
    whole = bool(request.to) and find_format(request.to, reading=False).whole
    source = replace(source_of(given, request.lang, from_), whole=whole)
    format_, reading = read_source(source, from_)
    return reading, given.found and format_ is None


def convert_all(inputs: Sequence[Input], request: Request, tell: Progress | None) -> Converted:
    """Join all inputs into one graph, and write that; linear."""
    readings: list[Reading] = []
    faults: list[tuple[str, Fault]] = []
    skipped: list[str] = []
    for number, given in enumerate(inputs):
        reading, passed_over = _read(given, request)
        if passed_over:
            skipped.append(given.name)
        else:
            readings.append(reading)
            faults.extend((given.name, fault) for fault in reading.faults)
        if tell is not None:
            tell(number + 1, len(inputs))
    name = inputs[0].name if len(inputs) == 1 else "all"
    essays = sum(len(reading.essays) for reading in readings)
    losses = [loss for reading in readings for loss in reading.losses]
    if not essays:
        return Converted(name, None, tuple(faults), tuple(losses), tuple(skipped))
    readings = [reading for reading in readings if reading.essays]
    graph = joined(readings, request.lang)
    written = write_graph(graph, find_format(request.to, reading=False))
    losses.extend(written.losses)
    twice = graph.duplicate_editions
    if twice:
        example = f"{twice[0].key} of {twice[0].path}"
        losses.append(Loss("essays that stand twice", len(twice), example))
    return Converted(name, written, tuple(faults), _summed(losses), tuple(skipped), essays)


def _convert(job: tuple[Input, Request]) -> Converted:
    given, request = job
    return convert_all([given], request, None)


def convert_each(
    inputs: Sequence[Input], request: Request, jobs: int, tell: Progress | None
) -> Iterator[tuple[int, Converted]]:
    """Convert each input by itself, and yield what became of it with its number, as they end."""
    pool = None
    if len(inputs) >= _MANY and sum(given.size for given in inputs) >= _MUCH:
        from argmap.checking.pool import processes

        pool = processes(jobs)
    work = ((number, (given, request)) for number, given in enumerate(inputs))
    if pool is None:
        done = ((number, _convert(job)) for number, job in work)
        yield from _told(done, len(inputs), tell)
        return
    from argmap.checking.pool import side_by_side

    with pool() as executor:
        yield from _told(side_by_side(executor, _convert, work), len(inputs), tell)


def _told(
    done: Iterator[tuple[int, Converted]], total: int, tell: Progress | None
) -> Iterator[tuple[int, Converted]]:
    for count, each in enumerate(done, 1):
        if tell is not None:
            tell(count, total)
        yield each


def _summed(losses: Sequence[Loss]) -> tuple[Loss, ...]:
    total = Losses()
    for loss in losses:
        total.add(loss.kind, loss.example, loss.count)
    return total.found()
