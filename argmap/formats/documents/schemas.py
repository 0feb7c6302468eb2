"""The JSON Schemas (2020-12) of what argmap writes and reads, each made from its shape."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

__all__ = ["SUBJECTS", "schema"]

_HERE = "argmap.formats.documents"
SUBJECTS: Mapping[str, tuple[str, str, str]] = {
    "document": (f"{_HERE}.shapes", "DocumentShape", "An argmap document"),
    "findings": (f"{_HERE}.shapes", "FindingsShape", "The findings of an argmap check"),
    "weighing": (f"{_HERE}.weigh_shapes", "WeighingShape", "What stands, by argmap weigh"),
    "contrast": (f"{_HERE}.contrast_shapes", "ContrastShape", "Two works, by argmap contrast"),
    "editions": (f"{_HERE}.editions_shapes", "EditionsShape", "Editions, by argmap editions"),
}
"""What has a schema here: module, shape and title."""


def schema(subject: str) -> dict[str, Any]:
    """Return the JSON Schema of one of :data:`SUBJECTS`; it imports pydantic."""
    from argmap.formats.documents.shapes import json_schema

    module, shape, title = SUBJECTS[subject]
    return json_schema(getattr(import_module(module), shape), subject, title)
