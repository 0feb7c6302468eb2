"""Servers that do not mean well, or do not do well: bounded, and never proof of a dead link."""

from __future__ import annotations

import gzip
import socket
import zlib

import pytest
from web_server import Handler, Site, babbling

from argmap.online import Status

asking = pytest.importorskip("argmap.online.asking", reason="asking the web needs argmap[online]")

SOON = {"timeout": 0.3, "retries": 0}
LITTLE = 100_000
"""The bound on what is read of a page, where a test goes beyond it."""


@pytest.fixture
def little_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert LITTLE < asking.MOST_READ <= 4 * 1024 * 1024
    monkeypatch.setattr(asking, "MOST_READ", LITTLE)


def until_hung_up(peer: socket.socket, piece: bytes) -> None:
    while True:
        peer.sendall(piece)


def ask_babbler(web, talk, path: str = "/", **options):
    site: Site = web.stack.enter_context(babbling(talk))
    verdict = web.ask_one(site.url + path, **{**SOON, **options})
    return verdict, site


@pytest.mark.parametrize("path", ["/", "/#part"])
def test_server_that_never_answers(web, path: str) -> None:
    def page(handler: Handler) -> None:
        handler.over.wait(5)

    site = web.site({"/": page})
    verdict = web.ask_one(site.url + path, **SOON)
    assert (verdict.status, verdict.reason) == (Status.UNKNOWN, "no answer within 0.3 seconds")


@pytest.mark.parametrize("path", ["/", "/#part"])
def test_server_that_drips(web, path: str) -> None:
    """Every byte comes soon after the last, so that no wait for one is long: the whole is."""
    over = None

    def talk(peer: socket.socket) -> None:
        peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX: ")
        while not over.wait(0.02):
            peer.sendall(b"x")

    site = web.stack.enter_context(babbling(talk))
    over = site.over
    verdict = web.ask_one(site.url + path, **SOON)
    assert verdict.status is Status.UNKNOWN


def test_body_that_drips(web) -> None:
    def page(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while not handler.over.wait(0.02):
            handler.wfile.write(b"<p>")

    site = web.site({"/": page})
    assert web.ask_one(site.url + "/#part", **SOON).status is Status.UNKNOWN
    assert web.ask_one(site.url + "/", **SOON).status is Status.OK


@pytest.mark.usefixtures("little_is_read")
def test_body_without_an_end(web) -> None:
    def page(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        handler.wfile.write(b"<p id=early>")
        while handler.command == "GET" and not handler.over.is_set():
            handler.wfile.write(b"<p>" * 20_000)

    site = web.site({"/": page})
    early, late = web.ask(site.url + "/#early", site.url + "/#late", timeout=20.0)
    assert early.status is Status.OK
    assert late.status is Status.UNKNOWN
    assert "could not be read to its end" in late.reason
    assert site.asked.lines == ["GET /"]


@pytest.mark.usefixtures("little_is_read")
@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_little_that_unpacks_to_much(web, packing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    monkeypatch.setattr(
        asking,
        "_read",
        lambda chunks, named, _read=asking._read: _measured(_read, chunks, named, sizes),
    )
    unpacked: list[int] = []

    class Noting:
        def __init__(self, *given: int) -> None:
            self._real = decompressobj(*given)

        def __getattr__(self, name: str) -> object:
            return getattr(self._real, name)

        def decompress(self, *given: object) -> bytes:
            found = self._real.decompress(*given)
            unpacked.append(len(found))
            return found

    decompressobj = zlib.decompressobj
    monkeypatch.setattr(zlib, "decompressobj", Noting)
    pack = gzip.compress if packing == "gzip" else zlib.compress
    bomb = pack(b"<p id=early>" + b"<p>" * LITTLE * 4)

    def page(handler: Handler) -> None:
        handler.reply(200, bomb, Content_Type="text/html", Content_Encoding=packing)

    site = web.site({"/": page})
    early, late = web.ask(site.url + "/#early", site.url + "/#late", timeout=20.0)
    assert (early.status, late.status) == (Status.OK, Status.UNKNOWN)
    assert sizes == [LITTLE]
    assert LITTLE < sum(unpacked) <= LITTLE + 1


async def _measured(read, chunks, packing: str, sizes: list[int]) -> tuple[bytes, bool]:
    body, whole = await read(chunks, packing)
    sizes.append(len(body))
    return body, whole


@pytest.mark.parametrize("packing", ["gzip", "br", "zstd", "nonsense"])
def test_page_that_cannot_be_unpacked(web, packing: str) -> None:
    def page(handler: Handler) -> None:
        handler.reply(200, b"\x00\x01rubbish", Content_Type="text/html", Content_Encoding=packing)

    site = web.site({"/": page})
    assert web.ask_one(site.url + "/#part").status is Status.UNKNOWN
    assert web.ask_one(site.url + "/").status is Status.OK


@pytest.mark.parametrize(
    ("cut", "status"), [(None, Status.DEAD), (-5, Status.UNKNOWN)], ids=["whole", "cut"]
)
def test_page_that_is_packed_is_read(web, cut: int | None, status: Status) -> None:
    def page(handler: Handler) -> None:
        body = gzip.compress(b"<p id=part>" + b"and so on " * 1000)[:cut]
        handler.reply(200, body, Content_Type="text/html", Content_Encoding="gzip")

    site = web.site({"/": page})
    there, gone = web.ask(site.url + "/#part", site.url + "/#other")
    assert there.status is Status.OK
    assert gone.status is status


@pytest.mark.parametrize(
    "piece",
    [b"X: " + b"x" * 60_000 + b"\r\n", b"x" * 60_000, b"Set-Cookie: a=b\r\n" * 2000],
    ids=["fields", "field", "cookies"],
)
def test_headers_without_an_end(web, piece: bytes) -> None:
    def talk(peer: socket.socket) -> None:
        peer.sendall(b"HTTP/1.1 200 OK\r\n")
        until_hung_up(peer, piece)

    verdict, _ = ask_babbler(web, talk, timeout=20.0)
    assert verdict.status is Status.UNKNOWN
    assert "not HTTP" in verdict.reason


def test_interim_answers_without_an_end(web) -> None:
    verdict, _ = ask_babbler(
        web, lambda peer: until_hung_up(peer, b"HTTP/1.1 100 Continue\r\n\r\n")
    )
    assert verdict.status is Status.UNKNOWN


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nContent-Length: 8\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: rot13\r\n\r\n",
        bytes(range(256)) * 10,
    ],
)
def test_answer_that_is_no_http(web, said: bytes) -> None:
    verdict, _ = ask_babbler(web, lambda peer: peer.sendall(said))
    assert verdict.status is Status.UNKNOWN


def test_body_that_breaks_off(web) -> None:
    said = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\n<p id=a>"
    verdict, _ = ask_babbler(web, lambda peer: peer.sendall(said), "/#part")
    assert verdict.status is Status.UNKNOWN


def test_head_answered_with_a_body_does_not_answer_the_next_question(web) -> None:
    """The body is itself an answer, that all is well; the next page is gone all the same."""

    def talk(peer: socket.socket) -> None:
        trap = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
        status = b"404 Not Found" if "gone" in site.asked.lines[-1] else b"200 OK"
        peer.sendall(b"HTTP/1.1 %b\r\nContent-Length: %d\r\n\r\n%b" % (status, len(trap), trap))

    site = web.stack.enter_context(babbling(talk))
    there, gone = web.ask(site.url + "/a", site.url + "/gone", jobs=1)
    assert (there.status, gone.status) == (Status.OK, Status.DEAD)


@pytest.mark.parametrize("where", [b"/\xff\xfe", b"/caf\xc3\xa9", b"?\x01", b"/ a\tb"])
def test_redirect_in_strange_bytes(web, where: bytes) -> None:
    def talk(peer: socket.socket) -> None:
        first = site.asked.lines[-1] == "HEAD /"
        line = b"HTTP/1.1 302 Found\r\nLocation: " + where if first else b"HTTP/1.1 200 OK"
        peer.sendall(line + b"\r\nContent-Length: 0\r\n\r\n")

    site = web.stack.enter_context(babbling(talk))
    verdict = web.ask_one(site.url + "/", retries=0)
    assert verdict.status in (Status.OK, Status.UNKNOWN)
    assert verdict.url.isascii()
    assert verdict.url.isprintable()
