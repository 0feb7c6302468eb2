"""The JSON Lines format: one finding a line, for ``jq``, logs and streams (jsonlines.org)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.report.json_document import finding_data
from argmap.report.json_text import json_text

if TYPE_CHECKING:
    from argmap.model import Finding


def render(findings: Sequence[Finding]) -> str:
    """Write each finding as an object on a line of its own, with the fields of the JSON format.

    Without findings it is empty: a blank line would be no JSON value.
    """
    return "".join(json_text(finding_data(finding), indent=None) for finding in findings)
