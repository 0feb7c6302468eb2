"""docs/formats-argdown.md: its examples are what argmap reads and writes."""

from __future__ import annotations

import re
from pathlib import Path

from argmap.essay import read_essay
from argmap.formats import argdown, carneades, kialo, markdown
from argmap.formats.interface import Format, Source
from argmap.graph import ArgumentGraph

PAGE = (Path(__file__).parents[1] / "docs" / "formats-argdown.md").read_text("utf-8")
FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def fence(language: str, number: int = 0) -> str:
    return [body for name, body in FENCES if name == language][number]


def as_markdown(format_: Format, name: str, text: str) -> str:
    assert format_.read is not None
    found = format_.read(Source(name, text.encode()))
    assert found.faults == ()
    (file,) = markdown.write(found.graph()).files
    return file.data.decode()


def test_the_essay_becomes_this_argdown() -> None:
    graph = ArgumentGraph.build([read_essay(fence("markdown"), "dredging.md")])
    written = argdown.write(graph)
    assert written.losses == ()
    assert written.files[0].data.decode() == fence("argdown")


def test_the_other_examples_become_these_essays() -> None:
    assert as_markdown(argdown.FORMAT, "example.argdown", fence("argdown", 1)) == fence(
        "markdown", 1
    )
    assert as_markdown(kialo.FORMAT, "school.txt", fence("kialo")) == fence("markdown", 2)
    assert as_markdown(carneades.FORMAT, "train.yml", fence("yaml")) == fence("markdown", 3)


def test_the_kialo_example_comes_back_the_same() -> None:
    graph = kialo.read(Source("school.txt", fence("kialo").encode())).graph()
    written = kialo.write(graph)
    assert (written.losses, written.files[0].data.decode()) == ((), fence("kialo"))
