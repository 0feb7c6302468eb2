"""AIF nodesets: what is a link and what is not, what is kept, and what is lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from argmap.essay import read_essay
from argmap.formats import json_format
from argmap.formats.aif import FORMAT, read, sniff, write
from argmap.formats.interface import CERTAIN, NO, Head, Reading, Source, Unreadable
from argmap.graph import ArgumentGraph
from argmap.model import Kind, LinkType, Subtype
from tests.formats.carried import bones, check_losses, links_of, lost, written_and_read
from tests.formats.graphs import holdable_graphs, sample
from tests.formats.nodesets import DIALOGUE, UNDERCUTS, nodeset, sorted_out


def reading(data: Any) -> Reading:
    return read(Source("n.json", json.dumps(data).encode()))


def data_of(graph: ArgumentGraph) -> dict[str, Any]:
    (file,) = write(graph).files
    data: dict[str, Any] = json.loads(file.data)
    return data


def test_each_node_of_a_step_is_a_link() -> None:
    graph = reading(UNDERCUTS).graph()
    assert links_of(graph) == [
        ("supports", ["a", "b"], "c"),
        ("attacks", ["d"], "<a>"),
        ("attacks", ["e"], "<d>"),
        ("supports", ["c"], "<e>"),
        ("restates", ["f"], "c"),
    ]
    subtypes = [link.subtype for link in graph.links.values()]
    assert subtypes == [None, Subtype.UNDERCUT, Subtype.UNDERCUT, None, None]
    kinds = {s.name: s.kind for s in graph.statements.values()}
    assert (kinds["a"], kinds["c"], kinds["d"]) == (Kind.PREMISE, Kind.CLAIM, Kind.REBUTTAL)


def test_ids_may_be_numbers_and_are_written_as_they_were() -> None:
    data = nodeset("!0:I:a 1:I:b !2:RA", "!0>2 2>1")
    graph = reading(data).graph()
    assert links_of(graph) == [("supports", ["a"], "b")]
    again = data_of(graph)
    assert [node["nodeID"] for node in again["nodes"]] == [0, "1", 2]
    assert again["edges"] == data["edges"]


def test_locutions_and_preferences_are_kept_and_say_who_speaks() -> None:
    found = reading(DIALOGUE)
    assert found.faults == ()
    graph = found.graph()
    # A participant's name where it is listed, else what the locution begins with.
    assert [s.by for s in graph.statements.values()] == ["Ann", "Robert B.", None]
    assert links_of(graph) == [("supports", ["so-what"], "dogs-bark")]
    assert lost(write(graph).losses) == {}
    assert sorted_out(data_of(graph)) == sorted_out(DIALOGUE)
    document = json_format.write(graph).files[0].data
    through_json = json_format.read(Source("n.json", document)).graph()
    assert sorted_out(data_of(through_json)) == sorted_out(DIALOGUE)


def test_other_fields_and_times_are_kept_too() -> None:
    data = nodeset("1:I:a 2:I:b 3:CA:Conflict_From_Bias", "1>3 3>2")
    data["nodes"][0]["timestamp"] = "2015-12-14 12:09:13"
    data["nodes"][2] |= {"timestamp": "", "schemeID": 9, "scheme": None}
    data["edges"][1]["formEdgeID"] = None
    data["meta"] = {"a": [1]}
    assert sorted_out(data_of(reading(data).graph())) == sorted_out(data)


def test_whoever_else_asserts_a_statement_gets_a_locution() -> None:
    text = '[a]{#a .claim by="the old man"}, [b]{#b .premise supports=a by=Ann}, [c]{.claim by=Ann}'
    data = data_of(ArgumentGraph.build([read_essay(text, "w.md")]))
    assert [(n["type"], n["text"]) for n in data["nodes"][4:]] == [
        ("L", "the old man : a"),
        ("YA", "Asserting"),
        ("L", "Ann : b"),
        ("YA", "Asserting"),
        ("L", "Ann : c"),
        ("YA", "Asserting"),
    ]
    assert data["participants"] == [
        {"participantID": 1, "firstname": "the", "surname": "old man"},
        {"participantID": 2, "firstname": "Ann", "surname": ""},
    ]
    by = [statement.by for statement in reading(data).graph().statements.values()]
    assert by == ["the old man", "Ann", "Ann"]


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        ("Default Inference", None),
        ("", None),
        ("RA", None),
        ("Argument From Expert Opinion", "expert-opinion"),
        ("expert  opinion", "expert-opinion"),
        ("Example", "example"),
        ("Argument From Moonlight", "Argument From Moonlight"),
    ],
)
def test_schemes_by_their_names(name: str, scheme: str | None) -> None:
    data = nodeset("1:I:a 2:I:b 3:RA", "1>3 3>2")
    data["nodes"][2]["text"] = name
    graph = reading(data).graph()
    assert [s.scheme for s in graph.statements.values()] == [scheme, None]
    assert data_of(graph)["nodes"][2]["text"] == name


def test_a_step_with_several_targets_is_a_link_to_each_and_one_node_again() -> None:
    data = nodeset("1:I:a 2:I:b 3:I:c 4:RA", "1>4 4>2 4>3")
    graph = reading(data).graph()
    assert links_of(graph) == [("supports", ["a"], "b"), ("supports", ["a"], "c")]
    assert sorted_out(data_of(graph)) == sorted_out(data)


def test_made_up_ids_give_way_to_words() -> None:
    id_ = "c0ffee00-1111-4222-8333-444455556666"
    data = nodeset(f"{id_}:I:it_is_so a1:I:b x:CA", f"{id_}>x x>a1")
    graph = reading(data).graph()
    assert [s.id for s in graph.statements.values()] == ["it-is-so", "a1"]
    assert sorted_out(data_of(graph)) == sorted_out(data)


FAULTS = [
    (nodeset("1:I:a 2:I:b 3:RA", "3>2"), ["link-not-made"], "the RA node '3' has no premise"),
    (nodeset("1:I:a 3:RA", "1>3"), ["link-not-made"], "leads to nothing that it can bear on"),
    (nodeset("1:I:a 3:RA", "1>3 3>1"), ["link-not-made"], "leads to nothing that it can bear on"),
    (nodeset("1:I:a 2:I:b 3:RA 4:CA", "1>3 3>2 3>4 4>2"), ["link-not-made"], "from steps only"),
    (nodeset("1:I:a 2:I:b 3:RA 4:MA", "1>3 3>2 2>4 4>3"), ["link-not-made"], "nothing"),
    (nodeset("1:I:a 2:RA 3:CA", "1>3 3>2"), ["link-not-made"] * 2, "the RA node '2'"),
    (nodeset("1:I:a 2:I:b", "1>2"), ["link-not-made"], "I-node '1' to I-node '2' with no step"),
    (nodeset("1:I:a", "1>9"), ["unknown-id"], "edges[0]: there is no node '9'"),
    (nodeset("1:I:a 2:RA 2:CA", "1>2"), ["duplicate-id", "link-not-made"], "nodes[2]: the id '2'"),
    (nodeset("1:I:a 1:I:b"), ["duplicate-id"], "the id '1' stands already"),
    (nodeset("1:I:a 2:XX"), ["bad-value"], "nodes[1]: the type 'XX' is none of AIF's"),
    (nodeset("1:I:a 2:RA", "2>2"), ["link-not-made", "self-reference"], "leads to itself"),
    ({"nodes": [{"nodeID": 1, "type": "I", "text": 5}]}, ["bad-value"], "the text is 5"),
    ({"nodes": [{"nodeID": 1, "type": "I"}]}, ["bad-value", "empty-text"], "the text is None"),
    ({"nodes": [{"nodeID": [1]}, 7, {"nodeID": True}]}, ["bad-value"] * 3, "no nodeID"),
    ({"edges": [{"fromID": 1}, None]}, ["bad-value"] * 2, "it has no fromID and toID"),
]


@pytest.mark.parametrize(("data", "rules", "message"), FAULTS)
def test_what_cannot_be_is_said_and_the_rest_read(
    data: dict[str, Any], rules: list[str], message: str
) -> None:
    found = reading(data)
    assert sorted(fault.rule for fault in found.faults) == rules
    assert any(message in fault.message for fault in found.faults)
    graph = found.graph()
    assert graph.problems == ()
    # What is no link is kept: nothing that had an id is gone.
    ids = {str(n["nodeID"]) for n in data.get("nodes", ()) if isinstance(n, dict) and "type" in n}
    assert {str(node["nodeID"]) for node in data_of(graph)["nodes"]} >= ids


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "it is not an object with nodes and edges"),
        ("text", "it is not an object with nodes and edges"),
        ({"AIF": {}}, "it is not an object with nodes and edges"),
        ({"nodes": 3}, "nodes is not a list"),
        ({"nodes": [], "edges": {}}, "edges is not a list"),
    ],
)
def test_what_is_no_nodeset(data: Any, message: str) -> None:
    with pytest.raises(Unreadable) as caught:
        reading(data)
    assert str(caught.value) == message


def test_hostile_sizes() -> None:
    deep = b'{"nodes": ' + b"[" * 10_000 + b"]" * 10_000 + b"}"
    with pytest.raises(Unreadable, match="nest more than 200 deep"):
        read(Source("n.json", deep))
    huge = 10**300
    found = reading({"nodes": [{"nodeID": huge, "type": "I", "text": "a"}], "edges": []})
    assert data_of(found.graph())["nodes"][0]["nodeID"] == huge
    # A chain of attacks on attacks, longer than any recursion could follow.
    count = 1200
    nodes = [{"nodeID": n, "type": "I", "text": f"s{n}"} for n in range(count)]
    nodes += [{"nodeID": f"c{n}", "type": "CA", "text": ""} for n in range(1, count)]
    edges = [{"fromID": n, "toID": f"c{n}"} for n in range(1, count)]
    edges += [{"fromID": f"c{n}", "toID": f"c{n - 1}" if n > 1 else 0} for n in range(1, count)]
    graph = reading({"nodes": nodes, "edges": edges}).graph()
    assert len(graph.links) == count - 1


def test_known_by_what_it_holds() -> None:
    assert sniff(Head(json.dumps(UNDERCUTS).encode())) == CERTAIN
    assert sniff(Head(b'{"nodes": [], "edges": [], "locutions": []}')) > NO
    assert sniff(Head(b'{"nodes": [{"id": 1}], "edges": []}')) == NO
    assert sniff(Head(b'{"AIF": {"nodes": [], "edges": []}}')) == NO


def test_contradictions_become_two_attacks() -> None:
    text = "[a]{#a .claim contradicts=b}, [b]{#b .claim}, [c]{.rebuttal attacks=a}"
    after, losses = written_and_read(FORMAT, ArgumentGraph.build([read_essay(text, "w.md")]))
    assert links_of(after)[:2] == [("attacks", ["a"], "b"), ("attacks", ["b"], "a")]
    assert losses.pop("contradictions, which become two attacks") == 1
    assert "links" not in losses


def test_the_sample_loses_what_aif_has_no_place_for() -> None:
    after, losses = written_and_read(FORMAT, sample())
    assert bones(after) == bones(sample())
    assert set(losses) == {
        *("authors of essays", "dates of essays", "stances of essays", "titles of essays"),
        *("contradictions, which become two attacks", "flags", "ids", "kinds", "quotes"),
        *("dates", "paragraphs of the original", "questions spoken to", "reasons of links"),
        *("schemes", "section titles", "sources", "urls", "weights"),
    }


@settings(max_examples=15, deadline=None)
@given(holdable_graphs())
def test_round_trip(graph: ArgumentGraph) -> None:
    if not graph.essays:
        return
    after, losses = written_and_read(FORMAT, graph)
    assert bones(after) == bones(graph)
    check_losses(graph, after, losses, by="names in by")
    assert losses.get("essays", 0) == len(graph.essays) - 1
    contradictions = [x for x in graph.links.values() if x.type is LinkType.CONTRADICTS]
    assert losses.get("contradictions, which become two attacks", 0) == len(contradictions)
    (file,) = write(after).files
    assert file.data == write(graph).files[0].data
    assert write(after).losses == ()


def test_a_locution_names_its_speaker_only_before_what_is_said() -> None:
    data = nodeset("1:I:dogs_bark L:L:Note:_cats_purr Y:YA:Asserting", "L>Y Y>1")
    assert [s.by for s in reading(data).graph().statements.values()] == [None]


def test_no_id_stands_twice_where_essays_are_joined() -> None:
    kept = reading(nodeset("1:I:x a:L:y b:YA:Asserting", "a>b b>1")).essays[0]
    other = read_essay("[p]{#a .claim}, [q]{#b .premise supports=a via=b1}", "w.md")
    graph = ArgumentGraph.build([kept, other])
    ids = [node["nodeID"] for node in data_of(graph)["nodes"]]
    assert len(ids) == len(set(ids)) == 6
    assert bones(reading(data_of(graph)).graph()) == bones(graph)
