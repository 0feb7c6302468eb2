"""Work side by side: a pool of processes on this machine, or any executor that is handed in."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Hashable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from multiprocessing import get_all_start_methods, get_context, resource_tracker
from threading import current_thread, main_thread
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Job = TypeVar("Job")
Done = TypeVar("Done")

_IN_FLIGHT = 64
"""Jobs handed in at one time: enough for any pool, and few enough to be held in memory."""


def processes(jobs: int) -> Callable[[], AbstractContextManager[Executor]] | None:
    """Return what opens a pool of so many processes, 0 for one a core; None where that is one."""
    count = jobs or _cores()
    return None if count < 2 else partial(_processes, count)


@contextmanager
def _processes(count: int) -> Iterator[Executor]:
    # Never a fork of this process, which may have threads; a server that forks is quickest.
    methods = get_all_start_methods()
    context = get_context("forkserver" if "forkserver" in methods else "spawn")
    if "forkserver" in methods:
        context.set_forkserver_preload(["argmap.checking.unit"])
    pool = ProcessPoolExecutor(count, context, initializer=_begin)
    try:
        with _no_interrupts():  # which would leave a worker half begun
            for _ in range(count):
                pool.submit(_nothing)
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back for the moment that it takes to start processes, which inherit that."""
    if not hasattr(signal, "pthread_sigmask") or current_thread() is not main_thread():
        yield  # only the main thread is ever interrupted
        return
    resource_tracker.ensure_running()  # which would let it through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _nothing() -> None:
    """Have a worker begun."""


def side_by_side(
    pool: Executor, work: Callable[[Job], Done], jobs: Iterable[tuple[Key, Job]]
) -> Iterator[tuple[Key, Done]]:
    """Do all jobs, and yield what each gives with its key, in the order in which they end.

    Jobs are taken as the pool has room for them. What a job raises is raised here.
    """
    running: dict[Future[Done], Key] = {}
    for key, job in jobs:
        running[pool.submit(work, job)] = key
        if len(running) >= _IN_FLIGHT:
            yield from _ended(running)
    while running:
        yield from _ended(running)


def _ended(running: dict[Future[Done], Key]) -> Iterator[tuple[Key, Done]]:
    ended, _ = wait(running, return_when=FIRST_COMPLETED)
    for future in ended:
        yield running.pop(future), future.result()


def _begin() -> None:
    """Begin a worker: Ctrl-C is for the process that asks, and garbage is none of its concern."""
    import gc

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # reading and checking leave no cycles, so nothing would ever be found


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1
