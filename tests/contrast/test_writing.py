"""A contrast as text, Markdown and JSON: what the new parts say, and that no essay writes markup."""

from __future__ import annotations

import json

import pytest

from argmap.compare.contrast import contrast
from argmap.figures import find_figures
from argmap.formats.documents.contrast import dumps
from argmap.rendering.contrast_tables import figure_words
from argmap.rendering.contrast_words import markdown, text
from tests.contrast.works import graph_of

LONG = "and so on and on through the whole of a long and winding sentence " * 3
LEFT = (
    f"[{LONG} the | tea \\<b>house\\</b> lost $5 billion, {LONG}]{{#a .evidence "
    'source="The | Ledger" on=page:pay}'
)
RIGHT = "[The tea house is down by $5 billion]{#b .evidence source='x' on=page:pay}".replace(
    "'x'", '"The | Ledger"'
)
PAGE = "[Who \\<i>pays\\</i>?]{#who .question on=pay}"
GRAPH = graph_of(LEFT, RIGHT, PAGE)
FOUND = contrast(GRAPH, "left", "right")


def test_text_shortens_round_the_figure():
    said = text(GRAPH, FOUND, 80)
    assert "  5 billion USD: the same" in said
    assert "      - a: …" in said
    assert "lost $5 billion," in said
    assert "told by: the question pay; the source The | Ledger; the words house, tea" in " ".join(
        said.split()
    )
    assert "    ? asked, page:who: Who <i>pays</i>?" in said
    assert max(map(len, said.splitlines())) <= 80


def test_markdown_keeps_to_its_cells():
    said = markdown(GRAPH, FOUND)
    rows = [line for line in said.splitlines() if line.startswith("| the same")]
    assert len(rows) == 1
    assert rows[0].replace(r"\|", "").count("|") == 6
    assert r"\<i\>pays\</i\>" in said
    assert "<b>" not in said
    assert r"| The \| Ledger | `a` | `b` | both bring it to pay |" in said


def test_json_holds_it_all():
    document = json.loads(dumps(GRAPH, FOUND))
    (row,) = document["figures"]
    assert row["relation"] == "same"
    assert row["right"] == [
        {
            "statement": "right@en:b",
            "text": "$5 billion",
            "kind": "amount",
            "low": "5000000000",
            "high": "5000000000",
            "unit": "USD",
            "bound": "exactly",
        }
    ]
    assert {"kind": "question", "value": "page@en:pay"} in row["signs"]
    assert document["words_compared"] is True
    assert document["questions"][0]["open"] == [{"why": "asked", "statement": "page@en:who"}]
    assert document["evidence"][0]["shared"] == ["page@en:pay"]
    assert document["statements"]["page@en:who"]["kind"] == "question"


def test_many_open_points_are_cut_in_text_only():
    page = "\n\n".join(f"[Why {n}?]{{#w{n} .question on=pay}}" for n in range(8))
    graph = graph_of(LEFT, RIGHT, page)
    found = contrast(graph, "left", "right")
    assert "? and 3 more" in text(graph, found, 80)
    assert markdown(graph, found).count("*asked*") == 8


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("at least $6.5 billion", "at least 6.5 billion USD"),
        ("$86 billion to $157 billion", "86 to 157 billion USD"),
        ("75%", "75%"),
        ("ten to a hundred times", "10 to 100 times"),
        ("$1.30", "1.3 USD"),
        ("mid-December 2023", "2023-12 (day 11 to 20)"),
        ("third quarter of 2024", "2024-Q3"),
        ("4.4 million users", "4.4 million user"),
    ],
)
def test_a_value_in_words(written: str, said: str):
    (figure,) = find_figures(written, "en")
    assert figure_words(figure) == said


def test_nothing_in_common_leaves_no_headings():
    graph = graph_of("[Yes]{#a .claim on=page:pay}", "[No]{#b .claim on=page:pay}")
    found = contrast(graph, "left", "right")
    for said in (text(graph, found, 80), markdown(graph, found)):
        assert "both use" not in said
        assert "addresses" not in said
