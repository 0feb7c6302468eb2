"""Parts of pages: which links mean one, and which pages have it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_server import Handler

from argmap.online import Status
from argmap.online.anchors import charset_of, decode, read_page, wanted_anchor

PAGE = """<!doctype html><title>A page <a id=title></title>
<h1 ID="One">1</h1> <a name='two'>2</a> <p name=three id = four class="x>y">3</p>
<h2 id=caf&eacute;>5</h2> <input/id="six"/> <p id="a&quot;b">7</p> <span data-x='<p id="no1">' id=eight>
<!-- <p id="no2"> --> <script>"<p id='no3'>"</script > <style><p id=no4></style>
<textarea><p id=no5></textarea> <p id="">9</p> <h2 id="user-content-readme">10</h2> <p id="머리말">11</p>"""
LONG = PAGE + "<p>" + "Words that are on the page itself. " * 20 + "</p>"
PARTS = [
    "One",
    "two",
    "four",
    "café",
    "six",
    'a"b',
    "eight",
    "readme",
    "머리말",
    "%EB%A8%B8%EB%A6%AC%EB%A7%90",
]


@pytest.mark.parametrize("part", PARTS)
def test_page_has_a_part(part: str) -> None:
    assert read_page(PAGE).has(part)


@pytest.mark.parametrize(
    "part", ["title", "one", "three", "no1", "no2", "no3", "no4", "no5", "x", "nowhere"]
)
def test_page_has_no_such_part(part: str) -> None:
    assert not read_page(PAGE).has(part)


@pytest.mark.parametrize(
    ("html", "anchors"),
    [
        ("<p id=a", set()),
        ("<p id='a>", set()),
        ("<p id=a><p x='<p id=b>", {"a"}),
        ("<!--><p id=a>", {"a"}),
        ("<!---><p id=a>", {"a"}),
        ("<!-- <p id=a>", set()),
        ("< p id=a>", set()),
        ("<p id=><b id=a>", {"a"}),
        ("<p =id=a>", set()),
        ("<script><p id=a>", set()),
        ("<p\n\tid\n=\n'a'\n>", {"a"}),
        ("<P ID=a/>", {"a/"}),
    ],
)
def test_broken_pages_are_read_as_browsers_read_them(html: str, anchors: set[str]) -> None:
    assert read_page(html).anchors == anchors


@given(st.text(alphabet="<>!-/='\" \nabidscript", max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(read_page(text).anchors, frozenset)


@given(st.text(min_size=1, max_size=30), st.text(max_size=50), st.text(max_size=50))
def test_an_id_is_found_wherever_it_stands_in_clean_text(id_: str, before: str, after: str) -> None:
    from html import escape

    page = f"<p>{escape(before)}</p><p id='{escape(id_)}'>{escape(after)}</p>"
    # The replacement of characters that HTML has no reference for is the standard's, not ours.
    assert read_page(page).anchors == {id_}


@pytest.mark.parametrize(
    "piece",
    ["<a ", '<a "', "<a b='", "<!--", "<!", "<a b=", "<script>", "</script", "<", "<a/", '<a b="c'],
)
def test_hostile_pages_take_one_pass(piece: str) -> None:
    """At the square of their length, these would take hours; the suite would never end."""
    read_page(piece * (2_000_000 // len(piece)))


@pytest.mark.parametrize(
    ("fragment", "part"),
    [
        ("", ""),
        ("top", ""),
        ("TOP", ""),
        (":~:text=some%20words", ""),
        ("part:~:text=some%20words", "part"),
        ("/route/to", ""),
        ("!route", ""),
        ("t=30", ""),
        ("L10", ""),
        ("L10-L20", ""),
        ("L10C3-L12C1", ""),
        ("L1-2", ""),
        ("Lesson", "Lesson"),
        ("part", "part"),
        ("머리말", "머리말"),
        ("%EB%A8%B8", "%EB%A8%B8"),
        ("section-2.1", "section-2.1"),
    ],
)
def test_which_fragments_name_a_part(fragment: str, part: str) -> None:
    assert wanted_anchor(fragment) == part


@pytest.mark.parametrize(
    ("header", "body", "charset"),
    [
        ("text/html; charset=EUC-KR", b"", "euc_kr"),
        ('text/html; charset="utf-8"', b"", "utf-8"),
        ("text/html", b"<meta charset=gb2312>", "gb2312"),
        ("text/html", b'<META http-equiv=x content="text/html; charset=Shift_JIS">', "shift_jis"),
        ("text/html; charset=nonsense", b"<meta charset=windows-1251>", "cp1251"),
        ("text/html; charset=punycode", b"", "utf-8"),
        ("text/html; charset=unicode_escape", b"", "utf-8"),
        ("text/html; charset=hex", b"", "utf-8"),
        ("text/html; charset=idna", b"<meta charset=zlib>", "utf-8"),
        ("text/html", b"<meta charset=utf-16>", "utf-8"),
        ("text/html", b"<meta charset=>", "utf-8"),
        ("", b"", "utf-8"),
    ],
)
def test_charset(header: str, body: bytes, charset: str) -> None:
    assert charset_of(header, body) == charset


def test_what_cannot_be_decoded_leaves_the_rest_readable() -> None:
    assert read_page(decode(b"\xff\xfe<p id=a>\xe9", "text/html")).has("a")


def page(text: str, **headers: str):
    return lambda handler: handler.html(text, **headers)


def test_part_that_is_there_and_one_that_is_not(web) -> None:
    site = web.site({"/": page(LONG)})
    there, gone, top = web.ask(site.url + "/#One", site.url + "/#two-a", site.url + "/#top")
    assert there.status is Status.OK
    assert top.status is Status.OK
    assert (gone.status, gone.part) == (Status.DEAD, "two-a")
    assert gone.reason == "there is no part #two-a on the page"
    assert site.asked.lines == ["GET /"], "one page, one request"


def test_parts_are_not_looked_for_where_they_are_not_wanted(web) -> None:
    site = web.site({"/": page(LONG)})
    assert web.ask_one(site.url + "/#nowhere", anchors=False).status is Status.OK
    assert web.ask_one(site.url + "/#t=30").status is Status.OK
    assert site.asked.lines == ["HEAD /", "HEAD /"]


@pytest.mark.parametrize("kind", ["application/pdf", "text/plain", "image/png", "application/json"])
def test_parts_of_other_things_than_pages_are_not_looked_for(web, kind: str) -> None:
    site = web.site({"/": page("x", Content_Type=kind)})
    assert web.ask_one(site.url + "/#page").status is Status.OK


def test_page_that_is_gone_is_gone_with_its_parts(web) -> None:
    site = web.site({})
    verdict = web.ask_one(site.url + "/#part")
    assert (verdict.status, verdict.reason, verdict.part) == (Status.DEAD, "404 Not Found", "")
    assert site.asked.lines == ["GET /"]


def test_part_is_looked_for_where_the_page_has_moved(web) -> None:
    pages = {
        "/old": lambda handler: handler.reply(301, Location="/new"),
        "/to": lambda handler: handler.reply(301, Location="/new#One"),
        "/new": page(LONG),
    }
    site = web.site(pages)
    urls = ["/old#One", "/old#gone", "/to#gone"]
    there, gone, elsewhere = web.ask(*(site.url + url for url in urls))
    assert there.status is Status.OK
    assert (gone.status, gone.moved, gone.url) == (Status.DEAD, True, site.url + "/new")
    assert elsewhere.status is Status.OK, "the redirect names a part of its own"


def test_page_that_scripts_fill_is_no_proof(web) -> None:
    site = web.site({"/": page("<title>App</title><div id=root></div><script src=a.js></script>")})
    verdict = web.ask_one(site.url + "/#part")
    assert verdict.status is Status.UNKNOWN
    assert "scripts" in verdict.reason


def test_page_in_another_charset_is_read_in_it(web) -> None:
    def korean(handler: Handler) -> None:
        body = "<meta charset=euc-kr><p id='머리말'>".encode("euc-kr")
        handler.reply(200, body, Content_Type="text/html")

    site = web.site({"/": korean})
    assert web.ask_one(site.url + "/#머리말").status is Status.OK
    assert web.ask_one(site.url + "/#%EB%A8%B8%EB%A6%AC%EB%A7%90").status is Status.OK
