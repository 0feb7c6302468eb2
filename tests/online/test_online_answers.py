"""What each answer of a server makes of a link."""

from __future__ import annotations

import pytest
from web_server import Handler, closed_port

from argmap.online import Status

pytestmark = pytest.mark.usefixtures("web")


def says(status: int, **headers: str):
    return lambda handler: handler.reply(status, **headers)


def goes(where: str, status: int = 301):
    return says(status, Location=where)


def test_page_that_is_there_is_asked_for_by_head_alone(web) -> None:
    site = web.site({"/": says(200)})
    verdict = web.ask_one(site.url + "/")
    assert (verdict.status, verdict.reason, verdict.url) == (Status.OK, "", site.url + "/")
    assert site.asked.lines == ["HEAD /"]


def test_says_who_asks_and_keeps_nothing(web) -> None:
    site = web.site({"/": says(200, Set_Cookie="a=b")})
    web.ask(site.url, site.url + "/?again")
    assert site.asked.headers["User-Agent"].startswith("argmap/")
    assert site.asked.headers["Host"] == f"127.0.0.1:{site.port}"
    assert not {"Cookie", "Referer", "Authorization"} & set(site.asked.headers)


@pytest.mark.parametrize(("status", "reason"), [(404, "404 Not Found"), (410, "410 Gone")])
def test_page_that_is_gone_is_dead_once_get_confirms_it(web, status: int, reason: str) -> None:
    site = web.site({"/": says(status)})
    verdict = web.ask_one(site.url)
    assert (verdict.status, verdict.reason) == (Status.DEAD, reason)
    assert site.asked.lines == ["HEAD /", "GET /"]


@pytest.mark.parametrize("refusal", [403, 404, 405, 410, 501, 500])
def test_server_that_knows_no_head_is_asked_by_get(web, refusal: int) -> None:
    def page(handler: Handler) -> None:
        handler.reply(refusal if handler.command == "HEAD" else 200)

    site = web.site({"/": page})
    assert web.ask_one(site.url).status is Status.OK
    assert site.asked.lines == ["HEAD /", "GET /"]
    assert web.waits == []


@pytest.mark.parametrize("status", [400, 401, 402, 403, 405, 418, 451, 999, 304, 300])
def test_other_answers_are_no_proof_and_not_repeated(web, status: int) -> None:
    site = web.site({"/": says(status)})
    assert web.ask_one(site.url).status is Status.UNKNOWN
    assert len(site.asked.lines) == (1 if status < 400 else 2)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_server_in_trouble_is_asked_again_and_is_no_proof(web, status: int) -> None:
    site = web.site({"/": says(status)})
    verdict = web.ask_one(site.url, retries=2)
    assert verdict.status is Status.UNKNOWN
    assert str(status) in verdict.reason
    assert site.asked.lines == ["HEAD /", "GET /", "GET /", "GET /"]
    assert web.waits == [1.0, 2.0]


def test_words_of_the_server_are_not_repeated(web) -> None:
    def page(handler: Handler) -> None:
        handler.send_response(403, "\x1b[31mtrust me")
        handler.end_headers()

    assert web.ask_one(web.site({"/": page}).url).reason == "403 Forbidden"


def test_too_many_requests_waits_as_long_as_the_server_says(web) -> None:
    answers = iter([429, 429, 200])
    site = web.site({"/": lambda handler: handler.reply(next(answers), Retry_After="7")})
    assert web.ask_one(site.url).status is Status.OK
    assert site.asked.lines == ["HEAD /"] * 3
    assert web.waits[0] == 7.0


def test_date_of_retry_after_is_understood(web) -> None:
    answers = iter([503, 503, 200])
    web.now = 784111777.0  # Sun, 06 Nov 1994 08:49:37 GMT
    when = "Sun, 06 Nov 1994 08:49:49 GMT"
    site = web.site({"/": lambda handler: handler.reply(next(answers), Retry_After=when)})
    assert web.ask_one(site.url).status is Status.OK
    assert site.asked.lines == ["HEAD /"] * 3
    assert web.waits == [12.0, 12.0]


@pytest.mark.parametrize("when", ["soon", "-1", "1e9", "٣", "Sun, 99 Nov 1994 08:49:49 GMT", ""])
def test_retry_after_without_sense_is_passed_over(web, when: str) -> None:
    answers = iter([429, 200])
    value = when.encode().decode("latin-1")
    site = web.site({"/": lambda handler: handler.reply(next(answers), Retry_After=value)})
    assert web.ask_one(site.url).status is Status.OK
    assert web.waits == [1.0]


def test_longer_wait_than_allowed_is_not_begun(web) -> None:
    site = web.site({"/": says(429, Retry_After="3600")})
    verdict = web.ask_one(site.url)
    assert (verdict.status, verdict.reason) == (Status.UNKNOWN, "429 Too Many Requests")
    assert site.asked.lines == ["HEAD /"]
    assert web.waits == []


def test_closed_port_is_no_dead_link(web) -> None:
    verdict = web.ask_one(f"http://127.0.0.1:{closed_port()}/", retries=1)
    assert (verdict.status, verdict.reason) == (Status.UNKNOWN, "the connection failed")
    assert web.waits == [1.0]


def test_host_without_an_address_is_no_dead_link(web) -> None:
    async def resolve(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    verdict = web.ask_one("http://nowhere.test/", surroundings={"resolve": resolve})
    assert verdict.status is Status.UNKNOWN
    assert verdict.reason == "the host nowhere.test was not found"


def test_tls_that_is_none_is_no_dead_link(web) -> None:
    site = web.site({"/": says(200)})
    verdict = web.ask_one(site.url.replace("http:", "https:"), retries=0)
    assert verdict.status is Status.UNKNOWN


def test_redirects_are_followed_and_a_lasting_move_is_known(web) -> None:
    pages = {"/a": goes("/b"), "/b": goes("c", 308), "/c": says(200), "/t": goes("/c", 302)}
    site = web.site(pages)
    lasting, passing, none = web.ask(site.url + "/a", site.url + "/t", site.url + "/c")
    assert (lasting.status, lasting.url, lasting.moved) == (Status.OK, site.url + "/c", True)
    assert (passing.status, passing.url, passing.moved) == (Status.OK, site.url + "/c", False)
    assert none.moved is False


def test_redirect_to_a_page_that_is_gone_is_dead_and_says_both(web) -> None:
    site = web.site({"/a": goes("/b")})
    verdict = web.ask_one(site.url + "/a")
    assert verdict.status is Status.DEAD
    assert verdict.reason == f"it has moved to {site.url}/b, which is gone (404 Not Found)"


def test_circle_of_redirects_is_no_proof(web) -> None:
    site = web.site({"/a": goes("/b"), "/b": goes("/a")})
    verdict = web.ask_one(site.url + "/a")
    assert (verdict.status, verdict.reason) == (Status.UNKNOWN, "it is redirected in a circle")
    assert site.asked.lines == ["HEAD /a", "HEAD /b"]


def test_endless_redirects_end(web) -> None:
    def page(handler: Handler) -> None:
        handler.reply(302, Location=f"/?{len(handler.asked.lines)}")

    site = web.site({"/": page})
    verdict = web.ask_one(site.url, max_redirects=3)
    assert (verdict.status, verdict.reason) == (Status.UNKNOWN, "it is redirected too often")
    assert len(site.asked.lines) == 4


@pytest.mark.parametrize(
    "where",
    [
        "file:///etc/passwd",
        "ftp://a.example/",
        "javascript:alert(1)",
        "http://[::1",
        "http://a:b@c.org/",
    ],
)
def test_redirect_to_what_is_no_page_is_refused(web, where: str) -> None:
    site = web.site({"/": goes(where)})
    assert web.ask_one(site.url).status is Status.REFUSED


def test_redirect_to_a_host_that_is_skipped_is_skipped(web) -> None:
    site = web.site({"/": goes("http://login.example.org/")})
    verdict = web.ask_one(site.url, skip_hosts=("*.example.org",))
    assert verdict.status is Status.SKIPPED
    assert "login.example.org" in verdict.reason


def test_redirect_without_a_place_is_no_proof(web) -> None:
    assert web.ask_one(web.site({"/": says(302)}).url).status is Status.UNKNOWN


def test_address_in_any_script_is_asked_for(web) -> None:
    site = web.site({"/%EA%B8%80": says(200)})
    assert web.ask_one(site.url + "/글?q=é b").status is Status.OK
    assert site.asked.lines == ["HEAD /%EA%B8%80?q=%C3%A9%20b"]
