"""Options that would do nothing, numbers that are none, and paths that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.run_argmap import argmap

TEA = "---\nid: {}\n---\n\n[Tea is good]{{#good .claim .thesis .assumed on=q}}.\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("tea.md").write_text(TEA.format("tea"), "utf-8")
    Path("cup.md").write_text(TEA.format("cup"), "utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("map tea.md --timeout nan -o x.svg", "nan is not a number"),
        ("map tea.md --timeout inf -o x.svg", "is not in the range"),
        ("map tea.md --pages claim --text-size nan -o x.svg", "nan is not a number"),
        ("map tea.md --dpi nan -o x.png", "nan is not a number"),
        ("map tea.md --depth 3 -o x.svg", "--depth is for --around"),
        ("map tea.md --size 3 -o x.svg", "--size is for --spine"),
        ("map tea.md --size 3 --pages claim -o x.svg", "--size is for --spine"),
        ("map tea.md --no-fallback -f json", "--no-fallback is for pictures and pages"),
        ("contrast tea.md nope.md", "nope.md is not there: check the path"),
        ("contrast tea.md cup.md --paper zz -o x.svg", "zz"),
        ("editions . --paper zz -o x.svg", "zz"),
        ("serve - ", "Standard input cannot be watched"),
        ("questions -o q.svg", "does not write .svg"),
    ],
)
def test_misuse_is_told_and_nothing_is_written(capsys, arguments, said):
    ran = argmap(capsys, *arguments.split())
    assert ran.status == 2
    assert said in ran.err
    assert sorted(path.name for path in Path().iterdir()) == ["cup.md", "tea.md"]


def test_files_of_a_work_with_a_very_long_id_have_shorter_names(capsys):
    Path("argmap.toml").write_text('essays = ["."]\n', "utf-8")
    Path("tea.md").write_text(TEA.format("é" * 200), "utf-8")
    ran = argmap(capsys, "build")
    assert "too long" not in ran.err
    assert max(len(path.name.encode()) for path in Path("maps").rglob("*")) < 200
