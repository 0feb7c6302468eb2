"""``argmap map``, ``contrast`` and ``editions``: themes, standings, sheets, pixels and PDF."""

from __future__ import annotations

import pytest

from argmap.rendering.png import pixels
from tests.commands.run_argmap import argmap

ESSAY = """---
id: x
title: X
---
[It pays]{#pays .claim .thesis on=money}, as [it sells]{#sells .evidence supports=pays source=S
on=money}. [It is good]{#good .claim .thesis on=taste}, for [it sells]{#again .premise supports=good}.
[It is dear]{#dear .rebuttal by=them attacks=pays on=taste}.

[A thing apart]{#apart .premise}
"""


@pytest.fixture(autouse=True)
def _in_a_folder_with_an_essay(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.md").write_text(ESSAY)
    (tmp_path / "mine.toml").write_text('base = "dark"\npaper = "#101010"\n')
    (tmp_path / "pale.toml").write_text('ink = "#CCCCCC"\n')
    (tmp_path / "bad.toml").write_text('inks = "#CCCCCC"\n')


@pytest.mark.parametrize(
    ("name", "holds"),
    [("print", '"#2B2B2B"'), ("mine.toml", 'bgcolor="#101010"'), ("default", '"#0B4A78"')],
)
def test_a_theme_by_name_and_by_file(tmp_path, capsys, name, holds):
    ran = argmap(capsys, "map", "x.md", "--theme", name, "-o", "x.dot")
    assert (ran.status, ran.err) == (0, "")
    assert holds in (tmp_path / "x.dot").read_text()


def test_a_theme_hard_to_read_is_used_and_warned_of(capsys):
    ran = argmap(capsys, "map", "x.md", "--theme", "pale.toml", "-f", "dot")
    assert ran.status == 0
    assert "theme pale: ink on " in ran.err
    assert "more pairs of colours are hard to read" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--theme", "prnt"), "did you mean print?"),
        (("--theme", "bad.toml"), "bad.toml: there is no key inks; did you mean ink?"),
        (("--theme", "dark", "-o", "x.html"), "--theme is for pictures"),
        (("--show", "strength", "-o", "x.json"), "--show is for pictures"),
        (("--show", "verdict"), "'verdict' is not one of"),
        (("--dpi", "300", "-o", "x.svg"), "--dpi is for pictures (png), not for svg"),
        (("--dpi", "99999", "-o", "x.png"), "not in the range 10"),
        (("--width", "99999", "-o", "x.png"), "not in the range 50"),
        (("--dpi", "99", "--width", "99", "-o", "x.png"), "use one"),
        (("--pages", "claim"), "makes several files"),
        (("--pages", "claim", "--spine", "-o", "x.svg"), "leave out the other view"),
        (("--pages", "claim", "-o", "x.html"), "--pages is for pictures"),
        (("--pages", "tiles"), "makes several files"),
        (("--pages", "tiles", "-o", "x.dot"), "write an SVG, a PNG or a PDF"),
        (("--text-size", "9", "-o", "x.svg"), "--text-size is for --pages"),
    ],
)
def test_misuse_is_one_line_and_leaves_nothing_behind(tmp_path, capsys, arguments, said):
    before = sorted(tmp_path.iterdir())
    ran = argmap(capsys, "map", "x.md", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert sorted(tmp_path.iterdir()) == before


def test_standings_and_strengths_are_shown(capsys):
    ran = argmap(capsys, "map", "x.md", "--show", "standing", "--show", "strength", "-f", "dot")
    assert ran.status == 0
    assert "▲ STANDS · 0." in ran.out
    assert "not who is right" in ran.out


def test_a_png_of_so_many_pixels(tmp_path, capsys):
    argmap(capsys, "map", "x.md", "--width", "700", "-o", "x.png")
    assert abs(pixels((tmp_path / "x.png").read_bytes())[0] - 700) <= 1
    argmap(capsys, "map", "x.md", "--dpi", "36", "-o", "x.png")
    small = pixels((tmp_path / "x.png").read_bytes())
    argmap(capsys, "map", "x.md", "--dpi", "72", "-o", "x.png")
    large = pixels((tmp_path / "x.png").read_bytes())
    assert abs(large[0] - 2 * small[0]) <= 2


def test_a_png_is_capped_and_says_so(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("argmap.rendering.png.MOST_PIXELS", 40_000)
    ran = argmap(capsys, "map", "x.md", "--width", "5000", "-o", "x.png")
    wide, high = pixels((tmp_path / "x.png").read_bytes())
    assert wide * high <= 40_500
    assert f"is {wide} pixels wide, not 5000" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_sheets_are_numbered_and_refer_to_each_other(tmp_path, capsys):
    ran = argmap(capsys, "map", "x.md", "--pages", "question", "-o", "x.svg")
    assert ran.status == 0
    assert "2 sheets, with statements in" in ran.err
    assert "wrote x-1.svg to x-2.svg" in ran.err
    assert "1 of 6 statements is on none of the sheets" in ran.err
    assert not (tmp_path / "x.svg").exists()
    for number in (1, 2):
        text = (tmp_path / f"x-{number}.svg").read_text("utf-8")
        assert f"sheet {number} of 2" in text
        assert f"also on sheet {3 - number}" in text
        assert 'width="297mm" height="210mm"' in text or 'width="210mm"' in text


def test_by_claim_each_statement_stands_under_the_claim_it_is_nearest_to(tmp_path, capsys):
    argmap(capsys, "map", "x.md", "--pages", "claim", "-o", "x.dot")
    first, second = ((tmp_path / f"x-{n}.dot").read_text("utf-8") for n in (1, 2))
    assert ("#sells" in first.replace("x@en:", "#"), "#again" in first.replace("x@en:", "#")) == (
        True,
        False,
    )
    assert "x@en:again" in second


def test_many_sheets_become_one_pdf(tmp_path, capsys):
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    pytest.importorskip("typst", reason="argmap[pdf] is not installed")
    ran = argmap(capsys, "map", "x.md", "--pages", "question", "-o", "x.pdf")
    assert ran.status == 0
    read = pypdf.PdfReader(tmp_path / "x.pdf")
    assert [each.title for each in read.outline] == ["1. money", "2. taste"]
    # What is on the other sheet as well leads there.
    for number, page in enumerate(read.pages):
        leads = {each.get_object()["/Contents"] for each in page["/Annots"]}
        assert leads == {f"page {2 - number}"}


def test_a_sheet_too_small_to_read_is_divided(tmp_path, capsys):
    many = "".join(f"[Point {n} of many, and long]{{#p{n} .premise supports=pays on=money}}.\n\n"
                   for n in range(13))  # fmt: skip
    (tmp_path / "x.md").write_text(ESSAY + "\n" + many)
    ran = argmap(capsys, "map", "x.md", "--pages", "claim", "--paper", "a5", "--text-size",
                 "9", "-o", "x.svg")  # fmt: skip
    assert ran.status == 0
    assert "; 1 is divided among several, to be read" in ran.err
    assert "too small" not in ran.err
    drawn = "".join(each.read_text("utf-8") for each in tmp_path.glob("x-*.svg"))
    assert all(f"Point {n} of many" in drawn for n in range(13))
    assert " · part 1 of " in drawn
    ran = argmap(capsys, "map", "x.md", "--pages", "claim", "--paper", "a5", "--text-size", "4",
                 "-o", "y.svg")  # fmt: skip
    assert "divided" not in ran.err
    assert len(list(tmp_path.glob("y-*.svg"))) == 2


def test_tiles_are_named_by_column_and_row(tmp_path, capsys):
    ran = argmap(capsys, "map", "x.md", "--pages", "tiles", "--paper", "a5", "--text-size", "16",
                 "-o", "x.svg")  # fmt: skip
    assert ran.status == 0
    names = sorted(each.stem for each in tmp_path.glob("x-*.svg"))
    assert names[0] == "x-A1"
    assert f"argmap: {len(names)} sheets of a5 " in ran.err
    assert "statements in 16.0-point type" in ran.err
    assert "argmap: wrote x-A1.svg to x-" in ran.err
    ran = argmap(capsys, "map", "x.md", "--spine", "--pages", "tiles", "-o", "y.svg")
    assert "argmap: wrote y-A1.svg\n" in ran.err


def test_a_project_has_a_theme_of_its_own(tmp_path, capsys):
    """Its file is found from the configuration's own folder."""
    (tmp_path / "argmap.toml").write_text(
        'essays = ["."]\nfail-level = "never"\n[build]\nformats = ["dot"]\ntheme = "mine.toml"\n'
    )
    assert argmap(capsys, "build").status == 0
    drawn = list((tmp_path / "maps").glob("*.dot"))
    assert drawn
    assert all('bgcolor="#101010"' in each.read_text() for each in drawn)
    assert argmap(capsys, "build", "--check").status == 0
    (tmp_path / "argmap.toml").write_text(
        'essays = ["."]\nfail-level = "never"\n[build]\ntheme = "drak"\n'
    )
    ran = argmap(capsys, "build")
    assert (ran.status, "did you mean dark?" in ran.err) == (2, True)


def test_a_contrast_and_editions_on_paper(tmp_path, capsys):
    (tmp_path / "y.md").write_text(ESSAY.replace("id: x", "id: y"))
    ran = argmap(capsys, "contrast", "x.md", "y.md", "--theme", "dark", "--paper", "a3",
                 "-o", "c.svg")  # fmt: skip
    assert ran.status == 0
    assert "on a3 " in ran.err
    assert 'mm" height="' in (tmp_path / "c.svg").read_text("utf-8")
    assert "#14181D" in (tmp_path / "c.svg").read_text("utf-8").upper()
    (tmp_path / "y.md").write_text(ESSAY.replace("id: x", "id: x\nlang: ko").replace("dear", "new"))
    ran = argmap(capsys, "editions", "x.md", "y.md", "--paper", "a4", "-o", "e.svg")
    assert ran.status == 0
    assert "on a4 " in ran.err
    pytest.importorskip("resvg_py", reason="argmap[png] is not installed")
    (tmp_path / "z.md").write_text(ESSAY.replace("id: x", "id: z"))
    for command in (("contrast", "x.md", "z.md"), ("editions", "x.md", "y.md")):
        ran = argmap(capsys, *command, "--paper", "a5-landscape", "-o", "p.png")
        if ran.status == 2:
            assert "font" in ran.err  # resvg draws with those of the system
            continue
        assert pixels((tmp_path / "p.png").read_bytes()) == (1191, pytest.approx(839, abs=1))
    for command in (("contrast", "x.md", "y.md"), ("editions", "x.md")):
        ran = argmap(capsys, *command, "--paper", "a4")
        assert ran.status == 2
        assert "--paper is for pictures" in ran.err
