"""Truncated and mutated files of every format that is read: findings or one clear line, always.

``ARGMAP_FUZZ=2000`` tries as many mutations of each format instead of fifty.
"""

from __future__ import annotations

import os
import random
from contextlib import suppress
from pathlib import Path

import pytest

from argmap.formats.interface import Source, Unreadable
from argmap.formats.registry import OURS, formats, read_source, recognise
from argmap.graph import ArgumentGraph
from tests.formats.graphs import sample

MANY = int(os.environ.get("ARGMAP_FUZZ", "50"))
SAMPLES = Path(__file__).parent / "samples"
READ = [name for name in OURS if formats().by_name[name].read is not None]
PIECES = [
    *(
        b"",
        b"\0",
        b"\xff",
        b"\xed\xa0\x80",
        b"\n",
        b'"',
        b"'",
        b"{",
        b"}",
        b"[",
        b"]",
        b"<",
        b"&",
        b"\\",
        b":",
    ),
    *(
        b"null",
        b"-1",
        b"1e999",
        b"true",
        b'""',
        b"[]",
        b"{}",
        b"\xef\xbb\xbf",
        b"\\ud800",
        b"9" * 5000,
        b"[" * 500,
    ),
]


def examples(name: str) -> list[Source]:
    """What there is of a format: the files in its folder of samples, and the sample written."""
    format_ = formats().by_name[name]
    found: list[Source] = []
    folder = SAMPLES / name
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.suffix not in format_.companions:
            others = {s: file.with_suffix(s) for s in format_.companions}
            beside = {
                suffix: path.read_bytes() for suffix, path in others.items() if path.is_file()
            }
            found.append(Source(file.name, file.read_bytes(), beside))
    if format_.write is not None:
        main, *rest = format_.write(sample()).files
        others = {each.suffix: each.data for each in rest}
        found.append(Source(f"x{main.suffix}", main.data, others))
    return found


def mutated(data: bytes, chance: random.Random) -> bytes:
    at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    end = min(end, at + chance.choice((1, 3, 40)))
    kind = chance.randrange(4)
    if kind == 0:
        return data[:at]
    if kind == 1:
        return data[:at] + chance.choice(PIECES) + data[end:]
    if kind == 2:
        return data[:end] + data[at:]
    swapped = bytearray(data)
    for _ in range(3):
        swapped[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(swapped)


def test_every_format_that_is_read_has_an_example() -> None:
    assert [name for name in READ if not examples(name)] == []


@pytest.mark.parametrize("name", READ)
def test_whatever_becomes_of_a_file_it_is_read_or_refused_in_one_line(name: str) -> None:
    format_ = formats().by_name[name]
    chance = random.Random(name)
    sources = examples(name)
    whole = [read_source(source, format_)[1] for source in sources]
    assert all(reading.essays for reading in whole), whole
    for number in range(MANY):
        source = sources[number % len(sources)]
        data = mutated(source.data, chance)
        beside = dict(source.beside)
        if beside and chance.random() < 0.3:
            suffix = chance.choice(sorted(beside))
            beside[suffix] = mutated(beside[suffix], chance)
        with suppress(Unreadable):
            recognise(Source("x", data, work="x"))
        _, reading = read_source(Source(source.name, data, beside), format_)
        assert reading.essays or reading.faults
        for fault in reading.faults:
            assert "\n" not in fault.message
            assert len(fault.message) < 1000
            assert fault.range.start.line >= 1
            assert fault.range.start.column >= 1
        graph: ArgumentGraph = reading.graph()
        assert all(link.target in graph for link in graph.links.values())


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 99, b"\xff\xfe", b"[" * 99_999, b"{}", b"[]", b"null", b"<a/>", b"a: &a [*a]"],
)
def test_what_is_nothing_of_the_format_is_read_or_refused(name: str, data: bytes) -> None:
    _, reading = read_source(Source("x", data), formats().by_name[name])
    assert reading.essays or reading.faults


@pytest.mark.parametrize("name", [name for name in OURS if formats().by_name[name].write])
def test_what_is_written_is_the_same_every_time(name: str) -> None:
    write = formats().by_name[name].write
    assert write is not None
    once, again = write(sample()), write(sample())
    assert once == again
    assert all(file.data.endswith(b"\n") and b"\r" not in file.data for file in once.files)
    write(ArgumentGraph.build([]))
