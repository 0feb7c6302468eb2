"""Annotated Markdown as a format: what is written is read again as the same graph."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from argmap.essay import read_essay
from argmap.formats.differing import lost_between
from argmap.formats.interface import Source
from argmap.formats.markdown import FORMAT, read, write
from argmap.formats.markdown.text import head_value, heading, inline, number, paragraph, value
from argmap.graph import ArgumentGraph
from argmap.model import Flag, Kind
from tests.formats.graphs import holdable_graphs, sample


def written(graph: ArgumentGraph) -> str:
    (file,) = write(graph).files
    return file.data.decode()


def again(graph: ArgumentGraph) -> ArgumentGraph:
    return ArgumentGraph.build(
        essay
        for file in write(graph).files
        for essay in read(Source(f"{file.stem or 'x'}.md", file.data)).essays
    )


def graph_of(text: str) -> ArgumentGraph:
    return ArgumentGraph.build([read_essay(text, "x.md")])


@settings(max_examples=25)
@given(holdable_graphs())
def test_any_graph_comes_back(graph: ArgumentGraph) -> None:
    assert write(graph).losses == ()
    there = again(graph)
    assert lost_between(graph, there) == () or any("~" in key for key in graph.statements)
    assert len(there.statements) == len(graph.statements)
    assert len(there.links) == len(graph.links)
    assert again(there).links.keys() == there.links.keys()


def test_the_sample_is_written_as_one_would_write_it() -> None:
    text = written(sample())
    assert write(sample()).losses == ()
    assert text.startswith('---\nid: tea\nlang: en\ntitle: "Tea: a \\"short\\" case"\n')
    assert "\n## Why {on=heat}\n\n[Tea cools]{#tea .claim .thesis}\n" in text
    assert "[cups lose heat]{#cups .premise supports=tea via=physics weight=0.7" in text
    assert '\n::: {#flask .rebuttal .conceded attacks=physics by="the maker"}\nNot in' in text
    assert 'supports="tea delay" text="All that is hot cools"} -->\n' in text
    assert '[it is said]{from="cups room" supports=식음 via=named}\n' in text
    assert "[뜨거운 것은 <식는다> & 3 * 4 snake_case \\[x\\]]{#식음" in text
    assert write(again(sample())).files == write(sample()).files


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("snake_case, 3 * 4 < 5 & 6", "snake_case, 3 * 4 < 5 & 6"),
        ("*a* _b_ `c` \\ [d]", r"\*a\* \_b\_ \`c\` \\ \[d\]"),
        ("<b> &amp; a<!-- x -->", r"\<b> \&amp; a\<!-- x -->"),
        ("[x]{#a .claim}", r"\[x\]&#123;#a .claim}"),
        ("{.claim} {{< v >}} ${x}$", r"\{.claim} {{< v >}} $\{x}$"),
    ],
)
def test_only_what_would_be_markup_is_escaped(text: str, expected: str) -> None:
    assert inline(text) == expected


@pytest.mark.parametrize(
    "text", ["# a", "- a", "+ a", "1. a", "12) a", "> a", "::: {.claim}", "~~~", "| a", "==="]
)
def test_what_would_begin_a_block_is_escaped(text: str) -> None:
    graph = graph_of(f"::: {{#a .claim}}\n{paragraph(text)}\n\nb\n:::\n")
    assert graph.statements["x@en:a"].text == f"{text}\nb"


@pytest.mark.parametrize("text", ["a {.claim}", "a ##", "#", "a }", "1. a", "a [b](c) {on=x}"])
def test_a_heading_is_what_it_says(text: str) -> None:
    (section,) = read_essay(f"## {heading(text)}\n", "x.md").sections
    assert (section.title, section.on) == (text, ())


def test_values_are_quoted_where_they_must_be() -> None:
    assert [value(each) for each in ("a-1", "a b", 'a "b" \\', "", " \n ")] == [
        *("a-1", '"a b"', "\"a 'b' /\"", "", "")
    ]
    assert [number(each) for each in (0, 1.0, 0.7, 1e-7)] == ["0", "1", "0.7", "0.0000001"]
    assert [head_value(each) for each in ("A b", "no", "a: b", "2024", "a\x07")] == [
        *("A b", '"no"', '"a: b"', '"2024"', '"a\\u0007"')
    ]


def test_what_markdown_cannot_hold_is_counted() -> None:
    graph = sample()
    (essay,) = graph.essays
    tea, cups = essay.statements[:2]
    changed = (
        replace(tea, text="two  spaces", by='the "maker"', extra={"aif": {"id": 7}}),
        replace(cups, section=("1", "2", "3", "4", "5", "6", "7"), flags=frozenset({Flag.THESIS})),
        *essay.statements[2:],
    )
    losses = write(ArgumentGraph.build([replace(essay, statements=changed)])).losses
    assert [(loss.kind, loss.count) for loss in losses] == [
        *(("fields kept for other formats", 1), ("names in by", 1), ("section titles", 1)),
        ("texts", 1),
    ]
    assert losses[-1].example == "tea: text 'two  spaces'"


def test_ids_that_markdown_cannot_hold_become_others_and_links_follow() -> None:
    text = written(sample())
    (essay,) = sample().essays
    first = replace(essay.statements[0], id="a b", key="tea@en:a b")
    rest = essay.statements[1:]
    link = replace(essay.links[0], targets=(replace(essay.links[0].targets[0], id="a b"),))
    graph = ArgumentGraph.build([replace(essay, statements=(first, *rest), links=(link,))])
    text = written(graph)
    assert "[Tea cools]{#tea-cools .claim" in text
    assert "supports=tea-cools" in text
    assert [loss.kind for loss in write(graph).losses] == ["ids"]


def test_several_essays_are_a_file_each() -> None:
    essays = [read_essay("[A]{#a .claim}\n", f"{name}.md") for name in ("b", "a")]
    essays.append(
        read_essay("---\nid: a\nlang: ko\n---\n\n[B]{#b .claim supports=a@en:a}\n", "c.md")
    )
    files = write(ArgumentGraph.build(essays)).files
    assert [(file.stem, file.suffix) for file in files] == [
        ("a.en", ".md"),
        ("b", ".md"),
        ("a.ko", ".md"),
    ]
    assert b"[B]{#b .claim supports=a@en:a}" in files[2].data


def test_data_without_places_puts_theses_first() -> None:
    (essay,) = sample().essays
    place = essay.statements[0].range
    mixed = [replace(each, section=(), range=place) for each in essay.statements]
    mixed.reverse()
    text = written(ArgumentGraph.build([replace(essay, statements=tuple(mixed))]))
    assert text.index("{#tea ") < text.index("{.evidence ") < text.index("{#cups ")


def test_the_format_is_known_by_its_marks_and_by_its_suffix() -> None:
    from argmap.formats.interface import CERTAIN, LIKELY, NO, Head

    assert FORMAT.sniff is not None
    assert FORMAT.sniff(Head(b"a [b]{#c .claim}", ".txt")) == CERTAIN
    assert FORMAT.sniff(Head(b"a", ".md")) == LIKELY
    assert FORMAT.sniff(Head(b"a", ".txt")) == NO
    assert {kind.value for kind in Kind} == {"claim", "premise", "evidence", "rebuttal", "question"}
