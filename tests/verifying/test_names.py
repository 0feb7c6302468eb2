"""Names are known by the table and by their looks, and found in any of their forms."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.verifying.letters import composed, language_of
from argmap.verifying.names import Names

TABLE = {
    "Microsoft": ["마이크로소프트", "微軟", "MS"],
    "Apple": ["애플"],
    "The Information": ["더 인포메이션"],
    "OpenAI": ["OAI"],
}


def found(text: str, lang: str = "en", familiar: tuple[str, ...] = ()) -> list[str]:
    return [name.text for name in Names(TABLE, (text, *familiar), lang).in_text(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the servers of Nvidia and of GPT-4o", ["Nvidia", "GPT-4o"]),
        ("Running models costs more. Nobody pays", []),
        ("OpenAI’s losses; o1 and AWS, too", ["OpenAI", "o1", "AWS"]),
        ("I say so on Monday in July, and in Q3", []),
        ("an AI-driven, Google-backed start-up", ["AI", "Google"]),
        ("GPUs and LLMs", ["GPU", "LLM"]),
        ("as The Information had it, the information", ["The Information"]),
        ("the 20th of 365 Copilot at 20x", ["Copilot"]),
        ("", []),
    ],
)
def test_names_of_english(text, names):
    assert found(text) == names


def test_a_word_at_the_beginning_is_a_name_where_it_is_one_elsewhere():
    assert found("Zitron says so") == []
    assert found("Zitron says so", familiar=("so says Zitron",)) == ["Zitron"]
    assert found("Models cost", familiar=("the Models of models",)) == []


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("Reuters", ["Reuters"]),
        ("Sam Altman, in an interview", ["Sam", "Altman"]),
        ("Zitron's own test", ["Zitron"]),
        ("Data from the firm", []),
        ("The firm's own books", []),
    ],
)
def test_names_of_labels(label, names):
    assert [name.text for name in Names({}).in_text(label, label=True)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("OpenAI는 Nvidia의 칩을 쓴다", ["OpenAI", "Nvidia"]),
        ("마이크로소프트가 애플에게서도 산다", ["마이크로소프트", "애플"]),
        ("애플리케이션을 판다", []),
        ("Google은 사고 Reuters는 판다", ["Google", "Reuters"]),
        ("더 인포메이션은 전한다", ["더 인포메이션"]),
    ],
)
def test_names_of_korean(text, names):
    assert found(text, "ko") == names


def test_names_of_chinese():
    assert found("據說微軟和OpenAI都說", "zh") == ["微軟", "OpenAI"]


@pytest.mark.parametrize(
    ("name", "text", "there"),
    [
        ("Microsoft", "마이크로소프트사의 서버", True),
        ("微軟", "the servers of MICROSOFT", True),
        ("MS", "the SMS, and msn", False),
        ("GPT-4o", "gpt 4o", True),
        ("GPT-4o", "GPT-4", False),
        ("Nvidia", "NVIDIA’s chips", True),
        ("Nvidia", "Nvidiana", False),
        ("Nvidia", "엔비디아", False),
        ("Brockman", "PresidentGreg BrockmanTBD", True),
        ("o1", "the o 1 model", True),
        ("o1", "no 12", False),
        ("Artifacts", "Claude의 Artifact를", True),
        ("Leeds", "Ｌｅｅｄｓ", True),
    ],
)
def test_a_name_stands_in_a_text(name, text, there):
    names = Names(TABLE)
    (each,) = names.in_text(f"so says {name}")
    assert names.stands_in(each, composed(text)) is there


def test_in_german_nouns_are_no_names():
    assert found("das Haus von OpenAI", "de") == ["OpenAI"]


@settings(max_examples=20)
@given(st.text(max_size=80), st.dictionaries(st.text(max_size=6), st.lists(st.text(max_size=6))))
def test_any_text_and_table(text, table):
    names = Names(table, [text])
    for name in names.in_text(text):
        assert text[name.start : name.end] == name.text
        assert names.stands_in(name, composed(text)) or text != composed(text)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("그것은 OpenAI의 GPT-4o model", "ko"),
        ("これはOpenAIのモデル", "ja"),
        ("這是OpenAI的模型", "zh"),
        ("Đây là mô hình của OpenAI", "vi"),
        ("", "en"),
    ],
)
def test_the_language_is_told_by_letters(text, lang):
    assert language_of(text) == lang
