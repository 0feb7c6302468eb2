"""Counting what files of any format hold, each by itself and side by side where there are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from argmap.formats.inputs import Input, find_inputs, source_of
from argmap.formats.interface import HEAD, LIKELY, NO, Fault, Format, Head, Source
from argmap.formats.joining import joined
from argmap.formats.registry import find_format, formats, read_source
from argmap.graph import ArgumentGraph
from argmap.model import Link
from argmap.statistics import DataCounts, data_counts

__all__ = ["Counted", "count_files", "holds_data"]

_MANY = 16
"""Files from which on it may pay to start processes, if they hold as much as this in bytes too."""
_MUCH = 2_000_000
_MARKDOWN = "markdown"
_OURS = (_MARKDOWN, "json")
_SHOWN = 20
"""Findings of one file that are told; they are all counted."""

Job = tuple[Input, str, str]


class Counted(NamedTuple):
    """What was counted, in the order of the files; findings by file; files without an argument."""

    files: tuple[DataCounts, ...]
    faults: tuple[tuple[str, Fault], ...]
    passed_over: tuple[str, ...]


class _One(NamedTuple):
    counts: DataCounts | None
    faults: tuple[Fault, ...]


def holds_data(paths: Sequence[str]) -> bool:
    """Tell whether files at ``paths`` hold arguments in a format of others, or no essay at all.

    In folders, only what is found to be of such a format by what it holds counts. Raises
    :class:`ArgmapError` for a path that is not there.
    """
    markdown = formats().by_name[_MARKDOWN].suffixes
    inputs = find_inputs(paths, None, "")
    foreign = [each for each in inputs if not each.name.lower().endswith(markdown)]
    if len(foreign) == len(inputs):
        return True
    return any(not each.found or _is_foreign(each) for each in foreign)


def _is_foreign(given: Input) -> bool:
    assert given.path is not None
    try:
        with given.path.open("rb") as file:
            head = Head(file.read(HEAD), given.path.suffix)
    except OSError:
        return False
    known = (f for f in formats().by_name.values() if f.name not in _OURS and f.read is not None)
    return any(_certainty(each, head) >= LIKELY for each in known)


def _certainty(format_: Format, head: Head) -> int:
    try:
        return NO if format_.sniff is None else format_.sniff(head)
    except Exception:  # a format of others that stumbles does not know the file
        return NO


def _is_known(source: Source) -> bool:
    """Tell whether some format knows a file by what it holds: a suffix such as .txt says nothing.

    A format that looks at no content knows its files by their suffix.
    """
    head = Head(source.data, PurePath(source.name).suffix)
    return any(
        _certainty(each, head) > NO or (each.sniff is None and head.suffix in each.suffixes)
        for each in formats().by_name.values()
        if each.read is not None
    )


def count_files(
    inputs: Sequence[Input],
    from_: str,
    lang: str,
    jobs: int,
    tell: Callable[[int, int], None] | None,
) -> Counted:
    """Count what each input holds; linear, but for circles where there are some.

    ``from_`` names the format, or is empty where each input tells. Essays in Markdown refer to each
    other, so they are read into one graph; other files stand alone. A file in a folder that no
    format knows is passed over, and so is Markdown without a mark.
    """
    markdown = find_format(_MARKDOWN, reading=True)
    essays = {n for n, each in enumerate(inputs) if _is_essay(each, from_, markdown.suffixes)}
    work = [(n, (each, from_, lang)) for n, each in enumerate(inputs) if n not in essays]
    ones: dict[int, _One] = {}
    for number, one in _ones(work, jobs):
        ones[number] = one
        if tell is not None:
            tell(len(ones), len(inputs))
    counts = {n: one.counts for n, one in ones.items() if one.counts is not None}
    counts |= _of_essays(inputs, sorted(essays), lang)
    faults = [(inputs[n].name, fault) for n in sorted(ones) for fault in ones[n].faults]
    skipped = [each.name for n, each in enumerate(inputs) if n not in counts]
    return Counted(tuple(counts[n] for n in sorted(counts)), tuple(faults), tuple(skipped))


def _is_essay(given: Input, from_: str, suffixes: tuple[str, ...]) -> bool:
    return from_ == _MARKDOWN or (not from_ and given.name.lower().endswith(suffixes))


def _ones(work: list[tuple[int, Job]], jobs: int) -> Iterator[tuple[int, _One]]:
    pool = None
    if len(work) >= _MANY and sum(given.size for _, (given, _, _) in work) >= _MUCH:
        from argmap.checking.pool import processes

        pool = processes(jobs)
    if pool is None:
        yield from ((number, _count(job)) for number, job in work)
        return
    from argmap.checking.pool import side_by_side

    with pool() as executor:
        yield from side_by_side(executor, _count, work)


def _count(job: Job) -> _One:
    given, name, lang = job
    format_ = find_format(name, reading=True) if name else None
    source = source_of(given, lang, format_)
    if given.found and format_ is None and not _is_known(source):
        return _One(None, ())
    format_, reading = read_source(source, format_)
    called = "unknown" if format_ is None else format_.name
    faults, findings = reading.faults[:_SHOWN], len(reading.faults)
    if not reading.essays:
        nothing = data_counts((), (), 0, given.name, called, findings, unread=True)
        return _One(nothing, faults)
    graph = reading.graph(lang)
    statements, links = graph.statements.values(), graph.links.values()
    circles = len(graph.circles())
    return _One(data_counts(statements, links, circles, given.name, called, findings), faults)


def _of_essays(inputs: Sequence[Input], numbers: Sequence[int], lang: str) -> dict[int, DataCounts]:
    """Count essays that may refer to each other, each at its own file."""
    if not numbers:
        return {}
    markdown = find_format(_MARKDOWN, reading=True)
    readings = [read_source(source_of(inputs[n], lang, markdown), markdown)[1] for n in numbers]
    graph = joined(readings, lang)
    links: dict[str, list[Link]] = {}
    for link in graph.links.values():
        links.setdefault(graph.essay_of(link.key).path, []).append(link)
    circles = Counter(_homes(graph))
    counts: dict[int, DataCounts] = {}
    for number, reading in zip(numbers, readings, strict=True):
        path = inputs[number].name
        statements = [s for essay in reading.essays for s in essay.statements]
        if inputs[number].found and reading.essays and not statements:
            continue  # a README, not an essay
        unread = not reading.essays
        own = links.get(path, ())
        counts[number] = data_counts(
            statements, own, circles[path], path, _MARKDOWN, int(unread), unread=unread
        )
    return counts


def _homes(graph: ArgumentGraph) -> Iterable[str]:
    """Yield the path of the essay in which each circle begins."""
    return (graph.essay_of(circle.keys[0]).path for circle in graph.circles())
