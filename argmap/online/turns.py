"""Whose turn it is: few requests at once, fewer to one host, and a pause between those."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from argmap.online.settings import Settings

__all__ = ["Turns"]


@dataclass(slots=True)
class _Door:
    """One host's: how many may be inside, and when the next may enter."""

    places: asyncio.Semaphore
    opens: float = 0.0


class Turns:
    """Gives out turns to ask, in the order they are wanted. Belongs to one event loop."""

    def __init__(self, settings: Settings) -> None:
        """Take the limits from the settings."""
        self._settings = settings
        self._places = asyncio.Semaphore(settings.jobs)
        self._doors: dict[str, _Door] = {}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until a request to ``host`` may begin, and count it until it has ended."""
        clock, pause = self._settings.surroundings.clock, self._settings.pause
        door = self._door(host)
        async with door.places:
            now = clock()
            begin = max(now, door.opens)
            door.opens = begin + pause
            if begin > now:
                await (self._settings.surroundings.sleep or asyncio.sleep)(begin - now)
            async with self._places:
                yield

    def hold(self, host: str, seconds: float) -> None:
        """Let no further request to ``host`` begin for some seconds."""
        door = self._door(host)
        door.opens = max(door.opens, self._settings.surroundings.clock() + seconds)

    def _door(self, host: str) -> _Door:
        if host not in self._doors:
            self._doors[host] = _Door(asyncio.Semaphore(self._settings.per_host))
        return self._doors[host]
