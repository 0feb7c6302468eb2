from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.nearest import NameIndex, nearest, slips

IDS = [
    "no-profit",
    "underwater",
    "loss-2024",
    "warehouse",
    "aws",
    "moat",
    "수익성",
    "규모의-경제",
    "規模經濟",
    "护城河",
    "lợi-nhuận",
    "Énergie",
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("no-profit", "no-profit"),
        ("no_profit", "no-profit"),
        ("noprofit", "no-profit"),
        ("No-Profit", "no-profit"),
        ("no-profits", "no-profit"),
        ("no-porfit", "no-profit"),
        ("no-prfit", "no-profit"),
        ("profit-no", "no-profit"),
        ("undrewatre", "underwater"),
        ("unzerwaqer", "underwater"),
        ("loss", "loss-2024"),
        ("loss-2024-q3", "loss-2024"),
        ("asw", "aws"),
        ("moats", "moat"),
        ("mote", None),
        ("xy", None),
        ("", None),
        ("--", None),
        ("profitability", None),
        ("수익선", "수익성"),
        ("수익썽", "수익성"),
        ("규모의경제", "규모의-경제"),
        ("손실", None),
        ("規模经濟", "規模經濟"),
        ("护成河", "护城河"),
        ("利润", None),
        ("loi-nhuan", "lợi-nhuận"),
        ("lợi_nhuân", "lợi-nhuận"),
        ("energie", "Énergie"),
    ],
)
def test_what_was_meant(typed: str, meant: str | None) -> None:
    assert nearest(typed, IDS) == meant


def test_the_nearer_wins_then_the_same_first_letter_then_the_first() -> None:
    assert nearest("claims", ["clams-b", "claim"]) == "claim"
    assert nearest("boss", ["loss", "bass", "lass"]) == "bass"
    assert nearest("xoss", ["loss", "boss"]) == "loss"


def test_a_name_that_begins_so_counts_only_when_it_is_the_only_one() -> None:
    assert nearest("loss", ["loss-in-2023", "loss-in-2024"]) is None


def test_what_is_excluded_is_not_meant() -> None:
    index = NameIndex(["profit-a", "profit-b"])
    assert index.nearest("profit-c") == "profit-a"
    assert index.nearest("profit-c", {"profit-a"}) == "profit-b"
    assert index.nearest("profit-a", {"profit-a", "profit-b"}) is None


def test_names_that_all_look_alike_still_give_one_of_the_nearest() -> None:
    names = [f"statement-{number:05}" for number in range(5000)]
    found = nearest("statement-x0001", names)
    assert found is not None
    assert slips("statementx0001", found.replace("-", ""), 3) is not None


def osa(one: str, other: str) -> int:
    """The textbook's full table."""
    table = {(i, 0): i for i in range(len(one) + 1)}
    table.update({(0, j): j for j in range(len(other) + 1)})
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            best = min(
                table[i - 1, j] + 1,
                table[i, j - 1] + 1,
                table[i - 1, j - 1] + (one[i - 1] != other[j - 1]),
            )
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                best = min(best, table[i - 2, j - 2] + 1)
            table[i, j] = best
    return table[len(one), len(other)]


SHORT = st.text("abc", max_size=9)


@given(SHORT, SHORT, st.integers(0, 4))
def test_slips_are_those_of_the_textbook(one: str, other: str, limit: int) -> None:
    distance = osa(one, other)
    assert slips(one, other, limit) == (distance if distance <= limit else None)


@given(st.text(), st.lists(st.text(), max_size=5))
def test_any_text_is_answered_with_a_candidate_or_none(word: str, names: list[str]) -> None:
    assert nearest(word, names) in {*names, None}


@given(st.lists(st.text("abcd-", max_size=12), max_size=8), st.text("abcd", max_size=12))
def test_nothing_within_reach_is_nearer(names: list[str], word: str) -> None:
    def reach(name: str) -> int:
        length = min(len(name.replace("-", "")), len(word))
        return 0 if length < 3 else 1 if length < 6 else 2 if length < 12 else 3

    distances = {name: osa(word, name.replace("-", "")) for name in names}
    within = {name: far for name, far in distances.items() if word and far <= reach(name)}
    found = nearest(word, names)
    if within:
        assert found is not None
        assert distances[found] == min(within.values())
