"""Phrases in five languages and scripts, and what is read in them."""

from __future__ import annotations

import pytest

from argmap.figures import Figure, find_figures, same
from tests.figures.tables import rows

PHRASES = [*rows("originals.tsv"), *rows("written.tsv")]
# What may stand around a phrase without changing what it says.
AROUND = {
    "en": ("Then ", ", they say."),
    "ko": ("그리고 ", ", 라고 한다."),
    "zh": ("他說:", "。"),
    "vi": ("Rồi ", ", họ nói."),
}


def test_there_are_enough_phrases() -> None:
    assert len(rows("originals.tsv")) >= 200
    assert {row[0] for row in rows("originals.tsv")} == {"en", "ko", "zh", "vi"}


@pytest.mark.parametrize(
    ("lang", "phrase", "expected"), PHRASES, ids=[f"{p[0]} {p[1]}" for p in PHRASES]
)
def test_phrase(lang: str, phrase: str, expected: str) -> None:
    assert [str(figure) for figure in find_figures(phrase, lang)] == [expected]
    before, after = AROUND[lang]
    text = before + phrase + after
    found = find_figures(text, lang)
    assert [str(figure) for figure in found] == [expected]
    assert text[found[0].start : found[0].end] == found[0].text
    assert found[0].start >= len(before)
    assert found[0].end <= len(before) + len(phrase)


@pytest.mark.parametrize(("lang", "sentence", "expected"), rows("sentences.tsv"))
def test_sentence(lang: str, sentence: str, expected: str) -> None:
    assert "; ".join(str(figure) for figure in find_figures(sentence, lang)) == expected


NAMES = rows("names.tsv")


@pytest.mark.parametrize(("lang", "phrase"), NAMES, ids=[f"{p[0]} {p[1]}" for p in NAMES])
def test_no_figure(lang: str, phrase: str) -> None:
    assert find_figures(phrase, lang) == ()


def only(lang: str, phrase: str) -> Figure:
    (figure,) = find_figures(phrase, lang)
    return figure


PAIRS = rows("same.tsv")


@pytest.mark.parametrize("pair", PAIRS, ids=["".join(p[::2]) for p in PAIRS])
def test_same(pair: tuple[str, ...]) -> None:
    sign, lang, phrase, other_lang, other_phrase = pair
    one, other = only(lang, phrase), only(other_lang, other_phrase)
    assert same(one, other) is (sign == "=")
    assert same(other, one) is (sign == "=")


def test_language_is_told_by_the_script() -> None:
    for phrase, expected in [
        ("최소 30억 달러", "amount at_least 3000000000 USD"),
        ("至少30億美元", "amount at_least 3000000000 USD"),
        ("ít nhất 6,5 tỷ USD", "amount at_least 6500000000 USD"),
        ("at least $3 billion", "amount at_least 3000000000 USD"),
    ]:
        assert [str(figure) for figure in find_figures(phrase)] == [expected]
        assert find_figures(phrase, "fr") == find_figures(phrase)


def test_language_tags() -> None:
    assert str(only("zh-Hant", "50億美元")) == str(only("zh-Hans", "50亿美元"))


def test_several_in_a_sentence() -> None:
    text = "OpenAI는 2024년에 최소 50억 달러, 최대 70억 달러를 모금했고 GPT-4o의 가격은 3배다."
    assert [str(figure) for figure in find_figures(text, "ko")] == [
        "date 2024",
        "amount at_least 5000000000 USD",
        "amount at_most 7000000000 USD",
        "multiple 3 times",
    ]


def test_a_quarter_takes_the_year_before_it() -> None:
    found = find_figures("2024年第三季、第四季度,或是2025年第一季度", "zh")
    assert [figure.unit for figure in found] == ["2024-Q3", "2024-Q4", "2025-Q1"]


def test_magnitudes_share_a_unit() -> None:
    found = find_figures("數億甚至數十億美元", "zh")
    assert [(figure.kind, figure.unit) for figure in found] == [("amount", "USD")] * 2


def test_money_beside_latin_letters_is_no_name() -> None:
    assert str(only("zh", "給了OpenAI100億美元的積分")) == "amount 10000000000 USD"


def test_a_line_break_is_a_blank() -> None:
    assert str(only("en", "a fund of $100\nbillion for AI")) == "amount 100000000000 USD"
    assert str(only("en", "a fund of $100\n  billion for AI")) == "amount 100000000000 USD"
    assert len(find_figures("$100\n\nbillion", "en")) == 2


def test_two_years_are_two_dates() -> None:
    assert [str(figure) for figure in find_figures("from 2023 to 2028", "en")] == [
        "date 2023",
        "date 2028",
    ]


def test_a_syllable_of_a_word_opens_no_range() -> None:
    assert str(only("ko", "보이는 회사에서 66억 달러를")) == "amount 6600000000 USD"
