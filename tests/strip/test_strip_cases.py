from __future__ import annotations

from pathlib import Path

import pytest

from argmap.strip import leftovers, strip

CASES = [
    tuple(part.strip("\n") for part in case.split("\n----\n"))
    for case in Path(__file__)
    .with_name("cases.txt")
    .read_text("utf-8")
    .partition("\n\n")[2]
    .split("\n....\n")
]


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_what_is_left(title: str, text: str, expected: str) -> None:
    assert strip(text + "\n") == expected + "\n"
    assert strip(expected + "\n") == expected + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\ufeff",
        "no end",
        "\ufeff\r\n# Title\r\n\r\n\r\ntext \x00 {x} [y] <!-- z -->\r",
        "::: {.note}\r\na\r\n:::\r\n",
        "[x]{.smallcaps}  \nand <!-- argument: no -->\f\u2028\n",
        "$\\frac{a}{b}$ and {{ claim }}",
    ],
)
def test_text_without_annotations_comes_back_as_it_is(text: str) -> None:
    assert strip(text) == text


def test_line_ends_nul_and_byte_order_mark_stay() -> None:
    text = (
        "\ufeff---\r\ntitle: x\r\n---\r\n\r\n## A {on=q}\r\n\r\n"
        "one [two\r\nthree]{.claim\r\nby=x} four\x00\rfive\r\n"
        "<!-- {.claim} -->\r\nsix"
    )
    expected = (
        "\ufeff---\r\ntitle: x\r\n---\r\n\r\n## A\r\n\r\n"
        "one two\r\nthree\r\nfour\x00\rfive\r\n"
        "\r\nsix"
    )
    assert strip(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-- {.claim} -->\ntext\n", "text\n"),
        ("<!-- argmap: ignore AM201 why -->\n\ntext\n", "text\n"),
        ("text\n\n<!-- {.premise .implicit text=x} -->", "text\n"),
        ("text\n\n<!-- {.premise .implicit text=x} -->\n", "text\n"),
        ("::: {.claim}\ntext\n:::", "text\n"),
        ("<!-- {.premise .implicit text=x} -->\n", ""),
        ("[text]{.claim}", "text"),
        ("> <!-- {.claim} -->\n> text\n", "> text\n"),
        ("- <!-- {.premise .implicit text=x} -->\n", ""),
    ],
)
def test_no_blank_line_is_left_at_either_end(text: str, expected: str) -> None:
    assert strip(text) == expected


def test_what_cannot_be_taken_out_unseen_is_left_and_counted() -> None:
    text = "*a [b* c* d]{.claim} e* f**\n"
    assert strip(text) == text or leftovers(strip(text)) == 0
    assert leftovers("[x]{.claim and [y]{.clam}\n") > 0
    assert leftovers("plain [x](y) {z}\n") == 0


def test_many_marks_in_one_paragraph() -> None:
    text = "word [marked *text* here]{.claim supports=a} and\n" * 400
    assert strip(text) == "word marked *text* here and\n" * 400


def test_a_note_behind_a_mark_is_counted_anew_each_time() -> None:
    text = "[^1]: Note\n\n[Words]{#a .claim}[^1] and [more]{.premise}[^1]\n"
    assert strip(text) == "[^1]: Note\n\nWords[^1] and more[^1]\n"
