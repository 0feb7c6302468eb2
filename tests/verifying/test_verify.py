"""What a digest says that its original does not is found, at its exact place, and nothing else."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.essay import read_essay
from argmap.model import Severity
from argmap.syntax.places import SourceText
from argmap.verifying import read_original, verify
from tests.verifying.verifying_essay import shown, verified, words

ORIGINAL = """OpenAI is to lose $5 billion in 2024, says The Information.

Its servers are Microsoft’s, at a fifth of the price, and the “whole thing” is a trick.

Nobody knows where this ends.
"""
GOOD = """---
author: Edward Zitron
---

[OpenAI loses $5 billion in 2024]{#loss .evidence source="The Information" at=p1}, and [as
Zitron says, “the whole thing” rests on Microsoft]{#rests .claim at=p2}. [The end is
open]{#end .claim at=p3}.
"""


def test_a_digest_that_says_what_its_original_says_passes():
    found = verified(GOOD, ORIGINAL)
    assert found.findings == ()
    assert found.summary() == (
        "3 statements with at; 2 of 2 figures found; 3 of 3 names found; 1 of 1 quote found; "
        "3 of 3 paragraphs covered, 0 listed as no argument"
    )


def test_figures_names_and_quotes_are_marked_where_they_stand():
    essay = """[OpenAI loses *$6 billion* in
2024]{#a .evidence source="Reuters, 2024" by="Sam Altman" at=p1}. [Of Google “the whole
trick” is said]{#b .claim at=p2}. [Nothing]{#c .claim at="p3 p12-14"}
"""
    found = verified(essay, ORIGINAL)
    assert shown(essay, found) == [
        ("AM311", "$6 billion"),
        ("AM312", "Reuters"),
        ("AM312", "Sam Altman"),
        ("AM312", "Google"),
        ("AM313", "the whole\ntrick"),
        ("AM310", "p12-14"),
    ]
    messages = [finding.message for finding in found.findings]
    assert messages[0] == "$6 billion is not in p1 of the original"
    assert messages[1] == "source: Reuters is not in p1 of the original, nor right beside"
    assert messages[4].startswith("the quoted words are not in p2, from “trick” on")
    assert messages[5] == "there is no p12-14 in the original: its body has 3 paragraphs"


def test_the_hint_says_where_it_does_stand():
    essay = "[It is $5 billion]{#a .claim at=p3}, [all “the whole thing”]{#b .claim at=p1-3}\n"
    (finding,) = verified(essay, ORIGINAL).findings
    assert finding.hint == "it stands in p1: add what is meant to at"
    assert finding.subject == "essay@en:a"


def test_the_second_of_two_alike_is_marked_and_attributes_inside_are_passed_over():
    essay = (
        "[As $5 billion is lost, [7 users]{#in .claim at=p1} and 7% stay]{#out .claim at=p1-3}.\n"
    )
    found = verified(essay, ORIGINAL)
    assert shown(essay, found) == [("AM311", "7 users"), ("AM311", "7%")]
    assert [f.subject for f in found.findings] == ["essay@en:in", "essay@en:out"]


def test_a_name_may_stand_right_beside():
    essay = "[OpenAI rents servers]{#a .claim at=p2}, [OpenAI ends]{#b .claim at=p1-3}.\n"
    assert verified(essay, ORIGINAL).findings == ()
    far = "[What OpenAI does]{#b .claim at=p3}, [all]{#a .claim at=p1-3}.\n"
    assert [f.message for f in verified(far, ORIGINAL).findings] == [
        "OpenAI is not in p3 of the original, nor right beside"
    ]


def test_paragraphs_that_nothing_digests_are_named_at_the_head():
    essay = "---\nid: x\noriginal:\n  title: y\n---\n\n[So]{#a .claim at=p2}.\n"
    found = verified(essay, ORIGINAL, uncovered={"p3": "an aside"})
    assert shown(essay, found) == [("AM314", "original:")]
    (finding,) = found.findings
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "no statement digests p1 of the original, “OpenAI is to lose $5 billion in 2024, says The…”"
    )
    assert found.summary().endswith("1 of 3 paragraphs covered, 1 listed as no argument")


def test_uncovered_paragraphs_are_told_in_their_order():
    found = verified("[So]{#a .claim at=p1}.\n", "\n".join(["A line."] * 12))
    numbers = [int(f.message.split()[3][1:]) for f in found.findings]
    assert numbers == list(range(2, 13))


def test_entries_that_list_nothing_new_are_findings():
    essay = "[So]{#a .claim at=p1-2}.\n"
    listed = {"p2": "x", "p3": "x", "p2-3": "x", "p4": "x", "p9999999-99999999": "x", "3": "x"}
    found = verified(essay, ORIGINAL, uncovered=listed)
    assert [
        (f.code, f.message.partition(" in the configuration, ")[2]) for f in found.findings
    ] == [
        ("AM317", "which is digested, or listed, already"),
        ("AM317", "which is digested, or listed, already"),
        ("AM317", "but the body of the original has 3 paragraphs"),
        ("AM317", "but the body of the original has 3 paragraphs"),
        ("AM317", "which names no paragraph: write it as p12 or p12-14"),
    ]


def test_another_file_is_told_by_its_hash():
    head = "---\noriginal:\n  sha256: {}\n---\n\n[All]{{#a .claim at=p1-3}}.\n"
    sha = read_original(ORIGINAL.encode(), "x").sha256
    assert verified(head.format(sha.upper()), ORIGINAL).findings == ()
    essay = head.format("0" * 64)
    found = verified(essay, ORIGINAL)
    assert shown(essay, found) == [("AM315", "sha256: " + "0" * 64)]
    assert sha in found.findings[0].message


def test_without_its_body_nothing_else_is_compared():
    essay = (
        "---\noriginal: {body: {first: Its servers, last: not there}}\n---\n\n"
        "[In 1999]{#a .claim at=p99}.\n"
    )
    found = verified(essay, ORIGINAL)
    assert [f.code for f in found.findings] == ["AM316"]
    assert words(essay, found.findings[0]).startswith("last: not there")
    assert "nothing was compared" in found.summary()


def test_paragraphs_count_from_the_first_of_the_body():
    essay = (
        "---\noriginal:\n  body:\n    first: Its servers\n    last: this ends.\n---\n\n"
        "[Microsoft, it seems]{#a .claim at=p1}, [and on]{#b .claim at=p2}.\n"
    )
    assert verified(essay, ORIGINAL).findings == ()


def test_comments_silence_and_those_that_silence_nothing_are_found():
    essay = """<!-- argmap: ignore AM311 it is derived -->
[It is $7 billion, and $8 billion]{#a .claim at=p1-3}.

<!-- argmap: ignore figure-not-in-original it is derived -->
[It is all]{#b .claim at=p1}.

<!-- argmap: ignore AM201 a rule that only check judges -->
[It is $9 billion]{#c .claim at=p1}.

<!-- argmap: disable all a rule of check, perhaps -->
[It is]{#d .claim at=p1}.
"""
    found = verified(essay, ORIGINAL)
    assert [(f.code, f.range.start.line) for f in found.findings] == [("AM028", 4), ("AM311", 8)]


def test_rules_that_are_not_in_force_are_silent():
    essay = "<!-- argmap: ignore AM312 why -->\n[It is $9 billion]{#c .claim at=p1-9}.\n"
    found = verify(
        read_essay(essay, "x.md"),
        SourceText(essay),
        read_original(ORIGINAL.encode(), "x"),
        force={"AM310": Severity.INFO, "AM201": Severity.ERROR},
    )
    assert [(f.code, f.severity) for f in found.findings] == [("AM310", Severity.INFO)]


def test_across_languages():
    original = "OAI는 2024년에 50억 달러를 잃을 것이라고 샘알트만이 말했다.\n“마술”이다.\n"
    names = {"OpenAI": ["OAI"], "Sam Altman": ["샘알트만", "Altman"]}
    essay = (
        "[OpenAI will lose $5 billion in 2024, says Altman]{#a .claim at=p1}, “a trick”. [It is"
        " “a trick”]{#b .claim at=p2}.\n"
    )
    found = verified(essay, original, names)
    assert found.findings == ()
    assert "0 of 0 quotes found (1 more translated)" in found.summary()
    assert [f.code for f in verified(essay, original).findings] == ["AM312"] * 2


def test_an_implicit_statement_is_marked_inside_its_comment():
    essay = '<!-- {#a .premise .implicit .assumed at=p1-3 text="That is $7 billion"} -->\n'
    assert shown(essay, verified(essay, ORIGINAL)) == [("AM311", "$7 billion")]


def test_without_at_nothing_is_compared():
    essay = "[It is $7 billion]{#a .claim}, [all]{#b .claim at=p1-3}.\n"
    assert verified(essay, ORIGINAL).findings == ()


SENTENCES = st.lists(
    st.sampled_from(
        [
            "OpenAI lost $5 billion",
            "Nvidia gained 12%",
            "it was “a trick”",
            "o1 is three times as dear",
        ]
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=25)
@given(st.lists(SENTENCES, min_size=1, max_size=4))
def test_a_digest_in_the_words_of_its_original_passes(paragraphs):
    texts = [", and ".join(sentences) for sentences in paragraphs]
    original = "\n\n".join(f"Then {text}." for text in texts)
    essay = "\n\n".join(f"[{text}]{{#s{n} .claim at=p{n}}}." for n, text in enumerate(texts, 1))
    assert shown(essay, verified(essay, original)) == []


@settings(max_examples=25)
@given(
    st.text(st.sampled_from('[]{}#a.claim ="p12-9\n$5 billion“”한국Ab<>-!:'), max_size=80),
    st.text(max_size=80),
    st.sampled_from(["x.txt", "x.md", "x.html"]),
)
def test_no_text_breaks_it(essay, original, name):
    whole = f"[{essay}]{{#z .claim at=p1}} {essay}"
    found = verified(whole, original.replace("\0", ""), name=name)
    lines = SourceText(whole)
    assert all(lines.between(f.range) is not None and f.message and f.hint for f in found.findings)
