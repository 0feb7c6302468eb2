"""Marks in place: the text stays as it is to the letter, or is left to Web Annotation."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.essay import read_essay
from argmap.formats import brat, markdown
from argmap.formats.interface import Source, Written
from argmap.formats.markdown.writing import MarkdownWriter
from argmap.formats.standoff.markdown import changed_by_markdown, placed
from argmap.graph import ArgumentGraph
from argmap.strip import strip

SAMPLE = Path(__file__).parent / "samples" / "brat" / "bicycles.ann"


def graph_of(text: str, *lines: str) -> ArgumentGraph:
    """Annotate a text; each line is a type and words of the text, or the offsets of several parts."""
    ann = ""
    for number, line in enumerate(lines, 1):
        if line[:1] == "R":
            ann += f"{line}\n"
            continue
        type_, _, words = line.partition(" ")
        at = text.index(words) if words in text else -1
        offsets = f"{at} {at + len(words)}" if at >= 0 else words
        quote = words.replace("\n", " ") if at >= 0 else " "
        ann += f"T{number}\t{type_} {offsets}\t{quote}\n"
    found = brat.read(Source("x.ann", ann.encode(), {".txt": text.encode()}))
    assert found.faults == ()
    return found.graph()


def body(graph: ArgumentGraph) -> str:
    made = placed(MarkdownWriter(graph), graph.essays[0], "")
    assert made is not None
    assert made.files == (), made.losses
    return made.text.partition("---\n\n")[2]


def why(graph: ArgumentGraph) -> str:
    made = placed(MarkdownWriter(graph), graph.essays[0], "")
    assert made is not None
    assert [file.suffix for file in made.files] == [".jsonld", ".txt"]
    assert made.files[1].data.decode() == graph.essays[0].extra["standoff"]["text"]
    return next(loss.example for loss in made.losses if loss.kind.startswith("marks in the text"))


def test_a_text_is_marked_in_place() -> None:
    graph = graph_of(
        "Tea cools.\n\nFor the cup, which is\nthin, loses heat. 차는 식는다!\n",
        "MajorClaim Tea cools",
        "Premise the cup, which is\nthin, loses heat",
        "Claim the cup",
        "R1\tsupports Arg1:T2 Arg2:T1",
    )
    assert body(graph) == (
        "[Tea cools]{#T1 .claim .thesis}.\n\nFor [[the cup]{#T3 .claim}, which is\n"
        "thin, loses heat]{#T2 .premise supports=T1}. 차는 식는다!\n"
    )


def test_white_space_at_the_ends_of_a_statement_stays_outside() -> None:
    assert body(graph_of("Tea cools.\n", "Claim 3 9")) == "Tea [cools]{#T1 .claim}.\n"


@pytest.mark.parametrize(
    ("text", "lines", "expected"),
    [
        ("Tea cools fast\n", ("Claim Tea cools", "Claim cools fast"), "T1 and T2 cross, in x.ann"),
        ("Tea, so cools\n", ("Claim 0 3;8 13",), "T1 is in 2 parts, in x.ann"),
        (
            "Tea\n\ncools\n",
            ("Claim Tea\n\ncools",),
            "T1 goes over the end of a paragraph, in x.ann",
        ),
        ("Tea *cools*\n", ("Claim Tea",), "line 1 holds characters that are markup in Markdown"),
        ("A\n\n- Tea\n", ("Claim Tea",), "line 3 holds characters that are markup in Markdown"),
        ("A\n\n[x]: /u\n\nTea\n", ("Claim Tea",), "line 3 holds characters that are markup"),
        ("# Tea\n", ("Claim Tea",), "line 1 holds characters that are markup in Markdown"),
        ("Tea\n===\n", ("Claim Tea",), "line 1 holds characters that are markup in Markdown"),
        ("Tea &amp; milk\n", ("Claim Tea",), "line 1 holds characters that are markup in Markdown"),
        ("Tea\\! milk\n", ("Claim Tea",), "line 1 holds characters that are markup in Markdown"),
        ("A\n\n  Tea\n", ("Claim Tea",), "line 3 is indented"),
        ("A\r\n\tTea\n", ("Claim Tea",), "line 2 is indented"),
        ("Roses  \nTea\n", ("Claim Tea",), "line 1 ends in a line break"),
        ("Tea] cools\n", ("Claim Tea] cools",), "marks would change how the text is read"),
        ("::: {.claim}\n\nTea\n", ("Claim Tea",), "marks would change how the text is read"),
        ("Tea {#a .claim}\n", ("Claim Tea",), "marks would change how the text is read"),
    ],
)
def test_what_cannot_be_marked_in_place_is_web_annotation_and_says_why(
    text: str, lines: tuple[str, ...], expected: str
) -> None:
    assert why(graph_of(text, *lines)).startswith(expected)


@pytest.mark.parametrize(
    "text",
    ["a\nb\n\nc\n", "snake_case, 3 * 4 < 5 & 6 [d]!\n", "\n\na \n b\n", "", "「가」\r\n나\r\n"],
)
def test_prose_is_as_it_stands(text: str) -> None:
    assert changed_by_markdown(text) == ""


PIECES = st.sampled_from(
    [
        "tea",
        " ",
        "\n",
        "\n\n",
        "차",
        "[",
        "]",
        "*",
        "`",
        "# ",
        "- ",
        "&amp;",
        "{",
        "}",
        "\\",
        "!",
        "<b>",
        "(x)",
        "  ",
        ":::",
    ]
)


@settings(max_examples=25)
@given(st.lists(PIECES, min_size=1, max_size=8), st.lists(PIECES, min_size=1, max_size=4))
def test_either_the_text_stays_to_the_letter_or_it_is_kept_apart(
    before: list[str], within: list[str]
) -> None:
    text, words = "".join(before), "x" + "".join(within) + "y"
    whole = f"{text}{words}."
    quote = words.replace("\n", " ")
    ann = f"T1\tClaim {len(text)} {len(text) + len(words)}\t{quote}\n"
    graph = brat.read(Source("x.ann", ann.encode(), {".txt": whole.encode()})).graph()
    made = placed(MarkdownWriter(graph), graph.essays[0], "")
    assert made is not None
    if made.files:
        assert made.files[1].data.decode() == whole
    else:
        assert strip(made.text).partition("---\n\n")[2].rstrip("\n") == whole
        (statement,) = read_essay(made.text, "x.md").statements
        assert statement.text.split() == words.split()


def test_an_essay_without_a_text_of_its_own_is_written_as_ever() -> None:
    graph = ArgumentGraph.build([read_essay("[A]{#a .claim}\n", "a.md")])
    assert placed(MarkdownWriter(graph), graph.essays[0], "") is None


def test_the_sample_becomes_markdown_in_place_and_nothing_of_its_text_is_lost() -> None:
    text = SAMPLE.with_suffix(".txt").read_bytes()
    graph = brat.read(Source("bicycles.ann", SAMPLE.read_bytes(), {".txt": text})).graph()
    written: Written = markdown.write(graph)
    (file,) = written.files
    assert strip(file.data.decode()).encode().endswith(b"---\n\n" + text)
    assert {loss.kind for loss in written.losses} == {"fields kept for other formats"}
    there = ArgumentGraph.build([read_essay(file.data.decode(), "bicycles.md")])
    assert there.links.keys() == graph.links.keys()


def test_essays_that_cannot_be_marked_stand_beside_those_that_can() -> None:
    apart = graph_of("Tea cools fast\n", "Claim Tea cools", "Claim cools fast").essays[0]
    essays = [apart, read_essay("[A]{#a .claim}\n", "a.md")]
    written = markdown.write(ArgumentGraph.build(essays))
    assert [file.stem + file.suffix for file in written.files] == ["a.md", "x.jsonld", "x.txt"]
    assert [loss.count for loss in written.losses if "Web Annotation" in loss.kind] == [1]
