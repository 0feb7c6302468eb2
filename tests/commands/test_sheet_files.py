"""Sheets of an earlier run: removed where argmap wrote them so, and named where it did not."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.cli.sheets import Destination, _write_sheets, said_of_fallback
from argmap.rendering import render, several_sheets
from argmap.rendering.engine import TooLongError
from argmap.rendering.png import pixels
from argmap.sheet_files import is_ours, left_over, marked
from tests.commands.run_argmap import argmap
from tests.graph.handmade import graph
from tests.test_docs_maps import ESSAY as TEA
from tests.test_docs_maps import PAGE as MAPS


def write(output: str, *names: str) -> None:
    to = Destination(Path(output), Path(output).suffix[1:], "", "")
    _write_sheets(dict.fromkeys(names, b"<svg></svg>\n"), to, [])


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def names() -> set[str]:
    return {path.name for path in Path().iterdir()}


def test_what_an_earlier_run_left_is_removed_and_said(capsys):
    write("s.svg", "1", "2", "3", "10")
    write("other.svg", "1", "2")
    write("s.svg", "A1", "B1")
    capsys.readouterr()
    write("s.svg", "1", "2")
    assert capsys.readouterr().err.splitlines()[1:] == [
        "argmap: removed s-3.svg, s-10.svg, sheets of an earlier run"
    ]
    # Another set, and sheets of another kind, are not its own.
    assert names() == {f"s-{n}.svg" for n in ("1", "2", "A1", "B1")} | {
        "other-1.svg",
        "other-2.svg",
    }


def test_the_page_shows_what_is_said(capsys):
    write("parts.svg", *map(str, range(1, 7)))
    capsys.readouterr()
    write("parts.svg", *map(str, range(1, 5)))
    assert capsys.readouterr().err.splitlines()[1] in MAPS.splitlines()


def test_what_is_not_as_argmap_wrote_it_is_left_and_named(capsys):
    write("s.svg", *map(str, range(1, 7)))
    Path("s-2.svg").write_text(Path("s-2.svg").read_text() + " ")
    Path("s-3.svg").replace("s-9.svg")
    Path("s-4.svg").write_text("<svg/>")
    Path("target.svg").write_bytes(Path("s-5.svg").read_bytes())
    Path("s-5.svg").unlink()
    Path("s-5.svg").symlink_to("target.svg")
    Path("s-8.svg").mkdir()
    for name in (
        "s-08.svg",
        "s-x.svg",
        "s-1.svg.bak",
        "S-7.svg",
        "s-7.SVG",
        "s1.svg",
        "s-99999.svg",
    ):
        Path(name).write_text("mine")
    before = names()
    capsys.readouterr()
    write("s.svg", "1")
    said = capsys.readouterr().err.splitlines()
    assert said[1] == "argmap: removed s-6.svg, a sheet of an earlier run"
    assert said[2].startswith(
        "argmap: left s-2.svg, s-4.svg, s-9.svg, which are called as sheets of "
    )
    assert names() == before - {"s-6.svg"}


@pytest.mark.parametrize("format_", ["svg", "dot", "png"])
def test_a_marked_sheet_is_one_still(format_):
    drawn = render(graph("t claim.thesis"), format_)
    sheet = marked(drawn, format_, "s-1.x")
    assert is_ours(sheet, format_, "s-1.x")
    assert not is_ours(drawn, format_, "s-1.x")
    assert not is_ours(sheet, format_, "s-2.x")
    if format_ == "svg":
        assert ET.tostring(ET.fromstring(sheet)) == ET.tostring(ET.fromstring(drawn))
    if format_ == "png":
        parts = list(chunks(sheet))
        assert pixels(sheet) == pixels(drawn)
        assert [part for part in parts if part[0] != b"tEXt"] == list(chunks(drawn))
        assert [words[:21] for kind, words in parts if kind == b"tEXt"] == [
            b"Comment\0argmap sheet "
        ]


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kinds and contents of a PNG's chunks, whose sums are right (PNG specification, 5.3)."""
    at = 8
    while at < len(png):
        end = at + 8 + int.from_bytes(png[at : at + 4], "big")
        assert crc32(png[at + 4 : end]) == int.from_bytes(png[end : end + 4], "big")
        yield png[at + 4 : at + 8], png[at + 8 : end]
        at = end + 4
    assert at == len(png)


@settings(max_examples=40, deadline=None)
@given(
    st.binary(min_size=12, max_size=120),
    st.sampled_from(["svg", "dot", "png"]),
    st.integers(0, 300),
)
def test_any_change_makes_it_another_file(content, format_, place):
    sheet = marked(content, format_, "a")
    assert is_ours(sheet, format_, "a")
    place %= len(sheet)
    changed = sheet[:place] + bytes([sheet[place] ^ 1]) + sheet[place + 1 :]
    assert not is_ours(changed, format_, "a")
    assert not is_ours(content, format_, "a")


def test_a_folder_that_cannot_be_listed_has_nothing_left_over():
    assert list(left_over(Path("nowhere/s.svg"), ["1"], "svg")) == []


def slow(monkeypatch, words: str) -> None:
    """Have the engine give up a layout with some words in it, unless its lines are straight."""
    from argmap.rendering import poster, sheet

    laid_out, drawn = sheet.layout, poster.render

    def layout(dot, *arguments, **options):
        if words in dot.replace("\N{NO-BREAK SPACE}", " ") and "splines=line" not in dot:
            raise TooLongError(1)
        return laid_out(dot, *arguments, **options)

    def whole(view, **options):
        if not options["shape"].straight:
            raise TooLongError(1)
        return drawn(view, **options)

    monkeypatch.setattr(sheet, "layout", layout)
    monkeypatch.setattr(poster, "render", whole)


PAGES = ("--pages", "claim", "--paper", "a5", "--timeout", "7", "-o", "s.svg")


def test_a_sheet_that_takes_too_long_is_drawn_with_straight_lines(capsys, monkeypatch):
    Path("tea.md").write_text(TEA)
    assert argmap(capsys, "map", "tea.md", *PAGES).status == 0
    before = {name: Path(name).read_bytes() for name in names()}
    slow(monkeypatch, "a pound makes two hundred")
    ran = argmap(capsys, "map", "tea.md", *PAGES)
    assert ran.status == 0
    found = re.match(
        r"argmap: the layout of sheet (\d) \((.*)\) took longer than 7 s: its lines are drawn "
        r"straight instead; --timeout allows more\n",
        ran.err,
    )
    assert found is not None
    changed = {name for name in names() if Path(name).read_bytes() != before.get(name)}
    assert changed == {f"s-{found[1]}.svg"}


def test_a_poster_that_takes_too_long_is_drawn_with_straight_lines(capsys, monkeypatch):
    Path("tea.md").write_text(TEA)
    slow(monkeypatch, "nowhere")
    arguments = ("map", "tea.md", "--pages", "tiles", "--timeout", "7", "-o", "s.svg")
    ran = argmap(capsys, *arguments)
    assert ran.status == 0
    assert (
        "the layout took longer than 7 s: its lines are drawn straight instead; --timeout"
        in ran.err
    )
    ran = argmap(capsys, *arguments, "--no-fallback")
    assert ran.status == 2


def test_no_fallback_holds_for_sheets(capsys, monkeypatch):
    Path("tea.md").write_text(TEA)
    slow(monkeypatch, "a pound makes two hundred")
    ran = argmap(capsys, "map", "tea.md", *PAGES, "--no-fallback")
    assert ran.status == 2
    assert "took longer than" in ran.err
    assert names() == {"tea.md"}


def test_several_slow_sheets_are_named_in_one_line(monkeypatch):
    slow(monkeypatch, "")
    from argmap.rendering.paper import find_paper
    from argmap.views.sheets import on_sheets

    views = on_sheets(graph("t claim.thesis\nu claim.thesis\na premise supports=t"), "claim", 24)
    leaves = several_sheets.draw_several(views, find_paper("a5"), fall_back=True)
    (said,) = said_of_fallback(leaves, 7)
    assert said.startswith("the layout of sheets 1, 2 took longer than 7 s: their lines are drawn ")


def test_what_a_png_spells_is_noted(capsys, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    Path("x.md").write_text("[Tea ⇒ cool, ⇒]{#tea .claim}")
    ran = argmap(capsys, "map", "x.md", "-o", "x.png")
    assert ran.status == 0
    assert ran.err.startswith("argmap: no font here has ⇒ (signs): spelled in Latin letters; run:")
    assert ran.err.count("\n") == 1
