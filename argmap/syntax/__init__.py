"""The syntax: from a text to its marks, at exact places.

:func:`read` gives the :class:`Document` of one essay; :func:`argmap_plugin` is the same for any
markdown-it-py pipeline.
"""

from __future__ import annotations

from argmap.syntax.marks import Document, Form, Mark
from argmap.syntax.plugin import argmap_plugin
from argmap.syntax.reader import read

__all__ = ["Document", "Form", "Mark", "argmap_plugin", "read"]
