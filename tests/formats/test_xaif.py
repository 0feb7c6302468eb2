"""xAIF: a nodeset with what stands beside it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from argmap.essay import read_essay
from argmap.formats import aif
from argmap.formats.interface import CERTAIN, NO, Head, Source, Unreadable
from argmap.formats.xaif import FORMAT, read, sniff, write
from argmap.graph import ArgumentGraph
from tests.formats.carried import bones, check_losses, lost, written_and_read
from tests.formats.graphs import holdable_graphs
from tests.formats.nodesets import DIALOGUE, nodeset, sorted_out

BESIDE: dict[str, Any] = {
    "text": {"txt": '<span class="highlighted" id="0">dogs</span>'},
    "dialog": True,
    "ova": [],
    "OVA": {"firstname": "A", "nodes": [{"nodeID": 1, "x": "273", "y": 1.5}], "edges": []},
}


def test_all_is_there_again() -> None:
    data = {"AIF": nodeset("!1:I:a 2:I:b 3:CA", "!1>3 3>2"), **BESIDE, "OVA": {"url": ""}}
    graph = read(Source("x.json", json.dumps(data).encode())).graph()
    written = write(graph)
    assert written.losses == ()
    again = json.loads(written.files[0].data)
    assert sorted_out(again["AIF"]) == sorted_out(data["AIF"])
    assert {k: v for k, v in again.items() if k not in ("AIF", "OVA")} == {
        k: v for k, v in data.items() if k not in ("AIF", "OVA")
    }


def test_what_ova_has_drawn_stays_where_it_is() -> None:
    data = {"AIF": nodeset("!1:I:a 2:I:b 3:CA", "!1>3 3>2"), **BESIDE}
    graph = read(Source("x.json", json.dumps(data).encode())).graph()
    ova = json.loads(write(graph).files[0].data)["OVA"]
    assert ova["firstname"] == "A"
    assert ova["nodes"][0] == BESIDE["OVA"]["nodes"][0]
    assert [node["nodeID"] for node in ova["nodes"]] == [1, "2", "3"]
    assert len(ova["edges"]) == 2


def test_locutions_go_from_one_to_the_other() -> None:
    graph = aif.read(Source("n.json", json.dumps(DIALOGUE).encode())).graph()
    written = write(graph)
    assert written.losses == ()
    nodeset_ = json.loads(written.files[0].data)["AIF"]
    assert sorted_out(nodeset_) == sorted_out(DIALOGUE)
    back = read(Source("x.json", written.files[0].data)).graph()
    written = aif.write(back)
    assert lost(written.losses) == {"fields kept for other formats": 1}
    assert sorted_out(json.loads(written.files[0].data)) == sorted_out(DIALOGUE)


def test_a_new_one_has_its_text_marked_and_is_drawn() -> None:
    text = "[a \\<b> & c]{#a .claim}, since [it is]{#b .premise supports=a}"
    written = write(ArgumentGraph.build([read_essay(text, "w.md")]))
    data = json.loads(written.files[0].data)
    assert data["text"] == (
        '<span class="highlighted" id="nodea">a &lt;b&gt; &amp; c</span><br>'
        '<span class="highlighted" id="nodeb">it is</span><br>'
    )
    assert data["dialog"] is False
    assert [node["nodeID"] for node in data["OVA"]["nodes"]] == ["a", "b", "1"]
    assert data["AIF"]["participants"] == []


def test_what_is_none() -> None:
    assert sniff(Head(b'{"AIF": {}}')) == CERTAIN
    assert sniff(Head(b'{"nodes": []}')) == NO
    for data, message in (
        ([], "it is not an object with a nodeset in AIF"),
        ({"AIF": None}, "AIF is not an object with nodes and edges"),
        ({"AIF": {"nodes": 1}}, "AIF.nodes is not a list"),
    ):
        with pytest.raises(Unreadable, match=message):
            read(Source("x.json", json.dumps(data).encode()))
    found = read(Source("x.json", b'{"AIF": {"nodes": [{}], "edges": null}}'))
    assert found.faults[0].message.startswith("AIF.nodes[0]: it has no nodeID")


@settings(max_examples=10, deadline=None)
@given(holdable_graphs())
def test_round_trip(graph: ArgumentGraph) -> None:
    if not graph.essays:
        return
    after, losses = written_and_read(FORMAT, graph)
    assert bones(after) == bones(graph)
    check_losses(graph, after, losses, by="names in by")
    assert write(after).files[0].data == write(graph).files[0].data
