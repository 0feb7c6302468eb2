"""The committed maps: current, no ribbons, and safe to open."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from argmap.building import made, plan
from argmap.building_index import Part
from argmap.cli.reading import prose_beside, read_project
from argmap.config import find_config

ROOT = Path(__file__).parents[2]
PICTURES = sorted((ROOT / "maps").rglob("*.svg"))


def test_the_committed_words_and_spines_are_what_the_essays_make(monkeypatch):
    """The others take half a minute: ``argmap build --check`` in .ci/run proves them all."""
    monkeypatch.chdir(ROOT)
    config = find_config()
    project, graph = read_project((), config=config)
    artefacts = plan(
        graph, config.build, names=config.names, prose=prose_beside(graph, project.sources)
    )
    words = [a for a in artefacts if a.path.suffix == ".md" and a.part is not Part.EDITIONS]
    some = [*words, *(a for a in artefacts if a.part is Part.SPINE)]
    assert [a.path.name for a, content in made(some) if a.path.read_bytes() != content] == []


def test_there_are_pictures():
    assert len(PICTURES) >= 3


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.name)
def test_no_ribbons(picture):
    """A map of 50 statements or more is at most 3 times as wide as high, and as high as wide."""
    root = ET.parse(picture).getroot()
    width, height = (float(number) for number in root.attrib["viewBox"].split()[2:])
    nodes = [g for g in root.iter("{http://www.w3.org/2000/svg}g") if g.get("class") == "node"]
    if len(nodes) >= 50:
        assert max(width / height, height / width) <= 3


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.name)
def test_nothing_runs_and_nothing_is_fetched(picture):
    text = picture.read_text("utf-8")
    assert "<script" not in text
    assert "javascript:" not in text
    assert "<image" not in text
