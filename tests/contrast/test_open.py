"""What neither work addresses: title, the two texts, the page, and what is open on the question."""

from __future__ import annotations

import pytest

from tests.contrast.works import contrasted

SPEAKS = "[Yes]{#yes .claim .thesis on=page:pay}. "
RIGHT = "[No]{#no .claim .thesis on=page:pay}. "
SUB = "[Who pays?]{#who .question on=pay} "

CASES = [
    ("a sub-question nobody speaks to", SPEAKS, RIGHT, SUB, ["asked who"]),
    (
        "a sub-question that one side speaks to",
        SPEAKS + "[The guests]{#guests .premise on=page:who}.",
        RIGHT,
        SUB,
        [],
    ),
    (
        "a sub-question that one side answers",
        SPEAKS + '[The guests]{#guests .premise supports=yes answers="page:who"}.',
        RIGHT,
        SUB,
        [],
    ),
    (
        "sub-questions of a sub-question, once nobody speaks to that",
        SPEAKS,
        RIGHT,
        SUB + "[And when?]{#when .question on=who}",
        ["asked who", "asked when"],
    ),
    (
        "a question asked in a work",
        SPEAKS + "[And the milk?]{#milk .question on=page:pay}",
        RIGHT,
        "",
        ["asked milk"],
    ),
    (
        "an objection that nothing answers",
        SPEAKS + '[It is dear]{#dear .rebuttal by="the trade" attacks=yes on=page:pay}.',
        RIGHT,
        "",
        ["objection dear"],
    ),
    (
        "an objection that the work answers",
        SPEAKS
        + '[It is dear]{#dear .rebuttal by="the trade" attacks=yes on=page:pay}. '
        + "[Not now]{#now .rebuttal .assumed attacks=dear}.",
        RIGHT,
        "",
        [],
    ),
    (
        "an objection that the other work answers",
        SPEAKS + '[It is dear]{#dear .rebuttal by="the trade" attacks=yes on=page:pay}.',
        RIGHT + "[Cheap]{#cheap .claim on=page:else}.",
        "[It is not.]{from=right:cheap attacks=left:dear}",
        [],
    ),
    (
        "an objection that the author grants",
        SPEAKS + "[It is dear]{#dear .rebuttal .conceded attacks=yes on=page:pay}.",
        RIGHT,
        "",
        [],
    ),
    (
        "an assumption that the other passes over",
        SPEAKS + "[Tea stays]{#stays .premise .assumed supports=yes on=page:pay}.",
        RIGHT,
        "",
        ["taken for granted stays"],
    ),
    (
        "an assumption that the other disputes",
        SPEAKS + "[Tea stays]{#stays .premise .assumed supports=yes on=page:pay}.",
        RIGHT,
        "[It goes.]{from=right:no attacks=left:stays}",
        [],
    ),
    (
        "a premise without grounds for what is disputed",
        SPEAKS + "[Tea stays]{#stays .premise supports=yes on=page:pay}.",
        RIGHT,
        "[So?]{from=right:no contradicts=left:yes}",
        ["taken for granted stays"],
    ),
    (
        "a premise without grounds for what is not disputed",
        SPEAKS + "[Tea stays]{#stays .premise supports=yes on=page:pay}.",
        RIGHT,
        "",
        [],
    ),
    (
        "a premise without grounds for what is disputed on another question",
        SPEAKS
        + "[It may]{#may .claim supports=yes on=page:else}. "
        + "[Tea stays]{#stays .premise supports=may on=page:pay}.",
        RIGHT,
        "[So?]{from=right:no attacks=left:may}",
        [],
    ),
    (
        "a premise with a ground",
        SPEAKS
        + "[Tea stays]{#stays .premise supports=yes on=page:pay}: "
        + "[it did]{#did .evidence supports=stays source=me on=page:pay}",
        RIGHT,
        "[So?]{from=right:no contradicts=left:yes}",
        [],
    ),
]


@pytest.mark.parametrize(
    ("left", "right", "page", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_what_neither_addresses(left, right, page, expected):
    row = next(row for row in contrasted(left, right, page).rows if row.id == "pay")
    found = [f"{point.why} {point.key.rpartition(':')[2]}" for point in row.open]
    assert sorted(found) == sorted(expected)


def test_questions_in_a_circle_end():
    page = "[One?]{#one .question on=pay} [Two?]{#two .question on=one} "
    page += "[Three?]{#three .question on=two} [Four?]{#four .question on=three} "
    loop = page.replace("on=pay", 'on="pay four"')
    row = contrasted(SPEAKS, RIGHT, loop).rows[0]
    assert [p.key.rpartition(":")[2] for p in row.open] == ["one", "two", "three", "four"]


def test_a_thousand_questions_deep_are_cut_short():
    page = "[Q?]{#q0 .question on=pay}\n\n"
    page += "\n\n".join(f"[Q?]{{#q{n} .question on=q{n - 1}}}" for n in range(1, 1000))
    row = contrasted(SPEAKS, RIGHT, page).rows[0]
    assert len(row.open) == 100
