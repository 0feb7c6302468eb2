"""mdformat leaves annotations alone: what argmap reads is the same before and after it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import mdformat
import mdformat.plugins
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from mdformat._util import is_md_equal

from tests.integration.reading import what_is_read
from tests.strip.test_strip_properties import LEAVES, TEXTS, _marked, _nested, _several
from tests.syntax import cases_in
from tests.syntax.documents import documents
from tests.syntax.soup import soup

ROOT = Path(__file__).parents[2]
ESSAYS = sorted((ROOT / "essays").rglob("*.md"))
THOROUGH = bool(os.environ.get("ARGMAP_EXAMPLES"))
OTHERS = sorted(
    {"gfm", "tables", "frontmatter", "footnote"} & set(mdformat.plugins.PARSER_EXTENSIONS)
)
EXTENSIONS = [["argmap"], ["argmap", *OTHERS], [*OTHERS, "argmap"]]
OPTIONS: list[dict[str, object]] = [
    {},
    {"wrap": 80},
    {"wrap": 20},
    {"wrap": "no"},
    {"number": True},
]
TOO_DEEP = ("quotations nested too deep", "lists nested too deep")
"""What nests deeper than 60 levels is plain text, which mdformat escapes: no more is it too deep."""


def formatted(text: str, extensions: list[str], options: Mapping[str, object]) -> str:
    return mdformat.text(text, extensions=extensions, options=options)


def share(text: str, number: int) -> str:
    """Return an essay's head and every fifth of its sections, from one on.

    So each way of formatting meets each essay, and each section is formatted in some way.
    """
    head, *sections = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    return head + "".join(sections if THOROUGH else sections[number::5])


def assert_left_alone(text: str, extensions: list[str], options: Mapping[str, object]) -> None:
    after = formatted(text, extensions, options)
    assert what_is_read(after) == what_is_read(text)
    assert formatted(after, extensions, options) == after
    assert is_md_equal(text, after, extensions=extensions, options=options)


@pytest.mark.parametrize(
    ("number", "extensions", "options"),
    [
        pytest.param(0, EXTENSIONS[0], OPTIONS[0], id="alone"),
        pytest.param(1, EXTENSIONS[0], OPTIONS[2], id="alone, broken at 20"),
        pytest.param(2, EXTENSIONS[0], OPTIONS[3], id="alone, joined"),
        pytest.param(3, EXTENSIONS[1], OPTIONS[0], id="with others"),
        pytest.param(4, EXTENSIONS[1], OPTIONS[1], id="with others, broken at 80"),
    ],
)
class TestTexts:
    @pytest.mark.parametrize("path", ESSAYS, ids=lambda path: "/".join(path.parts[-2:]))
    def test_the_essays(self, path, number, extensions, options):
        assert_left_alone(share(path.read_text("utf-8"), number), extensions, options)

    def test_the_cases_of_the_syntax(self, number, extensions, options):
        for _, case in cases_in.ALL:
            if case.title not in TOO_DEEP:
                assert_left_alone(case.essay, extensions, options)


CHOICES = st.tuples(st.sampled_from(EXTENSIONS), st.sampled_from(OPTIONS))
EXAMPLES = settings(max_examples=25)


@EXAMPLES
@given(documents().map(lambda made: made.text), CHOICES)
def test_documents_with_marks_in_all_places(text, choice):
    assert_left_alone(f"{text}\n", *choice)


@EXAMPLES
@given(_several(st.recursive(LEAVES, _nested, max_leaves=5)), CHOICES)
def test_blocks_in_blocks(lines, choice):
    text = "\n".join(lines) + "\n"
    assume(mdformat_copes(text, *choice))
    assert_left_alone(text, *choice)


@EXAMPLES
@given(st.recursive(TEXTS, _marked, max_leaves=6), CHOICES)
def test_words_that_mean_something_to_markdown(words, choice):
    assume(mdformat_copes(words, *choice))
    assert_left_alone(f"{words}\n", *choice)


@EXAMPLES
@given(soup(), CHOICES)
def test_soup(text, choice):
    assume(mdformat_copes(text, *choice))
    assert_left_alone(f"{text}\n", *choice)


def mdformat_copes(text: str, extensions: list[str], options: Mapping[str, object]) -> bool:
    """Tell whether mdformat alone keeps the sense of a text, which it does not of every one."""
    others = [extension for extension in extensions if extension != "argmap"]
    after = formatted(text, others, options)
    return formatted(after, others, options) == after and is_md_equal(
        text, after, extensions=others, options=options
    )


# What it looks like

LEFT_AS_IT_IS = """\
---
title:   'Kept, byte for byte'
id: tea
---

## The tea {on=heat}

[Tea cools]{#tea .claim .thesis}, for [cups lose
heat]{#cups .evidence supports=tea source="A
thermometer"}. [x]{.claim .assumed} And <!--{.claim .assumed}-->these words<!--/-->.

::: {#aws .rebuttal by="the maker" attacks=tea}
Not in a flask.

::: {.note}

Nor here.

:::
:::

<!-- {#all .claim .assumed} -->
This whole paragraph.

<!-- argmap: ignore AM201 the author gives none -->
[Nobody drinks it]{#nobody .claim}.

- [School]{#school .claim}
  - ::: {.premise}
    Sleep.
    :::
  - [뜨거운 감자]{#감자 .rebuttal}

| a            | b   |
| ------------ | --- |
| [c]{.claim}  | d   |

[Noted]{.claim}[^1] and [small *capitals*]{.smallcaps}.

[^1]: [A note]{.claim .assumed}

    of two paragraphs.
"""


def test_a_text_that_is_formatted_stays_byte_for_byte():
    assert formatted(LEFT_AS_IT_IS, ["argmap"], {}) == LEFT_AS_IT_IS


def test_without_the_plugin_annotations_break():
    text = "[so *it* is]{#a .claim}\n"
    assert formatted(text, [], {}) == "\\[so *it* is\\]{#a .claim}\n"
    assert formatted(text, ["argmap"], {}) == text


def test_lines_are_broken_between_attributes_and_not_within():
    text = '[Tea]{#tea .claim source="a b c d e f g h" by="i j k l m"}\n'
    assert formatted(text, ["argmap"], {"wrap": 20}) == (
        '[Tea]{#tea .claim\nsource="a b c d e f g h"\nby="i j k l m"}\n'
    )


def test_chinese_is_joined_and_parted_by_no_line_break():
    text = "[生意\n賺錢 賺錢]{.claim} one two three\n"
    for wrap in (5, "no"):
        assert "[生意\n賺錢 賺錢]{.claim}" in formatted(text, ["argmap"], {"wrap": wrap})


@pytest.mark.parametrize(
    "text", ["\u3000::: {.claim}\n", "x\n\u2003:::\n", "> \u3000:::: {.claim}\n> y\n"]
)
@pytest.mark.parametrize("options", OPTIONS)
def test_what_is_no_fence_for_the_white_space_before_it_becomes_none(text, options):
    assert_left_alone(text, ["argmap"], options)


def test_the_missing_blank_line_before_a_fence_is_put_there():
    text = "Words\n::: {.claim}\nmore\n:::\n"
    assert formatted(text, ["argmap"], {}) == "Words\n\n::: {.claim}\nmore\n:::\n"


def test_the_lines_of_a_comment_that_silences_stay():
    text = "One two three\n[four]{.claim} <!-- argmap: ignore AM201 why -->\nfive six\n"
    assert formatted(text, ["argmap"], {"wrap": "no"}) == text


@pytest.mark.skipif("frontmatter" not in OTHERS, reason="mdformat-frontmatter is not installed")
def test_mdformat_frontmatter_keeps_to_texts_without_marks():
    head = "---\na:   1\n---\n\n"
    together = ["argmap", "frontmatter"]
    assert formatted(f"{head}[Tea]{{.claim}}\n", together, {}).startswith(head)
    assert formatted(f"{head}Tea\n", together, {}) == "---\na: 1\n---\n\nTea\n"
    assert formatted(f"{head}Tea\n", ["argmap"], {}) == f"{head}Tea\n"


@pytest.mark.skipif("footnote" not in OTHERS, reason="mdformat-footnote is not installed")
def test_mdformat_footnote_drops_no_statement():
    text = "One.[^1]\n\n[^2]: [Two]{.claim}\n\n[^1]: Three\n\nFour\n"
    assert formatted(text, ["argmap", "footnote"], {}) == text
    assert formatted(text, ["footnote", "argmap"], {}) == text
    plain = text.replace("[Two]{.claim}", "Two")
    assert formatted(plain, ["argmap", "footnote"], {}) == "One.[^1]\n\nFour\n\n[^1]: Three\n"


def test_a_byte_order_mark_and_line_ends_stay(tmp_path):
    path = tmp_path / "essay.md"
    path.write_bytes("\ufeff[a]{.claim}\r\n\r\n* b\r\n".encode())
    mdformat.file(path, extensions=["argmap"], options={"end_of_line": "keep"})
    assert path.read_bytes() == "\ufeff[a]{.claim}\r\n\r\n- b\r\n".encode()


def test_the_command_finds_the_plugin(tmp_path):
    path = tmp_path / "essay.md"
    path.write_text("*   [so *it* is]{#a .claim}\n", "utf-8")
    command = [sys.executable, "-m", "mdformat", "--extensions", "argmap", str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert path.read_text("utf-8") == "- [so *it* is]{#a .claim}\n"


def test_no_stand_in_reaches_the_result():
    for _, case in cases_in.ALL:
        after = formatted(case.essay, ["argmap"], {"wrap": 20})
        assert not re.search("[\ufdd0-\ufddf\0]", after)
