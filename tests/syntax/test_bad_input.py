"""Bad input is read in time that grows with its length, and what is not read is said."""

from __future__ import annotations

import sys

import pytest

from argmap.essay import read_essay
from tests.syntax.shapes import SHAPES
from tests.syntax.test_damage import check


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_is_read(name):
    text = SHAPES[name](200)
    check(read_essay(text, "essay.md"), text)


def steps(text: str) -> int:
    """Count the calls that reading makes: what a clock would measure, without its whims."""
    count = 0

    def note(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        read_essay(text, "essay.md")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", SHAPES)
def test_twice_the_text_takes_twice_the_steps(name):
    shape = SHAPES[name]
    read_essay(shape(10), "essay.md")  # what is loaded on first use
    first, second = steps(shape(100)), steps(shape(200))
    assert second <= 2.6 * first + 500


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * 70 + "a" + "]{.claim}" * 70, "1:61-1:62"),
        ("a " + "<!--{.claim}-->" * 70 + "b" + "<!--/-->" * 70, "1:903-1:918"),
        ("::: {.claim}\n" * 70 + "a\n" + ":::\n" * 70, "61:1-61:13"),
        (">" * 80 + " [a]{.claim}", "1:57-1:58"),
        ("+ " * 80 + "[a]{.claim}", "1:57-1:58"),
        ("[^a]: " * 80 + "[a]{.claim}", "1:337-1:338"),
    ],
    ids=["spans", "comments", "blocks", "quotations", "lists", "notes"],
)
def test_what_nests_too_deep_is_a_finding_at_its_place(text, place):
    essay = read_essay(text + "\n\n[The rest]{.claim} is read.", "essay.md")
    assert [str(f.range) for f in essay.faults if f.rule == "nested-too-deep"] == [place]
    assert essay.statements[-1].text == "The rest"


def test_a_deep_stack_leaves_room_enough():
    def deep(left: int) -> int:
        return deep(left - 1) if left else len(read_essay("> " * 70 + "[a]{.claim}", "a.md").faults)

    assert deep(400) == 1
