"""Tasks from their words to the lines that are printed, and what is asked wrongly."""

from __future__ import annotations

import sys

import pytest

from argmap.errors import ArgmapError
from argmap.formats.frameworks.iccma_answers import answer_text
from argmap.weigh.frameworks import Framework, grounded, parse_task, solve
from argmap.weigh.frameworks.oracle import Oracle

# The example of ICCMA 2023's rules: a attacks b, b d, d e, e d and itself.
P_AF = b"p af 5\n1 2\n2 4\n4 5\n5 4\n5 5\n"
APX = b"arg(a).arg(b).arg(c).arg(d).arg(e).\natt(a,b).att(b,d).att(d,e).att(e,d).att(e,e)."
ODD = b"a\nb\nc\n#\na b\nb c\nc a\n"
EVEN = b"p af 4\n1 2\n2 1\n1 3\n2 3\n3 4\n"
"""1 and 2 attack each other and both 3, which attacks 4: DS-PR needs more than one extension."""

WITH_SOLVER = {
    "SE-PR": (P_AF, "SE-PR", None, "w 1 3 4\n"),
    "SE-PR in apx": (APX, "SE-PR", None, "[a,c,d]\n"),
    "in small letters": (APX, "se-st", None, "[a,c,d]\n"),
    "DC-CO shows a complete extension": (P_AF, "DC-CO", "4", "YES\nw 1 3 4\n"),
    "DC-CO in apx shows none": (APX, "DC-CO", "d", "YES\n"),
    "DC-PR, not": (P_AF, "DC-PR", "5", "NO\n"),
    "DS-PR": (P_AF, "DS-PR", "4", "YES\n"),
    "DS-PR, not, shows a preferred extension": (P_AF, "DS-PR", "5", "NO\nw 1 3 4\n"),
    "DS-PR where extensions differ": (EVEN, "DS-PR", "4", "YES\n"),
    "DS-PR where they differ on it": (EVEN, "DS-PR", "1", "NO\nw 2 4\n"),
    "DS-CO where they differ": (EVEN, "DS-CO", "4", "NO\nw\n"),
    "no stable extension": (ODD, "SE-ST", None, "NO\n"),
    "nothing is in one": (ODD, "DC-ST", "a", "NO\n"),
    "and everything in all": (ODD, "DS-ST", "a", "YES\n"),
    "the empty one is preferred": (ODD, "SE-PR", None, "[]\n"),
    "DS-ST, not": (EVEN, "DS-ST", "1", "NO\nw 2 4\n"),
}
WITHOUT = {
    "SE-GR": (P_AF, "SE-GR", None, "w 1 3\n"),
    "SE-GR, empty": (EVEN, "SE-GR", None, "w\n"),
    "SE-GR, empty in tgf": (ODD, "SE-GR", None, "[]\n"),
    "DC-GR": (P_AF, "DC-GR", "3", "YES\nw 1 3\n"),
    "DS-GR": (P_AF, "DS-GR", "4", "NO\nw 1 3\n"),
    "SE-CO is the grounded one": (APX, "SE-CO", None, "[a,c]\n"),
    "DS-CO too": (APX, "DS-CO", "c", "YES\n"),
    "settled by the grounded one": (APX, "DS-PR", "b", "NO\n"),
    "settled for": (APX, "DC-PR", "c", "YES\n"),
    "no arguments": (b"p af 0", "SE-PR", None, "w\n"),
    "no arguments, stable": (b"#", "SE-ST", None, "[]\n"),
}
WRONG = {
    "no such task": (
        "DS-XX",
        "a",
        "there is no task 'DS-XX': write one of SE, DC, DS, a dash, and one of GR, CO, PR, ST, as DS-PR",
    ),
    "no dash": ("PR", None, "there is no task 'PR'"),
    "no argument": ("DS-PR", None, "DS-PR asks about one argument: name it with --arg"),
    "an argument too many": (
        "SE-PR",
        "a",
        "SE-PR asks for an extension, not about an argument: drop --arg",
    ),
    "unknown": ("DC-GR", "z", "the framework has no argument 'z': name one of its arguments"),
}


@pytest.mark.parametrize(
    ("content", "task", "argument", "printed"), WITH_SOLVER.values(), ids=WITH_SOLVER
)
def test_printed(content, task, argument, printed):
    pytest.importorskip("pysat", reason="python-sat, the extra argmap[sat], is not installed")
    assert answer_text(content, "F", task, argument) == printed


@pytest.mark.parametrize(("content", "task", "argument", "printed"), WITHOUT.values(), ids=WITHOUT)
def test_printed_without_a_solver(monkeypatch, content, task, argument, printed):
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    assert answer_text(content, "F", task, argument) == printed


@pytest.mark.parametrize(("task", "argument", "message"), WRONG.values(), ids=WRONG)
def test_asked_wrongly(task, argument, message):
    with pytest.raises(ArgmapError) as refused:
        answer_text(APX, "F", task, argument)
    assert str(refused.value).startswith(message)


def test_a_slip_in_a_name():
    with pytest.raises(ArgmapError, match="no argument 'weather'; did you mean 'whether'"):
        answer_text(b"arg(whether).arg(other).", "F", "DC-GR", "weather")


@pytest.mark.parametrize("seconds", [0.0, -1.0, float("nan")])
def test_no_time(seconds):
    with pytest.raises(ArgmapError, match="leaves no time: give more than 0"):
        answer_text(APX, "F", "SE-PR", timeout=seconds)


def test_without_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    with pytest.raises(ArgmapError) as refused:
        answer_text(APX, "F", "SE-PR")
    assert str(refused.value) == (
        "this task needs a SAT solver: pip install 'argmap[sat]' (the grounded semantics, GR, does "
        "without)"
    )


def test_a_long_chain_is_settled_without_recursion():
    count = 10_000
    chain = Framework(tuple(map(str, range(count))), tuple((i, i + 1) for i in range(count - 1)))
    assert grounded(chain).accepted == tuple(range(0, count, 2))
    assert solve(chain, parse_task("DS-PR"), str(count - 2)).accepted


def test_many_pairs_are_settled_by_few_calls_of_the_solver(monkeypatch):
    pytest.importorskip("pysat", reason="python-sat, the extra argmap[sat], is not installed")
    asked = []
    model = Oracle.model
    monkeypatch.setattr(
        Oracle, "model", lambda self, with_=(): asked.append(1) or model(self, with_)
    )
    pairs = [(a, b) for i in range(0, 400, 2) for a, b in ((i, i + 1), (i + 1, i))]
    framework = Framework(tuple(map(str, range(400))), tuple(pairs))
    extension = solve(framework, parse_task("SE-PR")).extension
    assert extension is not None
    assert len(extension) == 200
    assert len(asked) <= 5


@pytest.mark.parametrize("call", [[["a", "a"], []], [["a"], [("a", "b")]]])
def test_a_framework_of_names_is_checked(call):
    with pytest.raises(ArgmapError):
        Framework.of(*call)


def test_a_framework_of_names():
    made = Framework.of(["a", "b"], [("b", "a"), ("b", "a")])
    assert made == Framework(("a", "b"), ((1, 0),))
