"""Whatever is stripped renders as the annotated text did, with the elements of marks taken out."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap.strip import leftovers, strip
from argmap.syntax.plugin import argmap_plugin

PLAIN = MarkdownIt("commonmark").enable("table")
ANNOTATED = MarkdownIt("commonmark").enable("table").use(argmap_plugin)
EXAMPLES = settings(max_examples=20, deadline=None)


def rendered(html: str) -> list[str]:
    """Tags and words, without the traces of marks and of what they leave empty.

    An item that loses a comment may lose the blank line that put a list's items into paragraphs.
    """
    html = re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)
    html = re.sub(r"</?(span|div)\b[^>]*>", "", html)
    html = re.sub(r" (id|class|data-[\w-]+)=\"[^\"]*\"", "", html)
    html = re.sub(r"(<(?:p|li|h\d)>)\s*<br />|<br />\s*(?=</(?:p|li|h\d)>)", r"\1", html)
    found = 1
    while found:
        html, found = re.subn(r"<(p|blockquote|li|ul|ol|h\d)\b[^>]*>\s*</\1>", "", html)
    parts: list[str] = []
    items = 0
    for part in re.findall(r"<[^>]*>|[^\s<]+", html):
        items += (part == "<li>") - (part == "</li>")
        if not (items and part in ("<p>", "</p>")):
            parts.append(part)
    return parts


def assert_reads_the_same(text: str) -> None:
    stripped = strip(text)
    assert strip(stripped) == stripped
    expected = rendered(ANNOTATED.render(text))
    assert rendered(ANNOTATED.render(stripped)) == expected
    if ":::" not in stripped and not leftovers(stripped):
        assert rendered(PLAIN.render(stripped)) == expected


# Words that mean something to Markdown, marked at will.

# fmt: off
SNIPPETS = st.sampled_from([
    "a", "b c", "é", "한국어", "「가」", "“q”", ".", ",", " ", "    ", "\t", "\n", "  \n", "\\",
    "\\[", " *", " _", "*", "**", "_", "__", "`", "``", "`x`", "[", "]", "(", "(b)", "[d]",
    "[d](/u)", "!", "#", "# ", "- ", "+ ", "1. ", "2) ", "> ", "===", "---", "***", "~~~", "```",
    ": ", "[d]: /u", "<b>", "</b>", "<div>", "<http://a.b>", "<!-- x -->", "&", "amp;", "{", "}",
    "{.small}", "|", "a | b", "--- | ---",
])
# fmt: on
LISTS = st.sampled_from(
    [
        "{.claim}",
        "{#a .claim}",
        "{.premise\nsupports=a}",
        '{.evidence by="x y"\n source="z ] ["}',
        "{from=a supports=b}",
        "{on=q .claim}",
    ]
)
TEXTS = st.lists(SNIPPETS, max_size=6).map("".join)


def _marked(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("[{}]{}".format, inner, LISTS),
        st.builds("x<!--{}-->{}<!--/-->".format, LISTS, inner),
        st.builds("{}{}".format, inner, inner),
        st.builds("{}{}{}".format, TEXTS, inner, TEXTS),
        st.builds("{}<!-- argmap: ignore AM201 x y -->".format, inner),
    )


@EXAMPLES
@given(st.recursive(TEXTS, _marked, max_leaves=6))
def test_words(paragraph: str) -> None:
    assert_reads_the_same(f"[d]: /def\n\nfirst\n\n{paragraph}\n")


# Blocks in blocks, with what is ours between and around them.

LEAVES = st.sampled_from(
    [
        block.split("\n")
        for block in (
            "words",
            "one\ntwo",
            "[marked]{.claim} text",
            "[marked\nover lines]{.premise\nsupports=a} and on",
            "# Head",
            "## Head {on=q}",
            "### [x]{.claim} y {.claim}",
            "Set\n===",
            "Set {.claim}\n---",
            "| a | b |\n|---|---|\n| [x]{.claim} | y\\|z |",
            "```\ncode {.claim}\n```",
            "    indented",
            "***",
            "<!-- {.claim} -->\nafter",
            "<!-- {#x .premise} -->\n- l1\n- l2",
            "<!-- {.premise} -->\n> q",
            "<!-- {.claim} -->\n\n\nafter",
            "<!-- argmap: ignore AM201 why -->\nsaid",
            "<!-- argmap: ignore AM201 why -->",
            "<!-- argmap: ignore AM201 w -->\n<!-- {.claim} -->\ntwo",
            '<!-- {.premise .implicit text="x"} -->',
            '<!-- {.premise\n.implicit text="x"} -->',
            "<!-- plain -->",
            "- tight\n- list",
            '- tight\n  - <!-- {.premise .implicit text="x"} -->\n  - nest',
            "- a\n  <!-- {.premise} -->\n  - b",
            "- <!-- {.premise} -->\n  b\n- c",
            "1. a\n2. b",
            "2. <!-- argmap: ignore AM201 w -->\n   b",
            "- a\n<!-- argmap: ignore AM201 w -->\n- b",
            "- a\n  <!-- argmap: ignore AM201 w -->\n- b",
            "- a\n  - x\n    <!-- argmap: ignore AM201 w -->\n- b",
            "- a\n  <!-- argmap: ignore AM201 w -->\n  para",
            "> a\n> <!-- {.claim} -->\n> b",
        )
    ]
)
FENCES = st.sampled_from(["{.claim}", '{#a .rebuttal by="x y"}'])


def _joined(blocks: list[list[str]], gaps: list[int]) -> list[str]:
    lines: list[str] = []
    for number, block in enumerate(blocks):
        lines += [""] * gaps[number % len(gaps)] if number else []
        lines += block
    return lines


def _indented(lines: list[str], first: str) -> list[str]:
    rest = " " * len(first)
    return [(rest if number else first) + line if line else "" for number, line in enumerate(lines)]


def _quoted(lines: list[str]) -> list[str]:
    return [f"> {line}".rstrip() for line in lines]


def _fenced(lines: list[str], attributes: str, colons: str, gap: list[str]) -> list[str]:
    return [f"{colons} {attributes}", *gap, *lines, *gap, colons]


def _several(inner: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    blocks = st.lists(inner, min_size=1, max_size=4)
    return st.builds(
        _joined, blocks, st.lists(st.sampled_from([0, 1, 1, 2]), min_size=1, max_size=3)
    )


def _nested(inner: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    return st.one_of(
        _several(inner),
        st.builds(_indented, inner, st.sampled_from(["- ", "1. ", "* "])),
        st.builds(_quoted, inner),
        st.builds(
            _fenced, inner, FENCES, st.sampled_from([":::", "::::"]), st.sampled_from([[], [""]])
        ),
    )


@EXAMPLES
@given(_several(st.recursive(LEAVES, _nested, max_leaves=5)))
def test_blocks(lines: list[str]) -> None:
    assert_reads_the_same("\n".join(lines) + "\n")
