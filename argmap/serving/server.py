"""The server of one page: the standard library's, with a thread for each browser.

A page that another site has a browser ask for in the reader's name must not be given out: a
request has to name this server as its ``Host`` (a name that someone points at 127.0.0.1, as in DNS
rebinding, is refused) and, where it has an ``Origin``, come from this server's own page.
"""

from __future__ import annotations

import errno
import os
import socket
import socketserver
import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from threading import BoundedSemaphore, Thread
from typing import Any

from argmap.errors import ArgmapError
from argmap.serving.board import Board

__all__ = ["PageServer", "listen"]

_MOST = 64
"""Connections at one time; what comes beyond them is turned away, not queued."""
_PATIENCE = 10.0
"""Seconds that a browser may take to send its request, or to take what it is sent."""
_HEARTBEAT = 15.0
"""Seconds of silence after which a stream says that it is still there, to find who has gone."""
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class PageServer(ThreadingHTTPServer):
    """Serves a board's page at ``/`` and its events at ``/events``."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = _MOST
    # On Windows this would let two servers have one port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, host: str, port: int, board: Board, policy: str) -> None:
        self.board = board
        self.policy = f"{policy}; frame-ancestors 'none'"
        self.host = host
        self._room = BoundedSemaphore(_MOST)
        self._started = False
        self.address_family, _, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        super().__init__(address[:2], _Handler)  # type: ignore[arg-type]

    @property
    def port(self) -> int:
        """Return the port that it listens at."""
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        """Return the address of the page, for a browser on this machine."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(self.host, self.host)
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"

    @property
    def is_private(self) -> bool:
        """Tell whether only this machine can reach it."""
        return ip_address(str(self.server_address[0]).partition("%")[0]).is_loopback

    def start(self) -> None:
        """Serve in a thread of its own."""
        self._started = True
        Thread(target=self.serve_forever, args=(0.2,), name="server", daemon=True).start()

    def stop(self) -> None:
        """End all streams, and let go of the port."""
        self.board.close()
        if self._started:  # or the library waits for ever
            self.shutdown()
        self.server_close()

    def is_own(self, host: str) -> bool:
        """Tell whether a ``Host`` names this server.

        Whoever can be reached from elsewhere is also reached by other names: an address is never
        one that DNS could turn, and the machine's own name is its own.
        """
        name, separator, port = host.rpartition(":")
        if not separator or port.endswith("]"):
            name, port = host, "80"
        if port != str(self.port):
            return False
        name = name.lower().removesuffix(".")
        bare = name.removeprefix("[").removesuffix("]")
        if name == "localhost" or bare == self.host.lower():
            return True
        try:
            address = ip_address(bare)
        except ValueError:
            return not self.is_private and name == socket.gethostname().lower()
        return address.is_loopback or not self.is_private

    def server_bind(self) -> None:
        """Take the port, without asking DNS for the machine's name as the library does."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.host, self.port

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread, where there is room for one more."""
        if not self._room.acquire(blocking=False):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer, and make room again."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over browsers that go away or hang; tell of anything else, in one line."""
        error = sys.exception() if sys.version_info >= (3, 12) else sys.exc_info()[1]
        if not isinstance(error, OSError):
            print(f"argmap: a request failed: {type(error).__name__}: {error}", file=sys.stderr)


class _Handler(BaseHTTPRequestHandler):
    server: PageServer
    protocol_version = "HTTP/1.1"
    server_version = "argmap"
    sys_version = ""
    timeout = _PATIENCE

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def parse_request(self) -> bool:
        """Refuse every other method before anything else is looked at."""
        if not super().parse_request():
            return False
        if self.command in ("GET", "HEAD"):
            return True
        self._say(HTTPStatus.METHOD_NOT_ALLOWED, allow="GET, HEAD")
        return False

    def _answer(self, *, body: bool) -> None:
        hosts = self.headers.get_all("Host") or []
        origins = self.headers.get_all("Origin") or []
        own = len(hosts) == 1 and self.server.is_own(hosts[0].strip())
        from_own = all(
            origin.startswith("http://") and self.server.is_own(origin.removeprefix("http://"))
            for origin in origins
        )
        if not own or not from_own:
            self._say(HTTPStatus.FORBIDDEN, body=body)
            return
        routes: dict[str, Callable[[bool], None]] = {"/": self._page, "/events": self._events}
        route = routes.get(self.path.partition("?")[0])
        if route is None:
            self._say(HTTPStatus.NOT_FOUND, body=body)
            return
        route(body)

    def _page(self, body: bool) -> None:
        page = self.server.board.state.page
        self._begin(HTTPStatus.OK, "text/html; charset=utf-8", len(page))
        if body:
            self.wfile.write(page)

    def _events(self, body: bool) -> None:
        self._begin(HTTPStatus.OK, "text/event-stream")
        if not body:
            return
        seen = -1
        while True:
            state = self.server.board.wait(seen, _HEARTBEAT)
            if state.closed:
                return
            fresh = state.number > seen
            self.wfile.write(state.messages(first=seen < 0) if fresh else b": still here\n\n")
            self.wfile.flush()
            seen = state.number

    def _say(self, status: HTTPStatus, *, body: bool = True, allow: str = "") -> None:
        words = f"{status.value} {status.phrase}\n".encode()
        self._begin(status, "text/plain; charset=utf-8", len(words), allow=allow)
        if body:
            self.wfile.write(words)

    def _begin(
        self, status: HTTPStatus, type_: str, length: int | None = None, *, allow: str = ""
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Security-Policy", self.server.policy)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(length))
        if allow:
            self.send_header("Allow", allow)
        # A connection for each request: what hangs is one thread, and ends with it.
        self.send_header("Connection", "close")
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a request that cannot be read, in the same plain way."""
        if self.request_version == "HTTP/0.9":  # what the library takes it for, and answers no head
            self.request_version = "HTTP/1.0"
        self._say(HTTPStatus(code))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep silent: whoever looks at the page needs no account of it."""


def listen(host: str, port: int, board: Board, policy: str) -> PageServer:
    """Take a port for a board's page; 0 takes any that is free.

    ``policy`` is the Content-Security-Policy. Raises :class:`ArgmapError` where it cannot be had.
    """
    try:
        return PageServer(host, port, board, policy)
    except socket.gaierror:
        raise ArgmapError(f"there is no address {host!r} here: use 127.0.0.1") from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            why = "is in use: choose another with --port, or any that is free with --port 0"
        elif error.errno in (errno.EACCES, errno.EPERM):
            why = "may not be used by you: choose one above 1023 with --port"
        else:
            why = f"cannot be used: {error.strerror}"
        raise ArgmapError(f"port {port} of {host} {why}") from None
