"""The reader's short cuts find what the long way finds."""

from __future__ import annotations

from hypothesis import example, given
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from argmap.syntax.attribute_reader import read_carefully
from argmap.syntax.attributes import _well_formed, parse_attributes
from argmap.syntax.inline import SPAN
from argmap.syntax.plain import plain_paragraph
from argmap.syntax.plugin import argmap_plugin
from argmap.syntax.scan import scan
from tests.syntax.documents import documents
from tests.syntax.soup import soup


def parser(*, short: bool) -> MarkdownIt:
    md = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)
    md.use(footnote_plugin, inline=False, move_to_end=False).disable(["inline", "text_join"])
    md.use(argmap_plugin)
    if short:
        md.block.ruler.before("front_matter", "argmap_plain_paragraph", plain_paragraph)
    return md


SHORT, LONG = parser(short=True), parser(short=False)


def blocks(md: MarkdownIt, text: str) -> tuple[object, ...]:
    env: dict[str, object] = {}
    tokens = [(t.type, t.tag, t.map, t.level, t.content) for t in md.parse(text, env)]
    return tokens, env.get("references"), env["argmap"].marks, env["argmap"].paragraphs


@given(soup())
@example("a\n  b\n    c\n\nd  \n\n")
@example("[a\nb]: /u\nc\n\n[d]: /v\n")
@example("a\n\n[b]\n\n    c\n\u3000d\n")
def test_plain_paragraphs_are_what_markdown_it_reads(text):
    assert blocks(SHORT, text) == blocks(LONG, text)


@given(documents())
def test_plain_paragraphs_in_whole_documents(generated):
    assert blocks(SHORT, generated.text) == blocks(LONG, generated.text)


ITEMS = (
    *("#a", "#b-c", ".claim", ".premise", ".thesis", ".small", "supports=a", 'supports="a b"'),
    *(
        "by=me",
        'source="The City"',
        'source=""',
        'on="a,b"',
        "on=a",
        "zzz=1",
        'quote="x\ny"',
        "claim",
    ),
    *("  ", "\n", "'", '"', "=", "\\", "}", "{", ",", "data-x=1", "supports=손실", "via=p.12:x@y"),
)


@given(soup(ITEMS + (" ",) * 20, 12))
@example('#a .claim supports="a b" by=me ')
def test_a_list_in_order_is_read_alike_by_both_readers(inside):
    text = f"{{{inside}}}"
    quick = _well_formed(text, 0, len(text))
    if quick is not None:
        assert read_carefully(text, 0, len(text), False, None) == quick


@given(soup(ITEMS + (" ",) * 10, 12))
def test_a_list_reaches_no_further_than_it_may(inside):
    text = f"{{{inside}}} and {{.claim}}"
    found = parse_attributes(text, 0)
    assert 0 < found.end <= len(text)
    for slip in found.slips:
        assert 0 <= slip.start <= slip.end <= len(text)


def marks_in(tokens):
    for token in tokens:
        if token.type == f"{SPAN}_open":
            yield token.meta["argmap"].start


PIECES = (
    *("[", "[", "]", "]", "]{.claim}", "]{.claim}", "](u)", '](u "t")', "](", "`", "``", "<b>"),
    *('<b a="', '">', "<http://x>", "<!--", "-->", "<!--{.claim}-->", "<!--/-->", "\\", "*", "_"),
    *(
        "a",
        "b c",
        "\n",
        "[r]",
        "][r]",
        "][]",
        '"',
        "'",
        "(",
        ")",
        "{",
        "}",
        "]{.small}",
        "<?",
        "?>",
    ),
)
INLINE = MarkdownIt("commonmark", {"maxNesting": 100}).use(argmap_plugin)


@given(soup(PIECES, 16))
def test_the_scan_finds_the_marks_that_the_inline_rules_find(text):
    references = {"R": {"title": "", "href": "/u"}}
    tokens = []
    INLINE.inline.parse(text, INLINE, {"references": references}, tokens)
    if "image" not in [token.type for token in tokens]:
        assert [m.start for m in scan(text, references).marks] == list(marks_in(tokens))
