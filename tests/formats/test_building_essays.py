"""Nodes and edges of other formats become essays, whatever ids, circles and gaps they have."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats.building_essays import (
    Edge,
    Node,
    essay_from,
    foreign,
    foreign_link,
    names_of,
    scheme_of,
)
from argmap.formats.interface import Reading, Source
from argmap.graph import ArgumentGraph
from argmap.model import Kind, LinkType, Position, Range, Subtype

S, A, C, R = LinkType.SUPPORTS, LinkType.ATTACKS, LinkType.CONTRADICTS, LinkType.RESTATES
HERE = Source("data/nodeset 7.json", b"")


def built(nodes: list[Node], edges: list[Edge], **head: Any) -> Reading:
    return essay_from(HERE, "aif", nodes, edges, **head)


def of(*texts: str) -> list[Node]:
    return [Node(number, text) for number, text in enumerate(texts)]


def rules(reading: Reading) -> list[str]:
    return [fault.rule for fault in reading.faults]


def ends(graph: ArgumentGraph) -> list[tuple[str, list[str], str, str | None]]:
    names = names_of(graph)
    return [
        (link.type.value, [names[each] for each in link.sources], names[link.target], link.name)
        for link in graph.links.values()
    ]


def test_ids_are_kept_where_they_are_legal_and_made_of_words_where_not() -> None:
    nodes = [
        Node("a-1", "A"),
        Node(7, "Dogs bark loudly"),
        Node("8", "개가 짖는다"),
        Node("x y", ""),
        Node("e\u0301", "E"),
    ]
    edges = [Edge(S, ("7",), "a-1", id=12, extra={"weight": 2}), Edge(A, (8,), 12, id="c 1")]
    reading = built(nodes, edges)
    graph = reading.graph()
    assert [each.id for each in graph.statements.values()] == [
        *("a-1", "dogs-bark-loudly", "gaega-jijneunda", "claim-1", "é")
    ]
    assert [foreign(each.extra, "aif")["id"] for each in graph.statements.values()] == [
        *("a-1", 7, "8", "x y", "e\u0301")
    ]
    assert ends(graph) == [
        ("supports", ["dogs-bark-loudly"], "a-1", "link-1"),
        ("attacks", ["gaega-jijneunda"], "link-1", None),
    ]
    first, second = graph.links.values()
    assert foreign_link(graph, first, "aif") == {"id": 12, "weight": 2}
    assert foreign_link(graph, second, "aif") == {"id": "c 1"}
    assert foreign_link(graph, second, "kialo") == {}
    assert second.subtype is Subtype.UNDERCUT
    assert rules(reading) == ["empty-text"]
    (essay,) = graph.essays
    assert (essay.key, essay.path) == ("nodeset-7@en", "data/nodeset 7.json")


def test_kinds_are_inferred_by_the_part_a_statement_plays() -> None:
    edges = [
        Edge(S, (1,), 0),
        Edge(S, (2,), 1),
        Edge(A, (3,), 0),
        Edge(S, (4,), 3),
        Edge(A, (4,), 0),
    ]
    reading = built([*of("c", "sub", "p", "r", "q", "alone"), Node(6, "e", Kind.EVIDENCE)], edges)
    assert [each.kind.value for each in reading.essays[0].statements] == [
        *("claim", "claim", "premise", "rebuttal", "premise", "claim", "evidence")
    ]


def test_linked_premises_have_a_name_that_each_of_them_can_say() -> None:
    graph = built(of("c", "p", "q"), [Edge(S, (1, 2), 0, scheme="modus-ponens")]).graph()
    assert ends(graph) == [("supports", ["p", "q"], "c", "link-1")]
    (link,) = graph.links.values()
    assert scheme_of(graph, link) == "modus-ponens"
    assert [each.scheme for each in graph.statements.values()] == [
        None,
        "modus-ponens",
        "modus-ponens",
    ]


def test_the_same_link_again_is_one_unless_something_tells_them_apart() -> None:
    edges = [Edge(S, (1,), 0), Edge(S, (1,), 0), Edge(C, (0,), 1), Edge(C, (1,), 0)]
    assert len(built(of("c", "p"), edges).graph().links) == 2
    apart = [Edge(S, (1,), 0, id=5), Edge(S, (1,), 0, id=6, scheme="x")]
    graph = built(of("c", "p"), apart).graph()
    assert [link.name for link in graph.links.values()] == [None, "link-1"]
    assert [foreign_link(graph, link, "aif")["id"] for link in graph.links.values()] == [5, 6]
    assert [scheme_of(graph, link) for link in graph.links.values()] == [None, "x"]


@pytest.mark.parametrize(
    ("edges", "found", "left"),
    [
        ([Edge(S, (9,), 0)], ["unknown-id"], 0),
        ([Edge(S, (1, 9), 0)], ["unknown-id"], 1),
        ([Edge(S, (1,), 9)], ["unknown-id"], 0),
        ([Edge(S, (1,), 1)], ["self-reference"], 0),
        ([Edge(S, (1,), "l", id="l")], ["self-reference"], 0),
        ([Edge(S, (1,), 0, id="l"), Edge(C, (2,), "l")], ["statement-needed"], 1),
        ([Edge(S, (1,), 0, id="l"), Edge(A, ("l",), 2)], ["link-as-source"], 1),
        ([Edge(S, (1,), 9, id="l"), Edge(A, (2,), "l", id="m"), Edge(A, (0,), "m")],
         ["unknown-id", "link-not-made", "link-not-made"], 0),
        ([Edge(S, (1,), 0, id="l"), Edge(S, (2,), 0, id="l")], ["duplicate-id"], 2),
        ([Edge(S, (1,), 0), Edge(S, (2,), 1), Edge(S, (0,), 2)], [], 3),
        ([Edge(A, (1,), "m", id="l"), Edge(A, (2,), "l", id="m")], [], 2),
    ],
)  # fmt: skip
def test_what_cannot_be_a_link_is_a_fault_and_the_rest_stands(
    edges: list[Edge], found: list[str], left: int
) -> None:
    reading = built(of("c", "p", "q"), edges)
    assert rules(reading) == found
    graph = reading.graph()
    assert len(graph.links) == left
    assert graph.problems == ()
    graph.circles()


def test_a_node_that_stands_twice_is_kept_and_told_at_its_place() -> None:
    place = Range(Position(3, 5), Position(3, 9))
    reading = built([Node(1, "one"), Node("1", "two", range=place)], [])
    assert [(fault.rule, str(fault.range)) for fault in reading.faults] == [
        ("duplicate-id", "3:5-3:9")
    ]
    assert [each.text for each in reading.essays[0].statements] == ["one", "two"]
    assert reading.essays[0].line_count == 3


def test_values_that_are_none_of_ours_stay_in_extra() -> None:
    values = {
        "weight": 7,
        "date": "yesterday",
        "source": " The\nTimes ",
        "by": "",
        "on": ["q"],
        "cite": None,
    }
    (statement,) = built([Node(1, "a\0", values=values, extra={"t": 1})], []).essays[0].statements
    assert (statement.weight, statement.date, statement.source, statement.by) == (
        None,
        None,
        "The Times",
        None,
    )
    assert [str(each) for each in statement.on] == ["q"]
    assert statement.text == "a\ufffd"
    assert statement.extra == {"aif": {"id": 1, "weight": 7, "date": "yesterday", "t": 1}}


@pytest.mark.parametrize(
    ("work", "lang", "key"),
    [("x", "ko", "x@ko"), ("../../etc", "??", "etc@en"), ("7 z", "", "work-7-z@en"), ("", "", "nodeset-7@en"), ("--", "", "nodeset-7@en")],
)  # fmt: skip
def test_a_work_is_called_what_an_id_can_hold(work: str, lang: str, key: str) -> None:
    assert built([], [], work=work, lang=lang).essays[0].key == key


def test_thousands_that_say_the_same_cost_no_more_than_their_number() -> None:
    nodes = [Node(number, "the same words") for number in range(4000)]
    edges = [
        Edge(S, (number,), number - 1, id=f"e {number}", named=True) for number in range(1, 4000)
    ]
    (essay,) = built(nodes, edges).essays
    assert essay.statements[-1].id == "words-4000"
    assert essay.links[-1].via == "link-3999"


IDS = st.integers(0, 4) | st.sampled_from(
    ["a", "1", "x y", "é", "e\u0301", "", "link-1", "claim-1", "~1"]
)


@settings(max_examples=25)
@given(
    st.lists(st.builds(Node, IDS, st.sampled_from(["", "one two", "둘"])), max_size=5),
    st.lists(
        st.builds(
            Edge, st.sampled_from(LinkType), st.lists(IDS, max_size=3).map(tuple), IDS,
            id=st.none() | IDS | st.sampled_from(["l", "m", 9]), named=st.booleans(),
            reason=st.sampled_from(["", "why"]), scheme=st.none() | st.just("s"),
        ),
        max_size=6,
    ),
)  # fmt: skip
def test_any_data_becomes_a_graph_that_markdown_and_json_hold(
    nodes: list[Node], edges: list[Edge]
) -> None:
    from argmap.formats.documents.graph import dumps, loads
    from argmap.formats.markdown import write

    reading = built(nodes, edges)
    graph = reading.graph()
    assert graph.problems == ()
    assert len(graph.statements) == len(nodes)
    assert {loss.kind for loss in write(graph).losses} <= {"fields kept for other formats"}
    again = loads(dumps(graph))
    for key, link in graph.links.items():
        assert foreign_link(again, again.links[key], "aif") == foreign_link(graph, link, "aif")
