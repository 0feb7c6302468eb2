"""What the tests of ``argmap.online`` share. Nothing in them reaches beyond this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from web_server import Handler, Site, serving

from argmap.online import Settings, Surroundings, Verdict, probe


@dataclass
class Web:
    """Starts servers, and asks them without waiting; ``waits`` are the seconds it would have."""

    stack: ExitStack
    waits: list[float] = field(default_factory=list)
    now: float = 1_000_000.0
    notes: list[str] = field(default_factory=list)

    def site(self, pages: dict[str, Callable[[Handler], None]]) -> Site:
        return self.stack.enter_context(serving(pages))

    def settings(self, **options: Any) -> Settings:
        async def sleep(seconds: float) -> None:
            self.waits.append(round(seconds, 3))

        around: dict[str, Any] = {"now": lambda: self.now, "clock": lambda: 0.0, "sleep": sleep}
        around |= {"resolve": _this_machine, "connect": _to_this_machine}
        around.update(options.pop("surroundings", {}))
        fixed: dict[str, Any] = {"allow_private": True, "timeout": 5.0, "pause": 0.0}
        return Settings(**{**fixed, **options}, surroundings=Surroundings(**around))

    def ask(self, *urls: str, **options: Any) -> list[Verdict]:
        verdicts = probe(urls, self.settings(**options), tell=self.notes.append)
        return [verdicts[url] for url in urls]

    def ask_one(self, url: str, **options: Any) -> Verdict:
        return self.ask(url, **options)[0]


async def _this_machine(host: str, port: int) -> list[str]:
    """Know no other machine, so that no fault under test can reach one."""
    if host in ("127.0.0.1", "localhost"):
        return ["127.0.0.1"]
    raise OSError("no such host in a test")


async def _to_this_machine(address: str, port: int, timeout: float) -> object:
    import httpcore

    if address != "127.0.0.1":
        raise AssertionError(f"a test would have connected to {address}")
    return await httpcore.AnyIOBackend().connect_tcp(address, port, timeout)


@pytest.fixture
def web() -> Iterator[Web]:
    reason = "asking the web needs argmap[online]"
    pytest.importorskip("httpcore", reason=reason)
    pytest.importorskip("anyio", reason=reason)
    pytest.importorskip("idna", reason=reason)
    with ExitStack() as stack:
        yield Web(stack)
