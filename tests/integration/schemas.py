"""Validation against the schemas that check-jsonschema ships."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.integration.sample import run


def assert_valid(schema: str, *files: Path) -> None:
    """Validate YAML or JSON files against a schema of check-jsonschema's, by its name."""
    named = ["--builtin-schema", schema, *map(str, files)]
    ran = run([sys.executable, "-m", "check_jsonschema", *named], files[0].parent)
    assert ran.returncode == 0, ran.stdout + ran.stderr
