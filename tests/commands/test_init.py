from __future__ import annotations

import pytest

from argmap.essay import read_essay
from argmap.model import Flag
from argmap.syntax import Form, read
from tests.commands.run_argmap import argmap


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("folder", [".", "new/project"])
def test_a_new_project_passes_and_builds(tmp_path, capsys, monkeypatch, folder):
    ran = argmap(capsys, "init", folder)
    assert (ran.status, ran.err) == (0, "")
    assert "argmap check" in ran.out
    monkeypatch.chdir(tmp_path / folder)
    checked = argmap(capsys, "check")
    assert (checked.status, checked.out[:17]) == (0, "All checks passed")
    assert argmap(capsys, "build").status == 0
    assert (tmp_path / folder / "maps" / "first-essay.en.svg").exists()


def test_the_first_essay_shows_the_main_forms(tmp_path, capsys):
    argmap(capsys, "init")
    text = (tmp_path / "essays" / "first-essay.md").read_text("utf-8")
    essay = read_essay(text, "x.md")
    forms = {mark.form for mark in read(text).marks}
    assert {Form.SPAN, Form.BLOCK, Form.COMMENT_BLOCK, Form.IMPLICIT, Form.HEADING} <= forms
    assert {link.via for link in essay.links} >= {"sleep-helps"}
    assert any(link.implied for link in essay.links)
    assert any(Flag.THESIS in statement.flags for statement in essay.statements)


def test_nothing_is_overwritten(tmp_path, capsys):
    (tmp_path / "essays").mkdir()
    (tmp_path / "essays" / "first-essay.md").write_text("mine")
    ran = argmap(capsys, "init")
    assert ran.status == 2
    assert "essays/first-essay.md is there already" in ran.err.replace("\\", "/")
    assert (tmp_path / "essays" / "first-essay.md").read_text() == "mine"
    assert not (tmp_path / "argmap.toml").exists()


def test_a_file_is_no_folder(tmp_path, capsys):
    (tmp_path / "x").write_text("")
    assert argmap(capsys, "init", "x").status == 2
