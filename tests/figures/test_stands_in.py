"""What a digest says, against what its original says."""

from __future__ import annotations

import pytest

from argmap.figures import find_figures, stands_in

ORIGINAL = (
    "They raised at least $6.5 billion, perhaps as much as $7 billion, in mid-December 2023 and lost more"
    " than $5 billion in 2024. 0.1% to 1% of 4.4 million users pay $30 to $50. It cost billions of dollars,"
    " and by Q3 2024 half of it was gone; since July the price has doubled, and it took nine years."
)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "$6.5 billion"), ("ko", "최소 65억 달러"), ("zh", "70億美元"), ("vi", "hơn 5 tỷ USD"),
        ("ko", "65억~70억 달러"), ("en", "2023"), ("en", "December 2023"), ("ko", "2023년 12월 중순"),
        ("en", "1%"), ("zh", "0.1%到1%"), ("ko", "440만 명"), ("en", "$50"), ("ko", "수십억 달러"),
        ("ko", "2024년 3분기"), ("ko", "절반"), ("en", "50%"), ("vi", "gấp đôi"), ("ko", "7월"),
        ("ko", "9년"), ("en", "2024"),
    ],
)  # fmt: skip
def test_stands(lang: str, said: str) -> None:
    (figure,) = find_figures(said, lang)
    assert stands_in(figure, find_figures(ORIGINAL, "en"))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "at most $6.5 billion"), ("ko", "최소 70억 달러"), ("en", "$6 billion"), ("en", "€7 billion"),
        ("en", "early December 2023"), ("en", "2025"), ("en", "$1 billion"), ("ko", "수백억 달러"),
        ("en", "Q4 2024"), ("en", "30%"), ("en", "three times"), ("en", "July 2024"), ("en", "nine months"),
        ("en", "$5 to 8 billion"),
    ],
)  # fmt: skip
def test_does_not_stand(lang: str, said: str) -> None:
    (figure,) = find_figures(said, lang)
    assert not stands_in(figure, find_figures(ORIGINAL, "en"))


def test_nothing_stands_in_nothing() -> None:
    (figure,) = find_figures("$5 billion", "en")
    assert not stands_in(figure, ())
