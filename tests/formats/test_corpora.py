"""The field's real corpora, read in place: what their papers count, and nothing of it lost.

They lie beside the project, and are no part of it; where they are absent these tests are skipped.
"""

from __future__ import annotations

import json
from collections import Counter
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from argmap.formats import aif, json_format, markdown, microtexts, xaif
from argmap.formats.interface import Format, Source
from argmap.formats.safe.xml import read_xml
from argmap.graph import ArgumentGraph
from argmap.model import LinkType, Subtype
from tests.commands.run_argmap import argmap
from tests.formats.nodesets import sorted_out

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
pytestmark = pytest.mark.skipif(
    not CORPORA.is_dir(), reason="the corpora are no part of the project, and are not beside it"
)


@cache
def texts() -> dict[str, bytes]:
    return _files("arg-microtexts", "*.xml")


@cache
def nodesets() -> dict[str, bytes]:
    return _files("aif-microtexts", "nodeset*.json")


def _files(folder: str, pattern: str) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in sorted((CORPORA / folder).glob(pattern))}


@cache
def read(format_: Format, name: str) -> ArgumentGraph:
    data = texts()[name] if format_ is microtexts.FORMAT else nodesets()[name]
    assert format_.read is not None
    reading = format_.read(Source(name, data))
    assert reading.faults == ()
    graph = reading.graph()
    assert graph.problems == ()
    return graph


def counts(graphs: list[ArgumentGraph]) -> dict[str, int]:
    links = [link for graph in graphs for link in graph.links.values()]
    types = Counter(link.type for link in links)
    return {
        "units": sum(len(graph.statements) for graph in graphs),
        "opponent's": sum(s.by is not None for graph in graphs for s in graph.statements.values()),
        "supports": types[LinkType.SUPPORTS],
        "attacks": types[LinkType.ATTACKS],
        "undercuts": sum(link.subtype is Subtype.UNDERCUT for link in links),
        "linked": sum(len(link.sources) - 1 for link in links),
    }


def test_the_microtexts_have_the_published_counts() -> None:
    graphs = [read(microtexts.FORMAT, name) for name in texts()]
    assert len(graphs) == 112
    assert counts(graphs) == {
        "units": 576,
        "opponent's": 125,
        "supports": 272,
        "attacks": 171,
        "undercuts": 63,
        "linked": 21,
    }
    links = [(graph, link) for graph in graphs for link in graph.links.values()]
    undercut = [g.links[x.target].type for g, x in links if x.subtype is Subtype.UNDERCUT]
    assert Counter(undercut) == {LinkType.ATTACKS: 46 + 5, LinkType.SUPPORTS: 12}
    rebutted = [
        g.links[g.links[x.target].key].subtype
        for g, x in links
        if x.subtype is Subtype.UNDERCUT and g.links[x.target].type is LinkType.ATTACKS
    ]
    assert sum(subtype is not Subtype.UNDERCUT for subtype in rebutted) == 46
    schemes = Counter(s.scheme for graph in graphs for s in graph.statements.values())
    assert schemes["example"] == 9


def elements(data: bytes) -> tuple[Any, ...]:
    """All of a text, whatever the order of its elements."""
    root, _ = read_xml(Source("", data))
    parts = [(e.tag, tuple(sorted(e.attributes.items())), e.text) for e in root.children]
    return dict(root.attributes), sorted(parts)


def without_edge_ids(data: bytes) -> tuple[Any, ...]:
    """All of a text but what its edges are called: Markdown names only those that it must."""
    root, _ = read_xml(Source("", data))
    edges = {e.attributes["id"]: e.attributes for e in root.children if e.tag == "edge"}
    units = [(e.tag, dict(e.attributes), e.text) for e in root.children if e.tag != "edge"]

    def end(id_: str) -> str:
        return f"<{edges[id_]['src']}>" if id_ in edges else id_

    relations = sorted((e["src"], end(e["trg"]), e["type"]) for e in edges.values())
    return dict(root.attributes), units, relations


def test_each_microtext_is_the_same_byte_by_byte_when_written() -> None:
    for name, data in texts().items():
        written = microtexts.write(read(microtexts.FORMAT, name))
        assert written.losses == ()
        assert written.files[0].data == data.replace(b"\r\n", b"\n")


def test_each_microtext_goes_through_markdown_and_json() -> None:
    ids_kept = 0
    for name, data in texts().items():
        graph = read(microtexts.FORMAT, name)
        document = json_format.write(graph).files[0].data
        through = json_format.read(Source(name, document)).graph()
        assert microtexts.write(through).files[0].data == data.replace(b"\r\n", b"\n")
        essay = markdown.write(graph)
        assert {loss.kind for loss in essay.losses} <= {"fields kept for other formats"}
        through = markdown.read(Source("x.md", essay.files[0].data)).graph()
        written = microtexts.write(through)
        assert written.losses == ()
        assert without_edge_ids(written.files[0].data) == without_edge_ids(data), name
        ids_kept += elements(written.files[0].data) == elements(data)
    assert ids_kept == 87


def test_the_nodesets_are_read_whole_and_written_again() -> None:
    graphs = [read(aif.FORMAT, name) for name in nodesets()]
    assert counts(graphs) == {
        "units": 566,
        "opponent's": 0,  # AIF holds no roles, and these have no locutions
        "supports": 268,
        "attacks": 167,
        "undercuts": 61,
        "linked": 21,
    }
    for name, data in nodesets().items():
        written = aif.write(read(aif.FORMAT, name))
        assert written.losses == ()
        assert sorted_out(json.loads(written.files[0].data)) == sorted_out(json.loads(data))


def _aligned(graph: ArgumentGraph, other: ArgumentGraph) -> dict[str, str]:
    """Lead from statements to those of the other that are nearest by their words."""
    left = {key: statement.text for key, statement in other.statements.items()}
    found: dict[str, str] = {}
    for key, statement in graph.statements.items():
        same = [each for each, text in left.items() if text == statement.text]
        if not same:
            same = [max(left, key=lambda k: SequenceMatcher(a=left[k], b=statement.text).ratio())]
        found[key] = same[0]
        del left[same[0]]
    return found


def _shape(graph: ArgumentGraph, name: dict[str, str]) -> Counter[Any]:
    def end(key: str) -> Any:
        if key in name:
            return name[key]
        link = graph.links[key]
        return (
            str(link.type),
            tuple(sorted(name[each] for each in link.sources)),
            end(link.target),
        )

    return Counter(map(end, graph.links))


def test_both_forms_of_a_microtext_say_the_same_but_for_what_is_told_here() -> None:
    pairs = json.loads((CORPORA / "aif-microtexts" / "aif2arggraph.json").read_text("utf-8"))
    there = {nodeset: name for nodeset, name in pairs.items() if nodeset in nodesets()}
    # Two texts have no nodeset: their "extra" ids lead to files that the corpus does not have.
    assert {pairs[nodeset] for nodeset in pairs.keys() - there.keys()} == {
        "micro_k029",
        "micro_k031",
    }
    assert len(there) == 110
    other_words: dict[str, int] = {}
    other_links: list[str] = []
    for nodeset, name in there.items():
        ours, theirs = read(microtexts.FORMAT, name), read(aif.FORMAT, nodeset)
        assert len(ours.statements) == len(theirs.statements)
        words = [Counter(s.text for s in g.statements.values()) for g in (ours, theirs)]
        if words[0] != words[1]:
            other_words[name] = sum((words[0] - words[1]).values())
        own = {key: key for key in ours.statements}
        if _shape(ours, own) != _shape(theirs, _aligned(theirs, ours)):
            other_links.append(name)
            # The links are those of the text, by the place of each statement in the list; but the
            # second statement's words stand last there, and all after it moved up by one.
            by_place = dict(zip(theirs.statements, ours.statements, strict=True))
            assert _shape(ours, own) == _shape(theirs, by_place)
            listed = [s.text for s in theirs.statements.values()]
            assert [listed[0], listed[-1], *listed[1:-1]] == [
                s.text for s in ours.statements.values()
            ]
    # "and" and a dash stand on the other side of the border between two units.
    assert other_words == {"micro_b025": 2, "micro_d07": 2}
    assert other_links == ["micro_k011"]


def test_the_examples_of_xaif_are_read_whole() -> None:
    found = {}
    for name, data in _files("xaif", "*.json").items():
        reading = xaif.read(Source(name, data))
        assert reading.faults == ()
        graph = reading.graph()
        by = [statement.by for statement in graph.statements.values()]
        found[name] = (by, len(graph.links))
        written = xaif.write(graph)
        assert written.losses == ()
        before, after = json.loads(data), json.loads(written.files[0].data)
        assert sorted_out(before.pop("AIF")) == sorted_out(after.pop("AIF"))
        assert before == after
    assert found == {
        "tutorial-1": ([], 0),
        "tutorial-2": (["Speaker 1", "Speaker 2", None], 1),
        "tutorial-3": (["Participant Rachel", "Participant Rachel"], 1),
    }


def test_stats_of_the_folder(capsys: pytest.CaptureFixture[str]) -> None:
    ran = argmap(capsys, "stats", str(CORPORA), "--format", "json")
    formats = {each["format"]: each for each in json.loads(ran.out)["formats"]}
    counted = formats["microtexts"]
    assert (counted["files"], counted["findings"], counted["statements"]) == (112, 0, 576)
    assert counted["links"] == {"supports": 272, "attacks": 171, "contradicts": 0, "restates": 0}
    assert counted["subtypes"]["undercut"] == 63
    assert (counted["linked_premises"], counted["circles"]) == (21, 0)
    assert (formats["aif"]["files"], formats["xaif"]["files"]) == (110, 3)
