"""Essays in simplified Chinese: their words, and the fonts that have the forms of its readers."""

from __future__ import annotations

import re

import pytest

from argmap.graph import ArgumentGraph
from argmap.rendering import letters, render
from argmap.rendering.chinese_script import chinese_in
from argmap.rendering.page.words import page_words
from argmap.rendering.svg import fonts
from argmap.words import LANGUAGES
from tests.commands.run_argmap import argmap
from tests.graph.handmade import essay

TEXT = """
t claim.thesis text="{}"
e evidence.assumed supports=t source=S
"""


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("这门生意赚不到钱", "zh-Hans"),
        ("這門生意賺不到錢", "zh-Hant"),
        ("OpenAI 的融资 <b>", "zh-Hans"),
        ("一二三", "zh-Hant"),
        ("国の会議で、論じる", ""),
        ("한국의 国会", ""),
        ("微软, in English", "zh-Hans"),
        ("這門生意賺不到錢，像微软", "zh-Hant"),
        ("plain", ""),
        ("", ""),
        ("\ud800 é", ""),
    ],
)
def test_the_script_is_told_by_the_characters(text, script):
    assert chinese_in(text) == script


@pytest.mark.parametrize(
    ("lang", "text", "first"),
    [
        ("zh-Hans", "这门生意赚不到钱", "PingFang SC"),
        ("zh-CN", "一二三", "PingFang SC"),  # by the words of the map itself
        ("zh-Hant", "這門生意賺不到錢", "PingFang TC"),
        ("ko", "수익", "Apple SD Gothic Neo"),
        ("en", "Profit", "Apple SD Gothic Neo"),
    ],
)
def test_a_picture_names_the_fonts_of_its_script(lang, text, first):
    svg = render(ArgumentGraph.build([essay(f"w@{lang}", TEXT.format(text))])).decode()
    (named,) = re.findall(r'<svg [^>]*font-family="([^"]*)"', svg)
    assert named.startswith("Arial, ")
    assert named.split("'")[3] == first
    assert ("Noto Sans SC" in named) == (first == "PingFang SC")
    assert "论点" in svg or first != "PingFang SC"


def test_fonts_of_simplified_chinese_come_first_where_one_is_all_that_is_taken():
    assert fonts("zh-Hans").startswith("'PingFang SC', ")
    assert fonts("zh-Hant").startswith("'PingFang TC', ")
    assert letters.language_of_letters("这门生意赚不到钱") == "zh-Hans"
    assert letters.language_of_letters("這門生意賺不到錢") == "zh-Hant"


@pytest.mark.parametrize(
    ("lang", "family"),
    [
        ("zh-Hans", "Noto Sans SC"),
        ("zh-MY", "Noto Sans SC"),
        ("zh-Hans-HK", "Noto Sans SC"),
        ("zh", "Noto Sans TC"),
        ("zh-Hant-CN", "Noto Sans TC"),
        ("ko", "Noto Sans KR"),
        ("vi", "Noto Sans KR"),
        ("", "Noto Sans KR"),
    ],
)
def test_a_package_of_fonts_is_chosen_by_the_language(lang, family):
    assert letters.families(("ko", "zh-Hant", "zh-Hans"), lang)[0] == family


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-CN", "zh-SG", "zh-MY"])
def test_the_page_speaks_it(tag):
    assert page_words(tag)["search"] == "搜索"
    assert page_words("zh")["search"] == "搜尋"


def test_critical_questions_are_asked_in_it(capsys):
    ran = argmap(capsys, "questions", "--list", "--lang", "zh-Hans", "--scheme", "analogy")
    assert ran.status == 0
    assert ran.out.startswith("analogy  类比\n")
    assert "? respect (assumption): 两者在哪一点上相似？" in ran.out


def test_an_unknown_language_is_refused_with_those_there_are(capsys):
    ran = argmap(capsys, "questions", "--list", "--lang", "fr")
    assert ran.status == 2
    assert all(lang in ran.err for lang in ("en", *LANGUAGES))


@pytest.mark.parametrize(
    ("lang", "gap"), [("ko", "\u00a0<B>"), ("zh-Hans", "\u00a0<B>"), ("en", " <B>")]
)
def test_a_step_stands_apart_from_its_name(lang, gap):
    graph = ArgumentGraph.build(
        [essay(f"w@{lang}", "t claim.thesis\na premise.assumed supports=t via=need")]
    )
    assert f"{gap}need</B>" in render(graph, "dot").decode()
