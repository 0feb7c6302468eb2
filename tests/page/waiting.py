"""Wait for what becomes true in a page a little later."""

from __future__ import annotations

import time

PATIENCE = 20
"""Seconds until a page is said not to do what is waited for."""


def until(tab, expression: str, arg=None) -> None:
    """Ask the page again and again until ``expression`` holds there.

    Playwright's own ``wait_for_function`` asks from within the page, by ``eval``. Ours forbid
    that, so it only ever worked where the answer was yes at the first asking.
    """
    end = time.monotonic() + PATIENCE
    while not tab.evaluate(expression, arg):
        assert time.monotonic() < end, f"not within {PATIENCE} seconds: {expression}"
        tab.wait_for_timeout(20)


def drawn(tab) -> None:
    """Wait until what has been done is drawn: the map moves with the next frame."""
    tab.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
