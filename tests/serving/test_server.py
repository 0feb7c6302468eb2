"""The server of one page: what it gives, what it refuses, and whom it does not wait for."""

from __future__ import annotations

import http.client
import socket
from threading import Thread

import pytest

from argmap.errors import ArgmapError
from argmap.serving import Board, listen

POLICY = "default-src 'none'"


@pytest.fixture(scope="module")
def served():
    board = Board()
    board.show(b"<p>one</p>", "v1")
    server = listen("127.0.0.1", 0, board, POLICY)
    server.start()
    yield server
    server.stop()


def ask(server, request: str) -> tuple[int, dict[str, str], bytes]:
    """Send a request as it is written, with the port for PORT, and read the answer."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        text = request.replace("PORT", str(server.port)).replace("\n", "\r\n")
        connection.sendall(text.encode("latin-1") + b"\r\n\r\n")
        answer = http.client.HTTPResponse(connection, method=request.split(" ")[0])
        answer.begin()
        return answer.status, dict(answer.headers.items()), answer.read()


def test_the_page_and_its_headers(served):
    status, headers, body = ask(served, "GET / HTTP/1.1\nHost: 127.0.0.1:PORT")
    assert (status, body) == (200, b"<p>one</p>")
    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Server"].strip() == "argmap"


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ("GET /?x=1 HTTP/1.1\nHost: localhost:PORT", 200),
        ("HEAD / HTTP/1.1\nHost: localhost:PORT", 200),
        ("HEAD /events HTTP/1.1\nHost: localhost:PORT", 200),
        ("GET / HTTP/1.1\nHost: LOCALHOST:PORT\nOrigin: http://127.0.0.1:PORT", 200),
        ("GET / HTTP/1.1\nHost: [::1]:PORT", 200),
        # Nothing else is there, whatever it is called.
        ("GET /index.html HTTP/1.1\nHost: localhost:PORT", 404),
        ("GET /../../etc/passwd HTTP/1.1\nHost: localhost:PORT", 404),
        ("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\nHost: localhost:PORT", 404),
        ("GET //etc/passwd HTTP/1.1\nHost: localhost:PORT", 404),
        ("GET /events/ HTTP/1.1\nHost: localhost:PORT", 404),
        ("GET C:\\x HTTP/1.1\nHost: localhost:PORT", 404),
        ("GET http://evil.example/ HTTP/1.1\nHost: localhost:PORT", 404),
        # Only reading.
        ("POST / HTTP/1.1\nHost: localhost:PORT\nContent-Length: 3", 405),
        ("PUT /events HTTP/1.1\nHost: localhost:PORT", 405),
        ("OPTIONS * HTTP/1.1\nHost: localhost:PORT", 405),
        ("CONNECT evil.example:443 HTTP/1.1\nHost: localhost:PORT", 405),
        ("BREW / HTTP/1.1\nHost: localhost:PORT", 405),
        # A name that was made to lead here, and another site's page that asks.
        ("GET / HTTP/1.1\nHost: evil.example", 403),
        ("GET / HTTP/1.1\nHost: evil.example:PORT", 403),
        ("GET / HTTP/1.1\nHost: localhost.evil.example:PORT", 403),
        ("GET / HTTP/1.1\nHost: localhost:1", 403),
        ("GET / HTTP/1.1\nHost: localhost", 403),
        ("GET / HTTP/1.1\nHost: 192.168.0.1:PORT", 403),
        ("GET / HTTP/1.1\nHost: localhost:PORT@evil.example", 403),
        ("GET / HTTP/1.1\nHost: localhost:PORT\nHost: localhost:PORT", 403),
        ("GET / HTTP/1.1\nAccept: text/html", 403),
        ("GET / HTTP/1.0", 403),
        ("GET / HTTP/1.1\nHost: localhost:PORT\nOrigin: http://evil.example", 403),
        ("GET / HTTP/1.1\nHost: localhost:PORT\nOrigin: https://localhost:PORT", 403),
        ("GET /events HTTP/1.1\nHost: localhost:PORT\nOrigin: null", 403),
        # What is no request.
        ("nonsense", 400),
        ("GET / HTTP/9.9", 505),
        ("GET /" + "x" * 70_000 + " HTTP/1.1", 414),
    ],
)
def test_requests(served, request_, status):
    answer, headers, body = ask(served, request_)
    assert answer == status
    assert headers["X-Content-Type-Options"] == "nosniff"
    if status == 405:
        assert headers["Allow"] == "GET, HEAD"
    if request_.startswith("HEAD"):
        assert body == b""
    if status != 200:
        assert b"one" not in body


@pytest.mark.parametrize(
    ("bound", "host", "own"),
    [
        ("127.0.0.1", "127.0.0.2:PORT", True),  # all of 127/8 is this machine
        ("127.0.0.1", "10.0.0.7:PORT", False),
        ("0.0.0.0", "10.0.0.7:PORT", True),
        ("0.0.0.0", "[fd00::1]:PORT", True),
        ("0.0.0.0", "evil.example:PORT", False),
        ("0.0.0.0", f"{socket.gethostname()}:PORT", True),
        ("0.0.0.0", "", False),
        ("0.0.0.0", "[:PORT", False),
    ],
)
def test_whose_host_it_is(bound, host, own):
    server = listen(bound, 0, Board(), POLICY)
    try:
        assert server.is_own(host.replace("PORT", str(server.port))) is own
        assert server.is_private is (bound == "127.0.0.1")
    finally:
        server.server_close()


class Stream:
    """A browser that listens to the events."""

    def __init__(self, server) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        self.connection.request("GET", "/events")
        self.answer = self.connection.getresponse()

    def next(self) -> tuple[str, str]:
        event = self.answer.readline().decode().strip()
        data = self.answer.readline().decode().strip()
        self.rest = [line.strip() for line in iter(self.answer.readline, b"\n")]
        return event.removeprefix("event: "), data.removeprefix("data: ")

    def close(self) -> None:
        self.answer.close()
        self.connection.close()


def test_several_browsers_hear_what_happens():
    board = Board()
    board.show(b"one", "v1")
    server = listen("127.0.0.1", 0, board, POLICY)
    server.start()
    streams = [Stream(server) for _ in range(3)]
    assert {stream.next() for stream in streams} == {("page", '{"version": "v1"}')}
    assert streams[0].rest == [b"retry: 1000"]  # a server that comes back is soon found
    board.busy()
    assert {stream.next() for stream in streams} == {("busy", '{"lines": []}')}
    board.fault(["x.md:1:1: AM005 a\nfault"])
    told = {stream.next() for stream in streams}
    assert told == {("fault", '{"lines": ["x.md:1:1: AM005 a\\nfault"]}')}
    late = Stream(server)
    assert [late.next()[0], late.next()[0]] == ["page", "fault"]
    assert board.state.page == b"one"
    board.show(b"two", "v2")
    assert {stream.next() for stream in streams} == {("page", '{"version": "v2"}')}
    server.stop()
    assert {stream.answer.read() for stream in streams} == {b""}
    for stream in (*streams, late):
        stream.close()


def test_who_hangs_stops_no_one(served):
    hanging = [socket.create_connection(("127.0.0.1", served.port)) for _ in range(30)]
    hanging[0].sendall(b"GET / HT")
    assert ask(served, "GET / HTTP/1.1\nHost: localhost:PORT")[0] == 200
    for connection in hanging:
        connection.close()


def test_beyond_the_most_connections_one_is_turned_away_and_the_rest_go_on():
    board = Board()
    server = listen("127.0.0.1", 0, board, POLICY)
    server.start()
    streams = [Stream(server) for _ in range(64)]
    with pytest.raises(OSError, match=r".*"):
        ask(server, "GET / HTTP/1.1\nHost: localhost:PORT")
    server.stop()
    for stream in streams:
        stream.close()


def test_a_server_that_never_began_can_be_stopped():
    server = listen("127.0.0.1", 0, Board(), POLICY)
    server.stop()
    listen("127.0.0.1", server.port, Board(), POLICY).server_close()


def test_a_port_in_use_is_one_clear_line(served):
    with pytest.raises(
        ArgmapError, match=rf"^port {served.port} of 127\.0\.0\.1 is in use: .*--port"
    ):
        listen("127.0.0.1", served.port, Board(), POLICY)


def test_an_address_that_is_not_here_is_one_clear_line():
    with pytest.raises(ArgmapError, match=r"^there is no address 'no such host' here"):
        listen("no such host", 0, Board(), POLICY)
    with pytest.raises(ArgmapError, match=r"^port 0 of 192\.0\.2\.1 cannot be used: "):
        listen("192.0.2.1", 0, Board(), POLICY)


def test_whoever_waits_is_woken_once():
    board = Board()
    seen: list[str] = []
    waiting = Thread(target=lambda: seen.append(board.wait(0, 10).version))
    waiting.start()
    board.show(b"", "v1")
    waiting.join(10)
    assert seen == ["v1"]
    assert board.wait(5, 0.01).version == "v1"
