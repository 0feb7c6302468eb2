"""The XML of arg-microtexts: units and edges, what is kept of them, and what is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from argmap.essay import read_essay
from argmap.formats import json_format, markdown
from argmap.formats.interface import CERTAIN, NO, Head, Reading, Source, Unreadable
from argmap.formats.microtexts import read, sniff, write
from argmap.graph import ArgumentGraph
from argmap.model import Flag, Kind, LinkType, Position, Subtype
from tests.formats.carried import links_of, lost
from tests.formats.graphs import holdable_graphs, sample

TEXT = """\
<?xml version='1.0' encoding='UTF-8'?>
<arggraph id="micro_x" topic_id="dogs_in_parks" stance="con" version="2">
  <edu id="e1"><![CDATA[Dogs bark,]]></edu>
  <edu id="e2"><![CDATA[and they bite.]]></edu>
  <edu id="e3"><![CDATA[Well,]]></edu>
  <edu id="e4" implicit="true"><![CDATA[Biting hurts.]]></edu>
  <edu id="e5"><![CDATA[My dog does not.]]></edu>
  <edu id="e6"><![CDATA[It <did> & will.]]></edu>
  <edu id="e7"><![CDATA[Keep them out.]]></edu>
  <joint id="j1"/>
  <adu id="a1" type="pro"/>
  <adu id="a2" type="pro"/>
  <adu id="a3" type="opp"/>
  <adu id="a4" type="pro"/>
  <adu id="a5" type="pro"/>
  <edge id="c10" src="e1" trg="j1" type="seg"/>
  <edge id="c11" src="e2" trg="j1" type="seg"/>
  <edge id="c12" src="j1" trg="a1" type="seg"/>
  <edge id="c13" src="e4" trg="a2" type="seg"/>
  <edge id="c14" src="e5" trg="a3" type="seg"/>
  <edge id="c15" src="e6" trg="a4" type="seg"/>
  <edge id="c16" src="e7" trg="a5" type="seg"/>
  <edge id="c1" src="a1" trg="a5" type="exa"/>
  <edge id="c2" src="a2" trg="c1" type="add"/>
  <edge id="c3" src="a3" trg="c1" type="und"/>
  <edge id="c4" src="a4" trg="c3" type="und"/>
</arggraph>
"""


def reading(text: str) -> Reading:
    return read(Source("x.xml", text.encode()))


def arggraph(body: str) -> str:
    return f'<arggraph id="m">{body}</arggraph>'


def text_of(graph: ArgumentGraph) -> str:
    (file,) = write(graph).files
    return file.data.decode()


def test_units_and_edges() -> None:
    found = reading(TEXT)
    assert found.faults == ()
    graph = found.graph()
    essay = found.essays[0]
    assert (essay.id, essay.stance) == ("micro_x", "con")
    first, second, third, fourth, last = essay.statements
    assert first.text == "Dogs bark, and they bite."
    assert first.range.start == Position(3, 3)
    assert (second.flags, third.by, fourth.by) == ({Flag.IMPLICIT}, "opponent", None)
    assert [str(each) for each in last.on] == ["dogs_in_parks"]
    assert first.on == ()
    assert (first.scheme, third.kind, last.kind) == ("example", Kind.REBUTTAL, Kind.CLAIM)
    assert links_of(graph) == [
        ("supports", ["a1", "a2"], "a5"),
        ("attacks", ["a3"], "<a1>"),
        ("attacks", ["a4"], "<a3>"),
    ]
    assert [link.subtype for link in graph.links.values()] == [None, *[Subtype.UNDERCUT] * 2]


def test_all_is_there_again_joints_and_unused_units_too() -> None:
    graph = reading(TEXT).graph()
    assert write(graph).losses == ()
    lines = text_of(graph).splitlines()
    assert sorted(lines) == sorted(TEXT.splitlines())
    document = json_format.write(graph).files[0].data
    assert text_of(json_format.read(Source("x.json", document)).graph()) == text_of(graph)


def test_the_graph_goes_through_markdown() -> None:
    written = markdown.write(reading(TEXT).graph())
    essay = written.files[0].data.decode()
    assert "[Dogs bark, and they bite.]{#a1 .premise supports=a5 via=c1 scheme=example}" in essay
    assert "<!-- {#a2 .premise .implicit supports=a5 via=c1" in essay
    assert "[My dog does not.]{#a3 .rebuttal attacks=c1 via=c3 by=opponent}" in essay
    graph = markdown.read(Source("x.md", written.files[0].data)).graph()
    again = reading(text_of(graph)).graph()
    assert links_of(again) == links_of(reading(TEXT).graph())
    assert '<edge id="c1" src="a1" trg="a5" type="exa"/>' in text_of(graph)


def test_premises_added_to_what_was_added_belong_to_one_link() -> None:
    body = "".join(f'<edu id="e{n}">s{n}</edu><adu id="a{n}" type="pro"/>' for n in range(1, 6))
    body += "".join(f'<edge id="s{n}" src="e{n}" trg="a{n}" type="seg"/>' for n in range(1, 6))
    body += (
        '<edge id="c4" src="a4" trg="c3" type="add"/><edge id="c3" src="a3" trg="c2" type="add"/>'
    )
    body += (
        '<edge id="c2" src="a2" trg="a1" type="sup"/><edge id="c5" src="a5" trg="c4" type="und"/>'
    )
    graph = reading(arggraph(body)).graph()
    assert links_of(graph) == [
        ("supports", ["a2", "a4", "a3"], "a1"),
        ("attacks", ["a5"], "<a2>"),
    ]
    assert '<edge id="c5" src="a5" trg="c4" type="und"/>' in text_of(graph)


TWO = '<edu id="e1">a</edu><edu id="e2">b</edu><adu id="a1"/><adu id="a2" type="opp"/>'
SEG = '<edge id="x" src="e1" trg="a1" type="seg"/><edge id="y" src="e2" trg="a2" type="seg"/>'
FAULTS = [
    ('<edge id="c" src="a1" trg="a9" type="sup"/>', "unknown-id", "there is no 'a9'"),
    ('<edge id="c" src="a1" type="sup"/>', "unknown-id", "an end is missing"),
    ('<edge id="c" src="a1" trg="a2" type="why"/>', "bad-value", "'why' is none of seg, sup"),
    ('<edge id="c" src="a1" trg="e2" type="sup"/>', "bad-value", "no edge leads from 'a1'"),
    ('<edge id="c" src="e1" trg="e2" type="seg"/>', "bad-value", "a seg edge leads from"),
    ('<edge id="c" src="a1" trg="d" type="add"/><edge id="d" src="a2" trg="c" type="add"/>',
     "unknown-id", "it adds a premise to what is no link"),
    ('<edge id="c" src="a1" trg="a1" type="sup"/>', "self-reference", "bears on itself"),
    ('<adu id="a1" type="opp"/>', "duplicate-id", "the id 'a1' stands already"),
    ('<edu>c</edu>', "bad-value", "the <edu> has no id"),
    ('<adu id="a3" type="odd"/>', "bad-value", "'odd' is neither pro nor opp"),
    ("<note/>", "bad-value", "<note> is none"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "rule", "message"), FAULTS)
def test_what_cannot_be_is_said_at_its_place(body: str, rule: str, message: str) -> None:
    found = reading(arggraph(f"{TWO}{SEG}\n  {body}"))
    ours = [fault for fault in found.faults if fault.rule == rule]
    assert message in ours[0].message
    assert ours[0].range.start == Position(2, 3)
    assert len(found.essays[0].statements) >= 2
    assert found.graph().links == {}
    write(found.graph())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<graph/>", "its root is <graph>"),
        ('<!DOCTYPE arggraph SYSTEM "arggraph.dtd"><arggraph/>', "declares a document type"),
        ("<arggraph><edu>", "it is not XML"),
        ("", "it is not XML"),
    ],
)
def test_what_is_none(text: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        reading(text)


def test_units_in_circles_end() -> None:
    body = '<joint id="j"/><joint id="k"/><edu id="e">t</edu><adu id="a" type="pro"/>'
    for number, ends in enumerate(("j k", "k j", "e j", "j a")):
        source, target = ends.split()
        body += f'<edge id="x{number}" src="{source}" trg="{target}" type="seg"/>'
    assert reading(arggraph(body)).essays[0].statements[0].text == "t"


def test_known_by_its_root() -> None:
    assert sniff(Head(TEXT.encode())) == CERTAIN
    assert sniff(Head(b"<graphml/>")) == NO


def test_text_that_xml_finds_hard() -> None:
    essay = read_essay("[x]{#a .claim}", "w.md")
    hard = replace(essay.statements[0], text="a ]]> b & <c> \x07\r\nd")
    graph = ArgumentGraph.build([replace(essay, statements=(hard,))])
    written = write(graph)
    assert lost(written.losses) == {"texts": 1}
    (file,) = written.files
    assert (
        read(Source("w.xml", file.data)).essays[0].statements[0].text == "a ]]> b & <c> \ufffd\r\nd"
    )


def test_the_sample_loses_what_the_scheme_has_no_place_for() -> None:
    losses = lost(write(sample()).losses)
    assert losses["links"] == 1  # a restatement
    assert losses["contradictions, which become two attacks"] == 1
    assert losses["names in by"] == 1  # who says it is "opponent" now
    assert "texts" not in losses
    assert "stances of essays" not in losses


@settings(max_examples=15, deadline=None)
@given(holdable_graphs())
def test_round_trip(graph: ArgumentGraph) -> None:
    written = write(graph)
    losses = lost(written.losses)
    again = [read(Source(f"{file.stem or 'w'}.xml", file.data)) for file in written.files]
    assert {fault.rule for each in again for fault in each.faults} <= {"empty-text"}
    assert len(again) == len(graph.essays)
    restated = across = 0
    for essay, each in zip(graph.essays, again, strict=True):
        there = each.graph()
        for old, new in zip(essay.statements, there.statements.values(), strict=True):
            assert old.text.replace("\x07", "\ufffd") == new.text
            assert (old.by is None) == (new.by is None)
            assert (old.flags & {Flag.IMPLICIT}) == new.flags
        after = write(there)
        assert lost(after.losses) == {}
        assert read(Source(each.essays[0].path, after.files[0].data)).essays == each.essays
    for link in graph.links.values():
        homes = {graph.essay_of(key).key for key in (*link.sources, link.target, link.key)}
        restated += link.type is LinkType.RESTATES
        across += len(homes) > 1 and link.type is not LinkType.RESTATES
    assert losses.get("links", 0) >= restated
    if not across and not restated:
        assert "links" not in losses
    for kind, name in (("sources", "source"), ("quotes", "quote"), ("weights", "weight")):
        held = sum(getattr(s, name) is not None for s in graph.statements.values())
        assert losses.get(kind, 0) == held
