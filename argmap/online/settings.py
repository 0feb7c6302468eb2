"""How links are asked for: limits, manners, what is left out; and what a test may put in."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from argmap import __version__
from argmap.errors import ArgmapError

__all__ = ["Settings", "Surroundings"]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What lies outside the program, so that tests can stand in for it.

    ``now`` is the time in seconds since 1970, for the memory; ``clock`` never goes back. ``sleep``
    waits some seconds. ``resolve`` gives the addresses of a host, each as text, and raises
    :class:`OSError` where there are none. ``connect`` opens a connection to an address and a port
    within some seconds and returns an httpcore stream. None stands for the real one.
    """

    now: Callable[[], float] = time.time
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[object]] | None = None
    resolve: Callable[[str, int], Awaitable[Sequence[str]]] | None = None
    connect: Callable[[str, int, float], Awaitable[object]] | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """How links are asked for. Raises :class:`ArgmapError` for a number that is out of range.

    ``jobs``: requests under way at once, ``per_host`` of them to one host, whose requests begin
    ``pause`` seconds apart or more. ``timeout``: the seconds a request may take from first to
    last. ``retries``: how often one is repeated after a failure of the network, a 429 or a 5xx,
    after ``backoff`` seconds and each time twice as long, or what the server's Retry-After says;
    no wait is longer than ``longest_wait``. A host that gave no answer for ``patience`` pages is
    asked for no more. ``skip_hosts``: globs over host names. ``anchors``: whether to look for
    the part of a page behind ``#``. ``cache_file``: what is remembered, live links for
    ``cache_days`` and dead ones for ``dead_hours``. ``allow_private``: also ask this machine and
    private networks, at any port.
    """

    jobs: int = 8
    per_host: int = 2
    pause: float = 0.2
    timeout: float = 20.0
    retries: int = 2
    backoff: float = 1.0
    longest_wait: float = 30.0
    patience: int = 3
    max_redirects: int = 8
    skip_hosts: tuple[str, ...] = ()
    anchors: bool = True
    cache_file: Path | None = None
    cache_days: float = 7.0
    dead_hours: float = 1.0
    user_agent: str = f"argmap/{__version__} (link check)"
    allow_private: bool = False
    surroundings: Surroundings = field(default_factory=Surroundings)

    def __post_init__(self) -> None:
        for name in ("jobs", "per_host", "patience"):
            if getattr(self, name) < 1:
                raise ArgmapError(f"online: {name.replace('_', '-')} must be 1 or more")
        if not 0 < self.timeout < float("inf"):
            raise ArgmapError("online: timeout must be more than 0 seconds")
        for name in ("pause", "retries", "backoff", "longest_wait", "max_redirects"):
            if not 0 <= getattr(self, name) < float("inf"):
                raise ArgmapError(f"online: {name.replace('_', '-')} must be 0 or more")
        if not self.user_agent.isascii() or not self.user_agent.isprintable():
            raise ArgmapError("online: user-agent must be plain ASCII text")
