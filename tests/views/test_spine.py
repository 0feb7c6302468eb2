"""The spine of a work: what is kept, what is counted, how what is left is joined."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.graph import ArgumentGraph
from argmap.model import Flag
from argmap.views.spine import spine
from argmap.views.view import Behind, View
from tests.graph.handmade import essay, graph, local

ONE = """
t       claim.thesis
heavy   claim    supports=t
h1      premise  supports=heavy
h2      evidence supports=h1
light   claim    supports=t
l1      evidence supports=light
leaf    premise  supports=t
"""

# title, marks, size, what is kept
CASES = [
    ("all of it, where there is room", ONE, 9, "t heavy h1 h2 light l1 leaf"),
    ("the reason on which most hangs", ONE, 2, "t heavy"),
    ("theses, however few there may be", ONE, 1, "t"),
    ("two thirds are reasons, then what bears on what is kept", ONE, 4, "t heavy h1 light"),
    (
        "every thesis has a reason before one has two",
        """
        a  claim.thesis
        b  claim.thesis
        a1 claim supports=a
        a2 claim supports=a
        x1 evidence supports=a1
        x2 evidence supports=a1
        y1 evidence supports=a2
        y2 evidence supports=a2
        b1 premise supports=b
        """,
        4,
        "a b a1 b1",
    ),
    (
        "premises that work together come together, or not at all",
        """
        t  claim.thesis
        p  premise supports=t via=both
        q  premise supports=t via=both
        e  evidence supports=q
        c  claim supports=t
        d  evidence supports=c
        """,
        3,
        "t p q",
    ),
    (
        "a reason without grounds does not take the room of one with them, further down",
        """
        t  claim.thesis
        a  claim supports=t
        a1 claim supports=a
        x  evidence supports=a1
        y  evidence supports=a1
        b  premise supports=t
        c  premise supports=t
        """,
        5,
        "t a a1 x y",
    ),
    (
        "a rebuttal and its answer come together",
        """
        t   claim.thesis
        c   claim supports=t
        e   evidence supports=c
        no  rebuttal attacks=c by=them
        yes rebuttal attacks=no
        y   evidence supports=yes
        """,
        4,
        "t c no yes",
    ),
    (
        "a rebuttal that nothing answers comes after those that are",
        """
        t    claim.thesis
        c    claim supports=t
        open rebuttal attacks=c by=them
        o1   evidence supports=open
        o2   evidence supports=open
        no   rebuttal attacks=t by=them
        yes  rebuttal attacks=no
        """,
        4,
        "t c no yes",
    ),
    (
        "an answer that is itself objected to is no objection",
        """
        t    claim.thesis
        c    claim supports=t
        d    evidence supports=c
        but  rebuttal attacks=c by=them
        so   rebuttal attacks=but
        no   rebuttal attacks=t by=them
        n1   evidence supports=no
        n2   evidence supports=no
        yes  rebuttal attacks=no
        y1   evidence supports=yes
        yet  rebuttal attacks=yes by=them
        also rebuttal attacks=no
        and  rebuttal attacks=also by=them
        a1   evidence supports=and
        a2   evidence supports=and
        """,
        6,
        "t c but so no also",
    ),
    (
        "an objection to a step counts as one to what it supports",
        """
        t    claim.thesis
        c    claim supports=t via=so
        e    evidence supports=c
        no   rebuttal attacks=so by=them
        yes  rebuttal attacks=no
        """,
        4,
        "t c no yes",
    ),
    (
        "without a thesis, the ends on which most hangs",
        """
        a  claim
        b  claim
        b1 evidence supports=b
        b2 evidence supports=b
        q  question
        """,
        3,
        "b b1 b2",
    ),
    (
        "a circle does no harm",
        """
        t claim.thesis supports=c
        c claim supports=t
        d claim supports=c
        """,
        2,
        "t c",
    ),
]


@pytest.mark.parametrize(
    ("text", "size", "kept"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_what_is_kept(text, size, kept):
    assert local(spine(graph(text), size).graph.statements) == kept


def behind(view: View, name: str) -> Behind:
    return view.behind.get(f"w@en:{name}", Behind())


def test_what_is_left_out_is_counted_where_it_stands_behind():
    view = spine(graph(ONE), 2)
    assert behind(view, "heavy") == Behind(grounds=2)
    assert behind(view, "t") == Behind(grounds=3)  # light, l1 and leaf


def test_answers_to_objections_speak_for_what_was_objected_to():
    view = spine(
        graph("""
        t    claim.thesis
        no   rebuttal attacks=t by=them
        n1   evidence supports=no
        yes  rebuttal attacks=no
        y1   evidence supports=yes
        open rebuttal attacks=t by=them
        """),
        1,
    )
    assert behind(view, "t") == Behind(grounds=2, objections=2, answered=1)


def test_a_thesis_is_joined_to_the_next_through_what_is_left_out():
    view = spine(
        graph("""
        a claim.thesis
        m claim supports=a
        n claim supports=m
        b claim.thesis supports=n
        """),
        2,
    )
    (link,) = view.graph.links.values()
    assert (link.type, local(link.sources), local([link.target])) == ("supports", "b", "a")
    assert view.between == {link.key: 2}


def test_a_thesis_is_joined_to_no_reason_of_another():
    view = spine(
        graph("""
        a claim.thesis
        r claim supports=a
        e evidence supports=r
        m claim supports=r
        b claim.thesis supports=m
        """),
        3,
    )
    assert local(view.graph.statements) == "a r b"
    joined = [(local(link.sources), local([link.target])) for link in view.graph.links.values()]
    assert joined == [("r", "a"), ("b", "a")]


def test_two_attacks_on_the_way_make_a_support_and_one_an_attack():
    text = "a claim.thesis\nm rebuttal attacks=a\nb claim.thesis {}=m"
    types = [
        next(iter(spine(graph(text.format(word)), 2).graph.links.values())).type
        for word in ("attacks", "supports")
    ]
    assert types == ["supports", "attacks"]


def test_what_is_kept_of_an_essay_has_the_same_size_in_every_edition():
    one, other = (
        essay("w@en", ONE),
        essay("w@ko", ONE.replace("claim.thesis", "claim.thesis text=주장")),
    )
    kept = [
        [
            statement.id
            for statement in spine(ArgumentGraph.build([each]), 4).graph.statements.values()
        ]
        for each in (one, other)
    ]
    assert kept[0] == kept[1]


def test_several_essays_share_the_sheet():
    view = spine(ArgumentGraph.build([essay("v", ONE), essay("w", ONE)]), 4)
    assert list(view.graph.statements) == ["v@en:t", "v@en:heavy", "w@en:t", "w@en:heavy"]


def random_argument(seed: int, count: int) -> str:
    choose = random.Random(seed)
    rows = ["n0 claim.thesis"]
    for n in range(1, count):
        flags = choose.choice(["claim", "premise", "evidence", "rebuttal", "claim.thesis"])
        onto = ",".join(f"n{choose.randrange(count)}" for _ in range(choose.choice([0, 1, 1, 2])))
        word = choose.choice(["supports", "supports", "attacks", "contradicts"])
        rows.append(f"n{n} {flags}" + (f" {word}={onto}" if onto else ""))
    return "\n".join(rows)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 25), st.integers(1, 30))
def test_whatever_the_argument(seed, count, size):
    whole = graph(random_argument(seed, count))
    view = spine(whole, size)
    kept = set(view.graph.statements)
    theses = {key for key, each in whole.statements.items() if Flag.THESIS in each.flags}
    assert theses <= kept
    assert len(kept) <= max(size, len(theses))
    assert {end for link in view.graph.links.values() for end in (*link.sources, link.target)} <= (
        kept | set(view.graph.links)
    )
    # What is counted is left out, and counted once.
    counted = sum(each.grounds + each.objections for each in view.behind.values())
    assert counted <= len(whole.statements) - len(kept)
    assert set(view.behind) <= kept
    again = spine(graph(random_argument(seed, count)), size)
    assert list(again.graph.links) == list(view.graph.links)


def test_deeper_than_a_stack():
    deep = "\n".join(
        ["n0 claim.thesis", *(f"n{n} claim supports=n{n - 1}" for n in range(1, 2_000))]
    )
    view = spine(graph(deep), 3)
    assert local(view.graph.statements) == "n0 n1 n2"
    assert behind(view, "n2") == Behind(grounds=1_997)
