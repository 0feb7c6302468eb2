"""Keystones, what would change, and cruxes, against weighing everything anew."""

from __future__ import annotations

from itertools import combinations

import pytest

from argmap.errors import ArgmapError
from argmap.model import Flag
from argmap.weigh.changes import what_if
from argmap.weigh.crux import Outcome, case_of
from argmap.weigh.keystones import keystones, sources
from argmap.weigh.standing import Standing, main_statements, weigh
from argmap.weigh.strength import strengths
from tests.weigh.essays import any_graph, graph

CASE = """---
id: w
lang: en
---
[It will crash]{#crash .claim .thesis}, for [it loses money]{#loses .premise supports=crash}: [five
billion]{#five .evidence supports=loses source="The Ledger"}. [It will hurt]{#hurt .claim .thesis}, for
[it is big]{#big .evidence supports=hurt source="the  ledger"} and [it is everywhere]{#wide .evidence
supports=hurt source=Gazette}. [Some gain]{#gain .rebuttal by=bulls attacks=crash}, but [few]{#few
.evidence attacks=gain source=Gazette}.
"""


@pytest.mark.parametrize("seed", range(22))
def test_keystones_are_what_weighing_without_them_says(seed):
    made = any_graph(seed, (3, 6, 9)[seed % 3])
    theses = main_statements(made) or tuple(made.statements)[:2]
    standings, values = weigh(made).standings, strengths(made).values
    found = keystones(made, theses=theses)
    groups = {stone.name: stone for stone in (*found.statements, *found.sources)}
    asked = {key: (key,) for key in made.statements} | sources(made)
    for name, keys in asked.items():
        stone = groups.get(name)
        turns = {turn.thesis: turn for turn in stone.turns} if stone else {}
        after = weigh(made, without=keys).standings
        now = strengths(made, without=keys).values
        for thesis in set(theses) - set(keys):
            turn = turns.get(thesis)
            assert after[thesis] is (turn.after if turn else standings[thesis])
            assert now[thesis] == pytest.approx(turn.now if turn else values[thesis], abs=1e-6)
        if name not in made.statements:
            lost = [
                key
                for key, statement in made.statements.items()
                if statement.kind == "claim" and key not in keys
                and standings[key] is Standing.STANDS is not after[key]
            ]  # fmt: skip
            assert list(stone.claims if stone else ()) == lost


def test_keystones_and_sources_of_a_case():
    found = keystones(graph(CASE))
    assert found.theses == ("w@en:crash", "w@en:hurt")
    first = found.statements[0]
    assert first.name in ("w@en:loses", "w@en:five")
    assert [(t.thesis, t.before, t.after) for t in first.turns] == [
        ("w@en:crash", Standing.STANDS, Standing.OPEN)
    ]
    ledger, gazette = found.sources
    assert (ledger.name, ledger.keys) == ("The Ledger", ("w@en:five", "w@en:big"))
    assert (ledger.changed, ledger.claims) == (1, ("w@en:crash",))
    assert [(t.thesis, t.after) for t in gazette.turns] == [
        ("w@en:crash", Standing.CONTESTED),
        ("w@en:hurt", Standing.STANDS),
    ]


def test_what_leads_to_no_thesis_is_none():
    text = "[a]{#a .claim .thesis .assumed} [b]{#b .claim} [c]{#c .evidence supports=b source=x}"
    found = keystones(graph(text))
    assert found.statements == ()
    assert [stone.claims for stone in found.sources] == [("w@en:b",)]


def test_what_would_change():
    made = graph(CASE)
    changes = what_if(made, without=["w@en:five"], assume=["w@en:few"])
    assert [(c.key, c.before, c.after) for c in changes.theses] == [
        ("w@en:crash", "stands", "open"),
        ("w@en:hurt", "stands", "stands"),
    ]
    assert [(c.key, c.before, c.after) for c in changes.others] == [
        ("w@en:loses", "stands", "open")
    ]
    with pytest.raises(KeyError):
        what_if(made, without=["w@en:x"])


BEAR = """---
id: bear
lang: en
---
[It will crash]{#crash .claim}, as [it loses]{#loses .evidence supports=crash source=x} and [nobody
pays]{#unpaid .evidence supports=crash source=y}. [It is old]{#old .evidence supports=crash source=z}.
"""
BULL = """---
id: bull
lang: en
---
[It will pay]{#pays .claim attacks=bear:crash}, as [costs halve]{#halve .evidence supports=pays
source=x}. [Many pay]{#many .claim}, as [a survey says]{#survey .evidence supports=many source=y}.
"""


def test_a_crux_of_one():
    case = case_of(weigh(graph(BEAR, BULL)), ["bear@en:crash"], ["bull@en:pays", "bull@en:many"])
    assert (case.outcome, case.carried_by) == (Outcome.CONTESTED, None)
    assert case.left.contested == ("bear@en:crash",)
    assert case.right.standing == ("bull@en:pays", "bull@en:many")
    assert case.right.leans_on == ("bull@en:halve", "bull@en:survey")
    (move,) = case.crux
    assert (move.key, move.before, move.after) == ("bull@en:halve", "stands", "falls")


def test_a_crux_of_two_and_none():
    more = BULL.replace("[Many", "[It is fun]{#fun .evidence supports=pays source=q}. [Many")
    weighing = weigh(graph(BEAR, more))
    case = case_of(weighing, ["bear@en:crash"], ["bull@en:pays"])
    assert [(move.key, str(move.after)) for move in case.crux] == [
        ("bull@en:halve", "falls"),
        ("bull@en:fun", "falls"),
    ]
    none = case_of(weighing, ["bear@en:crash"], ["bull@en:pays"], size=1)
    assert (none.crux, none.searched) == ((), 1)
    with pytest.raises(ArgmapError, match="up to a size of 3"):
        case_of(weighing, [], [], size=4)


def test_outcomes():
    text = "[a]{#a .claim .assumed} [b]{#b .claim .assumed} [c]{#c .claim} [q]{#q .question}"
    weighing = weigh(graph(text))
    a, b, c = (f"w@en:{name}" for name in "abc")
    for left, right, outcome, carried in (
        ([a], [b], Outcome.BOTH, None),
        ([c], [b], Outcome.CARRIED, 1),
        ([a], [], Outcome.UNANSWERED, 0),
        ([c], [], Outcome.OPEN, None),
        ([], ["w@en:q"], Outcome.OPEN, None),
    ):
        case = case_of(weighing, left, right)
        assert (case.outcome, case.carried_by, case.crux) == (outcome, carried, ())


@pytest.mark.parametrize("seed", range(10))
def test_a_crux_settles_and_is_smallest(seed):
    made = any_graph(seed, 6)
    weighing = weigh(made)
    contested = [k for k in made.statements if weighing.standings.get(k) is Standing.CONTESTED][:2]
    if not contested:
        return
    case = case_of(weighing, contested[:1], contested[1:])
    sides = [side.contested for side in (case.left, case.right) if side.contested]

    def settles(moves):
        out = [key for key, fate in moves if fate is Standing.FALLS]
        given = [key for key, fate in moves if fate is Standing.STANDS]
        after = weigh(made, without=out, assume=given).standings
        return any(all(after[key] is not Standing.CONTESTED for key in side) for side in sides)

    if case.crux:
        assert settles([(move.key, move.after) for move in case.crux])
    accepted = [
        key
        for key, s in made.statements.items()
        if key not in contested
        and (s.accepted or s.has(Flag.CONCEDED) or not made.links_to(key, "supports"))
    ]
    fates = [
        (key, fate)
        for key in accepted
        for fate in (Standing.FALLS, Standing.STANDS)
        if weighing.standings[key] is not fate
    ]
    for size in range(1, len(case.crux) or 3):
        if not any(made.links_to(key, "restates") for key in accepted):
            assert not any(settles(moves) for moves in combinations(fates, size))
