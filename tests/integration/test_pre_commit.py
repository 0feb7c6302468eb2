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


def assert_hooks_work(folder: Path, env: dict[str, str]) -> None:
    """Go through what a writer meets, in one repository."""

    def hook(name: str, *arguments: str) -> tuple[int, str]:
        ran = run([*PRE_COMMIT, "run", name, *arguments], folder, env)
        return ran.returncode, ran.stdout + ran.stderr

    # What is clean passes.
    status, said = hook("argmap-check", "--all-files")
    assert (status, "Passed" in said) == (0, True), said
    status, said = hook("argmap-build", "--all-files")
    assert (status, "Passed" in said) == (0, True), said

    # A bad essay fails at its place. What it refers to is found in a file that was not changed, and
    # what is wrong elsewhere is not shown.
    write(folder, {"essays/elsewhere.md": BAD_ELSEWHERE})
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Something bad, unchecked")
    write(folder, {"essays/bad.md": BAD, "notes.txt": "[x]{.clam}"})
    git(folder, "add", "--all")
    status, said = hook("argmap-check")
    assert status == 1
    column = BAD.splitlines()[2].index("good:tee") + 1
    assert f"essays/bad.md:3:{column}" in said
    assert "'good:tea'" in said
    assert "elsewhere.md" not in said
    write(folder, {"essays/bad.md": BAD.replace("tee", "tea")})
    git(folder, "add", "--all")
    status, said = hook("argmap-check")
    assert (status, "Passed" in said) == (0, True), said

    # Maps that are not what the essays make fail, whatever was changed.
    write(folder, {"essays/good.md": GOOD.replace("Tea", "Coffee")})
    git(folder, "add", "--all")
    status, said = hook("argmap-build")
    assert (status, "maps/good.en.md" in said) == (1, True), said


def assert_fix_works(folder: Path, env: dict[str, str]) -> None:
    write(folder, {"essays/mendable.md": MENDABLE})
    git(folder, "add", "essays/mendable.md")
    ran = run([*PRE_COMMIT, "run", "argmap-fix", "--files", "essays/mendable.md"], folder, env)
    assert ran.returncode == 1, ran.stdout
    assert "files were modified by this hook" in ran.stdout
    assert (folder / "essays/mendable.md").read_text("utf-8") == MENDED
    again = run([*PRE_COMMIT, "run", "argmap-fix", "--files", "essays/mendable.md"], folder, env)
    assert again.returncode == 0, again.stdout


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
    env = {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    assert_hooks_work(folder, env)
    assert_fix_works(folder, env)


def test_the_hooks_as_pre_commit_installs_them(tmp_path):
    """The hooks from a repository, in an environment that pre-commit makes."""
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
    assert_hooks_work(folder, {"PRE_COMMIT_HOME": str(tmp_path / "home")})
