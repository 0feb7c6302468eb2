"""The fixed words of maps in the language of their essays."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import argmap.rendering
from argmap.graph import ArgumentGraph
from argmap.rendering import render
from argmap.rendering.dot import to_dot
from argmap.rendering.page.words import page_words
from argmap.rendering.theme import BOXES, LINES
from argmap.rendering.weighed import DISCLAIMER, MARKS, MEANINGS, THICKER, Weighed
from argmap.views.spine import spine
from argmap.words import LANGUAGES, say, say_counts, speaking, words
from tests.graph.handmade import essay, graph
from tests.rendering.drawing import by_id

TEXT = """
t claim.thesis
r rebuttal attacks=t by=them
a claim attacks=r
e evidence.assumed supports=t via=s source=S date=2024
p premise supports=t via=s
x claim contradicts=p
q question
"""
SAID = words("ko", "map", "compared")


def in_language(lang: str) -> ArgumentGraph:
    return ArgumentGraph.build([essay(f"w@{lang}", TEXT)])


def test_whatever_is_said_is_in_the_table():
    """Words that are put together are listed in the tests of what says them."""
    asked: set[str] = {*MARKS, DISCLAIMER, THICKER, *MEANINGS.values()}
    asked |= {box.outline for box in BOXES.values()} | {line.words for line in LINES.values()}
    asked |= {kind.upper() for kind in BOXES}
    folder = Path(argmap.rendering.__file__).parent
    for file in folder.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    asked.add(first.value)
    assert asked - set(SAID) == set(MARKS)  # these are said in capitals
    assert {standing.upper() for standing in MARKS} <= set(SAID)


@pytest.mark.parametrize(
    ("lang", "headers"),
    [
        ("ko", ("핵심 주장", "증거 · 가정")),
        ("zh-Hant", ("主要主張", "證據 · 假定")),
        ("zh-Hans", ("中心论点", "证据 · 假定")),
        ("zh-SG", ("中心论点", "证据 · 假定")),
        ("zh-TW", ("主要主張", "證據 · 假定")),
        ("vi", ("LUẬN ĐỀ", "BẰNG CHỨNG · giả định")),
        ("en", ("THESIS", "EVIDENCE · assumed")),
        ("fr", ("THESIS", "EVIDENCE · assumed")),
    ],
)
def test_boxes_speak_the_language_of_the_essay(lang, headers):
    boxes = by_id(render(in_language(lang)))
    assert (boxes["t"].lines[0], boxes["e"].lines[0]) == headers


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_english_is_left_on_a_map(lang):
    found = in_language(lang)
    standings = dict(zip(found.statements, list(MARKS) * 2, strict=False))
    strengths = dict.fromkeys(found.statements, 0.5)
    dot = to_dot(spine(found, 4), weighed=Weighed(standings, strengths, "df-quad"))
    labels = " ".join(re.findall(r"label=<(.*?)>>", dot))
    said = set(
        re.findall(r"(?<![<\w/&=\"-])[A-Za-z]{3,}(?![\w=])", re.sub("<[^>]*>", "\n", labels))
    )
    own = {"The", "text", "them", "quad"}  # the essay's own, and a name
    known = " ".join(words(lang, "map", "compared").values())
    assert said - own <= set(re.findall(r"\w+", known))


def test_a_view_says_how_much_of_the_whole_it_is():
    with speaking("ko"):
        assert say_counts("sheet 1 of 2 · 3 of 8 statements; so it is") == (
            "2장 가운데 1번째 장 · 진술 8개 가운데 3개; so it is"
        )
    assert say_counts("3 of 8 statements") == "3 of 8 statements"


def test_essays_of_two_languages_are_in_english():
    both = ArgumentGraph.build([essay("w@ko", TEXT), essay("v@vi", TEXT)])
    assert "THESIS" in to_dot(both)
    assert "핵심" not in to_dot(both)


def test_english_after_korean_is_english():
    plain = to_dot(graph(TEXT))
    to_dot(in_language("ko"))
    assert to_dot(graph(TEXT)) == plain


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_terms_are_those_of_the_page(lang):
    page = page_words(lang)
    with speaking(lang):
        for kind in BOXES:
            assert say(kind.upper()).lower() == page[kind]
        for standing in MARKS:
            assert say(standing.upper()).lower() == page[standing]


def test_an_author_with_braces_is_left_alone():
    with speaking("ko"):
        assert say("by {}", "{0} {x}") == "{0} {x}의 말"
