"""The plugin in other people's pipelines."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from argmap.syntax import argmap_plugin, read
from tests.syntax.documents import documents
from tests.syntax.soup import PLAIN, soup


def commonmark() -> MarkdownIt:
    return MarkdownIt()


def script() -> MarkdownIt:
    return MarkdownIt("js-default", {"typographer": True}).use(footnote_plugin)


def github() -> MarkdownIt:
    return MarkdownIt("gfm-like", {"linkify": False, "html": False}).use(deflist_plugin)


def full() -> MarkdownIt:
    md = MarkdownIt().enable("table").use(front_matter_plugin).use(footnote_plugin)
    return md.use(attrs_plugin).use(container_plugin, "warning")


PIPELINES = (commonmark, script, github, full)
TEXT = """\
# Money {#money .claim on="costs"}

[The *business* has no route]{#no-profit .claim .thesis}, says `x`.

::: {#aws .rebuttal by="the industry" attacks=no-profit}
Amazon's cloud lost money.
:::

It is <!--{#so .premise}-->so<!--/-->.
"""


def test_marks_are_spans_and_divs():
    assert MarkdownIt().use(argmap_plugin).render(TEXT) == (
        '<h1 id="money" class="claim" data-on="costs">Money</h1>\n'
        '<p><span id="no-profit" class="claim thesis">The <em>business</em> has no route</span>, '
        "says <code>x</code>.</p>\n"
        '<div id="aws" class="rebuttal" data-by="the industry" data-attacks="no-profit">\n'
        "<p>Amazon's cloud lost money.</p>\n"
        "</div>\n"
        '<p>It is <span id="so" class="premise">so</span>.</p>\n'
    )


def test_the_document_is_in_the_environment():
    env = {"mine": 1}
    MarkdownIt().use(argmap_plugin).parse(TEXT, env)
    assert [mark.id.text for mark in env["argmap"].marks] == ["money", "no-profit", "aws", "so"]
    assert set(env) <= {"mine", "argmap", "references"}


def test_an_environment_may_serve_again():
    md, env = MarkdownIt().use(argmap_plugin), {}
    md.parse(TEXT, env)
    md.parse("::: warning\n\nNothing of ours.", env)
    assert env["argmap"].marks == ()
    assert "<div" not in md.render("::: warning\n\nNothing of ours.", env)


def test_other_tools_blocks_nest_in_ours_and_keep_their_classes():
    text = "::: {.claim}\n\n::: warning\nA\n:::\n\n::: {.note #n width=50%}\nB\n:::\n\n:::\n\nC\n\n:::\n"
    assert MarkdownIt().use(argmap_plugin).render(text) == (
        '<div class="claim">\n<div class="warning">\n<p>A</p>\n</div>\n'
        '<div id="n" class="note" data-width="50%">\n<p>B</p>\n</div>\n</div>\n'
        "<p>C</p>\n<p>:::</p>\n"
    )


def test_a_comment_marks_the_block_below_it():
    html = MarkdownIt().use(argmap_plugin).render("<!-- {#a .claim} -->\n> So.\n")
    assert html == (
        '<!-- {#a .claim} -->\n<blockquote id="a" class="claim">\n<p>So.</p>\n</blockquote>\n'
    )


def test_a_mark_may_stand_in_a_link():
    html = MarkdownIt().use(argmap_plugin).render("[see [the survey]{.evidence}](https://a.b)")
    inner = '<span class="evidence">the survey</span>'
    assert html == f'<p><a href="https://a.b">see {inner}</a></p>\n'


@pytest.mark.parametrize(
    "text",
    [
        "A <!-- argmap: ignore AM201 --!><script>alert(1)</script> --> B",
        "<!-- argmap: ignore AM201 --!><script>alert(1)</script> -->",
        '[A]{.claim source="<script>alert(1)</script>" data-x"><script>=1}',
        '[A]{.claim "><script>alert(1)</script>=1}',
        "[A <script>alert(1)</script>]{.claim}",
        '::: {.claim .x"><script>alert(1)</script>}\nA\n:::',
        "::: warning<script>alert(1)</script>\nA\n:::\n\n::: {.claim}\n:::",
    ],
)
def test_no_text_becomes_markup_where_html_is_off(text):
    assert "<script" not in MarkdownIt("js-default").use(argmap_plugin).render(text)


@pytest.mark.parametrize("pipeline", PIPELINES)
def test_a_text_without_marks_is_rendered_as_without_the_plugin(pipeline):
    bare, ours = pipeline(), pipeline().use(argmap_plugin)

    @settings(max_examples=25)
    @given(soup(PLAIN))
    @example("::: warning\nA\n:::\n\n[x]{.smallcaps} [y] \n\n[y]: /u\n[x]: /v\n")
    @example("[a [b](c) [d] e](f) ![g [h](i)](j) [k][y]\n\n[y]: /u")
    @example("a\n::: {.note}\nb\n:::\n:::\n")
    @example("- :::\n\n:::\n")
    @example('[x](<a> "b") [^1] ^[note [z](u)] \n\n[^1]: A\n\n    B\n')
    @example("[^1]: # [^1]")
    @example("# A {.b}\n\n<!-- {x} -->\n\nA <!-- b --> {c} [d]{}")
    def rendered_alike(text):
        assert ours.render(text) == bare.render(text)

    rendered_alike()


@given(documents())
def test_what_the_plugin_reads_is_what_the_reader_reads(generated):
    md = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)
    md.use(footnote_plugin).disable("footnote_tail").use(argmap_plugin)
    env = {}
    md.render(generated.text, env)
    found, expected = env["argmap"], read(generated.text)
    assert found.marks == expected.marks
    assert found.sections == expected.sections
    assert found.faults == expected.faults
