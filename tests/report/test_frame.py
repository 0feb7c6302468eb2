"""A frame underlines exactly what a range covers, in cells, whatever the letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.report.cells import clusters, visible, width
from argmap.report.frame import Row, frame
from argmap.syntax.places import Position, Range, SourceText


def at(line: int, column: int, end_line: int, end_column: int) -> Range:
    return Range(Position(line, column), Position(end_line, end_column))


def drawn(source: str, place: Range, cells: int = 60) -> str:
    lines = []
    for row in frame(SourceText(source), place, cells):
        lines.append(f"{row.number or ''}|{row.text}")
        if row.carets:
            lines.append(f" |{row.carets}")
    return "\n".join(lines)


def underlined(row: Row) -> str:
    """The part of a row's text in the cells that its carets stand under."""
    left = len(row.carets) - len(row.carets.lstrip())
    right = len(row.carets)
    found = [c for c in clusters(row.text) if left < c.right and c.left < right and c.text]
    assert found == [] or (found[0].left == left and found[-1].right == right)
    return "".join(cluster.text for cluster in found)


@pytest.mark.parametrize(
    ("line", "start", "end", "expected"),
    [
        ("a supports b", 3, 11, "1|a supports b\n |  ^^^^^^^^"),
        ("한국어 문장 하나", 5, 7, "1|한국어 문장 하나\n |       ^^^^"),
        ("中文，句子", 4, 6, "1|中文，句子\n |      ^^^^"),
        ("カタカナとｶﾀｶﾅ", 5, 8, "1|カタカナとｶﾀｶﾅ\n |        ^^^^"),
        ("lợi nhuận", 5, 10, "1|lợi nhuận\n |    ^^^^^"),
        ("lo\u0323\u031bi nhua\u0323\u0302n", 3, 6, "1|lo\u0323\u031bi nhua\u0323\u0302n\n | ^^"),
        ("a 👩‍💻 b", 3, 6, "1|a 👩‍💻 b\n |  ^^"),
        ("a 👍🏽 b", 6, 7, "1|a 👍🏽 b\n |     ^"),
        ("🇰🇷🇻🇳 x", 3, 5, "1|🇰🇷🇻🇳 x\n |  ^^"),
        ("\tx\ty", 2, 3, "1|    x   y\n |    ^"),
        ("\tx\ty", 3, 5, "1|    x   y\n |     ^^^^"),
        ("\u1100\u1161\u11a8 x", 4, 5, "1|\u1100\u1161\u11a8 x\n |  ^"),
        ("e\u0301x", 1, 2, "1|e\u0301x\n |^"),
        ("short", 6, 6, "1|short\n |     ^"),
        ("short", 3, 3, "1|short\n |  ^"),
        ("", 1, 1, "1|\n |^"),
        ("a\x1b[31mb", 2, 3, "1|a␛[31mb\n | ^"),
    ],
)
def test_underline(line: str, start: int, end: int, expected: str) -> None:
    assert drawn(line, at(1, start, 1, end)) == expected


def test_a_line_of_context_on_each_side() -> None:
    source = "one\ntwo\nthree\nfour\nfive"
    assert drawn(source, at(3, 2, 3, 4)) == "2|two\n3|three\n | ^^\n4|four"


def test_blank_lines_are_no_context() -> None:
    assert drawn("one\n\nthree\n   \nfive", at(3, 1, 3, 6)) == "3|three\n |^^^^^"


def test_each_line_of_a_range_is_underlined() -> None:
    source = "a claim that\n  runs on\nand ends here"
    expected = (
        "1|a claim that\n |  ^^^^^^^^^^\n2|  runs on\n |  ^^^^^^^\n3|and ends here\n |^^^^^^^^"
    )
    assert drawn(source, at(1, 3, 3, 9)) == expected


def test_the_middle_of_many_lines_is_left_out() -> None:
    source = "\n".join(f"line {n}" for n in range(1, 10))
    expected = (
        "1|line 1\n2|line 2\n |^^^^^^\n3|line 3\n |^^^^^^\n|...\n8|line 8\n |^^^^^^\n9|line 9"
    )
    assert drawn(source, at(2, 1, 8, 7)) == expected


def test_a_blank_line_inside_a_range_is_not_underlined() -> None:
    assert drawn("a\n\nb", at(1, 1, 3, 2)) == "1|a\n |^\n2|\n3|b\n |^"


def test_a_range_that_ends_with_a_line_end_stays_on_its_line() -> None:
    assert drawn("one\ntwo", at(1, 1, 2, 1)) == "1|one\n |^^^\n2|two"


@pytest.mark.parametrize("place", [at(3, 1, 3, 2), at(2, 1, 9, 1), at(0, 1, 0, 1)])
def test_nothing_is_drawn_of_a_place_that_is_not_there(place: Range) -> None:
    assert frame(SourceText("one\ntwo"), place, 60) == []


def test_a_column_behind_the_line_points_at_its_end() -> None:
    assert drawn("one", at(1, 9, 1, 12)) == "1|one\n |   ^"


def test_a_long_line_is_trimmed_around_the_range() -> None:
    line = "x" * 200 + "TARGET" + "y" * 200
    (row,) = frame(SourceText(line), at(1, 201, 1, 207), 40)
    assert row.text == "..." + "x" * 14 + "TARGET" + "y" * 14 + "..."
    assert row.carets == " " * 17 + "^" * 6


def test_a_long_line_is_trimmed_at_one_end_when_the_range_is_near_the_other() -> None:
    line = "TARGET" + "y" * 200
    (row,) = frame(SourceText(line), at(1, 1, 1, 7), 40)
    assert row.text == "TARGET" + "y" * 31 + "..."
    (row,) = frame(SourceText(line[::-1]), at(1, 201, 1, 207), 40)
    assert row.text == "..." + "y" * 28 + "TEGRAT"
    assert underlined(row) == "TEGRAT"


def test_a_wide_letter_is_not_cut_in_half() -> None:
    line = "한" * 100 + "AB" + "글" * 100
    for cells in (40, 41, 42, 43):
        (row,) = frame(SourceText(line), at(1, 101, 1, 103), cells)
        assert width(row.text) <= cells
        assert underlined(row) == "AB"


def test_a_range_wider_than_the_terminal_is_shown_from_its_beginning() -> None:
    line = "x" * 100 + "A" + "B" * 300
    (row,) = frame(SourceText(line), at(1, 101, 1, 402), 40)
    assert row.text.startswith("...A")
    assert row.text.endswith("...")
    assert len(row.carets) <= 40


def test_a_line_as_long_as_a_library_costs_nothing() -> None:
    """Laying out all of it would take minutes: only what can be seen is."""
    line = "한" * 5_000_000
    (row,) = frame(SourceText(line), at(1, 2_000_000, 1, 4_000_000), 80)
    assert width(row.text) <= 80


LETTERS = st.sampled_from(
    [
        *"ab c",
        "\t",
        "한",
        "中",
        "ｶ",
        "e\u0301",
        "👩‍💻",
        "🇰🇷",
        "👍🏽",
        "❤️",
        "각",
        "\x1b",
        "\u202e",
        "“",
    ]
)
LINES = st.lists(LETTERS, max_size=40)


@given(LINES, st.data())
def test_carets_stand_under_what_the_range_covers(parts: list[str], data: st.DataObject) -> None:
    """Cut at whole letters, so that what should be under the carets is plain."""
    first = data.draw(st.integers(0, len(parts)))
    last = data.draw(st.integers(first, len(parts)))
    line = "".join(parts)
    start = len("".join(parts[:first]))
    end = len("".join(parts[:last]))
    (row,) = frame(SourceText(line), at(1, start + 1, 1, end + 1), 1000)
    before = [c for c in clusters(line) if c.end <= start]
    covered = [c for c in clusters(line) if c.start >= start and c.end <= end]
    left = before[-1].right if before else 0
    wide = sum(c.right - c.left for c in covered)
    assert row.carets == " " * left + "^" * max(wide, 1)
    whole = "".join(cluster.text for cluster in clusters(line))
    assert row.text == whole.rstrip()


@given(LINES.map(lambda parts: parts * 5), st.integers(20, 90), st.data())
def test_no_row_is_wider_than_it_may_be(parts: list[str], cells: int, data: st.DataObject) -> None:
    line = "".join(parts)
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    for row in frame(SourceText(line), at(1, start + 1, 1, end + 1), cells):
        assert width(row.text) <= cells
        assert len(row.carets) <= cells + 1
        assert "^" in row.carets


@given(st.text())
def test_visible_is_one_for_one_and_harmless(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in shown)
    shown.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_characters="\n\r")))
def test_clusters_cover_the_line_without_gaps(line: str) -> None:
    laid = clusters(line)
    assert [c.start for c in laid] == [0, *(c.end for c in laid)][: len(laid)]
    assert [c.left for c in laid] == [0, *(c.right for c in laid)][: len(laid)]
    assert (laid[-1].end if laid else 0) == len(line)
