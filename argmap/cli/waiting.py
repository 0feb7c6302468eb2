"""A line that says what takes long: on a terminal only, and only after a moment."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["MOMENT", "waiting"]

MOMENT = 1.0
"""Seconds of work that nobody needs to be told of."""


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Say on standard error what is being done, if it is not done within a moment."""
    if not sys.stderr.isatty():
        yield
        return
    from threading import Timer

    from argmap.cli.common import note

    timer = Timer(MOMENT, note, [f"{what} …"])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
