from __future__ import annotations

import doctest
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.rendering import safe_text, text_width, wrapping
from argmap.rendering.safe_text import one_line
from argmap.rendering.text_width import text_width as width
from argmap.rendering.wrapping import wrap, wrap_all

SCRIPTS = st.text(
    st.sampled_from("abW iv 漢字、。「」（） 한국어 việt ÀÉ\u0301 👩‍🚀 русский — -:/ ひらがなっー"),
    max_size=120,
)


@pytest.mark.parametrize("module", [safe_text, text_width, wrapping], ids=lambda m: m.__name__)
def test_the_examples_in_the_docstrings(module):
    assert doctest.testmod(module).failed == 0


def test_widths_are_those_of_helvetica():
    advances = [722, 556, 833, 556, 556, 333, 556, 556, 278, 556, 556, 500]
    assert width("Hamburgefons", 1000) == pytest.approx(sum(advances), rel=0.01)
    assert width("ố", 1) == width("o", 1)
    assert width("o\u0302\u0301", 1) == width("o", 1)
    assert width("한中あＡ", 10) == 40
    assert width("", 10) == 0


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("one two three", 60, ["one two", "three"]),
        ("", 60, [""]),
        ("x", 1, ["x"]),
        ("xy z", 1, ["x", "y", "z"]),
        ("incomprehensibilities", 50, ["incompreh", "ensibilities"]),
        # Korean breaks at spaces, and inside a word only when it must.
        ("내가 이 글을 쓰는 것은", 60, ["내가 이 글을", "쓰는 것은"]),
        ("가나다라마바사", 40, ["가나다라", "마바사"]),
        # Chinese breaks anywhere, but no line begins with a stop or ends with an opening bracket.
        ("他們沒有，真的。", 40, ["他們沒", "有，真", "的。"]),
        ("他說過「沒有」。", 40, ["他說過", "「沒", "有」。"]),
        ("模型GPT之後", 50, ["模型GPT", "之後"]),
        # Not between the letters of an accent or the parts of a joined emoji.
        ("e\u0301" * 5, 12, ["e\u0301e\u0301", "e\u0301e\u0301", "e\u0301"]),
        ("👩‍🚀👩‍🚀", 30, ["👩‍🚀", "👩‍🚀"]),
    ],
)
def test_where_lines_break(text, room, lines):
    assert wrap(text, room, 10) == lines


def test_what_is_left_out_ends_in_an_ellipsis():
    lines = wrap("word " * 100, 60, 10, max_lines=3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert width(lines[-1], 10) <= 60
    assert wrap("word word", 60, 10, max_lines=1) == ["word word"]


@given(SCRIPTS, st.integers(20, 120))
def test_nothing_is_lost_and_nothing_sticks_out(text, room):
    text = one_line(text)
    lines = wrap(text, room, 10)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert line == line.strip(" ")
        # What cannot be cut may be wider: one character, with its marks or what is joined to it.
        bases = [char for char in line if unicodedata.category(char) not in ("Mn", "Me", "Cf")]
        joined = "\u200d" in line or not set(line).isdisjoint("、。「」（）っー—")
        assert width(line, 10) <= room + 0.01 or len(bases) == 1 or joined


@given(SCRIPTS, st.integers(1, 60), st.integers(1, 4))
def test_no_more_lines_than_asked_for(text, room, most):
    assert 1 <= len(wrap(one_line(text), room, 10, max_lines=most)) <= most


@pytest.mark.parametrize("unit", ["y", "好", "（", "，", "ab ", "한국 ", "\u0301"])
def test_a_hundred_thousand_characters(unit):
    text = one_line(unit * (100_000 // len(unit)))
    assert len(wrap(text, 236, 11, max_lines=16)) <= 16
    assert "".join(wrap(text, 236, 11)).replace(" ", "") == text.replace(" ", "")


@given(
    st.lists(st.text("ab, 漢字가나", max_size=40), max_size=6),
    st.integers(30, 200),
    st.integers(0, 5),
)
def test_a_line_begins_where_the_text_begins_one(parts, width, most):
    lines = wrap_all("\n".join(parts), width, 10, max_lines=most)
    each = [wrap(" ".join(part.split()), width, 10) for part in parts if part.strip()]
    whole = [line for some in each for line in some] or [""]
    if most and len(whole) > most:
        assert len(lines) == most
        assert lines[:-1] == whole[: most - 1]
        assert lines[-1].endswith("…")
    else:
        assert lines == whole
