"""Which comments rule which findings, checked against the plain definition."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from argmap.model import Essay, Finding, Position, Range, Severity, Suppression
from argmap.rules.selection import EVERYTHING
from argmap.rules.suppress import silence
from argmap.syntax.places import START

LINES = st.tuples(st.integers(1, 12), st.integers(0, 5)).map(lambda t: (t[0], t[0] + t[1]))
FORCE = {"a.md": EVERYTHING.at("a.md")}
RULES = {"AM201": "unsupported-claim", "AM202": "unsupported-link"}
WORDS = st.sampled_from([*RULES, *RULES.values(), "all"])


def finding(code: str, first: int, last: int) -> Finding:
    place = Range(Position(first, 1), Position(last, 2))
    return Finding(code, RULES[code], Severity.ERROR, "m", "h", "a.md", place)


@example([("AM201", (1, 9)), ("AM201", (2, 3))], [("AM201", (5, 5))])
@given(
    st.lists(st.tuples(WORDS, LINES), max_size=8),
    st.lists(st.tuples(st.sampled_from(list(RULES)), LINES), max_size=8),
)
def test_a_finding_is_silenced_when_a_comment_names_its_rule_and_touches_it(
    comments: list[tuple[str, tuple[int, int]]], found: list[tuple[str, tuple[int, int]]]
) -> None:
    suppressions = tuple(
        Suppression((word,), "why", START, first, last) for word, (first, last) in comments
    )
    findings = [finding(code, first, last) for code, (first, last) in found]
    kept = silence([Essay("a", "en", "a.md", suppressions=suppressions)], findings, FORCE)

    def rules(suppression: Suppression, each: Finding) -> bool:
        return suppression.codes[0] in (each.code, each.name, "all") and each.range.touches_lines(
            suppression.first_line, suppression.last_line
        )

    left = [f for f in findings if not any(rules(s, f) for s in suppressions)]
    assert [f for f in kept if f.code in RULES] == left
    unused = [s for s in suppressions if not any(rules(s, f) for f in findings)]
    assert len([f for f in kept if f.name == "unused-suppression"]) == len(unused)
