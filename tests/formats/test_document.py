from __future__ import annotations

import copy
import json
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from handmade import essay, place
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.essay import read_essay
from argmap.formats.documents import graph as documents
from argmap.formats.documents.graph import DocumentError, dumps, from_document, loads, to_document
from argmap.formats.documents.schemas import schema
from argmap.graph import ArgumentGraph
from argmap.model import (
    Edit,
    Essay,
    Finding,
    Fix,
    Flag,
    Kind,
    LinkType,
    Position,
    Range,
    Reference,
    Severity,
    StatedLink,
    Statement,
)

SCHEMA = jsonschema.Draft202012Validator(schema("document"))
FINDINGS_SCHEMA = jsonschema.Draft202012Validator(schema("findings"))
ESSAYS = Path(__file__).parents[2] / "essays"


def sample() -> ArgumentGraph:
    bear = essay(
        "bear",
        """
        no-profit claim.thesis on=profit by="A bear" weight=0.5
        under premise supports=no-profit via=sum
        loss evidence supports=no-profit via=sum url="https://example.org/a" date=2024
        ~ rebuttal attacks=sum text='새 "모델" \u202e <b>\\n'
        same claim restates=no-profit answers=loss,typo
        same claim
        """,
        title="The case",
        author="A. Bear",
        stance="bearish",
        date="2024-09",
        extra={"tags": ["a", 1, None], "since": date(2024, 9, 1), "share": float("nan")},
    )
    first, *rest = bear.statements
    first = replace(first, weight=0.5, section=("The money",), at=("p1", "p2-3"), extra={"x": 1})
    debate = essay(
        "debate",
        """
        profit question
        from=bear:no-profit,bear:under attacks=bull:later "Both say so."
        """,
    )
    bull = essay("bull@ko", "later claim on=profit,other,no:where contradicts=bear:no-profit")
    return ArgumentGraph.build([replace(bear, statements=(first, *rest)), bull, debate])


def finding(**changes: Any) -> Finding:
    made = Finding(
        code="AM101",
        name="unknown-target",
        severity=Severity.ERROR,
        message="no statement has the id typo",
        hint="did you mean type?",
        path="essays/bear/en.md",
        range=place(5),
        fix=Fix("Put type in its place", (Edit(place(5), "type"),), safe=False),
    )
    return replace(made, **changes)


# --- out ----------------------------------------------------------------------------------------


def test_the_document_has_the_agreed_fields() -> None:
    made = to_document(sample())
    assert list(made) == ["argmap", "essays", "links"]
    assert made["argmap"] == 1
    bear = made["essays"][0]
    first = bear["statements"][0]
    assert {key: value for key, value in bear.items() if key != "statements"} == {
        "id": "bear",
        "lang": "en",
        "path": "essays/bear/en.md",
        "title": "The case",
        "author": "A. Bear",
        "stance": "bearish",
        "date": "2024-09",
        "extra": {"tags": ["a", 1, None], "since": "2024-09-01", "share": None},
    }
    assert first == {
        "id": "bear@en:no-profit",
        "kind": "claim",
        "flags": ["thesis"],
        "text": "The text of no-profit.",
        "section": ["The money"],
        "range": {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 6}},
        "text_range": {"start": {"line": 1, "column": 2}, "end": {"line": 1, "column": 7}},
        "on": ["debate@en:profit"],
        "by": "A bear",
        "source": None,
        "url": None,
        "cite": None,
        "date": None,
        "quote": None,
        "weight": 0.5,
        "scheme": None,
        "answers": [],
        "sense": None,
        "at": ["p1", "p2-3"],
        "extra": {"x": 1},
    }
    ids = [each["id"] for each in bear["statements"]]
    assert ids[3:] == ["bear@en:~1", "bear@en:same", "bear@en:same~2"]
    assert bear["statements"][4]["answers"] == ["bear@en:loss", "typo"]
    assert made["essays"][1]["statements"][0]["on"] == ["debate@en:profit", "other", "no:where"]


def test_flags_stand_in_one_order() -> None:
    graph = ArgumentGraph.build([essay("w", "a claim.implicit.conceded.assumed.thesis")])
    flags = to_document(graph)["essays"][0]["statements"][0]["flags"]
    assert flags == ["thesis", "assumed", "conceded", "implicit"]


def test_links_stand_at_the_top_with_ids_in_full() -> None:
    links = {each["id"]: each for each in to_document(sample())["links"]}
    assert links["bear@en:sum"]["from"] == ["bear@en:under", "bear@en:loss"]
    assert links["bear@en:~1/attacks/sum"]["subtype"] == "undercut"
    last = links["debate@en:bear@en:no-profit+bear@en:under/attacks/bull@ko:later"]
    assert last == {
        "id": "debate@en:bear@en:no-profit+bear@en:under/attacks/bull@ko:later",
        "type": "attacks",
        "subtype": "rebut",
        "from": ["bear@en:no-profit", "bear@en:under"],
        "to": "bull@ko:later",
        "reason": "Both say so.",
        "range": {"start": {"line": 2, "column": 20}, "end": {"line": 2, "column": 25}},
        "path": "essays/debate/en.md",
        "implied": False,
    }


def test_findings_stand_in_the_essay_of_their_path() -> None:
    made = to_document(sample(), [finding()])
    assert [len(each["findings"]) for each in made["essays"]] == [1, 0, 0]
    assert made["essays"][0]["findings"][0]["fix"] == {
        "title": "Put type in its place",
        "safe": False,
        "edits": [{"range": documents.range_data(place(5)), "text": "type"}],
    }
    assert "findings" not in to_document(sample())["essays"][0]
    assert not list(SCHEMA.iter_errors(made))
    assert dumps(loads(dumps(sample(), [finding(fix=None)]))) == dumps(sample())


def test_the_text_is_readable_and_safe_in_a_terminal() -> None:
    text = dumps(sample())
    assert text.endswith("}\n")
    assert "\r" not in text
    assert "새" in text
    assert "\u202e" not in text
    assert "\\u202e" in text
    assert text.splitlines()[1] == '  "argmap": 1,'


def test_what_no_file_can_hold_is_replaced() -> None:
    text = dumps(ArgumentGraph.build([essay("w", "a claim text='half \ud83d'")]))
    assert "half \ufffd" in text
    assert dumps(loads(text)) == text


def test_extra_that_unfolds_without_end_is_cut() -> None:
    endless: list[Any] = []
    endless.append(endless)
    wide: Any = "x"
    for _ in range(40):
        wide = [wide, wide]
    made = essay("w", "a claim", extra={"endless": endless, "wide": wide, "odd": {2, 1}, "b": b"x"})
    data = to_document(ArgumentGraph.build([made]))
    assert data["essays"][0]["extra"]["odd"] is None
    assert to_document(from_document(data)) == data


def test_extra_may_be_as_deep_as_a_document_may_be() -> None:
    deep: Any = []
    for _ in range(100):
        deep = [deep]
    (written,) = ArgumentGraph.build([essay("w", "a claim", extra={"deep": deep})]).essays
    (statement,) = written.statements
    graph = ArgumentGraph.build(
        [replace(written, statements=(replace(statement, extra={"deep": deep, "b": b"x"}),))]
    )
    text = dumps(graph)
    assert dumps(loads(text)) == text
    for extra in (loads(text).essays[0].extra, loads(text).statements["w@en:a"].extra):
        assert json.dumps(dict(extra)).count("[") in range(55, 62)
    assert loads(text).statements["w@en:a"].extra["b"] == "b'x'"


# --- round trips --------------------------------------------------------------------------------


def test_a_document_read_and_written_again_has_the_same_bytes() -> None:
    text = dumps(sample())
    again = loads(text)
    assert dumps(again) == text
    assert dict(again.links) == dict(sample().links)
    assert [s.id for s in again.statements.values()] == [s.id for s in sample().statements.values()]
    assert list(again.questions()) == list(sample().questions())
    assert dumps(from_document(to_document(sample()))) == text
    assert loads(text.encode()).links == again.links
    assert loads("\ufeff" + text).links == again.links


def test_essays_from_a_document_give_the_same_links_when_resolved_anew() -> None:
    again = loads(dumps(sample()))
    assert list(ArgumentGraph.build(again.essays).links) == list(again.links)


@pytest.mark.parametrize(
    "path", sorted(ESSAYS.rglob("*.md"))[:3], ids=["debate", "English", "Korean"]
)
def test_the_essays_of_this_project_come_back(path: Path) -> None:
    read = read_essay(path.read_text("utf-8"), path.name)
    text = dumps(ArgumentGraph.build([read]))
    assert dumps(loads(text)) == text
    SCHEMA.validate(json.loads(text))


WORDS = st.text(st.characters(codec="utf-8"), max_size=8)
NAMES = st.sampled_from(["a", "b", "c", "길", "x-1"])
LANGS = st.sampled_from(["en", "ko", "zh-Hant"])
PLACES = st.tuples(st.integers(1, 9), st.integers(1, 9), st.integers(0, 3)).map(
    lambda n: Range(Position(n[0], n[1]), Position(n[0] + n[2], n[1] + n[2]))
)
REFERENCES = st.builds(
    lambda name, work, lang, place: Reference(name, work, lang if work else None, place),
    NAMES,
    st.none() | st.sampled_from(["w", "v", "zoo"]),
    st.none() | LANGS,
    PLACES,
)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, width=32) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def any_essays(draw: st.DrawFn) -> list[Essay]:
    """Essays with whatever an essay can hold, well resolved or not."""
    essays = []
    for work, lang in draw(
        st.lists(st.tuples(st.sampled_from(["w", "v"]), LANGS), min_size=1, max_size=3, unique=True)
    ):
        statements: list[Statement] = []
        for number, name in enumerate(draw(st.lists(st.none() | NAMES, max_size=5, unique=True))):
            statements.append(
                Statement(
                    key=f"{work}@{lang}:{name or f'~{number + 1}'}",
                    id=name,
                    kind=draw(st.sampled_from(Kind)),
                    text=draw(WORDS),
                    range=draw(PLACES),
                    text_range=draw(PLACES),
                    flags=draw(st.frozensets(st.sampled_from(Flag))),
                    section=tuple(draw(st.lists(WORDS, max_size=2))),
                    on=tuple(draw(st.lists(REFERENCES, max_size=2))),
                    by=draw(st.none() | WORDS),
                    weight=draw(st.none() | st.floats(0, 1)),
                    answers=tuple(draw(st.lists(REFERENCES, max_size=2))),
                    at=tuple(draw(st.lists(WORDS, max_size=2))),
                    extra=draw(st.dictionaries(WORDS, PLAIN, max_size=2)),
                )
            )
        links = []
        for _ in range(draw(st.integers(0, 5)) if statements else 0):
            joint = draw(st.booleans())
            via = draw(st.none() | st.sampled_from(["via", "a", "길이름"]))
            links.append(
                StatedLink(
                    type=draw(st.sampled_from(LinkType)),
                    source=None if joint else draw(st.sampled_from(statements)).key,
                    sources=tuple(draw(st.lists(REFERENCES, max_size=2))) if joint else (),
                    targets=tuple(draw(st.lists(REFERENCES, min_size=1, max_size=2))),
                    range=draw(PLACES),
                    via=via,
                    reason=draw(WORDS) if joint else "",
                    implied=not joint and draw(st.booleans()),
                )
            )
        essays.append(
            Essay(
                id=work,
                lang=lang,
                path=f"essays/{work}/{lang}.md",
                title=draw(WORDS),
                statements=tuple(statements),
                links=tuple(links),
                extra=draw(st.dictionaries(WORDS, PLAIN, max_size=2)),
            )
        )
    return essays


@settings(deadline=None)
@given(any_essays())
def test_any_graph_comes_back_with_the_same_bytes(essays: list[Essay]) -> None:
    graph = ArgumentGraph.build(essays)
    text = dumps(graph)
    SCHEMA.validate(json.loads(text))
    again = loads(text)
    assert dumps(again) == text
    assert list(again.links.items()) == list(graph.links.items())
    assert list(again.questions()) == list(graph.questions())
    assert again.topological() == graph.topological()


# --- the schema ---------------------------------------------------------------------------------


def test_the_schemas_are_of_2020_12_and_described() -> None:
    for made in (schema("document"), schema("findings")):
        jsonschema.Draft202012Validator.check_schema(made)
        assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert made["$id"].startswith("urn:argmap:")
        assert made["title"]
        assert made["description"]
        for name, shape in made["$defs"].items():
            assert shape.get("description"), name
            assert shape.get("additionalProperties", False) is False, name
    assert json.dumps(schema("document")) == json.dumps(schema("document"))


def test_the_findings_schema_takes_what_a_check_prints() -> None:
    data = documents.finding_data(finding())
    summary = dict.fromkeys(("essays", "statements", "findings", "error", "warning", "info"), 0)
    report = {"argmap": 1, "findings": [data], "summary": summary}
    assert not list(FINDINGS_SCHEMA.iter_errors(report))
    for key in ("code", "severity", "message", "path", "range"):
        cut = {name: value for name, value in data.items() if name != key}
        assert list(FINDINGS_SCHEMA.iter_errors({**report, "findings": [cut]}))
    assert list(FINDINGS_SCHEMA.iter_errors({**report, "summary": {**summary, "error": -1}}))


MUTILATIONS: list[tuple[str, tuple[Any, ...], Any]] = [
    ("argmap: it is missing", ("argmap",), None),
    ("argmap: it should be 1, not '1'", ("argmap",), "1"),
    ("argmap: it should be 1, not True", ("argmap",), True),
    ("argmap: it should be 1, not 0", ("argmap",), 0),
    ("argmap: the document is of version 2", ("argmap",), 2),
    ("essays: it is missing", ("essays",), None),
    ("essays: it should be a list, not an object", ("essays",), {}),
    ("links: it is missing", ("links",), None),
    ("links: it should be a list, not text", ("links",), "none"),
    ("the top level: the key 'esays' is unknown; did you mean 'essays'?", ("esays",), []),
    ("the top level: the key 'zzz' is unknown; there are argmap, essays, links", ("zzz",), 1),
    ("essays[0]: it should be an object, not a number", ("essays", 0), 3),
    ("essays[0].id: it is missing", ("essays", 0, "id"), None),
    ("essays[0].id: ", ("essays", 0, "id"), ""),
    ("essays[0].lang: it should be text, not a number", ("essays", 0, "lang"), 1),
    ("essays[0].path: it is missing", ("essays", 0, "path"), None),
    ("essays[0].statements: it is missing", ("essays", 0, "statements"), None),
    ("essays[0]: the key 'titel' is unknown; did you mean 'title'?", ("essays", 0, "titel"), ""),
    ("essays[0].extra: it should be an object", ("essays", 0, "extra"), []),
    ("essays[0].findings[0]: it should be an object", ("essays", 0, "findings"), [1]),
    ("essays[0].statements[1].id: it is", ("essays", 0, "statements", 1, "id"), None),
    (
        (
            "essays[0].statements[1].kind: it should be 'claim', 'premise', 'evidence', 'rebuttal' "
            "or 'question', not 'premis'; did you mean 'premise'?"
        ),
        ("essays", 0, "statements", 1, "kind"),
        "premis",
    ),
    ("essays[0].statements[1].kind: it", ("essays", 0, "statements", 1, "kind"), 1),
    ("essays[0].statements[1].flags[0]: it", ("essays", 0, "statements", 1, "flags"), ["big"]),
    ("essays[0].statements[1].text: it should be text", ("essays", 0, "statements", 1, "text"), 1),
    ("essays[0].statements[1].range: it is", ("essays", 0, "statements", 1, "range"), None),
    (
        "essays[0].statements[1].range.start.line: ",
        ("essays", 0, "statements", 1, "range", "start", "line"),
        0,
    ),
    (
        "essays[0].statements[1].range.end.column: it should be a whole number",
        ("essays", 0, "statements", 1, "range", "end", "column"),
        1.5,
    ),
    (
        "essays[0].statements[1].range.end: the key 'col' is unknown; there are line, column",
        ("essays", 0, "statements", 1, "range", "end", "col"),
        1,
    ),
    ("essays[0].statements[1].weight: ", ("essays", 0, "statements", 1, "weight"), 1.1),
    ("essays[0].statements[1].weight: ", ("essays", 0, "statements", 1, "weight"), "1"),
    ("essays[0].statements[1].on[0]: ", ("essays", 0, "statements", 1, "on"), [1]),
    ("links[0].type: it should be ", ("links", 0, "type"), "support"),
    ("links[0].subtype: it should be ", ("links", 0, "subtype"), "rebutt"),
    ("links[0].from: ", ("links", 0, "from"), []),
    ("links[0].from: it is missing", ("links", 0, "from"), None),
    ("links[0].to: it is missing", ("links", 0, "to"), None),
    ("links[0]: the key 'target' is unknown; there are id, ", ("links", 0, "target"), "x"),
    ("links[0].reason: it should be text, not a list", ("links", 0, "reason"), []),
]


def mutilate(place: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """Put ``value`` at a place of the sample's document, or take out what is there for None."""
    made = copy.deepcopy(to_document(sample()))
    at: Any = made
    for step in place[:-1]:
        at = at[step]
    if value is None:
        del at[place[-1]]
    else:
        at[place[-1]] = value
    return made


def refused(data: object) -> str:
    read: Any = loads if isinstance(data, str | bytes) else from_document
    with pytest.raises(DocumentError) as caught:
        read(data)
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 400
    assert message.isprintable()
    return message


@pytest.mark.parametrize(("message", "place", "value"), MUTILATIONS)
def test_a_mutilated_document_is_refused_by_reader_and_schema(
    message: str, place: tuple[Any, ...], value: Any
) -> None:
    data = mutilate(place, value)
    assert refused(data).startswith(message)
    assert list(SCHEMA.iter_errors(data))


BEYOND_SCHEMA: list[tuple[str, tuple[Any, ...], Any]] = [
    (
        "essays[1]: the edition 'bear@en' stands already",
        ("essays", 1),
        {"id": "bear", "lang": "en", "path": "b.md", "statements": []},
    ),
    (
        "essays[0].statements[1].id: the id 'bear@en:no-profit' stands already",
        ("essays", 0, "statements", 1, "id"),
        "bear@en:no-profit",
    ),
    (
        "essays[0].statements[1].id: 'bull@ko:x' should begin with bear@en:",
        ("essays", 0, "statements", 1, "id"),
        "bull@ko:x",
    ),
    ("essays[0].statements[1].id: ", ("essays", 0, "statements", 1, "id"), "bear@en:"),
    (
        "essays[0].statements[1].range: the end stands before the start",
        ("essays", 0, "statements", 1, "range", "end", "line"),
        1,
    ),
    ("links[0].id: 'zoo@en:x' should begin with work@lang:", ("links", 0, "id"), "zoo@en:x"),
    ("links[0].id: the id 'bear@en:under' stands already", ("links", 0, "id"), "bear@en:under"),
    (
        (
            "links[0].from[0]: no statement in this document has the id 'bear@en:undr'; "
            "did you mean 'bear@en:under'?"
        ),
        ("links", 0, "from"),
        ["bear@en:undr"],
    ),
    ("links[0].from[0]: no statement", ("links", 0, "from"), ["bear@en:~1/attacks/sum"]),
    ("links[0].from: ", ("links", 0, "from"), ["bear@en:under", "bear@en:under"]),
    ("links[0].to: no statement or link in this document", ("links", 0, "to"), "elsewhere"),
    ("links[0].to: 'bear@en:under' cannot bear on itself", ("links", 0, "to"), "bear@en:under"),
    ("links[0].to: 'bear@en:sum' cannot bear on itself", ("links", 0, "to"), "bear@en:sum"),
    ("links[1].subtype: it should be 'undercut'", ("links", 1, "subtype"), "rebut"),
    ("links[2].to: no statement in this document", ("links", 2, "to"), "bear@en:sum"),
    ("links[2].subtype: it should be null", ("links", 2, "subtype"), "rebut"),
]


@pytest.mark.parametrize(("message", "place", "value"), BEYOND_SCHEMA)
def test_what_a_schema_cannot_say_is_refused_too(
    message: str, place: tuple[Any, ...], value: Any
) -> None:
    assert refused(mutilate(place, value)).startswith(message)


TEXTS: list[tuple[str, str | bytes]] = [
    ("not JSON: expecting value at line 1, column 1", ""),
    ("not JSON: ", '{"argmap": 1,\n "essays": ['),
    ("the top level: it should be an object", "[]"),
    ("the top level: it should be an object", "null"),
    ("the key 'argmap' stands twice in one object", '{"argmap": 1, "argmap": 1}'),
    ("NaN is no number in JSON", '{"argmap": NaN}'),
    ("-Infinity is no number in JSON", "[-Infinity]"),
    ("the number '1e999' is too large", "[1e999]"),
    ("not JSON that can be read: ", "9" * 5000),
    ("nested more than 64 deep", "[" * 100_000),
    ("[0][0][0]: nested more than 64 deep", "[" * 65 + "]" * 65),
    ("x: half of a surrogate pair", '{"x": "\\ud83d"}'),
    ("the top level: '\\udc00' cannot be a key", '{"\\udc00": 1}'),
    ("not UTF-8: byte 2 fits no character", b"[\xff]"),
    ("the top level: the key 'a\\nb' is unknown", '{"a\\nb": 1}'),
    ("the top level: the key '\\u202e' is unknown", '{"\\u202e": 1}'),
    ("the top level: the key 'kkkk", json.dumps({"k" * 10_000: 1})),
]


@pytest.mark.parametrize(("message", "text"), TEXTS, ids=[str(n) for n in range(len(TEXTS))])
def test_what_is_no_document_at_all_gets_one_clear_line(message: str, text: str | bytes) -> None:
    assert refused(text).startswith(message)


@pytest.mark.parametrize(
    "data",
    [3, None, {1: 2}, {"argmap": 1, "essays": (), "links": []}, {"argmap": float("nan")}],
)
def test_data_that_is_not_of_json_is_refused(data: object) -> None:
    refused(data)


@settings(deadline=None)
@given(
    st.recursive(
        PLAIN,
        lambda inner: st.fixed_dictionaries(
            {},
            optional={"argmap": st.just(1), "essays": inner, "links": inner, "statements": inner},
        ),
    )
)
def test_any_json_is_refused_in_one_line(data: object) -> None:
    if data == {"argmap": 1, "essays": [], "links": []}:
        return
    refused(data)
    refused(json.dumps(data))


@settings(deadline=None)
@given(st.data())
def test_reader_and_schema_agree_on_any_change_of_one_value(data: st.DataObject) -> None:
    """What the schema refuses, the reader refuses; the reader raises nothing but its own error."""
    made = copy.deepcopy(to_document(sample(), [finding()]))
    at: Any = made
    while True:
        steps = list(at) if isinstance(at, dict) else list(range(len(at)))
        step = data.draw(st.sampled_from(steps))
        inner = at[step]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            break
        at = inner
    at[step] = data.draw(PLAIN)
    if list(SCHEMA.iter_errors(made)):
        refused(made)
    else:
        with suppress(DocumentError):
            from_document(made)


def test_optional_fields_may_be_left_out() -> None:
    where = documents.range_data(place(1))
    statement = {"id": "w@en:a", "kind": "claim", "text": "A", "range": where, "text_range": where}
    small = {
        "argmap": 1,
        "essays": [{"id": "w", "lang": "en", "path": "w.md", "statements": [statement]}],
        "links": [],
    }
    SCHEMA.validate(small)
    made = from_document(small).statements["w@en:a"]
    assert made == Statement("w@en:a", "a", Kind.CLAIM, "A", place(1), place(1))


def test_extra_survives_with_all_it_holds() -> None:
    extra = {"aif": {"nodes": [1, 2.5, None, True, {"길": "\u202e"}]}, "": ""}
    data = to_document(sample())
    data["essays"][0]["statements"][2]["extra"] = extra
    again = from_document(json.loads(json.dumps(data)))
    assert to_document(again) == data
    assert again.statements["bear@en:loss"].extra == extra
