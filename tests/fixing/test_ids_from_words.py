from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.essay import read_essay
from argmap.fixing import mend
from argmap.id_words import anchor, id_of_words
from argmap.strip import strip
from argmap.syntax.ids import id_slip
from tests.fixing.checking import findings_with_ids

SAID = {
    "The business has no route to profit": "business-no-route-profit",
    "Running the models costs more than they bring in": "running-models-costs-bring",
    "OpenAI expects to lose $5 billion in 2024": "openai-expects-lose-billion",
    "It doesn't pay": "doesnt-pay",
    "2024 was a bad year": "bad-year",
    "AI will start a war": "ai-start-war",
    "cost-cutting measures": "cost-cutting-measures",
    "It is what it is": "it-is-what-it",
    "é\u0301te\u0301 chaud": "ete-chaud",
    "prices: https://example.org/a-b?c and www.x.org": "prices",
    "사업에는 이익으로 가는 길이 없다": "saeobeneun-iigeulo-ganeun",
    "그리고 독립은 중요하다": "doglibeun-jungyohada",
    "学校应该九点开始上课": "xuexiao-yinggai-jiudian",
    "服务器的价格": "fuwu-qi-jiage",
    "学校は九時に始まるべきだ": "xuexiao-jiushi-shi",
    "ラーメンは高い": "ramen-gao",
    "Doanh nghiệp không có đường tới lãi": "doanh-nghiep-khong-duong",
    "Школа должна начинаться в девять": "shkola-dolzhna-nachinatsya",
    "Το σχολείο πρέπει να αρχίζει": "scholeio-prepei-archizei",
    "Donaudampfschifffahrtsgesellschaftskapitän": "donaudampfschifffahrtsgesellscha",
    "": "claim-1",
    "… 👍 42%": "claim-1",
}


@pytest.mark.parametrize(("text", "name"), SAID.items())
def test_ids_say_what_their_statements_say(text: str, name: str) -> None:
    assert id_of_words(text, "claim", ()) == name


def test_what_is_taken_is_numbered() -> None:
    assert id_of_words("School late", "claim", {"school-late"}) == "school-late-2"
    assert id_of_words("School late", "claim", {"school-late", "school-late-2"}) == "school-late-3"
    assert id_of_words("?", "premise", {"premise-1"}) == "premise-2"


@given(st.text(max_size=200), st.sets(st.text(st.sampled_from("ab-2"), max_size=4)))
def test_every_id_is_one_and_is_free(text: str, taken: set[str]) -> None:
    name = id_of_words(text, "claim", taken)
    assert id_slip(name, 0, 0) is None
    assert name.isascii()
    assert name == name.lower()
    assert len(name) <= 36
    assert name not in taken
    assert name == id_of_words(text, "claim", taken)


@given(
    st.lists(
        st.sampled_from(["학교는", "늦게", "시작", "应该九点", "お茶", "không", "Щука", "भारत"]),
        max_size=6,
    )
)
def test_words_of_any_script_make_ids(words: list[str]) -> None:
    name = id_of_words(" ".join(words), "claim", ())
    assert id_slip(name, 0, 0) is None
    assert words == [] or name != "claim-1"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The money", "the-money"),
        ("수익 없음", "수익-없음"),
        ("1. First", None),
        ("Profit 2.0", None),
        ("You & me", None),
        ("Don't_panic", "dont_panic"),
        ("", None),
    ],
)
def test_a_heading_keeps_the_anchor_on_which_renderers_agree(title: str, name: str | None) -> None:
    assert anchor(title) == name


FORMS = {
    "a span": ("[Tired pupils]{.claim}", "[Tired pupils]{#tired-pupils .claim}"),
    "a span without spaces": ("[Tired]{.claim by=me}", "[Tired]{#tired .claim by=me}"),
    "a block": ("::: {.claim}\nTired\n:::", "::: {#tired .claim}\nTired\n:::"),
    "a block in a quotation": (
        "> ::: {.claim}\n> Tired\n> :::",
        "> ::: {#tired .claim}\n> Tired\n> :::",
    ),
    "a comment": ("<!-- {.claim} -->\nTired", "<!-- {#tired .claim} -->\nTired"),
    "a comment in a line": (
        "x <!--{.claim}-->Tired<!--/-->",
        "x <!--{#tired .claim}-->Tired<!--/-->",
    ),
    "a heading": ("## Tired {.claim}", "## Tired {#tired .claim}"),
    "a heading with a long anchor": (
        "## It is not the end of the world, they say, and go on with it {.claim}",
        "## It is not the end of the world, they say, and go on with it {#it-is-not-the-end-of-the-world-they-say-and-go-on-with-it .claim}",
    ),
    "a heading that renderers disagree on": (
        "## Profit & loss {.claim}",
        "## Profit & loss {#profit-loss .claim}",
    ),
    "an implicit statement": (
        '<!-- {.premise .implicit text="Tired"} -->',
        '<!-- {#tired .premise .implicit text="Tired"} -->',
    ),
    "a cell": ("| a |\n|---|\n| [Tired]{.claim} |", "| a |\n|---|\n| [Tired]{#tired .claim} |"),
    "a list over lines": ("[Tired]{\n.claim\nby=me}", "[Tired]{#tired \n.claim\nby=me}"),
    "a link name is taken": (
        "[Tired]{.premise supports=b via=tired} [B]{#b .claim}",
        "[Tired]{#tired-2 .premise supports=b via=tired} [B]{#b .claim}",
    ),
    "what is referred to and not there is taken": (
        "[Tired]{.premise supports=tired}",
        "[Tired]{#tired-2 .premise supports=tired}",
    ),
    "a question asked for is taken": (
        "[Tired]{.claim on=tired}",
        "[Tired]{#tired-2 .claim on=tired}",
    ),
    "twice the same words": (
        "[수익]{.claim} [수익]{.claim}",
        "[수익]{#suig .claim} [수익]{#suig-2 .claim}",
    ),
    "a link between others has none": (
        "[A]{#a .claim} [B]{#b .premise} [since]{from=b supports=a}",
        "[A]{#a .claim} [B]{#b .premise} [since]{from=b supports=a}",
    ),
    "a heading that hands down a question has none": ("## Tired {on=q}", "## Tired {on=q}"),
    "a list that is out of order has none": ("[Tired]{.claim zzz=1}", "[Tired]{.claim zzz=1}"),
}


@pytest.mark.parametrize(("before", "after"), FORMS.values(), ids=FORMS)
def test_the_id_comes_first_in_every_form(before: str, after: str) -> None:
    done = mend({"e.md": before}, findings_with_ids)
    assert done.texts["e.md"] == after
    assert strip(after) == strip(before)
    old, new = read_essay(before, "e.md"), read_essay(after, "e.md")
    assert [s.text for s in new.statements] == [s.text for s in old.statements]


def test_an_id_that_another_essay_asks_for_is_left_to_its_author() -> None:
    texts = {
        "a.md": "---\nid: a\n---\n\n[Tired]{.claim}\n",
        "b.md": "[B]{#b .premise supports=a:tired}\n",
    }
    assert "{#tired-2 .claim}" in mend(texts, findings_with_ids).texts["a.md"]


def test_latin_words_need_no_tables() -> None:
    code = (
        "import sys; from argmap.id_words import id_of_words;"
        "id_of_words('Café crème, not 2024', 'claim', ());"
        "sys.exit('anyascii' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
