"""Graphs to write in other formats: any that annotated Markdown can hold, and one sample."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from argmap.essay import read_essay
from argmap.formats.markdown.text import plain_lines
from argmap.graph import ArgumentGraph
from argmap.model import (
    Essay,
    Flag,
    Kind,
    LinkType,
    Position,
    Range,
    Reference,
    StatedLink,
    Statement,
)

SAMPLE = """\
---
id: tea
lang: en
title: "Tea: a \\"short\\" case"
author: A. Teacher
stance: for
date: 2024-09
---

## Why {on=heat}

[Tea *cools*]{#tea .claim .thesis}, since [cups lose heat]{#cups .premise supports=tea via=physics
weight=0.7 scheme=cause-to-effect} and [the room is colder]{#room .evidence supports=tea via=physics
source="A thermometer" url="https://example.org/a?b=1&c=2" date=2024-09-16 at="p1 p3-4"}.

::: {#flask .rebuttal .conceded by="the maker" attacks=physics}
Not in a flask.

It keeps warm for hours.
:::

[[A flask]{#a .claim} only delays it]{#delay .rebuttal .assumed attacks=flask contradicts=a}.

<!-- {#all .premise .implicit .assumed text="All that is hot cools" supports="tea delay"} -->

### 따뜻함

[뜨거운 것은 <식는다> & 3 * 4 snake_case \\[x\\]]{#식음 .claim restates=tea on="heat 열"}.
[it is said]{from="cups room" supports=식음 via=named}

[Does it matter?]{#heat .question}
[nameless]{.evidence supports=cups quote="'it' cools"}
"""


def sample() -> ArgumentGraph:
    """A graph with some of everything, read from Markdown."""
    essay = read_essay(SAMPLE, "tea.md")
    assert essay.faults == () or all(fault.rule == "unknown-scheme" for fault in essay.faults)
    return ArgumentGraph.build([essay])


SNIPPETS = st.sampled_from(
    [
        *(
            "a",
            "b c",
            "é",
            "한국어",
            "國家",
            "「가」",
            "“q”",
            '"',
            "'",
            ".",
            ",",
            " ",
            "\\",
            "\\[",
            " *",
            " _",
        ),
        *(
            "*",
            "**",
            "_",
            "__",
            "`",
            "``",
            "`x`",
            "[",
            "]",
            "(",
            "(b)",
            "[d]",
            "[d](/u)",
            "![i](u)",
        ),
        *(
            "#",
            "# ",
            "- ",
            "+ ",
            "1. ",
            "2) ",
            "> ",
            "===",
            "---",
            "***",
            "~~~",
            "```",
            ": ",
            ":::",
        ),
        *(
            "::: {.claim}",
            "[d]: /u",
            "[^1]",
            "[^1]: x",
            "<b>",
            "</b>",
            "<div>",
            "<http://a.b>",
            "&",
        ),
        *(
            "<!-- x -->",
            "<!--{.claim}-->",
            "<!--/-->",
            "-->",
            "amp;",
            "&amp;",
            "&#35;",
            "{",
            "}",
            "]{",
        ),
        *(
            "{.small}",
            "{#a .claim}",
            "]{#a .claim}",
            "|",
            "a | b",
            "--- | ---",
            "$x_{a}$",
            "{{< v >}}",
        ),
        *(
            "\u00a0",
            "\u3000",
            "\u200b",
            "\u202e",
            "\ufeff",
            "👩‍👩‍👧",
            "e\u0301",
            "\x07",
            "http://x.y/z_w",
        ),
    ]
)
RAW = st.lists(SNIPPETS, max_size=7).map("".join)
LINES = RAW.map(lambda text: " ".join(plain_lines(text)))
TEXTS = st.lists(LINES, min_size=1, max_size=3).map(
    lambda lines: "\n".join(plain_lines("\n".join(lines)))
)
VALUES = RAW.map(
    lambda text: " ".join(text.replace('"', "'").replace("\\", "/").replace(">", "›").split())
).map(lambda text: text or None)
IDS = ("a", "b", "가-나", "c_1", "d", "e", "không-lãi")
HERE = Range(Position(1, 1), Position(1, 1))


def _reference(draw: Any, essay: str, names: tuple[str, ...]) -> Reference:
    home = draw(st.sampled_from(["w@en", "w@ko", "v@en"]))
    name = draw(st.sampled_from(names))
    if home == essay:
        return Reference(name, None, None, HERE)
    work, _, lang = home.partition("@")
    return Reference(name, work, lang, HERE)


@st.composite
def holdable_graphs(draw: Any, *, texts: st.SearchStrategy[str] = TEXTS) -> ArgumentGraph:
    """Graphs of one to three essays, their texts as hostile as may be, that Markdown can hold."""
    essays = []
    for edition in ("w@en", "w@ko", "v@en")[: draw(st.integers(1, 3))]:
        work, _, lang = edition.partition("@")
        statements = []
        for number in range(draw(st.integers(0, 4))):
            name = IDS[number] if draw(st.integers(0, 4)) else None
            implicit = draw(st.integers(0, 5)) == 0
            at = Position(number + 1, 1)
            statements.append(
                Statement(
                    key=f"{edition}:{name or '~0'}",
                    id=name,
                    kind=draw(st.sampled_from(Kind)),
                    text=draw(VALUES.map(lambda text: text or "x") if implicit else texts),
                    range=Range(at, at),
                    text_range=HERE,
                    flags=draw(st.frozensets(st.sampled_from([*Flag][:3])))
                    | ({Flag.IMPLICIT} if implicit else frozenset()),
                    by=draw(st.none() | VALUES),
                    source=draw(st.none() | VALUES),
                    quote=draw(st.none() | VALUES),
                    weight=draw(st.none() | st.floats(0, 1)),
                    date=draw(st.sampled_from([None, "2024", "2024-09-16"])),
                    at=draw(st.sampled_from([(), ("p1",), ("p1", "p3-4")])),
                )
            )
        section: tuple[str, ...] = ()
        nameless = 0
        for index, statement in enumerate(statements):
            if draw(st.booleans()):
                title = draw(LINES)
                section = (*section[: draw(st.integers(0, 2))], title) if title else section
            key = statement.key
            if statement.id is None:
                nameless += 1
                key = f"{edition}:~{nameless}"
            from dataclasses import replace

            statements[index] = replace(statement, key=key, section=section)
        essays.append(
            Essay(
                work,
                lang,
                f"{work}.{lang}.md",
                " ".join(draw(LINES).split()),
                statements=tuple(statements),
            )
        )
    made = []
    for essay in essays:
        links = []
        keys = [statement.key for statement in essay.statements]
        for _ in range(draw(st.integers(0, 5)) if keys else 0):
            joint = draw(st.integers(0, 2)) == 0
            via = draw(st.sampled_from([None, None, "via", "길"]))
            sources = tuple(
                _reference(draw, essay.key, IDS[:4]) for _ in range(draw(st.integers(1, 3)))
            )
            links.append(
                StatedLink(
                    type=draw(st.sampled_from(LinkType)),
                    source=None if joint else draw(st.sampled_from(keys)),
                    sources=sources if joint else (),
                    targets=(_reference(draw, essay.key, (*IDS[:4], "via", "길", "~1")),),
                    range=HERE,
                    via=via,
                    reason=draw(texts) if joint else "",
                )
            )
        from dataclasses import replace

        made.append(replace(essay, links=tuple(links)))
    return ArgumentGraph.build(made)
