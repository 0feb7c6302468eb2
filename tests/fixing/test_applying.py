from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.fixing import apply
from argmap.model import Edit, Fix, Position, Range
from argmap.syntax.places import SourceText


def fix(*edits: tuple[int, int, int, int, str], title: str = "mend") -> Fix:
    return Fix(
        title,
        tuple(
            Edit(Range(Position(first, column), Position(last, end)), text)
            for first, column, last, end, text in edits
        ),
    )


def test_edits_are_made_where_they_stand() -> None:
    done = apply("ab\ncd\n", [fix((2, 1, 2, 2, "x")), fix((1, 2, 1, 3, "yy"))])
    assert done.text == "ayy\nxd\n"
    assert [each.edits[0].range.start.line for each in done.used] == [1, 2]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_and_a_byte_order_mark_stay(end: str) -> None:
    text = f"\ufeff\ta😀b{end}[c]{end}"
    done = apply(text, [fix((1, 3, 1, 4, "x")), fix((2, 1, 2, 1, "> \n"))])
    assert done.text == f"\ufeff\taxb{end}> {end}[c]{end}"


def test_an_edit_over_lines_takes_their_ends() -> None:
    assert apply("a\r\nb\r\nc", [fix((1, 2, 3, 1, " "))]).text == "a c"


def test_of_two_that_overlap_the_first_wins_whatever_the_order() -> None:
    first, second = fix((1, 1, 1, 4, "x")), fix((1, 3, 1, 5, "y"))
    for fixes in ([first, second], [second, first]):
        assert apply("abcdef", fixes) == apply("abcdef", [first])


def test_a_fix_is_applied_whole_or_not_at_all() -> None:
    blocked = fix((1, 2, 1, 3, "y"), (1, 6, 1, 7, "z"))
    done = apply("abcdef", [fix((1, 1, 1, 3, "x")), blocked])
    assert done.text == "xcdef"
    assert blocked not in done.used


def test_of_two_insertions_at_one_place_one_is_made() -> None:
    one, other = fix((1, 2, 1, 2, "x"), title="one"), fix((1, 2, 1, 2, "y"), title="other")
    assert apply("ab", [other, one]).text == "axb"


def test_an_insertion_may_touch_what_is_replaced_before_it() -> None:
    assert apply("abc", [fix((1, 1, 1, 2, "x")), fix((1, 2, 1, 2, "y"))]).text == "xybc"


@pytest.mark.parametrize(
    "edit",
    [(3, 1, 3, 1, "x"), (1, 1, 1, 9, "x"), (1, 3, 1, 2, "x"), (0, 1, 1, 1, "x"), (1, 0, 1, 1, "")],
)
def test_what_lies_outside_of_the_text_is_left_out(edit: tuple[int, int, int, int, str]) -> None:
    assert apply("ab\n", [fix(edit)]) == apply("ab\n", [])


def test_a_fix_that_changes_nothing_is_not_used() -> None:
    assert apply("ab", [fix((1, 1, 1, 2, "a"))]).used == ()


PIECES = st.lists(st.sampled_from(["a", "é", "한", "😀", "\t", "\n", "\u2028"])).map("".join)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@given(PIECES, ENDS, st.sampled_from(["", "\ufeff"]), st.randoms(use_true_random=False))
def test_edits_that_do_not_overlap_are_made_as_by_hand(
    plain: str, end: str, mark: str, chance: random.Random
) -> None:
    source = SourceText(plain)
    cuts = sorted(chance.randrange(len(plain) + 1) for _ in range(chance.randrange(12)))
    pairs = {
        start: (start, end, chance.choice(["", "x", "😀y\n"]))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    }
    fixes = [
        Fix("mend", (Edit(source.range(start, stop), put),)) for start, stop, put in pairs.values()
    ]
    chance.shuffle(fixes)
    expected = plain
    for start, stop, put in reversed(pairs.values()):
        expected = expected[:start] + put + expected[stop:]
    if "\n" not in plain:
        end = "\n"
    made = apply(mark + plain.replace("\n", end), fixes).text
    assert made == mark + expected.replace("\n", end)
