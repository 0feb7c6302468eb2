"""The files of words: whole, of one form, and nothing in them that nobody says."""

from __future__ import annotations

import ast
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

import argmap
from argmap.compare.editions import Loss
from argmap.model import Kind, LinkType
from argmap.rendering import contrast_row, editions
from argmap.rendering.contrast_words import MEETINGS, VERBS
from argmap.rendering.page.words import ENGLISH
from argmap.schemes import SCHEMES
from argmap.words import LANGUAGES, catalogue, say, say_number, speaking, spoken, words
from argmap.words.catalogue import _read

FOLDER = files("argmap.words")
FIRST = LANGUAGES[0]
IN_THE_DATA = {
    # What a view says of itself, with its numbers (say_counts).
    "{} of {} statements",
    "{} statements",
    "the {} main statements of {}",
    "{} more speak to this",
    "part {} of {}",
}
ROOMS = ("compare", "rendering", "weigh")
"""Where there are words to say."""
each_language = pytest.mark.parametrize("lang", LANGUAGES)


def test_there_is_a_file_for_each_language():
    names = {file.name for file in FOLDER.iterdir() if file.name.endswith(".toml")}
    assert names == {f"{lang}.toml" for lang in LANGUAGES}


@each_language
def test_a_language_has_every_word_in_the_same_order(lang):
    own, first = _read(lang), _read(FIRST)
    assert list(own) == list(first)
    for section in first:
        assert list(own[section]) == list(first[section]), section


@each_language
def test_a_translation_has_the_gaps_of_its_english(lang):
    for section, entries in _read(lang).items():
        for english, said in entries.items():
            assert said.strip(), (section, english)
            named = [sorted(re.findall(r"\{[a-z]+\}", text)) for text in (english, said)]
            assert named[0] == named[1], (section, english)
            gaps = re.findall(r"\{(\d?)\}", said)
            assert len(gaps) == english.count("{}"), (section, english)
            assert sorted(gaps) in ([""] * len(gaps), [str(n) for n in range(len(gaps))])
            assert not re.search(r"[{}]", re.sub(r"\{(\d|[a-z]+)?\}", "", said)), (section, english)


@pytest.mark.parametrize(("lang", "script"), [("zh-Hans", "gb2312"), ("zh-Hant", "big5")])
def test_chinese_is_in_one_script(lang, script):
    """GB 2312 has no character that is traditional only, and Big5 none that is simplified only."""
    text = "".join(said for entries in _read(lang).values() for said in entries.values())
    (text + "→…").encode(script)  # punctuation and signs are in both
    other = {"gb2312": "論證圖", "big5": "论证图"}[script]
    with pytest.raises(UnicodeEncodeError):
        other.encode(script)


def test_sections_that_are_looked_up_together_share_no_word():
    for together in (catalogue._SAID, ("map", "compared", "page")):
        count = sum(len(_read(FIRST)[section]) for section in together)
        assert len(words(FIRST, *together)) == count


def test_the_page_and_the_schemes_have_their_words():
    of_maps = words(FIRST, "map", "compared")
    assert list(words(FIRST, "page")) == list(
        dict.fromkeys(english for english in ENGLISH.values() if english not in of_maps)
    )
    assert list(words(FIRST, "schemes")) == [scheme.name for scheme in SCHEMES.values()]
    asked = (question.text for scheme in SCHEMES.values() for question in scheme.questions)
    assert list(words(FIRST, "questions")) == list(dict.fromkeys(asked))


def put_together() -> set[str]:
    """Return what is said in words that stand in the code in pieces."""
    nouns = ("ground", "answer", "objection", "main claim", "rebuttal")
    said = {f"{{}} {noun}{s}" for noun in nouns for s in ("", "s")}
    said |= {f"… {{}} statement{s} between" for s in ("", "s")}
    said |= {f"→ also on sheet{s} {{}}" for s in ("", "s")}
    said |= {f"{{}} {verb} {{}}" for verb in VERBS.values()} | {f"{t} {{}}" for t in LinkType}
    said |= {*MEETINGS.values(), *contrast_row._VERBS.values()}
    said |= {f"a {kind}" for kind in Kind} | {kind.upper() for kind in Kind}
    said |= {editions._LOSSES[loss] for loss in Loss}
    said |= {"STANDS", "FALLS", "CONTESTED", "OPEN", "weakened", "strengthened", "garbled"}
    return said | {"{} in {}"} | IN_THE_DATA


def test_nothing_is_there_that_nobody_says():
    written = put_together()
    room = Path(argmap.__file__).parent
    for file in (f for name in ROOMS for f in (room / name).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                written.add(node.value)
    assert set(words(FIRST, *catalogue._SAID)) - written == set()


def test_a_translator_who_writes_a_line_twice_is_told():
    text = (FOLDER / f"{FIRST}.toml").read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith('"'))
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(text.replace(line, f"{line}\n{line}", 1))


def test_other_languages_are_in_english():
    assert words("fr", "map") == words("en", "page") == {}
    for tag in ("fr", "", "en-GB"):
        with speaking(tag):
            assert say("Source: {}", "a {b}") == "Source: a {b}"
            assert say_number("{} attacks it", "{} attack it", 2, "a") == "a attack it"
            assert spoken() == ""


def test_one_language_within_another():
    with speaking("zh-CN"):
        assert (spoken(), say("Link: {}", 1)) == ("zh-Hans", "链接：1")
        with speaking("zh-TW"):
            assert (spoken(), say("Link: {}", 1)) == ("zh-Hant", "連結：1")
        with speaking("en"):
            assert say("Link: {}", 1) == "Link: 1"
        assert say("Link: {}", 1) == "链接：1"
    assert spoken() == ""
