"""docs/project.md against the configuration it describes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from argmap.config.tables import ConfigTable, validate
from argmap.essay import read_essay

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "project.md").read_text("utf-8")


def test_every_key_is_described_with_its_default():
    described = {
        key: tomllib.loads(f"x = {default}")["x"]
        for key, default in re.findall(r"^\| `([\w.-]+)` \| `([^`]+)` \|", PAGE, re.MULTILINE)
    }
    config = ConfigTable.model_validate({}).model_dump(by_alias=True)
    for table in ("build", "online"):
        config.update({f"{table}.{key}": value for key, value in config.pop(table).items()})
    assert described == config


def test_the_configuration_shown_is_accepted():
    for text in re.findall(r"^```toml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE):
        validate(tomllib.loads(text), Path("argmap.toml"))


def test_the_examples_are_read_without_a_fault():
    for text in re.findall(r"^```markdown\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE):
        assert read_essay(text, "example.md").faults == ()
