"""What the quick commands leave unloaded: their speed, without a clock.

``benchmarks/`` measures how long they take. Here a process tells which modules it has loaded, so
that an import at the head of some module, which nobody times, does not slow every command again.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.essays import SMALL, essay

_TELL = """\
import sys
from argmap.cli import run

status = run(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
sys.exit(status)
"""
_BARE = """\
import sys
import click
from markdown_it import MarkdownIt

MarkdownIt("commonmark").parse("a [b](c) `d` *e*")


@click.command()
@click.version_option("1")
def bare():
    pass


bare(["--version"], standalone_mode=False)
print(*sys.modules, file=sys.stderr)
"""

HEAVY = {
    "annotated_types",
    "graphviz",
    "jsonschema",
    "networkx",
    "pydantic",
    "pydantic_core",
    "wcwidth",
    "yaml",
}
"""Packages that argmap or its tests install and that a quick command has no need of."""

COSTLY = {
    "asyncio",
    "concurrent.futures",
    "decimal",
    "difflib",
    "email",
    "fractions",
    "http",
    "importlib.metadata",
    "importlib.resources",
    "json",
    "logging",
    "multiprocessing",
    "pydoc",
    "shutil",
    "socket",
    "statistics",
    "subprocess",
    "tempfile",
    "tomllib",
    "unittest",
    "urllib.request",
    "xml",
    "zipfile",
}
"""Modules of the standard library that take a millisecond or more, or drag others along."""


def _modules(code: str, *arguments: str, folder: Path, status: int = 0) -> set[str]:
    """Run ``code`` and return the names of the modules that it has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == status, done.stdout + done.stderr
    return set(done.stderr.splitlines()[-1].split())


def _loaded_by(*arguments: str, folder: Path, status: int = 0) -> set[str]:
    return _modules(_TELL, *arguments, folder=folder, status=status)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What click and markdown-it-py load of themselves."""
    return _modules(_BARE, folder=tmp_path_factory.mktemp("bare"))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A folder without a configuration, with the page that the benchmark checks."""
    (tmp_path / "small.md").write_text(SMALL, encoding="utf-8")
    return tmp_path


def _own(loaded: set[str]) -> set[str]:
    return {name for name in loaded if name.partition(".")[0] == "argmap"}


def _under(loaded: set[str], *packages: str) -> list[str]:
    """The modules loaded that are one of ``packages`` or lie in one."""
    return sorted(
        name for name in loaded if any(name == p or name.startswith(f"{p}.") for p in packages)
    )


def test_what_must_stay_away_is_named_right() -> None:
    # A misspelt name would forbid nothing.
    assert [name for name in sorted(HEAVY | COSTLY) if find_spec(name) is None] == []


def test_version_loads_the_command_line_and_no_more(tmp_path: Path, bare: set[str]) -> None:
    loaded = _loaded_by("--version", folder=tmp_path)
    assert _own(loaded) == {"argmap", "argmap.cli", "argmap.cli.group", "argmap.errors"}
    assert _under(loaded, *HEAVY, "markdown_it", "mdit_py_plugins") == []
    assert _under(loaded - bare, *COSTLY) == []


def test_a_check_that_passes_loads_nothing_heavy(page: Path, bare: set[str]) -> None:
    loaded = _loaded_by("check", "small.md", folder=page)
    assert _under(loaded, *HEAVY) == []
    assert _under(loaded - bare, *COSTLY) == []


def test_a_check_that_passes_loads_no_room_it_does_not_enter(page: Path) -> None:
    loaded = _loaded_by("check", "small.md", folder=page)
    elsewhere = ("compare", "formats", "render", "rendering", "building", "writing")
    assert _under(loaded, *(f"argmap.{room}" for room in elsewhere)) == []
    unasked = (
        "graph.network",  # networkx
        "nearest",  # what was meant where a name is unknown
        "report.concise",
        "report.frame",  # the source of a finding
        "report.full",
        "report.json_document",
        "rules.explain",  # the docstrings of all rules
    )
    assert _under(loaded, *(f"argmap.{module}" for module in unasked)) == []
    commands = [name for name in loaded if name.endswith("_command")]
    assert commands == ["argmap.cli.check_command"]


def test_a_rule_without_a_check_of_its_own_is_not_loaded(page: Path) -> None:
    loaded = _loaded_by("check", "small.md", folder=page)
    assert "argmap.rules.support.unsupported_claim" in loaded
    assert "argmap.rules.syntax.single_quotes" not in loaded


def test_a_check_that_finds_something_loads_nothing_heavy(page: Path, bare: set[str]) -> None:
    text = SMALL.replace("supports=unrested", "supports=unrest")
    assert text != SMALL
    (page / "small.md").write_text(text, encoding="utf-8")
    loaded = _loaded_by("check", "small.md", folder=page, status=1)
    assert "argmap.report.full" in loaded
    assert _under(loaded, *HEAVY) == []
    assert _under(loaded - bare, *COSTLY) == []


def test_importing_the_package_loads_nothing_else_of_it(tmp_path: Path) -> None:
    code = "import sys, argmap; print(*sys.modules, file=sys.stderr)"
    assert _own(_modules(code, folder=tmp_path)) == {"argmap"}


def test_the_benchmarks_long_essay_is_as_long_as_asked_and_has_no_errors() -> None:
    from argmap.essay import read_essay
    from argmap.graph import ArgumentGraph
    from argmap.model import Severity
    from argmap.rules.run import check

    text = essay(size=60_000, statements=150)
    assert len(text.encode()) >= 60_000
    read = read_essay(text, "long.md")
    assert len(read.statements) >= 150
    findings = check(ArgumentGraph.build([read]))
    assert [str(f) for f in findings if f.severity is Severity.ERROR] == []
    assert text == essay(size=60_000, statements=150)
