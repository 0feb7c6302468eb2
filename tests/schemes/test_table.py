"""The table of schemes: whole, in one form, and in every language."""

from __future__ import annotations

import re

import pytest

from argmap.errors import ArgmapError
from argmap.schemes import (
    SCHEMES,
    known_scheme,
    name_in,
    names,
    nearest_question,
    nearest_scheme,
    text_in,
)
from argmap.words import LANGUAGES

ID = re.compile(r"[a-z]+(-[a-z]+)*")
each_scheme = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)


@each_scheme
def test_a_scheme_has_the_form(scheme):
    assert ID.fullmatch(scheme.id)
    assert list(names(scheme)) == ["en", *LANGUAGES]
    assert all(names(scheme).values())
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
    for lang in ("en", *LANGUAGES):
        called = [name_in(lang, scheme) for scheme in SCHEMES.values()]
        assert len(set(called)) == len(called)
    also = [word for scheme in SCHEMES.values() for word in scheme.also]
    assert len(set(also)) == len(also)
    assert not SCHEMES.keys() & set(also)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_question_is_asked_in_every_language(lang):
    for scheme in SCHEMES.values():
        for question in scheme.questions:
            assert text_in(lang, question) != question.text
            assert text_in(lang, question).endswith(("?", "？"))


def test_a_question_is_asked_in_its_language():
    analogy = SCHEMES["analogy"]
    respect = analogy.question("respect")
    assert text_in("de", respect) == respect.text
    assert text_in("ko", respect) == "두 경우는 어떤 점에서 닮았는가?"
    assert text_in("zh", respect) == "兩者在哪一點上相像？"
    assert text_in("zh-SG", respect) == "两者在哪一点上相似？"


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
        ("类比", "analogy"),
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
