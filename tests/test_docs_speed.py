"""docs/speed.md: the example that needs no cluster runs; tests/checking has the other."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.__main__ import _BENCHMARKS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "speed.md").read_text("utf-8")


def test_the_example_with_threads_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    example = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)[0]
    found: dict[str, object] = {}
    exec(compile(example, "docs/speed.md", "exec"), found)
    assert all(finding.severity == "info" for finding in found["findings"])  # type: ignore[attr-defined]


def test_the_benchmarks_that_are_named_are_there():
    assert set(re.findall(r"--only ([\w-]+)", PAGE)) <= set(_BENCHMARKS)
