"""Labels where the page's examples do not reach: Dung's grounded semantics, circles, links on links."""

from __future__ import annotations

import random

import pytest

from argmap.graph import ArgumentGraph
from argmap.model import (
    Essay,
    Flag,
    Kind,
    LinkType,
    Position,
    Range,
    Reference,
    StatedLink,
    Statement,
)
from argmap.weigh.standing import Standing, main_statements, weigh
from tests.weigh.essays import any_graph, graph

PLACE = Range(Position(1, 1), Position(1, 2))

# title, essay, what is expected: "key=label" with spaces between
CASES = [
    (
        "a circle of support gives no grounds",
        "[a]{#a .claim supports=b} [b]{#b .claim supports=c} [c]{#c .claim supports=a}",
        "a=open b=open c=open",
    ),
    (
        "a circle with grounds from outside stands",
        "[a]{#a .claim supports=b} [b]{#b .claim supports=a} [e]{#e .evidence supports=a}",
        "a=stands b=stands",
    ),
    (
        "a circle whose grounds from outside fall is open",
        "[a]{#a .claim supports=b} [b]{#b .claim supports=a} [e]{#e .evidence supports=a} [f]{#f .evidence attacks=e}",
        "e=falls a=open b=open",
    ),
    (
        "two that are assumed and contradict each other",
        "[a]{#a .claim .assumed contradicts=b} [b]{#b .claim .assumed} [c]{#c .claim} [b2]{from=b supports=c}",
        "a=contested b=contested c=contested",
    ),
    (
        "what has no grounds does not contradict what has",
        "[a]{#a .claim contradicts=b} [b]{#b .claim .assumed}",
        "a=falls b=stands",
    ),
    (
        "a rebuttal contradicts by its bare word, and contests",
        "[a]{#a .rebuttal by=x contradicts=b} [b]{#b .claim .assumed} ",
        "a=contested b=contested",
    ),
    (
        "said twice, grounded once",
        "[a]{#a .claim restates=b} [b]{#b .claim} [e]{#e .evidence supports=b}",
        "a=stands b=stands",
    ),
    (
        "what another says is not the author's to restate",
        "[a]{#a .claim restates=b} [b]{#b .claim by=x} [e]{#e .evidence supports=b}",
        "a=open b=stands",
    ),
    (
        "an undercut that holds, and one that is answered",
        "[a]{#a .claim} [e]{#e .evidence supports=a via=s} [u]{#u .rebuttal .assumed attacks=s} [b]{#b .claim} [f]{#f .evidence supports=b via=t} [v]{#v .rebuttal attacks=t} [w]{#w .rebuttal .assumed attacks=v}",
        "a=open s=falls b=stands t=stands v=falls",
    ),
    (
        "an answer to the step of an objection",
        "[a]{#a .claim .assumed} [o]{#o .rebuttal by=x attacks=a via=s} [r]{#r .rebuttal attacks=s}",
        "a=stands o=open s=falls",
    ),
    (
        "backing a step is not required and does not harm",
        "[a]{#a .claim} [e]{#e .evidence supports=a via=s} [b]{#b .premise supports=s}",
        "a=stands s=stands b=open",
    ),
    (
        "a concession that attacks an objection",
        "[a]{#a .claim .assumed} [o]{#o .rebuttal by=x attacks=a} [c]{#c .rebuttal .conceded attacks=o}",
        "a=stands o=falls c=stands",
    ),
    (
        "a concession against what the author takes from another",
        "[a]{#a .claim} [o]{#o .evidence by=x supports=a} [c]{#c .rebuttal .conceded attacks=o}",
        "a=stands o=stands",
    ),
    (
        "a question has no standing, and as a premise none either",
        "[q]{#q .question supports=a} [a]{#a .claim}",
        "a=open",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_a_case(text, expected):
    weighing = weigh(graph(text))
    for pair in expected.split():
        key, label = pair.split("=")
        assert (key, weighing.standings[f"w@en:{key}"]) == (key, label)
        assert weighing.reason(f"w@en:{key}").startswith(f"{label}: ")


def test_a_question_is_left_out():
    assert "w@en:q" not in weigh(graph("[q]{#q .question} [a]{#a .claim}")).standings


@pytest.mark.parametrize("seed", range(25))
def test_attacks_among_assumptions_are_dungs_grounded_semantics(seed):
    rng = random.Random(seed)
    size = rng.randrange(1, 9)
    attacks = {(rng.randrange(size), rng.randrange(size)) for _ in range(rng.randrange(2 * size))}
    attacks = {(a, b) for a, b in attacks if a != b}  # which a graph refuses
    text = "".join(f"[t]{{#s{n} .claim .assumed}} " for n in range(size))
    text += " ".join(f"[t]{{from=s{a} attacks=s{b}}}" for a, b in sorted(attacks))
    attackers = {n: {a for a, b in attacks if b == n} for n in range(size)}
    labels: dict[int, str] = {}
    while True:
        new = {
            n: "stands" if all(labels.get(a) == "falls" for a in attackers[n]) else "falls"
            for n in range(size)
            if n not in labels
            and (
                all(labels.get(a) == "falls" for a in attackers[n])
                or any(labels.get(a) == "stands" for a in attackers[n])
            )
        }
        if not new:
            break
        labels |= new
    weighing = weigh(graph(text))
    assert {n: str(weighing.standings[f"w@en:s{n}"]) for n in range(size)} == {
        n: labels.get(n, "contested") for n in range(size)
    }


@pytest.mark.parametrize("seed", range(12))
def test_all_has_a_reason_and_the_order_of_essays_does_not_matter(seed):
    made = any_graph(seed, 8)
    weighing = weigh(made)
    for key, standing in weighing.standings.items():
        assert weighing.reason(key).startswith(f"{standing}: ")
        assert not weighing.reason(key).endswith(": ")
    other = weigh(ArgumentGraph.build(reversed(made.essays)))
    assert other.standings == weighing.standings


def chain(length: int) -> ArgumentGraph:
    """One thesis, and a chain of supports and attacks down to evidence."""
    statements, links = [], []
    for number in range(length):
        kind = Kind.EVIDENCE if number == length - 1 else Kind.CLAIM
        flags = frozenset() if number else frozenset({Flag.THESIS})
        key = f"w@en:s{number}"
        statements.append(Statement(key, f"s{number}", kind, "t", PLACE, PLACE, flags))
        if number:
            link_type = LinkType.ATTACKS if number % 1000 == 0 else LinkType.SUPPORTS
            target = Reference(f"s{number - 1}", None, None, PLACE)
            links.append(StatedLink(link_type, key, (), (target,), PLACE))
    return ArgumentGraph.build(
        [Essay("w", "en", "w.md", statements=tuple(statements), links=tuple(links))]
    )


def test_depth_needs_no_recursion():
    made = chain(8_000)
    weighing = weigh(made)
    assert weighing.standings["w@en:s7001"] is Standing.STANDS
    assert weighing.standings["w@en:s6999"] is Standing.FALLS
    assert weighing.reason("w@en:s6999") == "falls: s7000 attacks it, and stands"
    # A circle of the same size.
    texts = [f"[t]{{#s{n} .claim supports=s{(n + 1) % 1200}}}" for n in range(1200)]
    assert weigh(graph("\n\n".join(texts))).standings["w@en:s7"] is Standing.OPEN


def test_main_statements():
    text = "[a]{#a .claim} [b]{#b .claim supports=a} [c]{#c .premise}"
    assert main_statements(graph(text)) == ("w@en:a",)
    assert main_statements(graph(text + " [d]{#d .premise .thesis}")) == ("w@en:d",)
    assert main_statements(graph(text), {"other.md"}) == ()


def test_what_is_left_out_or_assumed_says_so():
    made = graph("[a]{#a .claim} [e]{#e .evidence supports=a via=s}")
    out = weigh(made, without=["w@en:e"])
    assert out.reason("w@en:e") == "falls: it is left out here"
    assert out.standings["w@en:a"] is Standing.OPEN
    step = weigh(made, without=["w@en:s"], assume=["w@en:a"])
    assert step.reason("w@en:a") == "stands: it is assumed here"
    with pytest.raises(KeyError):
        weigh(made, without=["w@en:x"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[a]{#a .claim} [e]{#e .evidence supports=a via=s} [u]{#u .rebuttal .assumed attacks=s}",
            "open: it is supported by no more than e, by a step that falls to u",
        ),
        (
            "[a]{#a .claim} [e]{#e .evidence supports=a via=s} [p]{#p .premise supports=a via=s} [q]{#q .premise supports=a} [u]{#u .rebuttal .assumed attacks=q}",
            "open: it is supported by no more than e and p, of which p is open, and q, which falls",
        ),
        (
            "[a]{#a .claim .assumed} [e]{#e .rebuttal .assumed attacks=a via=s} [u]{#u .rebuttal .assumed attacks=s}",
            "stands: it is assumed; e attacks it, but u attacks the step",
        ),
        (
            "[a]{#a .claim .assumed} [o]{#o .rebuttal by=x attacks=a via=s} [p]{#p .rebuttal by=x attacks=a via=s} [u]{#u .rebuttal attacks=p}",
            "stands: it is assumed; o and p attack it, but p has no grounds, and u answers it",
        ),
    ],
)
def test_a_reason(text, expected):
    assert weigh(graph(text)).reason("w@en:a") == expected
