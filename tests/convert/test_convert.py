"""``argmap convert``: where results go, what is lost and what could not be read."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

import argmap
from argmap.cli import run
from argmap.formats import converting
from argmap.formats.differing import lost_between

TEA = "---\nid: tea\n---\n\n[Tea cools]{#tea .claim .thesis}, for [cups do]{#cups .premise supports=tea}.\n"
ICE = "[Ice melts]{#ice .claim}, as [tea cools]{#too .premise supports=ice restates=tea:tea}.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "tea.md").write_text(TEA, "utf-8")
    (tmp_path / "in" / "deep" / "ice.md").write_text(ICE, "utf-8")


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def files(folder: str) -> list[str]:
    return sorted(each.as_posix() for each in Path(folder).rglob("*") if each.is_file())


def test_a_folder_is_joined_in_a_file_and_parted_again() -> None:
    assert run(["convert", "in", "-o", "all.json"]) == 0
    assert run(["convert", "all.json", "-o", "out/", "--to", "markdown"]) == 0
    assert files("out") == ["out/ice.md", "out/tea.md"]
    assert lost_between(argmap.load("in"), argmap.load("out")) == ()
    assert lost_between(argmap.load("in"), argmap.load("all.json")) == ()


def test_a_folder_into_a_folder_keeps_its_shape(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["convert", "in", "-o", "out", "--to", "json"]) == 0
    assert files("out") == ["out/deep/ice.json", "out/tea.json"]
    assert told(capsys) == [
        "argmap: not carried into json: references that lead nowhere: 1, as restates=tea:tea"
    ]


def test_what_is_lost_is_counted_and_strict_writes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["convert", "in/tea.md", "-o", "tea.csv"]) == 0
    assert told(capsys) == ["argmap: not carried into csv: flags: 1, as tea is .thesis"]
    Path("tea.csv").unlink()
    assert run(["convert", "in/tea.md", "-o", "tea.csv", "--strict"]) == 1
    assert told(capsys)[-1] == "argmap: nothing was written, as --strict asks"
    assert not Path("tea.csv").exists()
    assert run(["convert", "in/tea.md", "-o", "tea.json", "--strict"]) == 0
    assert run(["convert", "in", "-o", "out", "--to", "csv", "--strict"]) == 1
    assert not Path("out").exists()


def test_what_cannot_be_read_is_told_and_the_rest_is_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("in/bad.json").write_text('{"argmap": 1, "essays": 3}')
    Path("in/package.json").write_text('{"name": "x"}')
    Path("in/caf\u00e9.md").write_bytes(b"[caf\xe9]{#a .claim}\n")
    assert run(["convert", "in", "-o", "all.json"]) == 1
    assert told(capsys) == [
        "in/bad.json:1:1: unreadable: essays: it should be a list, not a number",
        "in/café.md:1:5: invalid-utf8: the file is not UTF-8 text: the byte 0xE9 here is no letter; save the file as UTF-8, or leave it out if it is no text",
        "argmap: passed over 1 file in no format known, as in/package.json",
    ]
    assert len(argmap.load("all.json").statements) == 5
    assert run(["convert", "in/bad.json", "-o", "x.md"]) == 1
    assert not Path("x.md").exists()
    assert run(["convert", "in/package.json", "-o", "x.md"]) == 1
    assert "unreadable: no format is known by what it holds; say --from" in told(capsys)[-1]
    assert run(["convert", "in", "-o", "y.json", "--strict"]) == 1
    assert not Path("y.json").exists()


def test_a_great_many_faults_of_a_file_are_not_all_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("many.md").write_text("[a]{.clam}\n\n" * 30)
    assert run(["convert", "many.md", "-o", "x.json"]) == 1
    lines = told(capsys)
    assert len(lines) == 21
    assert lines[0] == "argmap: many.md: 10 more findings are not shown"


def test_standard_input_and_output(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    class Stdin:
        buffer = io.BytesIO(TEA.encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    assert run(["convert", "-", "-o", "-", "--to", "json"]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert document["essays"][0]["statements"][0]["id"] == "tea@en:tea"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            "in/tea.md -o in/tea.md",
            "in/tea.md would overwrite in/tea.md: name another place with -o",
        ),
        ("in -o in --to markdown", "would overwrite in/"),
        ("in/tea.md -o x", "no format is written to a file without a suffix: say --to and one of"),
        ("in/tea.md -o x.doc", "no format is written to the suffix '.doc': say --to and one of"),
        ("in -o out", "the folder out tells no format: say --to"),
        ("in/tea.md -o -", "standard output tells no format: say --to"),
        ("in/nowhere.md -o x.json", "in/nowhere.md is not there: check the path"),
        ("in/tea.md -o x.json --to jsonn", "there is no format 'jsonn'; did you mean json?"),
        ("in/tea.md -o x.json --from cvs", "there is no format 'cvs'; did you mean csv?"),
        (
            "in -o both.md",
            "both.md is one file, and 2 are to be written: name a folder, as -o out/",
        ),
        ("in -o - --to markdown", "markdown takes 2 files here: name a folder, as -o out/"),
        (
            "empty -o x.json",
            "no file of a format that argmap reads in empty: name one, with --from",
        ),
    ],
)
def test_misuse_is_one_clear_line(
    arguments: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty").mkdir()
    before = {name: Path(name).read_bytes() for name in files("in")}
    assert run(["convert", *arguments.split()]) == 2
    (line,) = told(capsys)
    assert message in line
    assert {name: Path(name).read_bytes() for name in files("in")} == before
    assert not Path("x.json").exists()


def test_data_never_chooses_a_path(capsys: pytest.CaptureFixture[str]) -> None:
    statement = {"kind": "claim", "text": "A"}
    place = {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 1}}
    essays = [
        {
            "id": name, "lang": "en", "path": f"/tmp/{name}",
            "statements": [{"id": f"{name}@en:a", **statement, "range": place, "text_range": place}],
        }
        for name in ("../../up", "/etc/x", "con", "a\x00b", "x" * 300, "A.", "a.", "...")
    ]  # fmt: skip
    Path("evil.json").write_text(json.dumps({"argmap": 1, "essays": essays, "links": []}))
    assert run(["convert", "evil.json", "-o", "out/", "--to", "markdown"]) == 0
    names = files("out")
    assert len(names) == len(essays)
    assert all(name.count("/") == 1 and len(name) < 100 and ".." not in name for name in names)
    assert len({name.casefold() for name in names}) == len(essays)
    assert "out/con.md" not in names
    assert sorted(files(".")) == sorted([*names, "evil.json", "in/deep/ice.md", "in/tea.md"])


def test_files_of_one_name_do_not_overwrite_each_other() -> None:
    assert run(["convert", "in/tea.md", "-o", "in/tea.json"]) == 0
    Path("in2").mkdir()
    Path("in2/tea.md").write_text(ICE, "utf-8")
    assert run(["convert", "in", "in2", "-o", "out", "--to", "json"]) == 0
    assert files("out") == [
        "out/deep/ice.json",
        "out/tea.json.json",
        "out/tea.md-2.json",
        "out/tea.md.json",
    ]


def test_works_of_files_without_an_id_are_kept_apart(capsys: pytest.CaptureFixture[str]) -> None:
    Path("in2").mkdir()
    Path("in2/tea.md").write_text(TEA, "utf-8")
    assert run(["convert", "in", "in2", "-o", "x.json"]) == 0
    assert "essays that stand twice: 1, as tea@en of in2/tea.md" in told(capsys)[-1]


def test_many_files_are_converted_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converting, "_MUCH", 1)
    for number in range(17):
        Path(f"in/{number}.md").write_text(TEA.replace("id: tea", f"id: tea-{number}"), "utf-8")
    assert run(["convert", "in", "-o", "one", "--to", "json", "--jobs", "1"]) == 0
    assert run(["convert", "in", "-o", "two", "--to", "json", "--jobs", "2"]) == 0
    assert len(files("one")) == 19
    for name in files("one"):
        assert Path(name).read_bytes() == Path(name.replace("one/", "two/", 1)).read_bytes()


def test_data_is_loaded_beside_essays_and_folders_of_data() -> None:
    assert run(["convert", "in/tea.md", "-o", "data/tea.json"]) == 0
    both = argmap.load("in/deep/ice.md", "data/tea.json")
    assert both.problems == ()
    assert len(both.links) == 3
    assert lost_between(argmap.load("in"), both) == ()
    assert len(argmap.load("data").statements) == 2
    assert len(argmap.load(".").essays) == 2  # where there is Markdown, that is what is read
    Path("data/none.json").write_text("{}")
    assert len(argmap.load("data").statements) == 2
    with pytest.raises(argmap.ArgmapError, match=r"data/none\.json:1:1: no format is known"):
        argmap.load("data/none.json")


def test_dumping_several_essays_needs_a_folder() -> None:
    graph = argmap.load("in")
    with pytest.raises(argmap.ArgmapError, match="name a folder"):
        argmap.dump(graph, "x.md")
    assert argmap.dump(graph, "new/", "markdown") == ()
    assert files("new") == ["new/ice.md", "new/tea.md"]


def test_other_commands_take_data_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["convert", "in", "-o", "data/all.json"]) == 0
    assert run(["check", "in", "--format", "concise"]) == 1
    expected = capsys.readouterr().out.splitlines()
    assert run(["check", "data/all.json", "--format", "concise"]) == 1
    assert capsys.readouterr().out.splitlines() == expected
    assert run(["map", "data", "-f", "dot"]) == 0
    assert "Tea cools" in capsys.readouterr().out
    assert run(["show", "ice", "in/deep/ice.md", "data"]) == 0
    assert "Ice melts" in capsys.readouterr().out
    Path("data/all.json").write_text("{")
    assert run(["check", "data/all.json"]) == 2
    assert "data/all.json:1:1: no format is known by what it holds" in told(capsys)[0]
    Path("notes.txt").write_text("No format of its own: an essay without marks.")
    assert run(["check", "notes.txt"]) == 0


def test_links_that_a_document_holds_stay_as_they_are_beside_essays() -> None:
    """Nothing in Markdown can refer to a link without a name; a document can."""
    text = "[A]{#a .claim}, [b]{#b .premise supports=a}, [c]{#c .rebuttal attacks=a}.\n"
    Path("x.md").write_text(text, "utf-8")
    assert run(["convert", "x.md", "-o", "x.json"]) == 0
    document = json.loads(Path("x.json").read_text("utf-8"))
    document["links"][1].update(to="x@en:b/supports/a", subtype="undercut")
    Path("x.json").write_text(json.dumps(document))
    alone = argmap.load("x.json")
    beside = argmap.load("in/deep/ice.md", "x.json", "in/tea.md")
    assert {key: link for key, link in beside.links.items() if key in alone.links} == alone.links
    assert len(beside.links) == 5
    assert [loss.kind for loss in argmap.dump(alone, "again.md")] == ["names of links"]
    assert "supports=a via=link-1" in Path("again.md").read_text("utf-8")
    assert "attacks=link-1" in Path("again.md").read_text("utf-8")
