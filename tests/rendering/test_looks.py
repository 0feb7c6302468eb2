"""How a map looks: every kind, flag and type of link, seen in the finished SVG and in the DOT."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from argmap.graph import ArgumentGraph
from argmap.model import LinkType
from argmap.rendering import render, theme
from argmap.rendering.dot import to_dot
from tests.graph.handmade import essay, graph
from tests.rendering.drawing import SVG, all_text, by_id, shown

EVERYTHING = """
no-profit  claim.thesis
underwater premise  supports=no-profit via=sum
costs      premise.assumed supports=no-profit via=sum
loss       evidence supports=underwater source="The Information" date=2024-05 url=https://example.org/a?b=1&c=2
aws        rebuttal attacks=sum by="the industry"
not-aws    rebuttal.conceded attacks=aws
dearer     claim.implicit supports=not-aws
also       claim    restates=underwater
never      claim    contradicts=costs
one        claim
two        claim
from=one,two supports=never "because of both"
why        question text="Can it be kept up?"
alone      claim    url=javascript:alert(1)
"""


@pytest.fixture(scope="module")
def svg() -> bytes:
    return render(graph(EVERYTHING))


@pytest.fixture(scope="module")
def dot() -> str:
    return to_dot(graph(EVERYTHING))


@pytest.fixture(scope="module")
def boxes(svg):
    return by_id(svg)


def node(dot: str, name: str) -> dict[str, str]:
    """Return the plain attributes of a node in the DOT."""
    line = next(line for line in dot.splitlines() if line.strip().startswith(f'"{name}" ['))
    return dict(re.findall(r'(\w+)="([^"]*)"', line.partition("</TABLE>>")[2] or line))


def edge(dot: str, tail: str, head: str) -> dict[str, str]:
    line = next(line for line in dot.splitlines() if f'"{tail}" -> "{head}" [' in line)
    return dict(re.findall(r'(\w+)="([^"]*)"', line))


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("no-profit", "THESIS"),
        ("underwater", "PREMISE"),
        ("costs", "PREMISE · assumed"),
        ("loss", "EVIDENCE"),
        ("aws", "REBUTTAL"),
        ("not-aws", "REBUTTAL · conceded"),
        ("dearer", "CLAIM · implicit"),
        ("why", "QUESTION"),
    ],
)
def test_the_header_says_what_it_is_and_its_id(boxes, name, header):
    assert boxes[name].lines[0] == header
    assert boxes[name].lines[1].removesuffix(" ○") == name


def test_kinds_differ_in_shape_without_colour_and_words(dot):
    looks = {}
    for name in ("also", "underwater", "loss", "not-aws", "why"):
        attributes = node(dot, name)
        looks[name] = tuple(attributes.get(key) for key in ("shape", "style", "peripheries"))
    assert len(set(looks.values())) == 5


def test_types_of_link_differ_in_line_without_colour():
    styles = [(line.style, line.double, line.arrowhead) for line in theme.LINES.values()]
    assert len(set(styles)) == len(theme.LINES) == 5
    assert {type_ for type_, _ in theme.LINES} == set(LinkType)


def test_the_thesis_stands_out(dot):
    thesis, claim = node(dot, "no-profit"), node(dot, "also")
    assert thesis["fillcolor"] != claim["fillcolor"]
    assert 'POINT-SIZE="13"' in dot


def test_what_others_say_looks_it(dot, boxes):
    assert node(dot, "aws")["style"].endswith("dashed")
    assert "by the industry" in boxes["aws"].text
    assert "dashed" not in node(dot, "not-aws")["style"]


def test_a_box_carries_its_id_its_tooltip_and_its_link(boxes):
    box = boxes["loss"]
    assert box.id == "w@en:loss"
    assert box.href == "https://example.org/a?b=1&c=2"
    for words in ("EVIDENCE loss", "The text of loss.", "The Information", "2024-05", box.href):
        assert words in box.tooltip
    assert "Source: The Information · 2024-05" in box.text


def test_no_other_link_than_to_the_web_or_to_mail(svg, dot, boxes):
    assert boxes["alone"].href is None
    assert b"javascript" not in svg
    assert "javascript" not in dot


def test_links_open_beside_the_map(svg):
    links = list(ET.fromstring(svg).iter(f"{SVG}a"))
    assert links
    assert {(link.get("target"), link.get("rel")) for link in links} == {
        ("_blank", "noopener noreferrer")
    }


def test_what_hangs_in_the_air_is_marked(boxes):
    marked = {name for name, box in boxes.items() if "○" in box.text}
    assert marked == {"dearer", "not-aws", "never", "also", "one", "two", "alone"}
    assert "no evidence" in boxes["never"].tooltip


def test_a_named_link_is_a_node_that_attacks_can_reach(dot, boxes):
    assert "sum" in boxes["sum"].text
    assert "link" in boxes["sum"].classes
    assert edge(dot, "underwater", "sum")["arrowhead"] == "none"
    assert edge(dot, "costs", "sum")["arrowhead"] == "none"
    assert edge(dot, "sum", "no-profit")["arrowhead"] == "normal"
    assert edge(dot, "aws", "sum")["style"] == "dotted"
    assert edge(dot, "not-aws", "aws")["style"] == "dashed"


def test_premises_that_work_together_meet_in_a_dot(dot):
    joint = re.search(r'"one" -> "([^"]+)"', dot)[1]
    assert node(dot, joint)["shape"] == "point"
    assert edge(dot, "two", joint)["arrowhead"] == "none"
    assert edge(dot, joint, "never")["arrowhead"] == "normal"


def test_a_nameless_link_is_named_by_its_line(svg):
    lines = {line.id: line for line in shown(svg, "edge")}
    assert lines["w@en:loss/supports/underwater"].tooltip == "loss supports underwater"
    assert "because of both" in " ".join(box.tooltip for box in shown(svg))


def test_symmetric_links_have_no_arrowhead_and_do_not_pull(dot):
    for ends in (("also", "underwater"), ("never", "costs")):
        assert edge(dot, *ends)["arrowhead"] == "none"
    assert ":#FFFFFF:" in edge(dot, "never", "costs")["color"]


def test_the_thesis_is_at_the_left_and_grounds_are_to_the_right(boxes):
    assert boxes["no-profit"].right < boxes["underwater"].left < boxes["loss"].left
    assert boxes["no-profit"].right < boxes["aws"].left < boxes["not-aws"].left


def test_statements_without_links_are_gathered_under_a_heading(svg, boxes):
    assert "Not linked to anything" in all_text(svg)
    assert "Questions" in all_text(svg)
    assert boxes["alone"].left < boxes["underwater"].left


def test_the_key_explains_what_occurs_and_no_more(svg):
    text = all_text(svg)
    for words in (
        *("THESIS", "CLAIM", "PREMISE", "EVIDENCE", "REBUTTAL", "QUESTION", "said by someone else"),
        *("supports", "attacks", "undercuts the step", "contradict each other", "say the same"),
        *("premises that work together", "a step of its own", "rests on no evidence"),
    ):
        assert words in text
    text = all_text(render(graph("t claim.thesis\ne evidence supports=t")))
    for words in ("attacks", "REBUTTAL", "said by", "○", "say the same", "step"):
        assert words not in text
    assert "supports" not in all_text(render(graph("t claim\ne evidence supports=t"), legend=False))


def test_title_and_author(svg):
    made = ArgumentGraph.build([essay("w", "t claim", title="A <Title> & more", author="She")])
    drawn = render(made)
    assert "A <Title> & more She" in all_text(drawn)
    root = ET.fromstring(drawn)
    assert root.get("role") == "img"
    assert root.get("aria-label") == "A <Title> & more"
    assert root.find(f"{SVG}title").text == "A <Title> & more"
    assert "Mine" in all_text(render(made, title="Mine"))
    assert all_text(render(made, title="", legend=False)).startswith("She")


def test_a_statement_without_an_id_has_a_box():
    drawn = render(graph("t claim.thesis\n~ evidence supports=t\n~ evidence supports=t"))
    assert {"~1", "~2"} < set(by_id(drawn))


def test_a_statement_without_words_has_a_box():
    drawn = render(graph('t claim.thesis text=""\na premise.implicit text="" supports=t by=""'))
    assert {"t", "a"} == set(by_id(drawn))


@pytest.mark.parametrize("cluster", ["section", "question"])
def test_frames(cluster):
    text = """
        t claim.thesis on=profit
        a premise supports=t on=profit
        b premise supports=a on=trust
        profit question text="Is there a profit to be made?"
        """
    made = essay("w", text)
    framed = [("Money",), ("Money",), ("Trust",), ()]
    statements = tuple(
        replace(statement, section=section)
        for statement, section in zip(made.statements, framed, strict=True)
    )
    drawn = render(ArgumentGraph.build([replace(made, statements=statements)]), cluster=cluster)
    titles = {"section": ("Money", "Trust"), "question": ("Is there a profit", "trust")}[cluster]
    for title in titles:
        assert title in all_text(drawn)
    assert len(shown(drawn, "cluster")) == 3


def test_several_essays_are_framed_and_linked_across():
    first = essay("a", "t claim.thesis\nx premise supports=t", title="The First", author="One")
    second = essay("b", "t claim.thesis attacks=a:t\ny evidence restates=a:x", title="The Second")
    drawn = render(ArgumentGraph.build([first, second]))
    for words in ("The First · One", "The Second"):
        assert words in all_text(drawn)
    ids = {box.id for box in shown(drawn)}
    assert {"a@en:t", "a@en:x", "b@en:t", "b@en:y"} <= ids
    assert len([line for line in shown(drawn, "edge") if "rebut" in line.classes]) == 1


def test_colours_reach_the_contrast_that_wcag_asks_for():
    for box in theme.BOXES.values():
        assert _contrast(box.line, box.fill) >= 4.5
        assert _contrast(theme.INK, box.fill) >= 7
        assert _contrast(theme.MUTED, box.fill) >= 4.5
        assert _contrast(box.line, theme.REPORTED_FILL) >= 4.5
    assert _contrast(theme.THESIS_INK, theme.THESIS.fill) >= 4.5
    assert _contrast(theme.THESIS_MUTED, theme.THESIS.fill) >= 4.5
    for line in theme.LINES.values():
        assert _contrast(line.color, theme.PAPER) >= 4.5


def test_the_same_bytes_every_time():
    assert to_dot(graph(EVERYTHING)) == to_dot(graph(EVERYTHING))
    assert render(graph(EVERYTHING)) == render(graph(EVERYTHING))


def _contrast(one: str, other: str) -> float:
    lights = sorted(map(_luminance, (one, other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
