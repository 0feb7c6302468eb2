"""The syntax: from a text to its marks, at exact places.

:func:`read` gives the :class:`Document` of one essay; :func:`argmap_plugin` is the same for any
markdown-it-py pipeline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.syntax.marks import Document, Form, Mark
    from argmap.syntax.plugin import argmap_plugin
    from argmap.syntax.reader import read

__all__ = ["Document", "Form", "Mark", "argmap_plugin", "read"]

_HOMES = {
    "Document": "marks",
    "Form": "marks",
    "Mark": "marks",
    "argmap_plugin": "plugin",
    "read": "reader",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for: places and faults alone need no Markdown parser."""
    if name not in _HOMES:
        raise AttributeError(f"module 'argmap.syntax' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"argmap.syntax.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
