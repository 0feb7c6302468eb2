"""Originals are read to paragraphs, whatever they are written in and however badly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.verifying import original as module
from argmap.verifying import read_original
from argmap.verifying.html_text import html_blocks


def paragraphs(text: str, name: str) -> list[tuple[int, str]]:
    return [(p.line, p.text) for p in read_original(text.encode(), name).passages]


def test_in_plain_text_every_line_that_is_not_empty_is_a_paragraph():
    assert paragraphs("\ufeffOne\r\n\n  \u3000\n 둘 \rthree", "x.txt") == [
        (1, "One"),
        (4, "둘"),
        (5, "three"),
    ]


def test_in_markdown_every_block_is_a_paragraph():
    text = (
        "---\ntitle: x\n---\n# Title\n\nOne *long*\nparagraph &amp; `code`.\n\n- first\n- second\n\n"
        "  of two\n\n> said [so](https://example.org)\n\n| a | b |\n|---|---|\n| c |   |\n\n"
        "```\nx = 1\n```\n\n<div>\nraw <b>words</b>\n</div>\n\n![alt](x.png)\n"
    )
    assert paragraphs(text, "x.md") == [
        (4, "Title"),
        (6, "One long paragraph & code."),
        (9, "first"),
        (10, "second"),
        (12, "of two"),
        (14, "said so"),
        (16, "a b"),
        (18, "c"),
        (20, "x = 1"),
        (25, "raw words"),
        (28, "alt"),
    ]


PAGE = """<!DOCTYPE html>
<html><head><title>No</title><style>p > a { }</style></head>
<body><nav><ul><li>Home</ul></nav>
<p>One <b>bold</b>&nbsp;word
<p class="a>b" data-x='</p>'>Two<br>lines</p><script>if (a < b) "<p>no</p>"</script>
Loose &lt;text&gt; 한국어<br/><br>parted
<!-- no <p>no -->
<table><tr><td>c1</td><td>c2</td></tr></table></body></html>"""


@pytest.mark.parametrize("name", ["x.html", "x", "page.aspx"])
def test_in_html_every_block_is_a_paragraph(name):
    assert paragraphs(PAGE, name) == [
        (3, "Home"),
        (4, "One bold word"),
        (5, "Two lines"),
        (6, "Loose <text> 한국어"),
        (6, "parted"),
        (8, "c1"),
        (8, "c2"),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000 + "x",
        "<!--" * 300_000,
        "<a " * 300_000,
        "<a x='" * 200_000,
        "<a" + "=" * 500_000,
        "<" * 500_000,
        "</" * 300_000,
        "<script>" * 100_000,
        "<script>" + "</scrip" * 100_000,
        "<br>" * 200_000 + "x",
        "x<br>" * 100_000,
        "&" * 300_000,
        " " * 500_000 + "<p>",
        "x" + " " * 500_000 + "y",
        "<![CDATA[" * 100_000,
        "x" + "<br> " * 100_000 + "<" * 1000,
    ],
    ids=lambda page: page[:12],
)
def test_hostile_html_costs_no_more_than_its_length(page):
    # A reading that took the square of these would never come back.
    assert all(len(text) <= len(page) for _, text in html_blocks(page))


@given(st.text(st.sampled_from("<>/!-=\"'abr ps\n&;#1한"), max_size=80))
def test_any_html_is_read_and_nothing_is_invented(page):
    for offset, text in html_blocks(page):
        assert 0 <= offset <= len(page)
        assert text == " ".join(text.split())
        assert text


@given(st.text(max_size=120), st.sampled_from(["x.txt", "x.md", "x.html", "x"]))
def test_any_text_is_read(text, name):
    try:
        original = read_original(text.encode(), name)
    except ArgmapError:
        assert "\0" in text
        return
    lines = [passage.line for passage in original.passages]
    assert lines == sorted(lines)
    assert all(passage.text.strip() for passage in original.passages)


def test_what_is_no_text_is_refused_in_one_line(monkeypatch):
    with pytest.raises(ArgmapError, match=r"^x\.txt is not text in UTF-8 .*line 2.* save it as"):
        read_original("가\n나".encode("euc-kr").replace(b"\n", b"\n", 1)[2:], "x.txt")
    with pytest.raises(ArgmapError, match=r"line 2 holds a NUL byte"):
        read_original(b"a\nb\0", "x.txt")
    with pytest.raises(ArgmapError, match="not text in UTF-8"):
        read_original(b"\x89PNG\r\n\x1a\n\0", "x.html")
    monkeypatch.setattr(module, "LARGEST", 3_000_000)
    with pytest.raises(ArgmapError, match="longer than 3 MB"):
        read_original(b"x" * 3_000_001, "x.txt")


def test_the_hash_is_that_of_the_bytes():
    assert read_original(b"", "x").sha256.startswith("e3b0c44298fc1c14")
    assert read_original(b"a\r\n", "x").sha256 != read_original(b"a\n", "x").sha256
