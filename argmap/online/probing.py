"""Asking for many links: each page once, what is remembered not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.online.verdicts import Status, Verdict

if TYPE_CHECKING:
    from argmap.online.settings import Settings
    from argmap.online.targets import Target

__all__ = ["probe"]


def probe(
    urls: Iterable[str],
    settings: Settings,
    *,
    progress: Callable[[int, int], None] | None = None,
    tell: Callable[[str], None] | None = None,
) -> dict[str, Verdict]:
    """Find out how links stand; the verdicts are in the order of the links, each link once.

    ``progress`` is called with how many links are settled and how many there are; ``tell`` with a
    line for the user, such as that the memory cannot be written. Both are called in this thread.
    What was found before Ctrl-C is remembered.

    Raises :class:`ArgmapError` where ``argmap[online]`` is not installed. Runs an event loop of
    its own, so not to be called inside one.
    """
    wanted = list(dict.fromkeys(urls))
    if not wanted:
        return {}
    _require_extra()
    from argmap.online.link_cache import recall, remember

    report = progress or _say_nothing
    memory = recall(settings)
    verdicts: dict[str, Verdict] = {}
    questions: dict[str, _Question] = {}
    for url in wanted:
        asked = _prepare(url, settings)
        if isinstance(asked, Verdict):
            verdicts[url] = asked
            continue
        target, part = asked
        key = f"{target.url}#{part}" if part else target.url
        if key in memory:
            verdicts[url] = memory[key].verdict
            continue
        questions.setdefault(target.url, _Question(target)).add(url, part)
    report(len(verdicts), len(wanted))
    if questions:
        found: dict[str, Verdict] = {}
        try:
            _run(list(questions.values()), settings, verdicts, found, report, len(wanted))
        finally:
            note = remember(found, settings)
        if note and tell:
            tell(note)
    return {url: verdicts[url] for url in wanted}


class _Question:
    """One page, and the links that lead to it or to parts of it."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.parts: dict[str, list[str]] = {}

    def add(self, url: str, part: str) -> None:
        """Add a link that leads to a part of the page, the empty part being all of it."""
        self.parts.setdefault(part, []).append(url)


def _prepare(url: str, settings: Settings) -> tuple[Target, str] | Verdict:
    """Say what to ask for a link, or the verdict on one that is not asked for."""
    from argmap.online.addresses import RefusedError
    from argmap.online.anchors import wanted_anchor
    from argmap.online.targets import parse_target

    try:
        target = parse_target(url, settings)
    except RefusedError as why:
        return Verdict(Status.REFUSED, f"it {why}", url)
    if target.skipped(settings.skip_hosts):
        return Verdict(Status.SKIPPED, f"{target.host} is skipped", url)
    part = wanted_anchor(target.fragment) if settings.anchors else ""
    return replace(target, fragment=""), part


def _run(
    questions: list[_Question],
    settings: Settings,
    verdicts: dict[str, Verdict],
    found: dict[str, Verdict],
    report: Callable[[int, int], None],
    total: int,
) -> None:
    """Ask all questions; fills ``verdicts`` by link and ``found`` by page and part."""
    import asyncio

    from argmap.online.asking import Asker
    from argmap.online.following import Follower

    async def settle(question: _Question, follower: Follower) -> None:
        page = question.target.url
        for part, verdict in (await follower.follow(question.target, question.parts)).items():
            found[f"{page}#{part}" if part else page] = verdict
            for url in question.parts[part]:
                verdicts[url] = verdict
        report(len(verdicts), total)

    async def settle_all() -> None:
        async with Asker(settings) as asker, asyncio.TaskGroup() as group:
            follower = Follower(asker, settings)
            for question in questions:
                group.create_task(settle(question, follower))

    try:
        asyncio.run(settle_all())
    except* Exception as several:  # one that a callback raised reads as it was raised
        raise several.exceptions[0] from None


def _say_nothing(done: int, total: int) -> None:
    """Stand in for a progress callback."""


def _require_extra() -> None:
    try:
        import anyio  # noqa: F401
        import httpcore  # noqa: F401
        import idna  # noqa: F401
    except ImportError:
        raise ArgmapError(
            'asking the web needs more to be installed: pip install "argmap[online]"'
        ) from None
