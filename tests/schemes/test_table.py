"""The table of schemes: whole, in one form, and in every language."""

from __future__ import annotations

import re

import pytest

from argmap.errors import ArgmapError
from argmap.schemes import SCHEMES, known_scheme, nearest_question, nearest_scheme, text_in
from argmap.schemes.wording import LANGUAGES, language, wording

ID = re.compile(r"[a-z]+(-[a-z]+)*")
each_scheme = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)


@each_scheme
def test_a_scheme_has_the_form(scheme):
    assert ID.fullmatch(scheme.id)
    assert set(scheme.names) == set(LANGUAGES)
    assert all(scheme.names.values())
    assert scheme.premises
    assert all(part[0].isupper() for part in (*scheme.premises, scheme.conclusion))
    assert not any(part.endswith((".", "?")) for part in (*scheme.premises, scheme.conclusion))
    assert 3 <= len(scheme.questions) <= 6
    ids = [question.id for question in scheme.questions]
    assert len(set(ids)) == len(ids)
    for question in scheme.questions:
        assert ID.fullmatch(question.id)
        assert question.text.endswith("?")
        assert scheme.question(question.id) is question
    assert any(question.role == "assumption" for question in scheme.questions)


def test_there_are_enough_and_no_two_have_one_name():
    assert len(SCHEMES) >= 25
    for lang in LANGUAGES:
        names = [scheme.names[lang] for scheme in SCHEMES.values()]
        assert len(set(names)) == len(names)
    also = [word for scheme in SCHEMES.values() for word in scheme.also]
    assert len(set(also)) == len(also)
    assert not SCHEMES.keys() & set(also)


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_every_question_is_there_in_every_language(lang):
    keys = [f"{scheme.id}.{each.id}" for scheme in SCHEMES.values() for each in scheme.questions]
    assert list(wording(lang)) == keys
    assert all(text.endswith(("?", "？")) for text in wording(lang).values())


@pytest.mark.parametrize(
    ("tag", "lang"),
    [
        ("en-GB", "en"),
        ("ko-KR", "ko"),
        ("zh", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-Hans", "en"),
        ("zh-CN", "en"),
        ("vi", "vi"),
        ("tlh", "en"),
        ("", "en"),
    ],
)
def test_a_tag_stands_for_a_language(tag, lang):
    assert language(tag) == lang


def test_a_question_is_asked_in_its_language():
    analogy = SCHEMES["analogy"]
    respect = analogy.question("respect")
    assert text_in("de", analogy, respect) == respect.text
    assert text_in("ko", analogy, respect) == "두 경우는 어떤 점에서 닮았는가?"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("analgy", "analogy"),
        ("Expert Opinion", "expert-opinion"),
        ("authority", "expert-opinion"),
        ("hearsay", "rumour"),
        ("rumor", "rumour"),
        ("abduction", "evidence-to-hypothesis"),
        ("유추", "analogy"),
        ("類比", "analogy"),
        ("qqqqqq", None),
    ],
)
def test_the_nearest_scheme_is_found(word, meant):
    found = nearest_scheme(word)
    assert (found and found.id) == meant


def test_the_nearest_question_is_found():
    found = nearest_question(SCHEMES["analogy"], "respekt")
    assert found is not None
    assert found.id == "respect"
    assert nearest_question(SCHEMES["analogy"], "qqq") is None


def test_an_unknown_scheme_is_one_clear_line():
    with pytest.raises(ArgmapError, match=r"^there is no argumentation scheme 'anlogy'; did you"):
        known_scheme("anlogy")
    with pytest.raises(ArgmapError, match="argmap questions --list names them all"):
        known_scheme("qqqq")
