"""What is said to a question, and what is near a statement."""

from __future__ import annotations

import pytest

from argmap.errors import ArgmapError
from argmap.graph import ArgumentGraph
from argmap.views.around import around
from argmap.views.question import on_questions
from tests.graph.handmade import essay, graph, local

LEFT = """
first claim on=tea
good  claim.thesis on=tea
warm  claim supports=good on=tea
cups  evidence supports=warm
far   claim
"""
RIGHT = """
bad   claim on=tea contradicts=left:good
stain evidence supports=bad
note  premise on=tea
"""
DEBATE = 'tea question text="Is tea good?"'


def debate(*extra):
    essays = [essay("left", LEFT), essay("right", RIGHT), essay("debate", DEBATE)]
    return ArgumentGraph.build([*essays, *extra])


def names(view):
    return " ".join(key.rpartition(":")[2] for key in view.graph.statements)


def test_each_work_says_its_part_with_its_grounds():
    view = on_questions(debate(), ["tea"])
    assert names(view) == "first good warm cups bad stain note"
    assert view.title == "Is tea good?"


def test_where_room_is_scarce_what_meets_the_other_side_comes_first():
    view = on_questions(debate(), ["tea"], 2)
    assert names(view) == "good bad"
    assert view.about == "2 statements; 3 more speak to this"
    assert [link.type for link in view.graph.links.values()] == ["contradicts"]


@pytest.mark.parametrize("name", ["tea", "debate:tea", "debate@en:tea"])
def test_a_question_is_known_by_its_id_short_or_in_full(name):
    assert on_questions(debate(), [name]).title == "Is tea good?"


def test_a_label_is_a_question_too():
    assert on_questions(ArgumentGraph.build([essay("left", LEFT)]), ["tea"]).title == "tea"


@pytest.mark.parametrize(
    ("name", "said"),
    [("tee", "did you mean tea?"), ("zzzzz", "no question 'zzzzz'; try tea")],
)
def test_an_unknown_question_is_one_line(name, said):
    with pytest.raises(ArgmapError, match=said.replace("?", r"\?")):
        on_questions(debate(), [name])


def test_one_to_which_nothing_speaks_is_one_line():
    with pytest.raises(ArgmapError, match="nothing speaks to q: mark what does with on="):
        on_questions(graph("q question\na claim"), ["q"])


def test_of_a_work_in_two_languages_one_is_shown():
    view = on_questions(debate(essay("left@ko", LEFT)), ["tea"])
    assert not any(key.startswith("left@ko") for key in view.graph.statements)


AROUND = """
t claim.thesis
a claim supports=t
b premise supports=a via=so
c premise supports=a via=so
d rebuttal attacks=so
e rebuttal attacks=d
f claim restates=a
"""


@pytest.mark.parametrize(
    ("name", "depth", "near"),
    [
        ("a", 0, "a"),
        ("a", 1, "t a b c d f"),
        ("a", 2, "t a b c d e f"),
        ("t", 1, "t a"),
        ("e", 1, "d e"),
        ("d", 1, "a b c d e"),
        ("so", 0, "a b c"),
    ],
)
def test_what_is_near(name, depth, near):
    view = around(graph(AROUND), [f"w@en:{name}"], depth)
    assert local(view.graph.statements) == near


def test_a_link_that_lost_one_of_its_sources_is_a_line_that_says_so():
    whole = graph(AROUND)
    view = around(whole, ["w@en:a", "w@en:b"], 0)
    (link,) = view.graph.links.values()
    assert (local(link.sources), view.between[link.key]) == ("b", 0)
    with pytest.raises(KeyError):
        around(whole, ["w@en:nothing"])
