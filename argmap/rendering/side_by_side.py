"""Many graphs through the engine: in batches, several at a time, and all of them ended by a stop.

Which graphs make a batch depends on their sizes alone, and what comes back is in their order. So
the pictures are the same, whatever the number of engines that run at one time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from argmap.rendering.engine import Children, Engine, TooLongError
from argmap.rendering.packing import Placed, lay_out

__all__ = ["Tell", "cores", "lay_out_all"]

Tell = Callable[[int, int], None]
"""What is told how many trees are laid out, and of how many."""

_BATCH = 300
"""Boxes in a batch: a third of a second of the engine, which starts in some hundredths."""
_LOOK = 0.5
"""Seconds between two looks; on Windows, a stop is noticed only then."""


def cores() -> int:
    """Return how many engines may run at one time: as many as this process has processors."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def lay_out_all(
    dots: Sequence[str],
    sizes: Sequence[int],
    *,
    engine: Engine,
    timeout: float,
    jobs: int | None = None,
    tell: Tell | None = None,
) -> list[Placed]:
    """Lay out graphs of so many boxes each, and return their pictures in the same order.

    ``timeout`` is for all of them together, in seconds; ``jobs`` engines run at one time, as many
    as there are processors unless it is given. Raises as :func:`~argmap.rendering.engine.layout`
    does, once no engine runs any more; so does Ctrl-C.
    """
    until = time.monotonic() + timeout
    batches = _batches(sizes)
    # The largest first, so that none is waited for at the end.
    waiting = sorted(batches, key=lambda batch: -sum(sizes[n] for n in batch))
    found: dict[int, Placed] = {}
    children = Children()

    def run(batch: Sequence[int]) -> list[Placed]:
        rest = until - time.monotonic()
        if rest <= 0:
            raise TooLongError(timeout)
        each = [dots[number] for number in batch]
        try:
            return lay_out(each, engine=engine, timeout=rest, children=children)
        except TooLongError:
            raise TooLongError(timeout) from None

    with ThreadPoolExecutor(min(jobs or cores(), max(1, len(batches)))) as threads:
        try:
            running: dict[Future[list[Placed]], Sequence[int]] = {
                threads.submit(run, batch): batch for batch in waiting
            }
            while running:
                for done in wait(running, _LOOK, FIRST_COMPLETED).done:
                    batch = running.pop(done)
                    found.update(zip(batch, done.result(), strict=True))
                if tell is not None:
                    tell(len(found), len(dots))
        except BaseException:
            threads.shutdown(wait=False, cancel_futures=True)
            children.end()
            raise
    return [found[number] for number in range(len(dots))]


def _batches(sizes: Sequence[int]) -> list[list[int]]:
    """Put graphs together until they have so many boxes; a larger one is by itself."""
    batches: list[list[int]] = []
    room = 0
    for number, size in enumerate(sizes):
        if size > room:
            batches.append([])
            room = _BATCH
        batches[-1].append(number)
        room -= size
    return batches
