"""Small web servers on 127.0.0.1, one behaviour a path, that note what they are asked."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread


@dataclass
class Asked:
    """What a server saw: methods with paths in order, headers of the last, most at once."""

    lines: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    most_at_once: int = 0
    _now: int = 0
    _lock: Lock = field(default_factory=Lock)

    @contextmanager
    def note(self, line: str, headers: dict[str, str]) -> Iterator[None]:
        with self._lock:
            self.lines.append(line)
            self.headers = headers
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        try:
            yield
        finally:
            with self._lock:
                self._now -= 1


@dataclass
class Site:
    """A running server: its address, and what it was asked. ``over`` is set when it ends."""

    port: int
    asked: Asked
    over: Event

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


class Handler(BaseHTTPRequestHandler):
    """One request, answered by the function for its path, else 404."""

    pages: dict[str, Callable[[Handler], None]]
    asked: Asked
    over: Event

    def do_GET(self) -> None:
        with self.asked.note(f"{self.command} {self.path}", dict(self.headers)):
            page = self.pages.get(self.path.partition("?")[0])
            try:
                if page is None:
                    self.reply(404)
                else:
                    page(self)
            except OSError:
                self.close_connection = True  # the other side has had enough

    do_HEAD = do_GET  # noqa: N815

    def reply(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Send a whole answer; ``_`` in a header's name is ``-``."""
        self.send_response(status)
        headers.setdefault("Content_Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def html(self, text: str, **headers: str) -> None:
        """Send a page."""
        headers.setdefault("Content_Type", "text/html; charset=utf-8")
        self.reply(200, text.encode(), **headers)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def serving(pages: dict[str, Callable[[Handler], None]]) -> Iterator[Site]:
    """Run a server while the block runs."""
    asked, over = Asked(), Event()
    kind = type("Here", (Handler,), {"pages": pages, "asked": asked, "over": over})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield Site(server.server_address[1], asked, over)
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def babbling(talk: Callable[[socket.socket], None]) -> Iterator[Site]:
    """Run a server that reads a request and then says whatever ``talk`` sends."""
    asked, over = Asked(), Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                peer, _ = listener.accept()
            except OSError:
                return
            with peer:
                if over.is_set():
                    return
                peer.settimeout(5)
                try:
                    line = peer.recv(65536).partition(b"\r\n")[0].decode("latin-1")
                    asked.lines.append(line.rpartition(" ")[0])
                    talk(peer)
                except OSError:
                    continue

    thread = Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield Site(listener.getsockname()[1], asked, over)
    finally:
        over.set()
        with socket.create_connection(listener.getsockname()):
            pass  # wakes the server, so that it sees that all is over
        thread.join()
        listener.close()


def closed_port() -> int:
    """Return a port of this machine at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
