"""From a page's address to a verdict: ask, confirm, repeat, follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from argmap.online.addresses import RefusedError
from argmap.online.anchors import decode, read_page
from argmap.online.asking import Answer, Asker, NoAnswerError
from argmap.online.settings import Settings
from argmap.online.targets import Target, next_target
from argmap.online.turns import Turns
from argmap.online.verdicts import Status, Verdict

__all__ = ["Follower"]

_GONE = (404, 410)
_REDIRECTS = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_TOO_MANY = 429


class Follower:
    """Finds out how pages stand, one at a time or many. Belongs to one event loop."""

    def __init__(self, asker: Asker, settings: Settings) -> None:
        """Share one asker, and its turns, among all pages of a run."""
        self._asker = asker
        self._settings = settings
        self._turns = Turns(settings)
        self._silences: Counter[str] = Counter()

    async def follow(self, start: Target, parts: Iterable[str]) -> dict[str, Verdict]:
        """Return a verdict for each part of a page; the empty part is the page itself."""
        wanted = list(parts)
        target, moved = start, True
        try:
            answer, target, moved = await self._arrive(start, read=any(wanted))
        except _SteppedOutError as left:
            verdict = left.verdict
        except NoAnswerError as fault:
            verdict = Verdict(Status.UNKNOWN, str(fault), start.url)
        except RefusedError as why:
            verdict = Verdict(Status.REFUSED, f"it {why}", start.url)
        else:
            verdict = _of_answer(answer, start, target, moved)
            if verdict.status is Status.OK and any(wanted):
                return _of_parts(verdict, answer, wanted)
        return dict.fromkeys(wanted, verdict)

    async def _arrive(self, start: Target, *, read: bool) -> tuple[Answer, Target, bool]:
        """Follow redirects by hand, so that every step is checked as the first was."""
        target, moved, been = start, True, {start.url}
        for _ in range(self._settings.max_redirects + 1):
            answer = await self._answer(target, read)
            if answer.status not in _REDIRECTS or not answer.location:
                return answer, target, moved and target is not start
            moved = moved and answer.status in _FOR_GOOD
            try:
                target = next_target(target, answer.location, self._settings)
            except RefusedError as why:
                said = f"it leads on to an address that {why}"
                raise _SteppedOutError(Status.REFUSED, said, target) from None
            if target.skipped(self._settings.skip_hosts):
                said = f"it leads on to {target.host}, which is skipped"
                raise _SteppedOutError(Status.SKIPPED, said, target)
            if target.url in been:
                # No proof that the page is gone: whoever keeps no cookies is often sent in circles.
                raise _SteppedOutError(Status.UNKNOWN, "it is redirected in a circle", target)
            been.add(target.url)
            read = read and not target.fragment  # a redirect that names a part knows best
        raise _SteppedOutError(Status.UNKNOWN, "it is redirected too often", target)

    async def _answer(self, target: Target, read: bool) -> Answer:
        """Ask until there is an answer to go by, or no more tries.

        HEAD first, unless the page is to be read; GET where HEAD is answered with anything but
        success, since many servers know no HEAD or lie to it.
        """
        method, tries, wait = "GET" if read else "HEAD", 0, self._settings.backoff
        while True:
            fault, answer = None, None
            try:
                async with self._turns.turn(target.host):
                    self._lose_patience(target.host)
                    answer = await self._asker.ask(method, target, read=read)
            except NoAnswerError as error:
                fault = error
            if answer is not None and answer.status < 400:
                return answer
            asked_for = self._retry_after(answer)
            if answer is not None and method == "HEAD" and not _must_wait(answer, asked_for):
                method = "GET"
                continue
            last = tries >= self._settings.retries or asked_for > self._settings.longest_wait
            if answer is not None and (last or not _may_pass(answer.status)):
                return answer
            if fault is not None and (last or not fault.again):
                self._silences[target.host] += 1
                raise fault
            method = "GET" if fault is not None else method
            # The whole host waits: what one request is told holds for the next.
            seconds = asked_for or min(wait * 2**tries, self._settings.longest_wait)
            self._turns.hold(target.host, seconds)
            tries += 1

    def _lose_patience(self, host: str) -> None:
        """Give up a host that was silent for several pages: the rest would wait as long."""
        if self._silences[host] >= self._settings.patience:
            raise NoAnswerError("its host has not answered for other pages", again=False)

    def _retry_after(self, answer: Answer | None) -> float:
        """Return the seconds that a server wants us to wait, 0 where it does not say."""
        said = answer.retry_after.strip() if answer is not None else ""
        if said.isascii() and said.isdigit():
            return float(said[:9])
        try:
            when = parsedate_to_datetime(said)
        except (TypeError, ValueError, OverflowError):
            return 0.0
        if when.tzinfo is None:
            when = when.replace(tzinfo=UTC)
        return max(0.0, when.timestamp() - self._settings.surroundings.now())


class _SteppedOutError(Exception):
    """A redirect ended the way before its end."""

    def __init__(self, status: Status, reason: str, target: Target) -> None:
        super().__init__(reason)
        self.verdict = Verdict(status, reason, target.url)


def _must_wait(answer: Answer, asked_for: float) -> bool:
    """Whether the server has had enough for now, so that GET at once would be rude."""
    return answer.status == _TOO_MANY or (asked_for > 0 and _may_pass(answer.status))


def _may_pass(status: int) -> bool:
    return status == _TOO_MANY or 500 <= status < 600


def _of_answer(answer: Answer, start: Target, end: Target, moved: bool) -> Verdict:
    """Judge by the last answer. Only *not found* and *gone* are words of the server for *dead*."""
    said = _phrase(answer.status)
    if 200 <= answer.status < 300:
        return Verdict(Status.OK, "", end.url, moved)
    if answer.status in _GONE:
        if end is not start:
            said = f"it has moved to {end.url}, which is gone ({said})"
        return Verdict(Status.DEAD, said, end.url, moved)
    return Verdict(Status.UNKNOWN, said, end.url, moved)


def _of_parts(page: Verdict, answer: Answer, parts: list[str]) -> dict[str, Verdict]:
    """Judge each part of a page that was read."""
    if answer.body is None:
        return dict.fromkeys(parts, page)
    found = read_page(decode(answer.body, answer.content_type))
    verdicts = {}
    for part in parts:
        if not part or found.has(part):
            verdicts[part] = page
            continue
        status, said, lacks = Status.DEAD, f"there is no part #{part} on the page", part
        if not answer.whole:
            said = f"the page could not be read to its end, where #{part} may be"
            status, lacks = Status.UNKNOWN, ""
        elif found.scripted:
            said = f"the page is filled in by scripts, and #{part} perhaps with it"
            status, lacks = Status.UNKNOWN, ""
        verdicts[part] = Verdict(status, said, page.url, page.moved, lacks)
    return verdicts


def _phrase(status: int) -> str:
    """Name a status in HTTP's own words: those that a server sends are a stranger's."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"status {status}"
