"""What holds for any text, and for any value written out in any of the languages."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.figures import find_figures, same
from tests.figures.tables import rows

LANGUAGES = ("en", "ko", "zh", "vi")
PIECES = [
    *(row[1] for row in rows("originals.tsv")), *(row[1] for row in rows("names.tsv")),
    "1", "365", ",", ".", " ", "-", "~", "%", "$", "두", "만", "수", "億", "十", "一", "半", "năm", "hai", "tỷ",
    "at least", "half", "of", "to", "\n", "分之", "分", "월", "年", "\u0301", "\ufeff", "\0", "İ", "ß", "１", "٣", "²", "①",
]  # fmt: skip
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=8).map("".join))


@given(text=texts, lang=st.sampled_from([*LANGUAGES, None]))
def test_any_text(text: str, lang: str | None) -> None:
    found = find_figures(text, lang)
    end = 0
    for figure in found:
        assert end <= figure.start < figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end]
        assert same(figure, figure)
        assert (figure.low is None) is (figure.high is None)
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
        end = figure.end
    assert find_figures(text, lang) == found


@given(text=texts)
def test_how_letters_are_stored_makes_no_difference(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", composed)
    if unicodedata.normalize("NFC", decomposed) != composed or "\u0301" in text:
        return
    lang = "ko"
    assert [str(f) for f in find_figures(decomposed, lang)] == [
        str(f) for f in find_figures(composed, lang)
    ]


def test_offsets_in_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", "Họ lỗ khoảng 5 tỷ đô la, 최소 30억")
    (first, *_) = find_figures(text, "vi")
    assert unicodedata.normalize("NFC", first.text) == "5 tỷ đô la"


def english(value: int) -> str:
    return f"${value:,}"


def with_scales(value: int, scales: tuple[tuple[int, str], ...], space: str) -> str:
    """Write a value in scales: 1조 5,000억 3만 20."""
    parts = []
    for size, name in scales:
        count, value = divmod(value, size)
        if count:
            parts.append(f"{count}{name}")
    if value:
        parts.append(str(value))
    return space.join(parts)


KOREAN = ((10**12, "조"), (10**8, "억"), (10**4, "만"))
CHINESE = ((10**12, "兆"), (10**8, "億"), (10**4, "萬"))
DIGITS = "零一二三四五六七八九"


def in_han(value: int) -> str:
    """Write a value below ten thousand in Chinese words."""
    written, gap = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        count, value = divmod(value, size)
        if count:
            written += ("零" if gap else "") + DIGITS[count] + name
            gap = False
        elif written:
            gap = True
    return written


@given(value=st.integers(min_value=2, max_value=9 * 10**14))
def test_a_value_written_in_each_language_is_read_back(value: int) -> None:
    for lang, written in (
        ("en", english(value)),
        ("ko", with_scales(value, KOREAN, " ") + " 달러"),
        ("zh", with_scales(value, CHINESE, "") + "美元"),
        ("vi", f"{value:,}".replace(",", ".") + " USD"),
    ):
        (figure,) = find_figures(written, lang)
        assert (figure.low, figure.high, figure.kind, figure.unit) == (
            value,
            value,
            "amount",
            "USD",
        ), written


@given(value=st.integers(min_value=2, max_value=9999))
def test_chinese_words_are_read_back(value: int) -> None:
    (figure,) = find_figures(in_han(value) + "億美元", "zh")
    assert figure.low == value * 10**8


@given(value=st.decimals(min_value=Decimal("0.1"), max_value=Decimal("999.9"), places=1))
def test_billions_are_the_same_in_each_language(value: Decimal) -> None:
    (one,) = find_figures(f"${value} billion", "en")
    for lang, written in (
        ("en", f"${value}B"),
        ("ko", f"{value * 10}억 달러"),
        ("zh", f"{value * 10}亿美元"),
        ("vi", f"{value} tỷ USD".replace(".", ",")),
    ):
        (other,) = find_figures(written, lang)
        assert same(one, other), written


@pytest.mark.parametrize("lang", LANGUAGES)
def test_deep_repetition_is_read(lang: str) -> None:
    for piece in (
        "1 ",
        "ten ",
        "二",
        "수",
        "1-",
        "a\u0301\u0323",
        "million ",
        "at least ",
        "9" * 40 + " ",
    ):
        find_figures(piece * 500, lang)
