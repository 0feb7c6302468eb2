"""One request and its answer, within bounds of time and size whatever the server does.

Looked at: httpx, aiohttp, urllib3 and requests, and httpcore, on which httpx stands. We follow
redirects, decode bodies and repeat requests by our own rules, keep no cookies and heed no
environment, so nearly all that a client adds would be switched off again. What we need is a say in
which address is connected to: httpcore has a public place for that, httpx hides it, aiohttp asks
its resolver but not for an address written as a number, and urllib3 has to be subclassed in four
places. httpcore is pure Python, bounds the size of headers, and its requests can be cancelled.

Every request has a connection of its own, closed after it. A server that answers HEAD with a body,
as some do, could otherwise have that taken for its answer to the next question.
"""

from __future__ import annotations

import asyncio
import ssl
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import cache

import anyio
import httpcore

from argmap.online.connecting import CheckedBackend, NoSuchHostError
from argmap.online.settings import Settings
from argmap.online.targets import Target

__all__ = ["Answer", "Asker", "NoAnswerError"]

MOST_READ = 2 * 1024 * 1024
"""Bytes of a page that are read, counted as they come and again when unpacked."""

_HTML = ("text/html", "application/xhtml+xml")


class NoAnswerError(Exception):
    """The server could not be asked, or did not answer in form. The message says why.

    ``again`` says whether a second try may do better.
    """

    def __init__(self, reason: str, *, again: bool = True) -> None:
        super().__init__(reason)
        self.again = again


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: its status, some of its headers, and as much of a page as was read.

    ``body`` is None where none was wanted, or it is no HTML. ``whole`` is False where the page goes
    on, or cannot be unpacked.
    """

    status: int
    location: str = ""
    retry_after: str = ""
    content_type: str = ""
    body: bytes | None = None
    whole: bool = True


class Asker:
    """Sends requests. An asynchronous context; belongs to one event loop."""

    def __init__(self, settings: Settings) -> None:
        """Take limits and surroundings from the settings."""
        self._settings = settings
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=_trust(),
            max_connections=None,  # turns see to that, and to wait here would cost time to answer
            max_keepalive_connections=0,
            network_backend=CheckedBackend(settings),
        )

    async def __aenter__(self) -> Asker:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._pool.aclose()

    async def ask(self, method: str, target: Target, *, read: bool) -> Answer:
        """Ask for a page; with ``read``, for its words too where it is HTML.

        Raises :class:`NoAnswerError`, or :class:`RefusedError` where the address is one that is
        not asked.
        """
        try:
            async with asyncio.timeout(self._settings.timeout):
                return await self._ask(method, target, read)
        except (TimeoutError, httpcore.TimeoutException):
            raise NoAnswerError(f"no answer within {self._settings.timeout:g} seconds") from None
        except NoSuchHostError:
            raise NoAnswerError(f"the host {target.host} was not found") from None
        except (httpcore.ProtocolError, httpcore.UnsupportedProtocol):
            raise NoAnswerError("the server's answer is not HTTP as it should be") from None
        except (httpcore.NetworkError, OSError, anyio.BrokenResourceError) as error:
            if _is_about_trust(error):
                raise NoAnswerError("its certificate is not trusted", again=False) from None
            raise NoAnswerError("the connection failed") from None

    async def _ask(self, method: str, target: Target, read: bool) -> Answer:
        url = httpcore.URL(
            scheme=target.scheme, host=target.host, port=target.port, target=target.path
        )
        seconds = self._settings.timeout
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), seconds)
        async with self._pool.stream(
            method, url, headers=self._headers(target), extensions={"timeout": timeouts}
        ) as response:
            headers: dict[str, str] = {}
            for name, value in response.headers:
                headers.setdefault(name.decode("latin-1").lower(), _text(value))
            content_type = headers.get("content-type", "").lower()
            body, whole = None, True
            if read and response.status == 200 and content_type.startswith(_HTML):
                packing = headers.get("content-encoding", "").strip().lower()
                body, whole = await _read(response.aiter_stream(), packing)
            return Answer(
                response.status,
                headers.get("location", ""),
                headers.get("retry-after", ""),
                content_type,
                body,
                whole,
            )

    def _headers(self, target: Target) -> dict[bytes | str, bytes | str]:
        return {
            "Host": target.url.split("/", 3)[2],
            "User-Agent": self._settings.user_agent,
            "Accept": "text/html, */*;q=0.8",
            "Accept-Encoding": "gzip, identity;q=0.5",
            "Connection": "close",
        }


@cache
def _trust() -> ssl.SSLContext:
    """Read the certificates to trust, this system's and certifi's: a tenth of a second."""
    return httpcore.default_ssl_context()


async def _read(chunks: AsyncIterator[bytes], packing: str) -> tuple[bytes, bool]:
    """Read and unpack up to the bound; return what was read and whether that is all."""
    if packing not in ("", "identity", "gzip", "x-gzip", "deflate"):
        return b"", False
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32) if packing not in ("", "identity") else None
    page, came = bytearray(), 0
    async for chunk in chunks:
        came += len(chunk)
        room = MOST_READ + 1 - len(page)
        try:
            page += chunk[:room] if unpacker is None else unpacker.decompress(chunk, room)
        except zlib.error:
            return bytes(page), False
        if len(page) > MOST_READ or came > MOST_READ:
            return bytes(page[:MOST_READ]), False
    return bytes(page), unpacker is None or (unpacker.eof and not unpacker.unused_data)


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _is_about_trust(error: BaseException) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
