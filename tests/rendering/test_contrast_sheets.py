"""A contrast on sheets: a question each, divided until it can be read, and tiles of the whole."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.compare.contrast import contrast
from argmap.errors import ArgmapError
from argmap.graph import ArgumentGraph
from argmap.rendering import contrast_sheets, numbered
from argmap.rendering.contrast import ALONE
from argmap.rendering.contrast_row import Row
from argmap.rendering.contrast_sheets import divide_row, draw_questions
from argmap.rendering.paper import LEAST_TEXT, find_paper
from argmap.rendering.pdf_links import references
from argmap.rendering.png import pixels
from argmap.rendering.weighed import Weighed
from tests.commands.run_argmap import argmap
from tests.graph.handmade import essay
from tests.rendering.drawing import all_text, by_id, shown

LONG = "A few words that are said to the question. " * 3


def debate(links: int, loose: int = 2, lang: str = "en") -> ArgumentGraph:
    """Two works with so many links between them on one question, and others on a second."""
    rows = range(links)
    left = [f'a{n} claim on=q text="{n} {LONG}"' for n in rows]
    left += [f"x{n} evidence supports=a{n}" for n in rows]
    left += [f"l{n} claim on=q" for n in range(loose)] + ["a claim on=p attacks=l0"]
    right = [f'b{n} claim on=q,p text="{n} {LONG}"' for n in rows]
    links_ = [f'from=left:a{n} contradicts=right:b{n} "They differ on {n}."' for n in rows]
    return ArgumentGraph.build(
        [
            essay(f"left@{lang}", "\n".join(left), title="Left"),
            essay(f"right@{lang}", "\n".join(right), title="Right"),
            essay(f"debate@{lang}", "\n".join(["q question", "p question", *links_])),
        ]
    )


@pytest.fixture(scope="module")
def graph() -> ArgumentGraph:
    return debate(7, 0)


@pytest.fixture(scope="module")
def leaves(graph):
    return draw_questions(graph, contrast(graph, "left", "right"), find_paper("a5"))


def test_a_question_is_divided_until_it_can_be_read_and_nothing_of_it_is_lost(leaves, graph):
    parts = [leaf for leaf in leaves if leaf.title == "The text of q."]
    assert len(parts) > 1
    assert [(leaf.part, leaf.parts) for leaf in parts] == [
        (number, len(parts)) for number in range(1, len(parts) + 1)
    ]
    assert all(leaf.setting.text >= LEAST_TEXT for leaf in leaves)
    reasons = [re.findall(r"They differ on (\d+)\.", all_text(leaf.content)) for leaf in parts]
    assert sorted(int(each) for found in reasons for each in found) == list(range(7))
    found = contrast(graph, "left", "right")
    (whole,) = (Row(graph, found, n, ALONE) for n, row in enumerate(found.rows) if row.id == "q")
    drawn = {name for leaf in parts for name in by_id(leaf.content)}
    assert {key.rpartition(":")[2] for side in whole.sides for key in side} <= drawn


def test_only_a_side_that_says_nothing_at_all_is_said_to_say_nothing():
    graph = debate(1, 6)
    found = contrast(graph, "left", "right")
    row = Row(graph, found, [row.id for row in found.rows].index("q"), ALONE)
    part = divide_row(row, 7)[-1]
    assert (len(part.left), part.right) == (1, ())
    alone = replace(found, rows=(part,))
    sheets = contrast_sheets._Sheets(graph, alone, find_paper("a5"), Weighed(), "bundled", 60)
    for silent, names in ((False, []), (True, ["0_1_more"])):
        drawn = sheets.row(contrast_sheets._Part(part, (False, silent), ALONE, 2, 2), {})
        assert drawn.part(2) == names
    graph = debate(0, 1)
    (leaf, _) = draw_questions(graph, contrast(graph, "left", "right"), find_paper("a5"))
    assert "Right says nothing to this" in all_text(leaf.content)


def test_sheets_say_which_they_are_and_refer_to_each_other(leaves):
    for number, leaf in enumerate(leaves, 1):
        text = all_text(leaf.content)
        assert f"sheet {number} of {len(leaves)}" in text
        assert (f"part {leaf.part} of {leaf.parts}" in text) == (leaf.parts > 1)
        jumps = references(leaf.content, leaf.others)
        boxes = {each.id: each.text for each in shown(leaf.content) if "link" not in each.classes}
        assert leaf.others.keys() == {id_ for id_ in boxes if "@" in id_}
        for id_, others in leaf.others.items():
            assert ("→ also on sheet" in boxes[id_]) == bool(others)
        assert sorted(jump.page for jump in jumps) == sorted(
            other for others in leaf.others.values() for other in others
        )
        for id_, others in leaf.others.items():  # what leads there leads back
            key = id_.partition("-")[2]
            for other in others:
                back = leaves[other - 1].others
                assert number in next(on for name, on in back.items() if name.endswith(f"-{key}"))
    names = [leaf.name for leaf in leaves]
    assert len(set(names)) == len(names)


def test_the_same_contrast_gives_the_same_sheets():
    one, other = (
        draw_questions(graph, contrast(graph, "left", "right"), find_paper("a4"))
        for graph in (debate(1), debate(1))
    )
    assert one == other


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 9), st.integers(1, 12), st.integers(1, 30))
def test_each_link_is_in_one_part_and_each_statement_in_some(links, loose, count):
    graph = debate(links, loose)
    found = contrast(graph, "left", "right")
    row = Row(graph, found, [row.id for row in found.rows].index("q"), ALONE)
    parts = divide_row(row, count)
    assert 1 <= len(parts) <= max(1, count)
    assert [link.key for part in parts for link in part.links] == [
        link.key for link in row.row.links
    ]
    if len(parts) > 1:
        assert all(part.left or part.right for part in parts)
        assert {k for part in parts for k in (*part.left_heads, *part.right_heads)} == {
            key for side in row.sides for key in side
        }


def test_links_that_share_a_statement_stay_together():
    graph = debate(4, 0)
    found = contrast(graph, "left", "right")
    row = Row(graph, found, 0, ALONE)
    one, two, three, four = row.row.links
    joined = replace(four, sources=one.sources)
    row.row = replace(row.row, links=(one, two, three, joined))
    assert [len(part.links) for part in divide_row(row, 2)] == [2, 2]
    assert divide_row(row, 2)[0].links == (one, joined)


def test_standings_stand_on_the_boxes_and_in_the_key(graph):
    found = contrast(graph, "left", "right")
    key = next(key for key in graph.statements if key.endswith(":a0"))
    first = draw_questions(
        graph, found, find_paper("a3"), weighed=Weighed(standings={key: "contested"})
    )[0]
    text = all_text(first.content)
    assert text.count("CONTESTED") == 2
    assert "not who is right" in text


def test_the_words_about_a_sheet_are_in_the_language_of_the_essays():
    graph = debate(2, lang="ko")
    leaf = draw_questions(graph, contrast(graph, "left", "right"), find_paper("a4"))[0]
    assert "2장 가운데 1번째 장" in all_text(leaf.content)


def test_very_many_sheets_are_refused(graph, monkeypatch):
    monkeypatch.setattr(numbered, "MOST_SHEETS", 2)
    with pytest.raises(ArgmapError, match=r"more than 2 sheets: take larger .*map --question"):
        draw_questions(graph, contrast(graph, "left", "right"), find_paper("a5"))


# --- on the command line -------------------------------------------------------------------------

WORKS = ("left.md", "right.md", "--debate", "debate.md")
EDITIONS = ("e-en.md", "e-ko.md")


@pytest.fixture
def _essays(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for work in ("left", "right"):
        Path(f"{work}.md").write_text(
            f"---\nid: {work}\ntitle: {work}\n---\n\n[{LONG}]{{#a .claim .thesis on=debate:q}}, "
            "for [so]{#b .evidence supports=a source=S}. [Else]{#c .claim on=debate:p}.\n"
        )
    Path("debate.md").write_text(
        "---\nid: debate\n---\n\n[Does it?]{#q .question} [And now?]{#p .question}\n\n"
        "[They differ.]{from=left:a contradicts=right:a}\n"
    )
    Path("e-en.md").write_text(
        "---\nid: e\nlang: en\n---\n\n[A]{#a .claim .thesis}, as [B costs $5]{#b .evidence "
        "supports=a source=S}.\n"
    )
    Path("e-ko.md").write_text(
        "---\nid: e\nlang: ko\n---\n\n[가]{#a .claim .thesis}, [나는 50달러]{#b .evidence "
        "supports=a source=S}.\n",
        "utf-8",
    )


@pytest.mark.usefixtures("_essays")
@pytest.mark.parametrize(
    ("arguments", "said", "files"),
    [
        (
            ("contrast", *WORKS, "--pages", "question", "-o", "s.svg"),
            r"argmap: 2 sheets, with statements in .*-point type\nargmap: wrote s-1.svg to s-2.svg",
            ["s-1.svg", "s-2.svg"],
        ),
        (
            ("contrast", *WORKS, "--pages", "question", "--text-size", "24", "-o", "s.png"),
            r"smaller than 24 points",
            ["s-1.png", "s-2.png"],
        ),
        (
            ("contrast", *WORKS, "--pages", "tiles", "--paper", "a5", "-o", "s.svg"),
            r"sheets of a5 .* with statements in 9.0-point type\nargmap: wrote s-A1.svg to ",
            ["s-A1.svg"],
        ),
        (
            ("editions", *EDITIONS, "--pages", "tiles", "--paper", "a5", "-o", "s.svg"),
            r"of a5 .* with statements in 9.0-point type\nargmap: wrote s-A1.svg",
            ["s-A1.svg"],
        ),
        (
            ("contrast", *WORKS, "--paper", "a5-portrait", "-o", "s.svg"),
            r"too small to read; divide it: --pages question \(or --pages tiles, to tape it\)",
            ["s.svg"],
        ),
    ],
)
def test_sheets_from_the_command_line(capsys, arguments, said, files):
    if any(name.endswith(".png") for name in files):
        pytest.importorskip("resvg_py", reason="argmap[png] is not installed")
    ran = argmap(capsys, *arguments)
    assert (ran.status, ran.out) == (0, "")
    assert re.search(said, ran.err)
    assert all(Path(name).is_file() for name in files)


@pytest.mark.usefixtures("_essays")
def test_a_pdf_has_the_questions_for_bookmarks(capsys):
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    pytest.importorskip("typst", reason="argmap[pdf] is not installed")
    for pages, names in (("question", ["1. Does it?", "2. And now?"]), ("tiles", None)):
        ran = argmap(capsys, "contrast", *WORKS, "--pages", pages, "-o", "s.pdf")
        assert ran.status == 0
        read = pypdf.PdfReader(io.BytesIO(Path("s.pdf").read_bytes()))
        assert names in (None, [each.title for each in read.outline])
        assert len(read.outline) == len(read.pages)


@pytest.mark.usefixtures("_essays")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("contrast", *WORKS, "--pages", "question"), "--pages is for pictures (svg, png, pdf)"),
        (("contrast", *WORKS, "--pages", "claim", "-o", "x.svg"), "'claim' is not one of"),
        (("contrast", *WORKS, "--text-size", "9", "-o", "x.svg"), "--text-size is for --pages."),
        (("contrast", *WORKS, "--weigh", "-o", "x.svg"), "--weigh is for a page: write one"),
        (("contrast", *WORKS, "--show", "standing"), "--show is for pictures"),
        (("editions", *EDITIONS, "--dpi", "99", "-o", "x.svg"), "--dpi is for pictures (png)"),
        (
            ("editions", *EDITIONS, "--pages", "question", "-o", "x.svg"),
            "'question' is not 'tiles'",
        ),
        (
            ("editions", *EDITIONS, "--pages", "tiles", "-f", "svg"),
            "name them, as in -o sheets.svg",
        ),
    ],
)
def test_misuse_of_sheets(capsys, arguments, said):
    ran = argmap(capsys, *arguments)
    assert ran.status == 2
    assert said in ran.err.replace("\n", " ")


@pytest.mark.usefixtures("_essays")
def test_a_png_is_as_wide_as_was_asked(capsys):
    pytest.importorskip("resvg_py", reason="argmap[png] is not installed")
    for arguments in (
        ("contrast", *WORKS, "-o", "x.png"),
        ("contrast", *WORKS, "--paper", "a4", "-o", "x.png"),
        ("editions", *EDITIONS, "-o", "x.png"),
    ):
        ran = argmap(capsys, *arguments, "--width", "640")
        assert ran.status == 0
        assert pixels(Path("x.png").read_bytes())[0] == pytest.approx(640, abs=1)


@pytest.mark.usefixtures("_essays")
def test_a_contrast_and_editions_show_how_it_comes_out(capsys):
    for arguments in (("contrast", *WORKS), ("editions", *EDITIONS)):
        ran = argmap(capsys, *arguments, "--show", "standing", "-o", "x.svg")
        assert ran.status == 0
        drawn = Path("x.svg").read_text("utf-8")
        assert re.search("[▲◊□] (STANDS|CONTESTED|OPEN)</text>", drawn)
        assert "not who is right" in drawn.replace("\N{NO-BREAK SPACE}", " ")
        plain = argmap(capsys, *arguments, "-o", "p.html")
        weighed = argmap(capsys, *arguments, "--weigh", "-o", "w.html")
        assert (plain.status, weighed.status) == (0, 0)
        assert '"standing":{' not in Path("p.html").read_text("utf-8")
        assert '"standing":{' in Path("w.html").read_text("utf-8")
