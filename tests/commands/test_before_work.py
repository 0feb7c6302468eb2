"""What cannot work is said before anything is laid out, and nothing is touched for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from argmap.cli.before_work import refuse_output
from argmap.errors import ArgmapError
from argmap.rendering import engine
from argmap.writing import refuse_unwritable, write_file
from tests.commands.run_argmap import GOOD, argmap

KOREAN = "[차는 식는다]{#tea .claim .thesis}, [잔은 열을 잃는다]{#cups .evidence supports=tea}.\n"
TWO = ("a.md", "b.md", "--debate", "d.md")


@pytest.fixture(autouse=True)
def essays(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.md").write_text(GOOD)
    (tmp_path / "k.md").write_text("---\nlang: ko\n---\n\n" + KOREAN, "utf-8")
    (tmp_path / "a.md").write_text("---\nid: a\n---\n\n[A]{#a .claim on=d:q}\n")
    (tmp_path / "b.md").write_text("---\nid: b\n---\n\n[B]{#b .claim on=d:q}\n")
    (tmp_path / "d.md").write_text("---\nid: d\n---\n\n[Q?]{#q .question}\n")
    for lang in ("en", "ko"):
        (tmp_path / f"e-{lang}.md").write_text(f"---\nid: e\nlang: {lang}\n---\n\n{GOOD}")
    (tmp_path / "folder.svg").mkdir()
    (tmp_path / "argmap.toml").write_text(
        'essays = ["x.md"]\n[build]\nmaps = "x.md/maps"\n', "utf-8"
    )


@pytest.fixture(autouse=True)
def nothing_is_laid_out(monkeypatch):
    monkeypatch.setattr(engine, "_run", lambda *_, **__: pytest.fail("something was laid out"))


def there(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("map x.md -o x.pdf", "a PDF needs typst; run: pip install 'argmap[pdf,fonts]'"),
        ("map x.md --pages claim -o x.pdf", "a PDF needs typst"),
        ("contrast {} -o x.pdf", "a PDF needs typst"),
        ("editions e-en.md e-ko.md -o x.pdf", "a PDF needs typst"),
        ("map x.md --pages tiles -o x.png", "put together or cut, and becomes a PNG by resvg only"),
        (
            "contrast {} --paper a4 -o x.png",
            "becomes a PNG by resvg only; run: pip install 'argmap",
        ),
        ("map k.md -o x.png", "the map has Korean text, which needs other fonts"),
        ("map x.md -o folder.svg", "is a directory"),
        ("map x.md -o x.md/y.svg", "cannot write x.md/y.svg: Not a directory; choose another"),
        ("map x.md --pages claim -o x.md/y.svg", "cannot write x.md/y-1.svg: Not a directory"),
        ("map x.md --pages tiles -o x.md/y.svg", "cannot write x.md/y-A1.svg: Not a directory"),
        ("map x.md --pages claim -f svg", "--pages makes several files: name them, as in -o"),
        ("map x.md --pages tiles -o x.dot", "--pages tiles cuts a picture: write an SVG"),
        ("contrast {} -o x.md/y.svg", "cannot write x.md/y.svg"),
        ("editions e-en.md e-ko.md -o x.md/y.html", "cannot write x.md/y.html"),
        ("build", "cannot write x.md/maps/README.md: Not a directory"),
    ],
)
def test_what_cannot_work_is_one_line(arguments, said, tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    before = there(tmp_path)
    ran = argmap(capsys, *arguments.format(" ".join(TWO)).split())
    assert ran.status == 2
    assert said in ran.err.replace("\n", " ")
    assert there(tmp_path) == before


def test_a_file_that_cannot_be_written_is_refused_before_an_essay_is_read(capsys, monkeypatch):
    monkeypatch.setattr("argmap.writing.os.access", lambda path, _: Path(path).name != "x.svg")
    Path("x.svg").write_text("kept")
    assert "x.svg: it is read-only" in argmap(capsys, "map", "nowhere.md", "-o", "x.svg").err
    monkeypatch.setattr("argmap.writing.os.access", lambda *_: False)
    ran = argmap(capsys, "map", "nowhere.md", "-o", "made/here/y.svg")
    assert "cannot write made/here/y.svg: Permission denied; choose another place" in ran.err
    assert not Path("made").exists()
    assert Path("x.svg").read_text() == "kept"


def test_one_place_in_which_build_could_not_write_stops_it_at_the_start(capsys):
    Path("argmap.toml").write_text('essays = ["x.md"]\n', "utf-8")
    work = Path("maps/x.en.svg")
    work.mkdir(parents=True)
    ran = argmap(capsys, "build", "x.md")
    assert (ran.status, ran.out) == (2, "")
    assert "cannot write maps/x.en.svg: it is a folder; name a file in it" in ran.err


def test_links_streams_and_folders_to_be_made_are_let_pass_and_left(tmp_path):
    (tmp_path / "real.svg").write_text("old")
    (tmp_path / "link.svg").symlink_to("real.svg")
    (tmp_path / "loose.svg").symlink_to("not/there.svg")
    (tmp_path / "round").symlink_to("turn")
    (tmp_path / "turn").symlink_to("round")
    os.mkfifo(tmp_path / "pipe")
    before = sorted(tmp_path.rglob("*"))
    for name in ("link.svg", "loose.svg", "pipe", "new/folder/x.svg", "/dev/null"):
        refuse_unwritable(tmp_path / name, named=True)
    with pytest.raises(ArgmapError, match="Not a directory"):
        refuse_unwritable(tmp_path / "loose.svg" / "x.svg", named=True)
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "real.svg").read_text() == "old"
    for act in (refuse_unwritable, lambda path, **how: write_file(path, b"", **how)):
        with pytest.raises(ArgmapError, match=r"cannot write .*round: Too many levels of symbolic"):
            act(tmp_path / "round", named=True)


def test_no_picture_goes_to_a_terminal(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    refuse_output(None, "svg")
    with pytest.raises(ArgmapError, match="not text: name a file with -o"):
        refuse_output(Path("-"), "png")
