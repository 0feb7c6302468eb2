from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from argmap.strip import leftovers, strip
from tests.commands.run_argmap import argmap

ESSAY = "\ufeff## A {on=q}\r\n\r\n[차가 식는다]{#tea .claim}.\r\n"
STRIPPED = "\ufeff## A\r\n\r\n차가 식는다.\r\n"


@pytest.fixture(autouse=True)
def _in_a_folder_with_an_essay(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tea.md").write_bytes(ESSAY.encode())


def test_to_standard_output_byte_for_byte(capfdbinary):
    from argmap.cli import run

    assert run(["strip", "tea.md"]) == 0
    assert capfdbinary.readouterr() == (STRIPPED.encode(), b"")


@pytest.mark.parametrize("output", ["out/clean.md", "tea.md"])
def test_to_a_file_perhaps_the_same(tmp_path, capsys, output):
    ran = argmap(capsys, "strip", "tea.md", "-o", output)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / output).read_bytes() == STRIPPED.encode()


def test_from_standard_input(capfdbinary, monkeypatch):
    from argmap.cli import run

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ESSAY.encode())))
    assert run(["strip", "-"]) == 0
    assert capfdbinary.readouterr().out == STRIPPED.encode()


@pytest.mark.parametrize("content", [b"", b"\n", b"Plain.\r\n\r\n\r\nText\x00 \xef\xbb\xbf"])
def test_what_has_no_annotation_comes_back_as_it_is(tmp_path, capfdbinary, content):
    from argmap.cli import run

    (tmp_path / "plain.md").write_bytes(content)
    assert run(["strip", "plain.md"]) == 0
    assert capfdbinary.readouterr() == (content, b"")


def test_what_is_malformed_stays_and_is_said(tmp_path, capsys):
    (tmp_path / "bad.md").write_text("[x]{.claim} and y {.claim} and z {.claim}\n")
    ran = argmap(capsys, "strip", "bad.md")
    assert ran.status == 1
    assert ran.out == "x and y {.claim} and z {.claim}\n"
    assert ran.err == (
        "argmap: 2 malformed annotations stay in the text of bad.md: see 'argmap check bad.md'\n"
    )


def test_a_terminal_gets_nothing_raw(tmp_path, capsys, monkeypatch):
    (tmp_path / "bad.md").write_text("a\x1b[31m [b]{.claim}\x9b\r\n\tc\n", "utf-8", newline="")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert argmap(capsys, "strip", "bad.md").out == "a␛[31m b\ufffd\n\tc\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["te.md"], "te.md is not there: check the path, or did you mean tea.md?"),
        (["."], ". is a folder: name one file in it"),
        (["picture.png"], "picture.png is not text in UTF-8 (byte 1, on line 1, is not)"),
        (["latin.md"], "latin.md is not text in UTF-8 (byte 8, on line 2, is not)"),
        (["tea.md", "-o", "tea.md/x.md"], "cannot write"),
        ([], "Missing argument 'FILE'"),
    ],
)
def test_misuse_is_one_clear_line(tmp_path, capsys, arguments, said):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (tmp_path / "latin.md").write_bytes(b"abc\ndef\xe9")
    ran = argmap(capsys, "strip", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


ESSAYS = Path(__file__).parents[2] / "essays"


@pytest.mark.parametrize(
    "essay", sorted(ESSAYS.rglob("*.md")), ids=lambda path: path.relative_to(ESSAYS).as_posix()
)
def test_our_own_essays_are_prose_when_stripped(essay):
    text = essay.read_text("utf-8")
    stripped = strip(text)
    assert leftovers(stripped) == 0
    for sign in ("{", "}", ":::", "<!-- -->", "<!-- argmap", "\\", "\n\n\n"):
        assert sign not in stripped
    assert strip(stripped) == stripped
