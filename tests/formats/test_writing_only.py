"""CSV, GraphML, Mermaid and DOT: hostile text is text, and what is left out is counted."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given, settings

from argmap.essay import read_essay
from argmap.formats import csv_edges, dot_format, graphml, mermaid
from argmap.formats.interface import Written
from argmap.graph import ArgumentGraph
from tests.formats.graphs import RAW, holdable_graphs, sample


def graph_of(text: str) -> ArgumentGraph:
    return ArgumentGraph.build([read_essay(text, "x.md")])


def text_of(written: Written) -> str:
    (file,) = written.files
    return file.data.decode()


def kinds(written: Written) -> dict[str, int]:
    return {loss.kind: loss.count for loss in written.losses}


def test_csv_has_a_row_for_each_source_of_a_link() -> None:
    graph = graph_of(
        "[A, b]{#a .claim}\n\n[=1+1]{#c .premise supports=a via=v}\n\n"
        "[D]{#d .premise supports=a via=v}\n\n[E]{#e .rebuttal attacks=v}\n\n[F]{#f .claim .thesis}\n"
    )
    written = csv_edges.write(graph)
    rows = list(csv.reader(io.StringIO(text_of(written))))
    assert tuple(rows[0]) == csv_edges.COLUMNS
    assert [[row[i] for i in (0, 1, 2, 3, 4, 6, 7, 8)] for row in rows[1:]] == [
        ["x@en:v", "supports", "", "x@en:c", "x@en:a", "'=1+1", "claim", "A, b"],
        ["x@en:v", "supports", "", "x@en:d", "x@en:a", "D", "claim", "A, b"],
        ["x@en:e/attacks/v", "attacks", "undercut", "x@en:e", "x@en:v", "E", "link", ""],
    ]
    assert kinds(written) == {"flags": 1, "statements without links": 1}


def test_graphml_is_read_by_networkx_with_all_texts() -> None:
    import networkx as nx

    written = graphml.write(sample())
    again = nx.parse_graphml(text_of(written))
    assert again.nodes["tea@en:tea"]["text"] == "Tea cools"
    assert again.nodes["tea@en:room"]["source"] == "A thermometer"
    assert again.nodes["tea@en:식음"]["on"] == "tea@en:heat 열"
    assert again.nodes["tea@en:named"]["reason"] == "it is said"
    assert nx.utils.graphs_equal(
        nx.create_empty_copy(again, with_data=False),
        nx.create_empty_copy(sample().digraph, with_data=False),
    )
    assert set(again.edges) == set(sample().digraph.edges)
    assert set(kinds(written)) == {
        "authors of essays",
        "dates of essays",
        "stances of essays",
        "titles of essays",
    }


def test_mermaid_shows_kinds_links_and_links_on_links() -> None:
    text = text_of(mermaid.write(sample()))
    assert text.startswith('flowchart RL\n  s1("Tea cools"):::thesis\n')
    assert '  s2["cups lose heat"]:::premise\n' in text
    assert '  s4{{"the maker: Not in a flask. It keeps warm for hours."}}:::rebuttal\n' in text
    assert '  l1(("physics")):::step\n' in text
    assert "  s2 --- l1\n  s3 --- l1\n  l1 --> s1\n  s4 -.-> l1\n" in text
    assert "  classDef claim fill:#E8F2FA," in text
    assert re.search(r"linkStyle [\d,]+ stroke:#B84300\n", text)


@pytest.mark.parametrize(
    "text",
    [
        'a"]; click s1 "javascript:x"',
        "%%{init: {}}%%",
        "<img src=x onerror=y>",
        "`**x**`",
        "1. a",
        "- a",
        "#quot;",
        "a\nend\nb",
    ],
)
def test_mermaid_labels_hold_nothing_that_mermaid_reads(text: str) -> None:
    graph = graph_of("[x]{#a .claim}\n")
    from dataclasses import replace

    (essay,) = graph.essays
    hostile = replace(essay, statements=(replace(essay.statements[0], text=text),))
    label = text_of(mermaid.write(ArgumentGraph.build([hostile]))).split("\n")[1]
    inside = re.fullmatch(r'  s1\("((?:[^"#<>&%`\\{}]|#\d+;)*)"\):::claim', label)
    assert inside, label
    said = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), inside[1])
    assert said == " ".join(text.split())
    assert not re.match(r"\d+\.|[-+*]", inside[1])


@settings(max_examples=15)
@given(holdable_graphs(texts=RAW))
def test_any_graph_is_written_whole_and_well_formed(graph: ArgumentGraph) -> None:
    from xml.etree import ElementTree as ET

    root = ET.fromstring(graphml.write(graph).files[0].data)
    nodes = root.findall(".//{*}node")
    assert len(nodes) == len(graph.statements) + len(graph.links)
    rows = list(csv.reader(io.StringIO(text_of(csv_edges.write(graph)), newline="")))
    assert len(rows) == 1 + sum(len(link.sources) for link in graph.links.values())
    assert all(len(row) == len(csv_edges.COLUMNS) for row in rows)
    assert not any(cell[:1] in tuple("=+-@\t\r") and cell for row in rows for cell in row)
    drawn = text_of(mermaid.write(graph)).split("\n")
    assert sum(line.startswith("  s") and ":::" in line for line in drawn) == len(graph.statements)


def test_dot_is_the_map() -> None:
    written = dot_format.write(sample())
    assert text_of(written).startswith("digraph")
    assert kinds(written)["weights"] == 1
