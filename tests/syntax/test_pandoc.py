"""Pandoc reads the same spans, blocks and headings, at the same places.

``pandoc -f commonmark_x+sourcepos`` gives every element its place. Left out are tabs, which it
expands; notes, which it moves; combining
characters and the backslash of an escaped pipe, which it does not count; and fences of several
lengths, for ``commonmark_x`` (unlike ``markdown``) wants the closing one as long as the opening. It
knows nothing of marks in comments, and gives a block to the line behind its end.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from argmap.syntax import Form, read
from argmap.syntax.vocabulary import KINDS
from tests.syntax.documents import documents

PANDOC = shutil.which("pandoc")
pytestmark = pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed")

FORMS = {Form.SPAN: "Span", Form.BLOCK: "Div", Form.HEADING: "Header"}


def elements(text: str) -> list[dict[str, Any]]:
    """What Pandoc reads with one of our kinds, in reading order."""
    assert PANDOC
    command = [PANDOC, "-f", "commonmark_x+sourcepos", "-t", "json"]
    ran = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return list(_marked(json.loads(ran.stdout)["blocks"]))


def _marked(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for each in node:
            yield from _marked(each)
    elif isinstance(node, dict):
        kind, content = node.get("t"), node.get("c")
        if kind in FORMS.values():
            name, classes, values = content[1] if kind == "Header" else content[0]
            if set(classes) & set(KINDS):
                place = dict(values).get("data-pos", "")
                values = [(key, " ".join(v.split())) for key, v in values if key != "data-pos"]
                yield {
                    "type": kind,
                    "id": name,
                    "classes": classes,
                    "values": values,
                    "place": place,
                }
        yield from _marked(content)


def ours(text: str) -> list[dict[str, Any]]:
    """The same of what argmap reads."""
    found = []
    for mark in read(text).marks:
        if mark.form in FORMS:
            values = [(a.name, " ".join(a.value.split())) for a in mark.attributes]
            found.append(
                {
                    "type": FORMS[mark.form],
                    "id": mark.id.text if mark.id else "",
                    "classes": [word.text for word in mark.classes],
                    "values": values,
                    "place": f"{mark.range.start}-{mark.range.end}",
                }
            )
    return found


def compared(element: dict[str, Any]) -> dict[str, Any]:
    """Keep what both can be held to."""
    place = element["place"].rpartition("@")[2]
    if element["type"] == "Header":  # Pandoc makes up an id, and has the place on a div around
        return {**element, "place": "", "id": ""}
    start, end = place.partition("-")[0], place.rpartition("-")[2]  # one range a line in lists
    return {**element, "place": start if element["type"] == "Div" else f"{start}-{end}"}


@settings(max_examples=15, phases=[Phase.generate])
@given(documents(plain=True))
def test_pandoc_reads_the_same(generated):
    theirs = [compared(element) for element in elements(generated.text)]
    assert [compared(element) for element in ours(generated.text)] == theirs
