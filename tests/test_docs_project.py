"""docs/project.md against the configuration it describes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from argmap.config_file import BuildTable, ConfigTable
from argmap.essay import read_essay

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "project.md").read_text("utf-8")


def test_every_key_is_described_with_its_default():
    described = {
        key: tomllib.loads(f"x = {default}")["x"]
        for key, default in re.findall(r"^\| `([\w.-]+)` \| `([^`]+)` \|", PAGE, re.MULTILINE)
    }
    config = ConfigTable.model_validate({}).model_dump(by_alias=True)
    build = BuildTable.model_validate({}).model_dump(by_alias=True)
    config.pop("build")
    assert described == {**config, **{f"build.{key}": value for key, value in build.items()}}


def test_the_examples_are_read_without_a_fault():
    for text in re.findall(r"^```markdown\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE):
        assert read_essay(text, "example.md").faults == ()
