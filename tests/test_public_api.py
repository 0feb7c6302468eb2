"""The public API: what is exported is documented, there, and no more than what is meant."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import argmap

EXPECTED = {
    *("load", "check", "check_files", "contrast", "render", "argmap_plugin"),
    *("ArgmapError", "ArgumentGraph", "Contrast", "Edit", "Essay", "Finding", "Fix", "Flag"),
    *("Kind", "Link", "LinkType", "Position", "Range", "Reference", "Severity", "Statement"),
    "Subtype",
}


def test_exactly_these_names_are_public():
    assert set(argmap.__all__) == EXPECTED
    assert len(argmap.__all__) == len(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_public_name_is_there_and_documented(name):
    thing = getattr(argmap, name)
    assert inspect.getdoc(thing)
    assert name in dir(argmap)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        _ = argmap.lode


def test_functions_survive_the_import_of_every_room():
    code = (
        "import argmap, argmap.rendering, argmap.compare.contrast, argmap.rules.run, argmap.cli\n"
        "assert all(inspect.isfunction(getattr(argmap, n)) for n in "
        "('load', 'check', 'contrast', 'render'))"
    )
    subprocess.run([sys.executable, "-c", f"import inspect\n{code}"], check=True)


def test_from_a_file_to_findings_and_a_picture(tmp_path):
    essay = tmp_path / "x.md"
    essay.write_text(
        "[Tea cools]{#tea .claim .thesis}, for [cups lose heat]{#cups .evidence supports=tea "
        'source="A thermometer"}.\n',
        "utf-8",
    )
    graph = argmap.load(tmp_path)
    assert [s.id for s in graph.statements.values()] == ["tea", "cups"]
    assert argmap.check(graph) == []
    assert argmap.render(graph, "dot").startswith(b"digraph")


def test_load_says_what_is_not_there(tmp_path):
    with pytest.raises(argmap.ArgmapError, match=r"nowhere\.md is not there"):
        argmap.load(tmp_path / "nowhere.md")
