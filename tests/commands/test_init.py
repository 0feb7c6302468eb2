from __future__ import annotations

import json
import re

import pytest

from argmap.config import Config, find_config
from argmap.essay import read_essay
from argmap.model import Flag, Kind, LinkType
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
    assert {statement.kind for statement in essay.statements} == set(Kind)
    assert {flag for statement in essay.statements for flag in statement.flags} >= {
        Flag.THESIS,
        Flag.ASSUMED,
        Flag.IMPLICIT,
    }
    assert any(link.implied for link in essay.links)
    undercut = [link for link in essay.links if link.type is LinkType.ATTACKS]
    assert {str(target) for link in undercut for target in link.targets} == {
        "sleep-helps",
        "bedtime",
    }
    assert [link.via for link in essay.links].count("sleep-helps") == 2
    assert all(statement.on for statement in essay.statements if statement.kind != "question")


def test_the_first_essay_has_no_finding_and_says_so_when_a_ground_is_gone(tmp_path, capsys):
    argmap(capsys, "init")
    essay = tmp_path / "essays" / "first-essay.md"
    found = argmap(capsys, "check", "--format", "json")
    assert json.loads(found.out)["findings"] == []
    text = essay.read_text("utf-8")
    essay.write_text(text.replace("supports=sleep-more\n", ""), "utf-8")
    found = argmap(capsys, "check", "--format", "json")
    assert found.status == 1
    assert json.loads(found.out)["findings"]


def test_the_first_essay_reads_well_without_its_marks(tmp_path, capsys):
    argmap(capsys, "init")
    stripped = argmap(capsys, "strip", "essays/first-essay.md")
    assert stripped.status == 0
    prose = re.sub(r"<!--.*?-->\n", "", stripped.out, flags=re.DOTALL)
    assert not re.search(r"[{}\[\]]|:::", prose)
    assert "What can be undone" not in prose


def test_what_to_do_next(tmp_path, capsys):
    out = argmap(capsys, "init", "my essays").out.splitlines()
    assert out[:2] == ["wrote my essays/argmap.toml", "wrote my essays/essays/first-essay.md"]
    assert out[-4:] == [
        '  cd "my essays"',
        "  argmap check",
        "  argmap map essays/first-essay.md -o map.svg",
        "  argmap build",
    ]


def test_the_config_says_the_defaults(tmp_path, capsys):
    argmap(capsys, "init")
    written, default = find_config(), Config()
    assert (written.default_lang, written.build.formats) == (
        default.default_lang,
        default.build.formats,
    )
    assert [folder.name for folder in written.essays] == ["essays"]
    assert written.build.maps.name == "maps"


def test_nothing_is_overwritten(tmp_path, capsys):
    (tmp_path / "essays").mkdir()
    (tmp_path / "essays" / "first-essay.md").write_text("mine")
    ran = argmap(capsys, "init")
    assert ran.status == 2
    assert "essays/first-essay.md is there already" in ran.err.replace("\\", "/")
    assert (tmp_path / "essays" / "first-essay.md").read_text() == "mine"
    assert not (tmp_path / "argmap.toml").exists()


@pytest.mark.parametrize("name", ["x", "argmap.toml", "essays"])
def test_a_file_is_no_folder(tmp_path, capsys, name):
    (tmp_path / name).write_text("")
    ran = argmap(capsys, "init", *(["x"] if name == "x" else []))
    assert (ran.status, ran.out) == (2, "")
    assert name in ran.err
    assert ran.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_project_that_pyproject_configures_is_left_alone(tmp_path, capsys):
    (tmp_path / "pyproject.toml").write_text("[tool.argmap]\n")
    ran = argmap(capsys, "init")
    assert ran.status == 2
    assert "pyproject.toml has [tool.argmap] already" in ran.err
    (tmp_path / "pyproject.toml").write_text("[tool.other]\n")
    assert argmap(capsys, "init").status == 0
