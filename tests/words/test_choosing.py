"""Which language a tag stands for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.words import LANGUAGES, language, shared


@pytest.mark.parametrize(
    ("tag", "lang"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("ko", "ko"),
        ("ko-KR", "ko"),
        ("KO_kr", "ko"),
        ("vi-VN", "vi"),
        ("zh", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
        ("zh-Hant-CN", "zh-Hant"),
        ("zh-Hans", "zh-Hans"),
        ("ZH-hans", "zh-Hans"),
        ("zh_Hans", "zh-Hans"),
        ("zh-Hans-HK", "zh-Hans"),
        ("zh-cmn-Hans-CN", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh-MY", "zh-Hans"),
        ("zh-TW-u-rg-cn", "zh-Hant"),
        ("zh-x-hans", "zh-Hant"),
        ("zhx-CN", "en"),
        ("ja", "en"),
        ("tlh", "en"),
        ("", "en"),
        ("-", "en"),
    ],
)
def test_a_tag_stands_for_a_language(tag, lang):
    assert language(tag) == lang


@given(st.one_of(st.text(max_size=12), st.from_regex(r"\Azh(-\w{1,4}){0,3}\Z")))
@settings(max_examples=50)
def test_any_tag_stands_for_a_language(tag):
    assert language(tag) in ("en", *LANGUAGES)
    assert language(language(tag)) == language(tag)


@pytest.mark.parametrize(
    ("tags", "lang"),
    [
        ((), ""),
        (("fr", "fr"), "fr"),
        (("zh-CN", "zh-CN"), "zh-CN"),
        (("zh-CN", "zh-Hans", "zh-SG"), "zh-Hans"),
        (("zh-TW", "zh"), "zh-Hant"),
        (("zh-TW", "zh-CN"), ""),
        (("ko", "ko-KR"), "ko"),
        (("fr", "de"), ""),
        (("en", "en-GB"), ""),
        (("ko", "en"), ""),
    ],
)
def test_several_share_a_language_or_none(tags, lang):
    assert shared(tags) == lang
