"""The public API: what is exported is documented, there, and no more than what is meant."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import argmap

EXPECTED = {
    *("load", "dump", "check", "check_files", "contrast", "render", "argmap_plugin"),
    *("ArgmapError", "ArgumentGraph", "Contrast", "Edit", "Essay", "Finding", "Fix", "Flag"),
    *(
        "Kind",
        "Link",
        "LinkType",
        "Loss",
        "Position",
        "Range",
        "Reference",
        "Severity",
        "Statement",
    ),
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
        "import argmap, argmap.rendering, argmap.compare.contrast, argmap.rules.run, argmap.cli, argmap.formats.converting\n"
        "assert all(inspect.isfunction(getattr(argmap, n)) for n in "
        "('load', 'check', 'contrast', 'render', 'dump'))"
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


def test_what_is_dumped_is_loaded_again(tmp_path):
    essay = tmp_path / "x.md"
    essay.write_text("[Tea]{#tea .claim}, [for]{#cups .premise supports=tea}.\n", "utf-8")
    graph = argmap.load(essay)
    assert argmap.dump(graph, tmp_path / "x.json") == ()
    assert argmap.dump(graph, tmp_path / "new" / "x", "json") == ()
    again = argmap.load(tmp_path / "x.json")
    assert list(again.statements.values()) == list(graph.statements.values())
    assert list(again.links.values()) == list(graph.links.values())
    assert [loss.kind for loss in argmap.dump(graph, tmp_path / "x.csv")] == []
    with pytest.raises(argmap.ArgmapError, match="no format 'jsno'; did you mean json"):
        argmap.dump(graph, tmp_path / "y", "jsno")


def test_load_says_what_is_not_there(tmp_path):
    with pytest.raises(argmap.ArgmapError, match=r"nowhere\.md is not there"):
        argmap.load(tmp_path / "nowhere.md")
