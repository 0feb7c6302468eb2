"""docs/formats-standoff.md: its examples are what argmap reads and writes."""

from __future__ import annotations

import inspect
import json
import re
import shlex
from pathlib import Path

import click
import pytest

from argmap.cli.group import argmap
from argmap.formats import brat, interface, markdown, web_annotation
from argmap.formats.interface import Source
from argmap.graph import ArgumentGraph

PAGE = (Path(__file__).parents[1] / "docs" / "formats-standoff.md").read_text("utf-8")
FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def fences(language: str) -> list[str]:
    return [body for name, body in FENCES if name == language]


def tea() -> ArgumentGraph:
    text = fences("text")[0]
    source = Source("tea.ann", fences("brat")[0].encode(), {".txt": text.encode()})
    found = brat.read(source)
    assert found.faults == ()
    return found.graph()


def test_the_example_comes_back_the_same() -> None:
    written = brat.write(tea())
    assert written.losses == ()
    assert [file.data.decode() for file in written.files] == [fences("brat")[0], fences("text")[0]]


def test_the_example_becomes_markdown_in_place() -> None:
    (file,) = markdown.write(tea()).files
    assert file.data.decode() == fences("markdown")[0]


def test_what_brat_has_no_place_for_stands_in_notes() -> None:
    source = Source("tea.md", fences("markdown")[1].encode(), whole=True)
    (annotations, text) = brat.write(markdown.read(source).graph()).files
    assert annotations.data.decode() == fences("brat")[1]
    assert text.data.decode() == fences("text")[1]


def test_the_annotations_are_those_that_are_written() -> None:
    written = json.loads(web_annotation.write(tea()).files[0].data)
    items = {item["id"]: item for item in written["first"]["items"]}
    examples = [json.loads(example) for example in fences("json")]
    assert len(examples) == 2
    for example in examples:
        assert items[example["id"]] == example


def test_every_finding_on_the_page_is_one() -> None:
    folder = Path(inspect.getfile(interface)).parent
    code = "".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.py")))
    rules = re.findall(
        r"^\| `([a-z0-9-]+)` \|", PAGE.partition("## When the text")[2], re.MULTILINE
    )
    assert len(rules) == 6
    for rule in rules:
        assert f'"{rule}"' in code


@pytest.mark.parametrize(
    "line", [line for body in fences("sh") for line in body.splitlines() if line]
)
def test_every_command_is_understood(line: str) -> None:
    _, name, *arguments = shlex.split(line)
    group = click.Context(argmap)
    command = argmap.get_command(group, name)
    assert command is not None
    command.make_context(name, list(arguments), parent=group)
