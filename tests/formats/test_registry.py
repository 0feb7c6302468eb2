"""Formats are found by content and suffix, and those of other packages by entry points."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import argmap
from argmap.cli import run
from argmap.errors import ArgmapError
from argmap.formats import registry
from argmap.formats.interface import Format, Source, Unreadable
from argmap.formats.registry import find_format, formats, read_source, recognise
from tests.formats.graphs import sample

PLUGIN = '''\
"""Lines of text, one claim each: a format of somebody else's."""
from argmap.formats.building_essays import Node, essay_from
from argmap.formats.interface import CERTAIN, NO, Format, Losses, Output, Written


def read(source):
    lines = source.data.decode("utf-8", "replace").splitlines()[1:]
    if "crash" in lines:
        raise KeyError("crash")
    return essay_from(source, "lines", (Node(n, line) for n, line in enumerate(lines)), ())


def write(graph):
    losses = Losses()
    for link in graph.links.values():
        losses.add("links", link.key)
    text = "\\n".join(["LINES", *(each.text for each in graph.statements.values())])
    return Written((Output(".lines", text.encode()),), losses.found())


def sniff(head):
    return CERTAIN if head.text.startswith("LINES") else NO


FORMAT = Format("lines", "lines of text", (".lines",), read, write, sniff)
'''
POINTS = """\
[argmap.formats]
lines = sample_lines:FORMAT
broken = sample_lines:NOWHERE
absent = no_such_package.at_all:FORMAT
wrong = sample_lines:PLUGIN_NAME
json = sample_lines:FORMAT
"""


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package with entry points, on the path of modules."""
    site = tmp_path / "site"
    (site / "sample_lines-1.0.dist-info").mkdir(parents=True)
    (site / "sample_lines-1.0.dist-info" / "METADATA").write_text(
        "Name: sample-lines\nVersion: 1.0\n"
    )
    (site / "sample_lines-1.0.dist-info" / "entry_points.txt").write_text(POINTS)
    (site / "sample_lines.py").write_text(PLUGIN + 'PLUGIN_NAME = "lines"\n')
    monkeypatch.syspath_prepend(str(site))
    formats.cache_clear()
    yield tmp_path
    formats.cache_clear()
    sys.modules.pop("sample_lines", None)


def test_a_format_of_another_package_is_read_and_written(
    plugin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert formats().by_name["lines"].title == "lines of text"
    (plugin / "a.txt").write_text("LINES\nOne\nTwo\n")
    graph = argmap.load(plugin / "a.txt")
    assert [each.text for each in graph.statements.values()] == ["One", "Two"]
    (loss,) = argmap.dump(sample(), plugin / "b.lines")
    assert (loss.kind, loss.count) == ("links", len(sample().links))
    assert run(["convert", str(plugin / "b.lines"), "-o", str(plugin / "c.md")]) == 0
    assert "[Tea cools]{#tea-cools .claim}" in (plugin / "c.md").read_text("utf-8")
    told = capsys.readouterr().err
    assert "the format 'broken' of sample-lines cannot be used: AttributeError" in told
    assert "the format 'absent' of sample-lines cannot be used: ModuleNotFoundError" in told
    assert (
        "the format 'wrong' of sample-lines cannot be used: sample_lines:PLUGIN_NAME is no" in told
    )
    assert (
        "the format 'lines' of sample-lines cannot be used: there is a format 'lines' already"
        in told
    )


def test_a_format_of_another_package_that_crashes_is_one_clear_line(plugin: Path) -> None:
    (plugin / "a.lines").write_text("LINES\ncrash\n")
    with pytest.raises(
        ArgmapError, match=r"a\.lines:1:1: the format lines failed on it \(KeyError: 'crash'\)"
    ):
        argmap.load(plugin / "a.lines")


def test_our_formats_hold_what_the_table_promises() -> None:
    for name in registry.OURS:
        format_ = formats().by_name[name]
        assert isinstance(format_, Format)
        assert format_.name == name
        assert format_.title
        assert all(
            suffix.startswith(".") and suffix == suffix.lower() for suffix in format_.suffixes
        )
        assert format_.read or format_.write
        assert format_.read is None or format_.read.__doc__
        assert format_.write is None or format_.write.__doc__


@pytest.mark.parametrize(
    ("name", "data", "format_"),
    [
        ("x.md", b"", "markdown"),
        ("x.json", b"# [A]{#a .claim}", "markdown"),
        ("x.md", b'{"argmap": 1, "essays": [], "links": []}', "json"),
        ("x", b'\xef\xbb\xbf {"essays": [{"a": ["]"]}], "argmap": 1}', "json"),
    ],
)
def test_content_tells_before_the_suffix(name: str, data: bytes, format_: str) -> None:
    assert recognise(Source(name, data)).name == format_


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"{}", b"<", b"[" * 100_000, b"\0" * 100])
def test_what_no_format_knows_is_said(data: bytes) -> None:
    with pytest.raises(Unreadable, match="no format is known by what it holds"):
        recognise(Source("x.unknown", data))
    format_, reading = read_source(Source("x.unknown", data))
    assert format_ is None
    assert [fault.rule for fault in reading.faults] == ["unreadable"]


@pytest.mark.parametrize(
    ("name", "reading", "message"),
    [
        ("jsn", True, "there is no format 'jsn'; did you mean json"),
        ("csv", True, "argmap cannot read csv, only write it; it can read markdown, json"),
    ],
)
def test_a_format_that_is_not_there_is_named(name: str, reading: bool, message: str) -> None:
    with pytest.raises(ArgmapError, match=message):
        find_format(name, reading=reading)


def test_a_file_larger_than_is_read_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "MOST_BYTES", 10)
    _, reading = read_source(Source("x.json", b"[" * 11))
    assert reading.faults[0].message.startswith("it is larger than")
