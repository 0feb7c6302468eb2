"""A view too large for one sheet, as several: nothing is lost, and what belongs together stays so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.views.division import divide
from argmap.views.sheets import on_sheets
from argmap.views.view import whole
from tests.graph.handmade import graph

FAN = "t claim.thesis\n" + "\n".join(f"e{n} premise supports=t" for n in range(9))
CHAIN = "t claim.thesis\n" + "\n".join(
    f"e{n} premise supports={f'e{n - 1}' if n else 't'}" for n in range(9)
)
TWO = """
t claim.thesis
a claim supports=t
b claim supports=t
a1 evidence supports=a
a2 evidence supports=a
a3 evidence supports=a
b1 evidence supports=b
b2 evidence supports=b
b3 evidence supports=b
"""


def ids(view) -> str:
    return " ".join(key.partition(":")[2] for key in view.graph.statements)


# title, marks, at most, the parts
@pytest.mark.parametrize(
    ("text", "most", "parts"),
    [
        (TWO, 9, ["t a b a1 a2 a3 b1 b2 b3"]),
        # A branch on its own sheet, under the statement that it bears on.
        (TWO, 4, ["t a b", "a a1 a2 a3", "b b1 b2 b3"]),
        # What bears on one statement, dealt in the order of the text.
        (FAN, 6, ["t e0 e1 e2 e3 e4", "t e5 e6 e7 e8"]),
        (CHAIN, 6, ["t e0 e1 e2 e3", "e3 e4 e5 e6 e7 e8"]),
        # As even as may be: not eight and two.
        (FAN, 9, ["t e0 e1 e2 e3 e4", "t e5 e6 e7 e8"]),
    ],
)
def test_how_a_view_is_divided(text, most, parts):
    assert [ids(part) for part in divide(whole(graph(text)), most)] == parts


@pytest.mark.parametrize("most", [6, 7, 8])
def test_premises_that_work_together_are_not_parted(most):
    before, after = FAN.splitlines()[:5], FAN.splitlines()[5:]
    joint = [f"j{n} premise supports=t via=joint" for n in range(4)]
    parts = divide(whole(graph("\n".join([*before, *joint, *after]))), most)
    assert sum("j0 j1 j2 j3" in ids(part) for part in parts) == 1
    assert sum("j" in ids(part) for part in parts) == 1


def test_what_is_said_of_a_part():
    (view,) = on_sheets(graph(TWO), "claim", 24)
    first, second, _ = divide(view, 4)
    assert first.about == "3 statements"
    assert first.title == view.title
    assert second.of is view.of
    a = next(key for key in first.graph.statements if key.endswith(":a"))
    assert first.behind[a].grounds == 3


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99), st.booleans()), max_size=30),
    st.integers(1, 12),
)
def test_no_statement_and_no_link_is_lost(marks, most):
    rows = ["s0 claim"]
    for number, (first, second, attack) in enumerate(marks, 1):
        kind, does = ("rebuttal", "attacks") if attack else ("premise", "supports")
        targets = dict.fromkeys(f"s{each % number}" for each in (first, second))
        rows.append(f"s{number} {kind} {does}={','.join(targets)}")
    view = whole(graph("\n".join(rows)))
    parts = divide(view, most)
    assert {key for part in parts for key in part.graph.statements} == set(view.graph.statements)
    assert {key for part in parts for key in part.graph.links} >= set(view.graph.links)
    assert [ids(each) for each in divide(view, most)] == [ids(each) for each in parts]


def test_a_chain_deeper_than_recursion_goes():
    rows = [f"e{n} premise supports=e{n - 1}" for n in range(1, 1500)]
    parts = divide(whole(graph("\n".join(["e0 claim", *rows]))), 600)
    assert [len(part.graph.statements) for part in parts] == pytest.approx([500] * 3, abs=4)
