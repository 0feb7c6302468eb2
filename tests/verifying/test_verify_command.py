"""``argmap verify`` as a user meets it."""

from __future__ import annotations

import io
import json
import sys

import pytest

from argmap.report.dispatch import Format
from tests.commands.run_argmap import argmap

ORIGINAL = "OpenAI lost $5 billion.\n\nNobody knows why.\n"
GOOD = "[OpenAI lost $5 billion]{#a .evidence at=p1}, [for no reason]{#b .claim at=p2}.\n"
BAD = GOOD.replace("$5", "$6").replace("p2", "p1")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.md").write_text(GOOD, "utf-8")
    (tmp_path / "bad.md").write_text(BAD, "utf-8")
    (tmp_path / "original.txt").write_text(ORIGINAL, "utf-8")


def test_a_digest_that_is_right(capsys):
    ran = argmap(capsys, "verify", "good.md", "--against", "original.txt")
    assert ran.status == 0
    assert ran.out == "All checks passed: 1 essay, 2 statements.\n"
    assert ran.err == (
        "argmap: 2 statements with at; 1 of 1 figure found; 1 of 1 name found; 0 of 0 quotes "
        "found; 2 of 2 paragraphs covered, 0 listed as no argument\n"
    )


def test_a_digest_that_is_wrong(capsys):
    ran = argmap(capsys, "verify", "bad.md", "--against", "original.txt", "--format", "concise")
    assert ran.status == 1
    assert "bad.md:1:14: AM311" in ran.out
    assert "AM314" in ran.out
    assert "Found 2 findings" in ran.out
    never = argmap(capsys, "verify", "bad.md", "--against", "original.txt", "--fail-level", "never")
    assert never.status == 0


@pytest.mark.parametrize("format_", list(Format))
def test_every_format(capsys, format_):
    ran = argmap(capsys, "verify", "bad.md", "--against", "original.txt", "--format", format_)
    assert ran.status == 1
    assert "AM311" in ran.out or "figure-not-in-original" in ran.out


def test_rules_are_chosen_and_reports_written(capsys, tmp_path):
    arguments = ("verify", "bad.md", "--against", "original.txt", "--format", "json")
    ran = argmap(capsys, *arguments, "--select", "AM314", "--output", "sarif:out.sarif")
    assert [f["code"] for f in json.loads(ran.out)["findings"]] == ["AM314"]
    assert "AM314" in (tmp_path / "out.sarif").read_text("utf-8")
    ran = argmap(capsys, *arguments, "--ignore", "AM31")
    assert ran.status == 0


def test_standard_input(capsys, monkeypatch):
    page = f"<!doctype html><p>{'<p>'.join(ORIGINAL.splitlines())}"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page.encode())))
    assert argmap(capsys, "verify", "good.md", "--against", "-").status == 0


def test_the_path_is_never_taken_from_the_essay(capsys, tmp_path):
    (tmp_path / "own.md").write_text("---\noriginal: {path: original.txt}\n---\n" + GOOD, "utf-8")
    ran = argmap(capsys, "verify", "own.md")
    assert ran.status == 2
    assert "--against" in ran.err


def test_an_essay_with_faults_is_compared_all_the_same(capsys, tmp_path):
    (tmp_path / "x.md").write_text(GOOD + "\n[x]{#c .clam}\n", "utf-8")
    ran = argmap(capsys, "verify", "x.md", "--against", "original.txt")
    assert ran.status == 0
    assert "x.md has 1 fault of its own" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("good.md", "--against", "originl.txt"),
            "originl.txt is not there: check the path, or did",
        ),
        (("god.md", "--against", "original.txt"), "god.md is not there"),
        ((".", "--against", "original.txt"), "is a folder: name one essay in it"),
        (("good.md", "--against", "."), "is a folder: name the file of the original"),
        (("good.md", "--against", "binary"), "binary is not text in UTF-8"),
        (("good.md", "--against", "korean"), "korean is not text in UTF-8"),
    ],
)
def test_bad_input_is_one_line(capsys, tmp_path, arguments, said):
    (tmp_path / "binary").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "korean").write_bytes("그는 말했다".encode("euc-kr"))
    ran = argmap(capsys, "verify", *arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_an_empty_original_has_no_paragraph(capsys, tmp_path):
    (tmp_path / "empty.txt").write_text("", "utf-8")
    ran = argmap(capsys, "verify", "good.md", "--against", "empty.txt", "--format", "concise")
    assert ran.status == 1
    assert ran.out.count("AM310") == 2


def test_the_configuration_says_names_and_what_is_no_argument(capsys, tmp_path):
    (tmp_path / "argmap.toml").write_text(
        '[names]\nOpenAI = ["오픈AI"]\n[verify."good@en".uncovered]\np2 = "an aside"\n', "utf-8"
    )
    (tmp_path / "korean.txt").write_text("오픈AI는 50억 달러를 잃었다.\n왜인지 모른다.\n", "utf-8")
    ran = argmap(capsys, "verify", "good.md", "--against", "korean.txt", "--format", "concise")
    assert ran.status == 1
    assert "uncovered lists p2" in ran.out
    (tmp_path / "good.md").write_text(GOOD.replace("p2", "p1"), "utf-8")
    ran = argmap(capsys, "verify", "good.md", "--against", "korean.txt")
    assert (ran.status, ran.out) == (0, "All checks passed: 1 essay, 2 statements.\n")
    assert "1 of 2 paragraphs covered, 1 listed as no argument" in ran.err


def test_check_does_not_judge_comments_about_verification(capsys, tmp_path):
    comment = "<!-- argmap: ignore AM311 it is derived -->\n"
    (tmp_path / "x.md").write_text(
        comment + "[So it is]{#a .claim .thesis .assumed at=p1}.\n", "utf-8"
    )
    assert argmap(capsys, "check", "x.md").status == 0
    ran = argmap(capsys, "verify", "x.md", "--against", "original.txt", "--ignore", "AM314")
    assert ran.status == 1
    assert "AM028" in ran.out
