"""Figures that both works use: title, the two texts, what links them, and the rows expected."""

from __future__ import annotations

import pytest

from argmap.compare.contrast_parts import SignKind
from argmap.compare.contrast_values import Fit, fit
from argmap.figures import find_figures
from tests.contrast.works import contrasted, row_text

ON = "on=page:pay"


def statement(text: str, more: str = ON, id_: str = "a") -> str:
    return f"[{text}]{{#{id_} .premise {more}}}. "


def link(type_: str) -> str:
    return f"[So.]{{from=left:a {type_}=right:b}}"


CASES = [
    (
        "a link that restates makes the same number the same figure",
        statement("The house lost $5 billion"),
        statement("They are down by $5 billion", id_="b"),
        link("restates"),
        ["same: a $5 billion | b $5 billion"],
    ),
    (
        "what is linked needs no common question",
        statement("The house lost $5 billion", ""),
        statement("They are down by $5 billion", "", id_="b"),
        link("restates"),
        ["same: a $5 billion | b $5 billion"],
    ),
    (
        "on one question, two words in common",
        statement("The tea house lost $5 billion"),
        statement("Losses at the tea house reached $5 billion", id_="b"),
        "",
        ["same: a $5 billion | b $5 billion"],
    ),
    (
        "the same words on no common question: only the number is the same",
        statement("The tea house lost $5 billion", "on=page:else"),
        statement("The tea house earned $5 billion", id_="b"),
        "",
        ["different things: a $5 billion | b $5 billion"],
    ),
    (
        "one word and the source, differently spelled",
        statement("Tea lost $5 billion", f'{ON} source="The Ledger"'),
        statement("Tea is down by $5 billion", f'{ON} source="LEDGER"', "b"),
        "",
        ["same: a $5 billion | b $5 billion"],
    ),
    (
        "a question alone does not make one thing of two",
        statement("Servers cost $4 billion"),
        statement("Customers brought in $4 billion", id_="b"),
        "",
        ["different things: a $4 billion | b $4 billion"],
    ),
    (
        "an attack on what gives the same number is about something else",
        statement("The landlord has 75% of the profits"),
        statement("Of the second step, 75% goes to the landlord", id_="b"),
        link("attacks"),
        ["different things: a 75% | b 75%"],
    ),
    (
        "unless they say much the same round it",
        statement("The landlord takes 75% of all profits"),
        statement("The landlord may never take 75% of profits", id_="b"),
        link("attacks"),
        ["same: a 75% | b 75%"],
    ),
    (
        "a bound holds of a value",
        statement("A valuation of $150 billion or more"),
        statement("The valuation was $157 billion", id_="b"),
        link("restates"),
        ["compatible: a $150 billion | b $157 billion"],
    ),
    (
        "a bound does not reach for ever",
        statement("More than 100 million users"),
        statement("There are 900 million users", id_="b"),
        link("restates"),
        ["in conflict: a 100 million users | b 900 million users"],
    ),
    (
        "a rounded value and a range",
        statement("Tea sales make about $5 billion"),
        statement("Tea sales make $4.9 billion", id_="b")
        + statement("Tea sales make $4.8 billion to $6 billion", id_="c"),
        "",
        [
            "compatible: a $5 billion | b $4.9 billion, c $4.8 billion to $6 billion",
        ],
    ),
    (
        "dates, one less precise",
        statement("The law came in 2024"),
        statement("The law came in July 2024", id_="b"),
        link("restates"),
        ["compatible: a 2024 | b July 2024"],
    ),
    (
        "dates that contradict",
        statement("The law came in 2023"),
        statement("The law came in July 2024", id_="b"),
        link("contradicts"),
        ["in conflict: a 2023 | b July 2024"],
    ),
    (
        "dates and small counts on one question are coincidences",
        statement("In 2024 two tea houses closed"),
        statement("In 2024 two founders left", id_="b"),
        "",
        [],
    ),
    (
        "but not with three words in common",
        statement("Two founders left the tea company"),
        statement("The tea company saw two founders go", id_="b"),
        "",
        ["same: a Two | b two"],
    ),
    (
        "a conflict that a link states",
        statement("Its loss is $5 billion"),
        statement("Its loss is $9 billion", id_="b"),
        link("contradicts"),
        ["in conflict: a $5 billion | b $9 billion"],
    ),
    (
        "no conflict where each gives several values of the unit",
        statement("A loss of $5 billion after $1 billion"),
        statement("A loss of $9 billion after $3 billion", id_="b"),
        link("contradicts"),
        [],
    ),
    (
        "what is matched is in no conflict",
        statement("The loss is $5 billion"),
        statement("Of $9 billion spent, the loss is $5 billion", id_="b"),
        link("restates"),
        ["same: a $5 billion | b $5 billion"],
    ),
    (
        "a support with other values is a ground of its own",
        statement("Tea costs $3 billion"),
        statement("Rent costs $30 billion", id_="b"),
        link("supports"),
        [],
    ),
    (
        "near values of one word on one question",
        statement("It was valued at $80 billion"),
        statement("Its valuation stood at $86 billion", id_="b"),
        "",
        ["in conflict: a $80 billion | b $86 billion"],
    ),
    (
        "what supports a conclusion, and what attacks it, from one source",
        statement("It was put at $3 billion to $5 billion", f"{ON} source=Ledger supports=low")
        + statement("Takings will be low", id_="low"),
        statement("Four million cups brought in $4 billion", f"{ON} source=Ledger", id_="b"),
        "[No.]{from=right:b attacks=left:low}",
        ["compatible: a $3 billion to $5 billion | b $4 billion"],
    ),
    (
        "a round number at many places is of no interest",
        "".join(statement(f"Thing {n} costs $1 billion", id_=f"a{n}") for n in range(20)),
        statement("Tea costs $1 billion", id_="b"),
        "",
        [],
    ),
    (
        "small prices on no common question are coincidences",
        statement("Tea is $2 a cup", "on=page:else"),
        statement("Milk is $2 a pint", id_="b"),
        "",
        [],
    ),
]


@pytest.mark.parametrize(
    ("left", "right", "page", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_figures_both_use(left: str, right: str, page: str, expected: list[str]):
    assert [row_text(row) for row in contrasted(left, right, page).figures] == expected


KOREAN = [
    (
        "a link between other editions holds of these",
        ("ko", "ko"),
        "[50억 달러를 잃었다]{#a .premise}.",
        "[적자가 50억 달러다]{#b .premise}.",
        ["same: a 50억 달러 | b 50억 달러"],
    ),
    (
        "across languages",
        ("en", "ko"),
        "[It lost $5 billion]{#a .premise}.",
        "[적자가 최소 50억 달러다]{#b .premise}.",
        ["compatible: a $5 billion | b 50억 달러"],
    ),
]


@pytest.mark.parametrize(
    ("langs", "left", "right", "expected"), [c[1:] for c in KOREAN], ids=[c[0] for c in KOREAN]
)
def test_figures_in_other_languages(langs, left, right, expected):
    from argmap.compare.contrast import contrast
    from argmap.essay import read_essay
    from argmap.graph import ArgumentGraph
    from tests.contrast.works import edition

    texts = {
        "l.md": edition("left", langs[0], left),
        "r.md": edition("right", langs[1], right),
        "le.md": edition("left", "de", "[Fünf]{#a .premise}."),
        "re.md": edition("right", "de", "[Fünf]{#b .premise}."),
        "page.md": edition("page", "de", link("restates")),
    }
    graph = ArgumentGraph.build(read_essay(text, name) for name, text in texts.items())
    found = contrast(graph, f"left@{langs[0]}", f"right@{langs[1]}")
    assert [row_text(row) for row in found.figures] == expected


def test_across_languages_names_are_compared_and_words_are_not():
    found = contrasted(
        "[Microsoft takes 49%]{#a .premise on=page:pay}.",
        "[마이크로소프트가 49%를 가져간다]{#b .premise on=page:pay}.",
        langs=("en", "ko"),
        names={"Microsoft": ("마이크로소프트",)},
    )
    assert [row_text(row) for row in found.figures] == ["same: a 49% | b 49%"]
    assert [(s.kind, s.value) for s in found.figures[0].signs] == [
        (SignKind.QUESTION, "page@en:pay"),
        (SignKind.NAME, "Microsoft"),
    ]
    assert not found.words_compared


def test_a_row_has_the_signs_of_all_its_pairs():
    left = statement("A valuation of $150 billion or more")
    right = statement("The valuation was $157 billion", 'on="page:pay page:else"', "b")
    page = link("restates") + "\n\n[So.]{from=left:d attacks=right:b}"
    left += statement("The valuation of some $155 billion is a dream", "on=page:else", "d")
    (row,) = contrasted(left, right, page).figures
    assert row_text(row) == "compatible: a $150 billion, d $155 billion | b $157 billion"
    links = [sign.value for sign in row.signs if sign.kind is SignKind.LINK]
    assert links == ["attacks", "restates"]


def test_what_is_too_crowded_to_be_judged_is_not_judged():
    def body(thing: str) -> str:
        said = (statement(f"{thing} costs ${n} million", id_=f"a{n}") for n in range(20, 45))
        return "".join(said)

    assert contrasted(body("Tea"), body("Milk")).figures == ()


def test_words_within_one_language_are_compared_in_any_script():
    left = "[매출 손실이 50억 달러였다]{#a .premise on=page:pay}."
    right = "[올해 매출에서 손실은 50억 달러다]{#b .premise on=page:pay}."
    found = contrasted(left, right, langs=("ko", "ko"))
    assert found.words_compared
    assert [row_text(row) for row in found.figures] == ["same: a 50억 달러 | b 50억 달러"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("$5 billion", "$4.9 billion", Fit.COMPATIBLE),
        ("$5 billion", "$5.6 billion", Fit.APART),
        ("$30", "$34", Fit.APART),
        ("37 cups", "36 cups", Fit.APART),
        ("about 20%", "21%", Fit.COMPATIBLE),
        ("half of sales", "50%", Fit.SAME),
        ("50%", "five times", None),
        ("over 100 million users", "200 million users", Fit.COMPATIBLE),
        ("at most $10", "$4", Fit.APART),
        ("10 to 20 seconds", "18 seconds", Fit.COMPATIBLE),
        ("$5 billion", "€5 billion", None),
        ("2024", "July 2024", Fit.COMPATIBLE),
        ("2024", "2025", Fit.APART),
        ("July", "2025", None),
        ("billions of dollars", "$4 billion", Fit.COMPATIBLE),
    ],
)
def test_how_values_stand_to_each_other(one: str, other: str, expected: Fit | None):
    (a,), (b,) = find_figures(one, "en"), find_figures(other, "en")
    assert fit(a, b) is fit(b, a) is expected
