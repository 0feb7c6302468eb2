"""A progress bar: on a terminal only, and only when the work takes longer than a moment."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_MOMENT = 0.5
"""Seconds of work that nobody needs to be told of."""


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None] | None]:
    """Give what is to be told how many parts are done, and of how many; None off a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    bar = _Bar(label)
    try:
        yield bar.tell
    finally:
        bar.close()


class _Bar:
    """A bar of click's that shows itself once the work has gone on for a moment."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._begun = time.monotonic()
        self._bar: ProgressBar[int] | None = None

    def tell(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` parts are done."""
        if self._bar is None:
            if time.monotonic() - self._begun < _MOMENT or done >= total:
                return
            import click

            self._bar = click.progressbar(
                length=total, label=self._label, file=sys.stderr, show_pos=True
            )
            self._bar.render_progress()
        self._bar.length = total
        self._bar.update(max(0, done - self._bar.pos))

    def close(self) -> None:
        """End the bar's line."""
        if self._bar is not None:
            self._bar.render_finish()
