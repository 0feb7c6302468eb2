"""Why statements stand and fall, in the languages of pages; elsewhere in English."""

from __future__ import annotations

import random

import pytest

from argmap.cli.paging import standings
from argmap.graph import ArgumentGraph
from argmap.weigh.standing import weigh
from argmap.words import catalogue, speaking, words
from tests.graph.handmade import essay, graph

KINDS = ("claim", "premise", "evidence", "rebuttal")
FLAGS = ("", "", "", "", ".assumed", ".conceded")
TEA = """
t claim.thesis
e evidence supports=t
r rebuttal attacks=t by=them
a evidence attacks=r
o claim
"""


def made(seed: int) -> str:
    """Make up an argument of a few statements, each about one before it or a step of one."""
    rng = random.Random(seed)
    lines = ["s0 claim.thesis"]
    named: list[str] = []
    for number in range(1, rng.randint(4, 9)):
        targets = [f"s{each}" for each in range(number)] + named
        head = f"s{number} {rng.choice(KINDS)}{rng.choice(FLAGS)}"
        by = rng.choice(("by=them", "", ""))
        relation = f"{rng.choice(('supports', 'attacks'))}={rng.choice(targets)}"
        lines.append(f"{head} {relation} via=v{number} {by}")
        named.append(f"v{number}")
    # Premises that are linked.
    lines += [f"p{n} premise{rng.choice(FLAGS)} attacks=s1 via=both" for n in range(2)]
    return "\n".join(lines)


BESIDES = (
    # Linked premises of which one is open, or falls.
    "t claim\np premise supports=t via=l\nq premise.assumed supports=t via=l",
    "t claim\np premise supports=t via=l\nq premise.assumed supports=t via=l\ne evidence attacks=p",
    # More attacks than are named.
    "\n".join(
        [
            "t claim.assumed",
            *(f"a{n} rebuttal attacks=t\ne{n} evidence attacks=a{n}" for n in range(5)),
        ]
    ),
)
ACROSS = (
    ("t claim.assumed", "e evidence.conceded attacks=w:t"),
    ("t evidence", "c claim attacks=w:t by=them"),
)
GUARD = "it is supported only in a circle, by {}"
"""No argument that is known here leads to it."""


@pytest.fixture(scope="module")
def weighed():
    arguments = [graph(text) for text in (*map(made, range(150)), *BESIDES)]
    arguments += [ArgumentGraph.build([essay("w@en", w), essay("x@en", x)]) for w, x in ACROSS]
    return [
        *map(weigh, arguments),
        *(weigh(each, without=[*each.statements][-1:]) for each in arguments[:20]),
    ]


def test_every_wording_of_a_reason_is_there_and_none_is_idle(weighed, monkeypatch):
    asked: set[str] = set()
    read = catalogue._words

    class Asked(dict):
        def get(self, english, default=None):
            asked.add(english)
            return super().get(english, default)

    monkeypatch.setattr(catalogue, "_words", lambda *which: Asked(read(*which)))
    with speaking("ko"):
        for each in weighed:
            for key in each.graph.statements:
                each.reason(key)
    assert asked - {"{} and {}"} == set(words("ko", "standings")) - {GUARD}


@pytest.mark.parametrize(
    ("tag", "why"),
    [
        ("en", "it is supported by e, which stands; r attacks it, but falls to a"),
        ("ko", "성립하는 근거가 있음: e; 반박: r (그러나 무너뜨리는 반박이 있음: a)"),
        ("zh-TW", "它有成立的根據：e；r 反駁它，但因 a 而不成立"),
        ("zh-CN", "它有成立的论据：e；r 反驳它，但因 a 而不成立"),
        ("vi", "nó được e ủng hộ, và điều ấy đứng vững; r phản bác nó, nhưng bị a đánh đổ"),
        ("fr", "it is supported by e, which stands; r attacks it, but falls to a"),
    ],
)
def test_a_page_says_why_in_its_language(tag, why):
    drawn = graph(TEA)
    (thesis,) = (key for key in drawn.statements if key.endswith(":t"))
    found = standings(drawn, tag)
    assert found[thesis].reason == why
    assert found[thesis].label == "stands"
    assert standings(drawn)[thesis].reason == standings(drawn, "en")[thesis].reason


def test_elsewhere_it_is_said_in_english_whatever_the_essay():
    drawn = graph(TEA)
    (rebuttal,) = (key for key in drawn.statements if key.endswith(":r"))
    assert weigh(drawn).reason(rebuttal) == "falls: a attacks it, and stands"
