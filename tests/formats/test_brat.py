"""brat standoff: what is read stands where it stands, and what is written can be found there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats.brat import FORMAT, read, write
from argmap.formats.interface import CERTAIN, LIKELY, NO, Head, Reading, Source, Unreadable
from argmap.formats.standoff import plain
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Flag, Kind
from tests.formats.graphs import holdable_graphs, sample

SAMPLE = Path(__file__).parent / "samples" / "brat" / "bicycles.ann"
ENTITY = re.compile(r"^(T\d+)\t(\S+) ([\d ;]+)\t(.*)$", re.MULTILINE)


def reading(ann: str | bytes, text: str | bytes | None = None) -> Reading:
    beside = {} if text is None else {".txt": text.encode() if isinstance(text, str) else text}
    return read(Source("x.ann", ann.encode() if isinstance(ann, str) else ann, beside))


def essay(ann: str, text: str | None = None) -> Essay:
    return reading(ann, text).essays[0]


def links(given: Reading) -> list[tuple[str, str, str]]:
    found = given.graph().links.values()
    cut = len("x@en:")
    return [
        (" ".join(s[cut:] for s in link.sources), str(link.type), link.target[cut:])
        for link in found
    ]


def again(graph: ArgumentGraph) -> tuple[str, str]:
    ann, text = write(graph).files[:2]
    assert (ann.suffix, text.suffix) == (".ann", ".txt")
    return ann.data.decode(), text.data.decode()


# Reading


def test_the_sample_is_read_as_the_corpus_means_it() -> None:
    source = Source(
        "bicycles.ann", SAMPLE.read_bytes(), {".txt": SAMPLE.with_suffix(".txt").read_bytes()}
    )
    found = read(source)
    assert found.faults == ()
    graph = found.graph()
    theses = [s.id for s in graph.statements.values() if Flag.THESIS in s.flags]
    assert theses == ["T1", "T2"]
    assert [s.id for s in found.essays[0].statements] == ["T1", "T3", "T4", "T5", "T6", "T7", "T2"]
    made = {
        (link.sources[0][12:], str(link.type), link.target[12:]) for link in graph.links.values()
    }
    assert made == {
        ("T3", "supports", "T1"),
        ("T3", "supports", "T2"),
        ("T6", "attacks", "T1"),
        ("T6", "attacks", "T2"),
        ("T4", "supports", "T3"),
        ("T5", "supports", "T3"),
        ("T7", "attacks", "T6"),
    }
    written = write(graph)
    assert written.losses == ()
    assert [file.data for file in written.files] == [source.data, source.beside[".txt"]]


@pytest.mark.parametrize(
    ("type_", "kind", "thesis"),
    [
        ("MajorClaim", Kind.CLAIM, True),
        ("Claim", Kind.CLAIM, False),
        ("claim", Kind.CLAIM, False),
        ("own_claim", Kind.CLAIM, False),
        ("Premise", Kind.PREMISE, False),
        ("Evidence", Kind.EVIDENCE, False),
    ],
)
def test_types_are_kinds(type_: str, kind: Kind, thesis: bool) -> None:
    line = f"T1\t{type_} 0 3\tTea\n"
    (statement,) = essay(line, "Tea.").statements
    assert (statement.kind, Flag.THESIS in statement.flags) == (kind, thesis)
    assert again(reading(line, "Tea.\n").graph())[0] == line


def test_spans_in_parts_are_one_statement() -> None:
    ann = "T1\tClaim 0 3;8 13\tTea cools\n"
    found = reading(ann, "Tea, so cools it\n")
    assert found.faults == ()
    assert found.essays[0].statements[0].text == "Tea cools"
    assert again(found.graph()) == (ann, "Tea, so cools it\n")


def test_parts_at_the_end_of_a_line_are_one_piece() -> None:
    ann = "T1\tClaim 0 3;4 9\tTea cools\n"
    found = reading(ann, "Tea\ncools\n")
    assert found.essays[0].statements[0].text == "Tea\ncools"
    assert again(found.graph())[0] == ann


def test_lines_of_other_use_are_kept_while_what_they_are_about_is_there() -> None:
    ann = (
        "T1\tClaim 0 3\tTea\nT2\tPerson 4 7\tHan\nE1\tDrinks:T2 What:T1\nA1\tNegation E1\n"
        "N1\tReference T2 Wiki:12\tHan\n#1\tAnnotatorNotes E1\twhy?\nR1\tAnaphora Arg1:T2 Arg2:T2\n"
        "A2\tModality T1 may\n"
    )
    found = reading(ann, "Tea Han\n")
    assert found.faults == ()
    assert [s.id for s in found.essays[0].statements] == ["T1"]
    assert again(found.graph())[0] == ann
    (only,) = found.essays
    from dataclasses import replace

    without = ArgumentGraph.build([replace(only, statements=())])
    written = write(without)
    assert written.files[0].data == (
        b"T2\tPerson 4 7\tHan\nN1\tReference T2 Wiki:12\tHan\nR1\tAnaphora Arg1:T2 Arg2:T2\n"
    )
    assert [(loss.kind, loss.count) for loss in written.losses] == [
        ("brat lines about what is not there", 4)
    ]


def test_equivalences_restate() -> None:
    ann = "T1\tClaim 0 1\ta\nT2\tClaim 2 3\tb\nT3\tClaim 4 5\tc\n*\tEquiv T1 T2 T3\n"
    found = reading(ann, "a b c\n")
    assert links(found) == [("T2", "restates", "T1"), ("T3", "restates", "T1")]
    assert again(found.graph())[0] == ann


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("For", [("T2", "supports", "T1")]),
        ("Against", [("T2", "attacks", "T1")]),
        ("against", [("T2", "attacks", "T1")]),
        ("Neutral", []),
    ],
)
def test_a_stance_is_towards_the_major_claims(value: str, expected: Any) -> None:
    ann = f"T1\tMajorClaim 0 1\ta\nT2\tClaim 2 3\tb\nA1\tStance T2 {value}\n"
    assert links(reading(ann, "a b\n")) == expected
    assert again(reading(ann, "a b\n").graph())[0] == ann


def test_a_stance_without_a_major_claim_is_kept() -> None:
    ann = "T2\tClaim 2 3\tb\nA7\tStance T2 For\n"
    assert links(reading(ann, "a b\n")) == []
    assert again(reading(ann, "a b\n").graph())[0] == ann


def test_a_relation_that_says_what_the_stance_says_is_one_link() -> None:
    ann = (
        "T1\tMajorClaim 0 1\ta\nT2\tClaim 2 3\tb\nT3\tMajorClaim 4 5\tc\nA1\tStance T2 For\n"
        "R1\tsupports Arg1:T2 Arg2:T1\n"
    )
    found = reading(ann, "a b c\n")
    assert links(found) == [("T2", "supports", "T1"), ("T2", "supports", "T3")]
    assert again(found.graph())[0] == ann


@pytest.mark.parametrize(("to", "stance"), [("a", False), ("a b", True)])
def test_a_claim_has_a_stance_where_it_links_to_all_major_claims(to: str, stance: bool) -> None:
    from argmap.essay import read_essay

    text = f'[A]{{#a .claim .thesis}} [B]{{#b .claim .thesis}} [C]{{#c .claim supports="{to}"}}\n'
    graph = ArgumentGraph.build([read_essay(text, "x.md")])
    ann, words = again(graph)
    assert ("Stance T3 For" in ann) is stance
    assert ("supports Arg1:T3 Arg2:T1" in ann) is not stance
    assert reading(ann, words).graph().links.keys() == graph.links.keys()


# What is wrong


@pytest.mark.parametrize(
    ("offsets", "rule", "text"),
    [
        ("1 4", "moved-quote", "Tea"),
        ("-3 0", "moved-quote", "Tea"),
        ("3 0", "moved-quote", "Tea"),
        ("0 999999", "moved-quote", "Tea"),
        ("0 99999999999999999999999", "bad-line", None),
    ],
)
def test_offsets_that_are_wrong_are_findings(offsets: str, rule: str, text: str | None) -> None:
    found = reading(f"T1\tClaim {offsets}\tTea\nT2\tClaim 0 3\tTea\n", "Tea cools\n")
    assert [fault.rule for fault in found.faults] == [rule]
    assert found.faults[0].range.start.line == 1
    assert [s.text for s in found.essays[0].statements] == ([text] if text else []) + ["Tea"]


def test_a_quote_that_stands_twice_is_not_guessed() -> None:
    found = reading("T1\tClaim 2 5\tTea\nT2\tClaim 90 93\tTea\n", "Tea, Tea\n")
    assert [fault.rule for fault in found.faults] == ["changed-quote", "outside-text"]
    assert [s.text for s in found.essays[0].statements] == ["Tea", "a, "]


def test_offsets_that_count_bytes_are_put_right() -> None:
    text = "차는 식는다, 그리고 잔은 식는다.\n"
    quote = "잔은 식는다"
    start = len(text[: text.index(quote)].encode())
    found = reading(f"T1\tClaim {start} {start + len(quote.encode())}\t{quote}\n", text)
    assert [fault.rule for fault in found.faults] == ["moved-quote"]
    at = text.index(quote)
    assert again(found.graph())[0] == f"T1\tClaim {at} {at + len(quote)}\t{quote}\n"


@pytest.mark.parametrize(
    ("ann", "rules"),
    [
        ("T1\tClaim 0 1\ta\nT1\tClaim 2 3\tb\n", ["duplicate-id"]),
        ("T1\tClaim 0 1\ta\nR1\tsupports Arg1:T1 Arg2:T9\n", ["unknown-id"]),
        ("T1\tClaim 0 1\ta\nR1\tsupports Arg1:T1 Arg2:T1\n", ["self-reference"]),
        ("T1\tClaim 0 1\ta\nR1\tsupports T1\n", ["bad-line"]),
        ("T1\tClaim 0 1\ta\nhello\n", ["bad-line"]),
        ("T1\tClaim 0 1\ta\n#1\tArgmap T1\t{no\n", ["bad-value"]),
        (
            'T1\tClaim 0 1\ta\n#1\tArgmap T1\t{"weight": 7, "links": [3]}\n',
            ["bad-value", "bad-value"],
        ),
        ("T1\tClaim 1 1\t\n", ["outside-text", "empty-text"]),
    ],
)
def test_what_is_wrong_is_a_finding_at_its_line(ann: str, rules: list[str]) -> None:
    found = reading(ann, "a b\n")
    assert sorted(fault.rule for fault in found.faults) == sorted(rules)
    assert len(found.essays[0].statements) >= 1


def test_without_its_text_the_words_are_those_of_the_annotations() -> None:
    found = reading("T1\tClaim 10 13\tTea\n")
    assert [fault.rule for fault in found.faults] == ["no-text"]
    assert again(found.graph()) == ("T1\tClaim 0 3\tTea\n", "Tea\n")


def test_what_is_nothing_of_the_format_is_refused() -> None:
    with pytest.raises(Unreadable, match="as brat writes it"):
        reading("Dear all,\n")


@pytest.mark.parametrize("text", ["Café; tea\r\ncools\r\n", "e\u0301tude; tea", "👩‍👩‍👧; 茶, tea"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_text_is_counted_in_code_points(text: str, encoding: str) -> None:
    at = text.index("tea")
    ann = f"T1\tClaim {at} {at + 3}\ttea\n"
    found = reading(ann, text.encode(encoding))
    assert found.faults == ()
    assert again(found.graph()) == (ann, text)


def test_an_old_text_is_read_with_a_finding() -> None:
    found = reading("T1\tClaim 6 9\ttea\n", "Café: tea – good\n".encode("cp1252"))
    assert [fault.rule for fault in found.faults] == ["not-utf8"]
    assert "in the .txt beside it" in found.faults[0].message
    assert again(found.graph())[1] == "Café: tea – good\n"


# Writing


def test_the_sample_graph_comes_back_whole() -> None:
    written = write(sample())
    ann, text = (file.data for file in written.files)
    assert [loss.kind for loss in written.losses] == [
        *("authors of essays", "dates of essays", "ids"),
        *("paragraphs with words outside statements", "stances of essays", "titles of essays"),
    ]
    there = read(Source("tea.ann", ann, {".txt": text})).graph()
    assert [s.text for s in there.statements.values()] == [
        s.text for s in sample().statements.values()
    ]
    assert len(there.links) == len(sample().links)
    assert {link.name for link in there.links.values()} == {"physics", "named", None}


def test_links_between_essays_and_prose_without_a_statement_are_lost() -> None:
    from argmap.essay import read_essay

    essays = [
        read_essay("[A]{#a .claim supports=b:b}\n\nProse.\n", "a.md"),
        read_essay("[B]{#b .claim}\n", "b.md"),
    ]
    written = write(ArgumentGraph.build(essays))
    assert [file.stem + file.suffix for file in written.files] == [
        *("a.en.ann", "a.en.txt", "b.en.ann", "b.en.txt")
    ]
    assert [(loss.kind, loss.count) for loss in written.losses] == [
        ("links", 1),
        ("paragraphs with words outside statements", 1),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("[A]{#a .claim}, [b\nc [d]{.claim} e]{.claim}.\n\n[F]{.claim}\n[g]{.claim}!\n", 0),
        ("But [a]{#a .claim}.\n", 1),
        ("[A]{#a .claim} and [b]{.claim}.\n", 1),
        ("[A]{#a .claim} is so.\n\nB.\n\n::: {.claim}\nC d e f\n:::\n", 1),
        ("::: {.claim}\nC d e f\n\ng h i j\n:::\n", 0),
        ("[A]{#a .claim}\nand more [b]{.claim}.\n\nProse of\nmany words\n", 2),
    ],
)
def test_paragraphs_whose_words_do_not_go_over_are_counted(text: str, count: int) -> None:
    from argmap.essay import read_essay

    losses = write(ArgumentGraph.build([read_essay(text, "x.md")])).losses
    assert sum(loss.count for loss in losses if loss.kind.startswith("paragraphs")) == count


@settings(max_examples=15)
@given(holdable_graphs())
def test_the_words_stand_where_the_offsets_say(graph: ArgumentGraph) -> None:
    files = write(graph).files
    found = []
    for ann, text in zip(files[::2], files[1::2], strict=True):
        words = text.data.decode()
        for id_, _, offsets, quote in ENTITY.findall(ann.data.decode()):
            spans = [tuple(map(int, pair.split())) for pair in offsets.split(";")]
            assert " ".join(words[a:b] for a, b in spans).replace("\t", " ") == quote, id_
            found.append(plain(quote))
    assert sorted(found) == sorted(
        plain(s.text) for s in graph.statements.values() if s.text.strip()
    )


PIECES = st.sampled_from(
    ["tea", "차", "國", "é", "e\u0301", "👩‍👩‍👧", "*a*", "\\", "{.claim}", "&"]
)
WORDS = st.lists(PIECES, min_size=1, max_size=3).map("".join)


@st.composite
def annotated_texts(draw: Any) -> tuple[str, str]:
    """A text and annotations of it, in any order, nested or crossing."""
    words = draw(st.lists(WORDS, min_size=3, max_size=8))
    gaps = [draw(st.sampled_from([" ", "\n", "\r\n", "\n\n", ", "])) for _ in words]
    ends: list[tuple[int, int]] = []
    text = ""
    for word, gap in zip(words, gaps, strict=True):
        ends.append((len(text), len(text) + len(word)))
        text += word + gap
    text += "\n"
    lines = []
    ids = []
    for number in draw(st.lists(st.integers(1, 99), min_size=1, max_size=5, unique=True)):
        spans = sorted(draw(st.lists(st.sampled_from(ends), min_size=1, max_size=2, unique=True)))
        type_ = draw(st.sampled_from(["MajorClaim", "Claim", "Premise"]))
        offsets = ";".join(f"{a} {b}" for a, b in spans)
        lines.append(f"T{number}\t{type_} {offsets}\t{' '.join(text[a:b] for a, b in spans)}")
        ids.append(f"T{number}")
        if type_ == "Claim" and draw(st.booleans()):
            value = draw(st.sampled_from(["For", "Against"]))
            lines.append(f"A{number}\tStance T{number} {value}")
    pairs = [(a, b) for a in ids for b in ids if a != b]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=4, unique=True)) if pairs else []
    for number, (a, b) in enumerate(chosen, 1):
        lines.append(
            f"R{number}\t{draw(st.sampled_from(['supports', 'attacks']))} Arg1:{a} Arg2:{b}"
        )
    if draw(st.booleans()):
        lines.append(f"#1\tAnnotatorNotes {draw(st.sampled_from(ids))}\ta note")
    return "".join(f"{line}\n" for line in lines), text


@settings(max_examples=20)
@given(annotated_texts())
def test_annotations_that_are_read_are_written_as_they_were(given: tuple[str, str]) -> None:
    found = reading(*given)
    assert found.faults == ()
    assert again(found.graph()) == given
    assert write(found.graph()).losses == ()


def test_the_format_is_known_by_its_lines() -> None:
    assert FORMAT.sniff is not None
    assert FORMAT.sniff(Head(b"T1\tClaim 0 3\tTea\n")) == CERTAIN
    assert FORMAT.sniff(Head(b"#1\tN T1\tx\nT1\tPerson 0 3;5 6\tTea\n")) == LIKELY
    assert FORMAT.sniff(Head(b"T1\ttea\n")) == NO
