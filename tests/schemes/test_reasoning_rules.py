"""AM036, AM116 and the rules of AM6xx, beyond the examples of their own pages."""

from __future__ import annotations

import pytest

from argmap.config import ALL_RULES, Config, RuleChoice
from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.model import Severity
from argmap.rules.run import check
from argmap.rules.selection import EVERYTHING, select

AM6 = select(Config(rules=RuleChoice((ALL_RULES, "AM601", "AM602", "AM603"))))


def found(*texts, codes=("AM036", "AM116", "AM6"), selection=AM6):
    essays = [read_essay(text, f"{name}.md") for name, text in zip("xyz", texts, strict=False)]
    findings = check(ArgumentGraph.build(essays), selection)
    return [f"{f.code} {f.message}" for f in findings if f.code.startswith(codes)]


ANALOGY = "[A]{#a .claim .thesis}, [b]{#b .premise .assumed supports=a scheme=analogy%s}."
RESPECT = " [r]{#r .premise .assumed supports=b answers=b.respect}."


def test_they_are_silent_unless_selected():
    assert found(ANALOGY % "", selection=EVERYTHING) == []
    assert found(ANALOGY % "") == [
        "AM602 the premise 'b' draws an analogy and does not say in what respect"
    ]


@pytest.mark.parametrize(
    "text",
    [
        ANALOGY % "" + RESPECT,
        ANALOGY % " answers=b.respect",
        ANALOGY % " via=step" + " [c]{#c .premise .assumed supports=a via=step}.",
        ANALOGY % " via=step" + " [c]{#c .premise .assumed supports=step}.",
        ANALOGY % ' by="an aunt"',
        "[A]{#a .claim .thesis .assumed}, [b]{#b .rebuttal .conceded attacks=a scheme=analogy}.",
    ],
    ids=["answered", "by itself", "linked", "its step", "reported", "conceded"],
)
def test_an_analogy_that_may_name_its_respect_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            " [Q?]{#q .question answers=b.relevance}",
            [
                "AM601 nothing answers the question 'relevance' of the analogy in 'b', which 'q' raises"
            ],
        ),
        (" [Q?]{#q .question answers=b.difference}", []),  # an exception is for the asker to show
        (
            " [Q?]{#q .question answers=b.relevance} [c]{#c .premise .assumed supports=b answers=q}",
            [],
        ),
        (" [c]{#c .rebuttal .assumed attacks=b answers=b.relevance}", []),  # AM204
    ],
)
def test_a_raised_question(text, messages):
    assert found(ANALOGY % "" + RESPECT + text) == messages


def test_what_another_work_raises_is_for_this_one_to_answer():
    mine = ANALOGY % "" + RESPECT
    theirs = "[T]{#t .claim .thesis .assumed attacks=x:b answers=x:b.difference}."
    assert found(mine, theirs) == [
        "AM601 nothing answers the question 'difference' of the analogy in 'b', which 'y:t' raises"
    ]
    assert found(mine + " [n]{#n .rebuttal .assumed attacks=y:t}.", theirs) == []
    assert found(mine + " [n]{#n .premise .assumed supports=b answers=b.difference}.", theirs) == []
    assert found(mine.replace("#b .premise", '#b .premise by="an aunt"'), theirs) == []


@pytest.mark.parametrize("attribute", ["answers=b.respect", "scheme=analogy"])
def test_a_link_between_others_neither_answers_nor_argues(attribute):
    text = ANALOGY % "" + RESPECT + " [c]{#c .premise .assumed supports=a}."
    (message,) = found(text + f" [w]{{from=c supports=b {attribute}}}", codes=("AM025",))
    assert message == f"AM025 {attribute.partition('=')[0]} stands beside from"


HEARSAY = '[h]{#h .evidence supports=%s scheme=rumour source="talk"}.'
UNNAMED = '[u]{#u .evidence supports=p scheme=unnamed-source source="The Times"}.'


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (HEARSAY % "a", ["AM603 the claim 'a' rests on rumour alone: 'h'"]),
        (
            "[p]{#p .premise supports=a} " + HEARSAY % "p",
            ["AM603 the premise 'p' rests on rumour alone: 'h'"],  # and not 'a', for the same cause
        ),
        (
            "[p]{#p .premise supports=a} " + UNNAMED + HEARSAY % "p",
            ["AM603 the premise 'p' rests on rumour and unnamed sources alone: 'u' and 'h'"],
        ),
        ("[e]{#e .evidence supports=a source=Books} " + HEARSAY % "a", []),
        ("[e]{#e .premise .assumed supports=h} " + HEARSAY % "a", []),
        ("[p]{#p .premise supports=a} " + HEARSAY % "a", []),  # AM202 speaks of the premise
        ("[p]{#p .premise .assumed supports=a} " + HEARSAY % "p", []),
        ('[p]{#p .premise by="an aunt" supports=a} ' + HEARSAY % "p", []),
    ],
)
def test_hearsay(text, messages):
    assert found("[A]{#a .claim .thesis}: " + text) == messages


BAD = "[A]{#a .claim .thesis}: [b]{#both .premise .assumed supports=a scheme=%s}. [c]{#c .premise\n"
BAD += '.assumed supports=both answers="%s"}.'


@pytest.mark.parametrize(
    ("scheme", "answers", "message", "hint", "fixed"),
    [
        ("sign", "both.sen", "the sign in 'both' has no critical question 'sen'", "did you mean 'seen'?", "both.seen"),
        ("sign", "both.x", "the sign in 'both' has no critical question 'x'", "its critical questions are strength, other-causes, seen", ""),
        ("sign", "a.seen", "'a' names no scheme, so that it has no critical question 'seen'", "give it the scheme by which it argues, or take .seen out", ""),
        ("sgn", "both.sen", "there is no argumentation scheme 'sgn'", "did you mean 'sign'?", "scheme=sign"),
        ("qqqq", "both.x", "there is no argumentation scheme 'qqqq'", "argmap questions --list names them all", ""),
        ("sign", "boht.seen", "nothing has the id 'boht', named in answers", "did you mean 'both'?", "both.seen"),
        ("sign", "both.", "answers names no question after the full stop in 'both.'", "write id.question, or the id alone; argmap questions --list names the questions", ""),
    ],
)  # fmt: skip
def test_a_slip_is_one_finding_with_the_way_out(scheme, answers, message, hint, fixed):
    text = BAD % (scheme, answers)
    (finding,) = check(ArgumentGraph.build([read_essay(text, "x.md")]))
    assert (finding.message, finding.hint) == (message, hint)
    assert finding.severity is not Severity.INFO
    if fixed:
        assert finding.fix is not None
        assert not finding.fix.safe
        lines = text.split("\n")
        (edit,) = finding.fix.edits
        line = lines[edit.range.start.line - 1]
        lines[edit.range.start.line - 1] = (
            line[: edit.range.start.column - 1] + edit.text + line[edit.range.end.column - 1 :]
        )
        assert fixed in "\n".join(lines)
    else:
        assert finding.fix is None
