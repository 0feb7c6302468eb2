"""From Markdown into brat and Web Annotation the whole text goes along, and nothing moves in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given

from argmap.formats import brat, markdown, web_annotation
from argmap.formats.interface import Source
from argmap.formats.standoff import said, text_of_essay
from argmap.strip import strip
from tests.syntax.documents import Generated, documents

ESSAYS = sorted((Path(__file__).parents[2] / "essays").glob("*/*.md"))
TEA = """\
---
title: Tea
---
# Why

Some say *nothing*. [Tea
*cools*]{#tea .claim .thesis}, they say, <!-- my note --> [in a cup]{#cup .premise supports=tea}.

<!-- {#room .premise .implicit .assumed supports=tea text="the room is
colder"} -->

::: {#flask .rebuttal attacks=tea}
- not in
- a flask

and not here
:::

The end.
"""
TEXT = """\
Tea

Why

Some say nothing. Tea cools, they say, in a cup.

not in
a flask
and not here

The end.
"""


def read(text: str | bytes, whole: bool = True):
    data = text.encode() if isinstance(text, str) else text
    return markdown.read(Source("tea.md", data, whole=whole))


def test_the_prose_goes_along_and_what_is_unstated_stands_behind_it_in_brat():
    annotations, text = brat.write(read(TEA).graph()).files
    assert text.data.decode() == TEXT + "\nthe room is colder\n"
    assert [
        line.split("\t")[1:] for line in annotations.data.decode().splitlines() if line[0] == "T"
    ] == [
        ["MajorClaim 28 37", "Tea cools"],
        ["Premise 49 57", "in a cup"],
        ["Premise 99 117", "the room is colder"],
        ["Rebuttal 60 66;67 74;75 87", "not in a flask and not here"],
    ]


def test_what_is_unstated_is_not_in_the_text_of_web_annotation():
    written = web_annotation.write(read(TEA).graph())
    assert written.files[1].data.decode() == TEXT
    assert [loss.kind for loss in written.losses] == []


@pytest.mark.parametrize("path", ESSAYS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_of_our_essays_no_word_and_no_statement_is_lost(path):
    graph = read(path.read_bytes()).graph()
    losses = {loss.kind for loss in brat.write(graph).losses}
    assert losses.isdisjoint(
        {"statements", "texts", "ids", "paragraphs with words outside statements"}
    )
    (essay,) = graph.essays
    text = text_of_essay(essay)
    assert text is not None
    words = re.sub(
        "<!--.*?-->", "", strip(path.read_text("utf-8")).split("---\n", 2)[2], flags=re.DOTALL
    )
    plain = str.maketrans("", "", "*_`\\>#-[]() \n\u3000")
    # Links of Markdown lose their addresses, footnotes their signs: of the rest nothing goes.
    if "](" not in words and "[^" not in words and "|" not in words:
        assert words.translate(plain) in text.translate(plain)


BACK = """\
Tea

## Why

Some say nothing. [Tea cools]{#tea .claim .thesis}, they say, [in a cup]{#cup .premise supports=tea}.

## How long {#long .question}

An hour, not more, [so it is said]{#said .evidence supports=tea source=Cook}.

<!-- {#room .premise .assumed .implicit supports=tea text="the room is colder"} -->
"""


@pytest.mark.parametrize(("format_", "suffix"), [(brat, ".ann"), (web_annotation, ".jsonld")])
def test_it_comes_back_with_its_headings_and_its_prose(format_, suffix):
    there = TEA.partition("::: {")[0].replace(
        "<!-- {#room",
        "### How long {#long .question}\n\nAn hour, not more, [so it is said]{#said .evidence "
        'supports=tea source="Cook"}.\n\n<!-- {#room',
    )
    there = there.replace("# Why", "## Why").replace("### How", "## How")
    first, text = format_.write(read(there).graph()).files
    back = format_.read(Source("x" + suffix, first.data, {".txt": text.data}, "x"))
    written = markdown.write(back.graph())
    (file,) = written.files
    words = file.data.decode().split("---\n", 2)[2]
    assert words.split() == BACK.split()


@pytest.mark.parametrize("path", ESSAYS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_our_essays_come_back_through_brat_with_all_their_words(path):
    first, text = brat.write(read(path.read_bytes()).graph()).files
    back = brat.read(Source("x.ann", first.data, {".txt": text.data}, "x"))
    (file,) = markdown.write(back.graph()).files
    assert file.suffix == ".md"
    again = brat.write(markdown.read(Source("x.md", file.data, whole=True)).graph()).files[1]
    assert again.data.split() == text.data.split()
    headings = re.compile(rb"^#+ ", re.MULTILINE)
    assert len(headings.findall(file.data)) == len(headings.findall(path.read_bytes()))


@given(documents())
def test_of_any_essay_no_statement_with_words_is_lost(document: Generated):
    found = read(document.text)
    essay = found.essays[0]
    text = text_of_essay(essay) or ""
    for statement in essay.statements:
        spans = statement.extra.get("standoff", {}).get("spans", ())
        assert said(text, spans).split() == statement.text.split() or not spans
    without = sum(not statement.text.strip() for statement in essay.statements)
    losses = {loss.kind: loss.count for loss in brat.write(found.graph()).losses}
    assert losses.get("statements", 0) <= without
    losses = {loss.kind: loss.count for loss in web_annotation.write(found.graph()).losses}
    assert losses.get("statements", 0) == 0


def test_nothing_is_kept_where_nobody_asks_for_it():
    assert read(TEA, whole=False).essays[0].extra == {}


def test_that_brat_does_not_hold_the_language_is_said():
    losses = brat.write(read(TEA.replace("title: Tea", "title: Tea\nlang: ko")).graph()).losses
    assert ("languages of essays", 1, "lang 'ko'") in [(x.kind, x.count, x.example) for x in losses]
    assert "languages of essays" not in {x.kind for x in brat.write(read(TEA).graph()).losses}
