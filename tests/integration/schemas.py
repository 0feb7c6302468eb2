"""Validation against the schemas that check-jsonschema ships."""

from __future__ import annotations

from pathlib import Path

from check_jsonschema.cli import main
from click.testing import CliRunner


def assert_valid(schema: str, *files: Path) -> None:
    """Validate YAML or JSON files against a schema of check-jsonschema's, by its name."""
    ran = CliRunner().invoke(main, ["--builtin-schema", schema, *map(str, files)])
    assert ran.exit_code == 0, ran.output
