"""Connections to addresses that were checked, and to no others.

A check of a host's name, or of its address before another library looks it up again, can be got
round by a name whose address changes in between (DNS rebinding). Here a name is looked up once, all
its addresses are checked, and the connection goes to one of these by number. TLS still asks for a
certificate of the name.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterable, Sequence
from contextlib import suppress
from threading import Thread
from typing import cast

import httpcore

from argmap.online.addresses import RefusedError, why_address_refused
from argmap.online.settings import Settings

__all__ = ["CheckedBackend", "NoSuchHostError"]

_MOST_ADDRESSES = 4


class NoSuchHostError(Exception):
    """A host's name leads to no address, or no name server said."""


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """The network as httpcore sees it; the place that httpcore provides for such a check."""

    def __init__(self, settings: Settings) -> None:
        """Take the rules and the surroundings from the settings."""
        self._settings = settings

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Look up, check, connect.

        One address that is refused is enough to refuse a host. Raises :class:`RefusedError`,
        :class:`NoSuchHostError`, or what httpcore raises.
        """
        addresses = await self._resolve(host, port)
        for address in addresses:
            why = why_address_refused(address, allow_private=self._settings.allow_private)
            if why:
                raise RefusedError(f"leads to {address}, which {why}")
        addresses = _few(addresses)
        share = (timeout or self._settings.timeout) / len(addresses)
        for address in addresses[:-1]:
            try:
                return await self._connect(address, port, share)
            except (httpcore.NetworkError, httpcore.TimeoutException, OSError):
                continue  # a host may have an address of each kind, and this machine one way out
        return await self._connect(addresses[-1], port, share)

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Refuse: no link leads to a socket of this machine."""
        raise RefusedError("is a socket of this machine")

    async def sleep(self, seconds: float) -> None:
        """Wait, as httpcore asks between its own attempts; we have it make none."""
        await asyncio.sleep(seconds)

    async def _resolve(self, host: str, port: int) -> list[str]:
        try:
            found = await (self._settings.surroundings.resolve or _look_up)(host, port)
        except (OSError, UnicodeError) as error:
            raise NoSuchHostError from error
        if not found:
            raise NoSuchHostError
        return list(dict.fromkeys(found))

    async def _connect(
        self, address: str, port: int, timeout: float
    ) -> httpcore.AsyncNetworkStream:
        connect = self._settings.surroundings.connect
        if connect is not None:
            return cast(httpcore.AsyncNetworkStream, await connect(address, port, timeout))
        return await httpcore.AnyIOBackend().connect_tcp(address, port, timeout)


def _few(addresses: Sequence[str]) -> list[str]:
    """Keep a few addresses, of both kinds where there are both, in the system's order."""
    if len(addresses) <= _MOST_ADDRESSES:
        return list(addresses)
    four = [address for address in addresses if ":" not in address]
    six = [address for address in addresses if ":" in address]
    kept = six[: max(_MOST_ADDRESSES // 2, _MOST_ADDRESSES - len(four))]
    kept += four[: _MOST_ADDRESSES - len(kept)]
    return [address for address in addresses if address in kept]


async def _look_up(host: str, port: int) -> Sequence[str]:
    """Ask the system for a host's addresses.

    In a daemon thread: the loop's own threads are waited for at the end, and Ctrl-C must not wait
    for a name server.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def tell(found: list[str] | Exception) -> None:
        if answer.done():
            return
        if isinstance(found, Exception):
            answer.set_exception(found)
        else:
            answer.set_result(found)

    def work() -> None:
        found: list[str] | Exception
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found = [str(row[4][0]) for row in rows]
        except (OSError, UnicodeError) as error:
            found = error
        with suppress(RuntimeError):  # the loop has gone: nobody waits any more
            loop.call_soon_threadsafe(tell, found)

    Thread(target=work, daemon=True, name="argmap-look-up").start()
    return await answer
