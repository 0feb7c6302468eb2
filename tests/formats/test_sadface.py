"""SADFace: atoms and schemes, and what its metadata keeps for us."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest
from hypothesis import given, settings

from argmap.formats.interface import CERTAIN, LIKELY, NO, Head, Reading, Source, Unreadable
from argmap.formats.sadface import FORMAT, read, sniff, write
from argmap.graph import ArgumentGraph
from argmap.model import Flag, Kind
from tests.formats.carried import bones, check_losses, links_of, lost, written_and_read
from tests.formats.graphs import holdable_graphs, sample


def document(nodes: str, edges: str, **more: Any) -> dict[str, Any]:
    """``1:atom:text 2:scheme:support`` and ``1>2``, the ids made into UUIDs."""
    made = []
    for id_, type_, text in (each.split(":") for each in nodes.split()):
        text = text.replace("_", " ")
        fields = {"text": text, "sources": []} if type_ == "atom" else {"name": text}
        made.append({"id": _uuid(id_), "type": type_, **fields, "metadata": {}})
    ends = (each.split(">") for each in edges.split())
    pairs = [
        {"id": _uuid(str(100 + n)), "source_id": _uuid(from_), "target_id": _uuid(to)}
        for n, (from_, to) in enumerate(ends)
    ]
    return {"metadata": {"core": {}}, "resources": [], "nodes": made, "edges": pairs, **more}


def _uuid(number: str) -> str:
    return f"{int(number):08d}-0000-4000-8000-000000000000"


def reading(data: Any) -> Reading:
    return read(Source("s.json", json.dumps(data).encode()))


def test_schemes_are_links_by_their_names() -> None:
    data = document(
        "1:atom:a 2:atom:b 3:atom:c 4:atom:d 5:scheme:support 6:scheme:conflict "
        "7:scheme:Argument_From_Analogy 8:scheme:rephrase 9:scheme:preference",
        "1>5 2>5 5>3 4>6 6>5 3>7 7>4 1>8 8>2 1>9 9>5",
    )
    found = reading(data)
    assert found.faults == ()
    graph = found.graph()
    assert links_of(graph) == [
        ("supports", ["a", "b"], "c"),
        ("attacks", ["d"], "<a>"),
        ("supports", ["c"], "d"),
        ("restates", ["a"], "b"),
    ]
    assert {s.name: s.scheme for s in graph.statements.values() if s.scheme} == {"c": "analogy"}
    written = write(graph)
    assert written.losses == ()
    again = json.loads(written.files[0].data)
    assert {n["id"]: n.get("text", n.get("name")) for n in again["nodes"]} == {
        n["id"]: n.get("text", n.get("name")) for n in data["nodes"]
    }
    assert again["edges"] == data["edges"]


def test_what_others_keep_in_it_is_kept() -> None:
    data = document("1:atom:a 2:atom:b 3:scheme:support", "1>3 3>2")
    data["resources"] = [{"id": "r", "content": "a b", "metadata": {}}]
    data["metadata"] = {"core": {"title": "T", "notes": "n"}, "puzzle": {"x": 1}}
    data["nodes"][0]["sources"] = [{"resource_id": "r", "offset": 0, "length": 1}]
    data["nodes"][2]["metadata"] = {"puzzle": {"colour": "red"}}
    graph = reading(data).graph()
    assert graph.essays[0].title == "T"
    again = json.loads(write(graph).files[0].data)
    assert again["resources"] == data["resources"]
    assert again["metadata"]["puzzle"] == {"x": 1}
    assert again["metadata"]["core"] == {"title": "T", "notes": "n"}
    assert again["nodes"][0]["sources"] == data["nodes"][0]["sources"]
    assert again["nodes"][2]["metadata"]["puzzle"] == {"colour": "red"}


def test_the_older_form_has_its_head_at_the_top() -> None:
    data = document("1:atom:a", "")
    data |= {"metadata": {}, "title": "Old", "analyst_name": "S.", "id": "x"}
    graph = reading(data).graph()
    assert graph.essays[0].title == "Old"
    assert json.loads(write(graph).files[0].data)["analyst_name"] == "S."


def test_the_sample_loses_only_that_a_statement_has_no_id() -> None:
    before = sample()
    after, losses = written_and_read(FORMAT, before)
    assert losses == {"ids": 1}
    assert bones(after, contradictions=True) == bones(before, contradictions=True)
    essay, again = before.essays[0], after.essays[0]
    for name in ("id", "lang", "title", "author", "stance", "date"):
        assert getattr(essay, name) == getattr(again, name)
    named = [s for s in before.statements.values() if s.id]
    for name in ("kind", "flags", "source", "url", "weight", "scheme", "at", "by", "section"):
        was = [getattr(s, name) for s in named]
        assert was == [getattr(after.statements[s.key], name) for s in named]
    names = {link.name for link in before.links.values()}
    assert {link.name for link in after.links.values()} == names


def test_ids_are_uuids_as_the_validator_of_sadface_wants_and_its_blocks_stand() -> None:
    data = json.loads(write(sample()).files[0].data)
    for each in (*data["nodes"], *data["edges"]):
        assert str(uuid.UUID(each["id"])) == each["id"]
    for node in data["nodes"]:
        assert set(node["metadata"]) <= set(data["metadata"])
    assert set(data["edges"][0]) == {"id", "source_id", "target_id"}
    assert {"analyst_email", "analyst_name", "created", "edited", "id", "version"} <= set(
        data["metadata"]["core"]
    )


def test_values_of_ours_that_cannot_be_are_said() -> None:
    data = document("1:atom:a 2:atom:b 3:scheme:support", "1>3 3>2")
    own = {"id": "a b", "kind": "claimant", "flags": ["implicit", 3], "weight": 7, "at": ["p1"]}
    own |= {"date": "May", "scheme": 5, "made-up": 1}
    data["nodes"][0]["metadata"] = {"argmap": own}
    data["nodes"][1]["metadata"] = {"argmap": {"kind": "evidence", "flags": ["conceded"]}}
    data["nodes"][2]["metadata"] = {"argmap": {"type": ["attacks"]}, "x": 1}
    found = reading(data)
    wrong = sorted(fault.message.split()[0] for fault in found.faults)
    assert wrong == [
        f"argmap.{k}" for k in ("date", "flags", "kind", "made-up", "scheme", "weight")
    ]
    first, second = found.essays[0].statements
    assert (first.kind, first.at) == (Kind.PREMISE, ("p1",))
    assert (second.kind, second.flags) == (Kind.EVIDENCE, {Flag.CONCEDED})


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (3, "it is not an object with nodes and edges"),
        ({"nodes": {}}, "nodes is not a list"),
        ({"nodes": [], "edges": 0}, "edges is not a list"),
    ],
)
def test_what_is_none(data: Any, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        reading(data)


def test_entries_that_cannot_be() -> None:
    data: dict[str, Any] = document("1:atom:a 2:atom:b 3:scheme:support", "1>3 3>2 3>9")
    data["nodes"] += [None, {"id": None}, {"id": 5, "type": "atom", "text": ["x"]}, {"id": "z"}]
    data["nodes"] += [{"id": 6, "type": "scheme"}]
    data["edges"] += [7, {"source_id": 1}]
    data["metadata"] = [1]
    found = reading(data)
    assert {fault.rule for fault in found.faults} == {
        *("bad-value", "unknown-id", "empty-text", "link-not-made"),
    }
    assert links_of(found.graph()) == [("supports", ["a"], "b")]
    write(found.graph())


def test_known_by_what_it_holds() -> None:
    data = json.dumps(document("1:atom:a", "")).encode()
    assert sniff(Head(data)) == CERTAIN
    assert sniff(Head(b'{"metadata": {}, "resources": [], "nodes": [], "edges": []}')) == LIKELY
    assert sniff(Head(b'{"nodes": [], "edges": []}')) == NO


@settings(max_examples=12, deadline=None)
@given(holdable_graphs())
def test_round_trip(graph: ArgumentGraph) -> None:
    if not graph.essays:
        return
    after, losses = written_and_read(FORMAT, graph)
    assert bones(after, contradictions=True) == bones(graph, contradictions=True)
    check_losses(graph, after, losses, by="names in by")
    assert set(losses) <= {"essays", "ids", "names of links", "questions spoken to"}
    assert len(graph.essays) > 1 or set(losses) <= {"ids", "names of links"}
    once = write(after)
    assert lost(once.losses) == {}
    again = read(Source("w.json", once.files[0].data)).graph()
    assert write(again).files[0].data == once.files[0].data
