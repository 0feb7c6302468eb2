"""Carneades' YAML: its examples whole, and the forms that its versions write."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.formats.carneades import FORMAT, read
from argmap.formats.foreign import foreign, foreign_link
from argmap.formats.interface import CERTAIN, NO, Head, Reading, Source, Unreadable
from argmap.model import Flag

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "carneades-yaml"
FILES = sorted(CORPUS.glob("*.yml"))
SAMPLE = Path(__file__).parent / "samples" / "carneades" / "witness.yml"
COUNTS = {
    "even-loop": (2, 2, 0),
    "jogging": (4, 4, 2),
    "legalization-of-marijuana": (23, 13, 6),
    "linked-convergent": (5, 2, 2),
    "mcda-porsche": (13, 0, 9),
    "odd-loop": (3, 3, 0),
    "rebuttal": (4, 3, 2),
    "reinstatement": (5, 4, 3),
    "tandem": (12, 15, 3),
    "toulmin": (8, 5, 4),
    "unreliable-witness": (4, 4, 1),
}
"""Statements, links and assumptions of each example, counted by hand."""


def reading(text: str) -> Reading:
    return read(Source("x.yml", text.encode()))


@pytest.mark.skipif(not FILES, reason="the corpora are not there")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_examples_of_carneades_are_read_whole(path: Path) -> None:
    made = read(Source(path.name, path.read_bytes()))
    assert made.faults == ()
    graph = made.graph()
    assert graph.problems == ()
    assumed = [each for each in graph.statements.values() if each.has(Flag.ASSUMED)]
    assert (len(graph.statements), len(graph.links), len(assumed)) == COUNTS[path.stem]
    assert graph.essays[0].title


def test_a_sample_of_everything() -> None:
    graph = read(Source("witness.yml", SAMPLE.read_bytes())).graph()
    key = graph.essays[0].key
    link = graph.links[f"{key}:a1"]
    kept = foreign_link(graph, link, "carneades")
    assert (kept["weight"], kept["roles"]) == ("0.4", {"testimony": "seen"})
    assert graph.statements[f"{key}:seen"].scheme == "witness"
    assert [each.subtype for each in graph.links_to(link.key)] == ["undercut"]
    assert len(graph.links[f"{key}:a2"].sources) == 2
    by_text = {each.text: each for each in graph.statements.values()}
    assert by_text["The guard had lost his glasses."].has(Flag.ASSUMED)
    assert foreign(by_text["The train left at nine."].extra, "carneades")["label"] == "out"
    assert "It is not the case: The guard saw the train leave at nine." in by_text
    extra = foreign(graph.essays[0].extra, "carneades")
    assert extra["meta"]["source"] == "made up"
    assert extra["issues"]["i1"]["standard"] == "PE"


FORMS = {
    "lists of statements and arguments": (
        (
            "statements:\n  - {id: p, text: P}\n  - {id: q, text: Q, assumed: true}\n"
            "arguments:\n  - id: a1\n    conclusion: p\n    premises: [{statement: q, role: minor}]\n"
        ),
        (2, 1, []),
    ),
    "metadata for meta, and labels": (
        (
            "metadata: {title: T}\nstatements: {p: P, q: Q}\narguments:\n"
            "  a: {premises: [q], conclusion: p}\nlabels: {p: in, q: out}\n"
        ),
        (2, 1, []),
    ),
    "several undercutters, and one premise that is no list": (
        (
            "statements: {p: P, q: Q, r: R, s: S}\narguments:\n"
            "  a: {premises: q, conclusion: p, undercutter: [r, s]}\n"
        ),
        (4, 3, []),
    ),
    "an argument and a statement of one name": (
        (
            "statements: {p: P, q: Q, r: R}\narguments:\n"
            "  p: {premises: [q], conclusion: p, undercutter: r}\n"
        ),
        (3, 2, []),
    ),
    "what is not declared": (
        "statements: {p: P}\narguments:\n  a: {premises: [q], conclusion: p}\nassumptions: [z]\n",
        (3, 1, ["unknown-id", "unknown-id"]),
    ),
    "arguments of odd forms": (
        (
            "statements: {p: P}\narguments:\n  a: text\n  b: {premises: []}\n  c: {conclusion: p}\n"
            "issues: {i: none}\n"
        ),
        (1, 0, ["bad-value", "bad-value", "bad-value", "bad-value"]),
    ),
    "arguments alone": ("arguments: 3\n", (0, 0, ["bad-value"])),
}


@pytest.mark.parametrize(("text", "expected"), FORMS.values(), ids=FORMS)
def test_other_forms_are_read(text: str, expected: tuple[int, int, list[str]]) -> None:
    made = reading(text)
    graph = made.graph()
    rules = [fault.rule for fault in made.faults]
    assert (len(graph.statements), len(graph.links), rules) == expected


def test_an_issue_of_a_thousand_positions_does_not_square() -> None:
    names = ", ".join(f"p{n}" for n in range(1000))
    statements = "".join(f"  p{n}: P\n" for n in range(1000))
    made = reading(f"statements:\n{statements}issues:\n  i: {{positions: [{names}]}}\n")
    assert [fault.rule for fault in made.faults] == ["too-many"]
    assert len(made.graph().links) == 1000


@pytest.mark.parametrize("text", ["", "a: b\n", "- x\n", "statements: *x\n", "{"])
def test_what_is_no_graph_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        reading(text)


def test_a_graph_is_recognised() -> None:
    assert FORMAT.sniff is not None
    assert FORMAT.sniff(Head(SAMPLE.read_bytes(), ".yml")) == CERTAIN
    assert FORMAT.sniff(Head(b"name: workflow\non: push\n", ".yml")) == NO
