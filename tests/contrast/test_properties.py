"""What holds for any two works."""

from __future__ import annotations

import json
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.compare.contrast import Contrast, contrast
from argmap.compare.contrast_parts import FigureRow
from argmap.formats.documents.contrast import dumps
from argmap.rendering.contrast_words import markdown, text
from tests.contrast.works import graph_of

IDS = ("a", "b", "c", "d")
FIGURES = (
    "$5 billion",
    "at least $4.9 billion",
    "50억 달러",
    "75%",
    "2024",
    "July 2024",
    "two cups",
)
WORDS = ("tea", "profits of tea", "Microsoft", "loss", "`<b>|`", "\0", "每個", "and", ",")
MORE = ("on=page:pay", 'on="page:pay page:else"', "", "source=Ledger on=page:pay", ".assumed")


@st.composite
def bodies(draw) -> str:
    parts = []
    for id_ in draw(st.lists(st.sampled_from(IDS), unique=True)):
        kind = draw(st.sampled_from(("claim", "premise", "evidence", "rebuttal", "question")))
        link = draw(st.sampled_from(("", "supports=a", "attacks=b", "contradicts=c")))
        more = draw(st.sampled_from(MORE))
        said = draw(st.lists(st.sampled_from((*FIGURES, *WORDS)), max_size=5))
        parts.append(f"[It is {' '.join(said)}]{{#{id_} .{kind} {link} {more}}}.\n")
    return "\n".join(parts)


@st.composite
def pages(draw) -> str:
    links = st.tuples(
        st.sampled_from(IDS),
        st.sampled_from(("restates", "attacks", "contradicts", "supports")),
        st.sampled_from(IDS),
    )
    said = [f"[So]{{from=left:{a} {how}=right:{b}}}" for a, how, b in draw(st.lists(links))]
    return "\n\n".join(said)


def rows(found: Contrast, *, swapped: bool) -> Counter[object]:
    def both(row: FigureRow) -> object:
        sides = (frozenset(row.left), frozenset(row.right))
        return row.relation, sides[::-1] if swapped else sides, frozenset(row.signs)

    return Counter(map(both, found.figures))


@settings(max_examples=25, deadline=None)
@given(left=bodies(), right=bodies(), page=pages())
def test_swapping_the_sides_swaps_the_rows(left: str, right: str, page: str) -> None:
    graph = graph_of(left, right, page)
    one, other = contrast(graph, "left", "right"), contrast(graph, "right", "left")
    assert rows(one, swapped=False) == rows(other, swapped=True)
    assert [(r.id, set(r.open)) for r in one.rows] == [(r.id, set(r.open)) for r in other.rows]
    assert {(r.name, r.left, r.right, frozenset(r.shared)) for r in one.evidence} == {
        (r.name, r.right, r.left, frozenset(r.shared)) for r in other.evidence
    }


@settings(max_examples=20, deadline=None)
@given(left=bodies(), right=bodies(), page=pages())
def test_every_row_has_both_sides_and_is_written(left: str, right: str, page: str) -> None:
    graph = graph_of(left, right, page)
    found = contrast(graph, "left", "right")
    for row in found.figures:
        assert row.left
        assert row.right
        assert {c.statement.partition("@")[0] for c in row.left} == {"left"}
        assert {c.statement.partition("@")[0] for c in row.right} == {"right"}
    document = json.loads(dumps(graph, found))
    named = {c["statement"] for r in document["figures"] for c in (*r["left"], *r["right"])}
    named |= {p["statement"] for q in document["questions"] for p in q["open"]}
    assert named <= document["statements"].keys()
    assert "<b>" not in markdown(graph, found).replace(r"\<b\>", "")
    assert text(graph, found, 40)


def test_many_alike_figures_are_not_all_paired(monkeypatch):
    from argmap.compare import contrast_figures

    compared = []
    fit = contrast_figures.fit
    monkeypatch.setattr(contrast_figures, "fit", lambda a, b: compared.append(0) or fit(a, b))
    said = "[The tea house lost $5 billion]{{#a{} .premise on=page:pay}}. "
    for number, judged in ((10, True), (100, False)):
        many = "\n\n".join(said.format(n) for n in range(number))
        found = contrast(graph_of(many, many), "left", "right").figures
        assert [len(row.left) for row in found] == [10] * judged
    assert len(compared) == 100


def test_figures_of_one_number_are_compared_in_step_with_their_number(monkeypatch):
    from argmap.compare import contrast_figures

    compared = []
    fit = contrast_figures.fit
    monkeypatch.setattr(contrast_figures, "fit", lambda a, b: compared.append(0) or fit(a, b))
    counts = []
    for number in (40, 80):
        bodies = [
            "\n\n".join(
                f"[{word} {n} costs ${n}{n:03} million]{{#a{n} .premise on=page:q{n // 5}}}. "
                for n in range(1, number)
            )
            for word in ("Tea", "Milk")
        ]
        contrast(graph_of(*bodies), "left", "right")
        counts.append(len(compared))
        compared.clear()
    assert 0 < counts[1] <= counts[0] * 3
