from __future__ import annotations

import json
import os
import re
import sys
import xml.etree.ElementTree as ET

import pytest

from argmap.rendering import sheet
from argmap.rendering.engine import TooLongError
from tests.commands.run_argmap import GOOD, argmap
from tests.test_docs_maps import ESSAY as TEA


@pytest.fixture(autouse=True)
def _in_a_folder_with_an_essay(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.md").write_text(GOOD)


def test_the_suffix_says_the_format(tmp_path, capsys):
    for name in ("x.svg", "x.png", "x.dot", "x.json", "x.mmd", "x.mermaid", "Y.SVG"):
        ran = argmap(capsys, "map", "x.md", "-o", name)
        assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / "Y.SVG").read_bytes() == (tmp_path / "x.svg").read_bytes()
    assert ET.parse(tmp_path / "x.svg").getroot().tag.endswith("svg")
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "x.dot").read_text("utf-8").startswith("digraph")
    assert json.loads((tmp_path / "x.json").read_text("utf-8"))["argmap"] == 1
    assert (tmp_path / "x.mmd").read_text("utf-8").startswith("flowchart RL\n")
    assert (tmp_path / "x.mmd").read_bytes() == (tmp_path / "x.mermaid").read_bytes()


def test_without_a_system_graphviz(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert argmap(capsys, "map", "x.md", "-o", "x.svg").status == 0


def test_the_same_bytes_every_time(tmp_path, capsys):
    argmap(capsys, "map", "x.md", "-o", "a.svg")
    argmap(capsys, "map", "x.md", "-o", "b.svg")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("x.md", "-o", "x.gif"), "does not write .gif"),
        (("x.md", "-o", "x"), "x has no suffix to say the format by: add .svg, .png, "),
        (("x.md", "-o", "x."), "as in x.svg, or say -f"),
        (("x.md", "-o", ".svg"), "put a word before the dot, as in map.svg, or say -f"),
        (("x.md", "-o", "x.svgz"), "does not write .svgz: write .svg, and gzip that"),
        (("nowhere.md", "-o", "x.svg"), "nowhere.md is not there"),
        (("plain.md", "-o", "x.svg"), "no statement in plain.md"),
        (("x.md", "-o", "plain.md/x.svg"), "cannot write plain.md/x.svg"),
        ((), "Missing argument"),
    ],
)
def test_misuse_is_one_line_and_leaves_nothing_behind(tmp_path, capsys, arguments, said):
    (tmp_path / "plain.md").write_text("No marks here.\n")
    before = sorted(tmp_path.iterdir())
    ran = argmap(capsys, "map", *arguments)
    assert ran.status == 2
    assert said in ran.err
    assert sorted(tmp_path.iterdir()) == before


def test_a_read_only_folder_is_one_line(tmp_path, capsys):
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    if os.access(folder, os.W_OK):
        pytest.skip("this user can write everywhere (root)")
    ran = argmap(capsys, "map", "x.md", "-o", "locked/x.svg")
    assert ran.status == 2
    assert "cannot write locked/x.svg" in ran.err


def test_a_system_engine_that_is_not_there_is_one_line(capsys, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("ARGMAP_DOT", raising=False)
    ran = argmap(capsys, "map", "x.md", "-o", "x.svg", "--engine", "system")
    assert ran.status == 2
    assert len(ran.err.strip().splitlines()) == 1
    monkeypatch.setenv("ARGMAP_DOT", "nowhere/dot")
    ran = argmap(capsys, "map", "x.md", "-o", "x.svg")
    assert ran.status == 2
    assert "nowhere/dot" in ran.err


LONG = GOOD + "\n".join(f"\n[Reason {n}]{{#r{n} .premise supports=tea}}.\n" for n in range(40))


def test_parts_of_a_map(tmp_path, capsys):
    (tmp_path / "long.md").write_text(LONG.replace("#r7 .premise", "#r7 .premise on=heat"))
    counts = {}
    for name, options in {
        "spine": ("--spine",),
        "small": ("--spine", "--size", "5"),
        "question": ("--question", "heat"),
        "near": ("--around", "r7"),
        "nearer": ("--around", "r7", "--depth", "0"),
    }.items():
        ran = argmap(capsys, "map", "long.md", *options, "-f", "json")
        assert (ran.status, ran.err) == (0, "")
        counts[name] = len(json.loads(ran.out)["essays"][0]["statements"])
    assert counts == {"spine": 24, "small": 5, "question": 1, "near": 2, "nearer": 1}


def test_paper_says_how_large_the_text_is(tmp_path, capsys):
    (tmp_path / "long.md").write_text(LONG)
    ran = argmap(capsys, "map", "x.md", "--paper", "a4", "-o", "x.svg")
    assert ran.status == 0
    assert ran.err == "argmap: on a4 landscape the statements are printed in 21.7-point type\n"
    assert 'width="297mm" height="210mm"' in (tmp_path / "x.svg").read_text("utf-8")
    ran = argmap(capsys, "map", "long.md", "--paper", "a5-portrait", "-o", "x.svg")
    assert "-point type, too small to read; divide it: argmap map long.md --pages " in ran.err
    assert " --paper a5 -o sheets.pdf (or --pages tiles, to tape together)" in ran.err
    ran = argmap(capsys, "map", "long.md", "--spine", "--paper", "a5-portrait", "-o", "x.svg")
    assert "too small to read; draw less (--size " in ran.err
    assert "--depth" not in ran.err
    ran = argmap(
        capsys, "map", "long.md", "--around", "tea", "--paper", "a5-portrait", "-o", "x.svg"
    )
    assert "too small to read; draw less (a smaller --depth), " in ran.err


def test_what_is_advised_in_place_of_a_spine_that_was_not_asked_for(capsys, monkeypatch, tmp_path):
    (tmp_path / "long.md").write_text(LONG)
    laid_out = sheet.layout

    def slow(dot, *arguments, **options):
        if "main statements of" not in dot.replace("\N{NO-BREAK SPACE}", " "):
            raise TooLongError(1)
        return laid_out(dot, *arguments, **options)

    monkeypatch.setattr(sheet, "layout", slow)
    ran = argmap(capsys, "map", "long.md", "--paper", "a5-portrait", "-o", "x.svg")
    assert ran.status == 0
    assert "the spine of it is drawn instead" in ran.err
    assert "draw less (--spine --size " in ran.err
    assert "or add --spine --pages tiles" in ran.err
    assert "--depth" not in ran.err


@pytest.mark.parametrize(
    ("text", "by"),
    [
        # 42 statements, one of them to the question; then nearly all; then no main claim.
        (LONG.replace("#r7 .premise", "#r7 .premise on=heat"), "--pages claim "),
        (
            GOOD.replace(".claim", ".claim on=heat").replace("#cups", "#cups on=heat"),
            "--pages question ",
        ),
        ("[A]{#a .evidence} [B]{#b .evidence supports=a on=heat}", "--pages question "),
        ("[A]{#a .evidence} [B]{#b .evidence supports=a}", "add --pages tiles, to tape "),
    ],
)
def test_the_division_advised_holds_nearly_all_where_one_does(
    text, by, tmp_path, capsys, monkeypatch
):
    (tmp_path / "y.md").write_text(text)
    monkeypatch.setattr("argmap.cli.map_drawing.LEAST_TEXT", 99)
    monkeypatch.setattr("argmap.rendering.paper.LEAST_TEXT", 99)
    ran = argmap(capsys, "map", "y.md", "--paper", "a5", "-o", "x.svg")
    assert by in ran.err


def said_of_pages(capsys, size, name="long.md"):
    ran = argmap(
        capsys, "map", name, "--pages", "claim", "--paper", "a5", "--text-size", size, "-o", "s.svg"
    )
    assert ran.status == 0
    return ran.err.splitlines()[0]


def test_larger_type_is_never_smaller_and_falling_short_is_said(tmp_path, capsys):
    (tmp_path / "tea.md").write_text(TEA)
    least = []
    for size in ("7", "12", "24"):
        said = said_of_pages(capsys, size, "tea.md")
        least.append(float(re.search(r"in ([\d.]+)-", said)[1]))
        assert ("smaller than" in said) == (least[-1] < float(size))
    assert least == sorted(least)
    assert said.endswith("; smaller than 24 points: take larger paper")


def test_one_sheet_is_one_and_is_told_once_written(tmp_path, capsys):
    ran = argmap(capsys, "map", "x.md", "--pages", "claim", "-o", "s.svg")
    assert re.match(r"argmap: one sheet, with statements in [\d.]+-point type\n", ran.err)
    for pages in ("claim", "tiles"):
        ran = argmap(capsys, "map", "x.md", "--pages", pages, "-o", "x.md/s.svg")
        assert ran.status == 2
        assert "sheet" not in ran.err
        assert ran.err.startswith("argmap: cannot write x.md/s-")


def test_several_files_need_a_name_and_a_pdf_does_not(capsysbinary, monkeypatch):
    ran = argmap(capsysbinary, "map", "x.md", "--pages", "tiles", "-f", "svg", "-o", "-")
    assert ran.status == 2
    assert b"--pages makes several files: name them, as in -o sheets.svg" in ran.err
    with monkeypatch.context() as changed:
        changed.setitem(sys.modules, "typst", None)
        ran = argmap(capsysbinary, "map", "x.md", "--pages", "tiles", "-f", "pdf", "-o", "-")
        assert ran.err.startswith(b"argmap: a PDF needs typst")
    pytest.importorskip("typst", reason="argmap[pdf] is not installed")
    for pages in ("tiles", "claim"):
        ran = argmap(capsysbinary, "map", "x.md", "--pages", pages, "-f", "pdf", "-o", "-")
        assert (ran.status, ran.out[:5]) == (0, b"%PDF-")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--spine", "--around", "tea"), "views of their own: use one"),
        (("--paper", "a9"), "there is no paper 'a9': use a5"),
        (("--question", "x"), "there is no question 'x'"),
        (("--around", "cupz"), "nothing has the id 'cupz'; did you mean cups?"),
        (("--direction", "sideways"), "Invalid value for '--direction'"),
    ],
)
def test_misuse_of_views(capsys, options, said):
    ran = argmap(capsys, "map", "x.md", *options)
    assert ran.status == 2
    assert said in ran.err


def test_a_flowchart_too_large_for_mermaid_is_written_and_told(tmp_path, capsys):
    grounds = " ".join(f"[x]{{#s{number} .evidence supports=a}}" for number in range(502))
    (tmp_path / "x.md").write_text(f"[A]{{#a .claim .thesis}} {grounds}\n")
    ran = argmap(capsys, "map", "x.md", "-o", "x.mmd", "--direction", "down")
    assert ran.status == 0
    assert ran.err.startswith("argmap: 2 lines past the 500 that Mermaid draws (draw a part, by ")
    assert (tmp_path / "x.mmd").read_text("utf-8").startswith("flowchart BT\n")
    ran = argmap(capsys, "map", "x.md", "-f", "mermaid", "--spine")
    assert ran.err == ""
    assert "<br/>+479 grounds" in ran.out
