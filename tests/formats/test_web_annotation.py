"""Web Annotation: what the vocabulary asks for, and quotes that are found again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from argmap.formats.differing import lost_between
from argmap.formats.interface import CERTAIN, LIKELY, NO, Head, Reading, Source, Unreadable
from argmap.formats.standoff import plain
from argmap.formats.web_annotation import FORMAT, read, write
from argmap.graph import ArgumentGraph
from argmap.model import Flag, Kind
from tests.formats.graphs import holdable_graphs, sample

SAMPLES = Path(__file__).parent / "samples"
IRI = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}
SCHEMA = {
    "$comment": "What the Web Annotation Data Model (W3C, 23 February 2017) requires of what argmap "
    "writes, in our own words: sections 3.1, 3.2.4, 4.2.4, 4.2.5, 5.1 and 5.2.",
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "label": {"type": "string"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "partOf": IRI,
                "startIndex": {"type": "integer", "minimum": 0},
                "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
            },
        },
    },
    "$defs": {
        "annotation": {
            "type": "object",
            "required": ["id", "type", "target"],
            "properties": {
                "id": IRI,
                "type": {"const": "Annotation"},
                "motivation": {"enum": ["classifying", "linking"]},
                "body": {"type": "array", "items": {"anyOf": [IRI, {"$ref": "#/$defs/textual"}]}},
                "target": {
                    "anyOf": [
                        {"$ref": "#/$defs/target"},
                        {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/target"}},
                    ]
                },
            },
        },
        "textual": {
            "type": "object",
            "required": ["type", "value"],
            "properties": {
                "type": {"const": "TextualBody"},
                "value": {"type": "string"},
                "purpose": {"enum": ["classifying", "tagging", "describing"]},
            },
        },
        "target": {
            "anyOf": [
                IRI,
                {
                    "type": "object",
                    "required": ["source", "selector"],
                    "properties": {
                        "source": IRI,
                        "selector": {"type": "array", "items": {"$ref": "#/$defs/selector"}},
                    },
                },
            ]
        },
        "selector": {
            "anyOf": [
                {
                    "required": ["type", "exact"],
                    "properties": {
                        "type": {"const": "TextQuoteSelector"},
                        "exact": {"type": "string", "minLength": 1},
                        "prefix": {"type": "string"},
                        "suffix": {"type": "string"},
                    },
                },
                {
                    "required": ["type", "start", "end"],
                    "properties": {
                        "type": {"const": "TextPositionSelector"},
                        "start": {"type": "integer", "minimum": 0},
                        "end": {"type": "integer", "minimum": 1},
                    },
                },
            ]
        },
    },
}


def reading(data: Any, text: str | None = None) -> Reading:
    beside = {} if text is None else {".txt": text.encode()}
    return read(Source("x.jsonld", json.dumps(data).encode(), beside))


def note(*selectors: dict[str, Any], id_: str = "urn:x:1", **others: Any) -> dict[str, Any]:
    target = {"source": "http://example.org/t.txt", "selector": list(selectors)}
    return {"id": id_, "type": "Annotation", "target": target, **others}


def quote(exact: str, prefix: str = "", suffix: str = "") -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def position(start: Any, end: Any) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def spans(found: Reading) -> list[Any]:
    return [s.extra.get("standoff", {}).get("spans") for s in found.essays[0].statements]


def again(graph: ArgumentGraph) -> Reading:
    first, *others = write(graph).files
    return read(Source("x.jsonld", first.data, {each.suffix: each.data for each in others}))


# Writing


@settings(max_examples=15)
@given(holdable_graphs())
def test_any_graph_is_written_as_the_vocabulary_asks_and_quotes_stand_where_they_say(
    graph: ArgumentGraph,
) -> None:
    files = write(graph).files
    judge = jsonschema.Draft202012Validator(SCHEMA)
    for notes, text in zip(files[::2], files[1::2], strict=True):
        data, words = json.loads(notes.data), text.data.decode()
        judge.validate(data)
        items = data["first"]["items"]
        assert data["total"] == len(items) == len({item["id"] for item in items})
        for item in items:
            targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
            for target in targets:
                if isinstance(target, dict):
                    said, at = target["selector"]
                    assert words[at["start"] : at["end"]] == said["exact"]
                    assert words[: at["start"]].endswith(said["prefix"])
                    assert words[at["end"] :].startswith(said["suffix"])
    if len(graph.essays) == 1 and not any("~" in key for key in graph.statements):
        assert write(graph).losses == ()
        assert lost_between(graph, again(graph).graph()) == ()


def test_the_sample_comes_back() -> None:
    written = write(sample())
    assert [(loss.kind, loss.example) for loss in written.losses] == [
        ("ids", "id None"),
        ("paragraphs with words outside statements", "line 12 of tea.md"),
    ]
    there = again(sample())
    assert there.faults == ()
    assert there.graph().links.keys() == {key.replace("~1/", "nameless/") for key in sample().links}
    implicit = json.loads(written.files[0].data)["first"]["items"][6]
    assert implicit["target"] == "urn:argmap:text:tea@en"
    assert implicit["argmap:values"]["text"] == "All that is hot cools"
    assert b"All that is hot cools" not in written.files[1].data


def test_brats_text_and_places_go_over_and_come_back() -> None:
    from argmap.formats import brat

    file = SAMPLES / "brat" / "bicycles.ann"
    text = file.with_suffix(".txt").read_bytes()
    before = brat.read(Source(file.name, file.read_bytes(), {".txt": text})).graph()
    written = write(before)
    assert [file.data for file in written.files[1:]] == [text]
    after = again(before)
    assert after.faults == ()
    back = brat.write(after.graph())
    assert back.files[1].data == text
    assert set(back.files[0].data.splitlines()) == {
        line for line in file.read_bytes().splitlines() if line[:1] != b"#"
    }
    assert len(after.graph().links) == len(before.links)


# Reading


def test_annotations_of_others_are_read_and_kept() -> None:
    file = SAMPLES / "web-annotation" / "kettle.jsonld"
    source = Source(file.name, file.read_bytes(), {".txt": file.with_suffix(".txt").read_bytes()})
    found = read(source)
    assert found.faults == ()
    first, second = found.essays[0].statements
    assert (first.kind, second.kind) == (Kind.CLAIM, Kind.PREMISE)
    assert first.text == "every office kitchen needs a kettle"
    assert second.text.startswith("茶 and")
    (link,) = found.graph().links.values()
    assert link.sources == (second.key,)
    written = json.loads(write(found.graph()).files[0].data)
    items = {item["id"]: item for item in written["first"]["items"]}
    given = {item["id"]: item for item in json.loads(source.data)["items"]}
    assert items.keys() == given.keys()
    assert items["http://example.org/notes/4"] == given["http://example.org/notes/4"]
    assert items["http://example.org/notes/1"]["creator"] == "http://example.org/people/kim"
    assert items["http://example.org/notes/2"]["target"]["source"].endswith("kettle.txt")
    assert write(found.graph()).losses == ()


def test_without_the_text_targets_stay_as_they_are() -> None:
    file = SAMPLES / "web-annotation" / "kettle.jsonld"
    found = read(Source(file.name, file.read_bytes()))
    assert [s.text for s in found.essays[0].statements][:1] == [
        "every office kitchen needs a kettle"
    ]
    (only,) = write(found.graph()).files
    assert only.suffix == ".jsonld"
    items = json.loads(only.data)["first"]["items"]
    given = json.loads(file.read_bytes())["items"]
    assert {item["id"]: item["target"] for item in items} == {
        item["id"]: item["target"] for item in given
    }


TEXT = "Tea cools. 차는 tea, 👩‍👩‍👧 and\r\nTea cools e\u0301."


@pytest.mark.parametrize(
    ("selectors", "rules", "expected"),
    [
        ([quote("차는 tea"), position(11, 17)], [], (11, 17)),
        ([position(11, 17)], [], (11, 17)),
        ([quote("차는 tea")], [], (11, 17)),
        ([quote("차는 tea"), position(12, 18)], ["moved-quote"], (11, 17)),
        ([quote("차는 tea"), position(-4, 99999999)], ["moved-quote"], (11, 17)),
        ([quote("차는 tea"), position(17, 11)], ["moved-quote"], (11, 17)),
        ([quote("차는 tea"), position("11", None)], ["moved-quote"], (11, 17)),
        ([quote("Tea cools", "", " e\u0301."), position(1, 2)], ["moved-quote"], (30, 39)),
        ([quote("Tea cools")], ["lost-quote"], None),
        ([quote("Coffee"), position(0, 3)], ["lost-quote"], None),
        ([position(90, 99)], ["outside-text", "empty-text"], None),
    ],
)
def test_quotes_are_found_where_they_are(selectors: Any, rules: Any, expected: Any) -> None:
    found = reading(note(*selectors), TEXT)
    assert [fault.rule for fault in found.faults] == rules
    assert spans(found) == [None if expected is None else [list(expected)]]


@pytest.mark.parametrize(
    ("data", "count"),
    [
        ([note(quote("Tea")), note(quote("b"), id_="urn:x:2")], 2),
        ({"type": "AnnotationPage", "items": [note(quote("Tea"))]}, 1),
        (
            {
                "type": "AnnotationCollection",
                "first": {"type": "AnnotationPage", "items": [note(quote("a"))]},
            },
            1,
        ),
        ({"@graph": [note(quote("Tea"))]}, 1),
    ],
)
def test_annotations_stand_in_several_places(data: Any, count: int) -> None:
    assert len(reading(data).essays[0].statements) == count


def test_pages_elsewhere_are_not_fetched() -> None:
    page = {"type": "AnnotationPage", "items": [note(quote("a"))], "next": "http://example.org/2"}
    found = reading({"type": "AnnotationCollection", "first": page})
    assert [fault.rule for fault in found.faults] == ["page-elsewhere"]
    assert "argmap fetches nothing" in found.faults[0].message


@pytest.mark.parametrize("data", [{}, [], 3, "x", None, {"type": "Annotation"}, [[note()]]])
def test_what_holds_no_annotation_is_refused(data: Any) -> None:
    with pytest.raises(Unreadable, match="no annotation"):
        reading(data)


def test_what_is_wrong_is_a_finding() -> None:
    found = reading(
        [
            note(quote("a"), **{"argmap:values": {"weight": 3, "id": "a", "at": "p1"}}),
            note(quote("a"), **{"argmap:values": {"id": "a"}}),
            {"id": "urn:x:l", "type": "Annotation", "target": "urn:x:9", "argmap:link": "attacks"},
            7,
        ]
    )
    assert [fault.rule for fault in found.faults] == [
        *("bad-value", "duplicate-id", "bad-value", "unknown-id", "bad-value", "bad-value")
    ]


def test_a_statement_whose_words_have_changed_says_them_itself() -> None:
    found = reading(note(quote("cools"), position(4, 9)), "Tea cools\n")
    (essay,) = found.essays
    changed = replace(essay.statements[0], text="warms", flags=frozenset({Flag.ASSUMED}))
    graph = ArgumentGraph.build([replace(essay, statements=(changed,))])
    after = again(graph)
    assert [plain(s.text) for s in after.essays[0].statements] == ["warms"]
    assert [(loss.kind, loss.example) for loss in write(graph).losses] == [
        ("fields kept for other formats", "standoff of cools")
    ]
    assert after.essays[0].extra["standoff"] == {"text": "Tea cools\n"}


def test_the_format_is_known_by_its_context() -> None:
    assert FORMAT.sniff is not None
    assert FORMAT.sniff(Head(b'{"@context": "http://www.w3.org/ns/anno.jsonld"')) == CERTAIN
    assert FORMAT.sniff(Head(b'[{"type": "Annotation", "target": "a"}]')) == LIKELY
    assert FORMAT.sniff(Head(b'{"type": "annotation"}')) == NO
