"""Argdown: what is read, what is written, and that the real Argdown reads the same in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats.argdown import FORMAT, read, write
from argmap.formats.argdown.text import escape, plain, squeeze
from argmap.formats.differing import lost_between
from argmap.formats.foreign import foreign, foreign_link, names_of
from argmap.formats.interface import CERTAIN, NO, Head, Reading, Source
from argmap.graph import ArgumentGraph
from tests.formats.argdown_program import PROGRAM, WHY_NOT, exported, seen_by_argdown, seen_by_us
from tests.formats.graphs import TEXTS, holdable_graphs, sample

SAMPLES = Path(__file__).parent / "samples" / "argdown"


def reading(text: str | bytes) -> Reading:
    return read(Source("x.argdown", text if isinstance(text, bytes) else text.encode()))


def told(made: Reading) -> list[str]:
    """Each statement and link in a line, then each fault."""
    graph = made.graph()
    lines = []
    for statement in graph.statements.values():
        flags = "".join(f" .{flag}" for flag in sorted(statement.flags))
        lines.append(f"{statement.id} .{statement.kind}{flags}: {statement.text}")
    for link in graph.links.values():
        sources = " + ".join(graph.statements[key].name for key in link.sources)
        name = f" ({link.name})" if link.name else ""
        lines.append(f"{sources} {link.type} {link.target.rpartition(':')[2]}{name}")
    return [*lines, *(f"{fault.rule} {fault.range.start}" for fault in made.faults)]


CASES = {
    "relations in both directions": (
        (
            "[a]: A\n  + [b]: B\n  <+ [c]: C\n  - [d]: D\n  <- [e]: E\n  +> [f]: F\n  -> [g]: G\n"
            "  >< [h]: H\n"
        ),
        [
            *("a .claim: A", "b .premise: B", "c .premise: C", "d .rebuttal: D"),
            *("e .rebuttal: E", "f .claim: F", "g .claim: G", "h .claim: H"),
            *("b supports a", "c supports a", "d attacks a", "e attacks a"),
            *("a supports f", "a attacks g", "a contradicts h"),
        ],
    ),
    "relations stand in relations, as far as they are indented": (
        "[a]: A\n  + [b]: B\n    - [c]: C\n      + [d]: D\n  - [e]: E\n",
        [
            *("a .claim: A", "b .premise: B", "c .rebuttal: C", "d .premise: D"),
            *("e .rebuttal: E", "b supports a", "c attacks b", "d supports c", "e attacks a"),
        ],
    ),
    "tabs indent as well": (
        "[a]: A\n\t+ [b]: B\n\t\t+ [c]: C\n",
        ["a .claim: A", "b .claim: B", "c .premise: C", "b supports a", "c supports b"],
    ),
    "one title is one statement, and its last text counts": (
        "[a]\n  + [b]: B\n\n[a]: first\n\n[a]: second\n",
        ["b .premise: B", "a .claim: second", "b supports a"],
    ),
    "a statement without a title is named after its words": (
        "Coffee keeps pupils awake.\n  - It is bitter.\n",
        [
            "coffee-keeps-pupils-awake .claim: Coffee keeps pupils awake.",
            "bitter .rebuttal: It is bitter.",
            "bitter attacks coffee-keeps-pupils-awake",
        ],
    ),
    "a title of several words makes an id of them": (
        "[The Great Freeze]: It froze.\n  + <기후 변화>: 추웠다.\n",
        [
            *("the-great-freeze .claim: It froze.", "기후-변화 .premise: 추웠다."),
            "기후-변화 supports the-great-freeze",
        ],
    ),
    "premises and conclusion are one link": (
        "<arg>: why\n\n(1) [a]: A\n(2) B is so\n-- Modus ponens --\n(3) [c]: C\n",
        ["a .premise: A", "b .premise: B is so", "c .claim: C", "a + b supports c (arg)"],
    ),
    "each inference is a link, the last with the argument's name": (
        "<arg>\n\n(1) [a]: A\n----\n(2) [b]: B\n(3) [c]: C\n--\nRule {uses: [1, 3]}\n--\n(4) [d]: D\n",
        [
            *("a .premise: A", "b .claim: B", "c .premise: C", "d .claim: D"),
            *("a supports b", "a + c supports d (arg)"),
        ],
    ),
    "undercuts of an inference, an argument, and one that is only sketched": (
        (
            "<arg>\n\n(1) [a]: A\n----\n  <_ [u]: U\n(2) [b]: B\n\n[v]: V\n  _> <arg>\n\n"
            "<s>: S\n  +> [b]\n  _ [w]: W\n"
        ),
        [
            *("a .premise: A", "u .rebuttal: U", "b .claim: B", "v .rebuttal: V"),
            *("s .premise: S", "w .rebuttal: W", "a supports b (arg)", "u attacks arg"),
            *("v attacks arg", "s supports b (s-inference)", "w attacks s-inference"),
        ],
    ),
    "a relation of an argument with a conclusion is that of the conclusion": (
        "<arg>\n  -> [x]: X\n\n(1) [a]: A\n----\n(2) [b]: B\n",
        ["x .claim: X", "a .premise: A", "b .rebuttal: B", "a supports b (arg)", "b attacks x"],
    ),
    "tags tell the kind, and what does not is kept": (
        "[a]: A #evidence #thesis #mine #(two words)\n",
        ["a .evidence .thesis: A"],
    ),
    "comments, markup, links and escapes": (
        (
            "// none\n[a]: A *b* __c__ [d](https://example.org/x_y) /* no */ \\#e 2 * 3\n<!-- + [x] -->\n"
            "  + [b]: B\n"
        ),
        ["a .claim: A b c d #e 2 * 3", "b .premise: B", "b supports a"],
    ),
    "lists": (
        "* [a]: A\n  + [b]: B\n* [c]: C\n\n1. [d]: D\n",
        ["a .claim: A", "b .premise: B", "c .claim: C", "d .claim: D", "b supports a"],
    ),
    "text over several lines, and metadata too": (
        "[a]: one\n   two {\n   by: me\n   }\n  + [b]: B\n     more {by: you}\n",
        ["a .claim: one two", "b .premise: B more", "b supports a"],
    ),
    "a relation under nothing, and text behind a reference": (
        "+ [a]: A\n\n[b] what\n",
        ["a .claim: A", "b .claim: what", "bad-syntax 1:1", "bad-syntax 3:1"],
    ),
    "premises without an inference, and an argument among them": (
        "(1) [a]: A\n(2) <b>: B\n",
        ["a .claim: A", "b .claim: B", "bad-syntax 1:1", "bad-syntax 2:5"],
    ),
    "metadata that is no YAML": (
        "[a]: A {by: [}\n",
        ["a .claim: A", "bad-data 1:1"],
    ),
    "metadata and comments that do not close are text": (
        "[a]: A {by\n\n[b]: B /* c\n",
        ["a .claim: A {by", "b .claim: B /* c"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_argdown_is_read(text: str, expected: list[str]) -> None:
    assert told(reading(text)) == expected
    assert told(reading(text.replace("\n", "\r\n"))) == expected


def test_a_sample_of_everything_is_read_and_written_again() -> None:
    made = read(Source("census.argdown", (SAMPLES / "census.argdown").read_bytes()))
    assert made.faults == ()
    (essay,) = made.essays
    assert (essay.title, essay.author) == ("Should the harbour be dredged?", "A. Teacher, B. Pupil")
    graph = made.graph()
    assert (len(graph.statements), len(graph.links)) == (12, 10)
    by_id = {statement.id: statement for statement in graph.statements.values()}
    assert by_id["small-ships"].source == "Harbour log"
    assert by_id["Shallow"].section == ("The case", "In full")
    assert foreign(by_id["뱃길"].extra, "argdown")["tags"] == ["두 낱말"]
    written = write(graph)
    assert written.losses == ()
    text = written.files[0].data.decode()
    assert "colorScheme: colorbrewer-set2" in text.replace('"', "")
    assert "[Dredge]: The harbour should be *dredged*   this year. #claim #proposal {" in text
    assert "<Ships>: Larger ships need a deeper __channel__. See [the plan](https://" in text
    assert text.count("#proposal") == 1
    again = reading(written.files[0].data).graph()
    assert not [
        loss for loss in lost_between(graph, again, keys_of(graph, again)) if loss.kind != "ids"
    ]
    assert write(again).files[0].data == written.files[0].data


def keys_of(before: ArgumentGraph, after: ArgumentGraph) -> dict[str, str]:
    """Where each key of a graph is after it was written and read."""
    names: dict[str, object] = {**names_of(before)}
    for key, statement in before.statements.items():
        names[key] = foreign(statement.extra, "argdown").get("title", names[key])
    for key, link in before.links.items():
        names[key] = "link", foreign_link(before, link, "argdown").get("title", names[key])
    there: dict[object, str] = {}
    for key, statement in after.statements.items():
        kept = foreign(statement.extra, "argdown")
        there[kept.get("title", kept.get("id"))] = key
    for key, link in after.links.items():
        kept = foreign_link(after, link, "argdown")
        there["link", kept.get("title", kept.get("id"))] = key
    keys = {key: there[name] for key, name in names.items() if name in there}
    return {**keys, **{essay.key: after.essays[0].key for essay in before.essays}}


@settings(max_examples=20, deadline=None)
@given(holdable_graphs())
def test_nothing_is_lost_but_what_is_said(graph: ArgumentGraph) -> None:
    written = write(graph)
    made = reading(written.files[0].data)
    assert {fault.rule for fault in made.faults} <= {"empty-text"}
    after = made.graph()
    # A statement without an id gets one; of several essays, which a statement is of is lost.
    made_of = {"ids"} if len(graph.essays) == 1 else {"ids", "essays", "names of links"}
    lost = {
        (loss.kind, loss.count)
        for loss in lost_between(graph, after, keys_of(graph, after))
        if loss.kind not in made_of and (len(graph.essays) == 1 or "of essays" not in loss.kind)
    }
    assert lost <= {(loss.kind, loss.count) for loss in written.losses}
    if len(graph.essays) == 1 and not written.losses:
        assert not lost


def test_the_sample_loses_nothing() -> None:
    graph = sample()
    written = write(graph)
    assert written.losses == ()
    after = reading(written.files[0].data).graph()
    lost = lost_between(graph, after, keys_of(graph, after))
    assert [loss.kind for loss in lost] == ["ids"]  # of the one statement that had none


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_escaped_text_reads_as_it_was(text: str) -> None:
    read_again = plain(escape(text))
    assert read_again == (squeeze(text), (), "")


def hostile() -> ArgumentGraph:
    """Texts that try to be anything else."""
    texts = [
        *("x]: y", "[a]: b", "<a>: b >", "+ [tea]", "->", "--", "(1) x", "{by: x}", "a } b, c"),
        *("// no", "http://example.org/a//b", "/* open", "<!-- x -->", "=== x ===", "====", "#no"),
        *(
            "*a",
            "__b",
            "a_b_c",
            "**",
            "@[tea]",
            "@<tea>",
            "1. x",
            "* x",
            "# x",
            "e.g. :x: .y. a.*b.",
        ),
        *("[a](b)", "\\", "\\\\[", "a  b\tc", "「가」 國家: 한국어", ".^.", "~ ^ `", "a\\"),
    ]
    graph = sample()
    (essay,) = graph.essays
    body = essay.statements
    more = []
    for number, text in enumerate(texts):
        line = " ".join(text.split())
        named = replace(body[0], id=f"h{number}", key=f"{essay.key}:h{number}")
        more.append(replace(named, text=text, by=line, section=(line,)))
    return ArgumentGraph.build([replace(essay, title="=== ] } ===", statements=(*body, *more))])


def test_hostile_texts_stay_texts() -> None:
    graph = hostile()
    after = reading(write(graph).files[0].data).graph()
    lost = lost_between(graph, after, keys_of(graph, after))
    assert [(loss.kind, loss.count) for loss in lost] == [("ids", 1)]


@pytest.mark.skipif(PROGRAM is None, reason=WHY_NOT)
def test_the_real_argdown_reads_the_same(tmp_path: Path) -> None:
    graphs = {"sample": sample(), "hostile": hostile()}

    @settings(max_examples=15, deadline=None, database=None)
    @given(holdable_graphs())
    def collect(graph: ArgumentGraph) -> None:
        graphs[f"g{len(graphs)}"] = graph

    collect()
    for name, graph in graphs.items():
        (tmp_path / f"{name}.argdown").write_bytes(write(graph).files[0].data)
    census = (SAMPLES / "census.argdown").read_bytes()
    (tmp_path / "census.argdown").write_bytes(census)
    rewritten = write(read(Source("census.argdown", census)).graph()).files[0].data
    (tmp_path / "rewritten.argdown").write_bytes(rewritten)
    exports = exported(tmp_path)
    for name, graph in graphs.items():
        assert seen_by_argdown(exports[name]) == seen_by_us(graph), name
    assert _shape(exports["census"]) == _shape(exports["rewritten"])


def _shape(data: dict[str, object]) -> object:
    """What Argdown keeps of a file that was read and written, whatever it calls the untitled."""
    relations = data["relations"]
    assert isinstance(relations, list)
    return sorted(
        (each["relationType"], each["from"], each["to"], each["toType"]) for each in relations
    )


def test_what_is_deep_or_never_closes_is_read() -> None:
    lines = ["[s0]: root", *(f"{' ' * n}+ [s{n}]: level {n}" for n in range(1, 800))]
    deep = reading("\n".join(lines)).graph()
    assert len(deep.links) == 799
    assert len(reading(write(deep).files[0].data).graph().links) == 799
    assert len(reading("{" * 5000 + "[" * 5000 + "<" * 5000 + "/*" * 5000).essays) == 1


RECOGNISED = {
    "relations": ("[a]: A\n  + [b]: B\n", CERTAIN - 10),
    "a structure": ("<a>: A\n\n(1) [b]\n(2) [c]\n----\n(3) [d]\n", CERTAIN - 10),
    "an essay with a list": ("- [a claim]{#a .claim}\n  - [another]{#b .premise}\n", NO),
    "Markdown": ("# Title\n\n- [ ] to do\n  - [x] done\n  - [link](u)\n\n[a]: https://x.org\n", NO),
    "prose": ("Words.\n", NO),
    "JSON": ('{"a": "[a]: A"}', NO),
}


@pytest.mark.parametrize(("text", "sure"), RECOGNISED.values(), ids=RECOGNISED)
def test_argdown_is_recognised(text: str, sure: int) -> None:
    assert FORMAT.sniff is not None
    assert FORMAT.sniff(Head(text.encode(), "")) == sure


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"[]<>(){}+-_*#:/\\=.,1@ \n\t'\"", "[a]", "<b>", "\n  ", "--\n", "(1) "])
    )
)
def test_anything_is_read(pieces: list[str]) -> None:
    made = reading("".join(pieces))
    made.graph()
    write(made.graph())
