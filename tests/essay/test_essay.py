"""From marks to statements: what the cases in tests/syntax/cases do not show."""

from __future__ import annotations

import pytest

from argmap.essay import read_essay, read_essay_bytes
from argmap.model import Flag, Kind, LinkType

TEXT = """\
---
id: late
lang: en
---

# One {on="q other:r"}

## Two

[School starts]{#a .claim .thesis .conceded weight=0.5 date=2024-11 at="p1 p3-4" cite=@x url="u" by=me}
and [more]{.evidence supports=a via=step quote="so" source="City
survey" scheme=analogy sense=kept answers=b on=t}.

Nothing here.
"""


def test_all_of_a_statement():
    first, second = read_essay(TEXT, "essay.md").statements
    assert (first.key, first.kind, first.flags) == (
        "late@en:a",
        Kind.CLAIM,
        frozenset({Flag.THESIS, Flag.CONCEDED}),
    )
    assert (first.weight, first.date, first.at) == (0.5, "2024-11", ("p1", "p3-4"))
    assert (first.cite, first.url, first.by) == ("@x", "u", "me")
    assert first.section == ("One", "Two")
    assert [(r.work, r.lang, r.id) for r in first.on] == [(None, None, "q"), ("other", None, "r")]
    assert (second.key, second.id, second.name) == ("late@en:~1", None, "~1")
    assert (second.quote, second.source, second.scheme) == ("so", "City survey", "analogy")
    assert [str(r) for r in (*second.answers, *second.on)] == ["b", "t"]
    assert str(second.place("supports")) == "11:31-11:32"
    assert str(second.place("cite")) == str(second.range)


def test_a_link():
    (link,) = read_essay(TEXT, "essay.md").links
    assert (link.type, link.source, link.via) == (LinkType.SUPPORTS, "late@en:~1", "step")
    assert (str(link.range), str(link.via_range)) == ("11:22-11:32", "11:37-11:41")


def test_sections_and_paragraphs():
    essay = read_essay(TEXT, "essay.md")
    assert [(s.title, s.level, str(s.range), len(s.on)) for s in essay.sections] == [
        ("One", 1, "6:3-6:6", 2),
        ("Two", 2, "8:4-8:7", 0),
    ]
    assert [(str(p.range), p.covered) for p in essay.paragraphs] == [
        ("10:1-12:51", True),
        ("14:1-14:14", False),
    ]
    assert essay.line_count == 15


def test_a_duplicate_id_keeps_a_key_of_its_own():
    essay = read_essay("[a]{#a .claim} [b]{#a .claim} [c]{#a .claim}", "e.md")
    assert [s.key for s in essay.statements] == ["e@en:a", "e@en:a~2", "e@en:a~3"]


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        (b"caf\xe9 [a]{.claim}", "1:4-1:5", "the byte 0xE9 here is no letter"),
        ("é\r\nab".encode() + b"\xff[a]{.claim}", "2:3-2:4", "the byte 0xFF here is no letter"),
        (b"\xef\xbb\xbfa\x80[a]{.claim}", "1:2-1:3", "the byte 0x80 here is no letter"),
        (
            b"a\0[a]{.claim}",
            "1:2-1:3",
            "the byte 0x00 here is no letter, and the file holds NUL bytes",
        ),
    ],
)
def test_what_is_not_utf_8_is_a_finding_and_the_rest_is_read(content, place, message):
    essay = read_essay_bytes(content, "essay.md")
    (fault,) = essay.faults
    assert (fault.rule, str(fault.range)) == ("invalid-utf8", place)
    assert fault.message == f"the file is not UTF-8 text: {message}"
    assert [statement.text for statement in essay.statements] == ["a"]


def test_utf_16_is_called_by_its_name():
    (fault,) = read_essay_bytes("[a]{.claim}".encode("utf-16"), "essay.md").faults
    assert fault.message == "the file is not UTF-8 text: it is UTF-16"


def test_an_empty_text():
    essay = read_essay("", "essay.md")
    assert (essay.statements, essay.faults, essay.line_count) == ((), (), 1)


def test_findings_are_in_reading_order():
    text = "a [b]{.x by='c'} [d]{.claim by='e'}\n\n::: {.claim}\n\n[f]{.claim supports=}\n"
    ranges = [fault.range for fault in read_essay(text, "e.md").faults]
    assert len(ranges) == 3
    assert ranges == sorted(ranges)
