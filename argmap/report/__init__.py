"""Findings as text: one diagnostic, many renderings, one file a format."""

from argmap.report.dispatch import Checked, Format, report

__all__ = ["Checked", "Format", "report"]
