"""ICCMA's format tgf, through the common interface."""

from __future__ import annotations

from argmap.formats.frameworks import framework_format
from argmap.formats.frameworks.iccma import FrameworkFormat

__all__ = ["FORMAT"]

FORMAT = framework_format(FrameworkFormat.TGF)
