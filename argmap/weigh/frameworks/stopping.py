"""Work that can be stopped: when its time is over, or by Ctrl-C.

A SAT solver runs in C, where neither an alarm nor Ctrl-C reaches it. So the work runs in a thread
of its own, and the caller's thread waits, and tells the solver to stop where it must.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Protocol, TypeVar

from argmap.errors import ArgmapError

T = TypeVar("T")

_SLICE = 0.2
"""Seconds of one wait: on Windows, Ctrl-C is not seen while one lasts."""


class Stopped(Exception):  # noqa: N818  # no fault, and never seen outside
    """Raised in the work, by :meth:`Stop.check`, once it is to stop."""


class TimeOver(ArgmapError):  # noqa: N818  # it is named for what happened
    """The work was not done in the time it was given."""


class Interruptible(Protocol):
    """What may run for long, and can be told from another thread to stop."""

    def interrupt(self) -> None:
        """Stop what runs now, or would be run next; nothing where nothing runs."""


class Stop:
    """What the one who waits tells the work: go on, or stop."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked = False
        self._running: Interruptible | None = None

    def check(self) -> None:
        """Raise :class:`Stopped` if the work is to stop."""
        if self._asked:
            raise Stopped

    def attach(self, running: Interruptible | None) -> None:
        """Name what is to be interrupted from now on; None before it is given up."""
        with self._lock:
            self._running = running

    def ask(self) -> None:
        """Have the work stop, for good."""
        with self._lock:
            self._asked = True
            if self._running is not None:
                self._running.interrupt()


def within(seconds: float | None, work: Callable[[Stop], T]) -> T:
    """Do the work and return its result; no thread is left behind, however it ends.

    Raises what the work raises, and :class:`TimeOver` once ``seconds`` are over (None: no limit).
    The work must look at its ``Stop`` between steps, and attach to it what takes long.
    """
    stop = Stop()
    done: list[T] = []
    failed: list[BaseException] = []
    # Waited for in place of join(), which in Python 3.11 takes a thread for ended when a signal
    # breaks in on it.
    ended = threading.Event()

    def run() -> None:
        try:
            done.append(work(stop))
        except Stopped:
            pass
        except BaseException as error:  # raised again where it is waited for
            failed.append(error)
        finally:
            ended.set()

    thread = threading.Thread(target=run, name="argmap-weigh", daemon=True)
    over = None if seconds is None else time.monotonic() + seconds
    thread.start()
    try:
        while not ended.is_set():
            left = _SLICE if over is None else min(_SLICE, over - time.monotonic())
            if left <= 0:
                break
            ended.wait(left)
    finally:
        stop.ask()
        ended.wait()
        thread.join()
    if failed:
        raise failed[0]
    if not done:
        raise TimeOver(
            f"no answer after {seconds:g} seconds: give it longer with --timeout, or ask an easier "
            "task, as DC-PR or SE-GR"
        )
    return done[0]
