"""A line that says what takes long: on a terminal only, and only after a moment."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["MOMENT", "ended_by_sigterm", "unless_done", "waiting"]

MOMENT = 1.0
"""Seconds of work that nobody needs to be told of."""
_TERMINATED = 128 + 15
"""What a shell makes of SIGTERM, number 15."""


@contextmanager
def waiting(what: str, parts: str = "") -> Iterator[Callable[[int, int], None] | None]:
    """Say on standard error what is being done, if it is not done within a moment.

    Gives what is to be told how many parts are done, and of how many, which it then says, too:
    ``parts`` is what to call them, as in ``laying out {} of {} trees``. None off a terminal.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from argmap.cli.telling import note

    counter = _Counter(parts)
    try:
        with unless_done(MOMENT, lambda: note(f"{what} …")):
            yield counter.tell
    finally:
        counter.clear()


@contextmanager
def unless_done(seconds: float, tell: Callable[[], object]) -> Iterator[None]:
    """Call ``tell``, from another thread, if this block is not done within some seconds."""
    timer = threading.Timer(seconds, tell)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


class _Counter:
    """A line that is written over by the next, and by whatever else is said."""

    def __init__(self, parts: str) -> None:
        self._parts = parts
        self._from = time.monotonic() + MOMENT
        self._said = ""

    def tell(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` parts are done."""
        if time.monotonic() > self._from:
            self._say(f"argmap: {self._parts.format(f'{done:,}', f'{total:,}')} …")

    def clear(self) -> None:
        """Leave nothing of the line."""
        self._say("")

    def _say(self, said: str) -> None:
        if said != self._said:
            sys.stderr.write(f"{said:<{len(self._said)}}\r")
            sys.stderr.flush()
            self._said = said


@contextmanager
def ended_by_sigterm() -> Iterator[None]:
    """Have SIGTERM end this block as Ctrl-C does, so that no child and no file is left of it."""
    in_main = threading.current_thread() is threading.main_thread()
    if not in_main or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return

    def end(*_: object) -> None:
        raise SystemExit(_TERMINATED)

    signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
