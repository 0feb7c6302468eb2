"""The head of an essay: what is read of it, and what is said of it, at its place."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap import front_matter
from argmap.essay import read_essay
from argmap.front_matter import MAX_LENGTH, is_date, read_front_matter
from argmap.syntax.places import SourceText


def head(yaml: str):
    return read_essay(f"---\n{yaml}\n---\n\n[Words]{{.claim}}.\n", "essay.md")


def said(yaml: str) -> list[str]:
    essay = head(yaml)
    assert [statement.text for statement in essay.statements] == ["Words"]
    return [f"{fault.range} {fault.message}" for fault in essay.faults]


@pytest.mark.parametrize(
    "yaml",
    [
        "id: late\nlang: ko\ntitle: Sleep first\nauthor: A. B.\nstance: for\ndate: 2024-09-16",
        'id: "late"\nlang: \'ko\'\ntitle: "Sleep first"\nauthor: A. B.\nstance: for\ndate: 2024-09-16',
        "{id: late, lang: ko, title: Sleep first, author: A. B., stance: for, date: 2024-09-16}",
        (
            "format:\n  html: {toc: true}\nid: late\nlang: ko\ntitle: >\n  Sleep\n  first\nauthor: A. B.\n"
            "stance: for # or not\ndate: 2024-09-16"
        ),
    ],
)
def test_what_is_read(yaml):
    essay = head(yaml)
    assert essay.faults == ()
    assert (essay.id, essay.lang, essay.title) == ("late", "ko", "Sleep first")
    assert (essay.author, essay.stance, essay.date) == ("A. B.", "for", "2024-09-16")


def test_scalars_are_the_text_they_are():
    essay = head("id: no\nlang: no\ntitle: 2024\nauthor: 1e3\nstance: null")
    assert (essay.id, essay.lang, essay.title) == ("no", "no", "2024")
    assert (essay.author, essay.stance) == ("1e3", "null")


def test_without_an_id_the_file_names_the_work():
    assert read_essay("Words.", "essays/My Essay (2).md").id == "My-Essay--2"
    assert read_essay("Words.", "essays/9.md").id == "essay-9"
    assert read_essay("Words.", "e.md", default_lang="ko").lang == "ko"


def test_the_original():
    essay = head(
        'id: late\noriginal:\n  title: "Sleep"\n  url: https://example.org/\n  at: [1, {a: b}]'
    )
    assert essay.extra["original"] == {
        "title": "Sleep",
        "url": "https://example.org/",
        "at": ["1", {"a": "b"}],
    }


@pytest.mark.parametrize(
    ("yaml", "finding"),
    [
        ("- id: late\n- lang: en", "2:1-3:11 the front matter is a list"),
        ("late", "2:1-2:5 the front matter is a single value"),
        (
            "id: late\n\tlang: en",
            "3:1-3:1 the front matter is not YAML: found character '\\t' that",
        ),
        ("id: a: b", "2:6-2:6 the front matter is not YAML: mapping values are not allowed here"),
        (
            "id: [late",
            "2:10-2:10 the front matter is not YAML: expected ',' or ']', but got the end",
        ),
        ("id: late\nid: later", "3:1-3:3 the front matter gives id twice"),
        ("id: 9-late", "2:5-2:11 as a work's id, the id '9-late' does not begin with a letter"),
        ("id:", "2:4-2:4 id is empty"),
        ('id: ""', "2:5-2:7 id is empty"),
        ("id: [a, b]", "2:5-2:11 id is not a single value"),
        ("lang: English", "2:7-2:14 lang is 'English'"),
        ("date: 2024-13", "2:7-2:14 the date '2024-13' is not a date in ISO 8601"),
        ("titel: Sleep", "2:1-2:6 the front matter has no key 'titel'"),
        ("Titel: [Sleep]", "2:1-2:6 the front matter has no key 'Titel'"),
        ("original: Sleep", "2:11-2:16 original is not a mapping"),
        ("a: &a [x]\noriginal: {b: *a, c: *a}", "3:11-3:25 original uses an alias"),
        ("original: {? [a] : b}", "2:11-2:22 original has a key that is no single word"),
        ("id: late\x07", "2:9-2:10 the front matter holds the character U+0007"),
        ("id: *nothing", "2:5-2:5 the front matter is not YAML: found undefined alias 'nothing'"),
        ("id: " + "[" * 200, "2:1-2:205 the front matter cannot be read: it nests too deep"),
        ("id:\n" + "- " * 900, "2:1-3:1801 the front matter cannot be read: it nests too deep"),
        (
            "x: " + "y" * MAX_LENGTH,
            f"2:1-2:{MAX_LENGTH + 4} the front matter is longer than 50,000",
        ),
        ("title: 한국\nid: 9", "3:5-3:6 as a work's id, the id '9' does not begin with a letter"),
        ("title: a\u2028 b\nid: 9", "3:5-3:6 as a work's id, the id '9' does not begin with"),
    ],
)
def test_findings(yaml, finding):
    (found,) = said(yaml)
    assert found.startswith(finding)


def test_a_tag_makes_nothing():
    assert said("id: !!python/object/apply:os.system [echo]") == [
        "2:5-2:43 id is not a single value"
    ]
    assert said("title: !!python/name:os.system x") == []


def test_opened_and_not_closed():
    (fault,) = read_essay("---\nid: late\n\n[Words]{.claim}.\n", "essay.md").faults
    assert (fault.rule, str(fault.range)) == ("bad-front-matter", "1:1-1:4")
    assert read_essay("---\n\nA rule, and words.\n", "essay.md").faults == ()


def test_closed_by_dots_and_behind_a_byte_order_mark():
    essay = read_essay("\ufeff---\r\nid: late\r\nlang: 9\r\n...\r\n\r\n[A]{.claim}", "essay.md")
    assert essay.id == "late"
    assert [str(fault.range) for fault in essay.faults] == ["3:7-3:8"]
    assert str(essay.statements[0].range) == "6:1-6:12"


KEYS = st.sampled_from(["id", "lang", "title", "author", "stance", "date", "format", "titel"])
VALUES = st.sampled_from(
    [
        "late",
        "ko",
        "2024-09-16",
        "2024",
        "A. B. and C",
        "Sleep: first",
        "a:b",
        "a #b",
        "a#b",
        "no",
        "~",
        '"a: b"',
        "'it'",
        "'a''b'",
        '"a\\tb"',
        "",
        "- a",
        "[a]",
        "{a: b}",
        "*a",
        "&a b",
        "| a",
        "한국, 2",
        "a ",
        "😀",
        "x\xa0y",
        "-a",
        "?a",
        "@a",
        "a -",
        "9-late",
        "a, b",
        "a}",
        "...",
        "---a",
        "=",
        "<<",
    ]
)


@given(
    st.lists(st.tuples(KEYS, VALUES), max_size=4),
    st.sampled_from(["\n", "\n\n", "\n  ", "\n# c\n"]),
)
@example([("id", "late"), ("title", "Sleep: first")], "\n")
def test_plain_lines_are_read_as_yaml_reads_them(pairs, gap):
    text = gap.join(f"{key}: {value}" for key, value in pairs) + "\n"
    source = SourceText(f"---\n{text}---\n")
    quick = front_matter._plain_entries(text, source, 4)
    if quick is None:
        return
    found = front_matter.FrontMatter()
    slow = front_matter._Yaml(text, source, 4, found).entries()
    assert found.faults == []
    assert quick == slow


@given(st.text(alphabet="ab:-# \n\t[]{}&*!|>'\"%@`?,0é", max_size=40))
@example("a: 'b\n")
def test_any_head_is_read(text):
    source = SourceText(f"---\n{text}\n---\n")
    for fault in read_front_matter(text, source, 4).faults:
        assert source.offset(fault.range.start) <= source.offset(fault.range.end)


@pytest.mark.parametrize(
    "date", ["2024", "2024-02", "2024-02-29", "2024-02-29T10:00", "2024-02-29T10:00:00Z"]
)
def test_dates(date):
    assert is_date(date)


@pytest.mark.parametrize(
    "date", ["", "24", "2024-2", "2023-02-29", "2024-13", "today", "٢٠٢٤", "2024-02-29T25:00"]
)
def test_no_dates(date):
    assert not is_date(date)
