"""The composite action: valid, safe, and its steps run as a runner would run them."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.integration.sample import (
    BAD,
    BAD_ELSEWHERE,
    GOOD,
    ROOT,
    argmap_on_path,
    run,
    write,
)
from tests.integration.schemas import assert_valid

FILE = ROOT / "action.yml"
ACTION: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
SHELL_STEPS = {step["name"]: step for step in STEPS if "run" in step}
BASH = shutil.which("bash")
needs_bash = pytest.mark.skipif(BASH is None, reason="bash is not there")

_EXPRESSION = re.compile(r"\$\{\{\s*(inputs|github)\.([\w-]+)\s*\}\}")


def test_the_action_is_valid():
    assert_valid("vendor.github-actions", FILE)


def test_no_input_is_written_into_a_script():
    for step in SHELL_STEPS.values():
        assert "${{" not in step["run"], step["name"]
        assert step["shell"] == "bash"


def test_every_input_is_described_and_used():
    text = FILE.read_text("utf-8")
    for name, given in ACTION["inputs"].items():
        assert given["description"]
        assert isinstance(given["default"], str), f"{name}: an input is a text"
        assert f"inputs.{name}" in text, name


@dataclass
class Ran:
    status: int
    log: str
    outputs: dict[str, str]
    summary: str
    path: str


class Runner:
    """What of a GitHub runner a step with ``run`` meets."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workspace = folder / "work space"
        self.workspace.mkdir()
        self.files = {
            name: folder / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH")
        }

    def step(self, name: str, path: str | None = None, /, **given: str) -> Ran:
        """Run a step by its name, with inputs given by theirs (``_`` for ``-``)."""
        step = SHELL_STEPS[name]
        inputs = {key: value["default"] for key, value in ACTION["inputs"].items()}
        inputs |= {key.replace("_", "-"): value for key, value in given.items()}
        github = {"action_path": str(ROOT)}

        def filled(text: str) -> str:
            contexts = {"inputs": inputs, "github": github}
            return _EXPRESSION.sub(lambda match: contexts[match[1]][match[2]], text)

        for file in self.files.values():
            file.write_text("", "utf-8")
        env = {key: filled(value) for key, value in step["env"].items()}
        env |= {key: str(file) for key, file in self.files.items()}
        env |= {"RUNNER_TEMP": str(self.folder), "GITHUB_WORKSPACE": str(self.workspace)}
        env["GITHUB_ACTIONS"] = "true"
        env["PATH"] = path or argmap_on_path(self.folder / "bin")
        script = self.folder / "step.sh"
        script.write_text(step["run"], "utf-8", newline="\n")
        where = self.workspace / filled(step.get("working-directory", "."))
        assert BASH is not None
        # As in "Exit codes and error action preference" of GitHub's workflow syntax.
        ran = run([BASH, "--noprofile", "--norc", "-e", "-o", "pipefail", script], where, env)
        outputs = dict(
            line.split("=", 1)
            for line in self.files["GITHUB_OUTPUT"].read_text("utf-8").split("\n")
            if line
        )
        return Ran(
            ran.returncode,
            ran.stdout + ran.stderr,
            outputs,
            self.files["GITHUB_STEP_SUMMARY"].read_text("utf-8"),
            self.files["GITHUB_PATH"].read_text("utf-8").strip(),
        )


@pytest.fixture
def runner(tmp_path):
    made = Runner(tmp_path)
    write(made.workspace, {"argmap.toml": 'essays = ["essays"]\n', "essays/good.md": GOOD})
    return made


@needs_bash
class TestCheck:
    NAME = "Check the essays"

    def test_clean_essays_pass(self, runner):
        ran = runner.step(self.NAME, sarif="a report.sarif")
        assert (ran.status, ran.outputs) == (0, {"exit-status": "0"}), ran.log
        assert "::" not in ran.log
        assert ran.summary
        report = json.loads((runner.workspace / "a report.sarif").read_text("utf-8"))
        assert report["runs"][0]["results"] == []

    def test_findings_are_annotations_and_the_status_is_kept(self, runner):
        write(runner.workspace, {"essays/bad.md": BAD, "essays/else where.md": BAD_ELSEWHERE})
        ran = runner.step(self.NAME, sarif="report.sarif")
        assert (ran.status, ran.outputs) == (1, {"exit-status": "1"})
        assert re.search(r"^::error file=essays/bad\.md,line=3,", ran.log, re.MULTILINE)
        assert "bad.md" in ran.summary
        report = json.loads((runner.workspace / "report.sarif").read_text("utf-8"))
        places = [
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            for result in report["runs"][0]["results"]
        ]
        assert "essays/bad.md" in places

    def test_paths_are_one_a_line_and_may_hold_spaces(self, runner):
        write(runner.workspace, {"essays/bad.md": BAD, "essays/else where.md": BAD_ELSEWHERE})
        ran = runner.step(self.NAME, paths="\n  essays/good.md  \nessays/else where.md\n")
        assert ran.status == 1
        assert "else where.md" in ran.log
        assert "bad.md" not in ran.log

    def test_annotations_name_files_from_the_root(self, runner):
        folder = "my, essays & #co"
        write(
            runner.workspace,
            {f"{folder}/argmap.toml": "", f"{folder}/essays/bad.md": BAD_ELSEWHERE},
        )
        ran = runner.step(self.NAME, working_directory=f"./{folder}/")
        assert ran.status == 1
        assert "file=my%2C essays & #co/essays/bad.md,line=1," in ran.log

    def test_options_are_handed_on(self, runner):
        write(runner.workspace, {"essays/bad.md": BAD_ELSEWHERE})
        ran = runner.step(self.NAME, args="--format\n concise  ", summary="false")
        assert (ran.status, ran.summary) == (1, "")
        assert "essays/bad.md:1:" in ran.log
        assert "::error" not in ran.log

    def test_misuse_is_told_from_findings(self, runner):
        ran = runner.step(self.NAME, args="--no-such-option")
        assert (ran.status, ran.outputs) == (2, {"exit-status": "2"})

    def test_no_text_of_an_input_is_run(self, runner):
        """Whatever argmap makes of it: here is one that only writes down what it is asked."""
        evil = "x\"; touch hit; $(touch hit) `touch hit` ' & touch hit\n*"
        stub = runner.folder / "stub" / "argmap"
        write(stub.parent, {"argmap": '#!/bin/sh\nprintf "%s|" "$@" >> "$RUNNER_TEMP/asked"\n'})
        stub.chmod(0o755)
        for name in ("paths", "args", "format", "sarif", "summary"):
            ran = runner.step(self.NAME, f"{stub.parent}:/usr/bin:/bin", **{name: evil})
            asked = (runner.folder / "asked").read_text("utf-8")
            assert ran.status == 0, ran.log
            assert "touch" in asked or name == "summary"
            (runner.folder / "asked").unlink()
        assert not (runner.workspace / "hit").exists()


@needs_bash
class TestBuild:
    NAME = "Prove the maps current"

    def test_maps_must_be_there(self, runner):
        ran = runner.step(self.NAME)
        assert ran.status == 1
        assert "maps" in ran.log

    def test_it_runs_on_request_though_the_check_has_failed(self):
        condition = SHELL_STEPS[self.NAME]["if"]
        assert "!cancelled()" in condition
        assert "inputs.build == 'true'" in condition


@needs_bash
class TestInstall:
    """With a ``python`` that only writes down what it is asked for."""

    NAME = "Install argmap"
    STUB = """#!/bin/sh
printf '%s|' "$@" >> "$RUNNER_TEMP/asked"
echo >> "$RUNNER_TEMP/asked"
if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi
"""

    @pytest.fixture
    def path(self, runner):
        stubs = runner.folder / "stubs"
        stubs.mkdir()
        python = stubs / "python"
        python.write_text(self.STUB, "utf-8", newline="\n")
        python.chmod(0o755)
        return f"{stubs}:/usr/bin:/bin"

    def asked(self, runner) -> list[str]:
        return (runner.folder / "asked").read_text("utf-8").split("\n")

    def test_the_ref_of_the_action_is_installed(self, runner, path):
        ran = runner.step(self.NAME, path)
        assert ran.status == 0, ran.log
        assert self.asked(runner)[1].endswith(f"--|{ROOT}|")
        assert ran.path == f"{runner.folder}/argmap/bin"

    def test_a_release_is_installed(self, runner, path):
        ran = runner.step(self.NAME, path, version="1.2.3")
        assert ran.status == 0, ran.log
        assert self.asked(runner)[1].endswith("--|argmap==1.2.3|")
