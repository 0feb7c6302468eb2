from __future__ import annotations

import io
import json
import os
import subprocess
import sys

import pytest

from tests.commands.run_argmap import BAD, GOOD, argmap


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_nothing_wrong_is_status_0_and_says_what_was_checked(tmp_path, capsys):
    (tmp_path / "x.md").write_text(GOOD)
    ran = argmap(capsys, "check", "x.md")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "All checks passed: 1 essay, 2 statements.\n"


def test_a_finding_is_status_1_at_its_place_with_the_nearest_id(tmp_path, capsys):
    (tmp_path / "x.md").write_text(BAD)
    ran = argmap(capsys, "check", "x.md", "--format", "concise")
    assert ran.status == 1
    assert "x.md:1:80: AM101 unknown-target" in ran.out
    assert "help: did you mean 'tea'?" in argmap(capsys, "check", "x.md").out


def test_json_is_the_document_that_the_schema_describes(tmp_path, capsys):
    import jsonschema

    (tmp_path / "x.md").write_text(BAD)
    ran = argmap(capsys, "check", "x.md", "--format", "json")
    document = json.loads(ran.out)
    first = document["findings"][0]
    assert first["path"] == "x.md"
    assert first["range"]["start"] == {"line": 1, "column": 80}
    schema = json.loads(argmap(capsys, "schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)


def test_only_some_files_named_resolves_against_the_project(tmp_path, capsys):
    (tmp_path / "argmap.toml").write_text('essays = ["texts"]\n')
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.md").write_text(GOOD)
    (texts / "b.md").write_text(
        "[Milk cools, too]{#milk .claim .thesis supports=a:tea}. [It is]{#is .evidence "
        'supports=milk source="A cup"}. [x]{#y .claim}\n'
    )
    (texts / "c.md").write_text(BAD)
    ran = argmap(capsys, "check", "texts/b.md", "--format", "concise")
    assert "unknown-target" not in ran.out
    assert "c.md" not in ran.out
    assert "texts/b.md:1:" in ran.out


def test_standard_input_has_a_name(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
    ran = argmap(capsys, "check", "-", "--stdin-filename", "draft.md")
    assert ran.status == 1
    assert "draft.md:1:80" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.md",), "nowhere.md is not there"),
        (("empty",), "no Markdown file in empty"),
        (("x.md", "--format", "yaml"), "'yaml' is not one of"),
    ],
)
def test_misuse_is_status_2_and_one_line(tmp_path, capsys, arguments, said):
    (tmp_path / "x.md").write_text(GOOD)
    (tmp_path / "empty").mkdir()
    ran = argmap(capsys, "check", *arguments)
    assert ran.status == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_misspelt_path_is_suggested(tmp_path, capsys):
    (tmp_path / "essay.md").write_text(GOOD)
    ran = argmap(capsys, "check", "esay.md")
    assert "did you mean essay.md?" in ran.err


def test_a_misspelt_command_is_suggested(capsys):
    ran = argmap(capsys, "chek")
    assert ran.status == 2
    assert "Did you mean 'check'?" in ran.err


def test_a_binary_file_is_a_finding(tmp_path, capsys):
    (tmp_path / "x.md").write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe\x00")
    ran = argmap(capsys, "check", "x.md")
    assert ran.status == 1
    assert "AM001 invalid-utf8" in ran.out
    assert "\x1a" not in ran.out


def test_a_file_that_cannot_be_read_is_one_line(tmp_path, capsys):
    essay = tmp_path / "x.md"
    essay.write_text(GOOD)
    essay.chmod(0)
    if os.access(essay, os.R_OK):
        pytest.skip("this user can read everything (root)")
    ran = argmap(capsys, "check", "x.md")
    assert (ran.status, ran.out) == (2, "")
    assert "cannot read x.md" in ran.err


def test_broken_and_unknown_configuration(tmp_path, capsys):
    config = tmp_path / "argmap.toml"
    config.write_text("[[")
    assert "not valid TOML" in argmap(capsys, "check").err
    config.write_text("esays = []\n")
    ran = argmap(capsys, "check")
    assert ran.status == 2
    assert "there is no key esays; did you mean essays?" in ran.err
    config.write_text("essays = 3\n")
    assert "essays" in argmap(capsys, "check").err


def test_an_unreadable_pyproject_of_others_does_not_matter(tmp_path, capsys):
    (tmp_path / "pyproject.toml").write_text("[[")
    (tmp_path / "x.md").write_text(GOOD)
    assert argmap(capsys, "check", "x.md").status == 0


def test_a_pipe_closed_early_is_quiet(tmp_path):
    (tmp_path / "x.md").write_text(BAD * 2000)
    process = subprocess.Popen(
        [sys.executable, "-m", "argmap", "check", "x.md"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 1  # as every click command
    assert error == b""


def test_no_colour_and_no_control_characters_where_there_is_no_terminal(tmp_path, capsys):
    (tmp_path / "x.md").write_text("[a\x1b[31mb]{#x .claim supports=\x1b}\n")
    ran = argmap(capsys, "check", "x.md")
    assert ran.status == 1
    assert "\x1b" not in ran.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion_names_the_commands(shell, tmp_path):
    environment = {
        **os.environ,
        "_ARGMAP_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": "argmap ch",
        "COMP_CWORD": "1" if shell != "fish" else "ch",
    }
    ran = subprocess.run(
        [sys.executable, "-c", "import argmap.cli as c; c.main()"],
        env=environment,
        capture_output=True,
        text=True,
    )
    assert "check" in ran.stdout
    assert "contrast" not in ran.stdout or shell == "fish"


def test_the_rest_of_a_file_that_is_not_utf8_is_read(tmp_path, capsys):
    (tmp_path / "x.md").write_bytes("Ein Käse.\n\n".encode("latin-1") + GOOD.encode())
    ran = argmap(capsys, "check", "x.md", "--format", "concise")
    assert ran.out.splitlines()[0].startswith("x.md:1:6: AM001 invalid-utf8")
    assert "1 finding" in ran.out
    assert argmap(capsys, "map", "x.md", "-f", "dot").out.count("THESIS") >= 1
