"""Text that would break DOT, an HTML-like label or an SVG, drawn by the real engine."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.compare.contrast import contrast
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Flag, Kind, LinkType, StatedLink, Statement
from argmap.rendering import draw_dot, render
from argmap.rendering.contrast import contrast_dot, render_contrast, render_question
from argmap.rendering.dot import to_dot
from argmap.rendering.engine import layout
from argmap.rendering.safe_text import one_line
from argmap.views.view import keep
from tests.graph.handmade import place, reference
from tests.rendering.drawing import by_id, shown, tags

KNOWN_TAGS = {"svg", "g", "title", "a", "text", "path", "polygon", "polyline", "ellipse"}

NASTY = [
    "",
    " ",
    '"',
    "\\",
    "ends in \\",
    r"\N \G \E \T \H \L \n \l \r",
    r"\\N \\\N \"",
    "<b>bold</b> <script>alert(1)</script>",
    "<<TABLE>>",
    "</TABLE>>]; evil [label=<x",
    "--> ]]> <![CDATA[ <!-- x --> &lt;b&gt; &amp; &#60;b&#62; &nbsp; & < >",
    "a|b{c}d[e];f->g--h/*i*/#j//k",
    "{rank=same; a -> b}",
    "one\ntwo\r\nthree\ttab\x0bvertical\x0cform",
    "nul \x00 escape \x1b[31m del \x7f c1 \x9f",
    "half \ud800 and \udfff pairs",
    "\ufffe\uffff\ufeff",
    "bidi \u202e over \u2066 isolate",
    "Ünïcödé 한국어 漢字 tiếng Việt עברית العربية हिन्दी ไทย",
    "👩‍👩‍👧‍👦 🇰🇷 ☃️",
    "e" + "\u0301" * 300,
    "x" * 3000,
    "漢" * 3000,
    "${HOME} `ls` $(ls) %s %n {0}",
    "javascript:alert(1)",
    'font-family="Arial" class="graph" ><title>x</title>',
    "a\u2028b\u2029c\x85d",
]


def statement(number: int, text: str, *, links: bool = True) -> tuple[Statement, StatedLink]:
    kind = list(Kind)[number % 4]
    made = Statement(
        key=f"w@en:s{number}",
        id=f"s{number}",
        kind=kind,
        text=text,
        range=place(1),
        text_range=place(1),
        flags=frozenset([list(Flag)[number % len(Flag)]] if number % 3 else []),
        section=(text,),
        on=(reference(f"q{number % 2}"),),
        by=text if number % 5 == 0 else None,
        source=text,
        cite=text,
        date=text,
        quote=text,
        url=f"https://example.org/{text}" if number % 2 else text,
    )
    link = StatedLink(
        type=list(LinkType)[number % 4],
        source=made.key,
        sources=(),
        targets=(reference("t"),),
        range=place(1),
        reason=text,
        via=f"v{number}" if number % 3 == 0 else None,
    )
    return made, link


def essay(texts: list[str]) -> Essay:
    made = [statement(number, text) for number, text in enumerate(texts)]
    thesis = Statement("w@en:t", "t", Kind.CLAIM, "Thesis", place(1), place(1))
    return Essay(
        id="w",
        lang="en",
        path="w.md",
        title=" ".join(texts)[:500],
        author=texts[-1],
        stance=texts[0],
        statements=(thesis, *(each for each, _ in made)),
        links=tuple(link for _, link in made),
    )


def check(svg: bytes) -> None:
    """Hold an SVG to what a map may hold; :func:`tags` has an XML parser read it."""
    assert tags(svg) <= KNOWN_TAGS
    for each in (*shown(svg), *shown(svg, "edge")):
        assert each.href is None or each.href.startswith(("https://example.org/", "http"))


def words_of(text: str) -> str:
    """Return what of a text must be seen: it may break anywhere, but it keeps its order."""
    return one_line(text).replace(" ", "")


@pytest.mark.parametrize("cluster", ["none", "section", "question"])
def test_nasty_texts_come_out_as_they_are(cluster):
    svg = render(ArgumentGraph.build([essay(NASTY)]), cluster=cluster)
    check(svg)
    boxes = by_id(svg)
    for number, text in enumerate(NASTY):
        box = boxes[f"s{number}"]
        drawn = "".join(box.lines).replace(" ", "")
        wanted = words_of(text)
        assert (wanted if len(wanted) < 250 else wanted[:250]) in drawn
        assert one_line(text) in box.tooltip


@settings(max_examples=12)
@given(st.lists(st.text(st.characters(codec=None), max_size=80), min_size=12, max_size=24))
@example(NASTY)
def test_any_text_comes_out_as_it_is(texts):
    svg = render(ArgumentGraph.build([essay(texts)]))
    check(svg)
    boxes = by_id(svg)
    for number, text in enumerate(texts):
        assert words_of(text) in "".join(boxes[f"s{number}"].lines).replace(" ", "") or (
            len(text) > 80
        )


@pytest.mark.parametrize("text", ["word " * 20_000, "x" * 100_000, "漢字。" * 33_000])
def test_a_hundred_thousand_characters_are_cut_short_in_the_box_and_whole_in_the_tooltip(text):
    svg = render(ArgumentGraph.build([essay([text] * 2)]))
    check(svg)
    box = by_id(svg)["s1"]
    assert box.bottom - box.top < 400
    assert any(line.endswith("…") for line in box.lines)
    assert one_line(text) in box.tooltip


def test_names_of_works_can_hold_anything():
    """An interchange file may bring ids that Markdown could not."""
    made = [
        Essay(
            id=text,
            lang="en",
            path=f"{number}.md",
            statements=(
                Statement(f"{text}@en:a", "a", Kind.CLAIM, text, place(1), place(1)),
                Statement(f"{text}@en:b", "b", Kind.CLAIM, text, place(1), place(1)),
            ),
            links=(StatedLink(LinkType.SUPPORTS, f"{text}@en:b", (), (reference("a"),), place(1)),),
        )
        for number, text in enumerate(["a b", "a_b", 'a"b', "a:b", "<b>", "\\N", "node", "한"])
    ]
    svg = render(ArgumentGraph.build(made))
    check(svg)
    assert len(shown(svg)) == len(made) * 2
    assert len(shown(svg, "edge")) == len(made)


def test_a_contrast_holds_any_text_too():
    one = essay(NASTY)
    other = essay(list(reversed(NASTY)))
    other = Essay(
        id="o",
        lang="en",
        path="o.md",
        title=NASTY[9],
        author=NASTY[7],
        statements=tuple(
            Statement(
                each.key.replace("w@", "o@"),
                each.id,
                each.kind,
                each.text,
                each.range,
                each.text_range,
                each.flags,
                on=each.on,
                source=each.source,
            )
            for each in other.statements
        ),
        links=tuple(
            StatedLink(
                LinkType.ATTACKS, f"o@en:s{n}", (), (reference(f"w:s{n}"),), place(1), reason=text
            )
            for n, text in enumerate(NASTY)
        ),
    )
    graph = ArgumentGraph.build([one, other])
    svg = draw_dot(contrast_dot(graph, contrast(graph, "w", "o")), "svg", title=NASTY[9])
    check(svg)
    found = contrast(graph, "w", "o")
    check(render_contrast(graph, found))
    check(render_question(graph, found, found.rows[0].id, paper="a4"))
    check(render(keep(graph, [f"w@en:s{n}" for n in range(0, 20, 2)], title=NASTY[9]), paper="a3"))


def test_the_dot_is_one_graph_whatever_is_in_it():
    plain = layout(to_dot(ArgumentGraph.build([essay(NASTY)])), "plain").decode()
    assert plain.count("\nnode ") == 1 + len(NASTY) + len(range(0, len(NASTY), 3))
