from __future__ import annotations

import pytest

from argmap.rendering.engine import layout
from argmap.rendering.svg import SvgError, finish, fonts, size
from tests.rendering.drawing import shown, tags

HEAD = '<svg width="8pt" height="9pt"\n viewBox="0.00 0.00 8.00 9.00" xmlns="http://www.w3.org/2000/svg">\n'


def finished(dot: str) -> bytes:
    return finish(layout(f"digraph {{ {dot} }}"))


def of(body: str) -> bytes:
    return f"{HEAD}<g>{body}</g></svg>".encode()


def test_what_the_engine_says_of_itself_goes():
    made = finished("a -> b; subgraph cluster_x { c }")
    for words in (b"<!--", b"DOCTYPE", b"Generated", b"cluster_x", b"xml:space"):
        assert words not in made
    assert made.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<svg ')
    assert made.endswith(b"</svg>\n")
    assert b"\r" not in made


def test_the_font_is_named_once():
    made = finished('node [fontname="Arial"]; a; b')
    assert made.count(b"Arial") == 1
    assert b"Noto Sans CJK" in made


def test_tooltips_become_titles_and_links_stay():
    made = finished(
        'a [tooltip="one &lt;b&gt; \\n two" id="x"]; b [URL="https://example.org/?a&amp;b"]; '
        'c [URL="mailto:me@example.org" tooltip="see"]; a -> b [tooltip="why" id="ab"]'
    )
    boxes = {box.tooltip: box for box in shown(made)}
    assert boxes["one <b> \n two"].href is None
    assert boxes["see"].href == "mailto:me@example.org"
    assert [box.href for box in shown(made)].count("https://example.org/?a&b") == 1
    assert [line.tooltip for line in shown(made, "edge")] == ["why"]
    assert made.count(b"<a ") == made.count(b"</a>") == 2


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "x"]
)
def test_other_links_are_refused(url):
    with pytest.raises(SvgError, match="neither http"):
        finished(f'a [URL="{url}"]')


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        '<g onclick="alert(1)"/>',
        '<polygon fill="red" onload="alert(1)" points="0,0"/>',
        '<image xlink:href="https://example.org/x.png"/>',
        "<foreignObject/>",
        '<use href="#x"/>',
        '<text style="fill:url(https://example.org)">x</text>',
        '<polygon fill="url(https://example.org/#x)"/>',
        '<polygon fill="blue" stroke="URL(#x)"/>',
        '<set attributeName="onmouseover"/>',
        "<![CDATA[<script>]]>",
        "<?xml-stylesheet href='x'?>",
        '<a href="https://example.org/">x</a>',
    ],
)
def test_what_does_not_belong_in_a_map_is_refused(body):
    with pytest.raises(SvgError, match="the layout engine wrote") as raised:
        finish(of(body))
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("body", ["<g>", "<text>&nosuch;</text>", "<g id='x' id='y'/>", "&", "\0"])
def test_what_is_no_xml_is_refused(body):
    with pytest.raises(SvgError):
        finish(of(body))


def test_text_that_looks_like_markup_is_left_alone():
    words = "&lt;script&gt; url(x) javascript: &#45;&#45;&gt; onclick=&quot;x&quot;"
    made = finish(of(f"<text>{words}</text>"))
    assert words.encode() in made
    assert tags(made) == {"svg", "title", "g", "text"}


def test_an_svg_without_a_size_is_refused():
    for broken in (b"", b"<svg></svg>", b"<html></html>"):
        with pytest.raises(SvgError):
            finish(broken)
        with pytest.raises(SvgError):
            size(broken)


def test_size():
    assert size(of("")) == (8.0, 9.0)
    assert size(finish(of(""))) == (8.0, 9.0)


def test_the_title_is_text():
    made = finish(of(""), title='"<b>\\ \n\x00')
    assert b'aria-label="&quot;&lt;b&gt;\\"' in made
    assert b"<title>&quot;&lt;b&gt;\\</title>" in made
    assert b"<title>Argument map</title>" in finish(of(""))


def test_fonts_of_a_language_come_first():
    assert fonts().startswith("Arial, ")
    assert fonts("ko").startswith("'Apple SD Gothic Neo'")
    assert sorted(fonts("ja").split(", ")) == sorted(fonts().split(", "))
