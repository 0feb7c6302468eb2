"""The hooks, run by the real pre-commit in a sample repository."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from argmap.cli import run as argmap
from tests.integration.sample import (
    BAD,
    BAD_ELSEWHERE,
    GOOD,
    MENDABLE,
    MENDED,
    ROOT,
    git,
    run,
    write,
)

pytest.importorskip("pre_commit")
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not there")

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS: list[dict[str, Any]] = yaml.safe_load(MANIFEST.read_text("utf-8"))
PRE_COMMIT = (sys.executable, "-m", "pre_commit")
IN_THE_WHEEL = ("argmap", "pyproject.toml", "README.md", "LICENSE", "NOTICE.md")


def test_the_manifest_is_valid(tmp_path):
    ran = run([*PRE_COMMIT, "validate-manifest", MANIFEST], tmp_path)
    assert ran.returncode == 0, ran.stdout


def test_every_hook_runs_a_command_that_there_is(capsys):
    for hook in HOOKS:
        name, *command = hook["entry"].split()
        assert name == "argmap"
        assert argmap([*command, "--help"]) == 0, hook["entry"]


def sample(folder: Path, repository: dict[str, Any]) -> Path:
    """Make a repository with good essays, their maps, and the hooks of ``repository``."""
    config = yaml.safe_dump({"repos": [repository]})
    write(
        folder,
        {
            ".pre-commit-config.yaml": config,
            "argmap.toml": 'essays = ["essays"]\n\n[build]\nformats = ["md"]\n',
            "essays/good.md": GOOD,
        },
    )
    built = run([sys.executable, "-m", "argmap", "build"], folder)
    assert built.returncode == 0, built.stdout + built.stderr
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Begin")
    return folder


class Hooks:
    """The hooks in a repository with good essays, run as ``pre-commit run`` runs them."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self.folder = folder
        self.env = env

    def run(self, *arguments: str) -> tuple[int, str]:
        ran = run([*PRE_COMMIT, "run", *arguments], self.folder, self.env)
        return ran.returncode, ran.stdout + ran.stderr

    def assert_clean_passes(self) -> None:
        status, said = self.run("--all-files")
        assert (status, said.count("Passed")) == (0, len(HOOKS)), said

    def assert_bad_fails(self) -> None:
        """What a bad essay refers to is found in a file that was not changed.

        What is wrong elsewhere is not shown.
        """
        write(self.folder, {"essays/elsewhere.md": BAD_ELSEWHERE})
        git(self.folder, "add", "--all")
        git(self.folder, "commit", "--quiet", "--message", "Something bad, unchecked")
        write(self.folder, {"essays/bad.md": BAD, "notes.txt": "[x]{.clam}"})
        git(self.folder, "add", "--all")
        status, said = self.run("argmap-check")
        assert status == 1
        column = BAD.splitlines()[2].index("good:tee") + 1
        assert f"essays/bad.md:3:{column}" in said
        assert "'good:tea'" in said
        assert "elsewhere.md" not in said

    def assert_mended_passes(self) -> None:
        write(self.folder, {"essays/bad.md": BAD.replace("tee", "tea")})
        git(self.folder, "add", "--all")
        status, said = self.run("argmap-check")
        assert (status, "Passed" in said) == (0, True), said

    def assert_stale_maps_fail(self) -> None:
        """They do, whatever was changed."""
        write(self.folder, {"essays/good.md": GOOD.replace("Tea", "Coffee")})
        git(self.folder, "add", "--all")
        status, said = self.run("argmap-build")
        assert (status, "maps/good.en.md" in said) == (1, True), said

    def assert_fix_works(self) -> None:
        write(self.folder, {"essays/mendable.md": MENDABLE})
        git(self.folder, "add", "essays/mendable.md")
        status, said = self.run("argmap-fix", "--files", "essays/mendable.md")
        assert status == 1, said
        assert "files were modified by this hook" in said
        assert (self.folder / "essays/mendable.md").read_text("utf-8") == MENDED
        status, said = self.run("argmap-fix", "--files", "essays/mendable.md")
        assert status == 0, said


def test_the_hooks_in_this_environment(tmp_path):
    """The same hooks, with the argmap that is under test: no environment is made for them."""
    here = [
        {
            **hook,
            "language": "system",
            "entry": f"{Path(sys.executable).as_posix()} -m {hook['entry']}",
        }
        for hook in HOOKS
    ]
    folder = sample(tmp_path / "essays", {"repo": "local", "hooks": here})
    hooks = Hooks(folder, {"PRE_COMMIT_HOME": str(tmp_path / "home")})
    hooks.assert_clean_passes()
    hooks.assert_bad_fails()
    hooks.assert_mended_passes()
    hooks.assert_stale_maps_fail()
    hooks.assert_fix_works()


def test_the_hooks_as_pre_commit_installs_them(tmp_path):
    """The hooks from a repository, in an environment that pre-commit makes.

    What they do is tried above; here, that they are installed, all of them, and see the essays.
    """
    probe = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--retries", "0"]
    reached = run([*probe, "--timeout", "15", "--dest", tmp_path / "probe", "hatchling"], tmp_path)
    if reached.returncode != 0:
        pytest.skip("pip reaches no package index from here")
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in (*IN_THE_WHEEL, MANIFEST.name):
        path = ROOT / name
        if path.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(path, hooks / name, ignore=ignored)
        else:
            shutil.copy(path, hooks / name)
    git(hooks, "init", "--quiet")
    git(hooks, "add", "--all")
    git(hooks, "commit", "--quiet", "--message", "argmap")
    named = [{"id": hook["id"]} for hook in HOOKS]
    repository = {"repo": str(hooks), "rev": git(hooks, "rev-parse", "HEAD"), "hooks": named}
    folder = sample(tmp_path / "essays", repository)
    # Of all that pip installs, hardly anything is loaded: only that is compiled, and once.
    lazily = {"PIP_NO_COMPILE": "1", "PYTHONDONTWRITEBYTECODE": ""}
    installed = Hooks(folder, {"PRE_COMMIT_HOME": str(tmp_path / "home"), **lazily})
    installed.assert_clean_passes()
    installed.assert_bad_fails()
