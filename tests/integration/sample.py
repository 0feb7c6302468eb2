"""A sample project in a repository of its own, and the programs that a user would run in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]

GOOD = (
    "[Tea cools]{#tea .claim .thesis}, for [cups lose heat]{#cups .evidence supports=tea "
    'source="A thermometer"}.\n'
)
BAD = "Words.\n\n[Tea stays hot]{#hot .claim .thesis .assumed contradicts=good:tee}.\n"
BAD_ELSEWHERE = "[Nothing is left]{#left .claim .thesis supports=nothing}.\n"
MENDABLE = "[Tea cools]{#tea .claim .thesis .assumed source='A cup'}.\n"
MENDED = '[Tea cools]{#tea .claim .thesis .assumed source="A cup"}.\n'

ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A writer",
    "GIT_AUTHOR_EMAIL": "writer@example.org",
    "GIT_COMMITTER_NAME": "A writer",
    "GIT_COMMITTER_EMAIL": "writer@example.org",
    "NO_COLOR": "1",
    "PYTHONUTF8": "1",
}
_HOSTILE = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "PRE_COMMIT", "SKIP")
"""What a test that runs inside a hook of its own would hand down."""


def run(
    command: Sequence[str | Path], folder: Path, extra: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if k not in _HOSTILE} | ENVIRONMENT | (extra or {})
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def git(folder: Path, *arguments: str) -> str:
    ran = run(["git", *arguments], folder)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


def write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


def argmap_on_path(folder: Path) -> str:
    """Make a folder that holds ``argmap``, and return a PATH that begins with it."""
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "argmap"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m argmap "$@"\n', "utf-8", newline="\n")
    script.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"
